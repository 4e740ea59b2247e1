"""Split a pull into single calls: lists of its parameters fan out, long bodies become chunks.

Also decide which failures of a call a pull survives, and find one bad id in a rejected body.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from bravado.exception import HTTPError

from esi.core.error_text import closest
from esi.errors import ApiConnectionError, ApiTimeoutError, InvalidAnswerError, ParameterError
from esi_data.operation import as_json, is_column, is_list_like, schema_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from esi.core.client.future import CachingHttpFuture

MOST_CALLS = 1_000_000  # calls of one pull: more do not fit into memory

# Number of parts that a rejected body is split into.
_PARTS = 10

# Errors of one call that a pull survives. Only a `LimitError` ends it: all other calls would fail
# with it too.
CALL_ERRORS = (HTTPError, ApiConnectionError, ApiTimeoutError, InvalidAnswerError)

# Statuses by which the API rejects a whole body for one bad value in it.
_REJECTED = {400, 404, 422}

T = TypeVar("T")
Item = TypeVar("Item")


@dataclass(frozen=True)
class PullCall:
    """One call of a pull.

    `fanned` are the values that differ between calls, `columns` the values that become columns. If
    the body is a list, `body` is this call's part, and `with_body` makes the call for another part.
    """

    future: CachingHttpFuture
    fanned: dict[str, Any] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    body: Sequence[Any] | None = None
    with_body: Callable[[Sequence[Any]], CachingHttpFuture] | None = None


def calls_of(operation: Any, params: dict[str, Any], options: Sequence[str] = ()) -> list[PullCall]:
    """Return the single calls of a pull, in the order of the input.

    A list for a scalar parameter fans out; several lists make a product. A body longer than the API
    accepts is split. Duplicate values make one call. Single values become columns, as lists do.
    `options` are the names of other arguments, for error messages.
    """
    fans: dict[str, list[Any]] = {}
    body = None
    for name, value in params.items():
        param = operation.params.get(name)
        if param is None or not is_list_like(value):
            continue
        values = distinct(itertools.islice(value, MOST_CALLS + 1))
        if not values:
            raise refusal(operation, name, "is an empty list, so there is nothing to fetch")
        spec = schema_of(param)
        if spec.get("type") != "array":
            # None alone means to leave an optional parameter out.
            if any(each is None for each in values):
                raise refusal(operation, f"{name}=None", "does not fit in a list: leave it out")
            fans[name] = values
        elif param.location == "body":
            size = spec.get("maxItems") or len(values)
            fans[name] = [values[i : i + size] for i in range(0, len(values), size)]
            body = name
        if math.prod(map(len, fans.values())) > MOST_CALLS:
            most = f"more than {MOST_CALLS:,} calls; pull them in parts"
            raise refusal(operation, name, f"and the lists before it make {most}")
    single = {
        name: typed(value, schema_of(operation.params[name]))
        for name, value in params.items()
        if name not in fans and value is not None and is_column(operation, name)
    }
    names = [name for name in params if name in single or (name in fans and name != body)]
    calls = []
    for combination in itertools.product(*fans.values()):
        given = params | dict(zip(fans, combination, strict=True))
        fanned = {name: given[name] for name in fans if name != body}
        future = _called(operation, given, options)
        columns = {name: fanned.get(name, single.get(name)) for name in names}
        call = PullCall(future, fanned, columns)
        if body is not None:

            def with_body(
                values: Sequence[Any], given: dict[str, Any] = given, body: str = body
            ) -> CachingHttpFuture:
                return operation(**{**given, body: list(values)})  # type: ignore[no-any-return]

            call = replace(call, body=given[body], with_body=with_body)
        calls.append(call)
    return calls


def _called(operation: Any, given: dict[str, Any], options: Sequence[str]) -> CachingHttpFuture:
    """Call an operation; the error for an unknown parameter also lists the pull's options."""
    try:
        future: CachingHttpFuture = operation(**given)
    except ParameterError as exc:
        name = exc.parameter
        if name is None or name in operation.params or not options:
            raise
        text = f"{exc} Options beside them: {', '.join(options)}.{closest(name, options)}"
        raise ParameterError(text, operation=exc.operation, parameter=name) from None
    return future


def refusal(operation: Any, name: str, why: str) -> ParameterError:
    """Build the error for a parameter (`name`, or `name=value`) of a pull."""
    called = operation.operation_id
    parameter = name.partition("=")[0]
    return ParameterError(f"{called}: {name} {why}.", operation=called, parameter=parameter)


def distinct(values: Iterable[Any]) -> list[Any]:
    """Return each value once."""
    listed = list(values)
    try:
        return list(dict.fromkeys(listed))
    except TypeError:  # a list of lists, which the operation validates
        return listed


def is_rejected_body(exc: Exception) -> bool:
    """Return True if the API rejected a body, as it does for one bad value among many."""
    return isinstance(exc, HTTPError) and exc.status_code in _REJECTED


def record_of(
    call: PullCall, language: str | None, exc: Exception, item: Any = None
) -> dict[str, Any]:
    """Return an entry of `attrs["esi"]["errors"]`; `item` is the value of a body that failed."""
    record: dict[str, Any] = {"parameters": as_json(call.fanned)}
    if item is not None:
        record["item"] = as_json(item)
    if language:
        record["language"] = language
    record |= {"error": type(exc).__name__, "status": None, "message": str(exc)}
    if isinstance(exc, HTTPError):
        record |= {"status": exc.status_code, "message": exc.message or exc.response.reason}
    return record


def isolate(
    items: Sequence[Item],
    ask: Callable[[Sequence[Item]], T | None],
    *,
    bad: bool = False,
    enough: Callable[[], bool] = lambda: False,
) -> tuple[list[T], list[Item], list[Item]]:
    """Call `ask` with items of which any may be bad: (results, bad items, unknown items), sorted.

    `ask` returns None for a rejected batch; one bad item is enough. Rejections are expensive (five
    tokens, or error budget), successes are not, so a rejected batch is split into ten parts: one
    bad item among a thousand costs four rejections. If all other parts are good, the last one must
    contain the bad item and is split without a request; `bad` says the same of `items`. All parts
    of a batch are sent before any of them is split further. Once `enough` returns True, nothing is
    split any more, and the remaining items stay unknown.
    """
    whole = range(len(items))
    results: dict[int, T] = {}
    found: list[int] = []
    left: list[range] = []
    spoilt: list[range] = []

    def is_good(part: range) -> bool:
        if enough() and part != whole:
            left.append(part)
        elif (result := ask(items[part.start : part.stop])) is None:
            spoilt.append(part)
        else:
            results[part.start] = result
            return True
        return False

    if bad:
        spoilt.append(whole)
    else:
        is_good(whole)
    while spoilt:
        batch = spoilt.pop()
        if len(batch) == 1:
            found.append(batch.start)
            continue
        size = -(-len(batch) // _PARTS)
        *parts, last = [batch[at : at + size] for at in range(0, len(batch), size)]
        good = [is_good(part) for part in parts]
        if all(good):
            spoilt.append(last)
        else:
            is_good(last)
    unknown = sorted(index for part in left for index in part)
    return (
        [results[start] for start in sorted(results)],
        [items[index] for index in sorted(found)],
        [items[index] for index in unknown],
    )
