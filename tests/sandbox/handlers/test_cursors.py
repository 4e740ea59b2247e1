"""Listings without page numbers: cursors and ids."""

from tests.sandbox.conftest import CHIEF, NEWEST

SKINR = "/paragon-hub/skinr"


def walk(call, path, name, limit):
    """Return everything, with `before` from the newest page back to an empty one."""
    rows, after, before = [], None, None
    while True:
        page = call.get(path, params={"limit": limit} | ({"before": before} if before else {}))
        content = page.json()
        if not content[name]:
            return rows, after
        after = after or content["cursor"]["after"]
        rows = content[name] + rows
        before = content["cursor"]["before"]


def test_walking_back_with_cursors_finds_each_record_once(call):
    """Records are ordered by modification, the latest last."""
    rows, _ = walk(call.at(NEWEST), SKINR, "listings", 13)
    assert len({row["id"] for row in rows}) == len(rows) == 47
    modified = [row["last_modified"] for row in rows]
    assert modified == sorted(modified)
    assert {row["state"] for row in rows} > {"listed"}


def test_after_returns_only_changed_records(call, esi_sandbox):
    """After a turn-over, `after` returns the modified records and nothing else."""
    rows, after = walk(call.at(NEWEST), SKINR, "listings", 50)
    empty = call.get(SKINR, params={"after": after}).json()
    assert empty == {"listings": [], "cursor": {"after": after}}
    esi_sandbox.turn_over(SKINR)
    changed = call.get(SKINR, params={"after": after}).json()["listings"]
    assert 1 <= len(changed) <= 3
    assert {row["id"] for row in changed} <= {row["id"] for row in rows}


def test_page_before_the_oldest_record_has_no_cursor(call):
    """Clients must accept a page without `cursor`."""
    first = call.at(NEWEST).get(SKINR, params={"limit": 100}).json()
    page = call.get(SKINR, params={"before": first["cursor"]["before"]}).json()
    assert page == {"listings": []}


def test_invalid_cursor_parameters_are_400(call):
    """Refuse both directions at once, an unknown cursor and a limit out of bounds."""
    call.at(NEWEST)
    for params in ({"before": "a", "after": "b"}, {"before": "?"}, {"limit": 5}):
        assert call.get(SKINR, params=params).status_code == 400


def test_projects_are_active_ones_by_default(call):
    """`state=All` returns tombstones too."""
    call.at(NEWEST).as_character()
    path = "/corporations/98000001/projects"
    active = call.get(path, params={"limit": 100}).json()["projects"]
    everything = call.get(path, params={"limit": 100, "state": "All"}).json()["projects"]
    assert {row["state"] for row in active} == {"Active"}
    assert len(everything) > len(active)
    detail = call.get(f"{path}/{everything[0]['id']}").json()
    assert detail["name"] == everything[0]["name"]


def test_transactions_start_with_the_row_of_from_id(call):
    """Clients reach the end when that row is the only one."""
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


def test_mails_before_last_mail_id(call):
    """`last_mail_id` returns lower ids only, until none is left."""
    path = f"/characters/{CHIEF}/mail"
    call.as_character()
    rows = call.get(path).json()
    while page := call.get(path, params={"last_mail_id": rows[-1]["mail_id"]}).json():
        rows += page
    assert len({row["mail_id"] for row in rows}) == len(rows) == 130
    some = call.get(path, params={"labels": [4, 8]}).json()
    assert all(set(row["labels"]) & {4, 8} for row in some)


def test_events_after_from_event(call):
    """`from_event` returns the events after that one."""
    path = f"/characters/{CHIEF}/calendar"
    call.as_character()
    first = call.get(path).json()
    rest = call.get(path, params={"from_event": first[-1]["event_id"]}).json()
    assert (len(first), len(rest)) == (50, 20)
    assert not {row["event_id"] for row in first} & {row["event_id"] for row in rest}


def test_wars_below_max_war_id(call):
    """`max_war_id` returns smaller ids."""
    first = call.get("/wars").json()
    rest = call.get("/wars", params={"max_war_id": first[-1]}).json()
    assert len(first) == 2000
    assert len(rest) == 600
    assert max(rest) < min(first)
