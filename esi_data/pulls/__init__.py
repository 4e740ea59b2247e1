"""How do many calls become one frame, at which price?"""
