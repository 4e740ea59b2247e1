"""May this request go now, and what does it cost?"""
