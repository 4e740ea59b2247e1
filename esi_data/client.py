"""Define `Esi`: engine, disk cache and client in one object, for notebooks and scripts."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, partial
from math import inf
from typing import TYPE_CHECKING, Any, Literal, Self, cast

from esi import __esi_compatibility_date__, __version__
from esi.core import config_rules, fork
from esi.core.blocking import warn_if_blocking
from esi.core.client.call_errors import unknown_operation
from esi.core.client.client import CallableOperation, SwaggerClient
from esi.core.client.factory import make_client
from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.entry_point import entry_point
from esi.core.error_text import brief
from esi.errors import ParameterError
from esi_data import repr_html, widgets
from esi_data.auth.character_token import token_for
from esi_data.auth.logins import Logins, with_sso
from esi_data.auth.scopes import expanded
from esi_data.caches import disk
from esi_data.interactive.shell import extend_current_shell
from esi_data.operation import is_list_like, openapi_id
from esi_data.pulls import cost, name_ids
from esi_data.pulls.characters import characters_frame, resolve_character, tokens_for
from esi_data.pulls.future import EsiFuture
from esi_data.pulls.name_ids import with_ids_of_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd
    from bravado_core.operation import Operation

    from esi.core.cache.protocol import Cache
    from esi_data.auth.logins import Character
    from esi_data.datasets import pull_to as bulk
    from esi_data.datasets.manifest import Mode
    from esi_data.progress import Progress
    from esi_data.pulls import pull as pulling
    from esi_data.sde.sde import StaticData
    from esi_data.stubs import EsiClient, OperationName
    from esi_data.widgets.explorer import Explorer
    from esi_data.widgets.login import LoginWidget
    from esi_data.widgets.plain import PlainExplorer, PlainLogin
else:
    # Jedi evaluates the annotation of a property. Without one, it would evaluate the property
    # itself, and might send a request.
    EsiClient = SwaggerClient

# Notebooks wait at a limit; a site's view must not. An empty address of the SSO stands for the one
# that belongs to the API.
DEFAULTS = Config(
    compatibility_date=__esi_compatibility_date__,
    on_limit="wait",
    page_wait=30,
    sso_metadata_url="",
)


class Esi:
    """ESI client for notebooks and scripts.

    Args:
        app_info_text: your program and how to reach you: `my-notebook/1.0 (me@example.com)`.
        api_url: address of the API; `ESI_API_URL` in the environment, else the live API.
        compatibility_date: API version, `YYYY-MM-DD`; by default the newest this release was tested
            with.
        cache: a folder, which also stores the API's document;
            `redis://[user:password@]host[:port][/database]` (`rediss://` for TLS) to share it
            between machines; or an object with `get`, `set`, `add`, `incr` and `delete`. By default
            `ESI_CACHE` in the environment, else the user's cache folder.
        sde: folder or zip of a static data export to use instead of the latest build, see `sde`;
            `ESI_SDE` in the environment.
        spec_file: Swagger 2.0 or OpenAPI 3 document to use instead of the API's own.
        languages: default codes of `frame_localized`; by default all of the API's.
        client_id: application that characters log in to, see `login`.
        callback_url: registered callback of that application: `http://localhost:8635/callback`.
        concurrency: greatest number of concurrent requests.
        on_limit: at the API's limits, `wait`, `raise` a `LimitError`, or `off` to ignore them.
        page_wait: longest wait in seconds before a pull whose first page is about to expire, so
            that all its pages come from one snapshot; 30.
        offline: use only the cache, however old; what it lacks raises an `OfflineError`.
        defaults: settings for which there is neither an argument nor an environment variable.

    Every field of `esi.core.config.Config` also has an `ESI_*` environment variable.

    Raises:
        ValueError: an environment variable is malformed, or the Redis address is.
        ParameterError: an argument or a variable has a value that its setting does not allow (also
            a ValueError).
    """

    @entry_point
    def __init__(
        self,
        app_info_text: str | None = None,
        *,
        api_url: str | None = None,
        compatibility_date: str | None = None,
        cache: str | os.PathLike[str] | Cache | None = None,
        sde: str | os.PathLike[str] | None = None,
        spec_file: str | os.PathLike[str] | None = None,
        languages: Sequence[str] | None = None,
        client_id: str | None = None,
        callback_url: str | None = None,
        concurrency: int | None = None,
        on_limit: Literal["wait", "raise", "off"] | None = None,
        page_wait: float | None = None,
        offline: bool | None = None,
        defaults: Config = DEFAULTS,
    ) -> None:
        config = Config.from_env(
            defaults=defaults,
            api_url=api_url,
            compatibility_date=compatibility_date,
            languages=tuple([languages] if isinstance(languages, str) else languages or ()) or None,
            sso_client_id=client_id,
            sso_callback_url=callback_url,
            concurrency=concurrency,
            on_limit=on_limit,
            page_wait=page_wait,
            offline=offline,
            cache=str(cache) if isinstance(cache, str | os.PathLike) else None,
            sde=None if sde is None else str(sde),
        )
        if fault := config_rules.first_invalid(config):
            raise ParameterError(fault[1], operation="Esi", parameter=fault[0])
        _check(app_info_text, cache)
        contact = config.user_contact_email
        who = app_info_text or f"esi-toolkit/{__version__}"
        user_agent = f"{who} {contact}" if contact else who
        spec_file = None if spec_file is None else str(spec_file)
        given: Any = None if isinstance(cache, str | os.PathLike) else cache
        self._begin(EsiFactory(config, user_agent, spec_file, type(self)), given)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the settings: another process makes its own `Esi` with the same cache."""
        if self._own_cache:
            raise TypeError(
                "An Esi with a cache object cannot leave its process. Use a folder or a redis:// "
                "address as its cache, or make an Esi in each process."
            )
        return self.factory, ()

    def _begin(self, factory: EsiFactory, cache: Cache | None) -> None:
        config = factory.config
        folder = disk.document_folder(config)
        self.factory = factory  # of an equal `Esi`, but for a cache that was passed as an object
        self._own_cache = cache is not None
        if cache is None:
            place = config.cache or (folder and folder / "answers")
            cache = disk.open_cache(place, chosen=bool(config.cache or config.cache_dir))
            if isinstance(cache, disk.DiskCache) and cache.folder is None:
                folder = None  # nor would it take the document
        self.config = with_sso(replace(config, cache_dir=str(folder or "")))
        self.engine = Engine(lambda: self.config, cache)
        self.logins = Logins(
            lambda: self.config,
            now=lambda: self.engine.clock(),  # noqa: PLW0108 - it may be set later
            user_agent=factory.user_agent,
        )
        self._client: EsiClient | None = None
        self._lock = fork.Lock()
        extend_current_shell()

    @property
    @entry_point
    def client(self) -> EsiClient:
        """Client with the API's tags and operations as attributes.

        `esi.client.Market.get_markets_region_id_orders(region_id=10000002).frame()`

        Raises:
            ApiConnectionError, DocumentError: no client can be made; see `esi.core.client.factory`.
        """
        with self._lock:
            if self._client is None:
                client = make_client(
                    self.engine,
                    user_agent=self.factory.user_agent,
                    spec_file=self.factory.spec_file,
                    future_class=EsiFuture,
                )
                client.swagger_spec.http_client.token_for = partial(token_for, self.logins)
                client.swagger_spec.http_client.ids_for = partial(with_ids_of_names, self)
                self._client = cast("EsiClient", client)
        return self._client

    @cached_property
    @entry_point
    def sde(self) -> StaticData:
        """Static data of the game: `esi.sde.types()`, `esi.sde["mapStargates"]`, offline.

        See `esi_data.sde.sde.StaticData`.

        Raises:
            StaticDataError: there is no folder to store it in.
        """
        from esi_data.sde.sde import static_data_of  # noqa: PLC0415 - Parquet is slow to import

        return static_data_of(self, self.factory.user_agent)

    @entry_point
    def operation(self, name: OperationName | str) -> CallableOperation:
        """Return an operation by its old name or OpenAPI id.

        Raises:
            ParameterError: `name` is not a text.
            UnknownOperationError: no operation has that name; the message lists similar ones.
        """
        if not isinstance(name, str):
            raise ParameterError(
                f"{brief(name)} is not the name of an operation, such as "
                "'get_markets_region_id_orders': esi.operations() lists them.",
                operation=str(name),
            )
        resources = self.client.swagger_spec.resources
        for resource in resources.values():
            if name in resource.operations:
                return CallableOperation(resource.operations[name])
        raise unknown_operation(name, resources)

    def _resolved(self, operation: str, params: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Return an operation and its parameters, with ids in place of names."""
        found = self.operation(operation)
        return resolve_character(found, self.logins, with_ids_of_names(self, found, params))

    @entry_point
    def ids(self, names: str | Iterable[str], *, category: str | None = None) -> pd.DataFrame:
        """Return the ids of names, a row for each match; see `esi_data.pulls.name_ids.ids`.

        `esi.ids(["The Forge", "Tritanium"])` has the columns `name`, `category` and `id`. Names may
        stand wherever ids do: `esi.pull("get_markets_region_id_orders", region_id="The Forge")`.
        """
        return name_ids.ids(self, names, category)

    @entry_point
    def pull(
        self,
        operation: OperationName | str,
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

        `esi.pull("get_markets_region_id_orders", region_id=[10000002, 10000043])` returns all
        orders of both regions with a column `region_id`.

        Args:
            operation: old name or OpenAPI id; `esi.operations("market orders")` lists matches.
            languages: language codes, for names in several languages.
            layout: `wide` adds a column for each language, `long` adds rows.
            on_error: `raise` the error of a call, `skip` the call, or `collect` its error.
            explode: list column whose elements become the rows.
            progress: True shows a bar, False none; a function is called with each step.
            max_pages: largest number of pages of each call.
            ignore_cache: send requests even if the cache has fresh responses.
            stale_if_error: use expired responses from the cache while the API fails.
            params: parameters of the operation, each a value or a list; names may stand for ids.
                `character=` is the logged-in character to call as, a name or an id; for a list,
                each makes the calls, and a column names it.

        Columns, `attrs["esi"]` and errors are those of `esi_data.pulls.pull.pull`.
        """
        from esi_data.pulls import pull as pulling  # noqa: PLC0415 - pandas is slow to import

        warn_if_blocking("`await esi.apull(...)`")
        resolved, params = self._resolved(operation, params)
        return pulling.pull(
            resolved,
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

    @entry_point
    def pull_to(
        self,
        path: str | os.PathLike[str],
        operation: OperationName | str,
        *,
        mode: Mode | None = None,
        key: Sequence[str] | None = None,
        history: bool = False,
        folders: Sequence[str] | None = None,
        languages: Sequence[str] | None = None,
        layout: pulling.Layout = "wide",
        on_error: pulling.OnError = "raise",
        explode: str | None = None,
        progress: Progress = None,
        scheduler: Any = None,
        **params: Any,
    ) -> bulk.Pulled:
        """Pull into a folder of Parquet files, or resume where an earlier run stopped.

        `esi.pull_to("data/orders", "get_markets_region_id_orders", region_id=[...])`, then
        `read("data/orders")`. See `esi_data.datasets.pull_to.pull_to`.

        Args:
            path: folder of this dataset alone.
            operation: name of the operation to call.
            mode: `snapshot`, `append` or `upsert`; None chooses by operation.
            key: columns that identify a row within one call, if the mode needs them.
            history: keep every finished snapshot, for `read(as_of=...)`.
            folders: parameters that get a folder for each value in a new dataset.
            languages: codes, for a localised frame as of `frame_localized`.
            layout: `wide` or `long`, with several languages.
            on_error: as of `pull`.
            explode: list column whose elements become the rows.
            progress: as of `pull`.
            scheduler: Dask client, or address of a scheduler, whose workers send the requests; see
                `esi_data.datasets.cluster`.
            params: parameters of the operation, as of `pull`.
        """
        from esi_data.datasets import pull_to as bulk  # noqa: PLC0415 - Parquet is slow to import

        warn_if_blocking("`await esi.apull_to(...)`")
        named = params.get("character") is not None
        resolved, params = self._resolved(operation, params)
        run = partial(
            bulk.pull_to,
            path,
            resolved,
            mode=mode,
            key=key,
            history=history,
            folders=folders,
            languages=languages,
            layout=layout,
            on_error=on_error,
            explode=explode,
            progress=progress,
            **params,
        )
        if scheduler is None:
            return run()
        from esi_data.datasets import cluster  # noqa: PLC0415 - an extra

        tokens = partial(tokens_for, self.logins, resolved) if named else None
        factory = self.factory.without_secret()
        with cluster.ClusterExecutor(scheduler, factory, tokens) as executor:
            return run(executor=executor)

    @entry_point
    def plan(
        self,
        operation: OperationName | str,
        *,
        languages: Sequence[str] | None = None,
        learn: int = 1,
        **params: Any,
    ) -> pd.DataFrame:
        """Return what `pull` with the same arguments would cost now: requests, tokens, seconds.

        `esi.plan("get_markets_region_id_history", region_id=[...], type_id=[...])`. See
        `esi_data.pulls.cost.plan` for the columns, and for the request that it may send.
        """
        warn_if_blocking("`await esi.aplan(...)`")
        resolved, params = self._resolved(operation, params)
        return cost.plan(resolved, languages=languages, learn=learn, **params)

    # In async code

    async def aclient(self) -> EsiClient:
        """Await `client`: its first use may fetch the API's document."""
        return await self.engine.threads.run("", lambda: self.client)

    @entry_point
    async def apull(self, operation: OperationName | str, **how: Any) -> pd.DataFrame:
        """Await the DataFrame that `pull` returns for the same arguments.

        `await esi.apull("get_markets_region_id_orders", region_id=[10000002, 10000043])`. The pull
        runs in threads. A cancelled task sends no further request; the cache keeps the responses so
        far.
        """
        return await self.engine.threads.run(str(operation), self.pull, operation, **how)

    @entry_point
    async def apull_to(
        self, path: str | os.PathLike[str], operation: OperationName | str, **how: Any
    ) -> bulk.Pulled:
        """Await `pull_to` with the same arguments.

        A cancelled task sends no further request; the next run resumes where it stopped.
        """
        return await self.engine.threads.run(str(operation), self.pull_to, path, operation, **how)

    @entry_point
    async def aplan(self, operation: OperationName | str, **params: Any) -> pd.DataFrame:
        """Await the DataFrame that `plan` returns for the same arguments."""
        return await self.engine.threads.run(str(operation), self.plan, operation, **params)

    @entry_point
    def limits(self) -> pd.DataFrame:
        """Return the remaining budget of each of the API's limits; see `pulls.cost.limits`."""
        return cost.limits(self.engine, [operation for _, operation in self._all_operations()])

    def _all_operations(self) -> list[tuple[str, Operation]]:
        """Return the API's operations, each with its tag."""
        return [
            (tag, operation)
            for tag, resource in self.client.swagger_spec.resources.items()
            for operation in resource.operations.values()
        ]

    # Logins

    @entry_point
    def login(self, scopes: str | Iterable[str] = (), *, browser: bool | None = None) -> Character:
        """Log a character in. The login is stored for this user and renewed automatically.

        `esi.login(["esi-wallet.read_character_wallet.v1"])` opens EVE's login page and returns the
        character. Then pass `character="Name"` to any call.

        Args:
            scopes: scopes to request. The name of an operation stands for the scopes that it needs.
                Without scopes, a login only proves the character's identity and lasts 20 minutes.
            browser: False prints the login address and asks you to paste the address at which the
                login ended. None does so where no browser opens or the callback's port is taken.

        Raises:
            LoginFailedError: there is no client id (the message says how to get one), the login
                timed out, or the player declined.
            ParameterError: a name is neither a scope nor an operation.
            SsoError: the SSO is failing or unreachable.
        """
        from esi_data.auth.flow import login  # noqa: PLC0415 - rarely needed

        return login(self.logins, self.scopes(scopes), browser=browser)

    @entry_point
    def scopes(self, names: str | Iterable[str]) -> tuple[str, ...]:
        """Return the scopes of a list of scopes and names of operations, as `login` requests them.

        Raises:
            ParameterError: a name is neither.
        """
        listed = [names] if isinstance(names, str) else list(names)
        operations = self._all_operations() if listed else []
        known = {o.operation_id: o for _, o in operations} | {
            openapi_id(o): o for _, o in operations
        }
        return expanded(listed, known)

    @entry_point
    def login_widget(
        self, scopes: str | Iterable[str] = (), *, on_change: Callable[[], object] | None = None
    ) -> LoginWidget | PlainLogin:
        """Return a widget to choose scopes, log characters in and out, and see when logins end.

        Its `character` is the chosen one: `esi.pull(..., character=widget.character)`.

        Args:
            scopes: scopes chosen at first, or names of operations, as of `login`: one, or a list.
            on_change: called without arguments after a login, a logout or a choice.

        Raises:
            ImportError: ipywidgets is not installed.
            ParameterError: a name is neither a scope nor an operation.
        """
        return widgets.open_login(self, scopes, on_change)

    @entry_point
    def characters(self) -> pd.DataFrame:
        """Return the logged-in characters, a row for each.

        Columns: `character_id`, `name`, `scopes` (of all its logins), `since`, `expires` (of the
        access token, which is renewed on demand) and `renewable`.

        Raises:
            LoginStoreError: the file of logins is unreadable.
        """
        return characters_frame(self.logins)

    @entry_point
    def logout(
        self, character: str | int | Character | Iterable[Any], *, revoke: bool = True
    ) -> None:
        """Log characters out: revoke their tokens at the SSO and delete them here.

        Their responses stay in the cache, see `clear_cache`.

        Args:
            character: a name, an id, what `login` returned, or a list of them.
            revoke: False deletes the login on this machine without revoking it.

        Raises:
            LoginNeededError: the character is not logged in.
            SsoError: the SSO is unreachable; the login stays.
        """
        who: Any = character if is_list_like(character) else [character]
        for each in who:
            self.logins.forget(each, revoke=revoke)

    @entry_point
    def with_names(
        self,
        frame: pd.DataFrame,
        languages: Sequence[str] | None = None,
        *,
        character: Any = None,
        structures: Any = None,
    ) -> pd.DataFrame:
        """Return a copy of a frame with a name column after each id column: `esi_data.names`.

        `character=`, a logged-in one or a list, also names the player structures that it may see,
        and its containers and ships.
        """
        from esi_data import names  # noqa: PLC0415 - pandas is slow to import

        return names.with_names(self, frame, languages, character=character, structures=structures)

    @entry_point
    def locate(
        self, assets: pd.DataFrame, *, character: Any = None, structures: Any = None
    ) -> pd.DataFrame:
        """Return a copy of assets with the place of each: see `esi_data.places.locate`.

        `esi.locate(esi.pull("get_characters_character_id_assets", character="Me"), character="Me")`
        adds the root location, its type, the system, the region and the path of containers.
        """
        from esi_data import places  # noqa: PLC0415 - pandas is slow to import

        return places.locate(self, assets, character, structures)

    @entry_point
    def with_sde(
        self,
        frame: pd.DataFrame,
        columns: str | Sequence[str] | None = None,
        languages: str | Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Return a copy of a frame with facts from static data in columns next to its ids.

        `esi.with_sde(orders)` adds `type_name`, `type_group`, `type_volume`, `location_system`,
        `location_security`, ...; `columns=["group", "region"]` chooses. See
        `esi_data.sde.derived.joins.with_sde`. Also raises the errors of `sde`.
        """
        from esi_data.sde.derived import joins  # noqa: PLC0415 - Parquet is slow to import

        return joins.with_sde(self.sde.open, frame, columns, languages)

    @entry_point
    def killmails(
        self,
        listing: pd.DataFrame | Iterable[Mapping[str, Any]],
        *,
        on_error: pulling.OnError = "raise",
        progress: Progress = None,
    ) -> pd.DataFrame:
        """Fetch killmails by id and hash, as one DataFrame; see `esi_data.killmail_tables`.

        `esi.killmails(esi.pull("get_corporations_corporation_id_killmails_recent", ...))`. Each
        killmail is fetched once; an empty listing makes an empty frame of the same columns.

        Args:
            listing: rows with `killmail_id` and `killmail_hash`.
            on_error: as of `pull`: `raise`, `skip` or `collect`.
            progress: as of `pull`.

        Raises:
            ParameterError: the listing lacks one of the two columns.
            HTTPError, ApiConnectionError, ApiTimeoutError: as `future.results`.
        """
        from esi_data.analysis.killmails import killmail_keys  # noqa: PLC0415 - pandas is slow to import
        from esi_data.pulls import pull as pulling  # noqa: PLC0415 - pandas is slow to import

        warn_if_blocking("`await asyncio.to_thread(esi.killmails, ...)`")
        rows = killmail_keys(listing)
        operation = self.operation("get_killmails_killmail_id_killmail_hash")
        return pulling.pull_rows(operation, rows, on_error=on_error, progress=progress)

    @entry_point
    def operations(self, search: str = "") -> pd.DataFrame:
        """Return the catalogue of operations, or those that contain all words of `search`.

        Columns: `operation` (old name), `openapi_id`, `tag`, `method`, `path`,
        `summary`, `parameters`, `scopes`, `roles` (of the character in its corporation), `paged`
        (`pages`, `cursor`, or the id by which the listing is walked), `localised`, `cache_seconds`,
        and `rate_tokens` of `rate_group` in each `rate_window`.
        """
        from esi_data.catalogue import catalogue  # noqa: PLC0415 - pandas is slow to import

        return catalogue(self._all_operations(), search)

    @entry_point
    def dates(
        self,
        old: str | date | os.PathLike[str],
        new: str | date | os.PathLike[str],
        *,
        used_in: str | os.PathLike[str] | None = None,
    ) -> pd.DataFrame:
        """Return what changes in the API between two compatibility dates, a row for each change.

        `esi.dates("2025-12-16", "2026-08-18", used_in="my_app")` returns the changes that affect
        the source of `my_app`, with file and line.

        Columns: `breaks` (True if code that uses it fails or reads a different value), `operation`
        and `openapi_id`, `kind` (`operation`, `parameter`, `body`, `field`, `value`, `scope`,
        `rate group`), `change` (`lost`, `added`, `moved`, `retyped`, `required`, `optional`,
        `changed`), `name` (of the parameter or field), `before`, `after`, and `instead` (its
        replacement). With `used_in`, `file` and `line` come first.

        Args:
            old: date, `YYYY-MM-DD`, or the file of a document.
            new: date or file to compare it with.
            used_in: folder of Python files and notebooks, or one file; it is read and not run.

        Raises:
            ParameterError: `old` or `new` is neither a date nor a file, or `used_in` contains no
                code that can be read.
            FileNotFoundError: `used_in` does not exist.
            ApiConnectionError, HTTPError, DocumentError: a document is unavailable.
        """
        from esi_data.documents.report import changes_frame  # noqa: PLC0415 - rarely needed

        return changes_frame(self.engine, self.factory.user_agent, old, new, used_in)

    @entry_point
    def explore(self, search: OperationName | str = "", **params: Any) -> Explorer | PlainExplorer:
        """Return a widget to find an operation, fill in its form, run it and copy its code.

        `esi.explore("market orders")` starts with a search. The name of an operation opens its
        form, filled in with `params`. It needs `pip install 'esi-toolkit[widgets]'`; its `frame`
        is the latest result.

        Raises:
            ImportError: ipywidgets is not installed.
            UnknownOperationError: `params` were given, and `search` is not an operation.
        """
        return widgets.open_explorer(self, search, **params)

    @entry_point
    def cache_info(self) -> pd.DataFrame:
        """Return the contents of the cache, a row for each operation.

        Columns: `operation`, `answers` (responses), `bytes`, `frames` (bytes of cached frames),
        `oldest` and `newest` (times). `attrs["esi"]` has the `folder` or the `address` of the Redis
        (without its password), and the sums of `answers` and `bytes`.
        """
        return disk.info_frame(self.engine.cache)

    @entry_point
    def clear_cache(
        self,
        operation: OperationName | str | None = None,
        *,
        older_than: timedelta | float | None = None,
    ) -> int:
        """Delete responses from the cache and return how many; the API's document stays.

        Args:
            operation: delete those of this operation only (old name or OpenAPI id).
            older_than: delete those received longer ago than this (seconds, or a `timedelta`).

        Raises:
            UnknownOperationError: there is no such operation.
            ParameterError: `older_than` is not a duration, or is negative.
            TypeError: the cache is an object that cannot select responses.
        """
        name = self.operation(operation).operation_id if operation else None
        seconds = older_than.total_seconds() if isinstance(older_than, timedelta) else older_than
        if seconds is not None and not (isinstance(seconds, int | float) and 0 <= seconds < inf):
            raise ParameterError(
                f"older_than={older_than!r} is not a duration: pass seconds, or a timedelta.",
                operation="clear_cache",
                parameter="older_than",
            )
        return disk.forget(self.engine.cache, name, seconds)

    def close(self) -> None:
        """Close connections and the cache; they reopen when used."""
        self.engine.close()
        close = getattr(self.engine.cache, "close", None)
        if close:
            close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        config = self.config
        return f"<Esi {config.api_url} at {config.compatibility_date}: {repr_html.METHODS}>"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - IPython's
        printer.text(repr_html.text_of(repr(self)))

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
        esi._begin(self, None)  # noqa: SLF001 - its factory
        return esi

    @property
    def shares_cache(self) -> bool:
        """True if the cache is a server, which other machines use too."""
        return isinstance(self.config.cache, str) and "://" in self.config.cache

    def without_secret(self) -> EsiFactory:
        """Return a copy without the application's secret, which only a login needs."""
        return replace(self, config=replace(self.config, sso_client_secret=None))


def _check(app_info_text: object, cache: object) -> None:
    """Check the types of two arguments of `Esi`.

    Raises:
        ParameterError: one is neither a text nor a cache.
    """
    if not isinstance(app_info_text, str | None):
        raise ParameterError(
            f"app_info_text cannot be {app_info_text!r}. Identify your program: "
            "Esi('my-notebook/1.0 (me@example.com)').",
            operation="Esi",
            parameter="app_info_text",
        )
    lacking = [name for name in ("get", "set") if not callable(getattr(cache, name, None))]
    if lacking and not isinstance(cache, str | os.PathLike | None):
        raise ParameterError(
            f"cache cannot be of type {type(cache).__name__}, which lacks {', '.join(lacking)}. "
            "Use a folder or a redis:// address, or pass a cache that has them.",
            operation="Esi",
            parameter="cache",
        )
