"""A text cut into tokens: what is one word, what is a bullet, where a token stands."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.target_waktu import years_in_target
from zi_excel.plan.target_waktu.tokens import is_unit, kind_at, tokens
from zi_excel.plan.target_waktu.words import _TABLE, Kind


def kinds(text):
    """The kinds of a text's tokens with their texts."""
    return [(token.kind, token.text) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("- Maret\n- Juni", "Maret Juni"),
        ("• Maret\n• Juni", "Maret Juni"),
        ("1. Maret 2. Juni", "Maret Juni"),
        ("a. Maret\nb. Juni", "Maret Juni"),
        ("Desem-\nber", "Desember"),
        ("Tri Wulan I", "triwulan I"),
        ("Jum’at", "Jumat"),
        ("Maret\u200b 2025\u00ad", "Maret 2025"),
        ("３ bulan", "3 bulan"),
        ("3 (tiga) bulan", "3 bulan"),
        ("Maret sampai dengan Juni", "Maret sampai Juni"),
    ],
)
def test_what_makes_no_difference_is_gone(text, same):
    """Bullets, numbering that counts on, words split by a line's end, invisible and full-width characters."""
    assert [(token.kind, token.value) for token in tokens(text)] == [
        (token.kind, token.value) for token in tokens(same)
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2. Maret 3. Juni", [Kind.NUMBER, Kind.MONTH, Kind.NUMBER, Kind.MONTH]),
        ("Maret\n- Juni", [Kind.MONTH, Kind.DASH, Kind.MONTH]),
        ("Januari-\nmaret", [Kind.MONTH, Kind.DASH, Kind.MONTH]),
    ],
)
def test_what_may_mean_something_stays(text, kept):
    """Numbers that do not count on from 1, and a lone dash before a later line, which may be a range."""
    assert [token.kind for token in tokens(text)] == kept


def test_where_a_token_stands():
    """In brackets or not, first of its line or not; brackets that close nothing change nothing."""
    march, june, july = tokens("Maret (Juni\n) Juli)")
    assert [march.bracketed, june.bracketed, july.bracketed] == [False, True, False]
    assert [march.breaks, june.breaks, july.breaks] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("31/03/2025", (Kind.DATE, 0, (31, 3, 2025))),
        ("2025-03-31", (Kind.DATE, 0, (31, 3, 2025))),
        ("31.3.25", (Kind.DATE, 0, (31, 3, 2025))),
        ("03/2025", (Kind.MONTH_YEAR, 0, (3, 2025))),
        ("2025/03", (Kind.MONTH_YEAR, 0, (3, 2025))),
        ("'25", (Kind.YEAR, 2025, ())),
        ("2025", (Kind.YEAR, 2025, ())),
        ("2225", (Kind.NUMBER, 2225, ())),
        ("B.09", (Kind.MEASURE, 9, ())),
        ("ke-3", (Kind.INDEX, 3, ())),
        ("ke-II", (Kind.INDEX, 2, ())),
        ("75,5 %", (Kind.PERCENT, 0, ())),
        ("s/d", (Kind.TO, 0, ())),
        ("...", (Kind.UNCLEAR, 0, ())),
        ("T.A.", (Kind.UNIT, 12, (0,))),
        ("minggu", (Kind.UNIT, 0, (7,))),
    ],
)
def test_one_token(text, token):
    """Its kind, value and parts: days are read day first."""
    (only,) = tokens(text)
    assert (only.kind, only.value, only.parts) == token


def test_no_number_is_too_long():
    """Thousands of digits are a number like any other."""
    (number,) = tokens("9" * 3000)
    assert number.kind is Kind.NUMBER


def test_a_place_without_a_token_has_no_kind():
    """Before the first and after the last one."""
    found = tokens("bulan Maret")
    assert [kind_at(found, at) for at in (-1, 0, 1, 2)] == [None, Kind.UNIT, Kind.MONTH, None]
    assert is_unit(found, 0, 1)
    assert not is_unit(found, 1, 1)
    assert not is_unit(found, 2, 1)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Maret, Juni 2025", (2025,)),
        ("Desember 2024 – Maret 2025", (2024, 2025)),
        ("31/03/2025", (2025,)),
        ("03/2025, '26", (2025, 2026)),
        ("setiap bulan", ()),
        ("Nomor 1234 dari 56789", ()),
        ("", ()),
    ],
)
def test_the_years_of_a_text_can_be_counted(text, years):
    """For a plan whose title names no year, column 6's commonest is taken."""
    assert years_in_target(text) == years


_OTHERS = (
    "tri",
    "catur",
    "dwi",
    "setengah",
    "semi",
    "ke",
    "b",
    "B09",
    "s",
    "d",
    "o",
    "a",
    "x",
    "MaretJuni",
    "TWIII",
    "qiv",
)
_WORDS = [*_TABLE, *_OTHERS, "MaretJuni", "nomor", "Laporan", "perbulan"]
_NUMBERS = ("1", "2025", "31", "0", "09", "2026", "1234567")
_PIECES = st.sampled_from([*_WORDS, *(word.capitalize() for word in _WORDS), *_NUMBERS])
_PARTS = st.sampled_from([" ", " ", ", ", " - ", "-", ",", " -", "- ", "--", "\n", "/", ".", ". "])


@given(st.lists(st.tuples(_PIECES, _PARTS), max_size=7), st.sampled_from(["", "-", "o ", ","]))
def test_a_plain_line_is_read_without_patterns_as_with_them(pieces, start):
    """Words, numbers, commas and dashes alone: most targets are no more, and the patterns take long to compile."""
    text = start + "".join(piece + part for piece, part in pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules[tokens.__module__], "_pieces", lambda _: None)
        expected = tokens(text)
    assert tokens(text) == expected
