"""How does the single sign-on answer?"""
