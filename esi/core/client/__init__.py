"""What does a caller see, and what does an operation return?"""
