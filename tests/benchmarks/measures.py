"""List the measures and their contenders; `docs/benchmarks.md` explains them."""

from dataclasses import dataclass, replace

# Name in the tables -> module and variant below `contenders/`, and the environment it runs in.
CONTENDERS = {
    "ours": ("ours", None),
    "ours in Django": ("ours_django", None),
    "ours with attributes": ("ours_attributes", None),
    "django-esi 5.1.0": ("django_esi_5", "django-esi-5.1.0"),
    "django-esi 10.0.0": ("django_esi_10", "django-esi-10.0.0"),
    "django-esi 10.0.0, all tags": ("django_esi_10:all", "django-esi-10.0.0"),
    "loop by hand": ("by_hand:loop", None),
    "pool of 16 by hand": ("by_hand:pool", None),
    "urllib3 alone": ("bare:urllib3", None),
    "download alone": ("bare:sockets", None),
}
OURS = ("ours", "ours in Django")
_PEERS = ("django-esi 5.1.0", "django-esi 10.0.0")
_BY_HAND = ("loop by hand", "pool of 16 by hand")
_FLOOR = ("urllib3 alone", "download alone")
_PULLED = (*OURS, *_PEERS, *_BY_HAND, *_FLOOR)


@dataclass(frozen=True)
class Measure:
    """One table: a function of `contenders/worker.py`, for some contenders and surroundings.

    `share` is the part of the run's pages that is pulled; `against` the contender that the ratios
    divide by.
    """

    name: str
    title: str
    function: str
    contenders: tuple[str, ...]
    against: str
    listing: str = "orders"
    latencies: tuple[str, ...] = ("0",)
    share: float = 1
    pages: tuple[int, ...] = ()
    warm: bool = False


def measures(latencies: list[int], curve: list[int]) -> list[Measure]:
    """All measures, in the order of the report."""
    all_of_them = tuple(map(str, latencies))
    results = Measure(
        "results", "results() of market orders: dicts with datetimes", "results",
        _PULLED, "ours in Django", latencies=all_of_them,
    )  # fmt: skip
    rows = Measure(
        "rows", "results() of market orders: rows with attributes", "results",
        ("ours with attributes", "django-esi 10.0.0", "download alone"), "ours with attributes",
        latencies=all_of_them,
    )  # fmt: skip
    frame = Measure(
        "frame", "Typed frame of market orders", "frame",
        _PULLED, "ours", latencies=all_of_them,
    )  # fmt: skip
    other = replace(frame, latencies=all_of_them[:1], share=1 / 3)
    start = ("ours", "ours in Django", *_PEERS, "django-esi 10.0.0, all tags")
    return [
        results,
        rows,
        frame,
        replace(other, name="contracts", title="Typed frame of contracts", listing="contracts"),
        replace(other, name="wide", title="Typed frame of a listing of 60 columns", listing="wide"),
        Measure(
            "repeat", "The frame again within its lifetime", "repeat_frame",
            (*OURS, *_PEERS, *_BY_HAND), "ours",
        ),
        Measure(
            "repeat-results", "results() again within their lifetime", "repeat_results",
            (*OURS, *_PEERS), "ours in Django",
        ),
        Measure(
            "revalidation", "The frame again when it is stale and nothing has changed",
            "revalidation", _PULLED, "ours", latencies=("short",),
        ),
        Measure(
            "operation", "First operation ready, document fetched by an earlier process",
            "first_operation", start, "ours in Django", pages=(1,), warm=True,
        ),
        Measure(
            "start", "Start of the process to the first request's arrival",
            "first_request", (*start, "pool of 16 by hand"), "ours in Django", pages=(1,),
            warm=True,
        ),
        Measure(
            "providers", "Clients of twenty apps in one process", "providers",
            ("ours with attributes", "django-esi 10.0.0"), "ours with attributes", pages=(1,),
        ),
        Measure("curve", "Cost by number of pages", "frame", OURS, "ours", pages=tuple(curve)),
        Measure("memory", "Memory held after each of ten pulls", "memory", OURS, "ours"),
    ]  # fmt: skip
