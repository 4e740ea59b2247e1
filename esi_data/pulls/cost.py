"""What a pull would cost, and what is left to spend: frames of the engine's own numbers."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from esi.core.http.rates import Rate
from esi.core.paging import snapshot as snapshots
from esi.core.paging import walks
from esi.core.paging.pages import numbered
from esi.core.rate_limits import forecast
from esi.core.rate_limits.rules import PRICE
from esi.core.warn import warn
from esi.errors import ApiConnectionError, ApiTimeoutError
from esi_data.errors import BudgetWarning
from esi_data.operation import is_localised, paging
from esi_data.pulls.fan_out import Call, calls_of
from esi_data.repr_html import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from esi.core.client.future import CachingHttpFuture
    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Request, Response

# Pages of the API's largest listing (orders of The Forge), with some to spare.
_LARGEST = 500


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
    `seconds` (until the last response arrives, at what is left of the budget), `left` (of that
    budget now) and `estimated` (calls whose number of pages is guessed from those known).

    How many pages a listing has only its first page tells. Where the cache does not have it, the
    first `learn` such listings are asked; the answers stay in the cache, so that `pull` need not
    ask again. `learn=0` sends the API nothing; an expired token is refreshed at the SSO all the
    same. Listings that are walked have no count at all: 1 each.

    Raises:
        ParameterError: an unknown, missing or wrong parameter.
        ApiConnectionError, ApiTimeoutError: a page count was to be learnt.
    """
    calls = calls_of(operation, params)
    first = calls[0].future
    codes = None
    if languages is not None and is_localised(first.operation):
        codes = list(dict.fromkeys(first.future.client.language(code) for code in languages))
    asked = _CostEstimate.of(calls, codes)
    if not asked.engine.config().offline:
        asked.learn(learn)
    group, user = asked.engine.limiter.payer(asked.requests[0])
    budget = asked.budget()
    found = asked.priced(budget)
    row = {
        "group": group or "errors",
        "user": user,
        "calls": found.calls,
        "requests": found.requests,
        "cached": found.cached,
        "tokens": found.tokens,
        "errors_at_risk": found.errors_at_risk,
        "seconds": round(found.seconds, 1),
        "left": budget.left,
        "estimated": found.estimated,
    }
    return Plan([row])


def warn_of_cost(
    calls: Sequence[Call], codes: Sequence[str] | None, *, max_pages: int | None = None
) -> dict[str, int]:
    """Say so before a pull that costs more than is left; `plan` tells more, and how long.

    Only where it is tight is the cache looked through. Where it does not know the pages of any
    listing, the first is asked for them; the pull then finds that page in the cache. Returns what
    that cost, by its names in `attrs["esi"]`.
    """
    asked = _CostEstimate.of(calls, codes, max_pages)
    budget = asked.budget()
    least = len(asked.requests) * PRICE
    most = least * min(max_pages or _LARGEST, _LARGEST) if asked.paged else least
    if not budget.group or most <= budget.left:  # the error limit is for failures alone
        return {}
    learnt: list[Response] = []
    if asked.paged:
        pages = asked.pages()
        if not any(pages) and least <= budget.left and asked.keeps:
            with contextlib.suppress(ApiConnectionError, ApiTimeoutError):  # the pull will tell
                learnt = asked.learn(1)
            pages, budget = asked.pages(), asked.budget()
        if forecast.forecast([forecast.Call(n) for n in pages], budget).tokens <= budget.left:
            return _cost(learnt)
    found = asked.priced(budget)
    if found.tokens > budget.left:
        guessed = "about " if asked.paged else "at least "
        asked.warn(budget, f"{guessed if found.estimated else ''}{found.requests}", found.tokens)
    return _cost(learnt)


def warn_of_calls(future: CachingHttpFuture, count: int) -> None:
    """Say so before a bulk pull of so many calls like this one costs more than is left."""
    asked = _CostEstimate.of([Call(future)], None)
    budget = asked.budget()
    if budget.group and count * PRICE > budget.left:
        asked.warn(budget, f"at least {count}", count * PRICE)


