"""Which management commands are there?"""
