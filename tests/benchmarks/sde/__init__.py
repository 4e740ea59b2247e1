"""How fast are questions about static data?"""
