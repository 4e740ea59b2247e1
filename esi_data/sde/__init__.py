"""What does the game's static data say, and where does it come from?"""
