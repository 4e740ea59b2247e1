"""Completion and help in IPython."""
