"""Respond to requests: an `ApiRequest` goes in, an `ApiResponse` comes out.

Order of the checks: the error limit (420), the route (404, 405), the token bucket (429), date and
tenant (400), the access token (401, 403), parameters and body (400).
"""

import json
import math
import re
import threading
import uuid
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from typing import Any

from esi.sandbox.clock import Clock
from esi.sandbox.documents.openapi import effective, lacking
from esi.sandbox.documents.operations import Operation
from esi.sandbox.documents.versions import OPENAPI_PATHS, Documents
from esi.sandbox.faults import Fault, Faults
from esi.sandbox.handlers.fallback import make_content
from esi.sandbox.handlers.registry import VOLATILE, HandlerRequest, Refusal, UserData
from esi.sandbox.routes.dates import http_date, is_offered, until_downtime
from esi.sandbox.routes.route import LANGUAGES, OLDEST
from esi.sandbox.server.auth import Bearer, authorise
from esi.sandbox.server.messages import (
    JSON,
    VARY,
    ApiRequest,
    ApiResponse,
    RateLimited,
    add_body,
    bad_header,
    fault_response,
    is_not_modified,
    refusal_response,
    spoil,
)
from esi.sandbox.server.static_data import PREFIX as STATIC_DATA
from esi.sandbox.server.static_data import StaticDataSite
from esi.sandbox.simulation import samples
from esi.sandbox.simulation.cache_turnover import (
    CachedResource,
    CachedResources,
    EncodedBody,
    Lifetime,
    Listing,
)
from esi.sandbox.simulation.rate_limits import Limits, cost
from esi.sandbox.sso.server import PATHS as SSO_PATHS
from esi.sandbox.sso.server import SsoServer
from esi.sandbox.world.world import PlayerCharacter, World

SWAGGER_PREFIX = re.compile(r"/(?:latest|dev|legacy|v\d+)(?=/)")
NEVER = math.inf


@dataclass
class SandboxSettings:
    """Set-up of a sandbox; see `Sandbox`."""

    seed: int
    clock: Clock
    lifetime: float | None
    rate_limits: bool
    document: Mapping[str, Any] | None
    swagger: bool
    changed: float
    form: samples.Form
    epoch: datetime


@dataclass
class _Context:
    """State of one request.

    Attributes:
        legacy: it was sent to a path of Swagger 2.0, where more query parameters exist.
        texts: the path parameters, not parsed.
        unlimited: it costs nothing.
    """

    request: ApiRequest
    now: float
    path: str
    user: str
    legacy: bool = False
    date: str = OLDEST
    operation: Operation | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    bearer: Bearer | None = None
    unlimited: bool = False

    def header(self, name: str, parameter: str) -> str:
        """Return a header, or the query parameter that old clients send instead."""
        values: Sequence[str] = self.request.query.get(parameter, ()) if self.legacy else ()
        return values[-1] if values else self.request.headers.get(name, "")


