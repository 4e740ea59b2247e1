"""Simulate the API's caches: what each resource contains now, and what its next generation changes.

The API builds all pages of a listing at one moment and serves them for the cache time. A pull that
is running when they are rebuilt gets pages of two generations, so that rows which moved to another
page are duplicated or missing. Here each turn-over moves rows from each changed page to the next
one (or to the one before), so that tests can observe this.
"""

import gzip
import hashlib
import json
import math
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from esi.sandbox.world.seeded_random import SeededRandom

# Rows that each changed page loses to its neighbour.
ROWS_MOVED = 3

Row = tuple[int, int]
"""Number and revision: what a row is made from."""

Lifetime = Callable[[float], float]
"""Seconds from a moment to the expiry of what is built then."""


@dataclass
class EncodedBody:
    """Body of a response, encoded and compressed once."""

    raw: bytes
    etag: str
    _gzipped: bytes | None = None

    @classmethod
    def of(cls, content: Any) -> "EncodedBody":
        """Encode a response; 5 stays `5` and 5.5 stays `5.5`, as in the real API."""
        raw = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        return cls(raw, f'"{hashlib.sha1(raw, usedforsecurity=False).hexdigest()}"')

    @property
    def gzipped(self) -> bytes:
        """Compressed body."""
        if self._gzipped is None:
            self._gzipped = gzip.compress(self.raw, compresslevel=6, mtime=0)
        return self._gzipped


@dataclass
class Page:
    """Page of a listing, with a body for each language. It is replaced, never changed."""

    rows: Sequence[Row]
    bodies: dict[str, EncodedBody] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """Paged response before it is cut into pages.

    Attributes:
        make: returns the content of a row from its number and revision.
        count: number of rows, unless a test sets the pages.
        size: rows on a page.
        filter_key: key of a part of the listing, which turns over with the whole.
        matches: returns True if the row of a number is in that part.
        static: a turn-over changes no rows by itself; lists of ids hardly ever change.
        rebuilt: rows are counted again in each generation.
    """

    make: Callable[[int, int], Any]
    count: int
    size: int = 1000
    filter_key: Hashable = None
    matches: Callable[[int], bool] = lambda _: True
    static: bool = False
    rebuilt: bool = False


@dataclass
class CachedResource:
    """Content of one path in its current generation."""

    path: str
    generation: int
    built_at: int
    expires: float
    pages: list[Page] | None = None
    next_row: int = 0
    served: bool = False
    static: bool = False
    rebuilt: bool = False
    pending: list[tuple[Collection[int] | None, int, bool]] = field(default_factory=list)
    prepared: dict[Hashable, Any] = field(default_factory=dict)


@dataclass
class Schedule:
    """Turn-over that happens when a page is next requested, in `language` if one is given."""

    path: str
    page: int
    times: int
    grow: int
    pages: Collection[int] | None = None
    language: str | None = None
    upward: bool = False


