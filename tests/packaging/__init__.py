"""Is a release complete and reproducible, and does it read files of earlier releases?"""
