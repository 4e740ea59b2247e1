"""How a listing's pages become one snapshot. A rule of plain values: it asks, others fetch.

The API computes a listing's pages anew when its cache turns over. Pages from before and after
differ in `Last-Modified` (and the count, `X-Pages`, may differ too); mixed, they lose and double
rows. So all pages must agree; the odd ones are asked for again, a bounded number of times, and the
verdict travels with the answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from esi.core.cache import timestamp

if TYPE_CHECKING:
    from collections.abc import Generator

    from esi.core.exchange import Answer

MAX_ROUNDS = 3


@dataclass(slots=True)
class Snapshot:
    """All pages of a listing, in order, and the verdict on them.

    `consistent` is False when pages of different `Last-Modified` had to be put together;
    `rounds` counts how often odd pages were asked for again.
    """

    answers: list[Answer]
    consistent: bool = True
    last_modified: str | None = None
    rounds: int = 0

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


def page_count(answer: Answer) -> int:
    """How many pages a listing has by one answer's `X-Pages`; 1 where the header says nothing."""
    text = answer.headers.get("x-pages", "")
    return max(int(text), 1) if text.isdigit() else 1


def snapshot(
    max_rounds: int = MAX_ROUNDS,
) -> Generator[tuple[list[int], bool], dict[int, Answer], Snapshot]:
    """Drive a pull of all pages: yields (page numbers to fetch, whether to revalidate them).

    Send back a dict of the answers by page number (a page that no longer exists may be left out);
    the generator's return value is the `Snapshot`. An answer that is revalidated must be asked of
    the API again, with its ETag, even where the cache calls it fresh.
    """
    pages = yield [1], False
    cost = _Cost()
    if page_count(pages[1]) > 1:
        pages |= yield list(range(2, page_count(pages[1]) + 1)), False
    rounds = 0
    while rounds < max_rounds and (odd := _odd(pages)):
        rounds += 1
        cost.add(pages, odd)
        answers = yield odd, True
        pages = {number: answer for number, answer in pages.items() if number not in odd} | answers
    newest = _newest(pages)
    count = page_count(newest)
    consistent = not _odd(pages)
    kept = [pages[number] for number in sorted(pages) if number <= count or not consistent]
    cost.charge(kept[0])
    return Snapshot(kept, consistent, newest.headers.get("last-modified"), rounds)


class _Cost:
    """What answers cost that were thrown away; the first kept page bears it in the end."""

    def __init__(self) -> None:
        self.requests = self.transferred = self.tokens = 0

    def add(self, pages: dict[int, Answer], numbers: list[int]) -> None:
        for number in numbers:
            if answer := pages.get(number):
                self.requests += answer.requests
                self.transferred += answer.transferred
                self.tokens += answer.tokens

    def charge(self, answer: Answer) -> None:
        answer.requests += self.requests
        answer.transferred += self.transferred
        answer.tokens += self.tokens


def _newest(pages: dict[int, Answer]) -> Answer:
    return max(pages.values(), key=lambda a: timestamp(a.headers.get("last-modified")) or 0.0)


def _odd(pages: dict[int, Answer]) -> list[int]:
    """Page numbers that do not belong to the newest snapshot: older, of another count, missing.

    A page that the API no longer has tells that the listing shrank, so page 1 is asked again too:
    it knows the new count.
    """
    newest = _newest(pages)
    modified, count = newest.headers.get("last-modified"), page_count(newest)
    missing = [number for number in range(1, count + 1) if number not in pages]
    strange = [
        number
        for number, answer in pages.items()
        if number <= count
        and (answer.headers.get("last-modified") != modified or page_count(answer) != count)
    ]
    return sorted({*missing, *strange, *([1] if missing else [])})
