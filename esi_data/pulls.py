"""Futures become frames: one call, one call in several languages, one call for many values.

Takes futures of `esi_data.Esi` and of a Django project's own provider alike.
"""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Literal, Self

from tqdm.auto import tqdm

from esi.core.decode import Decoder
from esi.core.future import CachingHttpFuture, answer_schema
from esi.core.transport import invalid
from esi.errors import ParameterError
from esi_data.frames import concat
from esi_data.frames import frame as frame_of
from esi_data.localised import localise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pandas as pd
    from bravado_core.operation import Operation

    from esi.core.exchange import Answer
    from esi.core.paging import Snapshot

# JSON values as they are: the frame reads dates by the column, not one by one.
_plain = Decoder(None)

# What a call's keywords may hold beside these, `future.snapshot` says.
Progress = bool | None


def frame(
    future: CachingHttpFuture,
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch all pages of a call as one DataFrame, typed by the operation's schema.

    Args:
        future: what an operation returns.
        explode: a list column whose elements become the rows.
        progress: show a bar while pages come in; None shows one on a terminal only.
        options: `timeout`, `retries`, `language`, `ignore_cache` as in `future.results`.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
        UnknownListError: there is no such list to explode.
    """
    with _Bar(future.operation.operation_id, progress) as bar:
        snapshot = future.snapshot(progress=bar.page, **options)
    result = frame_of(_rows(future, snapshot), answer_schema(future.operation), explode=explode)
    result.attrs.setdefault("esi", {}).update(about(future, snapshot))
    return result


def frame_localized(
    future: CachingHttpFuture,
    languages: Sequence[str] | None = None,
    layout: Literal["wide", "long"] = "wide",
    *,
    explode: str | None = None,
    progress: Progress = None,
    **options: Any,
) -> pd.DataFrame:
    """Fetch a call in several languages as one DataFrame.

    `wide` makes `name_en`, `name_de`, ... of every localised column, `long` has all languages'
    rows and a first column `language`. An operation that is not localised costs one request, and
    its frame is that of `frame`.

    Args:
        future: what an operation returns.
        languages: codes; all of the API's (`ESI_LANGUAGES`) where None.
        layout: `wide` or `long`.
        explode: a list column whose elements become the rows.
        progress: show a bar while answers come in; None shows one on a terminal only.
        options: `timeout`, `retries`, `ignore_cache` as in `future.results`.

    Raises:
        ParameterError: a language that the API does not speak.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`.
    """
    codes = list(future.engine.config().languages if languages is None else languages)
    for code in codes:  # before the first request goes out
        future.future.client.language(code)
    if not is_localised(future.operation):
        return frame(future, explode=explode, progress=progress, **options)
    frames = {}
    with _Bar(future.operation.operation_id, progress, total=len(codes), unit="language") as bar:
        for code in codes:
            options["language"] = code
            frames[code] = frame(future, explode=explode, progress=False, **options)
            bar.step()
    schema = answer_schema(future.operation)
    operation = future.operation.operation_id
    return localise(frames, schema, operation, layout, explode=explode)


def pull(
    operation: Callable[..., CachingHttpFuture],
    *,
    languages: Sequence[str] | None = None,
    explode: str | None = None,
    progress: Progress = None,
    **params: Any,
) -> pd.DataFrame:
    """Call an operation for every value of the lists among its parameters, as one DataFrame.

    A list given for a scalar parameter fans out and becomes a column; several make a product. A
    list longer than the API takes in one body is cut into chunks. Rows come in the order of the
    input.

    Raises:
        ParameterError: an unknown, missing or wrong parameter; before the first request.
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError: as `future.results`;
            what was fetched until then stays in the cache.
    """
    calls = [(fanned, operation(**given)) for fanned, given in _calls(operation, params)]

    def fetch(call: tuple[dict[str, Any], CachingHttpFuture]) -> pd.DataFrame:
        fanned, future = call
        quiet = False if len(calls) > 1 else progress
        if languages is None:
            part = frame(future, explode=explode, progress=quiet)
        else:
            part = frame_localized(future, languages, explode=explode, progress=quiet)
        for position, (name, value) in enumerate(fanned.items()):
            if name not in part.columns:
                part.insert(position, name, value)
        return part

    name = operation.operation_id  # type: ignore[attr-defined]
    shown = progress if len(calls) > 1 else False
    engine = calls[0][1].engine
    parts = []
    with _Bar(name, shown, total=len(calls), unit="call") as bar:
        for part in engine.map(fetch, calls):
            parts.append(part)
            bar.step()
    result = concat(parts)
    result.attrs["esi"]["parameters"] = _json(params)
    return result


def _calls(
    operation: Any, params: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The single calls of a pull: (values that fanned out, all parameters)."""
    fans: dict[str, list[dict[str, Any]]] = {}
    for name, value in params.items():
        param = operation.params.get(name)
        if param is None or not _is_many(value):
            continue
        values = list(dict.fromkeys(value))
        if not values:
            raise ParameterError(
                f"{operation.operation_id}: {name} is an empty list, so there is nothing to ask.",
                operation=operation.operation_id,
                parameter=name,
            )
        spec = param.param_spec.get("schema", param.param_spec)
        if spec.get("type") != "array":
            fans[name] = [{name: each} for each in values]
        elif param.location == "body":
            size = spec.get("maxItems") or len(values)
            fans[name] = [{name: values[i : i + size]} for i in range(0, len(values), size)]
    scalars = {name for name in fans if not isinstance(next(iter(fans[name][0].values())), list)}
    for combination in itertools.product(*fans.values()):
        chosen = {name: value for each in combination for name, value in each.items()}
        yield {k: v for k, v in chosen.items() if k in scalars}, {**params, **chosen}


def _is_many(value: Any) -> bool:
    return hasattr(value, "__iter__") and not isinstance(value, str | bytes | dict)


def is_localised(operation: Operation) -> bool:
    """Whether an operation's answer depends on the language: it declares `Content-Language`."""
    response = operation.op_spec.get("responses", {}).get("200", {})
    return "Content-Language" in response.get("headers", {})


def about(future: CachingHttpFuture, snapshot: Snapshot) -> dict[str, Any]:
    """What `df.attrs["esi"]` tells of a pull; JSON values only."""
    last = snapshot.answers[-1]
    return {
        "operation": future.operation.operation_id,
        "parameters": _json(getattr(future, "parameters", {})),
        "compatibility_date": future.future.request.headers.get("X-Compatibility-Date"),
        "fetched_at": _iso(last.headers.get("date")),
        "last_modified": _iso(snapshot.last_modified),
        "expires": _iso(last.headers.get("expires")),
        "pages": len(snapshot.answers),
        "requests": snapshot.requests,
        "transferred": snapshot.transferred,
        "tokens": snapshot.tokens,
        "from_cache": snapshot.from_cache,
        "consistent": snapshot.consistent,
    }


def _rows(future: CachingHttpFuture, snapshot: Snapshot) -> Any:
    """The decoded answer of all pages; rows of several pages under each other."""
    first, *rest = [_decoded(future, answer) for answer in snapshot.answers]
    if isinstance(first, list):
        for page in rest:
            first.extend(page)
    return first


def _decoded(future: CachingHttpFuture, answer: Answer) -> Any:
    try:
        return _plain(answer.body)
    except ValueError as exc:
        request = future.future.plain(future.operation)
        future.engine.forget(request)
        raise invalid(answer, request, str(exc)) from exc


def _iso(date: str | None) -> str | None:
    """An HTTP date as ISO 8601 text in UTC."""
    if not date:
        return None
    try:
        return parsedate_to_datetime(date).astimezone(UTC).isoformat()
    except ValueError:
        return None


def _json(value: Any) -> Any:
    """Parameters as JSON values: what is none becomes text."""
    if isinstance(value, dict):
        return {str(name): _json(each) for name, each in value.items()}
    if _is_many(value):
        return [_json(each) for each in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    item = getattr(value, "item", None)  # numpy's scalars
    return _json(item()) if callable(item) else str(value)


class _Bar:
    """A progress bar of pages, languages or calls, on standard error."""

    def __init__(
        self, name: str, shown: Progress, total: int | None = None, unit: str = "page"
    ) -> None:
        # tqdm's own word for "only on a terminal" is None; a single answer needs no bar.
        self._bar = tqdm(
            total=total,
            desc=name,
            unit=unit,
            disable=None if shown is None else not shown,
            delay=0.3 if shown is None else 0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def page(self, number: int, count: int, answer: Answer) -> None:  # noqa: ARG002
        """Note that a page came in."""
        if self._bar.total != count:
            self._bar.total = count
            self._bar.refresh()
        self.step()

    def step(self) -> None:
        """Note that one more is done."""
        self._bar.update()


class EsiFuture(CachingHttpFuture):
    """What an operation of `Esi` returns: a future with frames beside its results."""

    frame = frame
    frame_localized = frame_localized
