"""Test the sandbox's static data: documented paths, ETags, ranges, and the world of its API."""

import io
import json
import zipfile
from itertools import pairwise

import pytest
import requests

SITE = "/static-data/tranquility"
ARCHIVE = f"{SITE}/eve-online-static-data-3000001-jsonl.zip"


@pytest.fixture
def get(esi_sandbox):
    """Send a GET to the sandbox; redirects are not followed."""
    with requests.Session() as session:
        yield lambda path, **headers: session.get(
            esi_sandbox.url + path,
            headers={name.replace("_", "-"): text for name, text in headers.items()},
            allow_redirects=False,
        )


def records(archive, name):
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        return [json.loads(line) for line in file.read(f"{name}.jsonl").splitlines()]


def test_the_latest_build_is_named(get, esi_sandbox):
    """Record `sde` names the build set by the switch."""
    for build in esi_sandbox.static_data.builds:
        esi_sandbox.static_data.build = build
        (record,) = map(json.loads, get(f"{SITE}/latest.jsonl").text.splitlines())
        assert (record["_key"], record["buildNumber"]) == ("sde", build)


def test_latest_leads_to_the_archive_of_the_latest_build(get):
    """Short addresses redirect to the archive."""
    response = get("/static-data/eve-online-static-data-latest-jsonl.zip")
    assert (response.status_code, response.headers["Location"]) == (302, ARCHIVE)


def test_changes_of_a_build_name_its_predecessor(get):
    """First builds name no earlier one."""
    meta = [json.loads(get(f"{SITE}/changes/{build}.jsonl").text) for build in (3000001, 3000002)]
    assert [each["lastBuildNumber"] for each in meta] == [None, 3000001]
    assert get(f"{SITE}/schema-changelog.yaml").status_code == 200


@pytest.mark.parametrize("path", ["other", "tranquility/changes/1.jsonl",
                                  "tranquility/eve-online-static-data-1-jsonl.zip"])  # fmt: skip
def test_unpublished_files_are_not_found(get, path):
    """Unknown paths give 404, which does not count as an error of the API."""
    response = get(f"/static-data/{path}")
    assert response.status_code == 404
    assert "X-Esi-Error-Limit-Remain" not in response.headers


def test_an_etag_saves_the_body(get):
    """Responses are 304 until the content changes."""
    etag = get(ARCHIVE).headers["ETag"]
    response = get(ARCHIVE, If_None_Match=etag)
    assert (response.status_code, response.content) == (304, b"")
    assert get(ARCHIVE, If_None_Match='"other"').status_code == 200


def test_ranges_are_parts_of_the_whole(get):
    """Open and closed ranges are served; ranges beyond the end give 416."""
    whole = get(ARCHIVE).content
    rest, part = get(ARCHIVE, Range="bytes=1000-"), get(ARCHIVE, Range="bytes=5-9")
    assert (rest.status_code, part.status_code) == (206, 206)
    assert whole[:1000] + rest.content == whole
    assert part.content == whole[5:10]
    assert part.headers["Content-Range"] == f"bytes 5-9/{len(whole)}"
    assert get(ARCHIVE, Range=f"bytes={len(whole)}-").status_code == 416


def test_a_range_of_another_file_is_the_whole(get):
    """`If-Range` with another ETag gives the whole file."""
    etag = get(ARCHIVE).headers["ETag"]
    assert get(ARCHIVE, Range="bytes=9-", If_Range=etag).status_code == 206
    assert get(ARCHIVE, Range="bytes=9-", If_Range='"other"').status_code == 200


def test_ranges_and_etags_can_be_switched_off(get, esi_sandbox):
    """Switches are reset for the next test."""
    esi_sandbox.static_data.ranges = esi_sandbox.static_data.etags = False
    response = get(ARCHIVE, Range="bytes=9-")
    assert response.status_code == 200
    assert not {"ETag", "Last-Modified", "Accept-Ranges"} & set(response.headers)
    esi_sandbox.reset()
    assert get(ARCHIVE, Range="bytes=9-").status_code == 206


def test_types_are_those_of_the_api(get, esi_sandbox):
    """Names in all languages, groups, volumes and portion sizes equal the API's."""
    archive = get(ARCHIVE).content
    found = {row["_key"]: row for row in records(archive, "types")}
    assert set(found) == set(esi_sandbox.world.types)
    for type_id in (34, 587, 1230, 44992):
        row = get(f"/universe/types/{type_id}", Accept_Language="de").json()
        same = {"groupID": "group_id", "volume": "volume", "portionSize": "portion_size"}
        assert {found[type_id][ours] for ours in same} == {row[theirs] for theirs in same.values()}
        assert found[type_id]["name"]["de"] == row["name"]


