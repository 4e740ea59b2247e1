"""Serve the static data export of the world, at the paths of the real site.

It supports ETags and byte ranges (RFC 9110, sections 13 and 14). The API's limits do not apply.
"""

import hashlib
import re
from dataclasses import dataclass, field

from esi.sandbox.routes.dates import http_date
from esi.sandbox.server.messages import ApiRequest, ApiResponse, is_not_modified
from esi.sandbox.world import static_data
from esi.sandbox.world.world import World

PREFIX = "/static-data/"
_ARCHIVE = re.compile(r"(?:tranquility/)?eve-online-static-data-(?P<build>\d+|latest)-jsonl\.zip")
_CHANGES = re.compile(r"tranquility/changes/(?P<build>\d+)\.jsonl")
_RANGE = re.compile(r"bytes=(?P<first>\d+)-(?P<last>\d*)")


@dataclass
class StaticDataSite:
    """Site with the static data of a world, and its switches.

    Attributes:
        build: the latest build, one of `builds`.
        ranges: False ignores requests for ranges.
        etags: False sends neither ETags nor Last-Modified.
        replaced: bodies to serve instead, by path below `/static-data/`.
    """

    world: World
    build: int = static_data.BUILDS[0]
    ranges: bool = True
    etags: bool = True
    replaced: dict[str, bytes] = field(default_factory=dict)
    builds = static_data.BUILDS
    _archives: dict[int, bytes] = field(default_factory=dict)

    def reset(self) -> None:
        """Return to the initial state. Archives are kept, since they never change."""
        self.build, self.ranges, self.etags = self.builds[0], True, True
        self.replaced.clear()

    def archive(self, build: int) -> bytes:
        """Return the archive of a build."""
        if build not in self._archives:
            self._archives[build] = static_data.archive(self.world, build)
        return self._archives[build]

    def respond(self, request: ApiRequest) -> ApiResponse:
        """Respond to a request below `/static-data/`."""
        if request.method not in {"GET", "HEAD"}:
            return ApiResponse(405, {"Allow": "GET, HEAD"})
        path = request.path.removeprefix(PREFIX)
        match = _ARCHIVE.fullmatch(path)
        if match and match["build"] == "latest" and path not in self.replaced:
            name = f"eve-online-static-data-{self.build}-jsonl.zip"
            return ApiResponse(302, {"Location": f"{PREFIX}tranquility/{name}"})
        body = self.replaced.get(path) or self._body(path)
        if body is None:
            return ApiResponse(404, {"Content-Type": "text/plain"}, b"Not Found")
        return self._content(request, body, "application/zip" if match else "application/jsonl")

    def _body(self, path: str) -> bytes | None:
        if path == "tranquility/latest.jsonl":
            return static_data.lines([static_data.release(self.build)])
        if path == "tranquility/schema-changelog.yaml":
            return b"- date: 2026-08-17\n  changes: [types.isDynamicType added]\n"
        match = _CHANGES.fullmatch(path) or _ARCHIVE.fullmatch(path)
        if match is None or int(match["build"]) not in self.builds:
            return None
        build = int(match["build"])
        if "changes" not in path:
            return self.archive(build)
        earlier = [None, *self.builds][self.builds.index(build)]
        return static_data.lines([{"_key": "_meta", "lastBuildNumber": earlier}])

    def _content(self, request: ApiRequest, body: bytes, kind: str) -> ApiResponse:
        modified = self.world.epoch.timestamp()
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"Content-Type": kind, "Cache-Control": "public, max-age=300"}
        if self.etags:
            headers |= {"ETag": etag, "Last-Modified": http_date(modified)}
            if is_not_modified(request, etag, modified):
                return ApiResponse(304, headers)
        if not self.ranges:
            return ApiResponse(200, headers, body)
        headers["Accept-Ranges"] = "bytes"
        wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
        condition = request.headers.get("If-Range")
        if wanted is None or condition not in {
            None,
            headers.get("ETag"),
            headers.get("Last-Modified"),
        }:
            return ApiResponse(200, headers, body)
        first = int(wanted["first"])
        last = min(int(wanted["last"] or len(body)), len(body) - 1)
        if first > last:
            return ApiResponse(416, {**headers, "Content-Range": f"bytes */{len(body)}"})
        headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
        return ApiResponse(206, headers, body[first : last + 1])
