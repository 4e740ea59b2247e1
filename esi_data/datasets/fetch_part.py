"""What a part of a bulk pull asks of the API, and what it learns beside the rows.

A listing that is walked is walked from where the last run ended: by a cursor's `after` token, or
back to the first row that is known. Everything else is a pull like any other; its pages' ETags are
noted on the way.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core.client.answer_schema import answer_schema
from esi.core.paging import walks
from esi.errors import LimitError
from esi_data.datasets.manifest import Cost, digest, validator
from esi_data.frames.build import concat, empty, frame, insert_first, parameter_column
from esi_data.frames.metadata import as_json, iso
from esi_data.pulls import pull as pulling
from esi_data.pulls.failures import CALL_ERRORS, record_of
from esi_data.pulls.fan_out import Call

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Response
    from esi.core.paging.snapshot import Snapshot
    from esi_data.datasets.manifest import DatasetSpec

# By these the API says that it does not know a cursor's token (any more).
_FORGOTTEN = {400, 404, 410, 422}


@dataclass
class PartResult:
    """What came of a part's calls."""

    frame: pd.DataFrame
    consistent: bool
    cost: Cost
    last_modified: str | None = None
    validator: str | None = None
    state: dict[str, str] = field(default_factory=dict)
    errors: list[dict[str, Any]] = field(default_factory=list)


def ask(
    operation: Any,
    constants: Mapping[str, Any],
    fan_out: Mapping[str, list[Any]],
    question: DatasetSpec,
    *,
    on_error: pulling.OnError,
    state: Mapping[str, str],
    known: Callable[[], pd.DataFrame | None],
) -> PartResult:
    """Make a part's calls.

    Args:
        operation: what is called.
        constants: parameters that all calls share.
        fan_out: values whose product the calls are.
        question: what the dataset holds.
        on_error: as of `pull`.
        state: where walks go on, by call.
        known: gives the rows that the dataset has of this part; called where a walk needs them.
    """
    noting = MeteredOperation(operation)
    walked = _walk(operation, constants)
    if walked is None:
        made = pulling.pull(
            noting,
            languages=question.languages,
            layout=question.layout,  # type: ignore[arg-type]
            on_error="collect" if on_error == "skip" else on_error,
            explode=question.explode,
            progress=False,
            forewarn=False,  # once for all parts is enough
            **{**constants, **fan_out},
        )
        return noting.asked(made, {}, made.attrs["esi"].get("errors", []))
    before = known() if needs_known(operation, constants, question) else None
    parts: list[pd.DataFrame] = []
    states: dict[str, str] = {}
    errors: list[dict[str, Any]] = []
    for values in product(*fan_out.values()):
        fanned = dict(zip(fan_out, values, strict=True))
        name = digest(as_json(fanned))
        call = Call(noting(**constants, **fanned), fanned)
        try:
            if isinstance(walked, walks.IdWalk):
                rows = _walked(call, noting, _ids(before, fanned, question.key))
            else:
                token = state.get(name) if question.mode == "upsert" else None
                rows, token = _since(call, noting, constants, token)
                states |= {name: token} if token else {}
        except LimitError:  # says nothing of this call, and the others would fail alike
            raise
        except CALL_ERRORS as exc:
            if on_error == "raise":
                raise
            errors.append(record_of(call, None, exc))
            states |= {name: state[name]} if name in state else {}
            continue
        made = frame(rows, answer_schema(call.future.operation), explode=question.explode)
        parts.append(_led(made, call.future, fanned))
    if not parts:
        first = noting(**constants, **{n: v[0] for n, v in fan_out.items()})
        made = empty(answer_schema(first.operation), explode=question.explode)
        parts = [_led(made, first, {n: v[0] for n, v in fan_out.items()})]
    return noting.asked(concat(parts), states, errors)


def needs_known(operation: Any, constants: Mapping[str, Any], question: DatasetSpec) -> bool:
    """Whether a walk goes back to the first row that the dataset has."""
    walk = _walk(operation, constants)
    return question.mode == "append" and isinstance(walk, walks.IdWalk) and walk.backwards


