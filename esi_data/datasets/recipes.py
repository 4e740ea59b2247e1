"""Recipes: several bulk pulls in one TOML file, run with one command and resumable as a whole.

    title = "Orders of two regions"

    [[pull]]
    name = "orders"                                # its folder
    operation = "get_markets_region_id_orders"
    every = "5m"                                   # how often it is worth running
    [pull.parameters]
    region_id = [10000002, 10000043]

Each `[[pull]]` takes what `pull_to` takes (`mode`, `key`, `history`, `folders`, `languages`,
`layout`, `explode`, `on_error`), and may take its parameters from the columns of an earlier one:

============ =======================================================================================
`from`       `type_id = "orders.type_id"`: the distinct values of a column
`where`      `type = ["auction"]`: only those rows of it
`for_each`   a pull of its own for each value of these, with the others' values in those rows
`once`       the parameter whose values, where the dataset has rows of them, are not asked again
============ =======================================================================================
"""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from esi.core.client.call_errors import closest
from esi.errors import ParameterError, UnknownOperationError
from esi_data.datasets import manifest, write_modes
from esi_data.datasets.folder import Folder
from esi_data.datasets.read import frame_of_files, read
from esi_data.errors import RecipeError
from esi_data.operation import is_list_like, schema_of
from esi_data.pulls import pull as pulling
from esi_data.pulls.characters import asked_as
from esi_data.pulls.fan_out import calls_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from esi_data import progress
    from esi_data.datasets.pull_to import Pulled
    from esi_data.protocols import EsiLike

_STATE = "_recipe-{}.json"
_LOCK = "_recipe-{}.lock"
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SUFFIX = ".toml"
_EXAMPLE: dict[str | None, Any] = {"integer": 1, "array": [1], "number": 1.0, "boolean": True}


class Step(msgspec.Struct, forbid_unknown_fields=True, rename={"from_": "from"}):
    """One `[[pull]]`."""

    name: str
    operation: str
    parameters: dict[str, Any] = {}
    every: str | None = None
    mode: str | None = None
    key: list[str] | None = None
    history: bool = False
    folders: list[str] | None = None
    languages: list[str] | None = None
    layout: str = "wide"
    explode: str | None = None
    on_error: str = "raise"
    from_: dict[str, str] = {}
    where: dict[str, list[Any]] = {}
    for_each: list[str] = []
    once: str | None = None

    @property
    def seconds(self) -> int | None:
        """How often it is worth running."""
        return _SECONDS[self.every[-1]] * int(self.every[:-1]) if self.every else None


class Recipe(msgspec.Struct, forbid_unknown_fields=True):
    """A recipe; `name` is that of its file."""

    title: str
    pull: list[Step]
    name: str = ""

    @property
    def seconds(self) -> int | None:
        """How often it is worth running: as often as the most frequent of its pulls."""
        return min((step.seconds for step in self.pull if step.seconds), default=None)

    @property
    def every(self) -> str | None:
        """The same as its file says it: `5m`."""
        return next((step.every for step in self.pull if step.seconds == self.seconds), None)


def ready() -> list[Recipe]:
    """The recipes that come with this package."""
    files = resources.files("esi_data").joinpath("ready").iterdir()
    names = (file.name.removesuffix(_SUFFIX) for file in files if file.name.endswith(_SUFFIX))
    return [load(name) for name in sorted(names)]


def source(name: str) -> str:
    """The text of a recipe: one that comes with this package, or a file.

    Raises:
        RecipeError: there is no such recipe.
    """
    if name.endswith(_SUFFIX) or "/" in name or Path(name).is_file():
        try:
            return Path(name).expanduser().read_text(encoding="utf-8")
        except OSError as exc:
            raise RecipeError(f"{name} cannot be read: {exc.strerror}") from exc
        except UnicodeDecodeError as exc:
            raise RecipeError(f"{name} is no text in UTF-8, so it is no recipe") from exc
    file = resources.files("esi_data").joinpath("ready", name + _SUFFIX)
    if not file.is_file():
        folder = resources.files("esi_data").joinpath("ready")
        names = sorted(f.name.removesuffix(_SUFFIX) for f in folder.iterdir())
        raise RecipeError(
            f"There is no recipe {name!r}; there are {', '.join(names)}, or name a {_SUFFIX} file."
        )
    return file.read_text(encoding="utf-8")


