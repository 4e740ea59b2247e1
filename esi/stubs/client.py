"""Client of `esi.clients` as type checkers see it. Import it under `TYPE_CHECKING`."""
