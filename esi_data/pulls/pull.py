"""Futures become frames: one call, one call in several languages, one call for many values.

Takes futures of `esi_data.Esi` and of a Django project's own provider alike.
"""

from __future__ import annotations

import logging
from itertools import chain, product
from typing import TYPE_CHECKING, Any, Literal, get_args

from bravado.exception import HTTPError

from esi.core.client.call_errors import bound
from esi.core.client.future import CachingHttpFuture, answer_schema
from esi.core.warn import warn
from esi.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    InconsistentSnapshotWarning,
    InvalidAnswerError,
    LimitError,
)
from esi_data.errors import LanguageWarning, NotLocalisedWarning
from esi_data.frames.fetch import Fetched, fetch, frame_of_calls
from esi_data.frames.localise import localise
from esi_data.frames.metadata import as_json, failure
from esi_data.operation import is_localised, missing_scopes
from esi_data.progress import Bar, Pages, Progress
from esi_data.pulls.cost import warn_of_cost
from esi_data.pulls.fan_out import Call, calls_of, isolate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd

logger = logging.getLogger("esi_data")

OnError = Literal["raise", "skip", "collect"]
Layout = Literal["wide", "long"]
_WAYS: tuple[str, ...] = get_args(OnError)
_LAYOUTS: tuple[str, ...] = get_args(Layout)

# What may fail of one call without failing the pull.
_FAILURES = (HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError)
# Statuses by which the API refuses a whole body for one bad value in it.
_REFUSED = {400, 404, 422}


