"""Offices whose matrices differ stand in the same rekap without a false figure."""

import pytest
from kantor_records import record, rekap_of

SATU, DUA = ("I.1.a", "Satu", 1.0), ("I.1.b", "Dua", 0.5)


def named(row, komponen=None, **areas):
    """A record whose komponen bear these names, by their kode."""
    made = record(row[0], *row[1:])
    names = areas or ({"I": komponen} if komponen else {})
    return made._replace(komponen=tuple(each._replace(nama=names.get(each.kode, each.nama)) for each in made.komponen))


CASES = {
    "another kode": (
        [("A", SATU, DUA), ("B", SATU), ("C", SATU, ("I.1.c", "Tiga", 0.0))],
        {"I.1.a": (3, 1.0, 0), "I.1.b": (1, 0.5, 0), "I.1.c": (1, 0.0, 0)},
    ),
    "another text under a kode": (
        [("A", SATU), ("B", SATU), ("C", ("I.1.a", "Lain sekali", 0.0))],
        {"I.1.a": (2, 1.0, 1)},
    ),
    "the same text, spelled otherwise": (
        [
            ("A", ("I.1.a", "a. Satu-satu", 1.0)),
            ("B", ("I.1.a", "A) satu  SATU.", 0.0)),
            ("C", ("I.1.a", "1. Satu satu", 0.5)),
        ],
        {"I.1.a": (3, 0.5, 0)},
    ),
    "texts that have moved by a row": (
        [
            ("A", SATU, DUA),
            ("B", SATU, DUA),
            ("C", ("I.1.a", "Baru", 0.0), ("I.1.b", "Satu", 0.0), ("I.1.c", "Dua", 0.0)),
        ],
        {"I.1.a": (2, 1.0, 1), "I.1.b": (2, 0.5, 1), "I.1.c": (1, 0.0, 0)},
    ),
    "as many of one text as of another": (
        [("A", ("I.1.a", "Beta", 1.0)), ("B", ("I.1.a", "Alfa", 0.0))],
        {"I.1.a": (1, 0.0, 1)},
    ),
    "a text of signs alone": (
        [("A", ("I.1.a", "–", 1.0)), ("B", ("I.1.a", "…", 0.0)), ("C", ("I.1.a", "…", 0.5))],
        {"I.1.a": (2, 0.25, 1)},
    ),
    "four areas only": (
        [("A", SATU, ("II.1.a", "Dua", 0.0)), ("B", ("II.1.a", "Dua", 1.0))],
        {"I.1.a": (1, 1.0, 0), "II.1.a": (2, 0.5, 0)},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_indikator_is_that_of_the_kantor_with_its_text(case):
    """By kode: how many kantor, their mean, and how many have another text there."""
    kantor, expected = CASES[case]
    rekap = rekap_of(*(record(nama, *rows) for nama, *rows in kantor))
    assert {
        each.kode: (each.spread.kantor, each.spread.rata_rata, each.teks_lain) for each in rekap.indikator
    } == expected
    assert rekap.spread.kantor == len(kantor)


AREAS = {
    "the same area under another number": (
        [("A", {"I": "MANAJEMEN PERUBAHAN", "II": "PENATAAN TATALAKSANA"}), ("B", {"I": "PENATAAN TATA LAKSANA"})],
        [("I", 1, 1), ("II", 2, 2)],
    ),
    "an area in other words": (
        [("A", {"I": "Penguatan Akuntabilitas"}), ("B", {"I": "PENGUAT AKUNTABILITAS KINERJA"})],
        [("IV", 4, 2)],
    ),
    "one that is none of the six": (
        [("A", {"I": "Manajemen Perubahan", "II": "Inovasi"}), ("B", {"I": "INOVASI"})],
        [("I", 1, 1), ("II", None, 2)],
    ),
    "one whose number is an area's": (
        [("A", {"I": "Manajemen Perubahan"}), ("B", {"I": "Inovasi"})],
        [("I", 1, 1), ("", None, 1)],
    ),
    "two komponen of one area": (
        [("A", {"I": "Manajemen Perubahan", "II": "Area Manajemen Perubahan"}), ("B", {"I": "Manajemen Perubahan"})],
        [("I", 1, 2)],
    ),
}


@pytest.mark.parametrize("case", AREAS)
def test_a_komponen_is_that_of_the_kantor_with_its_area(case):
    """By the six areas, else by name: kode, area, how many kantor."""
    kantor, expected = AREAS[case]
    rekap = rekap_of(
        *(named((nama, *((f"{kode}.1.a", f"Teks {kode}", 0.5) for kode in names)), **names) for nama, names in kantor)
    )
    assert [(each.kode, each.area, each.spread.kantor) for each in rekap.komponen] == expected


def test_two_komponen_of_one_area_count_as_one_by_their_indikator():
    """A kantor counts once: the mean over the indikator of both."""
    both = {"I": "Manajemen Perubahan", "II": "Manajemen Perubahan"}
    kantor = named(("A", ("I.1.a", "Satu", 1.0), ("II.1.a", "Dua", 0.0), ("II.1.b", "Tiga", 0.0)), **both)
    (figures,) = rekap_of(kantor).komponen
    assert figures.spread == (1, 1 / 3, 1 / 3, 1 / 3, 1 / 3)
    assert figures.capaian == (1 / 3,)
