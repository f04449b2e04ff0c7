"""The model of a matrix: rows in the sheet's order, cells by their column."""

from datetime import date

from made_plan import datum, made_indikator

from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.rencana_aksi import Field, Komponen, RencanaAksi, Subkomponen


def plan_of(*kodes):
    """A plan of subkomponen, each with one indikator."""
    komponen = {}
    for kode in kodes:
        row = made_indikator(f"{kode}.a", TargetWaktu(None), 0.0)
        komponen.setdefault(kode.partition(".")[0], []).append(Subkomponen(kode, datum(), datum(), (row,)))
    made = tuple(Komponen(kode, datum(), datum(), tuple(subs)) for kode, subs in komponen.items())
    return RencanaAksi("Rencana Aksi", (), 2025, 3, {}, {}, made)


def test_rows_come_in_the_order_of_the_sheet():
    """Across komponen and subkomponen."""
    plan = plan_of("I.2", "I.1", "II.1")
    assert [sub.kode for sub in plan.subkomponen()] == ["I.2", "I.1", "II.1"]
    assert [row.kode for row in plan.indikator()] == ["I.2.a", "I.1.a", "II.1.a"]
    assert [row.kode for row in plan.komponen[0].indikator()] == ["I.2.a", "I.1.a"]


def test_a_cell_by_its_column():
    """NO and KOMPONEN belong to the subkomponen; every other column is one of the row's cells."""
    row = made_indikator("I.1.a", TargetWaktu(None), 0.0, kendala=datum("Hujan"), laporan=datum("75%"))
    assert row.datum(Field.KENDALA) == datum("Hujan")
    assert row.datum(Field.REALISASI) == datum("75%")
    of_parents = {Field.NO, Field.KOMPONEN, Field.SUBKOMPONEN, Field.STATUS}
    assert {field for field in Field if row.datum(field) is None} == of_parents


def test_when_a_row_was_finished():
    """Only a date says so; what is typed as text is a finding."""
    finished = date(2025, 3, 31)
    assert (
        made_indikator("I.1.a", TargetWaktu(None), 1.0, tanggal_selesai=datum("x", finished)).selesai_pada == finished
    )
    assert made_indikator("I.1.a", TargetWaktu(None), 1.0, tanggal_selesai=datum("Maret", "Maret")).selesai_pada is None
