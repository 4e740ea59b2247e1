"""How is a character logged in, and how does the login stay valid?"""
