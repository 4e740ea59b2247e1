"""Handlers of listings with cursors, and of the records they list.

Without a cursor they return the newest page. Records are ordered by their last modification, newest
last.
"""

import base64
from collections.abc import Callable, Sequence

from esi.sandbox.handlers.registry import HandlerRequest, Refusal, handles
from esi.sandbox.world import corporations, trade
from esi.sandbox.world.trade import Row
from esi.sandbox.world.world import World


def changes(world: World, path: str, count: int, generation: int) -> list[tuple[int, int, int]]:
    """Return sequence, number and revision of each record, least recently modified first.

    Each turn-over modifies three records, which moves them to the end.
    """
    records = {number: (number, 0) for number in range(count)}
    for turn in range(1, generation + 1):
        rng = world.rng("touched", path, turn)
        for step in range(3):
            records[rng.below(count)] = (count + 3 * turn + step, turn)
    return sorted((sequence, n, revision) for n, (sequence, revision) in records.items())


def token(sequence: int) -> str:
    """Return an opaque cursor."""
    return base64.urlsafe_b64encode(f"s:{sequence:08d}".encode()).decode()


def sequence_of(text: str, where: str) -> int:
    """Return the sequence number of a cursor; refuse one that is not ours."""
    try:
        return int(base64.urlsafe_b64decode(text.encode()).decode().removeprefix("s:"))
    except ValueError as exc:
        problem = {"location": f"query.{where}", "message": "invalid cursor", "value": text}
        raise Refusal(400, "validation failed", [problem]) from exc


def cursor_page(
    request: HandlerRequest,
    name: str,
    records: Sequence[tuple[int, int, int]],
    make: Callable[..., Row],
) -> Row:
    """Return a page of a cursor listing: the newest records, or those before or after a cursor."""
    before, after, limit = (request.query.get(key) for key in ("before", "after", "limit"))
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
    # An empty page before the oldest record has no cursor, as in the real API.
    return content


@handles("get /paragon-hub/skinr")
def _listings(request: HandlerRequest) -> Row:
    records = changes(request.world, "skinr", 47, request.generation)
    return cursor_page(
        request, "listings", records, lambda n, s, rev: trade.listing(request.world, n, s, rev)
    )


@handles("get /corporations/{corporation_id}/projects")
def _projects(request: HandlerRequest) -> Row:
    corporation_id = request.args["corporation_id"]
    records = changes(
        request.world, f"projects/{corporation_id}", corporations.PROJECTS, request.generation
    )

    def make(number: int, sequence: int, revision: int) -> Row:
        return corporations.project(request.world, corporation_id, number, sequence, revision)

    if request.query.get("state", "Active") != "All":
        records = [r for r in records if make(r[1], r[0], r[2])["state"] == "Active"]
    return cursor_page(request, "projects", records, make)


@handles("get /corporations/{corporation_id}/projects/{project_id}")
def _project(request: HandlerRequest) -> Row:
    corporation_id = request.args["corporation_id"]
    for number in range(corporations.PROJECTS):
        row = corporations.project_detail(request.world, corporation_id, number)
        if row["id"] == request.args["project_id"]:
            return row
    raise Refusal(404, "Project not found")


@handles("get /corporations/{corporation_id}/structures/sovereignty-hubs")
def _hubs(request: HandlerRequest) -> Row:
    rows = [
        corporations.hub(request.world, request.args["corporation_id"], n)
        for n in range(corporations.HUBS)
    ]
    fields = ("id", "solar_system_id")
    return {"sovereignty_hubs": [{name: row[name] for name in fields} for row in rows]}


@handles("get /corporations/{corporation_id}/structures/sovereignty-hubs/{sovereignty_hub_id}")
def _hub(request: HandlerRequest) -> Row:
    corporation_id = request.args["corporation_id"]
    number = request.args["sovereignty_hub_id"] - corporations.hub_id(corporation_id, 0)
    if not 0 <= number < corporations.HUBS:
        raise Refusal(404, "Sovereignty Hub not found")
    return corporations.hub(request.world, corporation_id, number)
