"""Measure a build of static data of real size: seconds, peak memory, bytes on disk, joins.

    python -m tests.benchmarks.static_data                       # 80 files, 700 MB
    python -m tests.benchmarks.static_data --megabytes 50

The export is made up, in the documented layout: the large files have the fields and row counts of
the real ones, and the other files share the remaining bytes. A separate process converts it.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from itertools import cycle, islice
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd

from esi.core.config import LANGUAGES
from esi_data.progress import Bar
from esi_data.sde.builds.archive import open_archive
from esi_data.sde.builds.build_info import SeenTypes
from esi_data.sde.builds.convert import convert
from esi_data.sde.derived.joins import with_sde
from esi_data.sde.tables import Tables

BUILD = 1_234_567
FILES = 80
MEGABYTES = 700
SYSTEMS, PLANETS, MOONS, BELTS, TYPES = 8_500, 68_000, 343_000, 41_000, 52_000
STATIONS, ORDERS = 5_200, 300_000
LOADED = ("types", "mapMoons", "typeDogma_dogma_attributes")  # whose reading is timed
_random = Random(7)
_WORDS = ["".join(_random.choices("aeiouklmnprst", k=_random.randint(3, 9))) for _ in range(4000)]


def texts(words):
    """Return a text with a number of words in all languages."""
    return {code: " ".join(_random.choices(_WORDS, k=words)) for code in LANGUAGES}


def place():
    return {axis: _random.uniform(-1e17, 1e17) for axis in "xyz"}


def item_type(number):
    row = {"_key": number, "groupID": number % 1500, "name": texts(3), "mass": number * 10.0}
    row |= {"portionSize": 1, "published": bool(number % 3), "volume": 5.0, "radius": 1.0}
    if number % 3:
        row |= {"description": texts(45), "marketGroupID": number % 2000, "basePrice": 1000.0}
    return row


def celestial(number):
    row = {"_key": 40_000_000 + number, "celestialIndex": number % 12, "orbitIndex": number % 20}
    row |= {"attributes": {"heightMap1": number % 4000, "heightMap2": 5, "shaderPreset": 4}}
    row |= {"orbitID": 40_000_000 + number // 5, "position": place(), "radius": 1e6, "typeID": 14}
    statistics = {"density": 2511.7, "eccentricity": 0.02, "escapeVelocity": 1031.5, "mass": 1e22}
    return row | {"solarSystemID": 30_000_000 + number % SYSTEMS, "statistics": statistics}


def dogma(number):
    attributes = [{"attributeID": n, "value": n * 1.5 + number % 7} for n in range(22)]
    effects = [{"effectID": n, "isDefault": n == 0} for n in range(3)]
    return {"_key": number, "dogmaAttributes": attributes, "dogmaEffects": effects}


def blueprint(number):
    parts = [{"quantity": n + 1, "typeID": 34 + n} for n in range(8)]
    made = {"materials": parts, "products": [{"quantity": 1, "typeID": number}], "time": 600}
    return {
        "_key": number,
        "activities": {"copying": {"time": 480}, "manufacturing": made},
        "blueprintTypeID": number,
        "maxProductionLimit": 10,
    }


def system(number):
    row = {"_key": 30_000_000 + number, "constellationID": number // 7, "name": texts(1)}
    row |= {"position": place(), "position2D": {"x": 1.0, "y": 2.0}, "regionID": number // 70}
    return row | {"securityStatus": 0.5, "stargateIDs": [50_000_000 + number]}


def station(number):
    row = {"_key": 60_000_000 + number, "solarSystemID": 30_000_000 + number % SYSTEMS}
    row |= {"orbitID": 40_000_000 + number, "operationID": number % 60, "useOperationName": True}
    return row | {"ownerID": 1_000_000 + number % 250, "position": place(), "typeID": 1531}


def part_of(field, share):
    """Return a function that makes records, of which `share` have the same value of `field`."""
    return lambda number: {"_key": number, "name": texts(2), field: number // share}


def other(number):
    return {"_key": number, "name": texts(2), "description": texts(20), "published": True}


ROWS = {
    "types": (item_type, TYPES),
    "mapMoons": (celestial, MOONS),
    "mapPlanets": (celestial, PLANETS),
    "mapAsteroidBelts": (celestial, BELTS),
    "mapSolarSystems": (system, SYSTEMS),
    "typeDogma": (dogma, 27_000),
    "blueprints": (blueprint, 5_000),
    "npcStations": (station, STATIONS),
    "groups": (part_of("categoryID", 32), 1500),
    "marketGroups": (part_of("parentGroupID", 12), 2000),
    "mapConstellations": (part_of("regionID", 10), 1200),
    **{
        name: (lambda number: {"_key": number, "name": texts(2)}, count)
        for name, count in (("categories", 50), ("mapRegions", 120))
    },
    "npcCorporations": (lambda n: {"_key": 1_000_000 + n, "name": texts(2)}, 250),
    "stationOperations": (lambda n: {"_key": n, "operationName": texts(2)}, 60),
}


def synthesise(path, megabytes=MEGABYTES, files=FILES):
    """Write the archive of an export; return the bytes of its tables."""
    share = megabytes / MEGABYTES
    total = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        line = json.dumps({"_key": "sde", "buildNumber": BUILD, "releaseDate": "2026-08-04"})
        archive.writestr("_sde.jsonl", line)
        for name, (make, count) in ROWS.items():
            total += _write(archive, name, map(make, range(int(count * share))))
        names = [f"other{number}" for number in range(files - len(ROWS) - 1)]
        left = max(0, megabytes * 1_000_000 - total) // len(names)
        sample = [other(number) for number in range(100)]
        size = sum(len(_line(row)) for row in sample) / len(sample)
        for name in names:
            rows = islice(cycle(sample), int(left / size))
            total += _write(archive, name, ({**row, "_key": n} for n, row in enumerate(rows)))
    return total


def _line(row):
    return json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def _write(archive, name, rows):
    total = 0
    with archive.open(f"{name}.jsonl", "w") as file:
        for row in rows:
            total += file.write(_line(row))
    return total


def measure(path, folder):
    """Convert an archive and read large tables; return seconds and peak memory as a dict."""
    begin, used = time.perf_counter(), time.process_time()
    with open_archive(path) as archive, Bar("Static data", None, len(archive.tables)) as bar:
        info = convert(archive, folder, BUILD, SeenTypes(), bar.step)
    found = {"convert, s": time.perf_counter() - begin}
    found["processor, s"] = time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found["peak memory, MB"] = peak
    found["rows"] = sum(table.rows for table in info.tables.values())
    found["on disk, MB"] = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    tables = Tables(folder)
    for name in LOADED:
        begin = time.perf_counter()
        tables.read(name)
        found[f"read {name}, s"] = time.perf_counter() - begin
    return found | joins(folder)


def joins(folder):
    """Join facts to orders, by `with_sde` and by hand; return seconds of a processor as a dict."""
    tables = Tables(folder)
    generator = np.random.default_rng(7)
    orders = pd.DataFrame(
        {
            "type_id": generator.integers(0, TYPES, ORDERS),
            "location_id": 60_000_000 + generator.integers(0, STATIONS, ORDERS),
            "system_id": 30_000_000 + generator.integers(0, SYSTEMS, ORDERS),
        }
    )
    found = {}
    for name, join in (
        ("with_sde", lambda: with_sde(lambda: tables, orders)),
        ("with_sde, five facts", lambda: with_sde(lambda: tables, orders, FIVE)),
        ("five facts by merge", lambda: by_hand(tables, orders)),
    ):
        seconds = []
        for _ in range(5):
            begin = time.process_time()
            join()
            seconds.append(time.process_time() - begin)
        found[f"{name}, processor s"] = min(seconds)
    return found


FIVE = ["type_name", "type_group", "type_volume", "system_name", "system_security"]


def by_hand(tables, orders):
    """Join five facts as an analyst would."""
    types = tables.read("types", ["type_id", "name_en", "group_id", "volume"])
    groups = tables.read("groups", ["group_id", "name_en"])
    systems = tables.read("mapSolarSystems", ["system_id", "name_en", "security_status"])
    types = types.merge(groups, on="group_id", how="left", suffixes=("", "_group"))
    return orders.merge(types, on="type_id", how="left").merge(systems, on="system_id", how="left")


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=int, default=MEGABYTES)
    parser.add_argument("--archive", type=Path, help="an archive that is there already")
    parser.add_argument("--measure", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        sys.stdout.write(json.dumps(measure(*options.measure)))
        return
    folder = Path(tempfile.mkdtemp(prefix="static-data-"))
    try:
        archive = options.archive or folder / "export.zip"
        if not archive.exists():
            say(f"tables, MB\t{synthesise(archive, options.megabytes) / 1e6:.1f}")
        say(f"archive, MB\t{archive.stat().st_size / 1e6:.1f}")
        tables = folder / "tables"
        tables.mkdir()
        command = [sys.executable, "-m", __spec__.name, "--measure", str(archive), str(tables)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        for name, value in json.loads(done.stdout).items():
            say(f"{name}\t{value:.2f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
