"""ZI6xx: column TARGET WAKTU."""

from datetime import date

import pytest

from zi_excel.plan.rencana_aksi import Field

UNREADABLE = ("ZI601", "ZI602", "ZI603")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "ZI601"),
        ("-", "ZI601"),
        ("–", "ZI601"),
        ("31 Juni 2025", "ZI602"),
        ("menyesuaikan", "ZI602"),
        ("Februari 2025 dan setiap bulan", "ZI602"),
        ({"value": 17.0, "text": "17"}, "ZI602"),
        ({"error": "#N/A"}, None),
        ("Tercapai 4 Januari 2021", "ZI603"),
        ("selesai", "ZI603"),
        ("100%", "ZI603"),
        ({"value": 0.75, "text": "75%", "number_format": "0%"}, "ZI603"),
        ("Maret 2025", None),
        ("sewaktu-waktu", None),
        (date(2025, 3, 31), None),
    ],
    ids=str,
)
def test_a_target_that_is_none_is_told_by_one_rule(content, code, draft, cells):
    """Blank, unreadable and overwritten are three different things to mend: one galat each, at the cell."""
    draft.row("I.1.b").set(target_waktu=content)
    assert {each: cells(each, draft) for each in UNREADABLE} == {
        each: [("F22", "I.1.b")] if each == code else [] for each in UNREADABLE
    }


def test_an_unreadable_target_is_shown_with_what_was_understood(draft, hits):
    """Contract, section 4: a finding that shows what was understood."""
    draft.row("I.1.b").set(target_waktu="31 Juni 2025")
    (hit,) = hits("ZI602", draft)
    assert "“31 Juni 2025” tidak dapat dibaca: tanggal 31 Juni 2025 tidak ada" in hit.message
    draft.row("I.1.b").set(target_waktu="Tercapai 4 Januari 2021")
    (hit,) = hits("ZI603", draft)
    assert "4 Januari 2021" in hit.message


def test_without_the_column_no_target_is_missed(draft, hits):
    """ZI001 says that TARGET WAKTU is missing."""
    del draft.columns[Field.TARGET_WAKTU]
    assert [hits(code, draft) for code in UNREADABLE] == [[], [], []]


@pytest.mark.parametrize(
    ("target", "spoken"),
    [
        ("minggu ke-2 Maret 2025 setelah rapat", True),
        ("Maret 2025 setelah rapat", True),
        ("Juni, Maret 2025", True),
        ("Maret 2025", False),
        ("Januari – Desember 2025", False),
    ],
)
def test_what_the_reading_remarked_is_told(target, spoken, draft, hits):
    """ZI604 says up to which day the target was read, and the remark."""
    draft.row("I.1.b").set(target_waktu=target)
    found = hits("ZI604", draft)
    assert [hit.kode for hit in found] == ["I.1.b"] * spoken
    assert all("2025: " in hit.message for hit in found)


def test_forty_of_the_enacted_targets_end_before_the_decree(enacted_draft, hits):
    """Contract, section 6: a target whose end lies before the decree's date, 40 of the 87."""
    found = hits("ZI605", enacted_draft)
    assert len(found) == 40
    assert all("9 Oktober 2025" in hit.message for hit in found)


@pytest.mark.parametrize(
    ("target", "spoken"),
    [
        ("8 Oktober 2025", True),
        ("9 Oktober 2025", False),
        ("Oktober 2025", False),
        ("sewaktu-waktu", False),
        ("?", False),
    ],
)
def test_the_decrees_day_is_the_border(target, spoken, enacted_draft, hits):
    """ZI605: the target's last day counts, and the decree's own day is not before it."""
    enacted_draft.row("II.1.a").set(target_waktu=target)
    assert ("II.1.a" in {hit.kode for hit in hits("ZI605", enacted_draft)}) == spoken


def test_another_offices_decree_has_another_date(draft, hits):
    """ZI605 knows only this decree's date."""
    assert hits("ZI605", draft) == []


