"""A cell in the model: where it is, what stands there, and that it costs little."""

import copy
import pickle
import sys

from zi_excel.plan.datum import Aside, Datum, Place

PLAIN = Aside("Rencana Aksi", 8, "0%")


def test_where_a_cell_is():
    """As Excel writes it; a column that the workbook lacks has no cell."""
    assert Datum(12, "SK Tim", "SK Tim", PLAIN).place == Place("Rencana Aksi", 12, 8)
    assert [Place("A", 12, 28).ref, Place("A", 12).ref, Place("A").ref] == ["AB12", None, None]


def test_a_cell_with_an_aside_of_its_own():
    """Given field by field it is the same as one that shares its aside, and a change leaves the shared one alone."""
    shared = Datum(12, "75%", 0.75, PLAIN)
    assert Datum.at(Place("Rencana Aksi", 12, 8), "75%", 0.75, number_format="0%") == shared
    changed = shared.with_aside(span=3, links=("https://contoh.example",))
    assert (changed.span, changed.links, changed.text) == (3, ("https://contoh.example",), "75%")
    assert (shared.span, shared.links, PLAIN.span) == (1, (), 1)


def test_when_anything_stands_there():
    """A text, a value, or an error; a formula without value says nothing."""
    assert not Datum(1, "", None, PLAIN)
    assert not Datum(1, "", None, PLAIN._replace(formula="A1", cached=False))
    assert Datum(1, "", 0.0, PLAIN)
    assert Datum(1, "", None, PLAIN._replace(error="#REF!"))


def test_a_cell_is_copied_and_sent_as_it_is():
    """Between processes too."""
    datum = Datum(12, "75%", 0.75, PLAIN)
    assert copy.deepcopy(datum) == datum == pickle.loads(pickle.dumps(datum))  # noqa: S301 - our own


def test_a_cell_costs_little():
    """Four references; a matrix of 100,000 rows has more than a million cells."""
    assert sys.getsizeof(Datum(12, "", None, PLAIN)) <= sys.getsizeof((1, 2, 3, 4)) + 16
