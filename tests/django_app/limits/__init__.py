"""Limits of calls and tasks, under the names of releases 8 to 10."""
