"""The matrix's cells by row and column: merged ranges, headers over several columns, places of blank cells."""

from zi_excel.plan.rencana_aksi import Datum, Field, Place


def test_every_datum_knows_its_cell(plan_of):
    """Also where nothing stands; a column that is missing has no cell."""
    plan = plan_of(header=[("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")])
    first = next(plan.indikator())
    assert first.nama == Datum.at(Place("Rencana Aksi", 4, 3), "a. SK Tim", "a. SK Tim")
    assert first.target_waktu.place.ref == "F4"
    assert first.kendala.place == Place("Rencana Aksi", 4, None)
    assert first.kendala.place.ref is None
    assert plan.komponen[0].no.place.ref == "A3"
    assert plan.komponen[0].subkomponen[0].nama.place.ref == "B4"
    assert list(plan.columns) == list(Field)[:6]


def test_merged_cells_hold_for_all_their_rows(plan_of):
    """A value merged down over several indikator is each one's; the datum stays at its own cell."""

    def edit(sheet):
        sheet.merge_cells("F4:F5")
        sheet.merge_cells("H4:H5")
        sheet.merge_cells("A4:A5")
        sheet.merge_cells("B4:B5")
        sheet.merge_cells("A3:L3")

    first, second, *_ = plan_of(edit=edit).indikator()
    assert second.target_waktu == first.target_waktu
    assert (second.target_waktu.place.ref, second.target_waktu.span) == ("F4", 2)
    assert (first.kode, second.kode) == ("I.1.a", "I.1.b")
    assert second.realisasi.share == 1


def test_hidden_filtered_and_grouped_rows_count(plan_of):
    """What staff hide is planned all the same."""

    def edit(sheet):
        sheet.row_dimensions[5].hidden = True
        sheet.row_dimensions.group(6, 7, hidden=True)
        sheet.column_dimensions["F"].hidden = True
        sheet.auto_filter.ref = "A2:L8"

    assert plan_of(edit=edit).komponen == plan_of().komponen


def test_a_header_over_two_columns_joins_them(plan_of):
    """INDIKATOR merged over a column of letters and one of texts."""
    header = ("NO", "KOMPONEN", "INDIKATOR", None, "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
    rows = (
        (1, "Tim", "a.", "SK Tim", "Menyusun", "SK", "Maret 2025"),
        (None, None, "b.", "Lain", "Menyusun", "SK", "Mei 2025"),
    )
    plan = plan_of(rows, header=[header], edit=lambda sheet: sheet.merge_cells("C2:D2"))
    assert [(each.kode, each.nama.text) for each in plan.indikator()] == [("I.1.a", "a. SK Tim"), ("I.1.b", "b. Lain")]
