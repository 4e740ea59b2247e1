"""What do editors offer while code is written?"""
