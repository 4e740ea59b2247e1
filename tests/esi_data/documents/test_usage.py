"""Test which changes affect a source: operations, parameters and fields, by line."""

import json

import pytest

from esi.errors import ParameterError
from esi_data.documents.changes import Change
from esi_data.documents.usage import read_sources, used
from esi_data.errors import UnreadableSourceWarning

OLD, NEW = "get_characters_character_id", "GetCharactersCharacterId"
NAMES = {OLD, NEW, "get_status", "GetStatus"}
TAGS = {"Character", "Status"}


@pytest.fixture
def lines(tmp_path):
    """Return the affected lines of a source."""

    def lines(source, *changes):
        (tmp_path / "app.py").write_text(source, "utf-8")
        found = used(changes, read_sources(tmp_path, NAMES, TAGS))
        return [(each.line, each.change.breaks) for each in found]

    return lines


def change(kind, how, name="", *, breaks=True, before="", after=""):
    return Change(OLD, NEW, kind, how, name, before, after, breaks=breaks)


@pytest.mark.parametrize(
    "source",
    [
        f"esi.client.Character.{OLD}(character_id=1)",
        f"esi.client.Character.{NEW}(character_id=1)",
        f"tag = esi.client.Character\ntag.{OLD}()",
        f"esi.pull('{OLD}', character_id=[1])",
        f"ESIClientProvider(operations=['{NEW}'])",
        f"@app\ndef f():\n    return getattr(client.Character, '{OLD}')",
    ],
)
def test_operations_are_found_where_they_are_named(lines, source):
    """Old names, new ids, pulls and lists of operations all count."""
    assert lines(source, change("operation", "lost")) == [(source.count("\n") + 1, True)]


def test_methods_of_other_objects_are_not_operations(lines):
    """Short names count only as attributes of a tag."""
    lost = Change("get_status", "GetStatus", "operation", "lost", breaks=True)
    source = "self.get_status()\nclient.Status.get_status()\n"
    assert lines(source, lost) == [(2, True)]


@pytest.mark.parametrize(
    "source",
    [
        "tag = esi.client.Status\ntag.get_status()",
        "self.tag: Any = esi.client.Status\nself.tag.get_status()",
        "if (tag := esi.client.Status):\n    tag.get_status()",
        "(esi.client.Status\n    .get_status())",
    ],
)
def test_short_names_are_found_on_variables_of_a_tag(lines, source):
    """The line is that of the name, where a chain of attributes goes over several."""
    lost = Change("get_status", "GetStatus", "operation", "lost", breaks=True)
    assert lines(source, lost) == [(2, True)]


def test_a_moved_operation_breaks_its_new_id_only(lines):
    """Old names keep working while their tag stays."""
    source = f"client.Character.{OLD}()\nclient.Character.{NEW}()\n"
    moved = change("operation", "moved", before=f"Character.{NEW}", after="Character.GetDetail")
    assert lines(source, moved) == [(1, False), (2, True)]
    away = change("operation", "moved", before=f"Character.{NEW}", after=f"Person.{NEW}")
    assert lines(source, away) == [(1, True), (2, True)]


def test_a_lost_parameter_affects_the_calls_that_pass_it(lines):
    """Parameters of a pull count, too."""
    source = f"c.Character.{OLD}(a=1)\nc.Character.{OLD}(b=1)\nesi.pull('{OLD}', a=[1])\n"
    assert lines(source, change("parameter", "lost", "a")) == [(1, True), (3, True)]


def test_a_required_parameter_affects_the_calls_that_lack_it(lines):
    """Calls with `**values` are left out, since they may pass the parameter."""
    source = f"c.Character.{OLD}(a=1)\nc.Character.{OLD}()\nc.Character.{OLD}(**values)\n"
    assert lines(source, change("parameter", "added", "a")) == [(2, True)]


@pytest.mark.parametrize(
    ("source", "affected"),
    [
        (f"log.info('{OLD}')", []),
        (f"requests['{OLD}'] = dict(name='{OLD}')", []),
        (f"getattr(client.Character, '{OLD}')(a=1)", []),
        (f"getattr(client.Character, '{OLD}')()", [(1, True)]),
        (f"esi.operation('{OLD}')()", [(1, True)]),
        (f"esi.pull(operation='{OLD}')", [(1, True)]),
        (f"esi.pull_to('data', '{OLD}')", [(1, True)]),
        (f"esi.plan('{OLD}', a=[1])", []),
        (f"await esi.apull('{OLD}')", [(1, True)]),
    ],
)
def test_names_in_strings_lack_parameters_only_where_they_are_called(lines, source, affected):
    """Calls that merely mention an operation pass it no parameters."""
    assert lines(source, change("parameter", "added", "a")) == affected


@pytest.mark.parametrize(
    "source",
    [
        f"c.Character.{OLD}(a=1, **values)",
        f"getattr(c.Character, '{OLD}')(a=1)",
        f"esi.pull(operation='{OLD}', a=[1])",
    ],
)
def test_a_lost_parameter_is_found_in_every_form_of_a_call(lines, source):
    """Parameters beside `**values` count, and so do those of a name in a string."""
    assert lines(source, change("parameter", "lost", "a")) == [(1, True)]


def test_a_body_is_passed_under_either_name(lines):
    """Releases 8 to 10 call every body `body`."""
    source = f"c.Character.{OLD}(ids=[])\nc.Character.{NEW}(body=[])\nc.Character.{OLD}()\n"
    assert lines(source, change("body", "retyped", "ids")) == [(1, True), (2, True)]


