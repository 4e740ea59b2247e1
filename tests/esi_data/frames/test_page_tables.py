"""Test that the pages of a listing share one array per column."""

import numpy as np
import pytest

from esi_data.frames.page_tables import PageTables
from esi_data.frames.rows import Table, joined


def page(*ids, **columns):
    return Table({"id": np.array(ids), **columns}, {}, len(ids))


def added(*pages, count=None):
    tables = PageTables()
    for number, table in enumerate(pages, 1):
        tables.add(number, count or len(pages), table)
    return tables


def ids(tables):
    return joined(tables).known["id"].tolist()


def test_full_pages_are_one_table_without_copies():
    """The last page may have fewer rows."""
    tables = added(page(1, 2), page(3, 4), page(5))
    (whole,) = tables.take([1, 2, 3])
    assert ids([whole]) == [1, 2, 3, 4, 5]
    assert np.shares_memory(whole.known["id"], tables.take([1])[0].known["id"])


def test_pages_keep_their_own_arrays_unchanged():
    """The arrays of a page are copied, not taken over."""
    first = page(1, 2)
    tables = added(first, page(3, 4))
    tables.take([1, 2])[0].known["id"][0] = 9
    assert first.known["id"].tolist() == [1, 2]


@pytest.mark.parametrize(
    "odd",
    [
        page(3),
        page(3, 4, 5),
        Table({"id": [3, None]}, {}, 2),
        Table({"id": np.array([3.5])}, {}, 1),
        Table({"id": np.array([3])}, {"colour": ["red"]}, 1),
        Table({}, {}, 0),
        page(3, 4, price=np.array([0.5, 1.5])),
    ],
    ids=["short", "long", "list", "floats", "unknown field", "empty", "another column"],
)
def test_a_page_unlike_the_first_is_kept_in_its_place(odd):
    """Rows of a page that differs are neither lost nor converted."""
    pages = [page(1, 2), odd, page(6, 7)]
    expected = joined([Table(dict(p.known), dict(p.unknown), p.rows) for p in pages])
    found = joined(added(*pages).take([1, 2, 3]))
    assert found.rows == expected.rows
    assert {name: list(values) for name, values in found.known.items()} == {
        name: list(values) for name, values in expected.known.items()
    }
    assert found.unknown == expected.unknown


def test_an_odd_first_page_gives_the_others_no_room():
    """Each page then stays a table of its own."""
    odd = Table({"id": [1, None]}, {"colour": ["red", "blue"]}, 2)
    tables = added(odd, page(3, 4), page(5, 6)).take([1, 2, 3])
    assert [list(each.known["id"]) for each in tables] == [[1, None], [3, 4, 5, 6]]


def test_a_replaced_page_has_its_new_rows():
    """The new page may differ from the others where the old one did not, and the reverse."""
    tables = added(page(1, 2), page(3), page(5, 6))
    tables.add(2, 3, page(7, 8))
    assert ids(tables.take([1, 2, 3])) == [1, 2, 7, 8, 5, 6]
    tables.add(1, 3, Table({"id": [9]}, {}, 1))
    assert [list(each.known["id"]) for each in tables.take([1, 2])] == [[9], [7, 8]]
    tables.add(1, 3, page(9, 10))
    assert ids(tables.take([1, 2, 3])) == [9, 10, 7, 8, 5, 6]


def test_a_page_beyond_the_count_is_kept():
    """A listing may grow while it is fetched."""
    tables = added(page(1, 2), page(3, 4))
    tables.add(3, 3, page(5))
    assert [each.known["id"].tolist() for each in tables.take([1, 2, 3])] == [[1, 2, 3, 4], [5]]


def test_only_the_pages_that_are_taken_are_returned():
    """In the order given."""
    tables = added(page(1, 2), page(3, 4), page(5, 6))
    assert [each.known["id"].tolist() for each in tables.take([3, 1])] == [[5, 6], [1, 2]]


def test_missing_values_of_a_later_page_are_masked():
    """The first page has no mask."""
    masked = np.ma.masked_array([3, 0], [False, True])
    (whole,) = added(page(1, 2), Table({"id": masked}, {}, 2), page(5, 6)).take([1, 2, 3])
    assert whole.known["id"].tolist() == [1, 2, 3, None, 5, 6]


def test_lists_are_one_list():
    """Texts have no array."""
    pages = [Table({"name": ["a", None]}, {}, 2), Table({"name": ["b"]}, {}, 1)]
    (whole,) = added(*pages).take([1, 2])
    assert whole.known["name"] == ["a", None, "b"]
