"""Which documents describe the API?"""
