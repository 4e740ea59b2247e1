"""Tests of the checks of a machine and of the API."""
