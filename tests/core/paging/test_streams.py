"""Streams of pages (`pages()`): order, read-ahead and verdict."""

import warnings
from threading import Barrier, get_ident

import pytest
from bravado.exception import HTTPInternalServerError, HTTPNotFound, HTTPServerError
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from esi.core.cache.policy import CacheMode
from esi.core.client.factory import make_client
from esi.errors import InconsistentSnapshotWarning, InvalidAnswerError
from tests.core.pulls import ORDERS, Pages

PAGES = 12


@pytest.fixture
def client(around, tmp_path_factory):
    """Return a client of the sandbox with four concurrent requests."""
    around.knobs["cache_dir"] = str(tmp_path_factory.getbasetemp() / "streams")
    around.knobs["concurrency"] = 4
    made = make_client(around.engine, user_agent="t/1")
    around.sandbox.set_pages(ORDERS, PAGES, rows=5)
    around.sandbox.clear()
    return made


def orders(client, **options):
    call = client.Market.get_markets_region_id_orders(region_id=10000043)
    call.request_config.also_return_response = options.get("response", False)
    return call


def test_pages_are_those_of_results(client):
    """Decoded, in order, one list for each."""
    pages = list(orders(client).pages())
    assert len(pages) == PAGES
    assert [row for page in pages for row in page] == orders(client).results()


def test_an_unused_generator_sends_nothing(client, around):
    """Creating it costs nothing."""
    orders(client).pages()
    assert around.sandbox.requests == []


def test_closing_the_generator_early_stops_read_ahead(client, around, monkeypatch):
    """Read-ahead is bounded by twice `ESI_CONCURRENCY`, however fast the pages arrive."""
    semaphore = around.engine.semaphore
    acquire = semaphore.acquire

    def all_are_there():
        with semaphore._changed:
            return semaphore._changed.wait_for(lambda: semaphore._acquired == 0, 30)

    monkeypatch.setattr(
        semaphore, "acquire", lambda *, wait: all_are_there() and acquire(wait=wait)
    )
    pages, beyond = orders(client).pages(), []
    next(pages)
    assert len(around.sandbox.requests) == 1
    for read in (1, 2, 3):
        next(pages)
        assert all_are_there()
        beyond.append(len(around.sandbox.requests) - read)
    assert beyond == [2 * 4] * 3
    pages.close()
    assert len(around.sandbox.requests) == 3 + 2 * 4
    assert semaphore._acquired == 0


def test_pages_read_ahead_are_cached(client, around):
    """Callers who stop and come again do not pay twice."""
    pages = orders(client).pages()
    next(pages), next(pages)
    pages.close()
    went = len(around.sandbox.requests)
    list(orders(client).pages())
    assert len(around.sandbox.requests) == PAGES
    assert went > 1


def test_a_turn_over_warns_once_and_marks_the_responses(client, around):
    """From the first page of another generation on, the verdict is False."""
    around.knobs["concurrency"] = 1
    around.sandbox.turn_over_before(ORDERS, page=6)
    with pytest.warns(InconsistentSnapshotWarning) as told:
        verdicts = [response.consistent for _, response in orders(client, response=1).pages()]
    assert verdicts == [True] * 5 + [False] * (PAGES - 5)
    assert len(told) == 1
    assert told[0].filename == __file__


@pytest.mark.filterwarnings("ignore::esi.errors.InconsistentSnapshotWarning")
@pytest.mark.parametrize("page", range(1, PAGES + 1))
@pytest.mark.parametrize("grow", [-3, 0, 3])
def test_a_turn_over_at_any_page_is_noticed(client, around, page, grow):
    """Either all pages are of one generation, or the last response is inconsistent."""
    around.sandbox.turn_over_before(ORDERS, page=page, grow=grow, pages=range(1, 20))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        answers = list(orders(client, response=1).pages())
    moments = {response.headers["Last-Modified"] for _, response in answers}
    whole = len(answers) == int(answers[-1][1].headers["X-Pages"])
    assert (len(moments) == 1 and whole) == (page == 1) == (not told)


