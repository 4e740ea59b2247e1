"""Fetch one part of a bulk pull, and record what it cost and which snapshot it shows.

Listings that are walked continue where the last run ended: at a cursor's `after` token, or back to
the first row that the dataset has. Everything else is an ordinary `pull`.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core.client.answer_schema import answer_schema
from esi.core.paging import walks
from esi.errors import LimitError
from esi_data.datasets.manifest import Cost
from esi_data.datasets.partitioning import digest
from esi_data.frames.build import concat, empty, frame, insert_first, parameter_column
from esi_data.frames.metadata import iso
from esi_data.pulls import pull as pulling
from esi_data.pulls.failures import CALL_ERRORS, record_of
from esi_data.pulls.fan_out import PullCall

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Response
    from esi.core.paging.snapshot import Snapshot
    from esi_data.auth.delegated import DelegatedToken
    from esi_data.datasets.manifest import DatasetSpec

# Statuses by which the API rejects an expired or unknown cursor token.
_UNKNOWN_CURSOR = {400, 404, 410, 422}


@dataclass(frozen=True)
class PartTask:
    """Everything a worker needs to fetch a part. Its repr hides values that may be secret.

    Attributes:
        spec: what the dataset contains.
        constants: parameters that all calls share.
        fan_out: values whose product the calls are.
        on_error: as in `pull`.
        state: cursor tokens at which walks continue, by call.
        known: rows that the dataset has of this part, where the walk needs them.
        tokens: access tokens of the characters, by id, on another machine; None if no character
            was named, and in the process that pulls.
    """

    spec: DatasetSpec
    constants: Mapping[str, Any] = field(repr=False)
    fan_out: Mapping[str, list[Any]]
    on_error: pulling.OnError
    state: Mapping[str, str] = field(repr=False)
    known: pd.DataFrame | None = field(repr=False)
    tokens: Mapping[int, DelegatedToken] | None = field(default=None, repr=False)


@dataclass
class PartResult:
    """Rows and metadata of a fetched part."""

    frame: pd.DataFrame
    consistent: bool
    cost: Cost
    last_modified: datetime | None = None
    state: dict[str, str] = field(default_factory=dict)
    errors: list[dict[str, Any]] = field(default_factory=list)


def fetch_part(operation: Any, task: PartTask) -> PartResult:
    """Fetch a part.

    Raises:
        HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError, LimitError: as `pull`.
    """
    metered = MeteredOperation(operation)
    walk = _walk_of(operation, task.constants)
    if walk is not None:
        return _fetch_walks(metered, task, walk)
    frame = pulling.pull(
        metered,
        languages=task.spec.languages,
        layout=task.spec.layout,  # type: ignore[arg-type]
        on_error="collect" if task.on_error == "skip" else task.on_error,
        explode=task.spec.explode,
        progress=False,
        forewarn=False,  # pull_to warns once for all parts
        **{**task.constants, **task.fan_out},
    )
    return metered.result(frame, {}, frame.attrs["esi"].get("errors", []))


def needs_known_rows(operation: Any, constants: Mapping[str, Any], spec: DatasetSpec) -> bool:
    """Return True if the walk goes back to the first row that the dataset has."""
    walk = _walk_of(operation, constants)
    return spec.mode == "append" and isinstance(walk, walks.IdWalk) and walk.backwards


def _fetch_walks(metered: MeteredOperation, task: PartTask, walk: Any) -> PartResult:
    """Walk the listing of each call."""
    frames: list[pd.DataFrame] = []
    states: dict[str, str] = {}
    errors: list[dict[str, Any]] = []
    for values in product(*task.fan_out.values()):
        fanned = dict(zip(task.fan_out, values, strict=True))
        name = digest(fanned)
        call = PullCall(metered(**task.constants, **fanned), fanned)
        try:
            if isinstance(walk, walks.IdWalk):
                rows = _walk_ids(call, metered, _known_ids(task.known, fanned, task.spec.key))
            else:
                token = task.state.get(name) if task.spec.mode == "upsert" else None
                rows, token = _records_since(call, metered, task.constants, token)
                states |= {name: token} if token else {}
        except LimitError:  # not the call's fault, and the others would fail too
            raise
        except CALL_ERRORS as exc:
            if task.on_error == "raise":
                raise
            errors.append(record_of(call, None, exc))
            states |= {name: task.state[name]} if name in task.state else {}
            continue
        made = frame(rows, answer_schema(call.future.operation), explode=task.spec.explode)
        frames.append(_with_fan_out(made, call.future, fanned))
    if not frames:
        firsts = {name: values[0] for name, values in task.fan_out.items()}
        first = metered(**task.constants, **firsts)
        made = empty(answer_schema(first.operation), explode=task.spec.explode)
        frames = [_with_fan_out(made, first, firsts)]
    return metered.result(concat(frames), states, errors)


def _walk_of(operation: Any, constants: Mapping[str, Any]) -> Any:
    """Return how the calls are walked; None if they are not, or if the caller sets a position."""
    spec = getattr(operation, "op_spec", None) or operation.operation.op_spec
    if walks.steering(spec, operation.params) & set(constants):
        return None
    return walks.walk_of(spec, operation.params, {})


def _walk_ids(call: PullCall, metered: MeteredOperation, known: set[Any]) -> list[Any]:
    """Return the rows of a walk by ids, up to the first page that has a known id."""
    rows: list[Any] = []
    name = next(walks.WALKS[n].field for n in call.future.operation.params if n in walks.WALKS)
    for page in call.future.pages(progress=metered.page):
        rows += page
        if known and any((row.get(name) if name else row) in known for row in page):
            break
    return rows


def _records_since(
    call: PullCall, metered: MeteredOperation, constants: Mapping[str, Any], token: str | None
) -> tuple[Any, str | None]:
    """Return the records changed since a cursor's token (None: all), and the next token."""
    snapshot = None
    if token:
        try:
            since = metered(**{**constants, **call.fanned, "after": token})
            snapshot = since.snapshot(walk=True)
        except HTTPError as exc:
            if exc.status_code not in _UNKNOWN_CURSOR:
                raise
    snapshot = snapshot or call.future.snapshot()
    body = json.loads(snapshot.responses[0].body)
    # An incomplete walk must be repeated: the next one starts where this one did.
    after = (body.get("cursor") or {}).get("after") if snapshot.consistent else None
    return body, after or token


