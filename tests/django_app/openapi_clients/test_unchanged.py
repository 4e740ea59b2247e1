"""Answers that a caller has already: `use_etag`, `force_refresh` and the other keywords."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import responses

from esi.openapi_clients import ESIClientProvider, HTTPClientError, HTTPNotModified

ROWS = 13  # of the three pages of `orders`
LATER = datetime.now(UTC) + timedelta(days=1)


def test_the_second_call_says_that_nothing_changed_and_sends_nothing(item, statuses):
    """The exception has the headers of the answer that the caller was given."""
    _, response = item.result(return_response=True)
    with pytest.raises(HTTPNotModified) as caught:
        item.result()
    assert caught.value.status_code == 304
    assert caught.value.headers["ETag"] == response.headers["etag"]
    assert statuses() == [200]


def test_another_operation_object_for_the_same_call_has_the_same_answer(client):
    """The record of the last answer belongs to the call, not to the object."""
    client.Universe.GetUniverseTypesTypeId(type_id=34).result()
    with pytest.raises(HTTPNotModified):
        client.Universe.GetUniverseTypesTypeId(type_id=34).results()


def test_after_its_lifetime_the_api_says_whether_it_changed(item, statuses, later):
    """It is asked with the ETag of the cached response."""
    item.result()
    later()
    with pytest.raises(HTTPNotModified):
        item.result()
    assert statuses() == [200, 304]


def test_without_etags_data_comes_every_time(item, statuses):
    """`use_etag=False` takes it out of the cache."""
    rows = [item.result(use_etag=False) for _ in range(3)]
    assert rows[0] == rows[2]
    assert statuses() == [200]


def test_a_call_without_etags_does_not_count_as_given(item, statuses):
    """The next default call returns the cached rows, and the one after it is unchanged."""
    item.result(use_etag=False)
    assert item.result().type_id == 34
    with pytest.raises(HTTPNotModified):
        item.result()
    assert statuses() == [200]


def test_rows_that_another_caller_fetched_meanwhile_are_new(orders, site):
    """The caller who has the old ones gets the new ones, although they are in the cache."""
    before = orders.result()
    site.turn_over("/markets/10000002/orders")
    orders.result(use_etag=False, force_refresh=True)
    assert orders.result() != before


def test_a_listing_is_unchanged_when_all_its_pages_are(orders, statuses):
    """All pages come from the cache."""
    assert len(orders.results()) == ROWS
    with pytest.raises(HTTPNotModified):
        orders.results()
    assert statuses() == [200] * 3


def test_one_changed_page_gives_all_rows(orders, site, later):
    """Rows of the pages that did not change are among them."""
    before = orders.results()
    site.turn_over("/markets/10000002/orders", pages=[2])
    later()
    after = orders.results()
    assert len(after) == len(before)
    assert after != before


def test_a_body_that_is_not_stored_has_its_etag_remembered(item, statuses):
    """Within the lifetime nothing is sent; data is fetched again."""
    item.result(store_cache=False)
    with pytest.raises(HTTPNotModified):
        item.result()
    assert item.result(use_etag=False).type_id == 34
    assert statuses() == [200, 200]


def test_pages_that_are_not_stored_are_revalidated_by_their_etags(orders, statuses, later):
    """Each page costs a 304 and no body; then nothing is sent for another lifetime."""
    orders.results(store_cache=False)
    later()
    for _ in range(2):
        with pytest.raises(HTTPNotModified) as caught:
            orders.results(store_cache=False)
        assert caught.value.headers["X-Pages"] == "3"
    assert statuses() == [200] * 3 + [304] * 3


def test_pages_that_are_not_stored_come_again_when_one_changed(orders, site, later, settings):
    """A 304 has no rows, so these pages are fetched again; however few are asked for at once."""
    settings.ESI_CONCURRENCY = 1
    orders.results(store_cache=False)
    site.turn_over("/markets/10000002/orders", pages=[3])
    later()
    assert len(orders.results(store_cache=False)) == ROWS


def test_use_cache_false_asks_the_api_within_the_lifetime(item, statuses):
    """It says whether the answer changed; without etags the body comes again."""
    item.result()
    with pytest.raises(HTTPNotModified):
        item.result(use_cache=False)
    assert item.result(use_cache=False, use_etag=False).type_id == 34
    assert statuses() == [200, 304, 200]


def test_force_refresh_asks_without_a_condition_and_stores(item, site, statuses):
    """Data comes, and the next default call has it already."""
    item.result()
    assert item.result(force_refresh=True).type_id == 34
    assert "If-None-Match" not in site.requests[-1].headers
    with pytest.raises(HTTPNotModified):
        item.result()
    assert statuses() == [200, 200]


def test_last_modified_is_sent_and_a_304_raises(item, site):
    """It is an `If-Modified-Since` in UTC, for one item and for a listing."""
    with pytest.raises(HTTPNotModified):
        item.result(last_modified=LATER, use_etag=False)
    assert site.requests[-1].headers["If-Modified-Since"].endswith("GMT")
    assert site.requests[-1].status == 304


def test_last_modified_is_compared_with_a_fresh_response(item, statuses):
    """Nothing is sent for what the cache knows."""
    item.result(use_etag=False)
    with pytest.raises(HTTPNotModified):
        item.result(last_modified=LATER, use_etag=False)
    assert item.result(last_modified=LATER - timedelta(days=9000), use_etag=False).type_id == 34
    assert statuses() == [200]


def test_an_answer_that_is_newer_than_last_modified_comes_and_is_stored(orders, statuses):
    """All pages of a listing."""
    long_ago = datetime(2003, 5, 6, tzinfo=UTC)
    assert len(orders.results(last_modified=long_ago)) == ROWS
    assert statuses() == [200] * 3


@pytest.mark.parametrize(
    "moment",
    [LATER.replace(tzinfo=None), format_datetime(LATER, usegmt=True)],
    ids=["naive", "header"],  # without the time, which differs in each worker
)
def test_last_modified_may_be_naive_or_the_text_of_a_header(item, site, moment):
    """Naive datetimes and header texts are UTC, whatever the site's time zone."""
    with pytest.raises(HTTPNotModified):
        item.result(last_modified=moment)
    assert site.requests[-1].headers["If-Modified-Since"] == format_datetime(LATER, usegmt=True)


