"""How does the single sign-on respond?"""
