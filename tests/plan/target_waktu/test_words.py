"""The vocabulary: what a word means, also written together with another one or with a slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.target_waktu.words import MONTH_WORDS, Kind, is_known, meanings


def kinds(word):
    """What a word means: kinds and values."""
    return [(kind, value) for kind, value, _ in meanings(word)]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nopember", [(Kind.MONTH, 11)]),
        ("pebr", [(Kind.MONTH, 2)]),
        ("iii", [(Kind.INDEX, 3)]),
        ("kesatu", [(Kind.INDEX, 1)]),
        ("kwartal", [(Kind.UNIT, 3)]),
        ("twiii", [(Kind.UNIT, 3), (Kind.INDEX, 3)]),
        ("perbulan", [(Kind.EVERY, 0), (Kind.UNIT, 1)]),
        ("setiaptriwulan", [(Kind.EVERY, 0), (Kind.UNIT, 3)]),
        ("adanya", [(Kind.EVENT, 0)]),
        ("bulannya", [(Kind.UNIT, 1)]),
        ("permaret", [(Kind.WORD, 0)]),
        ("laporan", [(Kind.WORD, 0)]),
    ],
)
def test_what_a_word_means(word, meant):
    """Spellings in use, words written together, and "-nya"; what is none of them is a plain word."""
    assert kinds(word) == meant


@pytest.mark.parametrize(
    ("word", "month"),
    [("desmber", 12), ("agutus", 8), ("septembr", 9), ("janurai", 1), ("oktoberr", 10), ("juny", 6), ("mey", 5)],
)
def test_a_month_with_one_slip_is_a_slip(word, month):
    """A letter missing, added or wrong, or two neighbours swapped: it is named, never taken for the month."""
    assert kinds(word) == [(Kind.TYPO, month)]
    assert not is_known(word)


@pytest.mark.parametrize("word", ["juri", "mari", "apa", "juli-an", "maretan"])
def test_an_everyday_word_is_no_slip(word):
    """Short names are near too many words."""
    assert kinds(word)[0][0] is Kind.WORD


@given(st.text(st.characters(categories=["Ll"]), max_size=30))
def test_any_word_has_a_meaning(word):
    """At least that of a plain word; never an exception."""
    assert meanings(word)


def test_a_month_is_nothing_else():
    """Each spelling of a month means that month alone."""
    assert all(kinds(word) == [(Kind.MONTH, number)] for word, number in MONTH_WORDS.items())
