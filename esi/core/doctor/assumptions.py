"""What we assume of the API: a check for each assumption, on the responses to `probes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi._header_values import number, timestamp
from esi.core.doctor.check import Check, Finding, Unknown, register, verdict
from esi.core.doctor.probes import PROBES, Replies, json_of, offered
from esi.core.http.rates import Rate, lifetime
from esi.core.openapi.translate import translate
from esi.core.rate_limits.rules import Report, errors_left
from esi.core.sso.messages import read_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.doctor.check import Status
    from esi.core.http.messages import Response

    Rule = Callable[..., Finding]

CHECKS: list[Check] = []
OLDEST = "2020-01-01"
_EXPECTED = {probe.name: probe.status for probe in PROBES}
_OF_API = [probe.name for probe in PROBES if probe.site == "api"]
_SMALL_SKEW, _LARGE_SKEW = 5.0, 60.0  # seconds
# Statuses that say nothing of a request: the limits, and a server that fails.
_LIMITS = {420, 429}


def assume(
    name: str,
    question: str,
    *needs: str,
    expected: str,
    mend: str,
    statuses: bool = False,
    checks: list[Check] = CHECKS,
) -> Callable[[Rule], Rule]:
    """Register the decorated rule on the responses to the requests `needs`.

    Args:
        name: name of the assumption.
        question: what it finds out.
        needs: names of requests, whose responses the rule takes as arguments.
        expected: what the API does if the assumption holds.
        mend: what does not work otherwise, or what to do.
        statuses: the rule judges the statuses too. Without it, it is skipped if one is another
            than expected.
        checks: the list to add it to.
    """

    def add(rule: Rule) -> Rule:
        def on_replies(replies: Replies) -> Finding:
            found = [replies.response(each) for each in needs]
            for each, response in zip(needs, found, strict=True):
                status = response.status
                other = status != _EXPECTED[each] and not statuses
                if other or status in _LIMITS or status >= 500:
                    raise Unknown(f"{_place(each)} was answered with {status}")
            return rule(*found)

        register(checks, name, question, expected=expected, mend=mend)(on_replies)
        return rule

    return add


def _place(name: str) -> str:
    return next(probe.path for probe in PROBES if probe.name == name) or name


def _answered(response: Response, status: int) -> Finding:
    """Return the finding of an assumption about a status."""
    return verdict(response.status == status, f"status {response.status}")


def _valued(response: Response, header: str, holds: Callable[[str], object]) -> Finding:
    """Return the finding of an assumption about a header."""
    if header not in response.headers:
        return Finding("failed", f"no header {header}")
    return verdict(holds(response.headers[header]), f"{header}: {response.headers[header]}")


# Reachability, and the clock


@register(
    CHECKS,
    "network",
    "Can the API be reached?",
    expected="a response",
    mend="Check the network, the proxy and ESI_API_URL, and whether the API is up: "
    "https://status.eveonline.com",
)
def _network(replies: Replies) -> Finding:
    found = replies.get("dates", "not requested")
    if isinstance(found, str):
        return Finding("failed", found)
    # The limiter itself refuses what the API would refuse.
    if found.requests == 0:
        return Finding("warning", f"not requested: a limit is reached ({found.status})")
    return verdict(found.status < 500, f"status {found.status}")


@register(
    CHECKS,
    "clock",
    "Is the clock of this machine right?",
    expected="within 5 s of the API's `Date`",
    mend="Switch on time synchronisation: lifetimes of responses and logins are computed with it.",
)
def _clock(replies: Replies) -> Finding:
    sent = timestamp(replies.response("dates").headers.get("date"))
    if sent is None:
        raise Unknown("the response has no date")
    # The header has whole seconds, on average half a second ago.
    skew = replies.received["dates"] - sent - 0.5
    found = f"{abs(skew):,.0f} s {'ahead' if skew > 0 else 'behind'}"
    otherwise: Status = "warning" if abs(skew) <= _LARGE_SKEW else "failed"
    return verdict(abs(skew) <= _SMALL_SKEW, found, otherwise)


@assume(
    "http.date", "Do responses have a `Date`?", "dates",
    expected="an HTTP date", mend="Delays that the API names as a date are taken as zero.",
)  # fmt: skip
def _date(dates: Response) -> Finding:
    return _valued(dates, "date", timestamp)


@register(
    CHECKS,
    "requests",
    "Does the API accept valid requests?",
    expected="status 200 for each",
    mend="An operation has gone, or wants something else: report this.",
)
def _requests(replies: Replies) -> Finding:
    found = {name: replies[name] for name in _OF_API if name in replies}
    statuses = {
        name: response.status
        for name, response in found.items()
        if _EXPECTED[name] == 200
        and not isinstance(response, str)
        and response.status not in _LIMITS
    }
    if not statuses:
        raise Unknown("nothing was requested")
    wrong = [f"{_place(name)}: {status}" for name, status in statuses.items() if status != 200]
    wrong += [f"{_place(name)}: {found[name]}" for name in _OF_API if name in replies.faults]
    return verdict(not wrong, ", ".join(wrong) or f"200 for {len(statuses)} requests")


@assume(
    "http.json", "Are bodies JSON?", "status",
    expected="application/json", mend="A proxy or a portal answers in place of the API.",
)  # fmt: skip
def _json(status: Response) -> Finding:
    return _valued(status, "content-type", lambda text: text.startswith("application/json"))


@assume(
    "http.gzip", "Are bodies compressed?", "orders",
    expected="content-encoding: gzip", mend="Pulls transfer several times as much.",
)  # fmt: skip
def _gzip(orders: Response) -> Finding:
    return _valued(orders, "content-encoding", lambda text: text.lower() == "gzip")


# Dates


@assume(
    "dates.listed", "Which compatibility dates does the API offer?", "dates",
    expected=f"dates from {OLDEST}",
    mend="Set ESI_COMPATIBILITY_DATE to a date that is offered.",
)  # fmt: skip
def _listed(dates: Response) -> Finding:
    found = sorted(offered(dates))
    return verdict(OLDEST in found, f"{len(found)} dates, {found[0]} to {found[-1]}")


@assume(
    "dates.echoed", "Do responses name the date of their route?", "old_date",
    expected=f"X-Compatibility-Date up to {OLDEST}, as requested",
    mend="Nobody can see any more which behaviour a response has.",
)  # fmt: skip
def _echoed(old_date: Response) -> Finding:
    return _valued(old_date, "x-compatibility-date", lambda text: text <= OLDEST)


@assume(
    "dates.refused", "Is a date that does not exist refused?", "future", statuses=True,
    expected="status 400 or 404",
    mend="A wrong ESI_COMPATIBILITY_DATE goes unnoticed.",
)  # fmt: skip
def _refused(future: Response) -> Finding:
    return verdict(future.status in {400, 404}, f"status {future.status}")


# The document


@assume(
    "document.version", "Is there an OpenAPI document?", "document",
    expected="OpenAPI 3 at /meta/openapi.json",
    mend="No client can be made without a stored document, or a `spec_file=`.",
)  # fmt: skip
def _version(document: Response) -> Finding:
    found = json_of(document)
    version = found.get("openapi") if isinstance(found, dict) else None
    return verdict(str(version).startswith("3."), f"openapi {version}")


@register(
    CHECKS,
    "document.date",
    "Does the document describe the requested date?",
    expected="info.version is that date",
    mend="Clients may use the operations of another date.",
)
def _document_date(replies: Replies) -> Finding:
    version = _object(replies.response("document"))["info"]["version"]
    return verdict(version == replies.date, f"{version}, requested {replies.date}")


@assume(
    "document.translated", "Can the document be translated for bravado?", "document",
    expected="operations under their old names",
    mend="No client can be made from it: report this.",
)  # fmt: skip
def _translated(document: Response) -> Finding:
    found = _object(document)
    if not str(found.get("openapi")).startswith("3."):
        raise Unknown("it is no OpenAPI 3 document")
    paths = translate(found)["paths"]
    ids = {o.get("operationId") for path in paths.values() for o in path.values() if "get" in path}
    count = sum(map(len, paths.values()))
    return verdict("get_markets_region_id_orders" in ids, f"{count} operations")


@assume(
    "document.limits", "Does the document name the limits of groups?", "document", "orders",
    expected="the limit in `x-rate-limit` that responses have",
    mend="Plans and the first requests of a process count with a wrong budget.",
)  # fmt: skip
def _declared_limit(document: Response, orders: Response) -> Finding:
    declared = Rate.from_document(_operation(document, "orders").get("x-rate-limit"))
    report = Report.from_http(orders.headers)
    if report is None:
        raise Unknown("the response names no limit")
    return verdict(declared == report.rate, f"{_text(declared)}, and {_text(report.rate)}")


@assume(
    "document.lifetimes", "Does the document name how long responses are fresh?", "document",
    expected="`x-client-cache-ttl` or `x-cache-age`",
    mend="Responses without Expires are revalidated at every call.",
)  # fmt: skip
def _lifetimes(document: Response) -> Finding:
    found = lifetime(_operation(document, "orders"))
    return verdict(found is not None, f"{found} s for orders" if found else "none for orders")


@assume(
    "document.localised", "Does the document say which responses are translated?", "document",
    expected="a declared header Content-Language for types, and none for orders",
    mend="Frames in several languages request each of them for everything, or for nothing.",
)  # fmt: skip
def _declared_language(document: Response) -> Finding:
    declared = {
        name: "Content-Language"
        in _operation(document, name)["responses"]["200"].get("headers", {})
        for name in ("type", "orders")
    }
    found = ", ".join(name for name, is_ in declared.items() if is_) or "none"
    return verdict(declared == {"type": True, "orders": False}, f"declared for: {found}")


@assume(
    "document.fields", "Do rows have the fields that the document requires?", "document", "orders",
    expected="all required fields of orders",
    mend="Columns stay empty, or a call in strict mode fails.",
)  # fmt: skip
def _fields(document: Response, orders: Response) -> Finding:
    content = _operation(document, "orders")["responses"]["200"]["content"]
    schema = _resolved(document, content["application/json"]["schema"])
    required = _resolved(document, schema["items"]).get("required", [])
    rows = json_of(orders)
    if not rows:
        raise Unknown("there are no orders")
    missing = sorted({name for row in rows for name in required if name not in row})
    return verdict(
        not missing, f"missing: {', '.join(missing)}" if missing else f"{len(required)} fields"
    )


# Caching


@assume(
    "cache.etag", "Do responses have an ETag?", "orders",
    expected="a text in quotation marks",
    mend="Expired responses are transferred again even if nothing has changed.",
)  # fmt: skip
def _etag(orders: Response) -> Finding:
    return _valued(orders, "etag", lambda text: text.removeprefix("W/")[:1] == text[-1:] == '"')


@assume(
    "cache.last_modified", "Do pages say from which moment they are?", "orders",
    expected="Last-Modified, not later than Date",
    mend="Nobody can tell any more whether pages form one snapshot.",
)  # fmt: skip
def _last_modified(orders: Response) -> Finding:
    def holds(text: str) -> bool:
        built, sent = timestamp(text), timestamp(orders.headers.get("date"))
        return built is not None and (sent is None or built <= sent + 1)

    return _valued(orders, "last-modified", holds)


@assume(
    "cache.lifetime", "Do responses say how long they are fresh?", "orders",
    expected="`Cache-Control: max-age`, or `Expires` later than Date",
    mend="The lifetimes of the document are used; a response may be requested too early.",
)  # fmt: skip
def _fresh(orders: Response) -> Finding:
    if "max-age" in orders.headers.get("cache-control", ""):
        return Finding("ok", f"cache-control: {orders.headers['cache-control']}")

    def holds(text: str) -> bool:
        expires, sent = timestamp(text), timestamp(orders.headers.get("date"))
        return expires is not None and (sent is None or expires >= sent)

    return _valued(orders, "expires", holds)


@assume(
    "cache.revalidated", "Does an ETag save the transfer?", "by_etag", statuses=True,
    expected="status 304 to If-None-Match, without a body",
    mend="Every expired response is transferred again and costs twice the tokens.",
)  # fmt: skip
def _revalidated(by_etag: Response) -> Finding:
    found = f"status {by_etag.status}, {len(by_etag.wire)} bytes"
    return verdict(by_etag.status == 304 and not by_etag.wire, found)


@assume(
    "cache.modified_since", "Does If-Modified-Since save the transfer?", "by_date", statuses=True,
    expected="status 304", mend="Programs that send it transfer unchanged responses again.",
)  # fmt: skip
def _modified_since(by_date: Response) -> Finding:
    return _answered(by_date, 304)


@assume(
    "cache.vary", "On which headers do responses depend?", "type",
    expected="Accept-Language, X-Compatibility-Date and X-Tenant in Vary",
    mend="A cache in between may return a response in another language, or of another date.",
)  # fmt: skip
def _vary(type_: Response) -> Finding:
    needed = {"accept-language", "x-compatibility-date", "x-tenant"}
    return _valued(
        type_, "vary", lambda text: needed <= {each.strip() for each in text.lower().split(",")}
    )


# Pages


@assume(
    "pages.count", "Do listings say how many pages they have?", "orders",
    expected="X-Pages, 1 or more", mend="Only the first page of each listing is fetched.",
)  # fmt: skip
def _pages(orders: Response) -> Finding:
    return _valued(orders, "x-pages", number)


@assume(
    "pages.default", "Is page 1 returned if no page is named?", "orders", "orders_default",
    expected="the same ETag", mend="Calls without `page` start somewhere else.",
)  # fmt: skip
def _default_page(orders: Response, default: Response) -> Finding:
    if orders.headers.get("last-modified") != default.headers.get("last-modified"):
        raise Unknown("the cache has turned over in between")
    tags = orders.headers.get("etag"), default.headers.get("etag")
    if tags == (None, None):
        raise Unknown("the responses have no ETag")
    return verdict(tags[0] == tags[1], f"{tags[0]} and {tags[1]}")


@assume(
    "pages.snapshot", "Do the pages of a listing have the same Last-Modified?", "orders",
    "orders_2", expected="the same time on pages 1 and 2",
    mend="Each pull of several pages is fetched again and reported as inconsistent.",
)  # fmt: skip
def _snapshot(orders: Response, second: Response) -> Finding:
    times = [each.headers.get("last-modified") for each in (orders, second)]
    expires = [each.headers.get("expires") for each in (orders, second)]
    if times[0] != times[1] and expires[0] != expires[1]:
        raise Unknown("the cache has turned over in between")
    return verdict(times[0] == times[1], f"{times[0]} and {times[1]}")


@assume(
    "pages.end", "Is a page beyond the end refused?", "beyond", statuses=True,
    expected="status 404", mend="A listing that has become shorter gets empty pages.",
)  # fmt: skip
def _beyond(beyond: Response) -> Finding:
    return _answered(beyond, 404)


# Languages


@assume(
    "language.default", "Are texts English by default?", "type",
    expected="content-language: en", mend='Pass `language="en"` where you need English.',
)  # fmt: skip
def _english(type_: Response) -> Finding:
    return _valued(type_, "content-language", lambda text: text == "en")


@assume(
    "language.chosen", "Do responses have the language that was asked for?", "type_de",
    expected="content-language: de",
    mend="Texts in other languages than English cannot be had.",
)  # fmt: skip
def _german(type_de: Response) -> Finding:
    return _valued(type_de, "content-language", lambda text: text == "de")


@assume(
    "language.texts", "Are texts translated?", "type", "type_de",
    expected="another description in German", mend="Columns of other languages have English texts.",
)  # fmt: skip
def _texts(type_: Response, type_de: Response) -> Finding:
    differ = _object(type_)["description"] != _object(type_de)["description"]
    return verdict(differ, "another text" if differ else "the same text")


# Limits


@assume(
    "limits.group", "Do responses name their group and its limit?", "orders",
    expected="X-Ratelimit-Group: market-order, and X-Ratelimit-Limit such as 12000/15m",
    mend="Limits are those of the document only; other programs of yours are not counted.",
)  # fmt: skip
def _group(orders: Response) -> Finding:
    report = Report.from_http(orders.headers)
    if report is None:
        return Finding("failed", f"X-Ratelimit-Limit: {orders.headers.get('x-ratelimit-limit')}")
    return verdict(report.rate.group == "market-order", _text(report.rate))


@assume(
    "limits.remaining", "Do responses say how many tokens are left?", "orders",
    expected="X-Ratelimit-Remaining, a number",
    mend="Tokens that other programs spend are not counted.",
)  # fmt: skip
def _remaining(orders: Response) -> Finding:
    return _valued(orders, "x-ratelimit-remaining", lambda text: number(text) is not None)


def _priced(response: Response, price: int) -> Finding:
    return _valued(response, "x-ratelimit-used", lambda text: number(text) == price)


@assume(
    "limits.price", "What does a response cost?", "orders",
    expected="2 tokens", mend="Plans name a wrong price.",
)  # fmt: skip
def _price(orders: Response) -> Finding:
    return _priced(orders, 2)


@assume(
    "limits.price_304", "What does an unchanged response cost?", "by_etag",
    expected="1 token", mend="Plans name a wrong price.",
)  # fmt: skip
def _price_304(by_etag: Response) -> Finding:
    return _priced(by_etag, 1)


@assume(
    "limits.price_4xx", "What does a refusal cost?", "beyond",
    expected="5 tokens", mend="The limiter counts refusals wrongly.",
)  # fmt: skip
def _price_4xx(beyond: Response) -> Finding:
    return _priced(beyond, 5)


@assume(
    "limits.errors", "Do routes without a group name the error limit?", "type",
    expected="X-ESI-Error-Limit-Remain and -Reset",
    mend="Errors of other programs at this address are not counted.",
)  # fmt: skip
def _errors(type_: Response) -> Finding:
    found = errors_left(type_.headers)
    return verdict(found, f"{found[0]} left, for {found[1]:.0f} s" if found else "not named")


@assume(
    "limits.exclusive", "Does each route have one kind of limit?", "orders", "type",
    expected="the headers of tokens or those of the error limit",
    mend="Requests are counted in the wrong budget.",
)  # fmt: skip
def _exclusive(*responses: Response) -> Finding:
    both = [
        each
        for each in responses
        if "x-esi-error-limit-remain" in each.headers and "x-ratelimit-group" in each.headers
    ]
    return verdict(not both, "both on one response" if both else "one kind each")


# Errors


@assume(
    "errors.missing", "Is a thing that does not exist a 404?", "no_type", statuses=True,
    expected="status 404", mend='`on_error="skip"` and names treat it as another error.',
)  # fmt: skip
def _missing(no_type: Response) -> Finding:
    return _answered(no_type, 404)


@assume(
    "errors.text", "Do errors have a text?", "no_type",
    expected='{"error": "..."}', mend="Exceptions do not say what was wrong.",
)  # fmt: skip
def _error_text(no_type: Response) -> Finding:
    text = _object(no_type).get("error")
    return verdict(isinstance(text, str) and text, str(text))


@assume(
    "errors.value", "Is a wrong value refused?", "bad_value", statuses=True,
    expected="status 400", mend="Typing errors in parameters go unnoticed.",
)  # fmt: skip
def _wrong_value(bad_value: Response) -> Finding:
    return _answered(bad_value, 400)


@assume(
    "errors.details", "Do refusals name the parameter?", "bad_value",
    expected='{"error", "details": [{"location", "message"}]}',
    mend="Exceptions do not name the parameter that was wrong.",
)  # fmt: skip
def _details(bad_value: Response) -> Finding:
    details = _object(bad_value).get("details")
    first = details[0] if isinstance(details, list) and details else {}
    return verdict({"location", "message"} <= set(first), ", ".join(sorted(first)) or "no details")


@assume(
    "errors.login", "Is a private route refused without a token?", "no_token", statuses=True,
    expected="status 401 or 403", mend="Missing logins are reported as another error.",
)  # fmt: skip
def _no_token(no_token: Response) -> Finding:
    return verdict(no_token.status in {401, 403}, f"status {no_token.status}")


@assume(
    "errors.batch", "Does one unknown id fail a batch of names?", "bad_names", statuses=True,
    expected="status 404", mend="Names of ids in such a batch may be wrong or missing.",
)  # fmt: skip
def _batch(bad_names: Response) -> Finding:
    return _answered(bad_names, 404)


# Names and ids


@assume(
    "names.rows", "Do ids have names?", "names",
    expected="rows with id, name and category", mend="`with_names` adds no names.",
)  # fmt: skip
def _names(names: Response) -> Finding:
    rows = json_of(names)
    return verdict(
        isinstance(rows, list)
        and {row.get("id") for row in rows} == {34, 10000002}
        and all(row.get("name") and row.get("category") for row in rows),
        f"{len(rows)} rows",
    )


@assume(
    "names.ids", "Do names have ids?", "ids",
    expected="lists of id and name by category",
    mend="Names cannot stand in place of ids, except those of static data.",
)  # fmt: skip
def _ids(ids: Response) -> Finding:
    found = {category: [row.get("id") for row in rows] for category, rows in _object(ids).items()}
    holds = 34 in found.get("inventory_types", []) and 10000002 in found.get("regions", [])
    return verdict(holds, ", ".join(sorted(found)))


# Cursors


@assume(
    "cursor.page", "Does a page of a cursor listing have one list and a cursor?", "cursor",
    expected="one list, and a cursor with before and after",
    mend="Cursor listings cannot be followed.",
)  # fmt: skip
def _cursor_page(cursor: Response) -> Finding:
    page = _object(cursor)
    lists = [name for name, value in page.items() if isinstance(value, list)]
    tokens = page.get("cursor") or {}
    return verdict(
        len(lists) == 1 and {"before", "after"} <= set(tokens),
        f"lists: {', '.join(lists)}; cursor: {', '.join(sorted(tokens)) or 'none'}",
    )


@assume(
    "cursor.limit", "Does a page have at most as many rows as asked for?", "cursor",
    expected="10 rows or fewer", mend="Plans name a wrong number of requests.",
)  # fmt: skip
def _limit(cursor: Response) -> Finding:
    count = len(_rows(cursor))
    return verdict(count <= 10, f"{count} rows")


@assume(
    "cursor.older", "Does `before` lead to older rows?", "cursor", "cursor_before",
    expected="rows that the newest page does not have",
    mend="Walks of cursor listings return the same rows again.",
)  # fmt: skip
def _older(newest: Response, older: Response) -> Finding:
    rows = _rows(older)
    if not rows:
        raise Unknown("there is one page only")
    both = [row for row in rows if row in _rows(newest)]
    return verdict(not both, f"{len(rows)} rows, {len(both)} of them repeated")


@assume(
    "cursor.end", "Is the page after the newest row empty?", "cursor", "cursor_after",
    expected="an empty list, or a few rows that have changed since",
    mend="Updates of cursor listings do not end.",
)  # fmt: skip
def _end(newest: Response, newer: Response) -> Finding:
    rows = _rows(newer)
    return verdict(
        len(rows) < 10 and not any(row in _rows(newest) for row in rows), f"{len(rows)} rows"
    )


# The single sign-on


@register(
    CHECKS,
    "sso.metadata",
    "Does the single sign-on publish its addresses?",
    expected="issuer, and addresses of authorisation, tokens and keys on its own host",
    mend="Logins use built-in addresses, which may be out of date.",
)
def _metadata(replies: Replies) -> Finding:
    found = replies.response("sso")
    if found.status != 200:
        return Finding("failed", f"status {found.status}")
    issuer = str(_object(found).get("issuer"))
    return Finding("ok", read_metadata(_object(found), issuer).issuer)


@assume(
    "sso.keys", "Does the single sign-on publish its keys?", "keys",
    expected="keys of RS256 or ES256 with a kid",
    mend="No login can be verified.",
)  # fmt: skip
def _keys(keys: Response) -> Finding:
    found = _object(keys).get("keys", [])
    usable = [key for key in found if key.get("kid") and key.get("alg") in {"RS256", "ES256"}]
    return verdict(usable, ", ".join(str(key.get("alg")) for key in found) or "no keys")


# Parts of bodies


def _object(response: Response) -> dict[str, Any]:
    found = json_of(response)
    if not isinstance(found, dict):
        raise TypeError(f"a {type(found).__name__} in place of an object")
    return found


def _rows(response: Response) -> list[Any]:
    return next((value for value in _object(response).values() if isinstance(value, list)), [])


def _operation(document: Response, name: str) -> Mapping[str, Any]:
    templates = {"orders": "/markets/{region_id}/orders", "type": "/universe/types/{type_id}"}
    found: Mapping[str, Any] = _object(document)["paths"][templates[name]]["get"]
    return found


def _resolved(document: Response, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema in place of a reference to it."""
    if "$ref" not in schema:
        return schema
    found: Any = _object(document)
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    result: Mapping[str, Any] = found
    return result


def _text(rate: Rate | None) -> str:
    return f"{rate.tokens} in {rate.window / 60:.0f} min ({rate.group})" if rate else "none"
