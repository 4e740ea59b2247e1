"""Ours in a Django site: the provider of the 5.x line, and `esi_data.frame` over its futures."""

from surroundings import configure


def imports(job):
    configure(job, ESI_CACHE_DIR=job["folder"] + "/esi")
    import esi.clients  # noqa: F401


def start(job):
    if job["measure"] != "first_operation":  # which has imported already
        imports(job)
    from esi.clients import EsiClientProvider

    return Client(job, EsiClientProvider(app_info_text="benchmark v1.0.0"))


class Client:
    def __init__(self, job, provider):
        self.listing = job["listing"]
        self.region = job["region"]
        self.provider = provider
        self.frames = job["measure"] == "frame"

    def ready(self):
        self.provider.client.Status.get_status().results()
        if self.frames:
            import esi_data.pulls.future  # noqa: F401

    def prepare(self):
        resource = getattr(self.provider.client, self.listing["tag"])
        return getattr(resource, self.listing["old_id"])(region_id=self.region)

    def send(self):
        self.prepare().result()

    def rows(self):
        return self.prepare().results()

    def frame(self):
        from esi_data import frame

        return frame(self.prepare())

    def anew(self):
        return self.prepare().results(ignore_cache=True)
