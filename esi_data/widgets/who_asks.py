"""Who asks: the characters that may call an operation, and a login where none may."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi.errors import DjangoEsiException
from esi_data.operation import is_list_like, missing_scopes
from esi_data.widgets.login import LoginWidget
from esi_data.widgets.views import html

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.client.client import CallableOperation
    from esi_data.protocols import EsiLike


class PeopleView:
    """What an operation needs of a login. `widget` is what is shown.

    Args:
        esi: whose logins.
        on_change: called when somebody has logged in or out; in any thread.
    """

    def __init__(self, esi: EsiLike, on_change: Callable[[], object]) -> None:
        self._esi = esi
        self._on_change = on_change
        self._operation = ""
        self._may: list[str] = []
        self._note = w.HTML()
        self._log_in = w.Button(
            description="Log in ...",
            icon="sign-in",
            tooltip="Shows the login with EVE Online's single sign-on",
            layout=w.Layout(width="auto"),
        )
        self._log_in.on_click(lambda _: self._open())
        self._login = w.VBox([])
        self.widget = w.VBox([w.Box([self._note, self._log_in]).add_class("esi-row"), self._login])

    def show(self, operation: CallableOperation) -> list[str] | None:
        """Say what an operation needs; returns the names of those who may, None if anybody may."""
        scopes = missing_scopes(operation.op_spec)
        same, self._operation = operation.operation_id == self._operation, operation.operation_id
        self.widget.layout.display = "" if scopes else "none"
        if not scopes:
            return None
        try:
            here = self._esi.logins.characters()
        except DjangoEsiException as exc:  # the file of logins is not one of ours
            self._note.value = html.block(html.note(str(exc), "error"))
            return []
        may = [one.name for one in here if not missing_scopes(operation.op_spec, one.scopes)]
        told = f"Needs a login with {', '.join(scopes)}."
        if not same or (may and not self._may):  # who was asked for has come
            self._login.children = []
        self._may = may
        without = [one.name for one in here if one.name not in may]
        if without:
            told += f" {' and '.join(without)} logged in without it."
        self._note.value = html.block(html.note(told, "good" if may else "warn"))
        self._log_in.description = "Log in another ..." if may else "Log in ..."
        return may

    def named(self, who: Any) -> list[str]:
        """The names of those who are logged in, of a character or a list of them."""
        found = []
        for each in who if is_list_like(who) else [who]:
            with suppress(DjangoEsiException):
                found.append(self._esi.logins.character(each).name)
        return found

    def _open(self) -> None:
        """Show the login widget, with what the operation needs chosen; a second click hides it."""
        if self._login.children:
            self._login.children = []
            return
        login = LoginWidget(self._esi, self._operation, self._on_change)
        self._login.children = [login.widget]
