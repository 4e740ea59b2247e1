"""Cache turn-over: what a resource holds now, since when, and what its next generation changes.

The API builds all pages of a listing at one moment and keeps them for the cache time. A pull that
is under way when they are built anew meets pages of two generations: rows that crossed the border
of a page in between are then seen twice or not at all. Here each turn-over moves rows from each
changed page to the next one (or to the one before), so that this can be watched.
"""

import gzip
import hashlib
import json
import math
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from esi.sandbox.world.seeded_random import Dice

# Rows that leave each changed page over its border.
CARRIED = 3

Row = tuple[int, int]
"""Number and revision: what a row is made from."""


@dataclass
class Body:
    """An answer, encoded and compressed once."""

    raw: bytes
    etag: str
    _zipped: bytes | None = None

    @classmethod
    def of(cls, content: Any) -> "Body":
        """Encode an answer; `price` 5 stays `5` and 5.5 stays `5.5`, as in the real one."""
        raw = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(raw, f'"{hashlib.sha1(raw, usedforsecurity=False).hexdigest()}"')

    @property
    def zipped(self) -> bytes:
        """The body under gzip."""
        if self._zipped is None:
            self._zipped = gzip.compress(self.raw, compresslevel=6, mtime=0)
        return self._zipped


@dataclass
class Page:
    """One page of a listing; its rows never change, it is replaced. A body for each language."""

    rows: Sequence[Row]
    bodies: dict[str, Body] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """A paged answer before it is cut.

    Attributes:
        make: a row's number and revision -> its content.
        count: the number of rows, unless a test sets the pages.
        size: rows on a page.
        filter: names a part of the listing, which follows the turn-overs of the whole.
        keep: a row's number -> whether it is in that part.
        steady: a turn-over changes no rows by itself: lists of ids hardly ever change.
        fresh: each generation is counted anew.
    """

    make: Callable[[int, int], Any]
    count: int
    size: int = 1000
    filter: Hashable = None
    keep: Callable[[int], bool] | None = None
    steady: bool = False
    fresh: bool = False


@dataclass
class Resource:
    """What one path holds in its current generation."""

    path: str
    number: int
    born: int
    expires: float
    pages: list[Page] | None = None
    next_row: int = 0
    served: bool = False
    steady: bool = False
    fresh: bool = False
    pending: list[tuple[Collection[int] | None, int, bool]] = field(default_factory=list)
    prepared: dict[Hashable, Any] = field(default_factory=dict)


@dataclass
class Schedule:
    """A turn-over that waits for a page to be asked for, in `language` if one is named."""

    path: str
    page: int
    times: int
    grow: int
    pages: Collection[int] | None = None
    language: str | None = None
    upward: bool = False


