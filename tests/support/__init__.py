"""How do tests start processes and servers, and end them?"""