def _known_ids(known: pd.DataFrame | None, fanned: Mapping[str, Any], key: list[str]) -> set[Any]:
    if known is None:
        return set()
    rows = known
    for name, value in fanned.items():
        if name in rows.columns:
            rows = rows[rows[name] == value]
    return set(rows[key[-1]].tolist())


def _with_fan_out(
    made: pd.DataFrame, future: CachingHttpFuture, fanned: Mapping[str, Any]
) -> pd.DataFrame:
    """Insert a call's own parameter values as first columns, as `pull` does."""
    values = {name: [value] for name, value in fanned.items()}
    insert_first(made, values, partial(parameter_column, future.operation), [len(made)])
    return made


class MeteredOperation:
    """Operation that adds up what its calls cost, and collects the times of their responses."""

    def __init__(self, operation: Any) -> None:
        self._operation = operation
        self.operation_id = operation.operation_id
        self.params = operation.params
        self._lock = threading.Lock()
        self._consistent = True
        self._cost = Cost()
        self._dates: set[str] = set()

    def __call__(self, **params: Any) -> CachingHttpFuture:
        """Make a call whose cost is counted when it is fetched."""
        future: CachingHttpFuture = self._operation(**params)
        fetch = future.snapshot

        def metered(**options: Any) -> Snapshot:
            snapshot = fetch(**options)
            with self._lock:
                self._consistent &= snapshot.consistent
                self._count(snapshot.responses, snapshot.pages or len(snapshot.responses))
            return snapshot

        future.snapshot = metered  # type: ignore[method-assign]
        return future

    def page(self, number: int, count: int, response: Response) -> None:  # noqa: ARG002
        """Count one page of a walk."""
        with self._lock:
            self._count([response], 1)

    def _count(self, responses: Iterable[Response], pages: int) -> None:
        self._cost.pages += pages
        for response in responses:
            self._cost.requests += response.requests
            self._cost.transferred += response.transferred
            self._cost.tokens += response.tokens
            if date := iso(response.headers.get("last-modified")):
                self._dates.add(date)

    def result(
        self, frame: pd.DataFrame, state: dict[str, str], errors: list[dict[str, Any]]
    ) -> PartResult:
        """Combine a frame with what its calls cost."""
        oldest = min(map(datetime.fromisoformat, self._dates), default=None)
        return PartResult(frame, self._consistent, self._cost, oldest, state, errors)
