"""What is a request, how does it travel, who signs it?"""
