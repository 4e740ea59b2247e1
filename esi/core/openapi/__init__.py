"""How does the API's document become one that bravado reads?"""
