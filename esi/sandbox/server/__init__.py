"""Which sockets are open, and how is a request checked?"""
