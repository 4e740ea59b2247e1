"""Show the contents of the widgets as text and HTML without controls, with calls to copy.

For front ends that show no ipywidgets or cannot load their scripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from esi.core.client.html_table import cell, element, table
from esi.core.error_text import alternatives
from esi.errors import DjangoEsiException
from esi_data.formatting import count_of, price
from esi_data.operation import is_localised, missing_scopes
from esi_data.widgets.state import background_run, code, forms
from esi_data.widgets.state.opened import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from esi_data.auth.logins import Character
    from esi_data.protocols import EsiLike

_MOST = 20  # operations in a list


@dataclass(frozen=True)
class TextTable:
    """Table: rows of texts below a head."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Code:
    """Lines of Python."""

    text: str


Part = str | TextTable | Code


class Plain:
    """Paragraphs, tables and code, as text and as HTML with its own spacing.

    Args:
        title: bold first line.
        why: reason why there are no controls.
    """

    def __init__(self, title: str, why: str) -> None:
        self._title = title
        self._why = why

    def parts(self) -> Iterator[Part]:
        """Yield the content; sends no request."""
        raise NotImplementedError

    def _all(self) -> list[Part]:
        note = f"{self._why}: here are its contents, and the calls that do the same."
        return [note, *self.parts()]

    def __repr__(self) -> str:
        return "\n\n".join([self._title, *map(_text, self._all())])

    def _repr_html_(self) -> str:
        title = element("p", element("b", escape(self._title)), style=_SPACING)
        return title + "".join(map(_html, self._all()))


class PlainExplorer(Plain):
    """Contents of the endpoint explorer, as `Esi.explore` returns it where widgets cannot be shown.

    Attributes:
        frame: always None; `line` is the call that returns it.
        line: Python code of the call with the given parameters; empty if no operation was named.
        lines: always empty, since nothing runs here.
    """

    frame = None

    def __init__(self, esi: EsiLike, search: str = "", *, why: str, **params: Any) -> None:
        super().__init__("Endpoint explorer", why)
        self._esi = esi
        self._search = search
        self._catalogue = esi.operations()
        self._operation = opened(esi, self._catalogue, search, params)
        self._params = params
        self.lines: list[str] = []

    @property
    def line(self) -> str:
        """Python code of the call; required parameters that are missing are `...`."""
        if self._operation is None:
            return ""
        needed = {field.name: ... for field in self._fields() if field.required}
        return code.line_of(self._operation, needed | self._params)

    def parts(self) -> Iterator[Part]:
        """Yield the operations that match, or the form of one."""
        if self._operation is None:
            yield from self._matches()
            return
        entry = self._catalogue[self._catalogue["operation"] == self._operation.operation_id].iloc[
            0
        ]
        yield f"{entry['summary']}: {entry['method']} {entry['path']}"
        fields = [(field.name, _kind(field), field.description) for field in self._fields()]
        if fields:
            yield TextTable(("parameter", "value", "description"), fields)
        if scopes := missing_scopes(self._operation.op_spec):
            yield f"Requires a login with {', '.join(scopes)}:"
            yield Code(f"esi.login({list(scopes)!r})".replace("'", '"'))
        if cost := self._cost():
            yield cost
        yield Code(self.line)

    def _fields(self) -> list[forms.Field]:
        assert self._operation is not None
        languages = self._esi.config.languages if is_localised(self._operation) else ()
        characters = None
        if missing_scopes(self._operation.op_spec):
            characters = [each.name for each in _characters(self._esi)] or ["..."]
        return forms.fields(self._operation.operation, languages, characters)

    def _cost(self) -> str:
        """Return the price of the call as a sentence; an empty text if it is unknown."""
        assert self._operation is not None
        if background_run.is_write(self._operation) or "..." in self.line:
            return ""
        if "max_pages" in self._params:
            return ""  # `plan` does not take it
        try:
            plan = self._esi.plan(self._operation.operation_id, learn=0, **self._params)
        except (DjangoEsiException, ValueError):
            return ""  # the call itself raises the error
        return price(dict(plan.iloc[0]))[0]

    def _matches(self) -> Iterator[Part]:
        found = self._esi.operations(self._search)
        yield f"{len(found)} of {count_of(len(self._catalogue), 'operation')}" + (
            f" match {self._search!r}." if self._search else "."
        )
        first = found.head(_MOST)
        if len(first):
            columns = first[["operation", "summary", "parameters"]]
            yield TextTable(
                tuple(columns.columns), list(columns.itertuples(index=False, name=None))
            )
        name = first["operation"].iloc[0] if len(first) else "get_status"
        yield Code(f'esi.operations("{self._search or "market"}")\nesi.explore("{name}")')


