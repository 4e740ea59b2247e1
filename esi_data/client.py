"""Esi: a notebook's first line. Engine, disk cache and client in one object, without Django."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Self

from esi import __version__
from esi.core import config_rules
from esi.core.client.call_errors import brief, unknown_operation
from esi.core.client.client import CallableOperation, SwaggerClient
from esi.core.client.factory import make_client
from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.errors import ParameterError
from esi_data import names, repr_html, widgets
from esi_data.auth.character_token import token_for
from esi_data.auth.logins import Logins, with_sso
from esi_data.auth.scopes import expanded
from esi_data.caches import disk
from esi_data.catalogue import catalogue
from esi_data.operation import is_list_like, openapi_id
from esi_data.pulls import cost
from esi_data.pulls import pull as pulling
from esi_data.pulls.characters import asked_as, frame_of, tokens_for
from esi_data.pulls.future import EsiFuture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import pandas as pd
    from bravado_core.operation import Operation

    from esi.core.cache.protocol import Cache
    from esi_data.auth.logins import Character
    from esi_data.datasets import pull_to as bulk
    from esi_data.progress import Progress
    from esi_data.widgets.explorer import Explorer
    from esi_data.widgets.login import LoginWidget

# The newest date of the API that this release was tested with.
COMPATIBILITY_DATE = "2026-08-18"

# A notebook rather waits than fails; a site's view must not.
# No address of the SSO: the one that belongs to the API.
DEFAULTS = Config(
    compatibility_date=COMPATIBILITY_DATE, on_limit="wait", page_wait=30, sso_metadata_url=""
)


class Esi:
    """The API for notebooks and scripts.

    Args:
        app_info_text: who asks, with a way to reach you: `my-notebook/1.0 (me@example.com)`.
        api_url: the API's address, `ESI_API_URL` in the environment, else the real one.
        compatibility_date: the API's behaviour, `YYYY-MM-DD`; the newest this release knows.
        cache: a folder, which the API's document goes into as well;
            `redis://[user:password@]host[:port][/database]` (`rediss://` for TLS) for many
            machines; or a cache object with `get`, `set`, `add`, `incr` and `delete`. `ESI_CACHE`
            in the environment, else the user's cache folder.
        spec_file: a Swagger 2.0 or OpenAPI 3 document to use instead of the API's.
        languages: codes for `frame_localized` where a call names none; all of the API's.
        client_id: the application that characters log in to, see `login`.
        callback_url: where its logins end, as registered: `http://localhost:8635/callback`.
        concurrency: requests under way at once.
        on_limit: at the API's limits, `wait`, `raise` a `LimitError`, or `off`: keep none.
        page_wait: seconds a pull may wait before it begins, where the API's cache is about to turn
            over, so that its pages are of one snapshot; 30.
        offline: answer from the cache alone, however old; what it lacks is an `OfflineError`.
        defaults: what holds where neither an argument nor the environment says otherwise.

    Every knob of `esi.core.config.Config` can also be set by its `ESI_*` environment variable.

    Raises:
        ValueError: an environment variable does not fit its knob, or an address is none of Redis.
        ParameterError: an argument, or a variable, is not what its knob can be (a ValueError, too).
    """

    def __init__(
        self,
        app_info_text: str | None = None,
        *,
        api_url: str | None = None,
        compatibility_date: str | None = None,
        cache: str | os.PathLike[str] | Cache | None = None,
        spec_file: str | os.PathLike[str] | None = None,
        languages: Sequence[str] | None = None,
        client_id: str | None = None,
        callback_url: str | None = None,
        concurrency: int | None = None,
        on_limit: str | None = None,
        page_wait: float | None = None,
        offline: bool | None = None,
        defaults: Config = DEFAULTS,
    ) -> None:
        config = Config.from_env(
            defaults=defaults,
            api_url=api_url,
            compatibility_date=compatibility_date,
            languages=_texts(languages) if languages else None,
            sso_client_id=client_id,
            sso_callback_url=callback_url,
            concurrency=concurrency,
            on_limit=on_limit,
            page_wait=page_wait,
            offline=offline,
            cache=str(cache) if isinstance(cache, str | os.PathLike) else None,
        )
        if fault := config_rules.wrong(config):
            raise ParameterError(fault[1], operation="Esi", parameter=fault[0])
        _check(app_info_text, cache)
        contact = config.user_contact_email
        who = app_info_text or f"esi-toolkit/{__version__}"
        given: Any = None if isinstance(cache, str | os.PathLike) else cache
        self._begin(config, f"{who} {contact}" if contact else who, spec_file, given)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the settings: another process makes its own `Esi` with the same cache."""
        if self._own_cache:
            raise TypeError(
                "An Esi whose cache is an object stays in its process. Name a folder or a redis:// "
                "address as its cache, or make an Esi in each process."
            )
        return self.factory, ()

    @property
    def factory(self) -> EsiFactory:
        """Factory of an equal `Esi`, but for a cache that was passed as an object."""
        spec_file = None if self._spec_file is None else str(self._spec_file)
        return EsiFactory(self._settings, self._user_agent, spec_file, type(self))

    def _begin(
        self,
        config: Config,
        user_agent: str,
        spec_file: str | os.PathLike[str] | None,
        cache: Cache | None,
    ) -> None:
        folder = disk.document_folder(config)
        self._settings = config
        self._own_cache = cache is not None
        self.config = with_sso(replace(config, cache_dir=str(folder)))
        if cache is None:
            cache = disk.open_cache(config.cache or folder / "answers")
        self.engine = Engine(lambda: self.config, cache)
        self._user_agent = user_agent
        self.logins = Logins(
            lambda: self.config,
            cache,
            now=lambda: self.engine.clock(),  # noqa: PLW0108 - it may be set later
            user_agent=self._user_agent,
        )
        self._spec_file = spec_file
        self._client: SwaggerClient | None = None
        self._lock = threading.Lock()

    # No `property`: IPython completes what comes after `esi.client.` without running one.
    @cached_property
    def client(self) -> SwaggerClient:
        """The client: `esi.client.Market.get_markets_region_id_orders(region_id=10000002)`.

        Raises:
            ApiConnectionError, DocumentError: no client can be made; see `esi.core.client.factory`.
        """
        with self._lock:
            if self._client is None:
                client = make_client(
                    self.engine,
                    user_agent=self._user_agent,
                    spec_file=self._spec_file,
                    future_class=EsiFuture,
                )
                client.swagger_spec.http_client.token_for = partial(token_for, self.logins)
                # As plain attributes, tags can be seen by completion, too.
                client.__dict__.update({tag: getattr(client, tag) for tag in dir(client)})
                self._client = client
        return self._client

    def operation(self, name: str) -> CallableOperation:
        """An operation by its old name or new id, wherever its tag is.

        Raises:
            ParameterError: it is no name.
            UnknownOperationError: there is none; the message names what comes close.
        """
        if not isinstance(name, str):
            raise ParameterError(
                f"{brief(name)} is no name of an operation, such as "
                "'get_markets_region_id_orders': esi.operations() lists them.",
                operation=str(name),
            )
        resources = self.client.swagger_spec.resources
        for resource in resources.values():
            if name in resource.operations:
                return CallableOperation(resource.operations[name])
        raise unknown_operation(name, resources)

    def pull(
        self,
        operation: str,
        *,
        languages: Sequence[str] | None = None,
        layout: pulling.Layout = "wide",
        on_error: pulling.OnError = "raise",
        explode: str | None = None,
        progress: Progress = None,
        max_pages: int | None = None,
        ignore_cache: bool = False,
        stale_if_error: bool = False,
        **params: Any,
    ) -> pd.DataFrame:
        """Call an operation for every value of the lists among `params`, as one DataFrame.

        `esi.pull("get_markets_region_id_orders", region_id=[10000002, 10000043])` has all orders of
        both regions and a column `region_id`. `character=` is who asks, a name or an id; of a list
        each asks, and a column tells who. See `esi_data.pulls.pull.pull`.
        """
        asked, params = asked_as(self.operation(operation), self.logins, params)
        return pulling.pull(
            asked,
            languages=languages,
            layout=layout,
            on_error=on_error,
            explode=explode,
            progress=progress,
            max_pages=max_pages,
            ignore_cache=ignore_cache,
            stale_if_error=stale_if_error,
            **params,
        )

    def pull_to(
        self,
        path: str | os.PathLike[str],
        operation: str,
        *,
        scheduler: Any = None,
        **how: Any,
    ) -> bulk.Pulled:
        """Pull into a folder of Parquet files, or go on where that was stopped.

        `esi.pull_to("data/orders", "get_markets_region_id_orders", region_id=[...])`, then
        `read("data/orders")`. See `esi_data.datasets.pull_to.pull_to`.

        Args:
            path: a folder of its own.
            operation: what is called.
            scheduler: a Dask client, or the address of a scheduler, whose workers ask in this
                process's stead; see `esi_data.datasets.cluster`.
            how: as of `esi_data.datasets.pull_to.pull_to`.
        """
        from esi_data.datasets import pull_to as bulk  # noqa: PLC0415 - Parquet is slow to import

        named = how.get("character") is not None
        asked, how = asked_as(self.operation(operation), self.logins, how)
        if scheduler is None:
            return bulk.pull_to(path, asked, **how)
        from esi_data.datasets import cluster  # noqa: PLC0415 - an extra

        tokens = partial(tokens_for, self.logins, asked) if named else None
        factory = self.factory.without_secret()
        with cluster.ClusterExecutor(scheduler, factory, tokens) as executor:
            return bulk.pull_to(path, asked, executor=executor, **how)

    def plan(
        self,
        operation: str,
        *,
        languages: Sequence[str] | None = None,
        learn: int = 1,
        **params: Any,
    ) -> pd.DataFrame:
        """What `pull` with the same arguments would cost now: requests, tokens, bytes, seconds.

        `esi.plan("get_markets_region_id_history", region_id=[...], type_id=[...])`; see
        `esi_data.pulls.cost.plan` for the columns, and for the request that may go out.
        """
        asked, params = asked_as(self.operation(operation), self.logins, params)
        return cost.plan(asked, languages=languages, learn=learn, **params)

    def limits(self) -> pd.DataFrame:
        """What is left of each of the API's limits, and what waits; see `pulls.cost.limits`."""
        return cost.limits(self.engine, self._all_operations())

    def _all_operations(self) -> list[Operation]:
        return [
            operation
            for resource in self.client.swagger_spec.resources.values()
            for operation in resource.operations.values()
        ]

    # Logins

    def login(self, scopes: str | Iterable[str] = (), *, browser: bool | None = None) -> Character:
        """Log a character in, once: the login is kept for this user and renewed by itself.

        `esi.login(["esi-wallet.read_character_wallet.v1"])` opens the page of EVE's single sign-on
        and returns who has logged in. Then `character="Name"` on any call asks as that character.

        Args:
            scopes: what to ask for. The name of an operation stands for the scopes that it needs.
                Without any, a login tells who somebody is and lasts 20 minutes.
            browser: False shows the address, and the one at which the login ended is pasted; None
                does so where no browser can be opened or the port of the callback address be had.

        Raises:
            LoginFailedError: no client id (the message says how to get one), nobody came back, or
                the player refused.
            ParameterError: neither a scope nor an operation.
            SsoError: the SSO is ill or out of reach.
        """
        from esi_data.auth.flow import login  # noqa: PLC0415 - rarely needed

        return login(self.logins, self.scopes(scopes), browser=browser)

    def scopes(self, names: str | Iterable[str]) -> tuple[str, ...]:
        """The scopes of a list of scopes and names of operations, as `login` reads it.

        Raises:
            ParameterError: a name is neither.
        """
        listed = [names] if isinstance(names, str) else list(names)
        if not listed:
            return ()
        operations = {}
        for one in self._all_operations():
            operations[one.operation_id] = one
            operations[openapi_id(one)] = one
        return expanded(listed, operations)

    def login_widget(
        self, scopes: str | Iterable[str] = (), on_change: Callable[[], object] | None = None
    ) -> LoginWidget:
        """Choose scopes, log characters in and out, and see how long they hold, as a widget.

        Its `character` is who was chosen: `esi.pull(..., character=widget.character)`.

        Args:
            scopes: what is chosen at first, as of `login`.
            on_change: called when somebody has logged in or out, or was chosen.

        Raises:
            ImportError: ipywidgets is not installed.
            ParameterError: neither a scope nor an operation.
        """
        made: LoginWidget = widgets.load("login").LoginWidget(self, scopes, on_change)
        return made

    def characters(self) -> pd.DataFrame:
        """Who is logged in: a row for each character.

        Columns: `character_id`, `name`, `scopes` (of all its logins), `since`, `expires` (of the
        access token, which is renewed when it is needed) and `renewable`.

        Raises:
            LoginStoreError: the file of logins cannot be read.
        """
        return frame_of(self.logins)

    def logout(
        self, character: str | int | Character | Iterable[Any], *, revoke: bool = True
    ) -> None:
        """Log characters out: end their tokens at the SSO, and forget them.

        Answers that were fetched stay in the cache, see `clear_cache`.

        Args:
            character: a name, an id, what `login` returned, or a list of them.
            revoke: False forgets the login on this machine and leaves it alive at the SSO.

        Raises:
            LoginNeededError: it is not logged in.
            SsoError: the SSO is out of reach; the login is kept.
        """
        who: Any = character if is_list_like(character) else [character]
        for each in who:
            self.logins.forget(each, revoke=revoke)

    def with_names(
        self, frame: pd.DataFrame, languages: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """A copy of a frame with a name column after each column of ids; see `esi_data.names`."""
        return names.with_names(self, frame, languages)

    def operations(self, search: str = "") -> pd.DataFrame:
        """The catalogue of operations as a frame, or those in which all words of `search` occur.

        Columns: `operation` and `openapi_id` (old name and new id), `tag`, `method`, `path`,
        `summary`, `parameters`, `scopes`, `roles` (of the character in its corporation), `paged`
        (`pages`, `cursor`, or the id it is walked by), `localised`, `cache_seconds`, and
        `rate_tokens` of `rate_group` in each `rate_window`.
        """
        return catalogue(
            (
                (tag, operation)
                for tag, resource in self.client.swagger_spec.resources.items()
                for operation in resource.operations.values()
            ),
            search,
        )

    def explore(self, search: str = "", **params: Any) -> Explorer:
        """Find an operation, fill in its form, see what it costs, run it, and take the code away.

        `esi.explore("market orders")` begins with a search, the name of an operation opens its
        form, filled in with `params`. The widget needs `pip install 'esi-toolkit[notebook]'`; its
        `frame` is the last answer.

        Raises:
            ImportError: ipywidgets is not installed.
            UnknownOperationError: `params` were given, and `search` is no operation.
        """
        return widgets.load("explorer").Explorer(self, search, **params)  # type: ignore[no-any-return]

    def cache_info(self) -> pd.DataFrame:
        """What the cache holds: a row for each operation.

        Columns: `operation`, `answers`, `bytes`, `frames` (bytes of copies of frames), `oldest` and
        `newest` (times). `attrs["esi"]` tells the `folder` or the Redis' `address` (without its
        password), and `answers` and `bytes` of all.
        """
        return disk.info_frame(self.engine.cache)

    def clear_cache(
        self,
        operation: str | None = None,
        *,
        older_than: timedelta | float | None = None,
    ) -> int:
        """Forget answers, and tell how many; the API's document stays.

        Args:
            operation: those of this operation alone (old name or new id); of all where None.
            older_than: those that came in longer ago (seconds, or a `timedelta`).

        Raises:
            UnknownOperationError: there is no such operation.
            ParameterError: `older_than` is no time.
            TypeError: the cache is an object that cannot choose, and a choice was asked for.
        """
        name = self.operation(operation).operation_id if operation else None
        seconds = older_than.total_seconds() if isinstance(older_than, timedelta) else older_than
        if not isinstance(seconds, int | float | None):
            raise ParameterError(
                f"older_than={older_than!r} is no time: pass seconds, or a timedelta.",
                operation="clear_cache",
                parameter="older_than",
            )
        return disk.forget(self.engine.cache, name, seconds)

    def close(self) -> None:
        """Close connections and the cache; they open again when used."""
        self.engine.close()
        close = getattr(self.engine.cache, "close", None)
        if close:
            close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Esi {self.config.api_url} at {self.config.compatibility_date}>"

    def _repr_html_(self) -> str:
        return repr_html.html_of(self.config, self.engine.cache)


@dataclass(frozen=True)
class EsiFactory:
    """Settings from which another process or machine makes the same `Esi`.

    Its repr hides the settings: an address may contain a password.
    """

    config: Config = field(repr=False)
    user_agent: str
    spec_file: str | None = None
    esi_class: type[Esi] = Esi

    def __call__(self) -> Esi:
        """Make an `Esi`."""
        esi = self.esi_class.__new__(self.esi_class)
        esi._begin(self.config, self.user_agent, self.spec_file, None)  # noqa: SLF001 - its factory
        return esi

    @property
    def shares_cache(self) -> bool:
        """True if the cache is a server, which other machines use too."""
        return isinstance(self.config.cache, str) and "://" in self.config.cache

    def without_secret(self) -> EsiFactory:
        """Return a copy without the application's secret, which only a login needs."""
        return replace(self, config=replace(self.config, sso_client_secret=None))


def _texts(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _check(app_info_text: object, cache: object) -> None:
    """Refuse what is neither a text nor a cache.

    Raises:
        ParameterError: one of them is.
    """
    if not isinstance(app_info_text, str | None):
        raise ParameterError(
            f"app_info_text cannot be {app_info_text!r}. Say who asks: "
            "Esi('my-notebook/1.0 (me@example.com)').",
            operation="Esi",
            parameter="app_info_text",
        )
    lacking = [name for name in ("get", "set") if not callable(getattr(cache, name, None))]
    if lacking and not isinstance(cache, str | os.PathLike | None):
        raise ParameterError(
            f"cache cannot be of type {type(cache).__name__}, which lacks {', '.join(lacking)}. "
            "Name a folder or a redis:// address, or pass a cache that has them.",
            operation="Esi",
            parameter="cache",
        )
