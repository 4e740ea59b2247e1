"""Do the checks of a machine and of the API find each fault?"""
