"""The server without its sockets: a `Call` goes in, a `Reply` comes out.

Order of the checks: the error budget (420), the route (404, 405), date and tenant (400), the token
bucket (429), the access token (401, 403), parameters and body (400), and then the answer.
"""

import json
import math
import re
import threading
import uuid
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from esi.sandbox.clock import Clock
from esi.sandbox.documents.openapi import effective
from esi.sandbox.documents.operations import Operation
from esi.sandbox.documents.versions import MODERN, Documents
from esi.sandbox.faults import Fault, Faults
from esi.sandbox.handlers.fallback import made
from esi.sandbox.handlers.registry import VOLATILE, AskedRequest, Notes, Refusal
from esi.sandbox.routes.dates import http_date, is_offered, until_downtime
from esi.sandbox.routes.route import LANGUAGES, OLDEST
from esi.sandbox.server.auth import Bearer, authorise
from esi.sandbox.server.messages import (
    BARE,
    JSON,
    VARY,
    Call,
    Reply,
    TooMany,
    bad_header,
    broken,
    cut,
    encoded,
    is_known,
    last,
    refused,
)
from esi.sandbox.simulation import samples
from esi.sandbox.simulation.cache_turnover import Body, Listing, Resource, Resources
from esi.sandbox.simulation.rate_limits import Limits, cost
from esi.sandbox.sso.server import PATHS as SSO_PATHS
from esi.sandbox.sso.server import Sso
from esi.sandbox.world.world import World

OLD_PREFIX = re.compile(r"/(?:latest|dev|legacy|v\d+)(?=/)")
NEVER = math.inf


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

    def answer(self, call: Call) -> Reply:
        """Answer a call."""
        with self.lock:
            turn = _Turn(call, self.clock(), call.path.rstrip("/") or "/", call.source)
            reply = self._reply(turn)
            reply.at = turn.now
            return reply

    def _reply(self, turn: _Turn) -> Reply:
        fault = self.faults.next(turn.path)
        if fault is not None and fault.kind == "drop":
            return Reply(0, breaks="drop")
        if turn.path in SSO_PATHS:
            return self._sso(turn, fault)
        try:
            self._enter(turn)
            reply = broken(fault) or self._content(turn)
        except Refusal as refusal:
            reply = refused(refusal)
        cut(reply, fault)
        self._finish(turn, reply)
        return reply

    def _sso(self, turn: _Turn, fault: Fault | None) -> Reply:
        """The single sign-on stands beside the API: no limits, no dates."""
        call = turn.call
        reply = broken(fault) or Reply(
            *self.sso.answer(call.method, turn.path, call.query, call.headers, call.body)
        )
        cut(reply, fault)
        reply.headers["Date"] = http_date(turn.now + self.faults.clock_skew)
        return reply

    # Checks

    def _enter(self, turn: _Turn) -> None:
        call = turn.call
        limited = self.settings.rate_limits
        if limited and not self.limits.budget(call.source).remain(turn.now):
            raise Refusal(420, "This software has exceeded the error limit for ESI.")
        asked = call.headers.get("X-Compatibility-Date")
        turn.date = asked if asked and is_offered(asked, turn.now) else OLDEST
        if turn.path in MODERN or turn.path.endswith("/swagger.json"):
            turn.unlimited = True
        else:
            self._find(turn)
            operation = turn.operation
            if limited and operation and operation.group:
                bucket = self.limits.bucket(operation.group.name, turn.user)
                wait = bucket.wait(turn.now, operation.group)
                if wait > 0:
                    raise TooMany(wait)
        if asked and turn.date != asked:
            raise bad_header("X-Compatibility-Date", asked, "expected a date that is offered")
        tenant = call.headers.get("X-Tenant") or last(call.query, "datasource", turn.old)
        if tenant and tenant != "tranquility":
            raise bad_header("X-Tenant", tenant, "unknown tenant")

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
            text = last(turn.call.query, "token", turn.old) or ""
        return self.tokens.get(text.strip())

    def _arguments(
        self, turn: _Turn, operation: Operation
    ) -> tuple[dict[str, Any], dict[str, Any], Any]:
        args, wrong = operation.arguments(turn.texts)
        if not wrong:
            who = turn.bearer.character_id if turn.bearer else 0
            character = self.world.characters.get(who)
            authorise(operation, turn.path, args, turn.bearer, character, turn.now)
        query, bad = operation.queries(turn.call.query)
        wrong += bad
        body: Any = None
        if operation.body is not None:
            try:
                body = json.loads(turn.call.body)
            except ValueError:
                wrong.append({"location": "body", "message": "expected JSON", "value": ""})
            else:
                wrong += operation.body_problems(body)
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
            return encoded(turn.call, Reply(200, {**JSON, "Vary": VARY}), document)
        operation = turn.operation
        args, query, body = self._arguments(turn, operation)
        page = int(query.get("page", 1))
        language = self._language(turn) if operation.localised else "en"
        resource = self._resource(turn.path, operation, turn.now, page, language)
        ask = AskedRequest(
            world=self.world,
            notes=self.notes,
            args=args,
            query=query,
            body=body,
            language=language,
            date=turn.date,
            generation=resource.number,
            character_id=turn.bearer.character_id if turn.bearer else None,
            dates=lambda: [d for d in self.documents.dates if is_offered(d, turn.now)],
        )
        headers = self._headers(operation, resource, turn.now, language)
        held, pages = self._body(operation, resource, ask, page)
        if pages is not None:
            headers["X-Pages"] = str(pages)
        if held is None:
            return Reply(operation.status, headers)
        headers["ETag"] = held.etag
        if is_known(turn.call, held.etag, resource.born + self.faults.clock_skew):
            headers.pop("Content-Type")
            if self.faults.plain_304:
                headers.pop("Expires", None)
                headers.pop("Cache-Control", None)
            return Reply(304, headers)
        return encoded(turn.call, Reply(operation.status, headers), held)

    def _body(
        self, operation: Operation, resource: Resource, ask: AskedRequest, page: int
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
            content = made(operation, resource.path, ask, self.settings.form)
            if isinstance(content, Listing):
                resource.prepared[key, "listing"] = content
        if isinstance(content, Listing):
            return self._page(resource, content, page, ask.language)
        if content is None and operation.answer is None:
            return None, None
        held = Body.of(content)
        if reads:
            store[key] = held
        return held, (1 if operation.pages else None)

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
            self.resources.turn_over(each, now, lifetime, due.pages, due.grow, due.upward)
        return self.resources.current(path, now, lifetime, language)

    def lifetime_of(self, path: str, operation: Operation) -> Callable[[float], float]:
        """Seconds from a moment to the expiry of what is built then."""
        for pattern, seconds in reversed(self.lifetimes):
            if fnmatchcase(path, pattern):
                return lambda _: seconds
        if operation.daily and self.settings.lifetime is None:
            return until_downtime
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
        for asked in (last(turn.call.query, "language", turn.old) or text).split(","):
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


def _key(operation: Operation, path: str, ask: AskedRequest) -> Hashable:
    """What an answer depends on, within a generation."""
    query = tuple(sorted((k, str(v)) for k, v in ask.query.items() if k != "page"))
    return (operation.key, effective(ask.date), path, query, ask.language)
