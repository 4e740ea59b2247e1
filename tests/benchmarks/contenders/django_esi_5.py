"""django-esi 5.1.0, called as its manual says."""

from by_hand import typed
from surroundings import configure


def imports(job):
    configure(job)
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

    def ready(self):
        self.provider.client.Status.get_status().results()

    def prepare(self):
        resource = getattr(self.provider.client, self.listing["tag"])
        return getattr(resource, self.listing["old_id"])(region_id=self.region)

    def send(self):
        self.prepare().result()

    def rows(self):
        return self.prepare().results()

    def frame(self):
        return typed(self.rows(), self.listing["fields"])