def test_last_modified_may_be_a_date(item, site):
    """A date stands for the beginning of that day in UTC."""
    with pytest.raises(HTTPNotModified):
        item.result(last_modified=LATER.date())
    midnight = LATER.replace(hour=0, minute=0, second=0)
    assert site.requests[-1].headers["If-Modified-Since"] == format_datetime(midnight, usegmt=True)


@pytest.mark.parametrize("moment", ["yesterday", "", 5])
def test_an_invalid_last_modified_is_an_error(item, statuses, moment):
    """No request is sent, since the caller does not want all data."""
    for method in (item.result, item.results, item.results_localized):
        with pytest.raises(ValueError, match="last_modified="):
            method(last_modified=moment)
    assert statuses() == []


def test_force_refresh_does_not_send_last_modified(item, statuses):
    """Data comes whatever the date."""
    assert item.result(last_modified=LATER, force_refresh=True).type_id == 34
    assert statuses() == [200]


def test_clear_etag_forgets_what_a_caller_was_given(item, statuses):
    """The next call returns the cached rows."""
    item.result()
    item._clear_etag()
    assert item.result().type_id == 34
    assert statuses() == [200]


def test_clear_cache_deletes_the_body(item, statuses):
    """The next call for data is sent."""
    item.result()
    item._clear_cache()
    assert item.result(use_etag=False).type_id == 34
    assert statuses() == [200, 200]


def test_purge_all_etags_forgets_all_calls(client, item, orders):
    """It returns how many ETags there were."""
    item.result()
    orders.results()
    assert client.purge_all_etags() == 4
    assert client.purge_all_etags() == 0
    assert item.result().type_id == 34
    assert len(orders.results()) == ROWS


