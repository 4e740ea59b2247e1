"""Which limits apply, and when does a cache turn over?"""
