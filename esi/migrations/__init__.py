"""One migration, for all databases of the 5.x line and for new ones."""
