"""Test which changes affect a source: operations, parameters and fields, by line."""

import pytest

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


def test_a_body_is_passed_under_either_name(lines):
    """Releases 8 to 10 call every body `body`."""
    source = f"c.Character.{OLD}(ids=[])\nc.Character.{NEW}(body=[])\nc.Character.{OLD}()\n"
    assert lines(source, change("body", "retyped", "ids")) == [(1, True), (2, True)]


def test_a_lost_field_affects_the_lines_that_mention_it(lines):
    """Attributes and strings count, in files that name the operation."""
    source = f"row = c.Character.{OLD}().result()\nrow['title']\nrow.title\nrow.get('name')\n"
    assert lines(source, change("field", "lost", "title")) == [(2, True), (3, True)]
    assert lines("row['title']", change("field", "lost", "title")) == []


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
