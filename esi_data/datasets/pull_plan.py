"""Plan a bulk pull: check the arguments and derive what to fetch, before the first request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import answer_schema
from esi_data.datasets import write_modes
from esi_data.datasets.fetch_part import needs_known_rows
from esi_data.datasets.manifest import DatasetSpec
from esi_data.datasets.partitioning import fan_out_of, partitioning_of
from esi_data.frames.build import plan_of
from esi_data.operation import as_json, is_localised
from esi_data.pulls.fan_out import calls_of
from esi_data.pulls.pull import check_choices

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from esi.core.client.future import CachingHttpFuture
    from esi_data.datasets.manifest import Partitioning
    from esi_data.pulls.pull import OnError

_SECRET = ("token",)  # never written to the manifest: it opens accounts


@dataclass(frozen=True)
class PullPlan:
    """Checked arguments of one `pull_to` call.

    Attributes:
        operation: operation to call.
        spec: what the dataset contains.
        constants: parameters that all calls share.
        fan_out: parameters with a list of values, whose product the calls are.
        partitioning: division of a new dataset into files.
        on_error: as in `pull`.
        first: the first call, not sent.
        requests_per_call: one, or one for each language.
        compatibility_date: of the requests; empty without one.
        needs_known_rows: fetching a part needs the rows that the dataset has of it.
    """

    operation: Any
    spec: DatasetSpec
    constants: Mapping[str, Any]
    fan_out: Mapping[str, list[Any]]
    partitioning: Partitioning
    on_error: OnError
    first: CachingHttpFuture
    requests_per_call: int
    compatibility_date: str
    needs_known_rows: bool


def plan_pull(
    operation: Any,
    params: Mapping[str, Any],
    *,
    mode: str | None,
    key: Sequence[str] | None,
    history: bool,
    folders: Sequence[str] | None,
    languages: Sequence[str] | None,
    layout: str,
    on_error: OnError,
    explode: str | None,
) -> PullPlan:
    """Check the arguments of `pull_to`.

    Raises:
        ParameterError: a parameter is unknown, missing or invalid, or its list is empty.
        UnknownKeyError: a key column is not in the response.
        ValueError: an unknown layout, mode or `on_error`.
    """
    check_choices(layout, on_error)
    key, folders, languages = map(_as_list, (key, folders, languages))
    fan_out = fan_out_of(operation, params)
    constants = {name: value for name, value in params.items() if name not in fan_out}
    first = _check_calls(operation, constants, fan_out)
    rule = write_modes.rule_of(first.operation.operation_id, first.operation.op_spec, mode, key)
    spec = DatasetSpec(
        operation=first.operation.operation_id,
        parameters=as_json({k: v for k, v in constants.items() if k not in _SECRET}),
        fan_out=list(fan_out),
        mode=rule.mode,
        key=list(rule.key),
        history=history,
        languages=languages,
        layout=layout,
        explode=explode,
    )
    columns = [column.name for column in plan_of(answer_schema(first.operation), explode).columns]
    requests_per_call = 1
    if languages and is_localised(first.operation):
        requests_per_call = len({first.future.client.language(code) for code in languages})
    elif columns:  # a localised frame has other columns: its key is checked when rows arrive
        write_modes.check_key(rule.key, [*fan_out, *columns])
    return PullPlan(
        operation=operation,
        spec=spec,
        constants=constants,
        fan_out=fan_out,
        partitioning=partitioning_of(operation, fan_out, columns, folders),
        on_error=on_error,
        first=first,
        requests_per_call=requests_per_call,
        compatibility_date=first.future.request.headers.get("X-Compatibility-Date", ""),
        needs_known_rows=needs_known_rows(operation, constants, spec),
    )


def _as_list(names: Sequence[str] | None) -> list[str] | None:
    """Return the names as a list; a single name may stand without one."""
    if names is None:
        return None
    return [names] if isinstance(names, str) else list(names)


def _check_calls(
    operation: Any, constants: Mapping[str, Any], fan_out: Mapping[str, list[Any]]
) -> CachingHttpFuture:
    """Return the first call; check each value of a list together with the others' first values.

    Raises:
        ParameterError: a list is empty, or a parameter is unknown, missing or invalid.
    """
    firsts = {name: values[:1] for name, values in fan_out.items()}
    first = calls_of(operation, {**constants, **firsts})[0].future
    for name, values in fan_out.items():
        others = {other: values[0] for other, values in fan_out.items()}
        for value in values[1:]:
            operation(**{**constants, **others, name: value})
    return first
