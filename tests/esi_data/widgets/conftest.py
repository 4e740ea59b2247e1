"""Widgets that end with their test, as a person closes a notebook."""

import ipywidgets
import pytest


@pytest.fixture(autouse=True)
def _no_widget_stays():
    """Close all widgets: ipywidgets holds them, and their threads, until somebody does."""
    yield
    ipywidgets.Widget.close_all()
