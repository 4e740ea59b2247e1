"""How is a listing followed, and is it one snapshot?"""