def test_a_lost_field_affects_the_lines_that_mention_it(lines):
    """Attributes and strings count, in files that name the operation."""
    source = f"row = c.Character.{OLD}().result()\nrow['title']\nrow.title\nrow.get('name')\n"
    assert lines(source, change("field", "lost", "title")) == [(2, True), (3, True)]
    assert lines("row['title']", change("field", "lost", "title")) == []


def test_a_nested_field_is_found_under_its_name_in_rows_and_in_frames(lines):
    """Frames call it `position.x`."""
    source = f"c.Character.{OLD}()\nrow['position']['x']\nframe['position.x']\n"
    assert lines(source, change("field", "lost", "position.x")) == [(2, True), (3, True)]


def test_additions_affect_no_code(lines):
    """Existing code cannot use additions."""
    kinds = ("operation", "field", "parameter")
    added = [change(kind, "added", "a", breaks=False) for kind in kinds]
    assert lines(f"c.Character.{OLD}(a=1).a", *added) == []


def test_files_that_cannot_be_parsed_are_left_out(tmp_path):
    """Unreadable files are named in a warning; all others are read."""
    (tmp_path / "old.py").write_text("print 1", "utf-8")
    (tmp_path / "binary.py").write_bytes(b"\xff\x00")
    (tmp_path / "good.py").write_text(f"c.Character.{OLD}()", "utf-8")
    hidden = tmp_path / ".venv" / "x.py"
    hidden.parent.mkdir()
    hidden.write_text(f"c.Character.{OLD}()", "utf-8")
    with pytest.warns(UnreadableSourceWarning) as warned:
        found = used([change("operation", "lost")], read_sources(tmp_path, NAMES, TAGS))
    assert [each.file for each in found] == [str(tmp_path / "good.py")]
    assert sorted(str(each.message).split()[0] for each in warned) == [
        str(tmp_path / "binary.py"), str(tmp_path / "old.py")
    ]  # fmt: skip


def test_a_folder_that_does_not_exist_is_an_error(tmp_path):
    """Errors name the missing folder."""
    with pytest.raises(FileNotFoundError, match="missing"):
        read_sources(tmp_path / "missing", NAMES, TAGS)


def test_a_folder_without_code_is_an_error(tmp_path):
    """Otherwise a wrong folder would pass for code that nothing breaks."""
    (tmp_path / "notes.txt").write_text(OLD, "utf-8")
    with pytest.raises(ParameterError, match="no Python file or notebook that can be read"):
        read_sources(tmp_path, NAMES, TAGS)
    (tmp_path / "old.py").write_text("print 1", "utf-8")
    with (
        pytest.warns(UnreadableSourceWarning, match=r"invalid|Missing"),
        pytest.raises(ParameterError, match=r"old\.py"),
    ):
        read_sources(tmp_path / "old.py", NAMES, TAGS)


def notebook(*cells, kind="code"):
    return json.dumps({"cells": [{"cell_type": kind, "source": cell} for cell in cells]})


def test_cells_of_a_notebook_are_read_together(tmp_path):
    """An operation in one cell makes a field in the next one count; texts do not."""
    cells = [[f"esi.pull('{OLD}')\n", "1"], "frame['title']"]
    file = tmp_path / "orders.ipynb"
    file.write_text(notebook(*cells), "utf-8")
    (tmp_path / "text.ipynb").write_text(notebook(*cells, kind="markdown"), "utf-8")
    changes = [change("operation", "lost"), change("field", "lost", "title")]
    found = used(changes, read_sources(tmp_path, NAMES, TAGS))
    assert [(each.file, each.line) for each in found] == [
        (f"{file}:cell 1", 1), (f"{file}:cell 2", 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        (f"%load_ext esi_data\n!pip list\nfiles = !ls\nesi.pull('{OLD}')\nfiles?", [4]),
        (f"if True:\n    %matplotlib inline\n    esi.pull('{OLD}')", [3]),
        (f"%%time\nesi.pull('{OLD}')", [2]),
        (f"%%bash\nesi-data pull '{OLD}'", []),
        (f"frame = await esi.apull('{OLD}')", [1]),
    ],
)
def test_magics_of_a_notebook_are_skipped(tmp_path, cell, lines):
    """Lines keep their numbers."""
    (tmp_path / "orders.ipynb").write_text(notebook(cell), "utf-8")
    found = used([change("operation", "lost")], read_sources(tmp_path, NAMES, TAGS))
    assert [each.line for each in found] == lines


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"cells": [1]}', '{"cells": null}', "\xff"])
def test_a_file_that_is_no_notebook_is_left_out(tmp_path, text):
    """Damaged files are named in a warning, like source files that cannot be parsed."""
    (tmp_path / "bad.ipynb").write_text(text, "latin-1")
    (tmp_path / "good.py").write_text(f"c.Character.{OLD}()", "utf-8")
    with pytest.warns(UnreadableSourceWarning, match="bad.ipynb was left out"):
        assert len(read_sources(tmp_path, NAMES, TAGS)) == 1


def test_a_broken_cell_is_left_out_alone(tmp_path):
    """The other cells are read; the warning names the cell."""
    (tmp_path / "a.ipynb").write_text(notebook("def (", f"esi.pull('{OLD}')"), "utf-8")
    with pytest.warns(UnreadableSourceWarning, match=r"a\.ipynb:cell 1 was left out.*line 1"):
        sources = read_sources(tmp_path, NAMES, TAGS)
    assert [each.line for each in used([change("operation", "lost")], sources)] == [1]


def test_warnings_about_the_source_itself_are_not_shown(tmp_path, recwarn):
    """Python warns of escapes such as `\\d` when it parses them."""
    (tmp_path / "a.py").write_text(f"x = '\\d'\nc.Character.{OLD}()", "utf-8")
    read_sources(tmp_path, NAMES, TAGS)
    assert not recwarn
