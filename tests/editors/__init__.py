"""What do editors complete?"""
