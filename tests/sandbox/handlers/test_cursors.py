"""Listings that are walked without page numbers: cursors and ids."""

from tests.sandbox.conftest import CHIEF, NEWEST

SKINR = "/paragon-hub/skinr"


def walk(call, path, name, limit):
    """Everything, by `before` from the newest page on until an empty list."""
    rows, after, before = [], None, None
    while True:
        page = call.get(path, params={"limit": limit} | ({"before": before} if before else {}))
        content = page.json()
        if not content[name]:
            return rows, after
        after = after or content["cursor"]["after"]
        rows = content[name] + rows
        before = content["cursor"]["before"]


def test_a_cursor_walk_finds_everything_once(call):
    """Walking back from the newest page gives each record once, least recently modified first."""
    rows, _ = walk(call.at(NEWEST), SKINR, "listings", 13)
    assert len({row["id"] for row in rows}) == len(rows) == 47
    modified = [row["last_modified"] for row in rows]
    assert modified == sorted(modified)
    assert {row["state"] for row in rows} > {"listed"}


def test_what_changed_comes_after_the_cursor(call, esi_sandbox):
    """After a turn-over, `after` brings the records that were modified, and nothing else."""
    rows, after = walk(call.at(NEWEST), SKINR, "listings", 50)
    empty = call.get(SKINR, params={"after": after}).json()
    assert empty == {"listings": [], "cursor": {"after": after}}
    esi_sandbox.turn_over(SKINR)
    changed = call.get(SKINR, params={"after": after}).json()["listings"]
    assert 1 <= len(changed) <= 3
    assert {row["id"] for row in changed} <= {row["id"] for row in rows}


def test_an_empty_page_at_the_old_end_has_no_cursor(call):
    """Clients have to bear a page without `cursor`."""
    first = call.at(NEWEST).get(SKINR, params={"limit": 100}).json()
    page = call.get(SKINR, params={"before": first["cursor"]["before"]}).json()
    assert page == {"listings": []}


def test_cursor_parameters_are_checked(call):
    """Both directions at once, a foreign token and a limit out of bounds are refused."""
    call.at(NEWEST)
    for params in ({"before": "a", "after": "b"}, {"before": "?"}, {"limit": 5}):
        assert call.get(SKINR, params=params).status_code == 400


def test_projects_show_the_active_ones_by_default(call):
    """`state=All` brings tombstones too."""
    call.at(NEWEST).as_character()
    path = "/corporations/98000001/projects"
    active = call.get(path, params={"limit": 100}).json()["projects"]
    everything = call.get(path, params={"limit": 100, "state": "All"}).json()["projects"]
    assert {row["state"] for row in active} == {"Active"}
    assert len(everything) > len(active)
    detail = call.get(f"{path}/{everything[0]['id']}").json()
    assert detail["name"] == everything[0]["name"]


def test_transactions_repeat_the_row_they_start_from(call):
    """The walk ends when the row asked for comes back alone."""
    path = f"/characters/{CHIEF}/wallet/transactions"
    call.as_character()
    rows = call.get(path).json()
    while True:
        page = call.get(path, params={"from_id": rows[-1]["transaction_id"]}).json()
        assert page[0] == rows[-1]
        if len(page) == 1:
            break
        rows += page[1:]
    ids = [row["transaction_id"] for row in rows]
    assert ids == sorted(set(ids), reverse=True)
    assert len(ids) == 120


def test_mails_before_the_last_one_seen(call):
    """`last_mail_id` brings lower ids only, until none is left."""
    path = f"/characters/{CHIEF}/mail"
    call.as_character()
    rows = call.get(path).json()
    while page := call.get(path, params={"last_mail_id": rows[-1]["mail_id"]}).json():
        rows += page
    assert len({row["mail_id"] for row in rows}) == len(rows) == 130
    some = call.get(path, params={"labels": [4, 8]}).json()
    assert all(set(row["labels"]) & {4, 8} for row in some)


def test_events_after_the_last_one_seen(call):
    """`from_event` goes on after that event."""
    path = f"/characters/{CHIEF}/calendar"
    call.as_character()
    first = call.get(path).json()
    rest = call.get(path, params={"from_event": first[-1]["event_id"]}).json()
    assert (len(first), len(rest)) == (50, 20)
    assert not {row["event_id"] for row in first} & {row["event_id"] for row in rest}


def test_wars_below_the_highest_id(call):
    """`max_war_id` brings smaller ids."""
    first = call.get("/wars").json()
    rest = call.get("/wars", params={"max_war_id": first[-1]}).json()
    assert len(first) == 2000
    assert len(rest) == 600
    assert max(rest) < min(first)
