"""Which routes are there?"""
