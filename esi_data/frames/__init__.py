"""How does an answer become a typed frame?"""
