"""Rows of the 5.x line as type checkers see them: dicts. Import them under `TYPE_CHECKING`."""