class CachedResources:
    """All resources of a server: their generations, and pages shared between resets.

    A path has one resource for all languages until one of them turns over by itself: the real API
    caches each language separately, and they are not always from the same moment.
    """

    def __init__(self, seed: int, changed: float) -> None:
        self.seed = seed
        self.changed = changed
        self.resources: dict[str, CachedResource] = {}
        self.by_language: dict[tuple[str, str], CachedResource] = {}  # by path and language
        self.sizes: dict[str, tuple[int, int | None]] = {}
        self.schedules: list[Schedule] = []
        self._first_pages: dict[tuple[str, int, int], list[Page]] = {}

    def reset(self) -> None:
        """Return to the first generation of everything."""
        self.resources.clear()
        self.by_language.clear()
        self.sizes.clear()
        self.schedules.clear()

    def drop(self, pattern: str) -> None:
        """Drop the resources, in all languages, whose path matches a shell pattern."""
        for path in [path for path in self.resources if fnmatchcase(path, pattern)]:
            del self.resources[path]
        for key in [key for key in self.by_language if fnmatchcase(key[0], pattern)]:
            del self.by_language[key]

    def current(
        self, path: str, now: float, lifetime: Lifetime, language: str = ""
    ) -> CachedResource:
        """Return the resource at `path` in a language, turned over if it has expired."""
        resource = self.by_language.get((path, language)) or self.resources.get(path)
        if resource is None:
            built_at = math.floor(now)
            resource = CachedResource(path, 0, built_at, built_at + lifetime(built_at))
            self.resources[path] = resource
        elif now >= resource.expires:
            self.turn_over(resource, now, lifetime)
        return resource

    def select(
        self, path: str, now: float, lifetime: Lifetime, language: str | None = None
    ) -> list[CachedResource]:
        """Return what turns over at `path`: one language, which becomes separate, or all."""
        # An expired resource turns over once, as scheduled, and not twice.
        whole = self.resources.get(path) or self.current(path, now, lifetime)
        if not language:
            return [whole, *(each for key, each in self.by_language.items() if key[0] == path)]
        if (path, language) not in self.by_language:
            pages = whole.pages and list(whole.pages)
            self.by_language[path, language] = replace(
                whole, pages=pages, pending=list(whole.pending), prepared={}
            )
        return [self.by_language[path, language]]

    def turn_over(
        self,
        resource: CachedResource,
        now: float,
        lifetime: Lifetime,
        pages: Collection[int] | None = None,
        grow: int = 0,
        upward: bool = False,
    ) -> None:
        """Replace a resource with its next generation.

        Args:
            resource: what turns over.
            now: the time.
            lifetime: returns the cache time.
            pages: numbers of the pages whose rows change; None for the configured share.
            grow: pages to add, or to remove when negative.
            upward: rows move to the page before, as when rows above them are gone.
        """
        resource.generation += 1
        # Last-Modified counts seconds: two generations never share one.
        resource.built_at = max(math.floor(now), resource.built_at + 1)
        resource.expires = resource.built_at + lifetime(resource.built_at)
        resource.prepared = {}
        resource.served = False
        explicit = pages is not None or grow
        if resource.rebuilt:
            resource.pages = None
        elif resource.pages is None:
            # Not requested yet, so its rows are unknown.
            if explicit:
                resource.pending.append((pages, grow, upward))
        elif explicit or not resource.static:
            self._change(resource, pages, grow, upward)

    def due(self, path: str, page: int, language: str = "") -> Schedule | None:
        """Return the turn-over scheduled for a request of this page, and count it."""
        for schedule in self.schedules:
            if schedule.language not in {None, language}:
                continue
            if schedule.path == path and schedule.page == page:
                schedule.times -= 1
                if schedule.times <= 0:
                    self.schedules.remove(schedule)
                return schedule
        return None

    def pages(self, resource: CachedResource, listing: Listing) -> list[Page]:
        """Return the pages of a listing in the current generation."""
        count, size = self._size(resource.path, listing)
        if resource.pages is None:
            resource.pages = list(self._first(resource.path, count, size))
            resource.next_row = count
            resource.static, resource.rebuilt = listing.static, listing.rebuilt
            while resource.pending:
                self._change(resource, *resource.pending.pop(0))
        if listing.filter_key is None:
            return resource.pages
        key = ("pages", listing.filter_key)
        if key not in resource.prepared:
            rows = [row for page in resource.pages for row in page.rows if listing.matches(row[0])]
            resource.prepared[key] = paginate(rows, size)
        found: list[Page] = resource.prepared[key]
        return found

    def _size(self, path: str, listing: Listing) -> tuple[int, int]:
        """Return the number of rows of a listing, and of those on a page."""
        if path not in self.sizes:
            return listing.count, listing.size
        pages, size = self.sizes[path]
        if size == 0:
            return 0, listing.size
        size = size or listing.size
        # The last page is about half full, as last pages are.
        return (pages - 1) * size + max(1, size * 3 // 5), size

    def _first(self, path: str, count: int, size: int) -> list[Page]:
        key = (path, count, size)
        if key not in self._first_pages:
            self._first_pages[key] = paginate([(number, 0) for number in range(count)], size)
        return self._first_pages[key]

    def _change(
        self, resource: CachedResource, numbers: Collection[int] | None, grow: int, upward: bool
    ) -> None:
        pages = resource.pages or []
        rng = SeededRandom(self.seed, "turn-over", resource.path, resource.generation)
        if numbers is None:
            share = max(1, round(len(pages) * self.changed)) if self.changed > 0 else 0
            left = list(range(len(pages)))
            chosen = sorted(left.pop(rng.below(len(left))) for _ in range(min(share, len(left))))
        else:
            chosen = sorted({n - 1 for n in numbers if 1 <= n <= len(pages)})
        rows = {index: list(pages[index].rows) for index in chosen}
        moved: list[Row] = []
        for index in reversed(chosen) if upward else chosen:
            page = rows[index]
            leaving = ROWS_MOVED if len(page) > ROWS_MOVED * 2 else 0
            border = leaving if upward else len(page) - leaving
            parts = page[:border], page[border:]
            staying = _revised(parts[upward], rng, resource.generation)
            rows[index] = [*staying, *moved] if upward else [*moved, *staying]
            moved = parts[not upward]
        if chosen:
            # Rows that leave the last page are gone; as many new ones appear.
            new = [(resource.next_row + n, 0) for n in range(len(moved))]
            resource.next_row += len(new)
            begin = chosen[-1] if upward else chosen[0]
            rows[begin] = [*rows[begin], *new] if upward else [*new, *rows[begin]]
        for index in chosen:
            pages[index] = Page(rows[index])
        if grow:
            self._grow(resource, pages, grow)

    def _grow(self, resource: CachedResource, pages: list[Page], grow: int) -> None:
        if grow < 0:
            del pages[max(1, len(pages) + grow) :]
            return
        size = max(len(page.rows) for page in pages) or 1
        for _ in range(grow):
            rows = [(resource.next_row + n, 0) for n in range(size)]
            resource.next_row += size
            pages.append(Page(rows))


def _revised(rows: Iterable[Row], rng: SeededRandom, generation: int) -> list[Row]:
    found = list(rows)
    for index in {rng.below(len(found)) for _ in range(min(5, len(found)))}:
        found[index] = (found[index][0], generation)
    return found


def paginate(rows: Sequence[Row], size: int) -> list[Page]:
    """Cut rows into pages; there is at least one."""
    return [Page(rows[start : start + size]) for start in range(0, len(rows) or 1, size)]
