"""Kill a bulk pull at random moments and check the dataset: proof that nothing is lost.

    python -m tests.esi_data.killing --kills 50

A real process pulls from a real sandbox and is killed with SIGKILL, over and over, each after a
random number of files. After each kill the dataset is looked at as any other program would see
it, and the next process goes on. When it is done, the dataset is compared with an undisturbed pull.
"""

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path

import msgspec
import pandas as pd
import pyarrow.parquet as pq

from esi.sandbox import Sandbox
from esi_data import Esi, read
from esi_data.datasets.folder import Folder
from esi_data.errors import UnfinishedWarning
from tests.support.processes import Child, until

OPERATION = "get_markets_region_id_orders"

CHILD = """
import sys, json
from esi_data import Esi
url, folder, cache, asked, mode, history = sys.argv[1:]
esi = Esi("killed/1", api_url=url, cache=cache, concurrency=4)  # so that it is half done for long
print("ready", flush=True)
esi.pull_to(folder, "get_markets_region_id_orders", **json.loads(asked),
            mode=mode, key=["order_id"], history=bool(int(history)))
print("done", flush=True)
"""


class Witness:
    """Observations of a dataset between kills."""

    def __init__(self, folder):
        self.folder = folder
        self.kills = 0
        self.before_first_part = 0
        self.half_files = 0
        self.parts_seen = []

    def look(self):
        """Check that all that the manifest says is true, now."""
        half = list(self.folder.rglob(".*.part"))
        self.half_files += len(half)
        assert not [file for file in half if file.suffix == ".parquet"]
        for file in self.folder.rglob("*.parquet"):
            pq.read_table(file)  # whatever bears the name is whole
        manifest = self.folder / "_manifest.json"
        if not manifest.exists():
            self.before_first_part += 1
            return 0
        said = msgspec.to_builtins(Folder(self.folder).read_manifest())
        runs = [run for run in (said["latest"], said["run"]) if run]
        for part in (part for run in runs for part in run["parts"].values()):
            for file in part["files"]:
                data = (self.folder / file["path"]).read_bytes()
                assert len(data) == file["size"]
                assert hashlib.sha256(data).hexdigest() == file["sha256"]
                assert pq.read_metadata(self.folder / file["path"]).num_rows == file["rows"]
        done = len(said["run"]["parts"]) if said["run"] else 0
        self.parts_seen.append(done)
        if done or said["latest"]:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UnfinishedWarning)
                frame = read(self.folder)
            assert frame["order_id"].is_unique
            run = said["latest"] or said["run"]
            if said["spec"]["mode"] == "snapshot":
                assert len(frame) == sum(part["rows"] for part in run["parts"].values())
        else:
            self.before_first_part += 1
        return done


def prove(kills, types=6, seed=1, mode="snapshot", history=False, latency=0.03):
    """Kill so often; return what was seen. Raises where something was lost or doubled."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as temp, Sandbox(latency=latency, lifetime=86400) as sandbox:
        folder, cache = Path(temp) / "data", Path(temp) / "cache"
        esi = Esi("whole/1", api_url=sandbox.url, cache=Path(temp) / "other")
        known = esi.client.Universe.get_universe_regions().results()
        traded = esi.client.Market.get_markets_region_id_types(region_id=known[0]).results()
        asked = {"region_id": known, "type_id": traded[:types]}
        whole = esi.pull(OPERATION, **asked)
        sandbox.clear()
        witness, finished = Witness(folder), 0
        written = partial(_files_in, folder)
        most = max(len(known) * types // (kills + 1), 1)  # so that enough is left for each kill
        started = time.perf_counter()
        while witness.kills < kills:
            with _child(sandbox.url, folder, cache, asked, mode, history) as child:
                assert child.hear() == "ready"
                wanted = written() + chance.randrange(most)
                until(lambda: written() >= wanted or not child.running)  # noqa: B023
                child.kill()
            if "done\n" in child.rest():
                finished += 1  # a pull came to its end: the next one is another run
            else:
                witness.kills += 1
            witness.look()
        with _child(sandbox.url, folder, cache, asked, mode, history) as child:
            done = child.end()
        assert (done.returncode, done.stdout) == (0, "ready\ndone\n"), done.stderr
        witness.look()
        frame = read(folder)
        pd.testing.assert_frame_equal(frame, whole, check_like=False)
        requests = [r for r in sandbox.requests if r.path.endswith("/orders")]
        bodies = [r for r in requests if r.status == 200]
        twice = len(bodies) - len({(r.path, str(sorted(r.query.items()))) for r in bodies})
        left = {f.relative_to(folder).as_posix() for f in folder.rglob("*.parquet")}
        said = json.loads((folder / "_manifest.json").read_text(encoding="utf-8"))
        named = {f["path"] for p in said["latest"]["parts"].values() for f in p["files"]}
        assert history or left == named
        esi.close()
        return {
            "kills": witness.kills,
            "runs that came to their end in between": finished,
            "kills before the first part": witness.before_first_part,
            "half files left behind, hidden, and swept": witness.half_files,
            "parts done at each kill": witness.parts_seen,
            "parts": len(known) * types,
            "rows": len(frame),
            "rows of an undisturbed pull": len(whole),
            "pages transferred": len(bodies),
            "pages transferred twice": twice,
            "seconds": round(time.perf_counter() - started, 1),
        }


def _files_in(folder):
    return sum(1 for _ in folder.rglob("*.parquet"))


def _child(url, folder, cache, asked, mode, history):
    words = [url, str(folder), str(cache), json.dumps(asked), mode, str(int(history))]
    return Child(sys.executable, "-c", CHILD, *words)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mode", default="snapshot")
    parser.add_argument("--history", action="store_true")
    given = parser.parse_args()
    seen = prove(given.kills, seed=given.seed, mode=given.mode, history=given.history)
    for name, value in seen.items():
        sys.stdout.write(f"{name}: {value}\n")
