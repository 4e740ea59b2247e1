"""Who is logged in on this machine?"""
