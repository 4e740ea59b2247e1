"""Does what an `Esi` relies on work for this user?"""
