"""Which data is there?"""
