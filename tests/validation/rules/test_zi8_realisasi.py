"""ZI8xx: columns 8-12."""

from datetime import date

import pytest

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Level
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Earlier, Subject

CODES = ("ZI802", "ZI803", "ZI804", "ZI805", "ZI806", "ZI807", "ZI808", "ZI809", "ZI810")
LINK = {"text": "SK.pdf", "value": "SK.pdf", "links": ("SK.pdf",)}
DAY = date(2025, 3, 31)


def test_a_plan_without_reports_is_silence(enacted_draft, hits):
    """No rule fires on everything: nothing reported yet is no fault of 87 rows."""
    assert [code for code in ("ZI801", *CODES, "ZI811") if hits(code, enacted_draft)] == []


ROWS = [
    ("done with link and day", {"realisasi": "selesai", "tautan_bukti": LINK, "tanggal_selesai": DAY}, set()),
    ("done without link", {"realisasi": "100%"}, {"ZI804"}),
    ("done with a dash for a link", {"realisasi": "100%", "tautan_bukti": "-"}, {"ZI804"}),
    ("done with words for a link", {"realisasi": "100%", "tautan_bukti": "di lemari"}, {"ZI810"}),
    ("half done without link", {"realisasi": "50%"}, set()),
    ("too much", {"realisasi": "120%"}, {"ZI802"}),
    ("prose", {"realisasi": "hampir selesai"}, {"ZI802"}),
    ("an error value", {"realisasi": {"error": "#DIV/0!"}}, {"ZI802"}),
    ("obstacle without answer", {"kendala": "Narasumber belum ada"}, {"ZI805"}),
    ("obstacle with answer", {"kendala": "Narasumber belum ada", "tindak_lanjut": "Dijadwalkan ulang"}, set()),
    ("obstacle with a dash for an answer", {"kendala": "Narasumber belum ada", "tindak_lanjut": "-"}, {"ZI805"}),
    ("no obstacle", {"kendala": "-"}, set()),
    ("no obstacle, in words", {"kendala": "Tidak ada."}, set()),
    ("overcome obstacle", {"kendala": "Hujan", "realisasi": "selesai", "tautan_bukti": LINK}, set()),
    ("a day in words", {"tanggal_selesai": "akhir Maret"}, {"ZI806"}),
    ("a number for a day", {"tanggal_selesai": 45747.0}, {"ZI806"}),
    ("a dash for a day", {"tanggal_selesai": "-"}, set()),
    ("a day to come", {"realisasi": "100%", "tautan_bukti": LINK, "tanggal_selesai": date(2025, 11, 21)}, {"ZI807"}),
    ("the as-of day itself", {"realisasi": "100%", "tautan_bukti": LINK, "tanggal_selesai": date(2025, 11, 20)}, set()),
    ("a day, but half done", {"realisasi": "50%", "tanggal_selesai": DAY}, {"ZI808"}),
    ("a day, but nothing reported", {"tanggal_selesai": DAY}, {"ZI808"}),
    (
        "a day before the plan",
        {"realisasi": "100%", "tautan_bukti": LINK, "tanggal_selesai": date(2024, 3, 31)},
        {"ZI809"},
    ),
    (
        "a day before the plan, but in the target",
        {
            "realisasi": "100%",
            "tautan_bukti": LINK,
            "tanggal_selesai": date(2024, 12, 31),
            "target_waktu": "November 2024 – Februari 2025",
        },
        set(),
    ),
    ("an unreadable realisasi with a day", {"realisasi": "?", "tanggal_selesai": DAY}, {"ZI802"}),
]


@pytest.mark.parametrize(("cells", "codes"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_row_of_reports_is_told_by_these_rules(cells, codes, draft, hits):
    """Each defect has its rule, and no other rule of columns 8-12 speaks of it."""
    draft.row("I.1.b").set(**cells)
    found = {code: hits(code, draft) for code in CODES}
    assert {code for code, those in found.items() if those} == codes
    assert all(hit.kode == "I.1.b" for those in found.values() for hit in those)


@pytest.mark.parametrize(
    ("code", "cells", "column"),
    [
        ("ZI804", {"realisasi": "selesai"}, Field.TAUTAN_BUKTI),
        ("ZI805", {"kendala": "Hujan"}, Field.TINDAK_LANJUT),
    ],
)
def test_a_missing_column_is_not_told_row_by_row(code, cells, column, draft, hits):
    """ZI003 says it once for all."""
    draft.row("I.1.b").set(**cells)
    assert len(hits(code, draft)) == 1
    del draft.columns[column]
    assert hits(code, draft) == []


UNCOMPUTED = {"formula": "A1+1", "cached": False}


@pytest.mark.parametrize("gone", ["the column", "the value of its formula"])
def test_a_day_is_not_held_against_a_realisasi_that_is_not_known(gone, draft, hits):
    """ZI808: without a REALISASI column (ZI801) or a computed value (ZI010), "not 100 %" is nobody's word."""
    for kode in ("I.1.a", "I.1.b"):
        draft.row(kode).set(tanggal_selesai=DAY, realisasi=UNCOMPUTED if gone != "the column" else "")
    if gone == "the column":
        assert len(hits("ZI808", draft)) == 2
        del draft.columns[Field.REALISASI]
    assert hits("ZI808", draft) == []


def test_a_half_among_percents_is_told(draft, hits):
    """ZI803: contract, section 5: one in 0 < x <= 1 among percents is a peringatan."""
    draft.row("I.1.a").set(realisasi=75.0)
    assert hits("ZI803", draft) == []
    draft.row("I.1.b").set(realisasi=0.5)
    (hit,) = hits("ZI803", draft)
    assert hit.kode == "I.1.b"
    assert "0,5" in hit.message


def test_the_as_of_day_moves_the_border(draft, hits):
    """ZI807 asks for the day that is judged, not for today."""
    draft.row("I.1.b").set(realisasi="100%", tanggal_selesai=DAY)
    assert hits("ZI807", draft, date(2025, 3, 30))
    assert not hits("ZI807", draft, date(2025, 3, 31))


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ({Field.REALISASI}, set()),
        ({Field.REALISASI, Field.STATUS}, set()),
        ({Field.STATUS}, {"ZI811"}),
        (set(), {"ZI801"}),
    ],
    ids=["realisasi", "both", "status", "neither"],
)
def test_something_must_be_reported_in(columns, codes, draft, hits):
    """ZI801: one galat where there is neither. ZI811: an info where an older STATUS is read."""
    del draft.columns[Field.REALISASI]
    draft.columns.update(dict.fromkeys(columns, 8))
    assert {code for code in ("ZI801", "ZI811") if hits(code, draft)} == codes


