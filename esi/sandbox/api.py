"""The server without its sockets: a `Call` goes in, a `Reply` comes out.

Order of the checks: the error budget (420), the route (404, 405), date and tenant (400), the token
bucket (429), the access token (401, 403), parameters and body (400), and then the answer.
"""

import functools
import json
import math
import re
import threading
import uuid
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import date as calendar_date
from email.utils import formatdate, parsedate_to_datetime
from fnmatch import fnmatchcase
from typing import Any, Literal

from . import samples
from .answers import ANSWERS
from .asking import VOLATILE, Ask, Notes, Refusal
from .clock import Clock
from .document import effective
from .faults import Fault, Faults
from .generations import Body, Listing, Resource, Resources
from .limits import Limits, cost
from .operations import Operation
from .recordings import Exchange, find
from .route import LANGUAGES, OLDEST
from .served import MODERN, Documents
from .sso import PATHS as SSO_PATHS
from .sso import Sso
from .validate import problems
from .world import World

JSON = {"Content-Type": "application/json"}
VARY = "X-Tenant, Accept-Language, X-Compatibility-Date, Accept-Encoding"
HTML = b"<html><head><title>Maintenance</title></head><body>Back soon</body></html>"
SAMPLE_ROWS = 10
SAMPLE_PAGES = 3
OLD_PREFIX = re.compile(r"/(?:latest|dev|legacy|v\d+)(?=/)")
NEVER = math.inf


@dataclass
class Call:
    """A request; `headers` find a name in any case, `query` holds all values of each name."""

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    body: bytes = b""
    source: str = "127.0.0.1"


