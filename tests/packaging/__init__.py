"""Is a release what it should be, and does it read what earlier ones wrote?"""
