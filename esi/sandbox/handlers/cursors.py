"""Answers of listings that are walked with cursors, and of what they list.

No parameter gives the newest page; records are ordered by their last modification, newest last.
"""

import base64
from collections.abc import Callable, Sequence

from esi.sandbox.handlers.registry import AskedRequest, Refusal, answers
from esi.sandbox.world import corporations, trade
from esi.sandbox.world.trade import Row, number_of
from esi.sandbox.world.world import World


def touched(world: World, path: str, count: int, generation: int) -> list[tuple[int, int, int]]:
    """Sequence, number and revision of each record, least recently modified first.

    Each turn-over modifies three records, which thereby move to the end.
    """
    records = {number: (number, 0) for number in range(count)}
    for turn in range(1, generation + 1):
        dice = world.dice("touched", path, turn)
        for step in range(3):
            records[dice.below(count)] = (count + 3 * turn + step, turn)
    return sorted((sequence, n, revision) for n, (sequence, revision) in records.items())


def token(sequence: int) -> str:
    """An opaque cursor."""
    return base64.urlsafe_b64encode(f"s:{sequence:08d}".encode()).decode()


def sequence_of(text: str, where: str) -> int:
    """The place that a cursor means; 400 for one that is not ours."""
    try:
        return int(base64.urlsafe_b64decode(text.encode()).decode().removeprefix("s:"))
    except ValueError as exc:
        problem = {"location": f"query.{where}", "message": "invalid cursor", "value": text}
        raise Refusal(400, "validation failed", [problem]) from exc


def cursor_page(
    ask: AskedRequest, name: str, records: Sequence[tuple[int, int, int]], make: Callable[..., Row]
) -> Row:
    """A page of a cursor listing: the newest records, or those before or after a cursor."""
    before, after, limit = (ask.query.get(key) for key in ("before", "after", "limit"))
    limit = limit or 10
    if before is not None and after is not None:
        raise Refusal(400, "before and after exclude each other")
    if before is not None:
        place = sequence_of(before, "before")
        page = [record for record in records if record[0] < place][-limit:]
    elif after is not None:
        place = sequence_of(after, "after")
        page = [record for record in records if record[0] > place][:limit]
    else:
        page = list(records)[-limit:]
    content: Row = {name: [make(number, sequence, rev) for sequence, number, rev in page]}
    if page:
        content["cursor"] = {"before": token(page[0][0]), "after": token(page[-1][0])}
    elif after is not None:
        content["cursor"] = {"after": after}
    # Nothing before the oldest record: no cursor at all, which clients have to bear.
    return content


@answers("get /paragon-hub/skinr")
def _listings(ask: AskedRequest) -> Row:
    records = touched(ask.world, "skinr", 47, ask.generation)
    return cursor_page(
        ask, "listings", records, lambda n, s, rev: trade.listing(ask.world, n, s, rev)
    )


@answers("get /corporations/{corporation_id}/projects")
def _projects(ask: AskedRequest) -> Row:
    corporation_id = ask.args["corporation_id"]
    records = touched(
        ask.world, f"projects/{corporation_id}", corporations.PROJECTS, ask.generation
    )

    def make(number: int, sequence: int, revision: int) -> Row:
        return corporations.project(ask.world, corporation_id, number, sequence, revision)

    if ask.query.get("state", "Active") != "All":
        records = [r for r in records if make(r[1], r[0], r[2])["state"] == "Active"]
    return cursor_page(ask, "projects", records, make)


@answers("get /corporations/{corporation_id}/projects/{project_id}")
def _project(ask: AskedRequest) -> Row:
    corporation_id = ask.args["corporation_id"]
    for number in range(corporations.PROJECTS):
        row = corporations.project_detail(ask.world, corporation_id, number)
        if row["id"] == ask.args["project_id"]:
            return row
    raise Refusal(404, "Project not found")


@answers("get /corporations/{corporation_id}/structures/sovereignty-hubs")
def _hubs(ask: AskedRequest) -> Row:
    rows = [
        corporations.hub(ask.world, ask.args["corporation_id"], n) for n in range(corporations.HUBS)
    ]
    fields = ("id", "solar_system_id")
    return {"sovereignty_hubs": [{name: row[name] for name in fields} for row in rows]}


@answers("get /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}")
def _hub(ask: AskedRequest) -> Row:
    corporation_id = ask.args["corporation_id"]
    number = ask.args["sovereignty_hub_id"] - corporations.hub_id(corporation_id, 0)
    if not 0 <= number < corporations.HUBS:
        raise Refusal(404, "Sovereignty Hub not found")
    return corporations.hub(ask.world, corporation_id, number)


@answers("get /corporations/{corporation_id}/wallets")
def _wallets(ask: AskedRequest) -> list[Row]:
    dice = ask.world.dice("wallets", ask.args["corporation_id"], ask.generation)
    return [{"balance": number_of(dice.below(10**12) / 100), "division": n} for n in range(1, 8)]