def test_languages_have_answers_of_their_own(item, site):
    """Of one item, by either name of the parameter."""
    names = {code: item.result(accept_language=code).name for code in ("en", "ko", "zh")}
    assert len(set(names.values())) == 3
    with pytest.raises(HTTPNotModified):
        item.result(**{"Accept-Language": "ko"})


def test_bodies_have_answers_of_their_own(client):
    """Names of other ids are not those of the first ones."""
    ask = client.Character.PostCharactersAffiliation
    first = ask(body=[90_000_001]).result()
    second = ask(body=[90_000_002]).result()
    assert [row.character_id for row in (*first, *second)] == [90_000_001, 90_000_002]


def test_unchanged_names_raise_not_modified(client, statuses):
    """Each call asks the API, which gives names no lifetime; other ids form a different call."""
    names = client.Universe.PostUniverseNames
    statuses()
    names(body=[34]).result()
    with pytest.raises(HTTPNotModified):
        names(body=[34]).result()
    assert names(body=[34]).result(use_etag=False)[0].id == 34
    assert names(body=[35]).result()[0].id == 35
    assert statuses() == [200, 304, 200, 200]


def test_a_damaged_answer_is_not_remembered_as_given(item, site):
    """After a page of HTML the next call returns data."""
    site.faults.not_json(path="/universe/types/*", times=1)
    with pytest.raises(ValueError, match="not JSON"):
        item.result()
    assert item.result().type_id == 34


def test_processes_share_what_callers_were_given(site, settings, tmp_path, statuses):
    """Through any cache of Django, here files; another process has clients of its own."""
    backend = "django.core.cache.backends.filebased.FileBasedCache"

    def another_process():
        settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
        provider = ESIClientProvider("2026-08-10", "my-hangar", "1.0")
        return provider.client.Universe.GetUniverseTypesTypeId(type_id=34)

    item = another_process()
    statuses()
    item.result()
    with pytest.raises(HTTPNotModified):
        another_process().result()
    assert statuses() == [200]


def test_a_cache_that_keeps_nothing_gives_data_every_time(site, settings):
    """Nothing is called unchanged that nobody remembers."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    client = ESIClientProvider("2026-08-10", "a", "1").client
    for _ in range(2):
        assert client.Universe.GetUniverseTypesTypeId(type_id=34).result().type_id == 34
    assert client.purge_all_etags() == 0


@pytest.mark.parametrize("use_etag", [True, False])
def test_an_answer_without_cache_headers_is_not_kept(client, site, use_etag):
    """Tests of apps answer without them: what one test was told must not reach the next."""
    address = f"{site.url}/characters/affiliation"
    told = []
    for corporation in (98000001, 98000002):
        with responses.RequestsMock() as api:
            api.post(address, json=[{"character_id": 90000001, "corporation_id": corporation}])
            call = client.Character.PostCharactersAffiliation(body=[90000001])
            told += [row.corporation_id for row in call.result(use_etag=use_etag)]
            api.get(f"{site.url}/universe/types/34", json={"type_id": corporation})
            told.append(client.Universe.GetUniverseTypesTypeId(type_id=34).result().type_id)
    assert told == [98000001, 98000001, 98000002, 98000002]


def test_a_refusal_of_one_item_is_asked_for_again(item, site):
    """The API may allow a moment later what it refused."""
    site.faults.fail(404)
    with pytest.raises(HTTPClientError):
        item.result()
    assert item.result().type_id == 34


def test_a_200_is_news_although_its_etag_is_known(item, site):
    """Only the API's own 304 says that nothing changed."""
    for name in ("Tritanium", "Pyerite"):
        with responses.RequestsMock() as api:
            headers = {"ETag": '"same"'}
            api.get(f"{site.url}/universe/types/34", json={"name": name}, headers=headers)
            assert item.result().name == name
