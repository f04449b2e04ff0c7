"""Questions that several rules ask."""

import pytest

from zi_excel.plan.rencana_aksi import Datum, Place
from zi_excel.validation.rules.questions import counted, is_blank, is_done, other_years, quoted, shared_by_unrelated
from zi_excel.validation.subject import Subject

PLACE = Place("Rencana Aksi", 20, 4)


@pytest.mark.parametrize("text", ["", "-", "–", "…", ". - .", " "])
def test_nothing_and_a_dash_are_blank(text):
    """What staff write to say nothing."""
    assert is_blank(Datum.at(PLACE, text))


@pytest.mark.parametrize("text", ["a", "- SK", "0", "?"])
def test_any_word_is_not_blank(text):
    """A dash before a word is a bullet."""
    assert not is_blank(Datum.at(PLACE, text))


def test_what_is_not_known_is_not_blank():
    """An error value, and a formula without a computed value, are told by rules of their own."""
    assert not is_blank(Datum.at(PLACE, error="#REF!"))
    assert not is_blank(Datum.at(PLACE, formula="A1", cached=False))


@pytest.mark.parametrize(
    ("realisasi", "done"), [("100%", True), ("selesai", True), ("99%", False), ("", False), ("x", False)]
)
def test_done_is_all_of_it(realisasi, done, draft):
    """Neither nearly all, nor what can't be read."""
    draft.row("I.1.a").set(realisasi=realisasi)
    assert is_done(next(draft.plan().indikator())) == done


def test_unrelated_indikator_are_those_of_another_subkomponen(enacted_draft, subject):
    """Siblings share a home; the first stranger is named."""
    made: Subject = subject(enacted_draft)
    by_kode = {indikator.kode: indikator for indikator in made.plan.indikator()}
    siblings = [("x", by_kode["I.1.a"]), ("x", by_kode["I.1.b"])]
    assert not [*shared_by_unrelated(made, [*siblings, ("y", by_kode["I.2.a"])])]
    ((text, other, group),) = shared_by_unrelated(made, [*siblings, ("x", by_kode["I.2.a"]), ("x", by_kode["II.1.a"])])
    assert (text, other.kode) == ("x", "I.2.a")
    assert counted(group) == "4 indikator: I.1.a, I.1.b, I.2.a, II.1.a"


YEARS = [
    ("SKP 2025", ()),
    ("SKP 2024", ("2024",)),
    ("SKP tahun 2024 dan SKP tahun 2025", ("2024",)),
    ("SKP 2023, SKP 2024, SKP 2024", ("2023", "2024")),
    ("renstra 2020- 2024", ("2020–2024",)),
    ("renstra 2023 - 2027", ()),
    ("Laporan SPIP Tahun 2022-2025", ()),
    ("2021 s.d. 2024", ("2021–2024",)),
    ("2021 sampai dengan 2026", ()),
    ("Renstra 2025–2029", ()),
    ("Permenpan 90 Tahun 2021", ()),
    ("UU Nomor 14 Tahun 2008 tentang KIP", ()),
    ("PermenPANRB 90/2021", ()),
    ("LAKIP 2024 Tahun 2022", ("2024", "2022")),
    ("Keputusan Nomor 1234 Tahun 2023", ()),
    ("Keputusan KPU Tahun 2024 tentang Tim", ("2024",)),
    ("WA: 08965270070", ()),
    ("Telp: (0271)740268", ()),
    ("kode 202420", ()),
    ("3.2024", ()),
    ("laporan 12-2024-01", ()),
    ("tahun 1899", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "years"), YEARS, ids=[text or "blank" for text, _ in YEARS])
def test_other_years_are_those_that_do_not_reach_the_plans(text, years):
    """A span that holds the plan's year, a law's number and a telephone number name no other year."""
    assert other_years(text, 2025) == years


def test_a_quotation_is_one_short_line():
    """Line breaks become spaces; what is too long ends in an ellipsis."""
    assert quoted("SK\n Tim") == "“SK Tim”"
    assert quoted("Laporan tahunan", 8) == "“Laporan…”"