def frame(
    future: CachingHttpFuture,
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch all pages of a call as one DataFrame, typed by the operation's schema.

    What `df.attrs["esi"]` tells is said in `esi_data.frames.metadata`.

    Args:
        future: what an operation returns.
        explode: a list column whose elements become the rows.
        progress: show a bar while pages come in; None shows one on a terminal only. A function is
            called with each `esi_data.progress.Step` instead.
        options: `timeout`, `retries`, `language`, `ignore_cache` and others of `future.results`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
        UnknownListError: there is no such list to explode.
        TypeError: it is no future.
    """
    _check_future(future)
    with Bar(future.operation.operation_id, progress) as bar:
        fetched = fetch(future, bar, explode=explode, **options)
    result = frame_of_calls(future, [fetched], explode=explode)
    _tell_deaf(result, future, [] if fetched.honoured else [fetched.language])
    return result


def frame_localized(
    future: CachingHttpFuture,
    languages: Sequence[str] | None = None,
    layout: Layout = "wide",
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch a call in several languages as one DataFrame.

    `wide` makes `name_en`, `name_de`, ... of every localised column, `long` has all languages'
    rows and a first column `language`. An operation that is not localised costs one request, and
    its frame is that of `frame`; a `NotLocalisedWarning` says so.

    Args:
        future: what an operation returns.
        languages: codes; all of the API's (`ESI_LANGUAGES`) where None. `en-us` is `en`.
        layout: `wide` or `long`.
        explode: a list column whose elements become the rows.
        progress: show a bar while answers come in; None shows one on a terminal only.
        options: `timeout`, `retries`, `ignore_cache` and others of `future.results`.

    Raises:
        ParameterError: a language that the API does not speak.
        ValueError: an unknown `layout`.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
        TypeError: it is no future.
    """
    _check_future(future)
    _check("layout", layout, _LAYOUTS)
    codes = _languages(future, languages)
    return _frame([Call(future)], codes, layout, "raise", progress, explode=explode, **options)


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
    list longer than the API takes in one body is cut into chunks. Rows come in the order of the
    input. `attrs["esi"]` has the sums of all calls.

    Args:
        operation: what is called.
        languages: codes, for a localised frame as of `frame_localized`.
        layout: `wide` or `long`, where there are languages.
        on_error: what becomes of a call that fails: `raise` ends the pull, `skip` leaves it out
            (`attrs["esi"]["skipped"]` counts), `collect` also tells of it in
            `attrs["esi"]["errors"]`. Of a body that the API refuses for one bad value, only the bad
            values fail. A limit that was reached (`LimitError`) always ends the pull.
        explode: a list column whose elements become the rows.
        progress: show a bar; None shows one on a terminal only. A function is called with each
            `esi_data.progress.Step` instead.
        max_pages: of each call's listing, at most so many pages.
        ignore_cache: ask the API whatever the cache holds.
        stale_if_error: while the API is ill, what the cache holds will do, however old;
            `attrs["esi"]["stale"]` tells.
        forewarn: say so (`BudgetWarning`) when it costs more than is left.
        params: the operation's parameters, `token` among them.

    Raises:
        ParameterError: an unknown, missing or wrong parameter; before the first request.
        ValueError: an unknown `on_error` or `layout`.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`;
            what was fetched until then stays in the cache.

    Warns:
        BudgetWarning: it costs more than is left of the API's limit.
    """
    check_ways(layout, on_error)
    calls = calls_of(operation, params)
    bound(calls[0].future.operation, max_pages)
    codes = None if languages is None else _languages(calls[0].future, languages)
    learnt = warn_of_cost(calls, codes, max_pages=max_pages) if forewarn else {}
    options = {"ignore_cache": ignore_cache, "stale_if_error": stale_if_error}
    how: dict[str, Any] = {"explode": explode, "max_pages": max_pages, **options}
    result = _frame(calls, codes, layout, on_error, progress, **how)
    for name, spent in learnt.items():
        result.attrs["esi"][name] += spent
        result.attrs["esi"]["from_cache"] = False
    result.attrs["esi"]["parameters"] = as_json({k: v for k, v in params.items() if k != "token"})
    return result


class EsiFuture(CachingHttpFuture):
    """What an operation of `Esi` returns: a future with frames beside its results."""

    frame = frame
    frame_localized = frame_localized

    def __repr__(self) -> str:
        return super().__repr__().replace("results()", "frame() or results()")

    def _token_wanted(self) -> str:
        wanted = ", ".join(f'"{scope}"' for scope in missing_scopes(self.operation.op_spec))
        return f"The operation needs a login: esi.login([{wanted}]), then pass character=."


def _check_future(given: object) -> None:
    if not isinstance(given, CachingHttpFuture):
        raise TypeError(
            f"A frame is made of what an operation returns, before .result() or .results(), not "
            f"of a {type(given).__name__}. Of rows: pandas.DataFrame(rows)."
        )


def check_ways(layout: str, on_error: str) -> None:
    """Look for words that `layout=` and `on_error=` do not know.

    Raises:
        ValueError: one is unknown.
    """
    _check("layout", layout, _LAYOUTS)
    _check("on_error", on_error, _WAYS)


def _check(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        *others, last = known
        raise ValueError(f"{name}={value!r} is not known; use {', '.join(others)} or {last}")


def _languages(future: CachingHttpFuture, languages: Sequence[str] | None) -> list[str] | None:
    """The API's codes of languages; None, with a warning, where the operation has one alone."""
    given = future.engine.config().languages if languages is None else languages
    given = [given] if isinstance(given, str) else given
    codes = list(dict.fromkeys(future.future.client.language(code) for code in given))
    if is_localised(future.operation):
        return codes
    warn(
        f"{future.operation.operation_id} answers alike in all languages, so it is asked once; "
        "use frame() or leave languages= out",
        NotLocalisedWarning,
    )
    return None


def _frame(
    calls: list[Call],
    codes: list[str] | None,
    layout: Layout,
    on_error: OnError,
    progress: Progress,
    *,
    explode: str | None,
    **options: Any,
) -> pd.DataFrame:
    """The frame of calls, each made in each language (None: as it is)."""
    future = calls[0].future
    operation, schema = future.operation.operation_id, answer_schema(future.operation)
    asked: list[str | None] = [*codes] if codes else [None]
    jobs = list(product(calls, asked))
    found: dict[str | None, list[tuple[Call, Fetched]]] = {code: [] for code in asked}
    failures: list[dict[str, Any]] = []
    total, unit = (len(jobs), "call") if len(jobs) > 1 else (None, "page")
    with Bar(operation, progress, total, unit) as bar:
        fetches = _fetch_all(jobs, bar, on_error, explode=explode, **options)
        for (call, code), (answers, failed) in zip(jobs, fetches, strict=True):
            found[code] += [(call, answer) for answer in answers]
            failures += failed
    moments: dict[int, set[str | None]] = {}
    for call, answer in chain.from_iterable(found.values()):
        moments.setdefault(id(call), set()).add(answer.snapshot.last_modified)
    apart = any(len(each) > 1 for each in moments.values()) and codes is not None
    deaf = [code for code, of in found.items() if not all(answer.honoured for _, answer in of)]
    frames: dict[str, pd.DataFrame] = {}
    fans = list(calls[0].fanned)
    for code in list(found):
        pairs = found.pop(code)
        fanned = {name: [call.fanned[name] for call, _ in pairs] for name in fans}
        fetched = [answer for _, answer in pairs]
        frames[code or ""] = frame_of_calls(future, fetched, fanned, explode=explode)
    if codes is None:
        result = frames[""]
    else:
        result = localise(frames, schema, operation, layout, explode=explode, beside=fans)
    about = result.attrs["esi"]
    if apart:
        about["consistent"] = False
        warn(
            f"{operation}: its languages are of different moments (attrs['esi']['last_modified']), "
            "so names may not fit the other columns; ask again after the API's cache has expired",
            InconsistentSnapshotWarning,
        )
    _tell_deaf(result, future, deaf)
    if on_error == "skip":
        about["skipped"] = len(failures)
    elif on_error == "collect":
        about["errors"] = failures
    return result


def _tell_deaf(result: pd.DataFrame, future: CachingHttpFuture, deaf: list[str | None]) -> None:
    """Say of a frame which languages the API did not honour."""
    if not deaf:
        return
    result.attrs["esi"]["languages_not_honoured"] = deaf
    warn(
        f"{future.operation.operation_id} was asked in {', '.join(map(str, deaf))} and answered in "
        "another language; the columns hold what came",
        LanguageWarning,
    )


def _fetch_all(
    jobs: list[tuple[Call, str | None]], bar: Bar, on_error: OnError, **options: Any
) -> Iterator[tuple[list[Fetched], list[dict[str, Any]]]]:
    """What comes of each job, in their order: answers (several where a body was cut), failures.

    How many requests are under way at once is the engine's to say; a thread here waits for one
    call's pages.
    """
    if len(jobs) == 1:
        yield _outcome(*jobs[0], bar, on_error, **options)
        return
    engine = jobs[0][0].future.engine
    done: list[bool] = []

    def outcome(job: tuple[Call, str | None]) -> tuple[list[Fetched], list[dict[str, Any]]]:
        came = _outcome(*job, bar.of_call(), on_error, **options)
        done.append(True)
        return came

    try:
        for came in engine.map(outcome, jobs):
            yield came
            bar.step()
    except KeyboardInterrupt:
        logger.warning(
            "Stopped after %d of %d calls. What was fetched is in the cache: run the same pull "
            "again to go on.",
            len(done),
            len(jobs),
        )
        raise


def _outcome(
    call: Call, language: str | None, bar: Pages, on_error: OnError, **options: Any
) -> tuple[list[Fetched], list[dict[str, Any]]]:
    """One job's answers and failures; where failures are to be raised, the first is."""
    try:
        return [fetch(call.future, bar, language=language, **options)], []
    except LimitError:  # says nothing of this call, and the others would fail alike
        raise
    except _FAILURES as exc:
        if on_error == "raise":
            if call.fanned:
                which = ", ".join(f"{name}={value!r}" for name, value in call.fanned.items())
                exc.add_note(f'It was the call of {which}; on_error="collect" keeps the others.')
            raise
        if call.with_body is None or not refused(exc):
            return [], [failure(call, language, exc)]
        last: Exception = exc
        with_body, body = call.with_body, call.body or ()

    def ask(values: Sequence[Any]) -> Fetched | None:
        nonlocal last
        try:
            return fetch(with_body(values), language=language, **options)
        except HTTPError as exc:
            if not refused(exc):
                raise
            last = exc
            return None

    try:
        answers, bad, _ = isolate(body, ask, bad=True)
    except LimitError:
        raise
    except _FAILURES as exc:
        return [], [failure(call, language, exc)]
    return answers, [failure(call, language, last, item) for item in bad]


def refused(exc: Exception) -> bool:
    """Whether the API refused a body, as it does for one bad value among many."""
    return isinstance(exc, HTTPError) and exc.status_code in _REFUSED
