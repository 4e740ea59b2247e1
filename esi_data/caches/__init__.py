"""Where are responses kept between runs?"""
