"""Fetch one part of a bulk pull, and record its cost and its snapshot.

Listings that are walked continue where the last run ended: at a cursor's `after` token, or back to
the first row that the dataset has. Everything else is an ordinary `pull`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core.client.answer_schema import answer_schema
from esi.core.paging import walks
from esi.core.paging.snapshot import Snapshot
from esi.errors import LimitError
from esi_data.datasets.manifest import Cost
from esi_data.datasets.partitioning import digest
from esi_data.frames.build import concat, frame, insert_first, parameter_column
from esi_data.frames.metadata import metadata_of
from esi_data.pulls import pull as pulling
from esi_data.pulls.fan_out import CALL_ERRORS, PullCall, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from esi.core.client.future import CachingHttpFuture
    from esi.core.http.messages import Response
    from esi_data.auth.delegated import DelegatedToken
    from esi_data.datasets.manifest import DatasetSpec

# Statuses by which the API rejects an expired or unknown cursor token.
_UNKNOWN_CURSOR = {400, 404, 410, 422}


@dataclass(frozen=True)
class PartTask:
    """Everything a worker needs to fetch a part. Its repr hides values that may be secret.

    `state` has the cursor tokens at which walks continue, `known` the rows that a walk goes back
    to, and `tokens`, on another machine, the access tokens of the characters by their ids.
    """

    spec: DatasetSpec
    constants: Mapping[str, Any] = field(repr=False)
    fan_out: Mapping[str, list[Any]]
    on_error: str
    state: Mapping[str, str] = field(repr=False)
    known: pd.DataFrame | None = field(repr=False)
    tokens: Mapping[int, DelegatedToken] | None = field(default=None, repr=False)


@dataclass
class PartResult:
    """Rows and metadata of a fetched part."""

    frame: pd.DataFrame
    consistent: bool
    cost: Cost
    last_modified: datetime | None
    state: dict[str, str]
    errors: list[dict[str, Any]]

    @classmethod
    def of(
        cls, frame: pd.DataFrame, state: dict[str, str], errors: list[dict[str, Any]]
    ) -> PartResult:
        """Return the result for a frame, with the metadata in its `attrs`."""
        about = frame.attrs["esi"]
        cost = Cost(**{name: about.get(name, 0) for name in Cost.__struct_fields__})
        dates = about.get("last_modified")
        found = filter(None, dates if isinstance(dates, list) else [dates])
        oldest = min(map(datetime.fromisoformat, found), default=None)
        return cls(frame, about.get("consistent", True), cost, oldest, state, errors)


def fetch_part(operation: Any, task: PartTask) -> PartResult:
    """Fetch a part."""
    walk = _walk_of(operation, task.constants)
    if walk is not None:
        return _fetch_walks(operation, task, walk)
    frame = pulling.pull(
        operation,
        languages=task.spec.languages,
        layout=task.spec.layout,  # type: ignore[arg-type]
        on_error="raise" if task.on_error == "raise" else "collect",
        explode=task.spec.explode,
        progress=False,
        forewarn=False,  # pull_to warns once for all parts
        **{**task.constants, **task.fan_out},
    )
    return PartResult.of(frame, {}, frame.attrs["esi"].get("errors", []))


def needs_known_rows(operation: Any, constants: Mapping[str, Any], spec: DatasetSpec) -> bool:
    """Return True if the walk goes back to the first row that the dataset has."""
    walk = _walk_of(operation, constants)
    return spec.mode == "append" and isinstance(walk, walks.IdWalk) and walk.backwards


def _walk_of(operation: Any, constants: Mapping[str, Any]) -> Any:
    """Return how the calls are walked; None if they are not, or if the caller sets a position."""
    if walks.steering(operation.op_spec, operation.params) & set(constants):
        return None
    return walks.walk_of(operation.op_spec, operation.params, {})


def _fetch_walks(operation: Any, task: PartTask, walk: Any) -> PartResult:
    """Walk the listing of each call; a failed call has a frame without rows."""
    frames: list[pd.DataFrame] = []
    states: dict[str, str] = {}
    errors: list[dict[str, Any]] = []
    for values in product(*task.fan_out.values()):
        fanned = dict(zip(task.fan_out, values, strict=True))
        name, token = digest(fanned), None
        future = operation(**task.constants, **fanned)
        rows, snapshot = None, None
        try:
            if isinstance(walk, walks.IdWalk):
                known = _known_ids(task.known, fanned, task.spec.key)
                rows, snapshot = _walk_ids(future, known)
            else:
                token = task.state.get(name) if task.spec.mode == "upsert" else None
                since = {**task.constants, **fanned, "after": token}
                rows, snapshot = _walk_cursor(future, operation, since)
                if snapshot.consistent:  # otherwise, the next walk must start where this one did
                    token = (rows.get("cursor") or {}).get("after") or token
        except LimitError:  # not the call's fault, and the others would fail too
            raise
        except CALL_ERRORS as exc:
            if task.on_error == "raise":
                raise
            errors.append(record_of(PullCall(future, fanned), None, exc))
        if token:
            states[name] = token
        made = frame(rows, answer_schema(future.operation), explode=task.spec.explode)
        made.attrs["esi"] |= metadata_of(future, snapshot) if snapshot else {}
        column = partial(parameter_column, future.operation)
        insert_first(made, {name: [fanned[name]] for name in fanned}, column, [len(made)])
        frames.append(made)
    return PartResult.of(concat(frames), states, errors)


def _walk_ids(future: CachingHttpFuture, known: set[Any]) -> tuple[list[Any], Snapshot]:
    """Return the rows of a walk by ids, up to the first page that has a known id."""
    rows: list[Any] = []
    responses: list[Response] = []
    name = next(walks.WALKS[n].field for n in future.operation.params if n in walks.WALKS)
    for page in future.pages(progress=lambda _number, _count, response: responses.append(response)):
        rows += page
        if any((row.get(name) if name else row) in known for row in page):
            break
    return rows, Snapshot(responses)


def _walk_cursor(
    future: CachingHttpFuture, operation: Any, since: Mapping[str, Any]
) -> tuple[Any, Snapshot]:
    """Return the records after a cursor's token; all if there is none, or it is unknown."""
    snapshot = None
    if since["after"]:
        try:
            snapshot = operation(**since).snapshot(walk=True)
        except HTTPError as exc:
            if exc.status_code not in _UNKNOWN_CURSOR:
                raise
    snapshot = snapshot or future.snapshot()
    return json.loads(snapshot.responses[0].body), snapshot


def _known_ids(known: pd.DataFrame | None, fanned: Mapping[str, Any], key: list[str]) -> set[Any]:
    if known is None:
        return set()
    for name in [name for name in fanned if name in known.columns]:
        known = known[known[name] == fanned[name]]
    return set(known[key[-1]].tolist())
