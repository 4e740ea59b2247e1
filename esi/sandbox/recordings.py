"""Real exchanges, kept as files and answered again.

One JSON file for each exchange; they are for people to read, shorten and correct:

    {"request": {"method": "get", "path": "/status", "query": {}, "language": null, "body": null},
     "response": {"status": 200, "pages": null, "content": {"players": 23456, ...}}}

Headers are not kept, but for what says how many pages there are: tokens are in none of the files,
and dates, ETags and limits of a replayed answer are the sandbox's. `language` is null where the
answer is the same in all.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from esi.sandbox.simulation.cache_turnover import Body

# Who asks, and of which server: not part of the question.
_NOT_ASKED = {"token", "datasource", "language"}


@dataclass(frozen=True)
class Exchange:
    """A request and its answer."""

    method: str
    path: str
    query: Mapping[str, Sequence[str]]
    language: str | None
    body: Any
    status: int
    pages: int | None
    content: Any

    @cached_property
    def key(self) -> str:
        """What tells the request from others."""
        return key(self.method, self.path, self.query, self.language, self.body)

    @cached_property
    def answer(self) -> Body:
        """The content as the sandbox sends it."""
        return Body.of(self.content)

    def save(self, folder: Path) -> Path:
        """Write the file; an older one of the same request is replaced."""
        folder.mkdir(parents=True, exist_ok=True)
        words = re.sub(r"\W+", "-", self.path).strip("-")[:60]
        short = hashlib.sha256(self.key.encode()).hexdigest()[:8]
        file = folder / f"{self.method}-{words}-{short}.json"
        query = {name: list(values) for name, values in self.query.items()}
        request: dict[str, Any] = {"method": self.method, "path": self.path, "query": query}
        request |= {"language": self.language, "body": self.body}
        response = {"status": self.status, "pages": self.pages, "content": self.content}
        text = json.dumps({"request": request, "response": response}, ensure_ascii=False, indent=1)
        file.write_text(text + "\n", encoding="utf-8")
        return file


def key(
    method: str, path: str, query: Mapping[str, Sequence[str]], language: str | None, body: Any
) -> str:
    """What tells a request from others; a page that is not named is the first."""
    asked = {n: list(v) for n, v in query.items() if n not in _NOT_ASKED}
    if asked.get("page") == ["1"]:
        del asked["page"]
    parts = [method.lower(), path.rstrip("/"), asked, language, body]
    return json.dumps(parts, sort_keys=True, ensure_ascii=False)


def load(folder: str | Path) -> dict[str, Exchange]:
    """The exchanges in a folder.

    Raises:
        FileNotFoundError: there are none.
        ValueError: a file is no exchange; the message names it.
    """
    found = {}
    for file in sorted(Path(folder).glob("*.json")):
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            exchange = Exchange(**kept["request"], **kept["response"])
        except (ValueError, KeyError, TypeError) as exc:
            raise ValueError(f"{file} is no recorded exchange: {exc!r}") from exc
        found[exchange.key] = exchange
    if not found:
        raise FileNotFoundError(f"no recorded exchange (*.json) in {folder}")
    return found


def find(
    exchanges: Mapping[str, Exchange],
    method: str,
    path: str,
    query: Mapping[str, Sequence[str]],
    language: str,
    body: Any,
) -> Exchange | None:
    """The exchange of a request, in its language or of an answer that has none."""
    for spoken in (language, None):
        exchange = exchanges.get(key(method, path, query, spoken, body))
        if exchange is not None:
            return exchange
    return None
