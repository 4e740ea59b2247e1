"""HTML of costs, runs and responses."""

from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esi.core.http.messages import Response
from esi_data.formatting import price
from esi_data.widgets.state import background_run
from esi_data.widgets.state.background_run import BackgroundRun, Counts
from esi_data.widgets.views import html

PLAN = {
    "group": "market-order",
    "user": "",
    "calls": 2,
    "requests": 30,
    "cached": 0,
    "tokens": 60,
    "seconds": 0.4,
    "left": 11000,
    "estimated": 0,
}


class Elements(HTMLParser):
    """Tags and text of some HTML."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_every_text_is_escaped(text):
    """No text adds an element, wherever it is used."""
    harmless = {name: Elements(draw("x")).tags for name, draw in PLACES.items()}
    assert {name: Elements(draw(text)).tags for name, draw in PLACES.items()} == harmless


PLACES = {
    "note": html.note,
    "status": html.status,
    "badges": lambda text: html.badges([text]),
    "code": html.code,
    "facts": lambda text: html.facts({text: text}, text),
    "cells": lambda text: html.table(pd.DataFrame({text: [text]}), text),
    "scrolled": lambda text: html.scrolled("", text),
    "preformatted": html.preformatted,
}


def test_markup_of_the_api_is_shown_as_text():
    """A script in a description does not run."""
    bad = '<script>alert("x")</script>'
    for draw in PLACES.values():
        assert "script" not in Elements(draw(bad)).tags
    assert Elements(html.note(bad)).text == bad


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (10000002, "10000002"),
        (1234567.891, "1,234,567.89"),
        (0.00012345, "0.0001234"),
        (True, "True"),
        (None, ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (float("nan"), ""),
        (pd.Timestamp("2026-05-30 18:54:23", tz="UTC"), "2026-05-30 18:54:23"),
        ([1, 2], "[1, 2]"),
        ({"name": "Jita"}, '{"name": "Jita"}'),
        ("Jita", "Jita"),
    ],
)
def test_cells_are_readable(given, shown):
    """IDs have no commas, times no zone, and missing values are empty."""
    assert html.cell(given) == shown


def test_json_is_indented_and_cut():
    """Cut a long body; leave other text than JSON unchanged."""
    assert html.body(Response(200, {}, b'{"players":1}')) == '{\n  "players": 1\n}'
    assert html.body(Response(502, {}, b"<html>Bad Gateway")) == "<html>Bad Gateway"
    long = html.body(Response(200, {}, b"[" + b",".join([b"1"] * 100_000) + b"]"))
    assert len(long) < html.LONGEST_JSON + 100
    assert long.endswith("more characters")


@pytest.mark.parametrize(
    ("changed", "said", "kind"),
    [
        ({}, "30 requests, 60 tokens of 11,000 left in market-order.", ""),
        ({"requests": 1, "tokens": 2}, "1 request, 2 tokens of", ""),
        ({"seconds": 120.0}, "about 2 min", ""),
        ({"cached": 4}, "4 responses from the cache", ""),
        (
            {"requests": 0, "cached": 1, "tokens": 0},
            "Costs nothing: 1 response in the cache",
            "good",
        ),
        ({"estimated": 1}, "At least 30 requests", ""),
        ({"left": 10}, "Not enough tokens left", "warn"),
        ({"group": "errors", "tokens": 0, "left": 98}, "no tokens (only errors count; 98", ""),
    ],
)
def test_the_cost_is_a_sentence(changed, said, kind):
    """It names requests, tokens, time and cached responses, and warns of a wait."""
    text, shown = price(PLAN | changed)
    assert said in text
    assert shown == kind


def test_max_pages_limits_the_cost():
    """Two calls of at most three pages each make six requests."""
    assert "6 requests, 12 tokens" in price(PLAN, max_pages=3)[0]
    assert "30 requests" in price(PLAN, max_pages=100)[0]


@pytest.fixture
def run(esi):
    """Return a run that has not started."""
    return BackgroundRun(esi, "get_status", {})


def test_progress_names_pages_rows_tokens_and_time(run):
    """Derive the remaining time from the pace so far."""
    run.counts = Counts(34, 100, "page", 34000, 34, 2_100_000, 68)
    run.started -= 34
    text = background_run.progress(run, (11930, 12000))
    assert text == (
        "34 of 100 pages · 34,000 rows · 2.1 MB · 11,930 of 12,000 tokens left · about 66 s left"
    )
    assert background_run.progress(run, None, 40.0).endswith("waiting 40 s for the rate limit")


def test_progress_before_the_first_response(run):
    """It has no pages, rows or time yet."""
    assert background_run.progress(run) == "waiting for the first response"


def test_the_outcome_of_a_run_is_a_sentence(run):
    """It warns of an inconsistent snapshot and of a stop."""
    run.counts = Counts(1, 1, "page", 3, 1, 100, 2)
    run.state = "done"
    run.frame = pd.DataFrame({"a": [1, 2, 3]})
    run.frame.attrs["esi"] = {"from_cache": False, "consistent": True}
    text, kind = background_run.outcome(run)
    assert (text.startswith("3 rows, 1 request, 2 tokens, "), kind) == (True, "good")
    run.frame.attrs["esi"]["consistent"] = False
    text, kind = background_run.outcome(run)
    assert ("different snapshots" in text, kind) == (True, "warn")
    run.state = "stopped"
    text, kind = background_run.outcome(run)
    assert ("run again to resume" in text, kind) == (True, "warn")
