"""Test the house rules: small folders, names with one meaning, docstrings that open with a verb."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import esi
import esi.sandbox
import esi_data

ROOT = Path(__file__).parent.parent
MOST_MODULES = 15
MOST_RIDDLES = 0.10  # of all docstrings
NOT_VERBS = re.compile(
    r"(a|an|the|what|whether|how|where|who|whose|whom|which|why|when|whoever|whatever)\b",
    re.IGNORECASE,
)
DJANGO_NAMES_THEM = {"Command"}
# The public class of the 5.x line is a subclass of the engine's.
SAME_ON_PURPOSE = {"RequestsClientPlus"}


def modules(*folders):
    """Return the source files below folders, except Django's migrations."""
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def shown(path):
    return path.relative_to(ROOT).as_posix()


def test_no_folder_holds_more_than_15_modules():
    """A folder is read in one look; `esi` itself is apart, since its modules are public names."""
    counted = defaultdict(int)
    for path in modules("esi", "esi_data", "tests"):
        if path.name != "__init__.py" and path.parent != ROOT / "esi":
            counted[shown(path.parent)] += 1
    assert {folder: n for folder, n in counted.items() if n > MOST_MODULES} == {}


def test_every_folder_opens_with_its_question():
    """The docstring of a package is the question that its modules answer."""
    packages = [
        path
        for path in modules("esi/core", "esi_data", "esi/sandbox")
        if path.name == "__init__.py" and len(path.relative_to(ROOT).parts) > 2
    ]
    assert len(packages) > 20
    public = {"esi/core/__init__.py", "esi/sandbox/__init__.py"}
    silent = [
        shown(path)
        for path in packages
        if shown(path) not in public
        and not (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n")[0]
        .endswith("?")
    ]  # fmt: skip
    assert silent == []


def test_no_two_public_classes_share_a_name():
    """One name means one thing, wherever it is read."""
    found = defaultdict(list)
    for path in modules("esi", "esi_data"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(shown(path))
    allowed = DJANGO_NAMES_THEM | SAME_ON_PURPOSE
    shared = {name: places for name, places in found.items() if len(places) > 1}
    assert {name: places for name, places in shared.items() if name not in allowed} == {}


def test_every_module_is_in_the_table_of_rooms():
    """CONTRIBUTING says which question each module answers."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = {
        (folder + name if "/" not in name else name)
        for row in text.splitlines()
        if row.startswith("|")
        for folder in re.findall(r"`((?:esi|esi_data)/[\w/]*?)[\w.]*`", row)[:1] or [""]
        for name in re.findall(r"`([\w/]+\.py)`", row)
    }
    missing = [
        shown(path)
        for path in modules("esi", "esi_data")
        if path.name not in {"__init__.py", "__main__.py"} and shown(path) not in named
    ]
    assert missing == []


def test_docstrings_open_with_a_verb_or_a_noun():
    """At most one in ten opens with an article or a question word."""
    opening = [
        text
        for path in modules("esi", "esi_data")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not (isinstance(node, ast.Module) and path.name == "__init__.py")
        if (text := ast.get_docstring(node))
    ]
    riddles = [text.split("\n")[0] for text in opening if NOT_VERBS.match(text)]
    assert len(riddles) <= MOST_RIDDLES * len(opening), riddles


def test_the_public_names_of_esi_data():
    """`from esi_data import ...` offers these names; the rest of the package is private."""
    assert set(esi_data.__all__) == {
        "Esi", "aframe", "aframe_localized", "concat", "frame", "frame_localized",
        "killmail_tables", "order_book", "read", "to_parquet",
    }  # fmt: skip
    assert all(getattr(esi_data, name) for name in esi_data.__all__)


def test_the_public_names_of_the_sandbox():
    """Tests of other projects use these names."""
    assert {"Sandbox", "Faults", "ManualClock"} <= set(esi.sandbox.__all__)
    assert all(getattr(esi.sandbox, name) for name in esi.sandbox.__all__)
