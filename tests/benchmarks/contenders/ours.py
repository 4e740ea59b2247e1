"""Ours in a notebook: `esi_data.Esi` with its cache on disk, and nothing set but the addresses."""

import os


def imports(job):
    import esi_data.client  # noqa: F401


def start(job):
    os.environ["ESI_CACHE_DIR"] = job["folder"] + "/esi"
    from esi_data import Esi

    return Client(job, Esi("benchmark/1.0 (benchmark@example.com)", api_url=job["url"]))


class Client:
    def __init__(self, job, esi):
        self.listing = job["listing"]
        self.region = job["region"]
        self.esi = esi

    def ready(self):
        self.esi.client.Status.get_status().results()

    def prepare(self):
        resource = getattr(self.esi.client, self.listing["tag"])
        return getattr(resource, self.listing["old_id"])(region_id=self.region)

    def send(self):
        self.prepare().result()

    def rows(self):
        return self.prepare().results()

    def frame(self):
        return self.prepare().frame()

    def anew(self):
        return self.prepare().frame(ignore_cache=True)
