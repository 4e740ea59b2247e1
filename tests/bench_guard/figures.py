"""Keep figures for each release of Python, and judge new ones by them."""

import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from esi.core.atomic_write import atomic_write
from tests.bench_guard.counting import Work

KEPT = Path(__file__).with_name("kept.json")
# Percent by which a figure may grow. Instructions are exact, and an empty pass over rows adds 4 %.
PERCENT = {"instructions": 2, "allocated": 5}
# Growth that is always allowed: one more check in a small function is no slow-down.
ALLOWED = {"instructions": 50, "allocated": 4096}
PYTHON = "{}.{}".format(*sys.version_info)
KEEP = "make bench-guard-keep"
_LIBRARIES = ("bravado-core", "msgspec", "numpy", "pandas", "pyarrow")


class Figures(msgspec.Struct):
    """Figures of one release of Python: the work of each path, and the libraries beneath it."""

    libraries: dict[str, str]
    paths: dict[str, Work]


@dataclass(frozen=True)
class Verdict:
    """Outcome of a comparison: lines to print, and the paths that are slower or have no figures."""

    lines: list[str]
    slower: list[str]
    unknown: list[str]


def figures(paths):
    """Return the figures of this environment."""
    return Figures({name: version(name) for name in _LIBRARIES}, paths)


def load(file=KEPT):
    """Return the kept figures by release of Python."""
    return msgspec.json.decode(file.read_bytes(), type=dict[str, Figures]) if file.exists() else {}


def keep(new, file=KEPT, python=PYTHON):
    """Replace the kept figures of one release of Python; those of the others stay."""
    kept = dict(sorted({**load(file), python: new}.items()))
    with atomic_write(file) as out:
        out.write(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")


def compare(new, kept):
    """Compare figures with kept ones, if there are any."""
    lines, slower, unknown = [], [], []
    for name, work in new.paths.items():
        before = kept.paths.get(name) if kept else None
        grown = []
        if before is None:
            unknown.append(name)
        else:
            grown = [unit for unit in PERCENT if _grew(work, before, unit)]
        if grown:
            slower.append(name)
        figures = "  ".join(_figure(work, before, unit) for unit in PERCENT)
        lines.append(f"{name:28}{figures}{'  more ' * bool(grown)}{' and '.join(grown)}")
    return Verdict(lines, slower, unknown)


def _grew(work, before, unit):
    """Return True if a figure is above its tolerance."""
    new, old = getattr(work, unit), getattr(before, unit)
    return new - old > max(old * PERCENT[unit] / 100, ALLOWED[unit])


def _figure(work, before, unit):
    """Return a figure, and by how many percent it differs from the kept one."""
    new, old = getattr(work, unit), getattr(before, unit, 0)
    return f"{new:>11,} {f'{100 * (new / old - 1):+.1f} %' if old else '':>9}"