def test_an_outdated_page_of_the_cache_is_fetched_again(client, around):
    """Single outdated pages do not mix snapshots."""
    list(orders(client).pages())
    around.sandbox.turn_over(ORDERS, pages=range(1, 20))
    around.engine.fetch(orders(client)._request(None), mode=CacheMode.NO_CACHE)
    answers = list(orders(client, response=1).pages())
    moments = {response.headers["Last-Modified"] for _, response in answers}
    assert moments == {orders(client, response=1).result()[1].headers["Last-Modified"]}
    assert answers[-1][1].consistent


def test_a_listing_that_ends_before_its_count_is_inconsistent(client, around):
    """Missing pages are missing rows."""
    call, wire = orders(client), Pages()
    wire.said, wire.last = "9", 4
    around.engine.session.mount("http://", wire)
    with pytest.warns(InconsistentSnapshotWarning, match="ended early"):
        assert len(list(call.pages())) == 4


def test_an_error_of_a_later_page_is_raised(client, around):
    """It ends the generator after all retries."""
    around.sandbox.faults.fail(500, after=3, times=None)
    with pytest.raises(HTTPInternalServerError):
        list(orders(client).pages())


def test_inconsistent_results_warn_at_the_callers_line(client, around, caplog):
    """Warning and log name the operation and the next step."""
    around.sandbox.turn_over_before(ORDERS, page=1, times=100)
    around.sandbox.turn_over_before(ORDERS, page=2, times=100)
    with pytest.warns(InconsistentSnapshotWarning, match="orders: .* ESI_PAGE_WAIT") as told:
        _, response = orders(client, response=1).results()
    assert told[0].filename == __file__
    assert "from different snapshots" in caplog.text
    assert (response.consistent, response.rounds) == (False, 3)


def test_the_verdict_of_a_repaired_pull_is_in_the_response(client, around):
    """One round, one snapshot, and which."""
    around.sandbox.turn_over_before(ORDERS, page=3)
    _, response = orders(client, response=1).results()
    assert (response.consistent, response.rounds) == (True, 1)
    assert response.last_modified == response.headers["Last-Modified"]


def test_pages_that_are_not_json_are_not_cached(client, around):
    """Pulling again fetches those pages again."""
    around.sandbox.faults.not_json(after=2, times=None)
    with (
        pytest.raises(InvalidAnswerError),
        pytest.warns(InconsistentSnapshotWarning),
    ):
        orders(client).results()
    around.sandbox.faults.clear()
    rows = orders(client).results()
    assert len({row["order_id"] for row in rows}) == len(rows) == 58


def test_one_page_of_html_is_fetched_again(client, around):
    """Callers do not notice a proxy that fails once."""
    around.sandbox.faults.not_json(after=2, times=1)
    _, response = orders(client, response=1).results()
    assert (response.consistent, response.rounds) == (True, 1)


# Languages


TYPE = "/universe/types/34"
CHIEF, CORPORATION = 90_000_001, 98_000_001
STRUCTURES = f"/corporations/{CORPORATION}/structures"


def tritanium(client):
    call = client.Universe.get_universe_types_type_id(type_id=34)
    call.request_config.also_return_response = True
    return call


def test_languages_of_one_snapshot_do_not_warn(client):
    """Each is consistent, and they agree."""
    assert list(tritanium(client).results_localized(["en", "de"])) == ["en", "de"]


def test_languages_of_different_snapshots_warn(client, around):
    """Each language has its own verdict."""
    tritanium(client).results(language="en")
    around.sandbox.turn_over(TYPE)
    with pytest.warns(InconsistentSnapshotWarning, match="languages come from different snapshots"):
        found = tritanium(client).results_localized(["en", "de"])
    moments = {language: response.last_modified for language, (_, response) in found.items()}
    assert moments["en"] != moments["de"]
    assert all(response.consistent for _, response in found.values())


@pytest.fixture
def structures(client, around):
    """Return a call for a paged and localised listing that needs a token; it has four pages."""
    around.sandbox.set_pages(STRUCTURES, 4, rows=10)
    call = client.Corporation.get_corporations_corporation_id_structures(
        corporation_id=CORPORATION, token=around.sandbox.token(CHIEF)
    )
    call.request_config.also_return_response = True
    return call


def services(rows):
    return {service["name"] for row in rows for service in row.get("services") or ()}


