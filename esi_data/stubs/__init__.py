"""Which types do editors and type checkers know of the client of `Esi`?

Import them under `TYPE_CHECKING`; rows are those of `esi.stubs.dicts`.
"""
