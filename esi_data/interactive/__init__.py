"""What do IPython and notebooks complete and explain?"""
