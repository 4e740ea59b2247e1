"""How do editors and type checkers learn the types of the API?"""