@pytest.mark.parametrize(
    ("target", "spoken"),
    [
        ("Februari 2024", True),
        ("Februari 2026", True),
        (date(2021, 1, 4), True),
        ("Februari", False),
        ("November 2024 – Februari 2025", False),
        ("Desember 2024, Maret 2025", False),
        ("setiap bulan", False),
    ],
    ids=str,
)
def test_a_target_outside_the_plans_year_is_told(target, spoken, draft, hits):
    """ZI606: a target that reaches into the year is fine."""
    draft.row("I.1.b").set(target_waktu=target)
    assert [hit.kode for hit in hits("ZI606", draft)] == ["I.1.b"] * spoken


@pytest.mark.parametrize(
    "said",
    [
        ("indikator", "b. Pimpinan memantau kinerja secara berkala"),
        ("langkah_aksi", "Melakukan rapat rutin"),
        ("langkah_aksi", "Rapat tiap-tiap bulan"),
        ("bukti_fisik", "Laporan per triwulan"),
        ("bukti_fisik", "Notulen rapat bulanan"),
        ("bukti_fisik", "Rekap Setiap Bulan"),
    ],
)
@pytest.mark.parametrize(
    ("target", "spoken"),
    [
        ("Februari 2025", True),
        ("28 Februari 2025", True),
        ("Triwulan I 2025", True),
        ("Maret dan Juni 2025", False),
        ("Januari – Desember 2025", False),
        ("setiap bulan", False),
        ("sewaktu-waktu", False),
        ("?", False),
    ],
)
def test_what_recurs_needs_more_than_one_time(said, target, spoken, draft, hits):
    """ZI607: `berkala` with one month as target, wherever it is said."""
    draft.row("I.1.b").set(**dict([said]), target_waktu=target)
    assert [hit.kode for hit in hits("ZI607", draft)] == ["I.1.b"] * spoken


@pytest.mark.parametrize("text", ["Evaluasi tahunan", "Laporan bulan Maret", "Notulen 2025", "Perharian"])
def test_what_does_not_recur_may_have_one_time(text, draft, hits):
    """ZI607: once a year is one time."""
    draft.row("I.1.b").set(langkah_aksi=text)
    assert hits("ZI607", draft) == []


@pytest.mark.parametrize(
    ("target", "codes"),
    [("Maret", {"ZI608"}), ("Maret 2025", set()), ("setiap bulan", set()), ("sewaktu-waktu", {"ZI609"}), ("?", set())],
)
def test_no_year_and_no_end_are_infos(target, codes, draft, hits):
    """ZI608: a month or day without year. ZI609: what is never late."""
    draft.row("I.1.b").set(target_waktu=target)
    assert {code for code in ("ZI608", "ZI609") if hits(code, draft)} == codes


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ((date(2025, 3, 31), "31 Maret 2025", ";;;"), "tidak tampil"),
        ((date(2025, 3, 31), "31 Maret 2025", "d"), "tampil “31”"),
        ((date(2025, 3, 31), "31 Maret 2025", '"segera"'), "tampil “segera”"),
        (("Maret 2025", "Maret 2025", ";;;"), "tidak tampil"),
        (("Maret 2025", "Maret 2025", '0;0;0;"TW I"'), "tampil “TW I”"),
        ((date(2025, 3, 1), "Maret 2025", "mmm-yy"), None),
        ((date(2025, 3, 1), "Maret 2025", "mmmm"), None),
        ((date(2025, 12, 31), "2025", "yyyy"), None),
        ((2025.0, "2025", '"TW II "0'), None),
        (("Maret 2025", "Maret 2025", "@"), None),
    ],
)
def test_a_target_that_is_not_seen_is_told(content, told, draft, hits):
    """Hidden, without its month, or behind other words; what is read as it is shown is not."""
    value, text, number_format = content
    draft.row("I.1.b").set(target_waktu={"value": value, "text": text, "number_format": number_format})
    found = hits("ZI610", draft)
    assert [told in hit.message for hit in found] == ([True] if told else [])