def _cost(answers: Sequence[Response]) -> dict[str, int]:
    names = ("requests", "transferred", "tokens") if answers else ()
    return {name: sum(getattr(answer, name) for answer in answers) for name in names}


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
    followed = paging(future.operation)
    if followed == "cursor":
        spec, names = future.operation.op_spec, future.operation.params
        steered = walks.steering(spec, names) & set(getattr(future, "parameters", {}))
        return False if steered else None
    return followed == "pages"


@dataclass(frozen=True)
class _CostEstimate:
    """The requests of a pull, a page 1 each where they are paged, and what the cache has of them.

    `paged` is None where they are walked: there is no count, and no page that would tell.
    """

    first: CachingHttpFuture
    requests: list[Request]
    paged: bool | None
    max_pages: int | None

    @classmethod
    def of(
        cls, calls: Sequence[Call], codes: Sequence[str] | None, max_pages: int | None = None
    ) -> Self:
        """The requests of calls, each in each language."""
        first = calls[0].future
        paged = _is_paged(first)
        languages: Sequence[str | None] = [*codes] if codes else [None]
        requests = [
            call.future.future.plain(call.future.operation, code)
            for call in calls
            for code in languages
        ]
        if paged:
            requests = [numbered(request, 1) for request in requests]
        return cls(first, requests, paged, max_pages)

    @property
    def engine(self) -> Engine:
        """The engine that they go through."""
        return self.first.engine

    @property
    def keeps(self) -> bool:
        """Whether what is asked now need not be asked again."""
        return self.engine.cache is not None and self.engine.config().cache_response

    def budget(self) -> forecast.Budget:
        """What there is to spend for them now."""
        limiter = self.engine.limiter
        size, window, left, returns = limiter.returns(self.requests[0])
        group, _ = limiter.payer(self.requests[0])
        return forecast.Budget(group, size, window, left, tuple(returns))

    def warn(self, budget: forecast.Budget, requests: str, tokens: int) -> None:
        """Warn of what they cost."""
        ends = "wait for more" if self.engine.config().on_limit == "wait" else "fail"
        warn(
            f"{self.first.operation.operation_id}: {requests} requests cost {tokens} tokens, and "
            f"{budget.left} of {budget.size} are left in {budget.group}; the pull will {ends} when "
            "they are spent. See esi.plan(...).",
            BudgetWarning,
        )

    def pages(self) -> list[int | None]:
        """How many pages each has, as far as the cache knows."""
        return [self._count(self._held(request)[0]) for request in self.requests]

    def learn(self, most: int) -> list[Response]:
        """Ask for the pages of so many of those that are not known."""
        asked: list[Response] = []
        if self.paged:
            for request, count in zip(self.requests, self.pages(), strict=True):
                if count is None and len(asked) < most:
                    asked.append(self.engine.fetch(request))
        return asked

    def priced(self, budget: forecast.Budget) -> forecast.Forecast:
        """Return what they will cost."""
        return forecast.forecast(
            [self._known(request) for request in self.requests],
            budget,
            latency=self.engine.latency.seconds,
            concurrency=self.engine.config().concurrency,
        )

    def _held(self, request: Request) -> tuple[Response | None, bool]:
        """The answer that the cache has, if any, and whether it still holds."""
        (case,) = self.engine.look_up([request])
        if case.response:
            return case.response, True
        return (case.stored.response if case.stored else None), False

    def _count(self, held: Response | None) -> int | None:
        if held is None:
            return None
        return min(snapshots.page_count(held), self.max_pages or snapshots.MAX_PAGES)

    def _known(self, request: Request) -> forecast.Call:
        """What the cache tells of a call."""
        first = self._held(request)
        pages = self._count(first[0]) if self.paged else None if self.paged is None else 1
        others = range(2, (pages or 1) + 1) if self.paged else ()
        held = [first, *(self._held(numbered(request, number)) for number in others)]
        return forecast.Call(pages, cached=sum(fresh for _, fresh in held))
