"""Many calls become one frame: one for each value of the parameters' lists, in each language."""

from __future__ import annotations

import logging
from itertools import chain, product
from typing import TYPE_CHECKING, Any, Literal, get_args

from bravado.exception import HTTPError

from esi.core.client.answer_schema import answer_schema
from esi.core.client.call_errors import check_max_pages
from esi.core.error_text import unknown
from esi.core.warn import warn
from esi.errors import InconsistentSnapshotWarning, LimitError
from esi_data.errors import LanguageWarning, NotLocalisedWarning
from esi_data.frames.fetch import fetch, frame_of_calls
from esi_data.frames.localise import localise
from esi_data.frames.metadata import as_json
from esi_data.frames.schema import plan_of
from esi_data.operation import is_localised
from esi_data.progress import Bar, Pages, Progress
from esi_data.pulls.cost import warn_of_cost
from esi_data.pulls.failures import CALL_ERRORS, is_rejected_body, record_of
from esi_data.pulls.fan_out import PullCall, calls_of, isolate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi_data.frames.fetched import Fetched
    from esi_data.frames.schema import Plan

    Job = tuple[PullCall, str | None]  # a call, and the language to make it in
    Outcome = tuple[list[Fetched], list[dict[str, Any]]]  # what was fetched; records of failures

logger = logging.getLogger("esi_data")

