"""Return the cost of a pull before it starts, and the remaining limits, as frames."""

from __future__ import annotations

import contextlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from esi.core.http.rates import Rate
from esi.core.paging import snapshot as snapshots
from esi.core.paging import walks
from esi.core.paging.pages import numbered
from esi.core.rate_limits import forecast
from esi.core.rate_limits.rules import PRICE
from esi.core.warn import warn
from esi.errors import ApiConnectionError, ApiTimeoutError
from esi_data.errors import BudgetWarning
from esi_data.operation import is_list_like, is_localised, paging
from esi_data.pulls.fan_out import PullCall, calls_of, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Request, Response

_FAILURE = 5  # tokens of a failed call
# More pages than the API's largest listing has (orders of The Forge: about 400).
_LARGEST = 500


def plan(
    operation: Callable[..., CachingHttpFuture],
    *,
    languages: Sequence[str] | None = None,
    learn: int = 1,
    **params: Any,
) -> pd.DataFrame:
    """Return the cost of `pull` with the same arguments, as a frame of one row.

    Columns: `group` (`errors` where only failures count, against the error limit) and `user` whose
    bucket pays (empty: this machine's address), `calls`, `requests`, `cached` (responses that need
    no request), `tokens` (if no call fails), `errors_at_risk` (errors if every call fails),
    `seconds` (until the last response arrives, given the remaining budget), `estimated` (calls
    whose number of pages is a guess from the known ones) and `left` (the remaining budget).

    The first page of a listing says how many pages follow. For at most `learn` listings whose
    first page is not in the cache, this function fetches it; `pull` then finds it in the cache.
    `learn=0` sends nothing to the API, but still refreshes an expired token at the SSO. Listings
    that are walked have no page count and count as one request.

    Raises:
        ParameterError: an unknown, missing or wrong parameter, or a wrong `learn`.
        ApiConnectionError, ApiTimeoutError: the request for a page count failed.
    """
    from esi_data.pulls.cost_frame import CostFrame  # noqa: PLC0415 - pandas is slow to import

    calls = calls_of(operation, params, ("languages", "learn"))
    first = calls[0].future
    if not isinstance(learn, int) or learn < 0:
        raise refusal(first.operation, f"learn={learn!r}", "cannot be used: pass 0 or more")
    localised = languages is not None and is_localised(first.operation)
    codes = codes_of(first, languages) if localised else None
    estimate = _CostEstimate.of(calls, codes)
    if not estimate.engine.config().offline:
        estimate.learn(learn)
    budget = estimate.budget()
    cost = asdict(estimate.priced(budget))
    cost["seconds"] = round(cost["seconds"], 1)
    payer = {"group": budget.group or "errors", "user": budget.user}
    return CostFrame([{**payer, **cost, "left": budget.left}])


def codes_of(future: CachingHttpFuture, languages: Sequence[str] | None) -> list[str]:
    """Return the API's language codes; None stands for all configured languages."""
    given: Any = future.engine.config().languages if languages is None else languages
    given = list(given) if is_list_like(given) else [given]
    if not given:
        raise refusal(
            future.operation, "languages", "is an empty list; name codes, or leave it out"
        )
    return list(dict.fromkeys(future.future.client.language(code) for code in given))


def warn_of_cost(
    calls: Sequence[PullCall], codes: Sequence[str] | None, *, max_pages: int | None = None
) -> dict[str, int]:
    """Warn if a pull costs more than the remaining budget; return the cost of the estimate itself.

    Read the cache only if the budget is tight. If the cache has no page of any listing, fetch the
    first page of the first one; the pull then finds it in the cache.
    """
    estimate = _CostEstimate.of(calls, codes, max_pages)
    budget = estimate.budget()
    least = len(estimate.requests) * PRICE
    greatest = least * min(max_pages or _LARGEST, _LARGEST) if estimate.paged else least
    if not budget.group or greatest <= budget.left:  # only failures use up the error limit
        return {}
    fetched: list[Response] = []
    engine = estimate.engine
    keeps = engine.cache is not None and engine.config().cache_response
    if estimate.paged and keeps and least <= budget.left and not any(estimate.pages()):
        with contextlib.suppress(ApiConnectionError, ApiTimeoutError):  # the pull raises it
            fetched = estimate.learn(1)
        budget = estimate.budget()
    cost = estimate.priced(budget)
    if cost.tokens > budget.left:
        about = "about " if estimate.paged else "at least "
        estimate.warn(budget, f"{about if cost.estimated else ''}{cost.requests}", cost.tokens)
    names = ("requests", "transferred", "tokens") if fetched else ()
    return {name: sum(getattr(response, name) for response in fetched) for name in names}


