"""django-esi 10.0.0, called as its documentation says.

It wants to be told which tags a client needs: one here, or (`:all`) every one of the document.
"""

from by_hand import typed
from surroundings import configure


def imports(job):
    configure(job)
    import esi.openapi_clients  # noqa: F401


def start(job):
    if job["measure"] != "first_operation":  # which has imported already
        imports(job)
    from esi.openapi_clients import ESIClientProvider

    everything = job["contender"].endswith(":all")
    tags = job["tags"] if everything else ["Status", job["listing"]["tag"]]
    provider = ESIClientProvider(
        compatibility_date=job["date"], ua_appname="benchmark", ua_version="1.0.0", tags=tags
    )
    return Client(job, provider)


def twenty(job):
    """Return the operation that each of twenty apps has asked its own provider for."""
    from esi.openapi_clients import ESIClientProvider

    listing = job["listing"]
    for number in range(20):
        provider = ESIClientProvider(
            compatibility_date=job["date"], ua_appname=f"app-{number}", ua_version="1.0.0",
            operations=["GetStatus", listing["new_id"]],
        )  # fmt: skip
        yield provider.client, getattr(getattr(provider.client, listing["tag"]), listing["new_id"])


class Client:
    def __init__(self, job, provider):
        self.listing = job["listing"]
        self.region = job["region"]
        self.provider = provider

    def ready(self):
        self.provider.client.Status.GetStatus().result()

    def prepare(self):
        resource = getattr(self.provider.client, self.listing["tag"])
        return getattr(resource, self.listing["new_id"])(region_id=self.region)

    def send(self):
        self.prepare().result()

    def rows(self):
        # Its `use_etag=True` raises HTTPNotModified, without data, where nothing has changed.
        return self.prepare().results(use_etag=False)

    def frame(self):
        return typed([row.model_dump() for row in self.rows()], self.listing["fields"])