@dataclass
class Reply:
    """An answer; `breaks` says how the connection ends early, `tokens` what it cost its bucket."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    breaks: Literal["drop", "truncate"] | None = None
    tokens: int = 0


@dataclass(frozen=True)
class Bearer:
    """Whom an access token stands for; `scopes` None means all."""

    character_id: int
    scopes: frozenset[str] | None = None
    application: str = "sandbox"
    expires: float = NEVER


@dataclass
class Settings:
    """How a sandbox is set up; see `Sandbox`."""

    seed: int
    clock: Clock
    lifetime: float | None
    rate_limits: bool
    document: Mapping[str, Any] | None
    swagger: bool
    changed: float
    form: samples.Form


@dataclass
class _Turn:
    """What is known of a call while it is answered."""

    call: Call
    now: float
    path: str
    user: str
    old: bool = False
    date: str = OLDEST
    operation: Operation | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    bearer: Bearer | None = None
    unlimited: bool = False


class Api:
    """State and rules of a sandbox; every public method may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.clock = settings.clock
        self.lock = threading.RLock()
        self.world = World(settings.seed)
        self.documents = Documents(settings.document, with_swagger=settings.swagger)
        self.faults = Faults()
        self.limits = Limits()
        self.resources = Resources(settings.seed, settings.changed)
        self.notes = Notes()
        self.tokens: dict[str, Bearer] = {}
        self.sso = Sso(
            clock=settings.clock,
            url=lambda: self.documents.url,
            characters=self.world.characters,
            issue=lambda text, *who: self.tokens.update({text: Bearer(*who)}),
            end=lambda text: self.tokens.pop(text, None),
        )
        self.lifetimes: list[tuple[str, float]] = []
        self.recorded: dict[str, Exchange] = {}
        self._first_bodies: dict[Hashable, Body] = {}

    def reset(self) -> None:
        """Back to the beginning; what was encoded stays, since it would come out the same."""
        with self.lock:
            self.faults.clear()
            self.documents.with_swagger = self.settings.swagger
            self.limits = Limits()
            self.resources.reset()
            self.notes = Notes()
            self.tokens.clear()
            self.sso.reset()
            self.lifetimes.clear()
            self.recorded = {}

    def answer(self, call: Call) -> Reply:
        """Answer a call."""
        with self.lock:
            turn = _Turn(call, self.clock(), call.path.rstrip("/") or "/", call.source)
            fault = self.faults.next(turn.path)
            if fault is not None and fault.kind == "drop":
                return Reply(0, breaks="drop")
            if turn.path in SSO_PATHS:
                return self._sso(turn, fault)
            try:
                self._enter(turn)
                reply = _broken(fault) or self._content(turn)
            except Refusal as refusal:
                reply = _refused(refusal)
            if fault is not None and fault.kind == "truncate":
                reply.breaks = "truncate"
            self._finish(turn, reply)
            return reply

    def _sso(self, turn: _Turn, fault: Fault | None) -> Reply:
        """The single sign-on stands beside the API: no limits, no dates."""
        call = turn.call
        reply = _broken(fault) or Reply(
            *self.sso.answer(call.method, turn.path, call.query, call.headers, call.body)
        )
        if fault is not None and fault.kind == "truncate":
            reply.breaks = "truncate"
        reply.headers["Date"] = http_date(turn.now + self.faults.clock_skew)
        return reply

    # Checks

    def _enter(self, turn: _Turn) -> None:
        call = turn.call
        limited = self.settings.rate_limits
        if limited and not self.limits.budget(call.source).remain(turn.now):
            raise Refusal(420, "This software has exceeded the error limit for ESI.")
        asked = call.headers.get("X-Compatibility-Date")
        turn.date = asked if asked and _is_offered(asked, turn.now) else OLDEST
        if turn.path in MODERN or turn.path.endswith("/swagger.json"):
            turn.unlimited = True
        else:
            self._find(turn)
            operation = turn.operation
            if limited and operation and operation.group:
                bucket = self.limits.bucket(operation.group.name, turn.user)
                wait = bucket.wait(turn.now, operation.group)
                if wait > 0:
                    raise _TooMany(wait)
        if asked and turn.date != asked:
            raise _bad_header("X-Compatibility-Date", asked, "expected a date that is offered")
        tenant = call.headers.get("X-Tenant") or _last(call.query, "datasource", turn.old)
        if tenant and tenant != "tranquility":
            raise _bad_header("X-Tenant", tenant, "unknown tenant")

    def _find(self, turn: _Turn) -> None:
        """The operation, and the user whose bucket pays for it."""
        if self.documents.with_swagger and OLD_PREFIX.match(turn.path):
            turn.path, turn.old = OLD_PREFIX.sub("", turn.path, count=1), True
        catalogue = self.documents.catalogue(turn.date)
        turn.operation, turn.texts, others = catalogue.find(turn.call.method.lower(), turn.path)
        if turn.operation is None:
            if others:
                raise Refusal(405, "Method Not Allowed")
            raise Refusal(404, "Not Found")
        turn.bearer = self._bearer(turn)
        if turn.bearer:
            turn.user = f"{turn.bearer.application}:{turn.bearer.character_id}"

    def _bearer(self, turn: _Turn) -> Bearer | None:
        kind, _, text = turn.call.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer":
            text = _last(turn.call.query, "token", turn.old) or ""
        return self.tokens.get(text.strip())

    def _authorise(self, turn: _Turn, operation: Operation, args: Mapping[str, Any]) -> None:
        if not operation.secured:
            return
        bearer = turn.bearer
        if bearer is None or turn.now >= bearer.expires:
            raise Refusal(401, "authorization not provided" if bearer is None else "token expired")
        missing = set() if bearer.scopes is None else set(operation.scopes) - bearer.scopes
        if missing:
            raise Refusal(403, f"token is not valid for scope: {', '.join(sorted(missing))}")
        character_id = args.get("character_id")
        if turn.path.startswith("/characters/") and character_id not in {None, bearer.character_id}:
            raise Refusal(403, "token is not valid for this character")
        who = self.world.characters.get(bearer.character_id)
        if who is None:
            return
        corporation_id = args.get("corporation_id")
        if turn.path.startswith("/corporations/") and corporation_id != who.corporation_id:
            raise Refusal(403, "Character is not in the corporation")
        if operation.roles and not {"Director", *operation.roles}.intersection(who.roles):
            raise Refusal(403, "Character does not have required role(s)")

    def _arguments(
        self, turn: _Turn, operation: Operation
    ) -> tuple[dict[str, Any], dict[str, Any], Any]:
        args, wrong = operation.arguments(turn.texts)
        if not wrong:
            self._authorise(turn, operation, args)
        query, bad = operation.queries(turn.call.query)
        wrong += bad
        body: Any = None
        if operation.body is not None:
            try:
                body = json.loads(turn.call.body)
            except ValueError:
                wrong.append({"location": "body", "message": "expected JSON", "value": ""})
            else:
                wrong += problems(body, operation.body, operation.document, "body")
        if wrong:
            raise Refusal(400, "validation failed", wrong)
        return args, query, body

    # Content

    def _content(self, turn: _Turn) -> Reply:
        if turn.operation is None:
            document = self.documents.body(turn.path, turn.date)
            if document is None or turn.call.method not in {"GET", "HEAD"}:
                raise Refusal(404, "Not Found")
            # The real document comes without ETag and Last-Modified.
            return _encoded(turn.call, Reply(200, {**JSON, "Vary": VARY}), document)
        operation = turn.operation
        args, query, body = self._arguments(turn, operation)
        page = int(query.get("page", 1))
        language = self._language(turn) if operation.localised else "en"
        resource = self._resource(turn.path, operation, turn.now, page, language)
        ask = Ask(
            world=self.world,
            notes=self.notes,
            args=args,
            query=query,
            body=body,
            language=language,
            date=turn.date,
            generation=resource.number,
            character_id=turn.bearer.character_id if turn.bearer else None,
            dates=lambda: [d for d in self.documents.dates if _is_offered(d, turn.now)],
        )
        headers = self._headers(operation, resource, turn.now, language)
        call = turn.call
        kept = self.recorded and find(
            self.recorded, call.method, turn.path, call.query, language, body
        )
        if kept and kept.status >= 400:
            return _encoded(call, Reply(kept.status, {**JSON}), kept.answer)
        encoded, pages = (
            (kept.answer, kept.pages) if kept else self._body(operation, resource, ask, page)
        )
        if pages is not None:
            headers["X-Pages"] = str(pages)
        if encoded is None:
            return Reply(operation.status, headers)
        headers["ETag"] = encoded.etag
        if _is_known(turn.call, encoded.etag, resource.born + self.faults.clock_skew):
            headers.pop("Content-Type")
            if self.faults.plain_304:
                headers.pop("Expires", None)
                headers.pop("Cache-Control", None)
            return Reply(304, headers)
        return _encoded(turn.call, Reply(operation.status, headers), encoded)

    def _body(
        self, operation: Operation, resource: Resource, ask: Ask, page: int
    ) -> tuple[Body | None, int | None]:
        """The encoded answer, and the number of pages of a paged one."""
        reads = operation.method == "get"
        key = _key(operation, resource.path, ask)
        store = resource.prepared
        if resource.number == 0 and operation.key not in VOLATILE:
            # The first generation is the same after each reset.
            store = self._first_bodies
        if reads and key in store:
            kept: Body = store[key]
            if not operation.pages:
                return kept, None
        content: Any = resource.prepared.get((key, "listing"))
        if content is None:
            content = self._made(operation, resource.path, ask)
            if isinstance(content, Listing):
                resource.prepared[key, "listing"] = content
        if isinstance(content, Listing):
            return self._page(resource, content, page, ask.language)
        if content is None and operation.answer is None:
            return None, None
        encoded = Body.of(content)
        if reads:
            store[key] = encoded
        return encoded, (1 if operation.pages else None)

    def _made(self, operation: Operation, path: str, ask: Ask) -> Any:
        if operation.key in ANSWERS:
            return ANSWERS[operation.key](ask)
        if operation.answer is None:
            return None
        form, document = self.settings.form, operation.document
        items = samples.sequence(operation.answer, document)
        if operation.pages and items:
            return Listing(
                make=lambda number, revision: samples.sample(
                    items[0], document, form=form, seed=(path, number, revision)
                ),
                count=0 if form == "empty" else SAMPLE_ROWS * SAMPLE_PAGES - 3,
                size=SAMPLE_ROWS,
            )
        content = samples.sample(operation.answer, document, form=form, seed=(path, ask.generation))
        if operation.cursor and isinstance(content, dict):
            _cursor(content, ask.query)
        return content

    def _page(
        self, resource: Resource, listing: Listing, number: int, language: str
    ) -> tuple[Body, int]:
        pages = self.resources.pages(resource, listing)
        if not 1 <= number <= len(pages):
            raise Refusal(404, "Requested page does not exist!")
        page = pages[number - 1]
        if resource.fresh or language not in page.bodies:
            page.bodies[language] = Body.of([listing.make(*row) for row in page.rows])
        return page.bodies[language], len(pages)

    # Generations

    def _resource(
        self, path: str, operation: Operation, now: float, page: int, language: str
    ) -> Resource:
        lifetime = self.lifetime_of(path, operation)
        due = self.resources.due(path, page, language)
        resource = self.resources.current(path, now, lifetime, language)
        if due is None:
            return resource
        for each in self.resources.turning(path, now, lifetime, due.language):
            self.resources.turn_over(each, now, lifetime, due.pages, due.grow)
        return self.resources.current(path, now, lifetime, language)

    def lifetime_of(self, path: str, operation: Operation) -> Callable[[float], float]:
        """Seconds from a moment to the expiry of what is built then."""
        for pattern, seconds in reversed(self.lifetimes):
            if fnmatchcase(path, pattern):
                return lambda _: seconds
        if operation.daily and self.settings.lifetime is None:
            return _until_downtime
        age = operation.age
        if age is None and not operation.daily:
            return lambda _: NEVER
        seconds = self.settings.lifetime if self.settings.lifetime is not None else age or NEVER
        return lambda _: seconds

    def _headers(
        self, operation: Operation, resource: Resource, now: float, language: str
    ) -> dict[str, str]:
        skew = self.faults.clock_skew
        headers = {
            **JSON,
            "Vary": VARY,
            "Cache-Control": "public",
            "Last-Modified": http_date(resource.born + skew),
            "X-ESI-Cache-Status": "HIT" if resource.served else "MISS",
        }
        resource.served = True
        if resource.expires < NEVER:
            headers["Expires"] = http_date(resource.expires + skew)
            if operation.modern:
                left = max(0, math.ceil(resource.expires - now))
                headers["Cache-Control"] = f"public, max-age={left}"
        if operation.localised:
            headers["Content-Language"] = language
        return headers

    def _language(self, turn: _Turn) -> str:
        text = turn.call.headers.get("Accept-Language", "")
        for asked in (_last(turn.call.query, "language", turn.old) or text).split(","):
            language = asked.split(";")[0].strip().lower().split("-")[0]
            if language in LANGUAGES:
                return language
        return "en"

    # After the answer

    def _finish(self, turn: _Turn, reply: Reply) -> None:
        """Pay for the answer, and add the headers that every answer has."""
        headers = reply.headers
        headers["Date"] = http_date(turn.now + self.faults.clock_skew)
        headers["X-ESI-Request-Id"] = str(uuid.uuid4())
        operation = turn.operation
        if operation:
            headers["X-Compatibility-Date"] = operation.date
        if not self.settings.rate_limits or turn.unlimited:
            return
        bare = headers.pop(BARE, None)
        if operation and operation.group and reply.status != 420:
            spent = reply.tokens = cost(reply.status)
            self.limits.bucket(operation.group.name, turn.user).spend(turn.now, spent)
            if not bare:
                headers |= self.limits.headers(operation.group, turn.user, turn.now, spent)
            return
        if reply.status >= 400 and reply.status != 420:
            self.limits.budget(turn.call.source).count(turn.now)
        if not bare:
            headers |= self.limits.error_headers(turn.call.source, turn.now)


