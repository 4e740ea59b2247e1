"""What does a widget know, without ipywidgets?"""
