"""Run recipes: several bulk pulls in one TOML file, which resume as a whole.

docs/guides/bulk.md describes the keys of a recipe.
"""

from __future__ import annotations

import json
import re
import tomllib
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from esi.core.error_text import closest
from esi.core.folders import expanded
from esi.errors import ParameterError, UnknownOperationError
from esi_data.datasets.folder import Folder
from esi_data.datasets.partitioning import digest
from esi_data.datasets.pull_plan import plan_pull
from esi_data.datasets.read import frame_of_files, read
from esi_data.errors import DatasetError, RecipeError
from esi_data.operation import schema_of
from esi_data.pulls.characters import resolve_character
from esi_data.sde.selection import with_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from esi.core.client.client import CallableOperation
    from esi_data import progress
    from esi_data.datasets.writer import Pulled
    from esi_data.protocols import EsiLike

_STATE = "_recipe-{}.json"
_LOCK = "_recipe-{}.lock"
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SUFFIX = ".toml"
_READY = resources.files("esi_data").joinpath("ready")
# Valid as a folder's name on every system: no path, nothing hidden, none of Windows' devices.
_NAME = re.compile(r"(?i)(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z))[^\W_](?:[\w .-]{0,98}[\w-])?")


class PullStep(msgspec.Struct, rename={"from_": "from"}):
    """One `[[pull]]` of a recipe."""

    name: str
    operation: str
    parameters: dict[str, Any] = {}
    every: str | None = None
    mode: str | None = None
    key: list[str] | None = None
    folders: list[str] | None = None
    on_error: str = "raise"
    from_: dict[str, str] = {}
    where: dict[str, list[Any]] = {}
    for_each: list[str] = []
    once: str | None = None

    @property
    def seconds(self) -> int | None:
        """Seconds after which running it again is worthwhile."""
        return _SECONDS[self.every[-1]] * int(self.every[:-1]) if self.every else None


class Recipe(msgspec.Struct):
    """Recipe with its pulls; `name` is the name of its file."""

    title: str
    pull: list[PullStep]
    name: str = ""

    @property
    def seconds(self) -> int | None:
        """Shortest interval of its pulls, in seconds."""
        return min((step.seconds for step in self.pull if step.seconds), default=None)

    @property
    def every(self) -> str | None:
        """Shortest interval of its pulls, as its file has it: `5m`."""
        return next((step.every for step in self.pull if step.seconds == self.seconds), None)


def ready() -> list[Recipe]:
    """Return the recipes of this package."""
    return [load(name) for name in _ready_names()]


def _ready_names() -> list[str]:
    names = (file.name for file in _READY.iterdir())
    return sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX))


def source(name: str) -> str:
    """Return the text of a recipe of this package, or of a file."""
    if name in _ready_names() and not Path(name).is_file():
        return _READY.joinpath(name + _SUFFIX).read_text(encoding="utf-8")
    if not (name.endswith(_SUFFIX) or "/" in name or Path(name).is_file()):
        raise RecipeError(
            f"There is no recipe {name!r}. Choose {', '.join(_ready_names())}, or a {_SUFFIX} file."
        )
    try:
        return expanded(name).read_text(encoding="utf-8")
    except OSError as exc:
        raise RecipeError(f"{name} cannot be read: {exc.strerror}") from exc
    except ValueError as exc:
        raise RecipeError(f"{name!r} is not UTF-8 text, so it is not a recipe") from exc


def load(name: str) -> Recipe:
    """Read and check a recipe."""
    try:
        found = tomllib.loads(source(name))
        _check_keys(name, found)
        recipe = msgspec.convert(found, Recipe)
    except DatasetError:
        raise
    except (ValueError, RecursionError) as exc:  # of TOML, of msgspec, of a number's length
        raise RecipeError(f"Recipe {name}: {str(exc).replace(' - at `$.', ' - at `')}") from exc
    recipe.name = Path(name).name.removesuffix(_SUFFIX)
    _check(recipe)
    return recipe


def _check_keys(name: str, found: dict[str, Any]) -> None:
    """Reject unknown keys, and suggest similar ones."""
    steps = found.get("pull")
    if not isinstance(steps, list) or not steps or not all(isinstance(s, dict) for s in steps):
        raise RecipeError(f"Recipe {name}: it has no pull; each starts with a line [[pull]]")
    tables = {f", pull {step.get('name', n)!r}": step for n, step in enumerate(steps, 1)}
    for place, table in {"": found, **tables}.items():
        known = PullStep.__struct_encode_fields__ if place else ("title", "pull")
        for key in set(table) - set(known):
            raise RecipeError(
                f"Recipe {name}{place}: there is no key {key!r}.{closest(key, known)} Keys: "
                f"{', '.join(known)}."
            )


