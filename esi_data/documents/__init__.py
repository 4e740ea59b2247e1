"""What does the API's document of a date say, and what changes between two dates?"""
