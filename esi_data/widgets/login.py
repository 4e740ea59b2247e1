"""The login widget: choose scopes, log characters in and out, see how long their tokens hold.

What it sends to the page are names, scopes and times. Tokens stay in the kernel.
"""

from __future__ import annotations

import threading
import weakref
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from esi.errors import DjangoEsiException
from esi_data.auth import scopes as rules
from esi_data.widgets.state.login_state import LoginSession, holds
from esi_data.widgets.views import html
from esi_data.widgets.views.display import show
from esi_data.widgets.views.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esi_data.auth.logins import Character
    from esi_data.protocols import EsiLike

_TICK = 20.0  # seconds after which "expires in" is said anew


class LoginWidget:
    """What `Esi.login_widget` shows.

    Args:
        esi: whose logins.
        asked: scopes, or names of operations, that are chosen at first.
        on_change: called when somebody has logged in or out, or another character was chosen.

    Attributes:
        character: who was chosen under "Ask as"; pass it as `character=`. None while nobody is
            logged in.
        scopes: those that the next login asks for.
        widget: what is shown, for layouts of your own.
    """

    def __init__(
        self,
        esi: EsiLike,
        asked: str | Iterable[str] = (),
        on_change: Callable[[], object] | None = None,
    ) -> None:
        self._esi = esi
        self._on_change = on_change or (lambda: None)
        self._listing = False  # what is listed changes, and nobody has chosen
        chosen = esi.scopes(asked)
        self._sitting = LoginSession(esi.logins, self._sat)
        self._choice = ScopeChoice(esi, chosen, self._chosen)
        self._log_in = w.Button(
            description="Log in with EVE Online",
            button_style="primary",
            icon="sign-in",
            tooltip="Opens EVE's single sign-on in your browser",
            layout=w.Layout(width="auto"),
        )
        self._cancel = w.Button(description="Cancel", layout=w.Layout(width="auto"))
        self._status = w.HTML()
        self._address = w.Password(
            description="Address",
            placeholder="the address of the page that cannot be reached",
            style={"description_width": "5em"},
            layout=w.Layout(width="100%", max_width="34em"),
        )
        self._use = w.Button(description="Use this address", layout=w.Layout(width="auto"))
        self._paste = w.Box([self._address, self._use]).add_class("esi-row")
        self._ask_as = w.RadioButtons(
            description="Ask as",
            style={"description_width": "5em"},
            layout=w.Layout(width="auto"),
        )
        self._rows = w.VBox([])
        self._notice = w.HTML()
        self._forget = w.Box([])
        self._log_in.on_click(lambda _: self._sitting.begin(self._choice.scopes))
        self._cancel.on_click(lambda _: self._sitting.cancel())
        self._use.on_click(lambda _: self._pasted())
        self._ask_as.observe(lambda _: self._listing or self._on_change(), "value")
        buttons = w.Box([self._log_in, self._choice.toggle, self._cancel]).add_class("esi-row")
        self.widget = w.VBox(
            [
                w.HTML(STYLE),
                self._ask_as,
                self._rows,
                self._notice,
                self._forget,
                buttons,
                self._choice.widget,
                self._status,
                self._paste,
            ]
        ).add_class("esi-box")
        self._chosen()
        self._list()
        self._say()
        threading.Thread(
            target=_keep_time, args=(weakref.ref(self),), name="esi-login-clock", daemon=True
        ).start()

    @property
    def character(self) -> Character | None:
        """Who was chosen under "Ask as"."""
        chosen = self._ask_as.value
        here = self._esi.logins.characters()
        return next((one for one in here if one.character_id == chosen), None)

    @property
    def scopes(self) -> tuple[str, ...]:
        """Those that the next login asks for."""
        return self._choice.scopes

    @property
    def closed(self) -> bool:
        """Whether the widget was closed, by `close()` or `Widget.close_all()`."""
        return self.widget.comm is None

    # What happens

    def _sat(self) -> None:
        """The login is in another state."""
        self._say()
        if self._sitting.state == "done" and self._sitting.character:
            self._notice.value = ""
            self._list(choose=self._sitting.character.character_id)
            self._on_change()

    def _pasted(self) -> None:
        address, self._address.value = self._address.value, ""  # the code does not stay around
        self._sitting.paste(address)

    def _log_out(self, character: Character, *, revoke: bool) -> None:
        self._forget.children = []
        try:
            self._esi.logout(character.character_id, revoke=revoke)
        except DjangoEsiException as exc:
            self._tell_of_logout(character, exc)
        else:
            text = f"{character.name} is logged out" + ("." if revoke else " on this machine.")
            self._notice.value = html.block(html.note(text, "good"))
            if self._sitting.state != "waiting":
                self._sitting.cancel()  # what is said of the last login may be true no more
        self._list()
        self._on_change()

    def _tell_of_logout(self, character: Character, exc: Exception) -> None:
        """The SSO could not be told: offer to forget the login here alone."""
        self._notice.value = html.block(html.note(str(exc), "error"))
        forget = w.Button(
            description=f"Forget {character.name} on this machine", layout=w.Layout(width="auto")
        )
        forget.on_click(lambda _: self._log_out(character, revoke=False))
        self._forget.children = [forget]

    def tick(self) -> None:
        """Say anew how long tokens hold; another kernel may have logged somebody in or out."""
        self._list()

    # What is shown

    def _chosen(self) -> None:
        count = len(self._choice.scopes)
        self._choice.toggle.description = f"Scopes: {count} chosen"

    def _say(self) -> None:
        """The state of the login."""
        sitting = self._sitting
        waiting = sitting.state == "waiting"
        self._cancel.layout.display = "" if waiting else "none"
        self._paste.layout.display = "" if waiting else "none"
        self._status.value = html.block(f'<div role="status">{self._state()}</div>')

    def _state(self) -> str:
        sitting = self._sitting
        if sitting.state == "failed":
            return html.note(sitting.error, "error")
        if sitting.state == "done" and sitting.character:
            return html.note(f"Logged in as {sitting.character.name}.", "good")
        if sitting.state != "waiting":
            return ""
        link = (
            f'<a href="{escape(sitting.url)}" target="_blank" rel="noreferrer">'
            "Open the login page</a>"
        )
        if sitting.listens:
            told = (
                f"Waiting for you to allow the login in your browser. {link}, if it did not open. "
                "If it ends at a page that cannot be reached, paste that page's address below."
            )
        else:
            told = (
                f"Waiting: {link} and allow the login. It ends at a page that cannot be reached; "
                "paste that page's address below."
            )
        wrong = html.note(sitting.error, "error") if sitting.error else ""
        return f'<div class="note">{told}</div>{wrong}'

    def _list(self, choose: int | None = None) -> None:
        """Who is logged in."""
        try:
            kept, here = self._esi.logins.kept(), self._esi.logins.characters()
        except DjangoEsiException as exc:  # the file of logins is not one of ours
            self._notice.value = html.block(html.note(str(exc), "error"))
            return
        options = [(one.name, one.character_id) for one in here]
        if self._ask_as.options != tuple(options):
            before = choose or self._ask_as.value
            ids = [number for _, number in options]
            self._listing = True
            self._ask_as.options = options
            self._ask_as.value = before if before in ids else next(iter(ids), None)
            self._listing = False
            self._rows.children = [self._row(one) for one in here]
        elif choose:
            self._ask_as.value = choose
        self._ask_as.layout.display = "" if options else "none"
        for one, row in zip(here, self._rows.children, strict=True):
            own = [login for login in kept if login.character_id == one.character_id]
            row.children[0].value = self._about(one, own)

    def _row(self, character: Character) -> Any:
        out = w.Button(
            description=f"Log out {character.name}",
            icon="sign-out",
            tooltip="Ends the login at EVE's single sign-on, and forgets it here",
            layout=w.Layout(width="auto"),
        )
        out.on_click(lambda _: self._log_out(character, revoke=True))
        return w.Box([w.HTML(), out]).add_class("esi-row").add_class("esi-character")

    def _about(self, character: Character, own: list[Any]) -> str:
        renewable = any(login.refresh_token for login in own)
        until = max(login.expires_at for login in own)
        held = holds(until, self._esi.engine.clock(), renewable=renewable)
        count = len(character.scopes)
        scopes = ", ".join(character.scopes) or "none"
        return html.block(
            f"<p><b>{escape(character.name)}</b> "
            f'<span class="dim">{character.character_id} · {escape(held)} · '
            f'<span title="{escape(scopes)}">{count} scope{"" if count == 1 else "s"}</span>'
            "</span></p>"
        )

    def _ipython_display_(self) -> None:
        show(self.widget, repr(self))

    def __repr__(self) -> str:
        names = ", ".join(one.name for one in self._esi.logins.characters())
        return f"<LoginWidget: {names or 'nobody'} logged in>"