def test_all_pages_of_each_language_are_returned(structures):
    """Four pages twice, each row once, translated."""
    found = structures.results_localized(["en", "de"])
    rows = {language: data for language, (data, _) in found.items()}
    known = {language: [row["structure_id"] for row in data] for language, data in rows.items()}
    assert known["en"] == known["de"]
    assert len(known["en"]) == len(set(known["en"])) == 36
    assert "Market" in services(rows["en"])
    assert "Markt" in services(rows["de"])


@pytest.mark.parametrize("grow", [-1, 0, 1])
@pytest.mark.parametrize("page", range(1, 5))
@pytest.mark.parametrize("language", ["en", "de"])
def test_each_language_of_a_listing_is_one_snapshot(structures, around, language, page, grow):
    """Wherever one language turns over, both are consistent, and the difference warns."""
    around.sandbox.turn_over_before(
        STRUCTURES, page=page, grow=grow, pages=range(1, 9), language=language
    )
    with pytest.warns(InconsistentSnapshotWarning, match="languages come from different snapshots"):
        found = structures.results_localized(["en", "de"])
    moments = {each.last_modified for _, each in found.values()}
    assert len(moments) == 2
    around.cache.clear()
    for code, (rows, response) in found.items():
        assert response.consistent
        known = [row["structure_id"] for row in rows]
        assert len(known) == len(set(known))
        now, _ = structures.results(language=code)
        assert rows == now


def test_each_language_has_its_own_verdict(structures, around):
    """Only the language that never settles is inconsistent."""
    for page in (1, 2):
        around.sandbox.turn_over_before(STRUCTURES, page=page, times=100, language="de")
    with pytest.warns(InconsistentSnapshotWarning):
        found = structures.results_localized(["en", "de"])
    assert {code: each.consistent for code, (_, each) in found.items()} == {"en": True, "de": False}


# Languages side by side


class Meeting(HTTPAdapter):
    """Holds each request but the English one until the others are in flight as well."""

    def __init__(self, others):
        super().__init__()
        self.others = Barrier(others, timeout=60)
        self.english = False

    def send(self, request, **kwargs):
        if request.headers["Accept-Language"] == "en":
            answer = super().send(request, **kwargs)
            self.english = True
            return answer
        assert self.english
        self.others.wait()
        return super().send(request, **kwargs)


def test_languages_are_fetched_concurrently(client, around):
    """After the first, all at once; results keep the given order."""
    codes = ["en", "ko", "de", "fr"]
    around.engine.session.mount(around.sandbox.url, Meeting(len(codes) - 1))
    found = tritanium(client).results_localized(codes)
    assert list(found) == codes
    assert len({data["name"] for data, _ in found.values()}) > 1
    assert found["de"][0] == tritanium(client).results(language="de")[0]


def test_languages_respect_the_concurrency(client, around):
    """With `ESI_CONCURRENCY` of one they are fetched one by one."""
    around.knobs["concurrency"] = 1
    around.sandbox.clear()
    tritanium(client).results_localized(["en", "ko", "de", "fr"])
    sent = [CaseInsensitiveDict(request.headers) for request in around.sandbox.requests]
    assert [headers["Accept-Language"] for headers in sent] == ["en", "ko", "de", "fr"]


def test_a_refusal_of_the_first_language_ends_the_call(client, around):
    """Each further refusal would cost error budget."""
    with pytest.raises(HTTPNotFound):
        client.Universe.get_universe_types_type_id(type_id=999_999_999).results_localized()
    assert [request.status for request in around.sandbox.requests] == [404]


def test_the_error_of_a_later_language_is_raised(client, around):
    """First in the order of the languages, first raised."""
    around.sandbox.faults.fail(500, times=None, path=TYPE, after=1)
    with pytest.raises(HTTPServerError):
        tritanium(client).results_localized(["en", "de", "fr"])


def test_languages_refresh_a_token_in_the_callers_thread(around):
    """Refreshing may write to a database, whose connection belongs to a thread."""
    threads = []

    class Token:
        character_id, can_refresh, access_token = CHIEF, True, ""
        expired = True

        def refresh(self):
            threads.append(get_ident())
            self.access_token, self.expired = around.sandbox.token(CHIEF), False

    client = make_client(around.engine, user_agent="tests/1.0 (tests@example.com)")
    call = client.Corporation.get_corporations_corporation_id_structures(
        corporation_id=CORPORATION, token=Token()
    )
    assert list(call.results_localized(["en", "de"])) == ["en", "de"]
    assert threads == [get_ident()]
