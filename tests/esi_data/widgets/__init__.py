"""Tests of what the widgets are made of."""