def load(name: str) -> Recipe:
    """Read and check a recipe.

    Raises:
        RecipeError: there is none, or it is not right.
    """
    try:
        found = tomllib.loads(source(name))
        _check_keys(name, found)
        recipe = msgspec.convert(found, Recipe)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as exc:
        raise RecipeError(f"Recipe {name}: {str(exc).replace(' - at `$.', ' - at `')}") from exc
    recipe.name = Path(name).name.removesuffix(_SUFFIX)
    _check(recipe)
    return recipe


def _check_keys(name: str, found: dict[str, Any]) -> None:
    """Look for keys that a recipe does not have, and name what comes close."""
    steps = found.get("pull")
    if not isinstance(steps, list) or not steps or not all(isinstance(s, dict) for s in steps):
        raise RecipeError(f"Recipe {name}: it has no pull; each begins with a line [[pull]]")
    tables: list[tuple[str, Any, type[msgspec.Struct]]] = [("", found, Recipe)]
    tables += [(f", pull {step.get('name', n)!r}", step, Step) for n, step in enumerate(steps, 1)]
    for place, table, kind in tables:
        known = [key for key in kind.__struct_encode_fields__ if (kind, key) != (Recipe, "name")]
        for key in table:
            if key not in known:
                raise RecipeError(
                    f"Recipe {name}{place}: there is no key {key!r}.{closest(key, known)} There "
                    f"are {', '.join(known)}."
                )


def run(
    esi: EsiLike,
    recipe: Recipe,
    into: Path,
    tell: Callable[[Step, progress.Step], object] | None = None,
    scheduler: Any = None,
) -> Iterator[Pulled]:
    """Run a recipe's pulls in their order, each into a folder of `into`; yields what each did.

    What was stopped goes on: pulls that came to their end in the same run are not made again.
    `tell` is called with the recipe's step and how far it is, as parts are done; without it there
    is a bar on a terminal. `scheduler` is as of `Esi.pull_to`.

    Raises:
        RecipeError: one of its pulls cannot be asked like this; before any is.
        DatasetBusyError: another process runs this recipe into this folder, or writes to one of its
            datasets.
        DatasetError and others, as `pull_to`; what was done stays, and the next run goes on.
    """
    for step in recipe.pull:
        try:
            _check_call(esi, step)
        except (ParameterError, UnknownOperationError, ValueError) as exc:
            raise RecipeError(f"Recipe {recipe.name}, pull {step.name!r}: {exc}") from exc
    home = Folder(into)
    with home.locked(_LOCK.format(recipe.name), f"Another run of {recipe.name} writes"):
        yield from _run(esi, recipe, home, tell, scheduler)


def _check_call(esi: EsiLike, step: Step) -> None:
    """Look for what the API or `pull_to` would refuse, by the document alone.

    Raises:
        ParameterError, UnknownOperationError, ValueError: they would.
    """
    operation = esi.operation(step.operation)
    write_modes.rule_of(operation.operation_id, operation.op_spec, step.mode, step.key)
    pulling.check_choices(step.layout, step.on_error)
    for code in step.languages or ():
        operation.swagger_spec.http_client.language(code)
    asked, given = asked_as(operation, esi.logins, dict(step.parameters))
    given = {name: value[:1] if is_list_like(value) else value for name, value in given.items()}
    # The values of others are known when the earlier pull is done; any id shows what is missing.
    calls_of(asked, given | {name: _EXAMPLE.get(_kind(asked, name)) for name in step.from_})


def _kind(operation: Any, name: str) -> str | None:
    param = operation.params.get(name)
    kind: str | None = schema_of(param).get("type") if param else ""
    return kind


