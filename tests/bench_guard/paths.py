"""Define the hot paths of calls, pulls and look-ups, each as one function.

A path prepares fresh input for each count and returns the function to count.
"""

from functools import partial

from esi.core.cache.policy import CacheMode
from esi.core.cache.protocol import MemoryCache
from esi.core.client.answer_schema import decoder, model_decoder
from esi.core.http.messages import Response
from esi.core.openapi.load import split_bytes
from esi.core.rate_limits.ledger import Ledger
from esi.core.rate_limits.limiter import Limiter
from esi.core.stubs.files import render
from esi_data import order_book
from esi_data.frames.build import frame_of_table
from esi_data.frames.fetch import read_page
from esi_data.frames.rows import joined
from tests.bench_guard.material import NOW
from tests.benchmarks.content import CONTRACTS, ORDERS
from tests.benchmarks.order_books import made_orders

TIMES = 20  # that a path repeats something small


def decode_a_page(material):
    return partial(read_page, material.orders[0], material.plan(ORDERS))


def decode_a_page_with_gaps(material):
    return partial(read_page, material.contracts[0], material.plan(CONTRACTS))


def join_pages(material):
    return partial(joined, material.tables(CONTRACTS, material.contracts))


def build_a_frame(material):
    (table,) = material.tables(CONTRACTS, material.contracts[:1])
    return partial(frame_of_table, table, material.plan(CONTRACTS))


def decode_rows(material):
    return partial(decoder(material.operation(ORDERS).operation), material.orders[0])


def decode_rows_with_attributes(material):
    return partial(model_decoder(material.operation(ORDERS).operation), material.orders[0])


def build_calls(material):
    operation = material.operation(ORDERS)
    return lambda: [operation(region_id=number)._request(None) for number in range(TIMES)]


def build_a_call_with_a_body(material):
    operation = material.esi.operation("post_universe_names")
    ids = list(range(1000))
    return lambda: operation(ids=ids)._request(None)


def look_up_in_the_cache(material):
    engine, requests = material.esi.engine, material.requests * TIMES
    return lambda: list(engine.look_up(requests, mode=CacheMode.DEFAULT))


def pull_from_the_cache(material):
    operation = material.operation(ORDERS)
    return lambda: operation(region_id=10000002).results()


def admit_and_settle(material):
    limiter = Limiter(MemoryCache(), lambda: NOW)
    response = Response(200, {"x-esi-error-limit-remain": "100"})

    def run():
        for _ in range(TIMES):
            for request in material.requests:
                limiter.settle(limiter.admit(request), response)

    return run


def write_and_read_a_ledger(_):
    one, other = (Ledger(cache, "name", 900.0) for cache in [MemoryCache()] for _ in range(2))

    def run():
        for number in range(TIMES):
            now = NOW + 60 * number
            one.write(now, lambda used: 2)
            other.read(now)
            other.used(now)

    return run


def translate_a_document(material):
    return partial(split_bytes, material.document)


def write_stubs(material):
    return partial(render, material.document, "2020-01-01")


def name_ids(material):
    return partial(material.esi.with_names, material.ids)


def join_static_data(material):
    return partial(material.esi.with_sde, material.ids)


def make_an_order_book(_):
    return partial(order_book, made_orders(5000, types=200), by=["type_id", "location_id"])


# By the name under which its figures are kept.
PATHS = {
    path.__name__: path
    for path in (
        decode_a_page, decode_a_page_with_gaps, join_pages, build_a_frame, decode_rows,
        decode_rows_with_attributes, build_calls, build_a_call_with_a_body, look_up_in_the_cache,
        pull_from_the_cache, admit_and_settle, write_and_read_a_ledger, translate_a_document,
        write_stubs, name_ids, join_static_data, make_an_order_book,
    )
}  # fmt: skip
