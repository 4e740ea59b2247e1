"""Does the documentation keep its word?"""
