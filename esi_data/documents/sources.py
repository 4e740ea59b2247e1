"""Read the syntax trees of a folder's Python files and notebooks."""

from __future__ import annotations

import ast
import json
import re
import tokenize
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esi.core.warn import warn
from esi.errors import ParameterError
from esi_data.errors import UnreadableSourceWarning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SKIPPED = {"site-packages", "node_modules", "__pycache__"}
_SUFFIXES = {".py", ".ipynb"}
# IPython's own syntax: `%magic`, `!command`, `files = !ls`, `name?`.
_IPYTHON_LINE = re.compile(r"^(\s*)(?:[\w, ]+=\s*)?(?:[%!].*|\?.*|.*\?)\s*$", re.MULTILINE)
_CELL_MAGIC = re.compile(r"\s*%%(\w*).*\n?")
_PYTHON_CELLS = {"time", "timeit", "capture", "prun", "python", "python3", "memit", "mprun"}


@dataclass(frozen=True)
class SourceTree:
    """Syntax tree of a Python file or of a notebook's cell.

    Attributes:
        place: path of the file; `orders.ipynb:cell 3` for the third cell of a notebook.
    """

    place: str
    tree: ast.Module


def read_trees(folder: Path) -> list[list[SourceTree]]:
    """Read the Python files and notebooks of a folder, or one file; return the trees of each.

    Warn of files and cells that cannot be parsed, and leave them out.

    Raises:
        FileNotFoundError: the folder does not exist.
        ParameterError: it contains no code that can be read.
    """
    if not folder.exists():
        raise FileNotFoundError(2, "There is no such folder", str(folder))
    files = [trees for path in _paths(folder) if (trees := list(_trees(path)))]
    if not files:
        raise ParameterError(
            f"{str(folder)!r} contains no Python file or notebook that can be read: name the "
            "folder of your code.",
            operation="dates",
        )
    return files


def _paths(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        skipped = any(part.startswith(".") or part in _SKIPPED for part in parts)
        if path.suffix in _SUFFIXES and path.is_file() and not skipped:
            yield path


def _trees(path: Path) -> Iterator[SourceTree]:
    try:
        if path.suffix == ".ipynb":
            cells = _code_cells(json.loads(path.read_text("utf-8")))
        else:
            with tokenize.open(path) as file:
                cells = {"": file.read()}
    except (SyntaxError, ValueError, RecursionError, LookupError, TypeError, OSError) as exc:
        _leave_out(path, exc)
        return
    for cell, text in cells.items():
        place = f"{path}{cell}"
        try:
            tree = _parsed(_without_magics(text) if cell else text)
        except (SyntaxError, ValueError, RecursionError) as exc:
            _leave_out(place, exc)
        else:
            yield SourceTree(place, tree)


def _leave_out(place: str | Path, exc: Exception) -> None:
    why = f"{exc.msg}, line {exc.lineno}" if isinstance(exc, SyntaxError) and exc.lineno else exc
    warn(f"{place} was left out: it cannot be read ({why}).", UnreadableSourceWarning)


def _code_cells(notebook: Any) -> dict[str, str]:
    """Return the code of a notebook (nbformat 4) by cell, counted from 1."""
    return {
        f":cell {number}": "".join(cell["source"])
        for number, cell in enumerate(notebook["cells"], 1)
        if cell["cell_type"] == "code"
    }


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():  # of the user's code, about escapes in strings and the like
        warnings.simplefilter("ignore")
        return ast.parse(text)


def _without_magics(cell: str) -> str:
    """Return a cell with `pass` in place of IPython's own syntax; empty if it is not Python."""
    if magic := _CELL_MAGIC.match(cell):
        lines = magic[0].count("\n")
        return "\n" * lines + cell[magic.end() :] if magic[1] in _PYTHON_CELLS else ""
    try:
        _parsed(cell)
    except SyntaxError:
        return _IPYTHON_LINE.sub(r"\1pass", cell)
    return cell
