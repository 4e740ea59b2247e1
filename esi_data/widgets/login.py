"""Login widget: select scopes, log characters in and out, see when their tokens expire.

The page receives names, scopes and times. Tokens stay in the kernel.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi.errors import DjangoEsiException
from esi_data.formatting import count_of
from esi_data.widgets.plain import PlainLogin
from esi_data.widgets.state.login_state import LoginSession
from esi_data.widgets.views import html
from esi_data.widgets.views.controls import STYLE, Block, button, row, show, text_box
from esi_data.widgets.views.scopes import ScopeChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.auth.logins import Character
    from esi_data.protocols import EsiLike

logger = logging.getLogger("esi_data")


class LoginWidget:
    """Login widget, as `Esi.login_widget` returns it.

    Args:
        esi: the `Esi` with the logins.
        scopes: scopes, or names of operations, to select at first.
        on_change: called without arguments after a login, a logout, or the selection of another
            character, from any thread; its errors are shown and logged.

    Raises:
        TypeError: `on_change` cannot be called.

    Attributes:
        character: selected character; pass it as `character=`. None if nobody is logged in.
        scopes: scopes of the next login.
        widget: the ipywidget, for layouts of your own.
    """

    def __init__(
        self,
        esi: EsiLike,
        scopes: str | Iterable[str] = (),
        *,
        on_change: Callable[[], object] | None = None,
    ) -> None:
        if on_change is not None and not callable(on_change):
            raise TypeError(f"on_change={on_change!r} is not a function without arguments")
        self._esi = esi
        self._on_change = on_change or (lambda: None)
        self._listing = False  # the list changes, which is not a selection by the user
        self._session = LoginSession(esi.logins, self._on_session_change)
        self._choice = ScopeChoice(esi, esi.scopes(scopes), self._count_scopes)
        self._log_in = button(
            "Log in with EVE Online",
            lambda: self._session.begin(self._choice.scopes),
            button_style="primary",
            icon="sign-in",
            tooltip="Open EVE's single sign-on in your browser",
        )
        self._cancel = button("Cancel", self._session.cancel)
        self._status = Block()
        self._address = text_box(
            w.Password, "Address", "address of the page that cannot be reached", "34em"
        )
        self._use = button("Use this address", self._paste_address)
        self._paste = row(self._address, self._use)
        self._selected = w.RadioButtons(
            description="Character",
            style={"description_width": "6em"},
            layout=w.Layout(width="auto"),
        )
        self._rows = w.VBox([])
        self._notice = Block()
        self._forget = w.Box([])
        self._selected.observe(lambda _: None if self._listing else self._notify(), "value")
        buttons = row(self._log_in, self._choice.toggle, self._cancel)
        self.widget = w.VBox(
            [
                w.HTML(STYLE),
                self._selected,
                self._rows,
                self._notice,
                self._forget,
                buttons,
                self._choice.widget,
                self._status,
                self._paste,
            ]
        ).add_class("esi-box")
        self._count_scopes()
        self._list()
        self._show_state()

    @property
    def character(self) -> Character | None:
        """Selected character; None if nobody is logged in."""
        characters = self._esi.logins.characters()
        selected = self._selected.value
        return next((each for each in characters if each.character_id == selected), None)

    @property
    def scopes(self) -> tuple[str, ...]:
        """Scopes of the next login."""
        return self._choice.scopes

    # Events

    def _on_session_change(self) -> None:
        done = self._session.state == "done" and self._session.character
        if done:
            self._notice.put("")
            self._list(select=done.character_id)
        self._show_state()  # after the list, which a user may change as soon as this is shown
        if done:
            self._notify()

    def _notify(self) -> None:
        """Call `on_change`, whose errors must not end a login."""
        try:
            self._on_change()
        except Exception as exc:
            logger.exception("on_change of the login widget failed")
            self._notice.note(f"on_change failed: {type(exc).__name__}: {exc}", "error")

    def _paste_address(self) -> None:
        # The address contains a code: it leaves the page before it is used.
        address, self._address.value = self._address.value, ""
        self._session.paste(address)

    def _log_out(self, character: Character, *, revoke: bool) -> None:
        self._forget.children = []
        try:
            self._esi.logout(character.character_id, revoke=revoke)
        except (DjangoEsiException, OSError) as exc:
            self._notice.note(str(exc), "error")
            label = f"Forget {character.name} on this machine"
            forget = button(label, lambda: self._log_out(character, revoke=False))
            self._forget.children = [forget]
        else:
            text = f"{character.name} is logged out" + ("." if revoke else " on this machine.")
            self._notice.note(text, "good")
            if self._session.state != "waiting":
                self._session.cancel()  # a message about the last login may be outdated
        self._list()
        self._notify()

    # Display

    def _count_scopes(self) -> None:
        count = len(self._choice.scopes)
        self._choice.toggle.description = f"Scopes: {count} selected"

    def _show_state(self) -> None:
        waiting = self._session.state == "waiting"
        self._cancel.layout.display = "" if waiting else "none"
        self._paste.layout.display = "" if waiting else "none"
        self._status.put(f'<div role="status">{self._state_html()}</div>')

    def _state_html(self) -> str:
        session = self._session
        if session.state == "failed":
            return html.note(session.error, "error")
        if session.state == "done" and session.character:
            return html.note(f"Logged in as {session.character.name}.", "good")
        if session.state != "waiting":
            return ""
        link = (
            f'<a href="{escape(session.url)}" target="_blank" rel="noreferrer">'
            "Open the login page</a>"
        )
        unreachable = "a page that it cannot reach"
        text = f"{link} and approve the login. Your browser then ends up on {unreachable}: "
        if session.listens:
            text = (
                f"Waiting for you to approve the login in your browser. {link} if it did not open "
                f"by itself. If your browser ends up on {unreachable}, "
            )
        text += "paste that page's address below."
        error = html.note(session.error, "error") if session.error else ""
        return f'<div class="note">{text}</div>{error}'

    def _list(self, select: int | None = None) -> None:
        """Update the list of characters; select one of them if it is given."""
        try:
            logins, characters = self._esi.logins.stored(), self._esi.logins.characters()
        except DjangoEsiException as exc:  # the file of logins cannot be read
            self._notice.note(str(exc), "error")
            return
        options = [(each.name, each.character_id) for each in characters]
        if self._selected.options != tuple(options):
            before = select or self._selected.value
            ids = [number for _, number in options]
            self._listing = True
            self._selected.options = options
            self._selected.value = before if before in ids else next(iter(ids), None)
            self._listing = False
            self._rows.children = [self._row(each) for each in characters]
        elif select:
            self._selected.value = select
        self._selected.layout.display = "" if options else "none"
        for each, listed in zip(characters, self._rows.children, strict=True):
            own = [login for login in logins if login.character_id == each.character_id]
            listed.children[0].value = self._character_html(each, own)

    def _row(self, character: Character) -> Any:
        log_out = button(
            f"Log out {character.name}",
            lambda: self._log_out(character, revoke=True),
            icon="sign-out",
            tooltip="Revoke the login at EVE's single sign-on and delete it here",
        )
        return row(w.HTML(), log_out).add_class("esi-character")

    def _character_html(self, character: Character, logins: list[Any]) -> str:
        end = datetime.fromtimestamp(max(login.expires_at for login in logins), UTC)
        renewable = any(login.refresh_token for login in logins)
        expiry = "renewed automatically" if renewable else f"ends at {end:%H:%M} UTC"
        scopes = ", ".join(character.scopes) or "none"
        return html.block(
            f"<p><b>{escape(character.name)}</b> "
            f'<span class="dim">{character.character_id} · {expiry} · '
            f'<span title="{escape(scopes)}">{count_of(len(character.scopes), "scope")}</span>'
            "</span></p>"
        )

    def _ipython_display_(self) -> None:
        plain = PlainLogin(self._esi, self.scopes, why="The widget is not displayed here")
        show(self.widget, repr(self), plain)

    def __repr__(self) -> str:
        names = ", ".join(each.name for each in self._esi.logins.characters())
        return f"<LoginWidget: {f'{names} logged in' if names else 'nobody is logged in'}>"
