"""Commands of the site's `manage.py`."""
