"""Targets of another year: only their own years move, and the parser reads the same days of that year."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from target_texts import read
from target_words import month_lists, soup

from zi_excel.plan.document_numbers import document_numbers
from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.target_waktu import read_target_waktu
from zi_excel.plan.target_waktu.moved import is_moved, move_target


def moved(text, *, year=2025, by=1, **cell):
    """A cell's text in a plan of a later year."""
    content = cell.get("value", text)
    target = read_target_waktu(content, year=year, day_shown=cell.get("day_shown", True))
    return move_target(text, target, year=year, by=by, **cell)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Maret 2025", "Maret 2026"),
        ("Maret, Juni, September, Desember 2025", "Maret, Juni, September, Desember 2026"),
        ("MARET,\nJUNI 2025", "MARET,\nJUNI 2026"),
        ("November 2024 – Januari 2025", "November 2025 – Januari 2026"),
        ("22 April s.d. 3 Mei 2025", "22 April s.d. 3 Mei 2026"),
        ("31/03/2025", "31/03/2026"),
        ("31-3-25", "31-3-26"),
        ("Mar-25", "Mar-26"),
        ("Jan'25, Mar'25", "Jan'26, Mar'26"),
        ("TW I/II/2025", "TW I/II/2026"),
        ("Tahun 2025: Maret, Juni", "Tahun 2026: Maret, Juni"),
        ("B03, B06 2025", "B03, B06 2026"),
        ("sepanjang tahun 2025", "sepanjang tahun 2026"),
        ("2025", "2026"),
        ("Setiap bulan (Januari - Desember 2025)", "Setiap bulan (Januari - Desember 2026)"),
        ("28 Februari 2025", "28 Februari 2026"),
    ],
)
def test_the_targets_own_years_move(text, later):
    """In every form that a target is written in; all else stays letter by letter."""
    assert moved(text).text == later
    assert moved(text).moved


@pytest.mark.parametrize("text", ["Maret", "TW I-IV", "setiap bulan", "Januari – Desember", "sewaktu-waktu", "B12"])
def test_what_names_no_year_says_the_same_in_any(text):
    """Nothing moves and nothing is to be decided."""
    assert moved(text) == (text, "", False, ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-", "tidak terbaca"),
        ("Perda 5 Tahun 2017, Maret 2025", "tidak terbaca"),
        ("SK Nomor 12/2025", "hari yang lain"),
        ("LAKIP 2025, Maret", "tidak jelas apakah itu tahun jatuh temponya"),
        ("Senin, 31 Maret 2025", "jatuh pada hari Selasa, bukan Senin"),
        ("setiap Senin", "hari yang lain"),
    ],
)
def test_what_is_not_read_as_the_same_days_stays(text, why):
    """It is left as written, with the reason."""
    assert moved(text).text == text
    assert why in moved(text).why


def test_another_documents_year_stays_beside_a_target_that_moves():
    """`Laporan 2024` is the report's year, `Maret 2025` the target's."""
    text = moved("Laporan 2024 paling lambat Maret 2025")
    assert text.text == "Laporan 2024 paling lambat Maret 2026"
    assert text.stays == ("2024",)


def test_the_leap_day():
    """The end of February stays its end; 29 February of a year that has none is told and left."""
    assert moved("Februari 2024", year=2024).text == "Februari 2025"
    assert moved("Februari 2025", by=3).text == "Februari 2028"
    assert moved("28 Februari 2025", by=3).text == "28 Februari 2028"
    assert moved("29 Februari 2024", year=2024, by=4).text == "29 Februari 2028"
    left = moved("29 Februari 2024", year=2024)
    assert (left.text, left.why) == ("29 Februari 2024", "29 Februari tidak ada di tahun 2025; tentukan tanggalnya.")


def test_an_excel_date():
    """It moves as it is shown; where that says nothing of the year, or another day, it is written out."""
    assert moved("Jan-25", value=date(2025, 1, 1), day_shown=False).text == "Jan-26"
    assert moved("3/31/25", value=date(2025, 3, 31)).text == "31 Maret 2026"
    assert moved("Januari", value=date(2025, 1, 5)).text == "5 Januari 2026"
    assert moved("2/29/24", year=2024, value=date(2024, 2, 29)).why.startswith("29 Februari tidak ada")


def test_is_moved_holds_kind_and_days():
    """Another kind, another number of days or another day is no move."""
    maret = Jadwal(Jenis.BULAN, date(2025, 3, 1), date(2025, 3, 31), (date(2025, 3, 31),))
    later = Jadwal(Jenis.BULAN, date(2026, 3, 1), date(2026, 3, 31), (date(2026, 3, 31),))
    assert is_moved(maret, later, 1)
    assert not is_moved(maret, later, 2)
    assert not is_moved(maret, later._replace(jenis=Jenis.TANGGAL), 1)
    assert not is_moved(maret, later._replace(tonggak=(date(2026, 3, 30),)), 1)
    assert not is_moved(maret, None, 1)
    assert is_moved(None, None, 1)


def holds(text, year, by):
    """What was moved is read as the same days; what was not is as it was; numbers of documents are untouched."""
    old = read_target_waktu(text, year=year)
    result = move_target(text, old, year=year, by=by)
    new = read_target_waktu(result.text, year=year + by)
    assert re.sub(r"\d", "", result.text) == re.sub(r"\d", "", text)
    assert result.moved == (result.text != text)
    if result.moved or not result.why:
        assert not text.strip() or is_moved(old.jadwal, new.jadwal, by)
    numbers = [text[start:end] for start, end in document_numbers(text)]
    assert numbers == [result.text[start:end] for start, end in document_numbers(result.text)]


def texts_of_the_tests():
    """Every text in the tests of target waktu: the vocabulary, the forms, the traps."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 300:
                yield node.value


@pytest.mark.slow
@pytest.mark.parametrize("by", [1, 3])
def test_every_text_of_these_tests(by):
    """More than a thousand of them, whatever they are: moved rightly or left."""
    texts = set(texts_of_the_tests())
    assert len(texts) > 1000
    for text in texts:
        holds(text, 2025, by)
    assert sum(moved(text).moved for text in texts) > 300


@pytest.mark.slow
@given(text=st.one_of(st.text(), soup, month_lists().map(lambda case: case[2])), by=st.integers(1, 5))
@example("SK Nomor 12/2025 Maret 2025", 1)
@example("Maret 2025 29/02/2024", 1)
def test_any_text_is_moved_rightly_or_left(text, by):
    """Words of targets in any order, with years, numbers, dates and marks."""
    holds(text, 2025, by)


@given(month_lists(), st.integers(1, 5))
@pytest.mark.slow
def test_a_written_list_moves(case, by):
    """A list of months in whatever spelling is read as the same months of the other year."""
    year, chosen, text = case
    result = moved(text, year=year, by=by)
    again = read(result.text, year=year + by)
    assert [(day.year, day.month) for day in again.jadwal.tonggak] == [(year + by, month) for month in chosen]
