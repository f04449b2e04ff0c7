"""Rows become the model: what stands in their cells, what column 8 says, who is responsible."""

from datetime import date, datetime

import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.rencana_aksi import Field


def test_a_penanggung_jawab_holds_within_its_komponen(plan_of):
    """From its first row down, merged or not; never into the next komponen."""
    rows = (
        ("I", "MANAJEMEN PERUBAHAN", None, None, None, None, "Tim A"),
        (1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2025"),
        (None, None, "b. SK", "Menyusun", "SK", "Maret 2025", "Tim B"),
        (2, "Lain", "a. SK", "Menyusun", "SK", "Maret 2025"),
        ("II", "PENATAAN TATA LAKSANA"),
        (1, "SOP", "a. SK", "Menyusun", "SK", "Maret 2025"),
    )
    plan = plan_of(rows)
    assert [each.penanggung_jawab.text for each in plan.indikator()] == ["Tim A", "Tim B", "Tim B", ""]
    assert [each.penanggung_jawab.place.ref for each in plan.indikator()] == ["G3", "G5", "G5", "G8"]


class TestCells:
    """Dates, formulas, rich text, links: what stands in a cell."""

    def first(self, plan_of, **cells):
        def edit(sheet):
            for ref, value in cells.items():
                if isinstance(value, tuple):
                    sheet[ref].value, sheet[ref].number_format = value
                else:
                    sheet[ref] = value

        return next(plan_of(edit=edit).indikator())

    def test_a_date_with_its_day_is_that_day(self, plan_of):
        """Typed 31/03/2025."""
        first = self.first(plan_of, F4=(datetime(2025, 3, 31, 9), "dd/mm/yyyy"), I4=(date(2025, 4, 1), "d mmm yyyy"))  # noqa: DTZ001 -- cells have no zone
        assert first.target.jadwal.jenis is Jenis.TANGGAL
        assert first.target_waktu.value == date(2025, 3, 31)
        assert first.selesai_pada == date(2025, 4, 1)

    def test_a_date_without_its_day_is_that_month(self, plan_of):
        """Typed "Maret 2025", which Excel makes a date."""
        first = self.first(plan_of, F4=(date(2025, 3, 1), "mmm-yy"))
        assert first.target.jadwal.jenis is Jenis.BULAN
        assert first.target.jadwal.last == date(2025, 3, 31)
        assert first.target_waktu.text == "Maret 2025"

    def test_a_percent_format(self, plan_of):
        """0,75 shown as 75 %."""
        first = self.first(plan_of, H4=(0.75, "0%"))
        assert (first.laporan.text, first.laporan.value, first.laporan.number_format) == ("75%", 0.75, "0%")
        assert first.realisasi.share == 0.75

    def test_a_formula_without_a_value_is_told(self, plan_of):
        """As openpyxl saves it: Excel has not seen the file yet."""
        first = self.first(plan_of, E4='="SK "&C4')
        assert (first.bukti_fisik.text, first.bukti_fisik.cached, first.bukti_fisik.formula) == ("", False, '"SK "&C4')

    def test_rich_text_is_text(self, plan_of):
        """The decree's slanted words."""
        rich = CellRichText("a. ", TextBlock(InlineFont(i=True), "role model"))
        assert self.first(plan_of, C4=rich).nama.text == "a. role model"

    def test_an_error_value_is_no_value(self, plan_of):
        """#REF! in a target can't be read."""
        first = self.first(plan_of, F4="#REF!")
        assert (first.target_waktu.error, first.target_waktu.value) == ("#REF!", None)
        assert first.target.jadwal is None

    def test_links_of_every_kind(self, plan_of):
        """The cell's own, its formula's, its text's; each once."""

        def edit(sheet):
            sheet["J4"] = "https://a.id/1\nSK Tim.pdf"
            sheet["J4"].hyperlink = "https://a.id/1"
            sheet["J5"] = '=HYPERLINK("https://b.id","SK")'
            sheet["J6"] = "Lihat lembar"
            sheet["J6"].hyperlink = "#'Lembar lain'!A1"
            sheet["J8"] = "SK Tim.pdf"
            sheet["J8"].hyperlink = "bukti/sk.pdf"

        first, second, third, fourth = plan_of(edit=edit).indikator()
        assert first.tautan_bukti.links == ("https://a.id/1", "SK Tim.pdf")
        assert second.tautan_bukti.links == ("https://b.id",)
        assert third.tautan_bukti.links[0].endswith("'Lembar lain'!A1")
        assert fourth.tautan_bukti.links == ("bukti/sk.pdf",)

    def test_a_formula_with_its_value(self, read, tmp_path):
        """As Excel saves it (XlsxWriter does too)."""
        path = tmp_path / "rumus.xlsx"
        workbook = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
        sheet = workbook.add_worksheet("Rencana Aksi")
        sheet.write_row(
            "A1", ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "REALISASI", "LINK"]
        )
        sheet.write_row("A2", [1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2025"])
        sheet.write_formula("G2", "=1/2", None, 0.5)
        sheet.write_url("H2", "internal:'Rencana Aksi'!A1", string="ke atas")
        sheet.write_row("C3", ["b. SK", "Menyusun", "SK"])
        sheet.write_datetime("F3", datetime(2025, 5, 31))  # noqa: DTZ001 -- cells have no zone
        sheet.write_url("H3", "external:bukti\\SK Tim.pdf", string="SK")
        workbook.close()
        first, second = read(path).indikator()
        assert (first.laporan.value, first.laporan.formula, first.realisasi.share) == (0.5, "1/2", 0.5)
        assert first.tautan_bukti.links == ("#'Rencana Aksi'!A1",)
        assert second.target.jadwal.last == date(2025, 5, 31)
        assert second.tautan_bukti.links[0].endswith("SK%20Tim.pdf") or "SK Tim.pdf" in second.tautan_bukti.links[0]


class TestReports:
    """Column 8, or what an older workbook has in its place."""

    HEADER = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")

    def plan(self, plan_of, headers, *reports):
        rows = [
            (1, "Tim", f"{letter}. SK", "Menyusun", "SK", "Maret 2025", *report)
            for letter, report in zip("abc", reports, strict=False)
        ]
        return plan_of(rows, header=[(*self.HEADER, *headers)])

    def test_bare_numbers_are_judged_by_their_column(self, plan_of):
        """50 makes all of them percent."""
        plan = self.plan(plan_of, ["REALISASI (%)"], [50], [100], [1])
        assert [each.realisasi.share for each in plan.indikator()] == [0.5, 1, 0.01]

    def test_an_older_status_column_stands_in(self, plan_of):
        """Where there is no REALISASI."""
        plan = self.plan(plan_of, ["STATUS"], ["Selesai"], ["Belum"])
        assert [each.realisasi.share for each in plan.indikator()] == [1, 0]
        assert next(plan.indikator()).laporan.place.ref == "G3"
        assert not [each for each in plan.remarks if each.detail == Field.REALISASI]

    def test_realisasi_goes_before_status(self, plan_of):
        """Where both are there."""
        plan = self.plan(plan_of, ["STATUS", "REALISASI"], ["Selesai", 0.25])
        assert next(plan.indikator()).realisasi.share == 0.25

    def test_neither_is_all_blank(self, plan_of):
        """ZI801 tells it from the columns."""
        plan = self.plan(plan_of, [], [], [])
        assert not any(each.realisasi.dilaporkan for each in plan.indikator())
        assert not {Field.REALISASI, Field.STATUS} & set(plan.columns)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2025", date(2025, 3, 31)),
        ("03/04/2025", date(2025, 4, 3)),
        ("5 Maret 2025", date(2025, 3, 5)),
        ("5 Maret", None),
        ("Maret 2025", None),
        ("tercapai 5 Maret 2025", None),
        ("5 dan 7 Maret 2025", None),
        ("arsip", None),
    ],
)
def test_a_day_that_is_kept_as_text_is_a_day(plan_of, text, day):
    """English Excel keeps 31/03/2025 as text: day first, a whole day or none, the text as it stands."""
    plan = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2025", None, 1, text)])
    (indikator,) = plan.indikator()
    assert (indikator.selesai_pada, indikator.tanggal_selesai.text) == (day, text)
