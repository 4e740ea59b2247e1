"""EVE Online's ESI API straight to DataFrames, in notebooks and scripts, without Django.

    from esi_data import Esi

    esi = Esi(app_info_text="my-notebook/1.0 (me@example.com)")
    orders = esi.client.Market.get_markets_region_id_orders(region_id=10000002).frame()

Names are imported on first use, and pandas with the first frame: neither `esi-data --help` nor the
start of a program waits for it.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from esi._extras import needs_extra

if TYPE_CHECKING:
    from esi_data.analysis.killmails import killmail_tables
    from esi_data.analysis.order_book import order_book
    from esi_data.client import Esi
    from esi_data.datasets.read import read
    from esi_data.frames.build import concat
    from esi_data.frames.parquet import to_parquet
    from esi_data.pulls.future import aframe, aframe_localized, frame, frame_localized

__all__ = [
    "Esi",
    "aframe",
    "aframe_localized",
    "concat",
    "frame",
    "frame_localized",
    "killmail_tables",
    "order_book",
    "read",
    "to_parquet",
]

_PLACES = {
    "Esi": ("esi_data.client", "Esi"),
    "aframe": ("esi_data.pulls.future", "aframe"),
    "aframe_localized": ("esi_data.pulls.future", "aframe_localized"),
    "concat": ("esi_data.frames.build", "concat"),
    "frame": ("esi_data.pulls.future", "frame"),
    "frame_localized": ("esi_data.pulls.future", "frame_localized"),
    "killmail_tables": ("esi_data.analysis.killmails", "killmail_tables"),
    "order_book": ("esi_data.analysis.order_book", "order_book"),
    "read": ("esi_data.datasets.read", "read"),
    "to_parquet": ("esi_data.frames.parquet", "to_parquet"),
}


if not TYPE_CHECKING:  # type checkers must report unknown names

    def __getattr__(name: str) -> Any:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, attribute = _PLACES[name]
        with needs_extra("data", "esi_data"):
            for package in ("pandas", "pyarrow"):  # fail here rather than in the middle of a pull
                if find_spec(package) is None:
                    raise ModuleNotFoundError(f"No module named {package!r}", name=package)
            value = getattr(import_module(module), attribute)
        globals()[name] = value
        return value


def load_ipython_extension(shell: Any) -> None:
    """Add completion and help to IPython (`%load_ext esi_data`); creating an `Esi` does so too."""
    from esi_data.interactive.shell import extend  # noqa: PLC0415 - IPython only

    extend(shell)


def __dir__() -> list[str]:
    return sorted(__all__)
