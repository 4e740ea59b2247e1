"""How fast are notebooks?"""
