"""What a pull would cost, and what is left to spend: frames of the engine's own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from esi.core import forecast, paging, walks
from esi.core.exchange import PLAIN
from esi.core.limits import Rate
from esi.core.pulling import numbered
from esi_data.calls import calls_of
from esi_data.pulls import is_localised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from esi.core.engine import Engine
    from esi.core.exchange import Request
    from esi.core.future import CachingHttpFuture


def plan(
    operation: Callable[..., CachingHttpFuture],
    *,
    languages: Sequence[str] | None = None,
    learn: int = 1,
    **params: Any,
) -> pd.DataFrame:
    """What `pull` with the same arguments would cost now: one row.

    Columns: `group` (`errors` where only failures count, against the error limit) and `user` whose
    bucket pays (empty: this machine's address), `calls`, `requests`, `cached` (answers that need no
    request), `tokens` (when all goes well), `errors_at_risk` (errors if every call fails),
    `seconds` (at what is left of today's budget), `left` (of that budget now) and `estimated`
    (calls whose number of pages is guessed from those known).

    How many pages a listing has only its first page tells. Where the cache does not have it, the
    first `learn` such listings are asked; the answers stay in the cache, so that `pull` need not
    ask again. `learn=0` sends nothing. Listings that are walked have no count at all: 1 each.

    Raises:
        ParameterError: an unknown, missing or wrong parameter.
        ApiConnectionError, ApiTimeoutError: a page count was to be learnt.
    """
    calls = calls_of(operation, params)
    first = calls[0].future
    codes: Sequence[str | None] = [None]
    if languages is not None and is_localised(first.operation):
        codes = list(dict.fromkeys(first.future.client.language(code) for code in languages))
    requests = [
        call.future.future.plain(call.future.operation, code) for call in calls for code in codes
    ]
    engine = first.engine
    paged = _is_paged(first)
    parts = [_known(engine, request, counted=paged is True) for request in requests]
    if paged is None:  # walked: no count, and no page that would tell
        parts = [forecast.Call(None, part.cached) for part in parts]
    else:
        for index, part in enumerate(parts):
            if part.pages is None and learn > 0 and not engine.config().offline:
                learn -= 1
                parts[index] = _learnt(engine, requests[index])
    size, window, left, returns = engine.limiter.returns(requests[0])
    group, user = engine.limiter.payer(requests[0])
    budget = forecast.Budget(group, size, window, left, tuple(returns))
    latency = engine.limiter.latency
    concurrency = engine.config().concurrency
    found = forecast.forecast(parts, budget, latency=latency, concurrency=concurrency)
    row = {
        "group": group or "errors",
        "user": user,
        "calls": found.calls,
        "requests": found.requests,
        "cached": found.cached,
        "tokens": found.tokens,
        "errors_at_risk": found.errors_at_risk,
        "seconds": round(found.seconds, 1),
        "left": left,
        "estimated": found.estimated,
    }
    return pd.DataFrame([row])


def limits(engine: Engine, operations: Iterable[Any]) -> pd.DataFrame:
    """What is left of each budget: the error limit first, then buckets by group and user.

    Columns: `group`, `user` (a character; empty: this address), `size` and `left` (tokens,
    or errors), `window` (seconds until what is spent comes back), `in_flight` (requests of this
    process), `stopped` (seconds that the API said to stay away) and `waiting` (the operations of
    this process that wait for it).
    """
    rates = {
        rate.group: rate
        for operation in operations
        if (rate := Rate.from_document(operation.op_spec.get("x-rate-limit")))
    }
    views = engine.limiter.views(engine.config().api_url, list(rates.values()))
    return pd.DataFrame(
        {
            "group": [view.group for view in views],
            "user": [view.user for view in views],
            "size": [view.size for view in views],
            "left": [view.left for view in views],
            "window": [view.window for view in views],
            "in_flight": [view.in_flight for view in views],
            "stopped": [view.stopped for view in views],
            "waiting": [", ".join(view.waiting) for view in views],
        }
    )


def _is_paged(future: CachingHttpFuture) -> bool | None:
    """Whether an operation's answer has pages by number; None where it is walked to its end."""
    spec, names = future.operation.op_spec, future.operation.params
    given = getattr(future, "parameters", {})
    if spec.get("x-pagination") == "cursor":
        steered = not walks.steering(spec, names).isdisjoint(given)
        return False if steered else None
    return "page" in names and future.operation.http_method.upper() == "GET"


def _known(engine: Engine, request: Request, *, counted: bool) -> forecast.Call:
    """What the cache tells of a call; `counted` is one with pages by number."""
    case = engine.look_up(numbered(request, 1) if counted else request, PLAIN, renew=False)
    held = case.answer or (case.stored.answer if case.stored else None)
    if not counted:
        return forecast.Call(1, 1 if case.answer else 0)
    if held is None:
        return forecast.Call(None)
    pages = paging.page_count(held) if held.status < 300 else 1
    cached = sum(
        1
        for number in range(1, pages + 1)
        if engine.look_up(numbered(request, number), PLAIN, renew=False).answer
    )
    return forecast.Call(pages, cached)


def _learnt(engine: Engine, request: Request) -> forecast.Call:
    """What the first page tells of a call; it is in the cache then."""
    engine.fetch(numbered(request, 1))
    known = _known(engine, request, counted=True)
    return known if known.pages is not None else forecast.Call(1)
