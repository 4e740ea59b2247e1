"""Show the form of an operation: one ipywidget for each field."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi_data.widgets.state import forms
from esi_data.widgets.views.controls import Block, row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from esi_data.widgets.state.forms import Field

_NOT_SET = "(not set)"
_LABEL = {"description_width": "11em"}
_USUAL, _WIDE = {"width": "29em"}, {"width": "100%", "max_width": "50em"}  # layouts


class FormView:
    """Form with the fields of an operation. `widget` is the ipywidget."""

    def __init__(self, on_change: Callable[[], object]) -> None:
        self._on_change = on_change
        self._inputs: list[tuple[Field, _Input]] = []
        self.widget = w.VBox([])

    def show(self, fields: Sequence[Field], texts: Mapping[str, str]) -> None:
        """Show fields, filled in from `texts` by their names."""
        self._inputs = [
            (field, _input(field, texts.get(field.name) or field.default, self._on_change))
            for field in fields
        ]
        self.widget.children = [each.widget for _, each in self._inputs]

    def texts(self) -> dict[str, str]:
        """Return the texts of all fields by name, valid or not."""
        return {field.name: each.text() for field, each in self._inputs}

    def values(self) -> dict[str, Any]:
        """Return the values by name, without empty and default ones."""
        found = {}
        for field, each in self._inputs:
            text = each.text()
            value = forms.value(field, text)
            if value is not None and (field.required or text != field.default):
                found[field.name] = value
        return found


class _Input:
    """Ipywidget of a field with its help text."""

    def __init__(self, control: w.Widget, hint: str) -> None:
        self.control = control
        help_text = Block()
        help_text.put(f'<p class="dim">{escape(hint)}</p>')
        self.widget = row(control, help_text).add_class("esi-field")

    def text(self) -> str:
        """Return the text of the field."""
        return str(self.control.value)


class _Choices(_Input):
    """Check boxes of a field that takes several of its choices."""

    def __init__(self, field: Field, text: str, on_change: Callable[[], object]) -> None:
        selected = {part.strip() for part in text.split(",")} & set(field.choices)
        if field.required and not selected:
            selected = {field.choices[0]}
        self._boxes = [
            w.Checkbox(
                description=choice,
                value=choice in selected,
                indent=False,
                layout=w.Layout(width="auto", margin="0 1em 0 0"),
            )
            for choice in field.choices
        ]
        for box in self._boxes:
            box.observe(lambda _: on_change(), "value")
        label = w.Label(field.name, layout=w.Layout(width="11em", justify_content="flex-end"))
        super().__init__(row(label, *self._boxes), field.description)

    def text(self) -> str:
        """Return the selected choices, separated by commas."""
        return ", ".join(box.description for box in self._boxes if box.value)


def _input(field: Field, text: str, on_change: Callable[[], object]) -> _Input:
    """Return the ipywidget of a field, filled in."""
    hint = f"{field.hint} {field.description}".strip()
    if field.choices and (field.takes_list or field.fans_out):
        return _Choices(field, text, on_change)
    layout = _WIDE if field.kind == "json" else _USUAL
    common: dict[str, Any] = {"description": field.name, "style": _LABEL, "layout": layout}
    common["tooltip"] = field.description
    if field.choices:
        options = [(each, each) for each in field.choices]
        if not field.required:
            options.insert(0, (_NOT_SET, ""))
        first = text if text in field.choices else options[0][1]
        control: w.Widget = w.Dropdown(options=options, value=first, **common)
    elif field.kind == "json":
        control = w.Textarea(value=text, rows=min(text.count("\n") + 2, 16), **common)
    else:
        placeholder = "required" if field.required else ""
        control = w.Text(value=text, placeholder=placeholder, **common)
        control.continuous_update = True
    control.observe(lambda _: on_change(), "value")
    return _Input(control, hint if hint.endswith(".") else f"{hint}.")
