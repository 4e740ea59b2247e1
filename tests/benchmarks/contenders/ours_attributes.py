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
