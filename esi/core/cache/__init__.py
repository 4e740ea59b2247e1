"""How long is a response good, and where is it?"""
