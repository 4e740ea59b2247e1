"""What starts and ends processes and servers for tests?"""