class Resources:
    """All resources of a server: their generations, and pages shared between resets.

    A path has one resource for all languages, until one of them turns over by itself: the real
    cache holds each language for itself, and they are not always of one moment.
    """

    def __init__(self, seed: int, changed: float) -> None:
        self.seed = seed
        self.changed = changed
        self.resources: dict[str, Resource] = {}
        self.apart: dict[tuple[str, str], Resource] = {}  # by path and language
        self.sizes: dict[str, tuple[int, int | None]] = {}
        self.schedules: list[Schedule] = []
        self._first_pages: dict[tuple[str, int, int], list[Page]] = {}

    def reset(self) -> None:
        """Back to the first generation of everything."""
        self.resources.clear()
        self.apart.clear()
        self.sizes.clear()
        self.schedules.clear()

    def forget(self, pattern: str) -> None:
        """Drop what is cached under the paths that match a shell pattern."""
        for path in [path for path in self.resources if fnmatchcase(path, pattern)]:
            self.drop(path)

    def drop(self, path: str) -> None:
        """Drop what is cached under a path, in all languages."""
        self.resources.pop(path, None)
        for key in [key for key in self.apart if key[0] == path]:
            del self.apart[key]

    def current(
        self, path: str, now: float, lifetime: Callable[[float], float], language: str = ""
    ) -> Resource:
        """The resource at `path` in a language, turned over if its time is up.

        `lifetime` gives the seconds from a moment to the expiry of what is built then.
        """
        resource = self.apart.get((path, language)) or self.resources.get(path)
        if resource is None:
            born = math.floor(now)
            resource = Resource(path, 0, born, born + lifetime(born))
            self.resources[path] = resource
        elif now >= resource.expires:
            self.turn_over(resource, now, lifetime)
        return resource

    def turning(
        self,
        path: str,
        now: float,
        lifetime: Callable[[float], float],
        language: str | None = None,
    ) -> list[Resource]:
        """What turns over at `path`: one language, which then stands apart, or all of them."""
        # One whose time is up turns over once, not twice: as it is told to.
        whole = self.resources.get(path) or self.current(path, now, lifetime)
        if not language:
            return [whole, *(each for key, each in self.apart.items() if key[0] == path)]
        if (path, language) not in self.apart:
            pages = whole.pages and list(whole.pages)
            pending = list(whole.pending)
            self.apart[path, language] = replace(whole, pages=pages, pending=pending, prepared={})
        return [self.apart[path, language]]

    def turn_over(
        self,
        resource: Resource,
        now: float,
        lifetime: Callable[[float], float],
        pages: Collection[int] | None = None,
        grow: int = 0,
        upward: bool = False,
    ) -> None:
        """Replace a resource by its next generation.

        Args:
            resource: what turns over.
            now: the time.
            lifetime: see `current`.
            pages: the numbers of the pages whose rows change; the configured share if None.
            grow: pages to add, or to take off when negative.
            upward: rows move to the page before, as when those above them are gone.
        """
        resource.number += 1
        # Last-Modified counts seconds: two generations never share one.
        resource.born = max(math.floor(now), resource.born + 1)
        resource.expires = resource.born + lifetime(resource.born)
        resource.prepared = {}
        resource.served = False
        if resource.fresh:
            resource.pages = None
        elif resource.pages is None:
            # Nobody has seen it yet; what was asked for is done once it is known what it lists.
            if pages is not None or grow:
                resource.pending.append((pages, grow, upward))
        elif pages is not None or grow or not resource.steady:
            self._change(resource, pages, grow, upward)

    def due(self, path: str, page: int, language: str = "") -> Schedule | None:
        """The turn-over scheduled for the moment at which this page is asked for."""
        for schedule in self.schedules:
            asked = schedule.language in {None, language}
            if asked and schedule.path == path and schedule.page == page:
                schedule.times -= 1
                if schedule.times <= 0:
                    self.schedules.remove(schedule)
                return schedule
        return None

    def pages(self, resource: Resource, listing: Listing) -> list[Page]:
        """The pages of a listing in the current generation."""
        count, size = self.size(resource.path, listing)
        if resource.pages is None:
            resource.pages = list(self._first(resource.path, count, size))
            resource.next_row = count
            resource.steady, resource.fresh = listing.steady, listing.fresh
            while resource.pending:
                self._change(resource, *resource.pending.pop(0))
        if listing.filter is None:
            return resource.pages
        key = ("pages", listing.filter)
        if key not in resource.prepared:
            keep = listing.keep or (lambda _: True)
            rows = [row for page in resource.pages for row in page.rows if keep(row[0])]
            resource.prepared[key] = cut(rows, size) or [Page(())]
        found: list[Page] = resource.prepared[key]
        return found

    def size(self, path: str, listing: Listing) -> tuple[int, int]:
        """Rows of a listing, and how many of them go on a page."""
        if path not in self.sizes:
            return listing.count, listing.size
        pages, size = self.sizes[path]
        size = size or listing.size
        # The last page is about half full, as last pages are.
        return (pages - 1) * size + max(1, size * 3 // 5), size

    def _first(self, path: str, count: int, size: int) -> list[Page]:
        key = (path, count, size)
        if key not in self._first_pages:
            rows = [(number, 0) for number in range(count)]
            self._first_pages[key] = cut(rows, size) or [Page(())]
        return self._first_pages[key]

    def _change(
        self, resource: Resource, numbers: Collection[int] | None, grow: int, upward: bool
    ) -> None:
        pages = resource.pages or []
        dice = Dice(self.seed, "turn-over", resource.path, resource.number)
        if numbers is None:
            share = max(1, round(len(pages) * self.changed)) if self.changed > 0 else 0
            left = list(range(len(pages)))
            chosen = sorted(left.pop(dice.below(len(left))) for _ in range(min(share, len(left))))
        else:
            chosen = sorted({n - 1 for n in numbers if 1 <= n <= len(pages)})
        rows = {index: list(pages[index].rows) for index in chosen}
        carried: list[Row] = []
        for index in reversed(chosen) if upward else chosen:
            here = rows[index]
            leaving = CARRIED if len(here) > CARRIED * 2 else 0
            border = leaving if upward else len(here) - leaving
            parts = here[:border], here[border:]
            kept = _revised(parts[upward], dice, resource.number)
            rows[index] = [*kept, *carried] if upward else [*carried, *kept]
            carried = parts[not upward]
        if chosen:
            # What fell off the last of them was bought up; as many new rows come in.
            new = [(resource.next_row + n, 0) for n in range(len(carried))]
            resource.next_row += len(new)
            begin = chosen[-1] if upward else chosen[0]
            rows[begin] = [*rows[begin], *new] if upward else [*new, *rows[begin]]
        for index in chosen:
            pages[index] = Page(rows[index])
        if grow:
            self._grow(resource, pages, grow)

    def _grow(self, resource: Resource, pages: list[Page], grow: int) -> None:
        if grow < 0:
            del pages[max(1, len(pages) + grow) :]
            return
        size = max(len(page.rows) for page in pages) or 1
        for _ in range(grow):
            rows = [(resource.next_row + n, 0) for n in range(size)]
            resource.next_row += size
            pages.append(Page(rows))


def _revised(rows: Iterable[Row], dice: Dice, generation: int) -> list[Row]:
    found = list(rows)
    for index in {dice.below(len(found)) for _ in range(min(5, len(found)))}:
        found[index] = (found[index][0], generation)
    return found


def cut(rows: Sequence[Row], size: int) -> list[Page]:
    """Rows cut into pages."""
    return [Page(rows[start : start + size]) for start in range(0, len(rows), size)]
