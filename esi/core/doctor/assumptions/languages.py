"""Assume that texts come in the requested language, and in English by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esi.core.doctor.assumptions.shapes import compare, header
from esi.core.doctor.check import Finding, verdict
from esi.core.doctor.probes import object_of

if TYPE_CHECKING:
    from esi.core.http.messages import Response


def _texts(type_: Response, type_de: Response) -> Finding:
    differ = object_of(type_)["description"] != object_of(type_de)["description"]
    return verdict(differ, "another text" if differ else "the same text")


CHECKS = [
    header(
        "language.default",
        "Are texts English by default?",
        "type",
        "content-language",
        lambda text: text == "en",
        expected="content-language: en",
        mend='Pass `language="en"` where you need English.',
    ),
    header(
        "language.chosen",
        "Do responses have the requested language?",
        "type_de",
        "content-language",
        lambda text: text == "de",
        expected="content-language: de",
        mend="Texts are available in English only.",
    ),
    compare(
        "language.texts",
        "Are texts translated?",
        ("type", "type_de"),
        _texts,
        expected="another description in German",
        mend="Columns of other languages have English texts.",
    ),
]
