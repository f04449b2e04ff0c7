"""`zi-excel kolom`: which column was taken for what, and what settings could say."""

import pytest
import xlsxwriter
from office import HEADER, write_office

import zi_excel
from zi_excel.plan.rencana_aksi import Field, OtherColumn, Understood
from zi_excel.settings.settings import Settings

OWN = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI")


@pytest.fixture
def office(tmp_path):
    """office(...) -> the path of a court's workbook; arguments as for write_office."""

    def write(*arguments, **options):
        return write_office(tmp_path / "pn.xlsx", *arguments, **options)

    return write


@pytest.mark.parametrize(
    ("header", "settings", "field", "how"),
    [
        (OWN, {}, Field.TARGET_WAKTU, Understood.OWN),
        (HEADER, {}, Field.TARGET_WAKTU, Understood.SYNONYM),
        ((*OWN[:6], "PENANGGUNG JAWEB", "REALISASI"), {}, Field.PENANGGUNG_JAWAB, Understood.MISSPELT),
        ((*OWN[:5], "KOLOM ENAM", *OWN[6:]), {Field.TARGET_WAKTU: "F"}, Field.TARGET_WAKTU, Understood.SETTINGS),
        (
            (*OWN[:5], "KOLOM ENAM", *OWN[6:]),
            {Field.TARGET_WAKTU: "kolom enam"},
            Field.TARGET_WAKTU,
            Understood.SETTINGS,
        ),
        ((*OWN[:7], "% Realisasi"), {}, Field.REALISASI, Understood.OWN),
        ((*OWN[:7], "Status"), {}, Field.STATUS, Understood.OWN),
        (OWN, {}, Field.KENDALA, None),
    ],
)
def test_how_a_header_was_understood(header, settings, field, how, office):
    """The decree's word, a synonym, a slip, or the settings; None where there is no such column."""
    plan = zi_excel.kolom(office(header=header), settings=Settings(kolom=settings)).plan
    assert plan.reading.how.get(field) == how
    assert set(plan.reading.how) == set(plan.columns)


@pytest.mark.parametrize(
    ("header", "others"),
    [
        (OWN, ()),
        ((*OWN, "Rapat"), (OtherColumn(9, "Rapat"),)),
        ((*OWN, "", "Rapat"), (OtherColumn(10, "Rapat"),)),
        ((*OWN, "Target\nWaktu"), (OtherColumn(9, "Target\nWaktu", Field.TARGET_WAKTU),)),
        ((*OWN, "Jadwal"), (OtherColumn(9, "Jadwal", Field.TARGET_WAKTU),)),
    ],
)
def test_columns_that_were_not_taken(header, others, office):
    """With their header, and the column that they mean as well, where another one was taken for it."""
    assert zi_excel.kolom(office(header=header)).plan.reading.others == others


def test_a_header_over_several_columns_takes_them_all(office):
    """The columns under a merged header are part of it, not others."""

    def edit(sheet):
        sheet.insert_cols(6)
        sheet.merge_cells("E3:F3")
        sheet["F5"] = "dan lampirannya"

    assert zi_excel.kolom(office(header=OWN, edit=edit)).plan.reading.others == ()


def test_the_rows_of_the_header(tmp_path):
    """Two rows of header and the numbering row, as Excel counts rows."""
    path = tmp_path / "dua baris.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("RA")
        sheet.write_row(1, 0, [*OWN[:5], "TARGET", "PENANGGUNG", "REALISASI", "REALISASI"])
        sheet.write_row(2, 0, ["", "", "", "", "", "WAKTU", "JAWAB", "%", "Catatan"])
        sheet.write_row(3, 0, ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
        sheet.write_row(4, 0, ["I", "MANAJEMEN PERUBAHAN"])
        sheet.write_row(5, 0, ["1", "Tim", "a. SK Tim", "Menyusun", "SK", "Maret 2025", "Tim"])
    plan = zi_excel.kolom(path).plan
    assert (plan.reading.first, plan.header_row, plan.reading.numbering) == (2, 3, 4)
