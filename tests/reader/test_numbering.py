"""Numbers and letters as offices write them, and the kode that they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.reader.areas import area_number
from zi_excel.reader.numbering import (
    Number,
    Style,
    letters,
    places,
    read_digits,
    read_letter,
    read_number,
    roman,
    split_number,
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
        ("Menyusun SK", None),
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
    ("written", "given_places", "by_order"),
    [
        pytest.param([1, 2, 3], [1, 2, 3], [], id="as-written"),
        pytest.param([1, 2, 3, None, 5], [1, 2, 3, 4, 5], [3], id="missing-takes-its-place"),
        pytest.param([None, None], [1, 2], [0, 1], id="none-written"),
        pytest.param([1, 2, 2, 4], [1, 2, 3, 4], [2], id="second-of-two"),
        pytest.param([1, 2, 2, 3], [1, 2, 4, 3], [2], id="place-is-taken"),
        pytest.param([1, None, 2], [1, 3, 2], [1], id="missing-but-taken"),
        pytest.param([3, 1], [3, 1], [], id="out-of-order"),
        pytest.param([5, 5, 5], [5, 2, 3], [1, 2], id="all-the-same"),
        pytest.param([], [], [], id="none"),
    ],
)
def test_places_are_as_written_else_by_order(written, given_places, by_order):
    """Contract, section 1."""
    found = places(written)
    assert [each.value for each in found] == given_places
    assert [at for at, each in enumerate(found) if each.by_order] == by_order


@given(st.lists(st.none() | st.integers(1, 12), max_size=30))
def test_places_are_always_unique(written):
    """However wrongly siblings are numbered."""
    found = [each.value for each in places(written)]
    assert len(set(found)) == len(written)


@pytest.mark.parametrize(("position", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba")])
def test_positions_become_letters(position, text):
    """Beyond z as Excel counts columns."""
    assert letters(position) == text


@pytest.mark.parametrize(("value", "kode"), [(1, "I"), (6, "VI"), (20, "XX"), (21, "21")])
def test_komponen_have_roman_kode(value, kode):
    """As far as anybody writes them."""
    assert roman(value) == kode


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("MANAJEMEN PERUBAHAN", 1),
        ("Penataan Tatalaksana", 2),
        ("PENATAAN TATA LAKSANA", 2),
        ("PENATAAN SISTEM MANAJEMEN SDM APARATUR", 3),
        ("Penataan Sistem Manajemen SDM", 3),
        ("PENGUAT AKUNTABILITAS", 4),
        ("Penguatan Akuntabilitas Kinerja", 4),
        ("PENGUATAN PENGAWASAN", 5),
        ("PENINGKATAN KUALITAS PELAYANAN PUBLIK", 6),
        ("Pelayanan", None),
        ("Penguatan", None),
        ("", None),
    ],
)
def test_the_six_areas_are_known_by_name(name, number):
    """However they are spaced and abbreviated."""
    assert area_number(name) == number
