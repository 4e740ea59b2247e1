"""Which sockets are open, and what is checked of a request?"""
