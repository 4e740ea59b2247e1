"""Does everything that an `Esi` relies on work for this user?"""
