"""How is it drawn in a notebook, with ipywidgets?"""