def errors_to_spare(future: CachingHttpFuture) -> int:
    """Return how many calls like this one may fail before half of their budget is used up.

    Lookups that may fail must leave enough of the budget for other calls.
    """
    request = future.future.plain(future.operation, None)
    budget = future.engine.limiter.budget(request)
    return (budget.left - budget.size // 2) // (_FAILURE if budget.group else 1)


def warn_of_calls(future: CachingHttpFuture, count: int) -> None:
    """Warn if a bulk pull of `count` calls like this one costs more than is left."""
    request = future.future.plain(future.operation, None)
    estimate = _CostEstimate(future, [request], paged=None, max_pages=None)
    budget = estimate.budget()
    if budget.group and count * PRICE > budget.left:
        estimate.warn(budget, f"at least {count}", count * PRICE)


def limits(engine: Engine, operations: Iterable[Any]) -> pd.DataFrame:
    """Return what is left of each budget: the error limit first, then buckets by group and user.

    Columns: `group`, `user` (a character; empty: this address), `size` and `left` (tokens, or
    errors), `window` (seconds until spent tokens return), `in_flight` (requests of this process),
    `stopped` (seconds for which the API refuses requests) and `waiting` (operations of this process
    that wait for it).
    """
    import pandas as pd  # noqa: PLC0415 - slow to import

    rates = {
        rate.group: rate
        for operation in operations
        if (rate := Rate.from_document(operation.op_spec.get("x-rate-limit")))
    }
    views = engine.limiter.views(engine.config().api_url, list(rates.values()))
    names = ("group", "user", "size", "left", "window", "in_flight", "stopped")
    data = {name: [getattr(view, name) for view in views] for name in names}
    return pd.DataFrame(data | {"waiting": [", ".join(view.waiting) for view in views]})


def _is_paged(future: CachingHttpFuture) -> bool | None:
    """Return True if a listing has numbered pages; None if it is walked to its end."""
    followed = paging(future.operation)
    if followed == "cursor":
        spec, names = future.operation.op_spec, future.operation.params
        steered = walks.steering(spec, names) & set(getattr(future, "parameters", {}))
        return False if steered else None
    return followed == "pages"


@dataclass(frozen=True)
class _CostEstimate:
    """Requests of a pull (the first page of each listing), and their cached responses.

    `paged` is None for listings that are walked: their pages do not say how many follow.
    """

    first: CachingHttpFuture
    requests: list[Request]
    paged: bool | None
    max_pages: int | None

    @classmethod
    def of(
        cls, calls: Sequence[PullCall], codes: Sequence[str] | None, max_pages: int | None = None
    ) -> Self:
        """Return the requests of calls, each in each language."""
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
        """Engine that sends the requests."""
        return self.first.engine

    def budget(self) -> forecast.Budget:
        """Return the budget that pays for the requests."""
        return self.engine.limiter.budget(self.requests[0])

    def warn(self, budget: forecast.Budget, requests: str, tokens: int) -> None:
        """Warn of the cost."""
        ends = "wait for more" if self.engine.config().on_limit == "wait" else "fail"
        warn(
            f"{self.first.operation.operation_id}: {requests} requests cost {tokens} tokens, and "
            f"{budget.left} of {budget.size} are left in {budget.group}; the pull will {ends} when "
            "they are spent. See esi.plan(...).",
            BudgetWarning,
        )

    def pages(self) -> list[int | None]:
        """Return the number of pages of each listing, None where the cache has none."""
        return [self._count(response) for response, _ in self._cached(self.requests)]

    def learn(self, most: int) -> list[Response]:
        """Fetch the first page of at most `most` listings whose page count is unknown."""
        fetched: list[Response] = []
        if self.paged:
            for request, count in zip(self.requests, self.pages(), strict=True):
                if count is None and len(fetched) < most:
                    fetched.append(self.engine.fetch(request))
        return fetched

    def priced(self, budget: forecast.Budget) -> forecast.Forecast:
        """Return the forecast of the requests."""
        return forecast.forecast(
            list(map(self._known, self.requests, self._cached(self.requests))),
            budget,
            latency=self.engine.latency.seconds,
            concurrency=self.engine.config().concurrency,
        )

    def _cached(self, requests: Iterable[Request]) -> list[tuple[Response | None, bool]]:
        """Return the cached response of each request, if any, and whether it is still fresh."""
        return [
            (lookup.response or (lookup.stored.response if lookup.stored else None),
             lookup.response is not None)
            for lookup in self.engine.look_up(requests)
        ]  # fmt: skip

    def _count(self, cached: Response | None) -> int | None:
        if cached is None:
            return None
        return min(snapshots.page_count(cached), self.max_pages or snapshots.MAX_PAGES)

    def _known(self, request: Request, first: tuple[Response | None, bool]) -> forecast.CallPages:
        """Return the cached responses and page count of a call."""
        pages = self._count(first[0]) if self.paged else None if self.paged is None else 1
        others = range(2, (pages or 1) + 1) if self.paged else ()
        cached = [first, *self._cached(numbered(request, number) for number in others)]
        return forecast.CallPages(pages, cached=sum(fresh for _, fresh in cached))
