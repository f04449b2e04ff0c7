"""Rows in their places, before they become the model."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity

TITLE = "RENCANA AKSI ZONA INTEGRITAS TAHUN 2025"
NUMBERED = ("NO", "URAIAN", "RENCANA AKSI", "EVIDEN", "WAKTU", "PIC", "REALISASI")
PLANNED = ("Menyusun", "SK", "Maret 2025", "Ketua")


def levels_of(plan):
    return [(each.kode, each.nama.text) for each in plan.subkomponen()], [each.kode for each in plan.indikator()]


@pytest.mark.parametrize("divider", ["PEMENUHAN", "A. Pemenuhan"])
def test_below_reform_subkomponen_go_on_counting(plan_of, divider):
    """The LKE's halves are no komponen; what is below the second is told from what is below the first by its kode."""
    rows = [
        ("I", "MANAJEMEN PERUBAHAN"),
        ("A", divider),
        ("1", "Tim kerja"),
        ("a", "Tim dibentuk", *PLANNED),
        ("2", "Rencana kerja"),
        ("a", "Rencana disusun", *PLANNED),
        ("B", "REFORM"),
        ("1", "Komitmen"),
        ("a", "Agen perubahan bekerja", *PLANNED),
        ("II", "PENATAAN TATALAKSANA"),
        ("1", "SOP"),
        ("a", "SOP disusun", *PLANNED),
    ]
    plan = plan_of(rows, header=(NUMBERED,), title=TITLE)
    names, kodes = levels_of(plan)
    assert names == [("I.1", "Tim kerja"), ("I.2", "Rencana kerja"), ("I.3", "Komitmen"), ("II.1", "SOP")]
    assert kodes == ["I.1.a", "I.2.a", "I.3.a", "II.1.a"]
    assert not {each.oddity for each in plan.remarks} & {Oddity.KODE_BY_ORDER, Oddity.STRAY_TEXT}
