"""What follows from the tables of a build?"""
