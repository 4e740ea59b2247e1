"""What do frames of orders and killmails say?"""