# A mark on the way from a fault to `_finish`; never sent.
BARE = "bare"


class _TooMany(Refusal):
    def __init__(self, wait: float) -> None:
        super().__init__(429, "Rate limit exceeded")
        self.wait = wait


def _refused(refusal: Refusal) -> Reply:
    content: dict[str, Any] = {"error": refusal.error}
    if refusal.details:
        content |= {"details": list(refusal.details), "status": refusal.status}
    headers = dict(JSON)
    if isinstance(refusal, _TooMany):
        headers["Retry-After"] = str(max(1, math.ceil(refusal.wait)))
    return Reply(refusal.status, headers, Body.of(content).raw)


def _broken(fault: Fault | None) -> Reply | None:
    """The answer that a fault gives in place of the route's own."""
    if fault is None or fault.kind == "truncate":
        return None
    if fault.kind == "not_json":
        return Reply(200, {"Content-Type": "text/html"}, HTML)
    body = json.dumps({"error": f"fault of the sandbox: {fault.status}"})
    headers = {**JSON, **fault.headers}
    if fault.bare:
        headers[BARE] = "yes"
    return Reply(fault.status, headers, (body if fault.body is None else fault.body).encode())


def _bad_header(name: str, value: str, message: str) -> Refusal:
    problem = {"location": f"header.{name}", "message": message, "value": value}
    return Refusal(400, "validation failed", [problem])