def test_places_are_those_of_the_api(get, esi_sandbox):
    """Systems, stars, planets and stations equal the API's."""
    archive = get(ARCHIVE).content
    systems = {row["_key"]: row for row in records(archive, "mapSolarSystems")}
    stations = records(archive, "npcStations")
    assert set(systems) == set(esi_sandbox.world.systems)
    for system_id in (30000142, 30009001):
        row, ours = get(f"/universe/systems/{system_id}").json(), systems[system_id]
        assert ours["position"] == row["position"]
        assert ours["securityStatus"] == row["security_status"]
        assert ours["starID"] == row["star_id"]
        assert ours["planetIDs"] == [planet["planet_id"] for planet in row["planets"]]
        here = [each["_key"] for each in stations if each["solarSystemID"] == system_id]
        assert here == row["stations"]


def test_every_record_has_a_key_of_its_own(get):
    """No table has two records of one key; a table without records is an empty file."""
    with zipfile.ZipFile(io.BytesIO(get(ARCHIVE).content)) as file:
        for name in file.namelist():
            keys = [json.loads(line)["_key"] for line in file.read(name).splitlines()]
            assert len(set(keys)) == len(keys), name


def test_tables_of_reference_describe_what_the_api_returns(get, esi_sandbox):
    """Journals, notifications and hubs have kinds that the static data lists."""
    archive = get(ARCHIVE).content
    listed = {
        name: {row["internalName"] for row in records(archive, name)}
        for name in ("accountingEntryTypes", "notificationTypes")
    }
    character = min(esi_sandbox.world.characters)
    token = f"Bearer {esi_sandbox.token(character)}"

    def kinds(path, field):
        rows = get(f"/characters/{character}/{path}", Authorization=token).json()
        return {row[field] for row in rows}

    assert kinds("wallet/journal", "ref_type") <= listed["accountingEntryTypes"]
    assert kinds("notifications", "type") <= listed["notificationTypes"]
    (upgrade,) = records(archive, "sovereigntyUpgrades")
    assert upgrade["_key"] in esi_sandbox.world.types


def test_each_stargate_leads_to_one_that_leads_back(get):
    """Stargates come in pairs, and connect all systems."""
    gates = {row["_key"]: row for row in records(get(ARCHIVE).content, "mapStargates")}
    systems = {row["solarSystemID"] for row in gates.values()}
    for number, gate in gates.items():
        other = gates[gate["destination"]["stargateID"]]
        assert other["destination"] == {
            "solarSystemID": gate["solarSystemID"],
            "stargateID": number,
        }
        assert other["solarSystemID"] == gate["destination"]["solarSystemID"]
    reached, front = set(), {min(systems)}
    while front:
        reached |= front
        front = {
            gate["destination"]["solarSystemID"]
            for gate in gates.values()
            if gate["solarSystemID"] in front
        } - reached
    assert reached == systems


def test_the_second_build_has_another_schema(get):
    """Builds differ in files, fields, languages and the type of a number."""
    one, two = (get(ARCHIVE.replace("1-jsonl", f"{n}-jsonl")).content for n in (1, 2))
    with zipfile.ZipFile(io.BytesIO(one)) as old, zipfile.ZipFile(io.BytesIO(two)) as new:
        assert set(old.namelist()) ^ set(new.namelist()) == {
            "agentTypes.jsonl", "compressibleTypes.jsonl",
        }  # fmt: skip
    assert "isDynamicType" in records(two, "types")[0]
    assert [records(each, "factions")[0]["sizeFactor"] for each in (one, two)] == [5, 5.5]
    assert "it" in records(two, "categories")[0]["name"]


def test_routes_of_the_api_lead_through_the_stargates(get):
    """Each jump uses a stargate, and avoided systems are left out."""
    gates = records(get(ARCHIVE).content, "mapStargates")
    ways = {(gate["solarSystemID"], gate["destination"]["solarSystemID"]) for gate in gates}
    route = get("/route/30000142/30002187").json()
    assert (route[0], route[-1]) == (30000142, 30002187)
    assert set(pairwise(route)) <= ways
    far = get("/route/30009001/30009050").json()
    assert set(pairwise(far)) <= ways
    around = get(f"/route/30009001/30009050?avoid={far[1]}").json()
    assert far[1] not in around
    assert set(pairwise(around)) <= ways
