"""How does an export become a build of typed tables on disk?"""
