"""Input of the hot paths, made once: a document, pages, static data and an `Esi` offline."""

import msgspec
import numpy as np
import pandas as pd

from esi.core.cache import policy
from esi.core.cache.response_cache import CacheEntry
from esi.core.client.answer_schema import answer_schema
from esi.core.http.messages import Response
from esi.core.paging.pages import numbered
from esi.sandbox.world import static_data
from esi.sandbox.world.world import World
from esi_data import Esi
from esi_data.frames.fetch import read_page
from esi_data.frames.schema import plan_of
from tests.benchmarks import content

NOW = 1_800_000_000.0  # seconds since the epoch, of a clock that stands still
PAGES = 5
ROWS = 1000
TAGS = {"Market"}  # of the operations that are translated and typed


class Material:
    """Input of the paths. Use it in a `with` block."""

    def __init__(self, folder):
        document = content.openapi()
        spec = folder / "document.json"
        spec.write_bytes(msgspec.json.encode(document))
        export = folder / "export"
        export.mkdir()
        for name, data in static_data.files(World(), static_data.BUILDS[0]).items():
            (export / name).write_bytes(data)
        self.esi = Esi(
            "bench-guard/1.0",
            api_url="http://127.0.0.1:9",
            cache=folder / "cache",
            spec_file=spec,
            sde=export,
            offline=True,
        )
        self.esi.engine.clock = lambda: NOW
        self.document = _of_tags(document)
        self.orders = content.pages(content.ORDERS, PAGES)
        self.contracts = content.pages(content.CONTRACTS, PAGES)
        self.requests = self._stored(content.ORDERS, self.orders)
        self.ids = self._ids()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.esi.close()

    def operation(self, listing):
        return self.esi.operation(listing.old_id)

    def plan(self, listing):
        return plan_of(answer_schema(self.operation(listing).operation))

    def tables(self, listing, bodies):
        return [read_page(body, self.plan(listing)) for body in bodies]

    def _stored(self, listing, bodies):
        """Store pages in the cache; return their requests."""
        first = self.operation(listing)(region_id=10000002)._request(None)
        requests = [numbered(first, number) for number in range(1, len(bodies) + 1)]
        headers = {"last-modified": "Fri, 15 Jan 2027 07:59:00 GMT", "x-pages": str(len(bodies))}
        self.esi.engine.responses.write(
            CacheEntry(
                policy.key(request),
                listing.old_id,
                policy.Stored(Response(200, headers, body), NOW + 300, NOW),
            )
            for request, body in zip(requests, bodies, strict=True)
        )
        return requests

    def _ids(self):
        """Return rows with ids of types and systems that static data names."""
        dice = np.random.default_rng(1)
        types, systems = self.esi.sde.types(), self.esi.sde.systems()
        return pd.DataFrame(
            {
                "type_id": dice.choice(types["type_id"], ROWS),
                "system_id": dice.choice(systems["system_id"], ROWS),
            }
        )


def _of_tags(document):
    """Return the part of a document that has the operations of `TAGS`."""
    paths = {
        path: item
        for path, item in document["paths"].items()
        if any(TAGS & set(each.get("tags", ())) for each in item.values() if isinstance(each, dict))
    }
    return {**document, "paths": paths}