class PlainLogin(Plain):
    """Contents of the login widget, as `Esi.login_widget` returns it where it cannot be shown.

    Attributes:
        character: the character that logged in first; None if nobody is logged in.
        scopes: scopes of the login that its code begins.
    """

    def __init__(
        self,
        esi: EsiLike,
        scopes: str | Iterable[str] = (),
        *,
        why: str,
        on_change: Callable[[], object] | None = None,  # noqa: ARG002 - nothing changes here
    ) -> None:
        super().__init__("Logins", why)
        self._esi = esi
        self.scopes = esi.scopes(scopes)

    @property
    def character(self) -> Character | None:
        """Character that logged in first; None if nobody is logged in."""
        return next(iter(_characters(self._esi)), None)

    def parts(self) -> Iterator[Part]:
        """Yield the characters, and the calls that log in and out."""
        characters = _characters(self._esi)
        if characters:
            rows = [(c.name, str(c.character_id), ", ".join(c.scopes)) for c in characters]
            yield TextTable(("character", "id", "scopes"), rows)
        else:
            yield "Nobody is logged in."
        scopes = list(self.scopes) or ["esi-wallet.read_character_wallet.v1"]
        lines = [f"esi.login({scopes!r})".replace("'", '"')]
        lines += [f'esi.logout("{each.name}")' for each in characters]
        yield Code("\n".join(lines))
        yield "Or log in from a terminal; this program then uses that login:"
        yield Code("esi-data login " + " ".join(f"--scope {scope}" for scope in scopes))


def _kind(field: forms.Field) -> str:
    """Return the type of a parameter in Python's words."""
    kind = alternatives(field.choices) if field.choices else field.kind
    if field.takes_list:
        kind = f"list of {kind}"
    elif field.fans_out and not field.choices:
        kind += ", or a list for one call each"
    return kind if field.required else f"{kind}; optional"


def _characters(esi: EsiLike) -> list[Character]:
    try:
        found: list[Character] = esi.logins.characters()
    except DjangoEsiException:  # unreadable file of logins: a login raises the error
        return []
    return found


# Other front ends have no style sheet for it.
_SPACING = "margin:.4em 0"
_CODE = "margin:.4em 0;padding:.4em .6em;background:rgba(128,128,128,.15);white-space:pre-wrap"


def _html(part: Part) -> str:
    match part:
        case str():
            return element("p", escape(part), style=_SPACING)
        case Code(text):
            return element("pre", escape(text), style=_CODE)
        case TextTable(head, rows):
            heads = [cell(escape(text), "th") for text in head]
            return table(([cell(escape(text)) for text in row] for row in rows), heads)


def _text(part: Part) -> str:
    match part:
        case str():
            return part
        case Code(text):
            return "\n".join(f"    {line}" for line in text.splitlines())
        case TextTable(head, rows):
            lines = [head, *rows]
            widths = [max(len(row[at]) for row in lines) for at in range(len(head))]
            return "\n".join(
                "  ".join(
                    text.ljust(width) for text, width in zip(row, widths, strict=True)
                ).rstrip()
                for row in lines
            )
