"""Make one frame of many calls: one call per value of the parameters' lists, in each language."""

from __future__ import annotations

import logging
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any, Literal, get_args

from bravado.exception import HTTPError

from esi.core.client.answer_schema import answer_schema
from esi.core.client.call_errors import check_max_pages
from esi.core.error_text import unknown
from esi.core.warn import warn
from esi.errors import InconsistentSnapshotWarning, LimitError
from esi_data.errors import LanguageWarning, NotLocalisedWarning
from esi_data.formatting import count_of
from esi_data.frames.build import frame, insert_first, parameter_column
from esi_data.frames.fetch import Fetched, fetch, frame_of_calls
from esi_data.frames.localise import localise
from esi_data.frames.schema import plan_of
from esi_data.operation import as_json, is_localised
from esi_data.progress import Bar, Progress, check_progress
from esi_data.pulls.cost import codes_of, warn_of_cost
from esi_data.pulls.fan_out import (
    CALL_ERRORS,
    PullCall,
    calls_of,
    is_rejected_body,
    isolate,
    record_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

    from esi.core.client.client import CallableOperation
    from esi.core.client.future import CachingHttpFuture
    from esi_data.frames.fetch import OnPage
    from esi_data.frames.schema import Plan

    Job = tuple[PullCall, str | None]  # a call, and the language to make it in
    Outcome = tuple[list[Fetched], list[dict[str, Any]]]  # what was fetched; records of failures

logger = logging.getLogger("esi_data")

OnError = Literal["raise", "skip", "collect"]
Layout = Literal["wide", "long"]
_OPTIONS = ("languages", "layout", "on_error", "explode", "progress", "max_pages", "ignore_cache",
            "stale_if_error")  # fmt: skip


def pull(
    operation: Callable[..., CachingHttpFuture],
    *,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    on_error: OnError = "raise",
    explode: str | None = None,
    progress: Progress = None,
    max_pages: int | None = None,
    ignore_cache: bool = False,
    stale_if_error: bool = False,
    forewarn: bool = True,
    **params: Any,
) -> pd.DataFrame:
    """Call an operation for every value of the lists among its parameters, as one DataFrame.

    A list given for a scalar parameter fans out; several make a product. Parameters of the path and
    the query become columns where the response has none of that name, whether they have one value
    or many; positions in a listing (`page`, `from_id`, ...) do not. A list longer than the API
    takes in one body is split into chunks. Rows keep the order of the input. `attrs["esi"]` has the
    sums of all calls.

    Args:
        operation: the operation to call.
        languages: codes, for a localised frame as of `frame_localized`.
        layout: `wide` or `long`, with several languages.
        on_error: `raise` ends the pull at a failed call, `skip` leaves the call out and counts it
            in `attrs["esi"]["skipped"]`, `collect` leaves it out and records it in
            `attrs["esi"]["errors"]`. Where the API rejects a body for one bad value, only the bad
            values fail. A limit that is reached (`LimitError`) always ends the pull.
        explode: list column whose elements become the rows.
        progress: True shows a progress bar, False none, None one on a terminal only. A function
            is called with each `esi_data.progress.Step` instead.
        max_pages: fetch at most this many pages of each call's listing.
        ignore_cache: send requests even if the cache has fresh responses.
        stale_if_error: use expired responses of the cache while the API fails;
            `attrs["esi"]["stale"]` is then True.
        forewarn: warn (`BudgetWarning`) if the pull costs more than is left.
        params: the operation's parameters, `token` among them.

    Raises:
        ParameterError: an unknown, missing or wrong parameter; before the first request.
        ValueError: an unknown `on_error`, `layout` or `progress`; before the first request.
        UnknownListError: the response has no list column named by `explode`.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`;
            what was fetched until then stays in the cache.

    Warns:
        BudgetWarning: the pull costs more than is left of the API's limit.
    """
    check_choices(layout, on_error)
    check_progress(progress)
    calls = calls_of(operation, params, _OPTIONS)
    future = calls[0].future
    check_max_pages(future.operation, max_pages)
    plan_of(answer_schema(future.operation), explode)
    codes = None if languages is None else localised_codes(future, languages)
    spent = warn_of_cost(calls, codes, max_pages=max_pages) if forewarn else {}
    result = frame_of_jobs(
        calls,
        codes,
        layout,
        on_error,
        progress,
        explode=explode,
        max_pages=max_pages,
        ignore_cache=ignore_cache,
        stale_if_error=stale_if_error,
        parameters=params,
    )
    metadata = result.attrs["esi"]
    for name, number in spent.items():
        metadata[name] += number
        metadata["from_cache"] = False
    return result


def pull_rows(
    operation: CallableOperation,
    rows: pd.DataFrame,
    *,
    on_error: OnError = "raise",
    progress: Progress = None,
) -> pd.DataFrame:
    """Call an operation once for each row of parameters, as one DataFrame.

    Unlike the lists of `pull`, the values of a row belong together: a killmail's id and its hash.
    They are columns of the frame, which is empty without rows.

    Raises:
        ParameterError, HTTPError, ApiConnectionError, ApiTimeoutError: as `pull`.
    """
    check_choices("wide", on_error)
    check_progress(progress)
    names = list(map(str, rows.columns))
    values = [dict(zip(names, row, strict=True)) for row in rows.itertuples(index=False)]
    if not values:
        empty = frame([], answer_schema(operation.operation))
        insert_first(empty, {name: [] for name in names}, partial(parameter_column, operation), [])
        empty.attrs["esi"] |= {"operation": operation.operation_id}
        return empty
    calls = [PullCall(operation(**each), each, each) for each in values]
    warn_of_cost(calls, None)
    parameters = {name: rows[name].tolist() for name in names}
    return frame_of_jobs(calls, None, "wide", on_error, progress, parameters=parameters)


def check_choices(layout: str, on_error: str = "raise") -> None:
    """Check the values of `layout=` and `on_error=`."""
    for name, value, known in (("layout", layout, Layout), ("on_error", on_error, OnError)):
        if value not in get_args(known):
            raise ValueError(unknown(name, value, get_args(known)))


def localised_codes(future: CachingHttpFuture, languages: Sequence[str] | None) -> list[str] | None:
    """Return the API's codes of languages; None, with a warning, if the operation has only one."""
    codes = codes_of(future, languages)
    if is_localised(future.operation):
        return codes
    warn(
        f"{future.operation.operation_id} is the same in all languages, so it is requested once; "
        "use frame() or leave languages= out",
        NotLocalisedWarning,
    )
    return None


def frame_of_jobs(
    calls: list[PullCall],
    codes: list[str] | None,
    layout: Layout = "wide",
    on_error: OnError = "raise",
    progress: Progress = None,
    *,
    explode: str | None = None,
    language: str | None = None,
    parameters: dict[str, Any] | None = None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch calls and return their frame: localised if there are `codes`, else in one language."""
    future = calls[0].future
    name, schema = future.operation.operation_id, answer_schema(future.operation)
    plan = plan_of(schema, explode)
    languages: list[str | None] = [*codes] if codes else [language]
    jobs = list(product(calls, languages))
    total, unit = (len(jobs), "call") if len(jobs) > 1 else (None, "page")
    fetched: list[tuple[PullCall, str | None, Fetched]] = []
    failures: list[dict[str, Any]] = []
    options["look"] = not callable(progress)  # which is called with each page
    with Bar(name, progress, total, unit) as bar:
        for (call, code), (answers, failed) in _fetch_all(jobs, plan, bar, on_error, **options):
            fetched += [(call, code, answer) for answer in answers]
            failures += failed
    given = getattr(future, "parameters", {}) if parameters is None else parameters
    metadata = {"parameters": as_json({k: v for k, v in given.items() if k != "token"})}
    if codes and _is_mixed(fetched):
        metadata["consistent"] = False
        warn(
            f"{name}: its languages come from different snapshots (attrs['esi']['last_modified']), "
            "so names may not fit the other columns; run it again when the API's cache has expired",
            InconsistentSnapshotWarning,
        )
    if deaf := list({code: None for _, code, each in fetched if not each.is_in(code)}):
        metadata["languages_not_honoured"] = deaf
        warn(
            f"{name} was requested in {', '.join(map(str, deaf))}, but the API responded in "
            "another language; the columns contain that one",
            LanguageWarning,
        )
    frames: dict[str, pd.DataFrame] = {}
    columns = list(calls[0].columns)
    for code in languages:
        pairs = [(call, each) for call, of, each in fetched if of == code]
        values = {name: [call.columns[name] for call, _ in pairs] for name in columns}
        frames[code or ""] = frame_of_calls(future, plan, [each for _, each in pairs], values)
    if codes:
        result = localise(frames, schema, name, layout, explode=explode, beside=columns)
    else:
        (result,) = frames.values()
    if on_error == "skip":
        metadata["skipped"] = len(failures)
    elif on_error == "collect":
        metadata["errors"] = failures
    result.attrs["esi"] |= metadata
    return result


def _is_mixed(fetched: list[tuple[PullCall, str | None, Fetched]]) -> bool:
    """Return True if the languages of a call come from different snapshots."""
    snapshots: dict[int, set[str | None]] = {}
    for call, _, each in fetched:
        snapshots.setdefault(id(call), set()).add(each.snapshot.last_modified)
    return any(len(each) > 1 for each in snapshots.values())


def _fetch_all(
    jobs: list[Job], plan: Plan, bar: Bar, on_error: OnError, **options: Any
) -> Iterator[tuple[Job, Outcome]]:
    """Yield each job with its outcome, in their order.

    The engine limits concurrent requests; a thread here waits for the pages of one call.
    """
    alone = len(jobs) == 1
    on_page = bar.page if alone else bar.page_of_call

    def fetch_job(job: Job) -> Outcome:
        return _fetch_job(*job, plan, on_page, on_error, **options)

    done = 0
    try:
        for job, outcome in zip(jobs, jobs[0][0].future.engine.map(fetch_job, jobs), strict=True):
            yield job, outcome
            done += 1
            if not alone:
                bar.step()
    except KeyboardInterrupt:
        calls = count_of(len(jobs), "call")
        logger.warning(
            "Interrupted after %d of %s. Fetched pages are in the cache: run it again to resume.",
            done,
            calls,
        )
        raise


def _fetch_job(
    call: PullCall,
    language: str | None,
    plan: Plan,
    on_page: OnPage,
    on_error: OnError,
    **options: Any,
) -> Outcome:
    """Return what a job fetched and its failures; with `on_error="raise"` raise the first."""
    options["language"] = language
    try:
        return [fetch(call.future, plan, on_page, **options)], []
    except LimitError:
        raise
    except CALL_ERRORS as exc:
        if on_error == "raise":
            if call.fanned:
                which = ", ".join(f"{name}={value!r}" for name, value in call.fanned.items())
                exc.add_note(f'It was the call of {which}; on_error="collect" keeps the others.')
            elif call.with_body and is_rejected_body(exc):
                exc.add_note('on_error="collect" finds the wrong values and keeps the others.')
            raise
        if call.with_body is None or not is_rejected_body(exc):
            return [], [record_of(call, language, exc)]
        return _fetch_parts(call, call.with_body, plan, exc, **options)


def _fetch_parts(
    call: PullCall,
    with_body: Callable[[Sequence[Any]], CachingHttpFuture],
    plan: Plan,
    rejection: Exception,
    **options: Any,
) -> Outcome:
    """Return the outcome of a job whose body was rejected, without the values that are bad."""

    def fetch_part(values: Sequence[Any]) -> Fetched | None:
        nonlocal rejection
        try:
            return fetch(with_body(values), plan, **options)
        except HTTPError as exc:
            if not is_rejected_body(exc):
                raise
            rejection = exc
            return None

    language = options["language"]
    try:
        fetched, bad, _ = isolate(call.body or (), fetch_part, bad=True)
    except LimitError:
        raise
    except CALL_ERRORS as exc:
        return [], [record_of(call, language, exc)]
    return fetched, [record_of(call, language, rejection, item) for item in bad]
