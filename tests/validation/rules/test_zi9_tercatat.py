"""ZI909..ZI911: the record that a workbook is held against."""

from datetime import date, datetime, timedelta, timezone

import pytest

from zi_excel.enacted.record import recorded
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Level
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Subject

PER = date(2025, 11, 20)
NOW = datetime(2025, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=7)))
RULE = {rule.code: rule for rule in ALL}


@pytest.fixture
def record():
    """record(draft) -> its matrix, recorded."""

    def make(draft):
        return recorded(
            draft.plan(),
            nomor="12 Tahun 2025",
            tanggal=date(2025, 1, 2),
            tentang="",
            kantor="",
            oleh="Budi",
            pada=NOW,
            versi="0.1.0",
            berkas="buku.xlsx",
        )

    return make


def said(code, draft, enacted, lone=()):
    """What the rule of that code says of the draft."""
    return list(RULE[code].check(Subject(draft.plan(), enacted, PER, lone)))


def test_an_untouched_record_is_silent(draft, record):
    """Nothing to tell, of the record or of the matrix."""
    found = validate(draft.plan(), record(draft), PER)
    assert [each for each in found if each.code.startswith("ZI9")] == []


def test_a_record_that_was_changed(draft, record):
    """ZI909: which one, recorded by whom and when."""
    (hit,) = said("ZI909", draft, record(draft)._replace(nomor="13 Tahun 2025"))
    assert hit.place.ref is None
    assert "Nomor 13 Tahun 2025 tanggal 2 Januari 2025 (dicatat Budi pada 20 November 2025)" in hit.message
    assert RULE["ZI909"].level is Level.GALAT


def test_the_matrix_that_travels_with_the_tool_is_no_record(enacted_draft, subject):
    """ZI909 and ZI911 are silent of it."""
    seen = subject(enacted_draft)
    assert [list(RULE[code].check(seen)) for code in ("ZI909", "ZI910", "ZI911")] == [[], [], []]


def test_a_record_that_may_be_its_own(draft, record):
    """ZI910: each is named; which one it is stays the office's to say."""
    (hit,) = said("ZI910", draft, record(draft), ("a.penetapan.toml", "b.penetapan.toml"))
    assert "'a.penetapan.toml', 'b.penetapan.toml'" in hit.message
    assert said("ZI910", draft, record(draft)) == []


def test_a_column_that_was_not_recorded(draft, record):
    """ZI911 at its header, once for all of them; what stands in it is no difference."""
    columns = dict(draft.columns)
    del draft.columns[Field.LANGKAH_AKSI], draft.columns[Field.BUKTI_FISIK]
    enacted = record(draft)
    assert said("ZI911", draft, enacted) == []
    draft.columns = columns
    (hit,) = said("ZI911", draft, enacted)
    assert hit.place.column == columns[Field.LANGKAH_AKSI]
    assert "kolom LANGKAH AKSI, BUKTI FISIK" in hit.message
    assert said("ZI905", draft, enacted) == []


def test_the_same_matrix_is_compared_whatever_is_left_of_it(draft, record):
    """A record is this workbook's: of another indikator in each place the differences are told."""
    enacted = record(draft)
    for row in draft.rows():
        row.set(indikator="z. Lain", langkah_aksi="Lain", bukti_fisik="Lain")
    codes = {each.code for each in validate(draft.plan(), enacted, PER)}
    assert {"ZI902", "ZI903"} <= codes
    assert "ZI907" not in codes


def test_an_order_that_was_recorded_is_info_until_it_changes(draft, record):
    """ZI304 of a recorded gap: info; peringatan again where the siblings are others now."""

    def level():
        (found,) = [each for each in validate(draft.plan(), enacted, PER) if each.code == "ZI304"]
        return found.level

    draft.row("I.1.c").set(indikator="e. Evaluasi tim")
    enacted = record(draft)
    assert level() is Level.INFO
    draft.home("I.1.a").remove(draft.row("I.1.b"))
    assert level() is Level.PERINGATAN
