"""What does a caller of the 8 to 10 line see, and what does an operation return?"""
