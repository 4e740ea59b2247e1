"""Plan a bulk pull: check the arguments and derive what to fetch, before the first request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import answer_schema
from esi_data.datasets import write_modes
from esi_data.datasets.manifest import DatasetSpec
from esi_data.datasets.partitioning import partitioning_of
from esi_data.frames.schema import plan_of
from esi_data.operation import as_json, is_column, is_list_like, is_localised, schema_of, typed
from esi_data.pulls.fan_out import calls_of, distinct
from esi_data.pulls.pull import check_choices

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from esi.core.client.future import CachingHttpFuture
    from esi_data.datasets.manifest import Partitioning

_OPTIONS = ("mode", "key", "history", "folders", "languages", "layout", "on_error", "explode",
            "progress", "scheduler")  # fmt: skip
_SECRET = ("token",)  # never written to the manifest: it opens accounts


@dataclass(frozen=True)
class PullPlan:
    """Checked arguments of one `pull_to` call.

    All calls share `constants`, and are the product of the lists in `fan_out`; `first` is the first
    of them, not sent. `partitioning` divides a new dataset.
    """

    spec: DatasetSpec
    constants: Mapping[str, Any]
    fan_out: Mapping[str, list[Any]]
    partitioning: Partitioning
    on_error: str
    first: CachingHttpFuture
    requests_per_call: int


def plan_pull(
    operation: Any,
    params: Mapping[str, Any],
    listed: Collection[str] = (),
    *,
    mode: str | None = None,
    key: Sequence[str] | None = None,
    history: bool = False,
    folders: Sequence[str] | None = None,
    languages: Sequence[str] | None = None,
    layout: str = "wide",
    on_error: str = "raise",
    explode: str | None = None,
) -> PullPlan:
    """Check the arguments of `pull_to`; `listed` are the fan-out parameters of the dataset."""
    check_choices(layout, on_error)
    key, folders, languages = map(_as_list, (key, folders, languages))
    fan_out, constants = _divide(operation, params, listed)
    first = _check_calls(operation, constants, fan_out)
    called = first.operation
    rule = write_modes.rule_of(called.operation_id, called.op_spec, mode, key)
    headers = first.future.request.headers
    spec = DatasetSpec(
        api_url=called.swagger_spec.api_url,
        tenant=headers.get("X-Tenant", ""),
        compatibility_date=headers.get("X-Compatibility-Date", ""),
        operation=called.operation_id,
        parameters=as_json({k: v for k, v in constants.items() if k not in _SECRET}),
        fan_out=list(fan_out),
        mode=rule.mode,
        key=list(rule.key),
        history=history,
        languages=languages,
        layout=layout,
        explode=explode,
    )
    columns = [column.name for column in plan_of(answer_schema(called), explode).columns]
    requests_per_call = 1
    if languages and is_localised(called):
        requests_per_call = len({first.future.client.language(code) for code in languages})
    elif columns:  # a localised frame has other columns: its key is checked when rows arrive
        write_modes.check_key(rule.key, [*fan_out, *columns])
    partitioning = partitioning_of(operation, fan_out, columns, folders)
    return PullPlan(spec, constants, fan_out, partitioning, on_error, first, requests_per_call)


def _as_list(names: Sequence[str] | None) -> list[str] | None:
    """Return the names as a list; a single name may stand without one."""
    if names is None:
        return None
    return [names] if isinstance(names, str) else list(names)


def _divide(
    operation: Any, params: Mapping[str, Any], listed: Collection[str]
) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    """Return the distinct values of parameters that become columns, and the other parameters."""
    fan_out, constants = {}, {}
    for name, value in params.items():
        param = operation.params.get(name)
        schema = {"type": "array"} if param is None else schema_of(param)
        if schema.get("type") == "array":
            constants[name] = value
        elif is_list_like(value):
            fan_out[name] = distinct(typed(each, schema) for each in value)
        elif name in listed or (value is not None and is_column(operation, name)):
            fan_out[name] = [typed(value, schema)]
        else:
            constants[name] = typed(value, schema)
    return fan_out, constants


def _check_calls(
    operation: Any, constants: Mapping[str, Any], fan_out: Mapping[str, list[Any]]
) -> CachingHttpFuture:
    """Return the first call; check each value of a list together with the others' first values."""
    given = {**constants, **{name: values[:1] for name, values in fan_out.items()}}
    lists = [{name: values} for name, values in fan_out.items()] or [{}]
    calls = [calls_of(operation, given | each, _OPTIONS) for each in lists]
    return calls[0][0].future
