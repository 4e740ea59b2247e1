"""How do bytes become rows or columns?"""