def _last(query: Mapping[str, Sequence[str]], name: str, asked: bool) -> str | None:
    """A parameter of old, where old parameters count."""
    values = query.get(name) if asked else None
    return values[-1] if values else None


def _key(operation: Operation, path: str, ask: Ask) -> Hashable:
    """What an answer depends on, within a generation."""
    query = tuple(sorted((k, str(v)) for k, v in ask.query.items() if k != "page"))
    return (operation.key, effective(ask.date), path, query, ask.language)


def _is_known(call: Call, etag: str, born: float) -> bool:
    """Whether the caller has this answer already (RFC 9110, 13.2.2: the tag goes first)."""
    tags = call.headers.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or etag in known or etag.strip('"') in known
    since = call.headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return parsedate_to_datetime(since).timestamp() >= math.floor(born)
    except ValueError:
        return False


def _encoded(call: Call, reply: Reply, body: Body) -> Reply:
    if "gzip" in call.headers.get("Accept-Encoding", "").lower():
        reply.headers["Content-Encoding"] = "gzip"
        reply.body = body.zipped
    else:
        reply.body = body.raw
    return reply


def _cursor(content: dict[str, Any], query: Mapping[str, Any]) -> None:
    """Make a sampled cursor page the only one: whoever goes on finds an empty list."""
    if query.get("before") is None and query.get("after") is None:
        return
    for name, value in content.items():
        if isinstance(value, list):
            content[name] = []


@functools.lru_cache(maxsize=1024)
def _parsed(text: str) -> calendar_date | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return calendar_date.fromisoformat(text)
    except ValueError:
        return None


def _is_offered(text: str, now: float) -> bool:
    """Whether a date may be asked for: not before the oldest, not after today.

    The API's day changes at 11:00 UTC.
    """
    parsed = _parsed(text)
    if parsed is None or text < OLDEST:
        return False
    return parsed <= datetime.fromtimestamp(now - 11 * 3600, UTC).date()


def _until_downtime(moment: float) -> float:
    """Seconds to the next 11:05 UTC."""
    start = datetime.fromtimestamp(moment, UTC)
    end = start.replace(hour=11, minute=5, second=0, microsecond=0)
    if end <= start:
        end += timedelta(days=1)
    return (end - start).total_seconds()


def http_date(seconds: float) -> str:
    """A time as HTTP writes it."""
    return _http_date(math.floor(seconds))


@functools.lru_cache(maxsize=4096)
def _http_date(seconds: int) -> str:
    return formatdate(seconds, usegmt=True)