def _check(recipe: Recipe) -> None:
    """Check names, intervals and references."""
    names: list[str] = []
    for step in recipe.pull:
        at = f"Recipe {recipe.name}, pull {step.name!r}"
        if step.name.casefold() in map(str.casefold, names) or not _NAME.fullmatch(step.name):
            raise RecipeError(f"{at}: a name must be unique and valid as a folder name")
        if step.every is not None and not re.fullmatch(r"[1-9][0-9]{0,5}[smhd]", step.every):
            raise RecipeError(
                f"{at}: every = {step.every!r} is not an interval such as 30s, 5m, 1h or 1d"
            )
        sources = {source.partition(".")[0] for source in step.from_.values()}
        if sources - set(names) or len(sources) > 1:
            raise RecipeError(
                f"{at}: from needs columns of one earlier pull, such as 'orders.type_id'"
            )
        strange = {*step.for_each, *([step.once] if step.once else [])} - set(step.from_)
        if strange:
            raise RecipeError(f"{at}: {min(strange)!r} is not a parameter in from")
        names.append(step.name)


def run(
    esi: EsiLike,
    recipe: Recipe,
    into: Path,
    on_step: Callable[[PullStep, progress.Step], object] | None = None,
    scheduler: Any = None,
) -> Iterator[Pulled]:
    """Run the pulls of a recipe in order, and yield the result of each.

    An interrupted run resumes: its finished pulls are not repeated.

    `on_step` is called with the pull and its progress after each part; None shows a progress
    bar on a terminal.
    """
    steps = [_checked(esi, recipe, step) for step in recipe.pull]
    home = Folder(expanded(into))
    with home.locked(_LOCK.format(recipe.name), f"Another run of {recipe.name}"):
        state = _STATE.format(recipe.name)
        done = _done(home, state)
        for step in steps:
            for params in _parameters(step, home.path):
                name = digest([step.name, msgspec.to_builtins(step), params])
                if name in done:
                    continue
                try:
                    pulled = esi.pull_to(
                        home.path / step.name,
                        step.operation,
                        mode=step.mode,
                        key=step.key,
                        folders=step.folders,
                        on_error=step.on_error,
                        progress=partial(on_step, step) if on_step else None,
                        scheduler=scheduler,
                        **params,
                    )
                except Exception as exc:
                    exc.add_note(f"This was pull {step.name!r} of recipe {recipe.name}.")
                    raise
                done.append(name)
                home.write(state, json.dumps({"done": done}).encode())
                yield pulled
        home.file(state).unlink(missing_ok=True)


def _checked(esi: EsiLike, recipe: Recipe, step: PullStep) -> PullStep:
    """Return a pull with the ids that it selects from static data.

    Raises:
        RecipeError: the API's document does not allow its arguments.
    """
    try:
        operation = esi.operation(step.operation)
        params = with_ids(lambda: esi.sde, operation, step.parameters)
        found = msgspec.structs.replace(step, parameters=params)
        _check_call(esi, operation, found)
    except (ParameterError, UnknownOperationError, ValueError) as exc:
        raise RecipeError(f"Recipe {recipe.name}, pull {step.name!r}: {exc}") from exc
    return found


def _check_call(esi: EsiLike, operation: CallableOperation, step: PullStep) -> None:
    """Check a pull's arguments against the API's document."""
    target, params = resolve_character(operation, esi.logins, dict(step.parameters))
    plan_pull(
        target,
        params | {name: [_example(target.params.get(name))] for name in step.from_},
        mode=step.mode,
        key=step.key,
        folders=step.folders,
        on_error=step.on_error,
    )


def _example(param: Any) -> Any:
    """Return a value for a parameter whose values an earlier pull will find."""
    schema = schema_of(param) if param else {}
    schema = schema.get("items", schema)
    examples = {"integer": 1, "number": 1.0, "boolean": True}
    return schema["enum"][0] if schema.get("enum") else examples.get(schema.get("type"), "x")


def _parameters(step: PullStep, into: Path) -> Iterator[dict[str, Any]]:
    """Yield the parameters of each pull of a step, from the datasets of earlier steps."""
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
                f"Pull {step.name!r}: {earlier} has no column {name!r}.{closest(name, has)} "
                f"Columns: {', '.join(has)}."
            )
    for name, values in step.where.items():
        rows = rows[rows[name].isin(values)]
    groups = [rows]
    if step.for_each:
        by = [columns[name] for name in step.for_each]
        groups = [group for _, group in rows.groupby(by, sort=True, observed=True)]
    for group in groups:
        values_of = {name: _distinct(group[column]) for name, column in columns.items()}
        if step.once:
            known = _known(Folder(into / step.name), step.once)
            values_of[step.once] = [v for v in values_of[step.once] if v not in known]
        if all(values_of.values()):
            yield {**step.parameters, **values_of}


def _distinct(column: pd.Series[Any]) -> list[Any]:
    values: list[Any] = sorted(column.dropna().unique().tolist())
    return values


def _known(folder: Folder, parameter: str) -> set[Any]:
    """Return the values of a parameter for which the last finished pull left rows.

    Rows of an interrupted pull do not count, so that the next one makes the same calls and resumes.
    """
    manifest = folder.read_manifest()
    if manifest is None or manifest.latest is None:
        return set()
    parts = [part for part in manifest.latest.parts.values() if part.files]
    frames = (frame_of_files(folder, manifest, part) for part in parts)
    return {value for frame in frames for value in frame[parameter].tolist()}


class _State(msgspec.Struct):
    done: list[str]


def _done(home: Folder, name: str) -> list[str]:
    """Return the digests of the pulls that an interrupted run finished."""
    try:
        return home.read_json(name, _State, "remove it to restart the recipe").done
    except FileNotFoundError:
        return []
