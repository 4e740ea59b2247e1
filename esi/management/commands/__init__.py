"""`manage.py esi_spec`, `esi_scopes` and `esi_cleanup`."""
