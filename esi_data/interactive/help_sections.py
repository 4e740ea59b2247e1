"""Write the help of operations and of methods of `Esi` for `?` and Shift+Tab, each fact once.

By default IPython shows the signature of a callable object up to three times, and that of its
class, before the description.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING, Any

from esi.core.client.client import CallableOperation
from esi_data.interactive.shipped_client import ShippedOperation

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 88


def help_sections(data: Any) -> list[tuple[str, str]] | None:
    """Return titles and texts of an object's help, for IPython's `mime_hooks`.

    Return None for objects of other packages, and for `??`, which shows the source.
    """
    explained = data.obj
    if data.detail_level or not _is_explained(explained):
        return None
    name = data.info_dict["name"]
    return [
        ("Signature", signature_text(name, explained)),
        ("Docstring", inspect.getdoc(explained) or ""),
    ]


def signature_text(name: str, function: Callable[..., Any]) -> str:
    """Return a signature in lines of at most 88 characters, unless one parameter is longer."""
    signature = inspect.signature(function)
    words: list[str] = []
    for each in signature.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in words:
            words.append("*")
        words.append(str(each.replace(annotation=_plain(each.annotation))))
    returned = _plain(signature.return_annotation)
    end = ")" if returned is signature.empty else f")\0->\0{returned!r}"
    text = ", ".join(word.replace(" ", "\0") for word in words)  # lines end between parameters
    lines = textwrap.wrap(
        f"{name}({text}{end}",
        _WIDTH,
        subsequent_indent=" " * 4,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace("\0", " ")


class _Plain(str):
    """Text of an annotation, without the quotes that `inspect` adds."""

    __slots__ = ()

    __repr__ = str.__str__


def _plain(annotation: Any) -> Any:
    """Return a short form of an annotation: a text without quotes, a class as its name."""
    if isinstance(annotation, str):
        return _Plain(re.sub(r"\b[a-z_]+\.", "", annotation))  # without modules
    ours = isinstance(annotation, type) and annotation.__module__.startswith(("esi.", "esi_data."))
    return _Plain(annotation.__name__) if ours else annotation


def _is_explained(value: Any) -> bool:
    if isinstance(value, CallableOperation | ShippedOperation):
        return True
    return inspect.ismethod(value) and hasattr(value.__self__, "_client")
