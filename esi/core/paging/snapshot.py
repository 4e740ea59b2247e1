"""How a listing's pages become one snapshot. A rule of plain values: it asks, others fetch.

The API computes a listing's pages anew when its cache turns over. Pages from before and after
differ in `Last-Modified` (and the count, `X-Pages`, may differ too); mixed, they lose and double
rows. So all pages must agree; the odd ones are asked for again, a bounded number of times, and the
verdict travels with the answers.

What proves nothing: equal ETags (each page is cached for itself, so an old page next to a new one
may stay as it is for minutes), and silence (pages without `Last-Modified` may be of any time). So
several pages without `Last-Modified` are never called consistent.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from esi.core.cache.policy import timestamp

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from esi.core.http.messages import Request, Response

MAX_ROUNDS = 3

# No listing comes near (the largest, all orders of The Forge, has about 400): what is said beyond
# this is noise, and a pull of it ends marked.
MOST_PAGES = 100_000

# What one page takes, on the safe side, for the guess whether a pull ends before page 1 expires;
# and the resolution of HTTP's dates. Seconds.
_SECONDS_PER_PAGE = 1.0
_RESOLUTION = 1.0


class CacheMode(Enum):
    """How pages are to be asked for."""

    DEFAULT = "default"  # what the cache still holds will do
    NO_CACHE = "no-cache"  # ask the API, with the ETag of what the cache holds
    RELOAD = "reload"  # ask the API for the whole page


@dataclass(slots=True)
class Snapshot:
    """All pages of a listing, in order, and the verdict on them.

    `consistent` is False when it could not be shown that all pages are of one moment: their
    `Last-Modified` or `X-Pages` differ or are missing, a page is missing, or a walk broke off.
    `rounds` counts how often odd pages were asked for again, `requested` holds the request of each
    answer. A walk's pages are put together in one answer; `pages` counts them.
    """

    answers: list[Response]
    consistent: bool = True
    last_modified: str | None = None
    rounds: int = 0
    requested: list[Request] = field(default_factory=list)
    pages: int = 0

    def __post_init__(self) -> None:
        self.pages = self.pages or len(self.answers)

    @property
    def requests(self) -> int:
        """Requests that went out for it."""
        return sum(answer.requests for answer in self.answers)

    @property
    def transferred(self) -> int:
        """Bytes of bodies that came in for it, as transferred."""
        return sum(answer.transferred for answer in self.answers)

    @property
    def tokens(self) -> int:
        """Rate-limit tokens that it cost."""
        return sum(answer.tokens for answer in self.answers)

    @property
    def from_cache(self) -> bool:
        """Whether nothing at all was asked of the API."""
        return self.requests == 0

    @property
    def stale(self) -> bool:
        """Whether an old page stands in for one the API could not give (`stale_if_error`)."""
        return any(answer.stale for answer in self.answers)


def modified(answer: Response) -> str | None:
    """What generation of the listing a page is of: its `Last-Modified`."""
    return answer.headers.get("last-modified")


def age(answer: Response) -> float:
    """When a page's generation was made, in seconds since the epoch; 0 where it does not say."""
    return timestamp(modified(answer)) or 0.0


def page_count(answer: Response) -> int:
    """How many pages a listing has by one answer's `X-Pages`; 1 where the header says nothing."""
    return _said(answer) or 1


def _said(answer: Response) -> int | None:
    """The number in an answer's `X-Pages`, None where there is none (or nonsense)."""
    text = answer.headers.get("x-pages", "").strip()
    if not (text.isascii() and text.isdigit()):
        return None
    return min(max(int(text[:9]), 1), MOST_PAGES)


def wait(left: float, pages: int, concurrency: int, page_wait: float) -> float:
    """Seconds to wait before a pull, so that the cache does not turn over in the middle of it.

    Args:
        left: seconds until page 1 expires.
        pages: how many have to be asked of the API.
        concurrency: how many of them at once.
        page_wait: the longest wait allowed.
    """
    needed = _RESOLUTION + _SECONDS_PER_PAGE * math.ceil(pages / max(concurrency, 1))
    return left if pages and 0 < left <= min(page_wait, needed) else 0.0


def snapshot(
    max_pages: int | None = None, max_rounds: int = MAX_ROUNDS
) -> Generator[tuple[Sequence[int], CacheMode], dict[int, Response], Snapshot]:
    """Drive a pull of all pages: yields (page numbers to fetch, how to ask for them).

    Send back a dict of the answers by page number (a page that no longer exists is left out, and so
    may be those after it); the generator's return value is the `Snapshot`. A page to be renewed
    must be asked of the API again, with its ETag, even where the cache calls it fresh. The last
    round asks without condition, lest a 304 that repeats no `Last-Modified` keep an old date.
    """
    listing = _Listing((yield [1], CacheMode.DEFAULT), max_pages)
    if listing.count > 1:
        listing.add((yield range(2, listing.count + 1), CacheMode.DEFAULT))
    rounds = 0
    while rounds < max_rounds and (listing.missing or listing.strange):
        rounds += 1
        how = CacheMode.RELOAD if rounds == max_rounds else CacheMode.NO_CACHE
        if listing.missing:
            # Page 1 knows how many there are now; asked first, it spares asking for what is gone.
            listing.add((yield [1], how))
            odd = sorted({*listing.missing, *listing.strange} - {1})
        else:
            odd = listing.strange
        if odd:
            listing.add((yield odd, how))
    return listing.snapshot(rounds)


class _Listing:
    """The pages so far, and what is wrong with them."""

    def __init__(self, pages: dict[int, Response], max_pages: int | None) -> None:
        self.pages = pages
        self.max_pages = max_pages

    def add(self, answers: dict[int, Response]) -> None:
        """Take pages in; the new one bears what the one in its place has cost."""
        for number, answer in answers.items():
            before = self.pages.get(number)
            self.pages[number] = bearing(answer, before) if before else answer

    @property
    def newest(self) -> Response:
        """A page of the newest generation."""
        return max(self.pages.values(), key=age)

    @property
    def said(self) -> int | None:
        """How many pages there are, by the newest that says so; of those the one that says most."""
        said = [(age(answer), _said(answer) or 0) for answer in self.pages.values()]
        return max((each for each in said if each[1]), default=(0, None))[1]

    @property
    def count(self) -> int:
        count = self.said or 1
        return min(count, self.max_pages) if self.max_pages else count

    @property
    def missing(self) -> list[int]:
        return [number for number in range(1, self.count + 1) if number not in self.pages]

    @property
    def strange(self) -> list[int]:
        """Pages that do not belong to the newest generation: older, undated, of another count."""
        newest, count, said = self.newest, self.count, self.said
        return sorted(
            number
            for number, answer in self.pages.items()
            if number <= count
            and (modified(answer) != modified(newest) or _said(answer) not in {said, None})
        )

    def snapshot(self, rounds: int) -> Snapshot:
        newest, count = self.newest, self.count
        agree = not (self.missing or self.strange)
        consistent = agree and (count == 1 or modified(newest) is not None)
        kept = [self.pages[n] for n in sorted(self.pages) if n <= count or not agree]
        for number, answer in self.pages.items():  # what was beyond the end has cost, too
            if agree and number > count:
                kept[0] = bearing(kept[0], answer)
        return Snapshot(kept, consistent, modified(newest), rounds)


def bearing(answer: Response, thrown_away: Response) -> Response:
    """An answer that also bears the cost of another one."""
    return replace(
        answer,
        requests=answer.requests + thrown_away.requests,
        transferred=answer.transferred + thrown_away.transferred,
        tokens=answer.tokens + thrown_away.tokens,
    )
