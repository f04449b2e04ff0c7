"""Which matrix can be recorded as enacted: one whose every cell is known, whatever else is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.recordable import own_findings, refuse_unrecordable

PER, BOOK = date(2025, 11, 20), Path("buku.xlsx")


def refused(draft) -> str | None:
    """The sentence, or None where it is let pass."""
    try:
        refuse_unrecordable(BOOK, draft.plan(), enacted_matrix(), PER)
    except WorkbookError as refusal:
        return str(refusal)
    return None


def test_what_is_flawless_passes(draft):
    """Also where it is nothing like the shipped decree."""
    assert refused(draft) is None


@pytest.mark.parametrize(
    "change",
    [
        {"target_waktu": "menyesuaikan"},
        {"bukti_fisik": ""},
        {"penanggung_jawab": ""},
        {"indikator": "Pembentukan tim"},
        {"realisasi": "entah", "tanggal_selesai": "kapan"},
    ],
    ids=["unreadable target", "no evidence", "nobody responsible", "no letter", "what staff report"],
)
def test_what_was_enacted_with_a_flaw_is_recorded_as_it_stands(draft, change):
    """A decree may say what no rule likes."""
    draft.row("I.1.a").set(**change)
    assert refused(draft) is None


def test_a_missing_column_is_no_text(draft):
    """Nothing says what was enacted in it."""
    del draft.columns[Field.TARGET_WAKTU]
    sentence = refused(draft)
    assert sentence.startswith("Kolom 1-7 di lembar 'Rencana Aksi' dari 'buku.xlsx' belum dapat dicatat")
    assert "lembar:" in sentence


def test_an_error_value_is_no_text(draft):
    """Its cell is named, and what to do; of others like it the number."""
    for kode in ("I.1.a", "I.1.b"):
        draft.row(kode).set(bukti_fisik={"text": "#REF!", "error": "#REF!"})
    sentence = refused(draft)
    assert "sel E" in sentence
    assert "Masih ada 1 galat lain seperti itu." in sentence
    assert sentence.endswith("Lihat `zi-excel validasi`, lalu ulangi.")


def test_an_error_value_in_what_staff_report_is_theirs(draft):
    """Columns 8 and on are no part of a decree."""
    draft.row("I.1.a").set(kendala={"text": "#REF!", "error": "#REF!"})
    assert refused(draft) is None


def test_a_report_over_a_target_is_refused(draft):
    """It took the place of what was enacted."""
    draft.row("I.1.a").set(target_waktu="Tercapai 4 Januari 2021")
    assert "Tercapai 4 Januari 2021" in refused(draft)


def test_the_shipped_decree_has_its_own_slips(enacted_draft):
    """Held against its record they are info; by themselves each is what it is."""
    own = own_findings(enacted_draft.plan(), enacted_matrix(), PER)
    assert {finding.code for finding in own} >= {"ZI502", "ZI503"}
    assert not [finding for finding in own if finding.code.startswith("ZI9")]


def test_a_flawless_matrix_has_none(draft):
    """Held against itself or not."""
    assert own_findings(draft.plan(), enacted_matrix(), PER) == ()
