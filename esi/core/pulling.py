"""How the pages of a listing are fetched: the rule asks (`esi.core.paging`), the engine brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core import paging

if TYPE_CHECKING:
    from esi.core.cache import Stored
    from esi.core.engine import Engine
    from esi.core.exchange import Answer, Options, Request
    from esi.core.paging import Snapshot

# Pages put into the cache at once: few enough that an interrupt loses little.
_BATCH = 50


def fetch_pages(engine: Engine, request: Request, options: Options) -> Snapshot:
    """Fetch all pages of a listing, concurrently, as one snapshot where that can be had.

    An answer of 400 or more to the first page ends the pull and is its only answer.
    """
    rule = paging.snapshot()
    numbers, renew = next(rule)
    while True:
        answers = _fetch_numbered(engine, request, numbers, options, renew=renew)
        failed = [a for a in answers.values() if a.status >= 400]
        if failed:
            return paging.Snapshot(failed[:1], consistent=False)
        try:
            numbers, renew = rule.send(answers)
        except StopIteration as end:
            snapshot: Snapshot = end.value
            return snapshot


def _fetch_numbered(
    engine: Engine, request: Request, numbers: list[int], options: Options, *, renew: bool
) -> dict[int, Answer]:
    """Fetch pages by number. A page past the end (404) is left out, but for the first.

    The cache is read and written here, in few transactions, and not by the threads that wait
    for the API: a disk's cache has one writer at a time.
    """
    # The document gives `page` its default, so a listing's first page names it already.
    paged = any(name == "page" for name, _ in request.params)
    cases = {
        number: engine.look_up(
            request.with_param("page", number) if paged or number > 1 else request,
            options,
            renew=renew,
        )
        for number in numbers
    }
    answers: dict[int, Answer] = {}
    pending: list[tuple[Request, Stored]] = []
    asked = engine.map(
        lambda case: engine.ask(case, options), [c for c in cases.values() if not c.answer]
    )
    try:
        for number, case in cases.items():
            answer, stored = (case.answer, None) if case.answer else next(asked)
            if stored:
                pending.append((case.request, stored))
                if len(pending) >= _BATCH:
                    engine.keep(pending)
                    pending = []
            if answer.status == 404 and number > 1:
                continue
            answers[number] = answer
            if options.progress and answer.status < 400:
                options.progress(number, paging.page_count(answer), answer)
    finally:  # also after an error or ctrl-C: what was fetched need not be fetched again
        engine.keep(pending)
    return answers
