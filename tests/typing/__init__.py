"""Which types does a type checker see? `make lint` runs mypy and pyright over this folder."""
