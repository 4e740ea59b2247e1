"""In what order do cache, limiter and network come?"""
