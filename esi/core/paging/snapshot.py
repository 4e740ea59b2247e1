"""Decide whether the pages of a listing are one snapshot, and which must be fetched again.

docs/decisions/snapshots.md has the rule and its reasons. Equal ETags prove nothing: an old page
beside a new one may stay unchanged for minutes. Pages without `Last-Modified` prove nothing either,
so several of them are never called consistent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from esi import _header_values
from esi.core.cache.policy import CacheMode

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from esi.core.http.messages import Request, Response

MAX_ROUNDS = 3

# No listing comes near: the largest, all orders of The Forge, has about 400 pages. A higher count
# is noise, and a pull of it ends inconsistent.
MAX_PAGES = 100_000

# Seconds for one page, a cautious guess that tells whether a pull ends before page 1 expires, and
# the resolution of HTTP dates.
_SECONDS_PER_PAGE = 1.0
_RESOLUTION = 1.0


@dataclass(slots=True)
class Snapshot:
    """All pages of a listing, in order, and the verdict on them.

    `consistent` is False if they are not known to be of one moment: their `Last-Modified` or
    `X-Pages` differ or are missing, a page is missing, or a walk was cut short. `rounds` says how
    often pages were fetched again. A walk has one response with the rows of all its pages.
    """

    responses: list[Response]
    consistent: bool = True
    last_modified: str | None = None
    rounds: int = 0
    requested: list[Request] = field(default_factory=list)
    pages: int = 0

    def __post_init__(self) -> None:
        self.pages = self.pages or len(self.responses)

    @property
    def requests(self) -> int:
        """Number of requests sent."""
        return sum(response.requests for response in self.responses)

    @property
    def transferred(self) -> int:
        """Bytes of all bodies, as transferred."""
        return sum(response.transferred for response in self.responses)

    @property
    def tokens(self) -> int:
        """Rate-limit tokens spent."""
        return sum(response.tokens for response in self.responses)

    @property
    def from_cache(self) -> bool:
        """True if no request was sent."""
        return self.requests == 0

    @property
    def stale(self) -> bool:
        """True if an old page replaces one that the API could not give (`stale_if_error`)."""
        return any(response.stale for response in self.responses)


def last_modified(response: Response) -> str | None:
    """Return the `Last-Modified` of a page, which identifies its snapshot."""
    return response.headers.get("last-modified")


def generated_at(response: Response) -> float:
    """Return when the API computed a page, in seconds since the epoch; 0 if unknown."""
    return _header_values.timestamp(last_modified(response)) or 0.0


def page_count(response: Response) -> int:
    """Return the number of pages by `X-Pages`; 1 without a usable header."""
    return _declared_pages(response) or 1


def _declared_pages(response: Response) -> int | None:
    declared = _header_values.number(response.headers.get("x-pages"))
    return None if declared is None else min(max(declared, 1), MAX_PAGES)


def wait(left: float, pages: int, concurrency: int, page_wait: float) -> float:
    """Return the seconds to wait before a pull, so that the cache does not turn over during it.

    Page 1 expires in `left` seconds, and `pages` pages are to be fetched.
    """
    needed = _RESOLUTION + _SECONDS_PER_PAGE * math.ceil(pages / max(concurrency, 1))
    return left if pages and 0 < left <= min(page_wait, needed) else 0.0


def snapshot(
    max_pages: int | None = None, max_rounds: int = MAX_ROUNDS, first: int = 1
) -> Generator[tuple[Sequence[int], CacheMode], dict[int, Response], Snapshot]:
    """Drive a pull of all pages: yield (page numbers to fetch, cache mode), return the snapshot.

    It has the pages from `first` on.

    Send back a dict of the responses by page number, without pages that no longer exist. Pages that
    disagree are revalidated, even if the cache calls them fresh. The last round fetches them
    without a condition, because a 304 without `Last-Modified` would keep the old date.
    """
    listing = _Listing((yield [first], CacheMode.DEFAULT), max_pages, first)
    if listing.count <= first:  # one page agrees with itself; most calls of a fan-out have one
        page = listing.pages[first]
        return Snapshot([page], last_modified=last_modified(page))
    listing.add((yield range(first + 1, listing.count + 1), CacheMode.DEFAULT))
    rounds = 0
    while rounds < max_rounds and (listing.missing or listing.outdated):
        rounds += 1
        mode = CacheMode.RELOAD if rounds == max_rounds else CacheMode.NO_CACHE
        if listing.missing:
            # The first page has the current count: fetched first, it saves requests for pages that
            # are gone.
            listing.add((yield [first], mode))
            numbers = sorted({*listing.missing, *listing.outdated} - {first})
        else:
            numbers = listing.outdated
        if numbers:
            listing.add((yield numbers, mode))
    return listing.snapshot(rounds)


class _Listing:
    """Pages fetched so far, and which of them are missing or outdated."""

    def __init__(self, pages: dict[int, Response], max_pages: int | None, first: int) -> None:
        self.pages = pages
        self.first = first
        self.max_pages = max_pages

    def add(self, responses: dict[int, Response]) -> None:
        """Add pages; one that replaces another takes over its cost."""
        for number, response in responses.items():
            previous = self.pages.get(number)
            self.pages[number] = adding_cost(response, previous) if previous else response

    @property
    def newest(self) -> Response:
        """One of the newest pages."""
        return max(self.pages.values(), key=generated_at)

    @property
    def declared(self) -> int | None:
        """Page count by the newest page that declares one; the highest among equally new ones."""
        counts = [(generated_at(page), _declared_pages(page) or 0) for page in self.pages.values()]
        return max((each for each in counts if each[1]), default=(0, None))[1]

    @property
    def count(self) -> int:
        count = self.declared or 1
        return min(count, self.max_pages) if self.max_pages else count

    @property
    def missing(self) -> list[int]:
        return [number for number in range(self.first, self.count + 1) if number not in self.pages]

    @property
    def outdated(self) -> list[int]:
        """Pages of another snapshot than the newest: older, undated, or of another count."""
        newest, count, declared = last_modified(self.newest), self.count, self.declared
        return sorted(
            number
            for number, page in self.pages.items()
            if number <= count
            and (last_modified(page) != newest or _declared_pages(page) not in {declared, None})
        )

    def snapshot(self, rounds: int) -> Snapshot:
        newest, count = self.newest, self.count
        agree = not (self.missing or self.outdated)
        last = max(count, self.first)
        consistent = agree and (last == self.first or last_modified(newest) is not None)
        pages = [self.pages[n] for n in sorted(self.pages) if n <= last or not agree]
        for number, page in self.pages.items():  # pages beyond the end have a cost as well
            if agree and number > last:
                pages[0] = adding_cost(pages[0], page)
        return Snapshot(pages, consistent, last_modified(newest), rounds)


def adding_cost(response: Response, discarded: Response) -> Response:
    """Return a response whose cost includes that of a discarded one."""
    return replace(
        response,
        requests=response.requests + discarded.requests,
        transferred=response.transferred + discarded.transferred,
        tokens=response.tokens + discarded.tokens,
    )
