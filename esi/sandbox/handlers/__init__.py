"""What does each route respond?"""