def test_a_day_in_realisasi_is_sent_to_its_own_column(draft, hits):
    """ZI803's advice fits its message."""
    draft.row("I.1.b").set(realisasi="tercapai 4 April 2025")
    (hit,) = hits("ZI803", draft)
    assert "TANGGAL SELESAI" in hit.message
    assert "TANGGAL SELESAI" in (hit.suggestion or "")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "kolom itu kosong, jadi 31 Maret 2025 dipakai sebagai tanggal selesai"),
        (date(2025, 4, 2), "di sana tertulis 2 April 2025, bukan 31 Maret 2025"),
        ("2 April 2025 pagi", ""),
        (DAY, ""),
    ],
)
def test_the_day_beside_selesai_fills_a_blank_tanggal_selesai(written, said, draft, hits):
    """ZI803 tells it, and where another day stands there; ZI814 asks for no day that is known."""
    draft.row("I.1.b").set(realisasi="Selesai (31 Maret 2025)", tanggal_selesai=written)
    (hit,) = hits("ZI803", draft)
    assert said in hit.message
    assert ("kolom itu kosong" in hit.message) == (written is None)
    assert hits("ZI814", draft) == []


def test_a_day_beside_selesai_is_judged_as_any_other(draft, hits):
    """ZI807: it may be one to come."""
    draft.row("I.1.b").set(realisasi="Selesai 1 Desember 2025")
    assert hits("ZI807", draft)


def test_a_report_on_a_heading_is_told(draft, hits):
    """ZI812 says which columns and whose row."""
    assert hits("ZI812", draft) == []
    draft.remark(Oddity.REPORT_ON_HEADING, "I", Field.REALISASI, "REALISASI (%), KENDALA")
    (hit,) = hits("ZI812", draft)
    assert (hit.place.ref, hit.kode) == ("H20", "I")
    assert hit.message == "Isian REALISASI (%), KENDALA di baris judul I tidak dihitung."


PER, BEFORE = date(2025, 11, 20), date(2025, 11, 13)
FALLEN = next(rule for rule in ALL if rule.code == "ZI813")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (0.75, "50%", "Realisasi I.1.a turun: 75,0% pada 13 November 2025, 50,0%."),
        (1.0, "99%", "Realisasi I.1.a turun: 100% pada 13 November 2025, 99,0%."),
        (0.5, "", "Realisasi I.1.a turun: 50,0% pada 13 November 2025, sekarang kosong."),
        (0.5, "belum", "Realisasi I.1.a turun: 50,0% pada 13 November 2025, 0%."),
        (0.5, "50%", None),
        (0.5 + 5e-10, "50%", None),
        (0.25, "50%", None),
        (0.0, "", None),
        (None, "50%", None),
        (0.5, "hampir selesai", None),  # ZI802 says it
        ("new", "50%", None),
    ],
)
def test_a_realisasi_against_the_one_before(enacted_draft, was, now, said):
    """At its cell, with both values and the day."""
    enacted_draft.row("I.1.a").set(realisasi=now)
    plan = enacted_draft.plan()
    earlier = Earlier(BEFORE, {} if was == "new" else {"I.1.a": was})
    hits = list(FALLEN.check(Subject(plan, enacted_matrix(), PER, earlier=earlier)))
    assert [hit.message for hit in hits] == ([] if said is None else [said])
    assert all(hit.place == next(plan.indikator()).laporan.place for hit in hits)
    found = [each for each in validate(plan, enacted_matrix(), PER, earlier=earlier) if each.code == "ZI813"]
    assert [each.level for each in found] == [Level.PERINGATAN] * len(hits)


def test_without_a_history_nothing_is_said(enacted_draft):
    """The first refresh, or a workbook that never had one."""
    enacted_draft.row("I.1.a").set(realisasi="50%")
    assert not list(FALLEN.check(Subject(enacted_draft.plan(), enacted_matrix(), PER)))
