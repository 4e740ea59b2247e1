"""What is drawn in a notebook, with ipywidgets?"""
