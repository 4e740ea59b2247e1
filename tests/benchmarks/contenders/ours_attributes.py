"""Ours in a Django site: the provider of the 8 to 10 line, whose rows have attributes."""

from surroundings import configure


def imports(job):
    configure(job, ESI_CACHE_DIR=job["folder"] + "/esi")
    import esi.openapi_clients  # noqa: F401


def start(job):
    imports(job)
    from esi.openapi_clients import ESIClientProvider

    tags = ["Status", job["listing"]["tag"]]
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

    def rows(self):
        resource = getattr(self.provider.client, self.listing["tag"])
        operation = getattr(resource, self.listing["new_id"])
        return operation(region_id=self.region).results(use_etag=False)
