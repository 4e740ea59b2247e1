"""How does a pull survive on disk, how is it read?"""
