"""Numbers and letters as offices write them: one parser for reader, comparison and rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.plan.numbering import (
    Number,
    Style,
    among,
    letters,
    position,
    read_digits,
    read_letter,
    read_number,
    split_number,
    without_letter,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", Number(1, Style.ARABIC)),
        ("1.", Number(1, Style.ARABIC)),
        ("(2)", Number(2, Style.ARABIC)),
        ("3)", Number(3, Style.ARABIC)),
        ("1.0", Number(1, Style.ARABIC)),
        ("01", Number(1, Style.ARABIC)),
        ("I", Number(1, Style.ROMAN)),
        ("IV.", Number(4, Style.ROMAN)),
        ("vi", Number(6, Style.ROMAN)),
        ("I.2", Number(2, Style.ARABIC)),
        ("A.", Number(1, Style.LETTER)),
        ("a", Number(1, Style.SMALL)),
        ("i", Number(9, Style.SMALL)),
        ("", None),
        ("0", None),
        ("-", None),
        ("MANAJEMEN", None),
        ("2025", None),
        ("²", None),
    ],
)
def test_numbers_are_read(text, number):
    """Roman, Arabic, lettered, with or without marks."""
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("I. MANAJEMEN PERUBAHAN", 1, "MANAJEMEN PERUBAHAN"),
        ("2) Dokumen", 2, "Dokumen"),
        ("A. MANAJEMEN", 1, "MANAJEMEN"),
        ("MANAJEMEN PERUBAHAN", None, "MANAJEMEN PERUBAHAN"),
        ("S.O.P pelayanan", None, "S.O.P pelayanan"),
        ("3 Tim Kerja", None, "3 Tim Kerja"),
    ],
)
def test_a_number_is_split_from_its_name(text, number, name):
    """Where one cell holds both."""
    found, rest = split_number(text)
    assert (found and found.value, rest) == (number, name)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("a. Menyusun SK", "a"),
        ("b) Menyusun", "b"),
        ("(c) Menyusun", "c"),
        ("D. Menyusun", "d"),
        ("e.Menyusun", "e"),
        ("f Menyusun", "f"),
        ("g.", "g"),
        ("h . Menyusun", "h"),
        ("\na. Menyusun", "a"),
        ("Menyusun SK", None),
        ("E office telah diterapkan", None),
        ("e-office telah diterapkan", None),
        ("S.O.P", None),
        ("a menyusun", None),
        ("1. Menyusun", None),
        ("", None),
    ],
)
def test_letters_are_read(text, letter):
    """With a dot, a bracket, or just before a capital."""
    assert read_letter(text) == letter


@pytest.mark.parametrize(
    ("text", "number"), [("1. SK", 1), ("2) SK", 2), ("3 SK", None), ("1.5 juta", None), ("SK", None)]
)
def test_digits_are_read(text, number):
    """Indikator that are counted instead of lettered."""
    assert read_digits(text) == number


@pytest.mark.parametrize(
    ("text", "rest"),
    [("a. Tim", "Tim"), ("(b) Tim", "Tim"), ("c Tim", "Tim"), ("\na. Tim", "Tim"), ("e-monev", "e-monev"), ("a.", "")],
)
def test_the_letter_is_taken_off(text, rest):
    """What reads the letter says where the words begin."""
    assert without_letter(text) == rest


def test_the_decrees_letters_are_those_of_its_kode():
    """Whatever the scan makes of them: `I.1.a` begins with an a, `III.5` with none."""
    for _, sub, row in enacted_matrix().indikator():
        assert read_letter(row.indikator) == (row.kode.removeprefix(f"{sub.kode}.") if row.kode != sub.kode else None)


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["I", "II", "III"], ["I", "II", "III"]),
        (["i", "ii", "iii"], ["I", "II", "III"]),
        (["A", "B", "I"], ["A", "B", "I"]),
        (["I", "II", "C"], ["I", "II", "C"]),
        (["1", "", "i"], ["1", None, "i"]),
    ],
)
def test_a_letter_that_is_a_roman_numeral_too_is_judged_by_its_siblings(texts, written):
    """The ninth of lettered komponen is no first one."""
    found = among([read_number(text) for text in texts])
    assert [each and each.written(each.value) for each in found] == written
    assert among(found) == found


def test_the_ninth_of_lettered_komponen_is_nine():
    """`I` beside `A`."""
    assert among([Number(1, Style.LETTER), read_number("I")])[1] == Number(9, Style.LETTER)


@pytest.mark.parametrize(("place", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")])
def test_positions_become_letters(place, text):
    """Beyond z as Excel counts columns."""
    assert letters(place) == text


@given(st.integers(1, 2000))
def test_letters_are_read_back(place):
    """position() undoes letters()."""
    assert position(letters(place)) == place