class Api:
    """State and rules of a sandbox; thread-safe."""

    def __init__(self, settings: SandboxSettings) -> None:
        self.settings = settings
        self.clock = settings.clock
        self.lock = threading.RLock()
        self.world = World(settings.seed, settings.epoch)
        self.documents = Documents(settings.document, with_swagger=settings.swagger)
        self.faults = Faults()
        self.limits = Limits()
        self.resources = CachedResources(settings.seed, settings.changed)
        self.user_data = UserData()
        self.static_data = StaticDataSite(self.world)
        self.tokens: dict[str, Bearer] = {}
        self.sso = SsoServer(
            clock=settings.clock,
            url=lambda: self.documents.url,
            characters=self.world.characters,
            on_issue=lambda text, *bearer: self.tokens.update({text: Bearer(*bearer)}),
            on_revoke=lambda text: self.tokens.pop(text, None),
        )
        self.lifetimes: list[tuple[str, float]] = []
        self._first_bodies: dict[Hashable, EncodedBody] = {}

    def reset(self) -> None:
        """Return to the state after the start; encoded bodies stay, as they would be the same."""
        with self.lock:
            self.faults.clear()
            self.documents.with_swagger = self.settings.swagger
            self.limits = Limits()
            self.resources.reset()
            self.user_data = UserData()
            self.static_data.reset()
            self.tokens.clear()
            self.sso.reset()
            self.lifetimes.clear()

    def respond(self, request: ApiRequest) -> ApiResponse:
        """Respond to a request."""
        with self.lock:
            path = request.path.rstrip("/") or "/"
            context = _Context(request, self.clock(), path, request.source)
            response = self._respond(context)
            self.faults.apply_rewrites(request, response)
            response.at = context.now
            return response

    def _respond(self, context: _Context) -> ApiResponse:
        fault = self.faults.next(context.path)
        if fault is not None and fault.kind == "drop":
            return ApiResponse(0, breaks="drop")
        if context.path in SSO_PATHS or context.path.startswith(STATIC_DATA):
            return self._other_site(context, fault)
        try:
            self._check(context)
            response = fault_response(fault) or self._route_response(context)
        except Refusal as refusal:
            response = refusal_response(refusal)
        spoil(response, fault)
        self._finish(context, response)
        return response

    def _other_site(self, context: _Context, fault: Fault | None) -> ApiResponse:
        """Let the single sign-on or the static data site respond; neither has limits or dates."""
        request = context.request
        response = fault_response(fault)
        if response is None and context.path.startswith(STATIC_DATA):
            response = self.static_data.respond(request)
        elif response is None:
            response = ApiResponse(
                *self.sso.respond(
                    request.method, context.path, request.query, request.headers, request.body
                )
            )
        spoil(response, fault)
        response.headers["Date"] = http_date(context.now + self.faults.clock_skew)
        return response

    # Checks

    def _check(self, context: _Context) -> None:
        request = context.request
        limited = self.settings.rate_limits
        if limited and not self.limits.error_limit(request.source).remain(context.now):
            raise Refusal(420, "This software has exceeded the error limit for ESI.")
        date = request.headers.get("X-Compatibility-Date")
        context.date = date if date and is_offered(date, context.now) else OLDEST
        if context.path in OPENAPI_PATHS or context.path.endswith("/swagger.json"):
            context.unlimited = True
        else:
            operation = self._find_operation(context)
            if limited and operation.group:
                bucket = self.limits.bucket(operation.group.name, context.user)
                wait = bucket.wait(context.now, operation.group)
                if wait > 0:
                    raise RateLimited(wait)
        if date and context.date != date:
            raise bad_header("X-Compatibility-Date", date, "expected a date that is offered")
        tenant = context.header("X-Tenant", "datasource")
        if tenant and tenant != "tranquility":
            raise bad_header("X-Tenant", tenant, "unknown tenant")

    def _find_operation(self, context: _Context) -> Operation:
        """Find the operation, and the user whose bucket pays for it."""
        if self.documents.with_swagger and SWAGGER_PREFIX.match(context.path):
            context.path = SWAGGER_PREFIX.sub("", context.path, count=1)
            context.legacy = True
        catalogue = self.documents.catalogue(context.date)
        method = context.request.method.lower()
        operation, context.texts, other_methods = catalogue.find(method, context.path)
        if operation is None:
            if other_methods:
                raise Refusal(405, "Method Not Allowed")
            if self.documents.custom:
                raise Refusal(404, "Not Found: it is not in the given document")
            raise Refusal(404, f"Not Found. {lacking(self.documents.coverage)}")
        context.operation = operation
        token = context.header("Authorization", "token").strip()
        kind, _, text = token.partition(" ")
        context.bearer = self.tokens.get(text.strip() if kind.lower() == "bearer" else token)
        if context.bearer:
            context.user = f"{context.bearer.application}:{context.bearer.character_id}"
        return operation

    def _arguments(
        self, context: _Context, operation: Operation
    ) -> tuple[dict[str, Any], dict[str, Any], Any]:
        """Return the values of path, query and body."""
        args, wrong = operation.arguments(context.texts)
        if not wrong:
            reader = self._reader(context)
            authorise(operation, context.path, args, context.bearer, reader, context.now)
        query, bad = operation.queries(context.request.query)
        wrong += bad
        body: Any = None
        if operation.body is not None:
            try:
                body = json.loads(context.request.body)
            except (ValueError, RecursionError):
                wrong.append({"location": "body", "message": "expected JSON", "value": ""})
            else:
                wrong += operation.body_problems(body)
        if wrong:
            raise Refusal(400, "validation failed", wrong)
        return args, query, body

    def _reader(self, context: _Context) -> PlayerCharacter | None:
        """Return the character of the access token, if it is one of the world."""
        return self.world.characters.get(context.bearer.character_id) if context.bearer else None

    # Content

    def _route_response(self, context: _Context) -> ApiResponse:
        operation = context.operation
        if operation is None:
            return self._document_response(context)
        args, query, body = self._arguments(context, operation)
        page = int(query.get("page", 1))
        language = self._language(context) if operation.localised else "en"
        resource = self._resource(context.path, operation, context.now, page, language)
        request = HandlerRequest(
            world=self.world,
            user_data=self.user_data,
            args=args,
            query=query,
            body=body,
            language=language,
            date=context.date,
            generation=resource.generation,
            reader=self._reader(context),
            dates=lambda: [d for d in self.documents.dates if is_offered(d, context.now)],
        )
        headers = self._headers(operation, resource, context.now, language)
        content, pages = self._body(operation, resource, request, page)
        if pages is not None:
            headers["X-Pages"] = str(pages)
        if content is None:
            return ApiResponse(operation.status, headers)
        headers["ETag"] = content.etag
        built_at = resource.built_at + self.faults.clock_skew
        if is_not_modified(context.request, content.etag, built_at):
            headers.pop("Content-Type")
            if self.faults.plain_304:
                headers.pop("Expires", None)
                headers.pop("Cache-Control", None)
            return ApiResponse(304, headers)
        return add_body(context.request, ApiResponse(operation.status, headers), content)

    def _document_response(self, context: _Context) -> ApiResponse:
        document = self.documents.body(context.path, context.date)
        if document is None or context.request.method not in {"GET", "HEAD"}:
            raise Refusal(404, "Not Found")
        # The real document has neither ETag nor Last-Modified.
        response = ApiResponse(200, {**JSON, "Vary": VARY})
        return add_body(context.request, response, document)

    def _body(
        self, operation: Operation, resource: CachedResource, request: HandlerRequest, page: int
    ) -> tuple[EncodedBody | None, int | None]:
        """Return the encoded response, and the number of pages of a paged one."""
        reads = operation.method == "get"
        key = _cache_key(operation, resource.path, request)
        cache = resource.prepared
        if resource.generation == 0 and operation.key not in VOLATILE:
            # The first generation is the same after each reset.
            cache = self._first_bodies
        if reads and key in cache and not operation.pages:
            cached: EncodedBody = cache[key]
            return cached, None
        content: Any = resource.prepared.get((key, "listing"))
        if content is None:
            content = make_content(operation, resource.path, request, self.settings.form)
            if isinstance(content, Listing):
                resource.prepared[key, "listing"] = content
        if isinstance(content, Listing):
            return self._page(resource, content, page, request.language)
        if content is None and operation.response is None:
            return None, None
        body = EncodedBody.of(content)
        if reads:
            cache[key] = body
        return body, (1 if operation.pages else None)

    def _page(
        self, resource: CachedResource, listing: Listing, number: int, language: str
    ) -> tuple[EncodedBody, int]:
        pages = self.resources.pages(resource, listing)
        if not 1 <= number <= len(pages):
            raise Refusal(404, "Requested page does not exist!")
        page = pages[number - 1]
        if resource.rebuilt or language not in page.bodies:
            page.bodies[language] = EncodedBody.of([listing.make(*row) for row in page.rows])
        return page.bodies[language], len(pages)

    def _resource(
        self, path: str, operation: Operation, now: float, page: int, language: str
    ) -> CachedResource:
        """Return the resource of a path, after the turn-overs that are due."""
        lifetime = self.lifetime_of(path, operation)
        due = self.resources.due(path, page, language)
        resource = self.resources.current(path, now, lifetime, language)
        if due is None:
            return resource
        for each in self.resources.select(path, now, lifetime, due.language):
            self.resources.turn_over(each, now, lifetime, due.pages, due.grow, due.upward)
        return self.resources.current(path, now, lifetime, language)

    def lifetime_of(self, path: str, operation: Operation) -> Lifetime:
        """Return a function from the moment at which a response is built to its cache seconds."""
        for pattern, seconds in reversed(self.lifetimes):
            if fnmatchcase(path, pattern):
                return lambda _: seconds
        configured = self.settings.lifetime
        if operation.daily and configured is None:
            return until_downtime
        if operation.age is None and not operation.daily:
            return lambda _: NEVER
        age = configured if configured is not None else operation.age or NEVER
        return lambda _: age

    def _headers(
        self, operation: Operation, resource: CachedResource, now: float, language: str
    ) -> dict[str, str]:
        skew = self.faults.clock_skew
        headers = {
            **JSON,
            "Vary": VARY,
            "Cache-Control": "public",
            "Last-Modified": http_date(resource.built_at + skew),
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

    def _language(self, context: _Context) -> str:
        """Return the first language of the request that the API has, or English."""
        for wanted in context.header("Accept-Language", "language").split(","):
            language = wanted.split(";")[0].strip().lower().split("-")[0]
            if language in LANGUAGES:
                return language
        return "en"

    def _finish(self, context: _Context, response: ApiResponse) -> None:
        """Pay for the response, and add the headers that every response has."""
        headers = response.headers
        headers["Date"] = http_date(context.now + self.faults.clock_skew)
        headers["X-ESI-Request-Id"] = str(uuid.uuid4())
        operation = context.operation
        if operation:
            headers["X-Compatibility-Date"] = operation.date
        if not self.settings.rate_limits or context.unlimited:
            return
        if operation and operation.group and response.status != 420:
            spent = response.tokens = cost(response.status)
            self.limits.bucket(operation.group.name, context.user).spend(context.now, spent)
            limits = self.limits.headers(operation.group, context.user, context.now, spent)
        else:
            source = context.request.source
            if response.status >= 400 and response.status != 420:
                self.limits.error_limit(source).count(context.now)
            limits = self.limits.error_headers(source, context.now)
        if not response.bare:
            headers |= limits


def _cache_key(operation: Operation, path: str, request: HandlerRequest) -> Hashable:
    """Return what a response depends on within a generation."""
    query = tuple(sorted((k, str(v)) for k, v in request.query.items() if k != "page"))
    reader = request.reader.corporation_id if operation.secured and request.reader else 0
    return (operation.key, effective(request.date), path, query, request.language, reader)