class ScopeChoice:
    """The list of scopes, with what each unlocks. `widget` and `toggle` are shown."""

    def __init__(
        self, esi: EsiLike, chosen: Iterable[str], on_change: Callable[[], object]
    ) -> None:
        catalogue = esi.operations()
        opened = rules.unlocks(zip(catalogue["summary"], catalogue["scopes"], strict=True))
        self._on_change = on_change
        self._about = {scope: " · ".join(what) for scope, what in opened.items()}
        wanted = dict.fromkeys(chosen)
        self._boxes = {
            scope: w.Checkbox(
                description=scope,
                value=scope in wanted,
                indent=False,
                layout=w.Layout(width="auto"),
            )
            for scope in {**wanted, **self._about}
        }
        self._rows = {
            scope: w.VBox(
                [
                    box,
                    w.HTML(html.block(f'<p class="dim">{escape(self._about.get(scope, ""))}</p>')),
                ]
            ).add_class("esi-scope")
            for scope, box in self._boxes.items()
        }
        for box in self._boxes.values():
            box.observe(lambda _: self._on_change(), "value")
        self._search = w.Text(
            description="Search",
            placeholder="wallet, assets, mail ...",
            style={"description_width": "5em"},
            layout=w.Layout(width="100%", max_width="30em"),
        )
        self._found = w.HTML()
        self._list = w.VBox([]).add_class("esi-scopes")
        self._search.observe(lambda _: self._filter(), "value")
        self.toggle = w.ToggleButton(
            value=not wanted,
            icon="list",
            tooltip="Choose what the next login may do",
            layout=w.Layout(width="auto"),
        )
        self.toggle.observe(lambda _: self._show(), "value")
        self.widget = w.VBox([self._search, self._found, self._list]).add_class("esi-field")
        self._filter()
        self._show()

    @property
    def scopes(self) -> tuple[str, ...]:
        """Those that are chosen."""
        return tuple(scope for scope, box in self._boxes.items() if box.value)

    def _filter(self) -> None:
        """List the scopes in which, or in what they unlock, all words occur."""
        words = self._search.value.lower().split()
        found = [
            scope
            for scope in self._boxes
            if all(word in f"{scope} {self._about.get(scope, '')}".lower() for word in words)
        ]
        found.sort(key=lambda scope: not self._boxes[scope].value)
        self._list.children = [self._rows[scope] for scope in found]
        count = f"{len(found)} of {len(self._boxes)} scopes"
        self._found.value = html.block(f'<p class="dim" role="status">{count}</p>')

    def _show(self) -> None:
        self.widget.layout.display = "" if self.toggle.value else "none"


def _keep_time(reference: weakref.ref[LoginWidget]) -> None:
    """Tick until the widget is closed or collected."""
    pause = threading.Event()
    while not pause.wait(_TICK):
        widget = reference()
        if widget is None or widget.closed:
            return
        widget.tick()
        del widget
