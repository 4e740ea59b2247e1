"""Show the login requirement of an operation: characters that may call it, and a login."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi.errors import DjangoEsiException
from esi_data.operation import is_list_like, missing_scopes
from esi_data.widgets.login import LoginWidget
from esi_data.widgets.views.controls import Block, button, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.client.client import CallableOperation
    from esi_data.protocols import EsiLike


class LoginRequirement:
    """Note about the scopes that an operation requires, and a login. `widget` is the ipywidget."""

    def __init__(self, esi: EsiLike, on_change: Callable[[], object]) -> None:
        self._esi = esi
        self._on_change = on_change
        self._operation = ""
        self._allowed: list[str] = []
        self._note = Block()
        self._log_in = button(
            "Log in", self._toggle_login, icon="sign-in", tooltip="Show or hide the login widget"
        )
        self._login = w.VBox([])
        self.widget = w.VBox([row(self._note, self._log_in), self._login])

    def show(self, operation: CallableOperation) -> list[str] | None:
        """Show an operation's requirement; return the characters that may call it, None for all."""
        scopes = missing_scopes(operation.op_spec)
        same, self._operation = operation.operation_id == self._operation, operation.operation_id
        self.widget.layout.display = "" if scopes else "none"
        if not scopes:
            return None
        try:
            characters = self._esi.logins.characters()
        except DjangoEsiException as exc:  # the file of logins cannot be read
            self._note.note(str(exc), "error")
            return []
        allowed: list[str] = []
        others: list[str] = []
        for each in characters:
            lacks = missing_scopes(operation.op_spec, each.scopes)
            (others if lacks else allowed).append(each.name)
        if not same or (allowed and not self._allowed):  # another operation, or the login is done
            self._login.children = []
        self._allowed = allowed
        text = f"Requires a login with {', '.join(scopes)}."
        if others:
            text += f" Logged in without it: {', '.join(others)}."
        self._note.note(text, "good" if allowed else "warn")
        self._log_in.description = "Log in another character" if allowed else "Log in"
        return allowed

    def names_of(self, given: Any) -> list[str]:
        """Return the names of a character or a list of them, without those not logged in."""
        found = []
        for each in given if is_list_like(given) else [given]:
            with suppress(DjangoEsiException):
                found.append(self._esi.logins.character(each).name)
        return found

    def _toggle_login(self) -> None:
        """Show the login widget with the operation's scopes selected, or hide it."""
        if self._login.children:
            self._login.children = []
            return
        login = LoginWidget(self._esi, self._operation, on_change=self._on_change)
        self._login.children = [login.widget]
