"""Request the number of the latest build, and download builds, resumed by ranges."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import requests
import urllib3.exceptions

from esi.core import cancellation
from esi.core.atomic_write import atomic_write
from esi.core.http.transport import as_it_is, proxies_past
from esi.errors import ApiConnectionError
from esi_data.errors import StaticDataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LARGEST = 2 * 1024**3  # bytes of an archive; the export's has 100 MB
_CHUNK = 1 << 18  # bytes
_TRIES = 5  # attempts at an interrupted download; each continues the one before
_LATEST_LIMIT = 1 << 20  # bytes of the record that names the latest build
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")
_NETWORK = (requests.RequestException, urllib3.exceptions.HTTPError, ConnectionError)


class Latest(msgspec.Struct, frozen=True):
    """Latest build of the site, the ETag of that response, and the time of the next check."""

    build: int
    etag: str = ""
    ask_after: float = 0.0


class _Partial(msgspec.Struct, frozen=True):
    """Partial download: the version of its file, and the full size."""

    validator: str
    size: int


@dataclass(frozen=True)
class Site:
    """Site that publishes the export.

    Attributes:
        url: address of its static data, without a slash at the end.
        session: returns the session that sends the requests, without a token.
        user_agent: value of the User-Agent header.
        timeout: seconds to connect, and between two chunks of a response.
        sleep: waits a number of seconds between two attempts.
    """

    url: str
    session: Callable[[], requests.Session]
    user_agent: str
    timeout: tuple[float, float]
    sleep: Callable[[float], object]

    def latest(self, known: Latest | None) -> Latest:
        """Return the latest build; `known` is the previous answer.

        Raises:
            ApiConnectionError: the site cannot be reached.
            StaticDataError: it responds with something else.
        """
        url = f"{self.url}/tranquility/latest.jsonl"
        headers = {"If-None-Match": known.etag} if known and known.etag else {}
        with self._request(url, headers) as got:
            if got.status_code == 304 and known:
                return known
            _check_status(got, url)
            with _named_errors(url):
                body = b"".join(_limited(got.iter_content(_CHUNK), _LATEST_LIMIT, url))
            return Latest(_latest_build(body, url), got.headers.get("ETag", ""))

    def download(
        self,
        build: int,
        folder: Path,
        begin: Callable[[int, int], object],
        step: Callable[[int], object],
    ) -> Path:
        """Download the archive of a build into a folder, or continue an earlier attempt.

        Args:
            build: number of the build.
            folder: where it goes, as `<build>.zip.part`.
            begin: called before each transfer with the bytes already on disk and the full size (0
                if unknown).
            step: called with the number of bytes just received.

        Raises:
            ApiConnectionError: the site cannot be reached; the partial download is kept.
            StaticDataError: the site does not have the build, or sends something else.
            OSError: the disk is full.
        """
        url = f"{self.url}/tranquility/eve-online-static-data-{build}-jsonl.zip"
        part = folder / f"{build}.zip.part"
        for attempt in range(1, _TRIES + 1):
            try:
                if self._continue(url, part, begin, step):
                    return part
            except ApiConnectionError:
                if attempt == _TRIES:
                    raise
                self.sleep(attempt)
        raise StaticDataError(f"{url} changes while it is downloaded: try again later")

    def _continue(
        self,
        url: str,
        part: Path,
        begin: Callable[[int, int], object],
        step: Callable[[int], object],
    ) -> bool:
        """Fetch the missing part of a file; return False if the download must start over."""
        partial = _partial(part)
        here = part.stat().st_size if partial else 0
        if partial and here == partial.size:
            begin(here, partial.size)
            return True
        headers = {"Accept-Encoding": "identity"}
        if partial and here:
            headers |= {"Range": f"bytes={here}-", "If-Range": partial.validator}
        with self._request(url, headers) as got:
            if got.status_code == 206 and partial and _is_rest(got, partial, here):
                pass
            elif got.status_code in {206, 416}:
                forget(part)
                return False
            else:
                _check_status(got, url)
                here, partial = 0, _begun(got, url, part)
            size = partial.size
            begin(here, size)
            with part.open("ab") as file, _named_errors(url):
                for chunk in _limited(_arriving(got), size - here or _LARGEST, url):
                    cancellation.check()
                    file.write(chunk)
                    step(len(chunk))
        if size and part.stat().st_size != size:
            raise ApiConnectionError(
                f"{url} broke off. Try again: the download continues where it stopped.", url=url
            )
        return True

    @contextmanager
    def _request(self, url: str, headers: dict[str, str]) -> Iterator[requests.Response]:
        with _named_errors(url):
            got = self.session().get(
                url,
                headers={"User-Agent": self.user_agent, **headers},
                proxies=proxies_past(url),
                auth=as_it_is,
                timeout=self.timeout,
                stream=True,
            )
        with got:
            yield got


def forget(part: Path) -> None:
    """Remove a download and the record of its version."""
    for file in (_state(part), part):
        with suppress(FileNotFoundError):
            file.unlink()


def _state(part: Path) -> Path:
    return part.with_suffix(".json")


def _partial(part: Path) -> _Partial | None:
    """Return the partial download of a file; None if it cannot be continued."""
    try:
        found = msgspec.json.decode(_state(part).read_bytes(), type=_Partial)
        here = part.stat().st_size
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return found if here <= found.size else None


def _begun(got: requests.Response, url: str, part: Path) -> _Partial:
    """Empty the file for a new download; return the record needed to continue it later."""
    if got.headers.get("Content-Encoding", "identity") != "identity":
        raise StaticDataError(
            f"{url} arrives compressed once more: is a proxy in between? Download the export by "
            "hand, and name the file in ESI_SDE"
        )
    forget(part)
    part.touch()
    size = int(text) if (text := got.headers.get("Content-Length", "")).isdigit() else 0
    if size > _LARGEST:
        raise StaticDataError(
            f"{url} has {size} bytes, and no export is that large: check ESI_SDE_URL"
        )
    etag = got.headers.get("ETag", "")
    validator = etag if etag.startswith('"') else got.headers.get("Last-Modified", "")
    begun = _Partial(validator, size)
    if validator and size:
        with atomic_write(_state(part)) as file:
            file.write(msgspec.json.encode(begun))
    return begun


def _is_rest(got: requests.Response, partial: _Partial, here: int) -> bool:
    """Return True if a partial response continues the same version of the file."""
    match = _CONTENT_RANGE.fullmatch(got.headers.get("Content-Range", ""))
    etag = got.headers.get("ETag")
    if partial.validator.startswith('"') and etag not in {None, partial.validator}:
        return False
    return match is not None and (int(match[1]), int(match[2])) == (here, partial.size)


def _check_status(got: requests.Response, url: str) -> None:
    if got.status_code != 200:
        raise StaticDataError(
            f"{url} responded with status {got.status_code}: try again later, check ESI_SDE_URL, "
            "or download the export by hand and name it in ESI_SDE"
        )


def _latest_build(body: bytes, url: str) -> int:
    """Return the number in the record `sde`."""
    with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        for record in msgspec.json.Decoder().decode_lines(body):
            match record:
                case {"_key": "sde", "buildNumber": int(build)} if 0 < build < 2**63:
                    return build
    raise StaticDataError(f"{url} names no build: check ESI_SDE_URL, or try again later")


def _arriving(got: requests.Response) -> Iterator[bytes]:
    """Yield a body as it arrives, unbuffered, so that a broken connection loses nothing."""
    raw: Any = got.raw
    while chunk := raw.read1(_CHUNK, decode_content=False):
        yield chunk


def _limited(chunks: Iterator[bytes], most: int, url: str) -> Iterator[bytes]:
    """Yield chunks of a response; raise an error if it is longer than announced."""
    for chunk in chunks:
        most -= len(chunk)
        if most < 0:
            raise StaticDataError(f"{url} sends more bytes than it announced: try again later")
        yield chunk


@contextmanager
def _named_errors(url: str) -> Iterator[None]:
    """Convert network errors into one that names the address and the next step."""
    try:
        yield
    except _NETWORK as exc:
        raise ApiConnectionError(
            f"{url} could not be read ({type(exc).__name__}). Check the network and try again: a "
            "download continues where it stopped. Or download the export by hand, and name the "
            "file in ESI_SDE.",
            url=url,
        ) from exc