OnError = Literal["raise", "skip", "collect"]
Layout = Literal["wide", "long"]
ON_ERROR: tuple[str, ...] = get_args(OnError)
LAYOUTS: tuple[str, ...] = get_args(Layout)


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

    A list given for a scalar parameter fans out and becomes a column; several make a product. A
    list longer than the API takes in one body is split into chunks. Rows keep the order of the
    input. `attrs["esi"]` has the sums of all calls.

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
        ignore_cache: send a request whatever the cache has.
        stale_if_error: use expired responses of the cache while the API fails;
            `attrs["esi"]["stale"]` is then True.
        forewarn: warn (`BudgetWarning`) if the pull costs more than is left.
        params: the operation's parameters, `token` among them.

    Raises:
        ParameterError: an unknown, missing or wrong parameter; before the first request.
        ValueError: an unknown `on_error` or `layout`.
        UnknownListError: the response has no list column named by `explode`.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`;
            what was fetched until then stays in the cache.

    Warns:
        BudgetWarning: the pull costs more than is left of the API's limit.
    """
    check_choices(layout, on_error)
    calls = calls_of(operation, params)
    future = calls[0].future
    check_max_pages(future.operation, max_pages)
    codes = None if languages is None else codes_of(future, languages)
    spent = warn_of_cost(calls, codes, max_pages=max_pages) if forewarn else {}
    options = {"ignore_cache": ignore_cache, "stale_if_error": stale_if_error}
    result = frame_of_jobs(
        calls, codes, layout, on_error, progress, explode=explode, max_pages=max_pages, **options
    )
    metadata = result.attrs["esi"]
    for name, number in spent.items():
        metadata[name] += number
        metadata["from_cache"] = False
    metadata["parameters"] = as_json({k: v for k, v in params.items() if k != "token"})
    return result


def check_choices(layout: str, on_error: str) -> None:
    """Check the values of `layout=` and `on_error=`.

    Raises:
        ValueError: one is unknown.
    """
    check_choice("layout", layout, LAYOUTS)
    check_choice("on_error", on_error, ON_ERROR)


def check_choice(name: str, value: str, known: tuple[str, ...]) -> None:
    """Raise ValueError if an argument is none of the known values."""
    if value not in known:
        raise ValueError(unknown(name, value, known))


def codes_of(future: CachingHttpFuture, languages: Sequence[str] | None) -> list[str] | None:
    """Return the API's codes of languages; None, with a warning, if the operation has only one."""
    given = future.engine.config().languages if languages is None else languages
    given = [given] if isinstance(given, str) else given
    codes = list(dict.fromkeys(future.future.client.language(code) for code in given))
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
    layout: Layout,
    on_error: OnError,
    progress: Progress,
    *,
    explode: str | None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch calls in each language and return their frame; `codes` None leaves the language out."""
    future = calls[0].future
    name, schema = future.operation.operation_id, answer_schema(future.operation)
    plan = plan_of(schema, explode)
    languages: list[str | None] = [*codes] if codes else [None]
    jobs = list(product(calls, languages))
    fetched: dict[str | None, list[tuple[PullCall, Fetched]]] = {code: [] for code in languages}
    failures: list[dict[str, Any]] = []
    total, unit = (len(jobs), "call") if len(jobs) > 1 else (None, "page")
    with Bar(name, progress, total, unit) as bar:
        outcomes = _fetch_all(jobs, plan, bar, on_error, **options)
        for (call, code), (answers, failed) in zip(jobs, outcomes, strict=True):
            fetched[code] += [(call, answer) for answer in answers]
            failures += failed
    mixed = codes is not None and _is_mixed(chain.from_iterable(fetched.values()))
    deaf = [code for code, of in fetched.items() if not all(each.honoured for _, each in of)]
    frames: dict[str, pd.DataFrame] = {}
    fans = list(calls[0].fanned)
    for code in languages:
        pairs = fetched.pop(code)  # releases each language's pages once its frame is made
        values = {name: [call.fanned[name] for call, _ in pairs] for name in fans}
        frames[code or ""] = frame_of_calls(future, plan, [each for _, each in pairs], values)
    if codes is None:
        result = frames[""]
    else:
        result = localise(frames, schema, name, layout, explode=explode, beside=fans)
    metadata = result.attrs["esi"]
    if mixed:
        metadata["consistent"] = False
        warn(
            f"{name}: its languages come from different snapshots (attrs['esi']['last_modified']), "
            "so names may not fit the other columns; run it again when the API's cache has expired",
            InconsistentSnapshotWarning,
        )
    warn_deaf(result, future, deaf)
    if on_error == "skip":
        metadata["skipped"] = len(failures)
    elif on_error == "collect":
        metadata["errors"] = failures
    return result


def _is_mixed(pairs: Iterator[tuple[PullCall, Fetched]]) -> bool:
    """Return True if the languages of a call come from different snapshots."""
    snapshots: dict[int, set[str | None]] = {}
    for call, fetched in pairs:
        snapshots.setdefault(id(call), set()).add(fetched.snapshot.last_modified)
    return any(len(each) > 1 for each in snapshots.values())


def warn_deaf(
    result: pd.DataFrame, future: CachingHttpFuture, languages: Sequence[str | None]
) -> None:
    """Warn of languages in which the API did not respond, and list them in the frame's `attrs`."""
    if not languages:
        return
    result.attrs["esi"]["languages_not_honoured"] = list(languages)
    warn(
        f"{future.operation.operation_id} was requested in {', '.join(map(str, languages))}, but "
        "the API responded in another language; the columns contain that one",
        LanguageWarning,
    )


def _fetch_all(
    jobs: list[Job], plan: Plan, bar: Bar, on_error: OnError, **options: Any
) -> Iterator[Outcome]:
    """Yield the outcome of each job, in their order.

    The engine limits concurrent requests; a thread here waits for the pages of one call.
    """
    if len(jobs) == 1:
        yield _fetch_job(*jobs[0], plan, bar, on_error, **options)
        return
    engine = jobs[0][0].future.engine
    done: list[bool] = []

    def fetch_job(job: Job) -> Outcome:
        outcome = _fetch_job(*job, plan, bar.of_call(), on_error, **options)
        done.append(True)
        return outcome

    try:
        for outcome in engine.map(fetch_job, jobs):
            yield outcome
            bar.step()
    except KeyboardInterrupt:
        logger.warning(
            "Interrupted after %d of %d calls. Fetched pages are in the cache: run the same pull "
            "again to resume.",
            len(done),
            len(jobs),
        )
        raise


def _fetch_job(
    call: PullCall, language: str | None, plan: Plan, bar: Pages, on_error: OnError, **options: Any
) -> Outcome:
    """Return what a job fetched and its failures; with `on_error="raise"` raise the first."""
    try:
        return [fetch(call.future, plan, bar, language=language, **options)], []
    except LimitError:
        raise
    except CALL_ERRORS as exc:
        if on_error == "raise":
            if call.fanned:
                which = ", ".join(f"{name}={value!r}" for name, value in call.fanned.items())
                exc.add_note(f'It was the call of {which}; on_error="collect" keeps the others.')
            raise
        if call.with_body is None or not is_rejected_body(exc):
            return [], [record_of(call, language, exc)]
        return _fetch_parts(call, call.with_body, language, plan, exc, **options)


def _fetch_parts(
    call: PullCall,
    with_body: Callable[[Sequence[Any]], CachingHttpFuture],
    language: str | None,
    plan: Plan,
    rejection: Exception,
    **options: Any,
) -> Outcome:
    """Return the outcome of a job whose body was rejected, without the values that are bad."""

    def fetch_part(values: Sequence[Any]) -> Fetched | None:
        nonlocal rejection
        try:
            return fetch(with_body(values), plan, language=language, **options)
        except HTTPError as exc:
            if not is_rejected_body(exc):
                raise
            rejection = exc
            return None

    try:
        fetched, bad, _ = isolate(call.body or (), fetch_part, bad=True)
    except LimitError:
        raise
    except CALL_ERRORS as exc:
        return [], [record_of(call, language, exc)]
    return fetched, [record_of(call, language, rejection, item) for item in bad]