def _run(
    esi: EsiLike,
    recipe: Recipe,
    home: Folder,
    tell: Callable[[Step, progress.Step], object] | None,
    scheduler: Any,
) -> Iterator[Pulled]:
    into = home.path
    file = into / _STATE.format(recipe.name)
    done = _done(file)
    for step in recipe.pull:
        for params in _parameters(step, into):
            name = manifest.digest([step.name, msgspec.to_builtins(step), params])
            if name in done:
                continue
            try:
                pulled = esi.pull_to(
                    into / step.name,
                    step.operation,
                    mode=step.mode,
                    key=step.key,
                    history=step.history,
                    folders=step.folders,
                    languages=step.languages,
                    layout=step.layout,
                    explode=step.explode,
                    on_error=step.on_error,
                    progress=partial(tell, step) if tell else None,
                    scheduler=scheduler,
                    **params,
                )
            except Exception as exc:
                exc.add_note(f"It was pull {step.name!r} of recipe {recipe.name}.")
                raise
            done.append(name)
            home.put(file.name, json.dumps({"at": _now(), "done": done}).encode())
            yield pulled
    file.unlink(missing_ok=True)


def _parameters(step: Step, into: Path) -> Iterator[dict[str, Any]]:
    """The parameters of each pull that a step is; read when its turn comes."""
    if not step.from_:
        yield dict(step.parameters)
        return
    earlier = next(iter(step.from_.values())).partition(".")[0]
    rows = read(into / earlier)
    columns = {name: source.partition(".")[2] for name, source in step.from_.items()}
    for name in (*step.where, *columns.values()):
        if name not in rows.columns:
            has = [str(column) for column in rows.columns]
            raise RecipeError(
                f"Pull {step.name!r}: {earlier} has no column {name!r}.{closest(name, has)} It "
                f"has {', '.join(has)}."
            )
    for name, values in step.where.items():
        rows = rows[rows[name].isin(values)]
    groups = [rows]
    if step.for_each:
        by = [columns[name] for name in step.for_each]
        groups = [group for _, group in rows.groupby(by, sort=True, observed=True)]
    for group in groups:
        taken = {name: _distinct(group[column]) for name, column in columns.items()}
        if step.once:
            known = _known(into / step.name, step.once)
            taken[step.once] = [value for value in taken[step.once] if value not in known]
        if all(taken.values()):
            yield {**step.parameters, **taken}


def _distinct(column: pd.Series[Any]) -> list[Any]:
    values: list[Any] = sorted(column.dropna().unique().tolist())
    return values


def _known(path: Path, parameter: str) -> set[Any]:
    """The values of a parameter of which a dataset had rows after its last finished pull.

    What a stopped one has added does not count, so that the next asks the same and goes on.
    """
    held = Folder(path).manifest()
    if held is None or held.latest is None:
        return set()
    parts = [part for part in held.latest.parts.values() if part.files]
    frames = (frame_of_files(path, held, part) for part in parts)
    return {value for frame in frames for value in frame[parameter].tolist()}


def _check(recipe: Recipe) -> None:
    names: list[str] = []
    for step in recipe.pull:
        at = f"Recipe {recipe.name}, pull {step.name!r}"
        if step.name in names or not step.name or set(step.name) & set('/\\:*?"<>|'):
            raise RecipeError(f"{at}: a name must be new and good for a folder")
        try:
            assert step.seconds is None or step.seconds > 0
        except (AssertionError, KeyError, ValueError, IndexError) as exc:
            raise RecipeError(f"{at}: every = {step.every!r} is no time: 30s, 5m, 1h, 1d") from exc
        sources = {source.partition(".")[0] for source in step.from_.values()}
        if sources - set(names) or len(sources) > 1:
            raise RecipeError(f"{at}: from takes columns of one earlier pull, as 'orders.type_id'")
        strange = {*step.for_each, *([step.once] if step.once else [])} - set(step.from_)
        if strange:
            raise RecipeError(f"{at}: {min(strange)!r} is not among the parameters of from")
        names.append(step.name)


def _done(file: Path) -> list[str]:
    try:
        return list(json.loads(file.read_bytes())["done"])
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError) as exc:
        raise RecipeError(f"{file} is damaged: remove it to run the recipe anew") from exc


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
