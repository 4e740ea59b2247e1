"""How is a character logged in and kept so?"""