def _walk(operation: Any, constants: Mapping[str, Any]) -> Any:
    """How the calls are walked; None where they are not, or are steered by hand."""
    spec = getattr(operation, "op_spec", None) or operation.operation.op_spec
    if walks.steering(spec, operation.params) & set(constants):
        return None
    return walks.walk_of(spec, operation.params, {})


def _walked(call: Call, noting: MeteredOperation, known: set[Any]) -> list[Any]:
    """Rows of a walk by ids, up to the first page that has one of those known."""
    rows: list[Any] = []
    field_ = next(walks.WALKS[n].field for n in call.future.operation.params if n in walks.WALKS)
    for page in call.future.pages(progress=noting.page):
        rows += page
        if known and any((row.get(field_) if field_ else row) in known for row in page):
            break
    return rows


def _since(
    call: Call, noting: MeteredOperation, constants: Mapping[str, Any], token: str | None
) -> tuple[Any, str | None]:
    """The records that changed after a cursor's token, all where there is none; the next token."""
    snapshot = None
    if token:
        try:
            since = noting(**{**constants, **call.fanned, "after": token})
            snapshot = since.snapshot(walk=True)
        except HTTPError as exc:
            if exc.status_code not in _FORGOTTEN:
                raise
    snapshot = snapshot or call.future.snapshot()
    body = json.loads(snapshot.responses[0].body)
    # Of a walk that broke off, the rest is still to come: the next one begins where this one did.
    after = (body.get("cursor") or {}).get("after") if snapshot.consistent else None
    return body, after or token


def _ids(before: pd.DataFrame | None, fanned: Mapping[str, Any], key: list[str]) -> set[Any]:
    if before is None:
        return set()
    rows = before
    for name, value in fanned.items():
        if name in rows.columns:
            rows = rows[rows[name] == value]
    return set(rows[key[-1]].tolist())


def _led(made: pd.DataFrame, future: CachingHttpFuture, fanned: Mapping[str, Any]) -> pd.DataFrame:
    """Put a call's own values first in its frame, as `pull` does."""
    values = {name: [value] for name, value in fanned.items()}
    insert_first(made, values, partial(parameter_column, future.operation), [len(made)])
    return made


class MeteredOperation:
    """An operation whose calls leave a note of what they cost and of which moment they are."""

    def __init__(self, operation: Any) -> None:
        self._operation = operation
        self._lock = threading.Lock()
        self._consistent = True
        self._pages = 0
        self._cost = Cost()
        self._dates: set[str] = set()
        self._etags: list[str | None] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._operation, name)

    def __call__(self, **params: Any) -> CachingHttpFuture:
        """Make a call whose cost is counted when it is fetched."""
        future: CachingHttpFuture = self._operation(**params)
        fetch = future.snapshot

        def noted(**options: Any) -> Snapshot:
            snapshot = fetch(**options)
            with self._lock:
                self._consistent &= snapshot.consistent
                self._pages += snapshot.pages or len(snapshot.responses)
            for answer in snapshot.responses:
                self._note(answer)
            return snapshot

        future.snapshot = noted  # type: ignore[method-assign]
        return future

    def page(self, number: int, count: int, answer: Response) -> None:  # noqa: ARG002
        """Note one page of a walk."""
        self._note(answer)
        self._pages += 1

    def _note(self, answer: Response) -> None:
        cost = Cost(0, answer.requests, answer.transferred, answer.tokens)
        with self._lock:
            self._cost += cost
            self._etags.append(answer.headers.get("etag"))
            if date := iso(answer.headers.get("last-modified")):
                self._dates.add(date)

    def asked(
        self, made: pd.DataFrame, state: dict[str, str], errors: list[dict[str, Any]]
    ) -> PartResult:
        """What came of the calls."""
        return PartResult(
            made,
            self._consistent,
            self._cost + Cost(pages=self._pages),
            min(self._dates, default=None),
            validator(self._etags),
            state,
            errors,
        )
