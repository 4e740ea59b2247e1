"""Tests of the client whose rows have attributes."""
