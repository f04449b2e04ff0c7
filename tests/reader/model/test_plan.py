"""A workbook's matrix becomes the model, every datum with its cell."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.errors import WorkbookError
from zi_excel.plan.jadwal import Jenis
from zi_excel.plan.rencana_aksi import Datum, Field, Oddity, Place
from zi_excel.signs import TAB_SIGN

DECREE = Path(__file__).parents[3].parent / "shared" / "decree" / "keputusan-31-2025.txt"
TEMPLATE = Path(__file__).parents[3] / "workbooks" / "template_rencana_aksi.xlsx"


def words(text):
    return " ".join(text.split())


def enacted_cells():
    """Columns 1-7 of the enacted matrix, indikator by indikator."""
    return [
        (
            *(komponen.kode, komponen.no, words(komponen.nama)),
            *(sub.kode, sub.no, words(sub.nama), indikator.kode),
            *(words(plain(text)) for text in (indikator.indikator, indikator.langkah_aksi, indikator.bukti_fisik)),
            *(words(indikator.target_waktu), words(komponen.penanggung_jawab)),
        )
        for komponen, sub, indikator in enacted_matrix().indikator()
    ]


def read_cells(plan):
    """The same of a plan as read."""
    return [
        (
            *(komponen.kode, komponen.no.text, words(komponen.nama.text)),
            *(sub.kode, sub.no.text, words(sub.nama.text), indikator.kode),
            *(words(each.text) for each in (indikator.nama, indikator.langkah_aksi, indikator.bukti_fisik)),
            *(words(indikator.target_waktu.text), words(indikator.penanggung_jawab.text)),
        )
        for komponen in plan.komponen
        for sub in komponen.subkomponen
        for indikator in sub.indikator
    ]


def test_the_template_is_the_enacted_matrix(read):
    """6 komponen, 25 subkomponen, 87 indikator, word for word; nothing reported yet."""
    plan = read(TEMPLATE)
    assert read_cells(plan) == enacted_cells()
    assert (len(plan.komponen), len(list(plan.subkomponen())), len(list(plan.indikator()))) == (6, 25, 87)
    assert plan.year == 2025
    assert list(plan.columns) == list(Field)[:12]
    assert not any(each.realisasi.dilaporkan or each.laporan for each in plan.indikator())
    assert [(each.oddity, each.kode) for each in plan.remarks] == [
        (Oddity.NUMBER_ARABIC, "I"),
        (Oddity.NUMBER_MISSING, "VI.4"),
    ]


def test_saved_by_openpyxl_it_is_the_same(read, tmp_path):
    """Rich text, merged cells and all."""
    path = tmp_path / "disimpan.xlsx"
    openpyxl.load_workbook(TEMPLATE, rich_text=True).save(path)
    assert read(path) == read(TEMPLATE)


@pytest.mark.skipif(shutil.which("libreoffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("through", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_is_the_same(read, tmp_path, through):
    """As .xlsx, and through LibreOffice's own format and back."""
    path = shutil.copy(TEMPLATE, tmp_path / "rencana.xlsx")
    for kind in ["xlsx"] if through == "xlsx" else ["ods", "xlsx"]:
        profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
        command = ["libreoffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path / kind, path]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        path = tmp_path / kind / f"rencana.{kind}"
    plan = read(path)
    assert read_cells(plan) == enacted_cells()
    assert [each.target for each in plan.indikator()] == [each.target for each in read(TEMPLATE).indikator()]


def test_every_datum_knows_its_cell(plan_of):
    """Also where nothing stands; a column that is missing has no cell."""
    plan = plan_of(header=[("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")])
    first = next(plan.indikator())
    assert first.nama == Datum(Place("Rencana Aksi", 4, 3), "a. SK Tim", "a. SK Tim")
    assert first.target_waktu.place.ref == "F4"
    assert first.kendala.place == Place("Rencana Aksi", 4, None)
    assert first.kendala.place.ref is None
    assert plan.komponen[0].no.place.ref == "A3"
    assert plan.komponen[0].subkomponen[0].nama.place.ref == "B4"
    assert list(plan.columns) == list(Field)[:6]


def test_the_header_is_told(plan_of):
    """Which column was taken for what, and where its name stands."""
    plan = plan_of()
    assert plan.header_row == 2
    assert plan.columns[Field.TAUTAN_BUKTI] == 10
    assert plan.headers[Field.REALISASI] == Datum(Place("Rencana Aksi", 2, 8), "REALISASI (%)", "REALISASI (%)")
    assert plan.title == ("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025",)


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


def test_signatures_and_notes_below_end_the_matrix(plan_of, rows):
    """Whatever columns they stand in."""
    below = (
        (),
        (None, None, "Mengetahui,", None, None, "Surakarta, 9 Oktober 2025"),
        (None, None, "KETUA", None, None, "SEKRETARIS"),
        (None, None, "Yustinus", None, None, "Budi"),
        (None, None, "Catatan: kolom 8 diisi bagian masing-masing"),
    )
    assert plan_of(rows + below).komponen == plan_of(rows).komponen


def test_notes_between_the_rows_are_told(plan_of, rows):
    """They are none of the matrix's kinds, and no row."""
    plan = plan_of((*rows[:4], ("Perlu dibahas lagi bersama pimpinan",), *rows[4:]))
    assert [(each.place.ref, each.detail) for each in plan.remarks] == [("A7", "Perlu dibahas lagi bersama pimpinan")]
    assert len(list(plan.indikator())) == 4


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


class TestSheets:
    """Which sheet holds the matrix."""

    @pytest.fixture
    def many(self, tmp_path, rows, header):
        """A workbook of several sheets: many({name: rows or None for the matrix}, hidden={...}) -> path."""

        def write(sheets, hidden=()):
            workbook = openpyxl.Workbook()
            workbook.remove(workbook.active)
            for name, cells in sheets.items():
                sheet = workbook.create_sheet(name)
                for values in cells or (("RENCANA AKSI TAHUN 2025",), header, *rows):
                    sheet.append(list(values))
                sheet.sheet_state = "hidden" if name in hidden else "visible"
            path = tmp_path / "banyak.xlsx"
            workbook.save(path)
            return path

        return write

    OTHER = (("No", "Nama", "Jabatan"), (1, "Budi", "Ketua"))
    COPY = ((TAB_SIGN + " 1.0 per 20 November 2025",), ("Kode", "Indikator", "Bukti fisik", "Target waktu", "Komponen"))

    def test_the_only_matrix_among_other_sheets(self, read, many):
        """Wherever it stands, whatever it is called."""
        assert read(many({"Data": self.OTHER, "Lembar3": None, "Grafik": self.OTHER})).sheet == "Lembar3"

    def test_several_are_named(self, read, many):
        """And --lembar is what to do."""
        with pytest.raises(WorkbookError, match=r"2 matriks rencana aksi: '2024', '2025'.*--lembar"):
            read(many({"2024": None, "2025": None}))

    @pytest.mark.parametrize("name", ["2025", " 2025 "])
    def test_one_is_chosen(self, read, many, name):
        """By its name."""
        assert read(many({"2024": None, "2025": None}), sheet=name).sheet == "2025"

    def test_a_name_that_is_not_there(self, read, many):
        """The sentence names those that are."""
        with pytest.raises(WorkbookError, match="tidak mempunyai lembar '2026'; yang ada: '2024', '2025'"):
            read(many({"2024": None, "2025": None}), sheet="2026")

    def test_a_visible_one_goes_before_a_hidden_one(self, read, many):
        """Last year's plan is often hidden."""
        assert read(many({"2024": None, "2025": None}, hidden={"2024"})).sheet == "2025"

    def test_a_hidden_one_counts_where_it_is_the_only_one(self, read, many):
        """Then nobody means another."""
        assert read(many({"Data": self.OTHER, "2025": None}, hidden={"2025"})).sheet == "2025"

    def test_tabs_of_the_tool_and_copies_of_them_are_passed_over(self, read, many):
        """However much they look like a matrix."""
        assert read(many({"Monev I": self.COPY, "Salinan": self.COPY, "Rencana": None})).sheet == "Rencana"

    def test_a_tab_of_the_tool_is_no_answer(self, read, many):
        """Asked for by name it is refused."""
        with pytest.raises(WorkbookError, match="buatan zi-excel"):
            read(many({"Monev I": self.COPY, "Rencana": None}), sheet="Monev I")

    def test_a_matrix_far_down_is_found(self, read, many, header, rows):
        """Below many lines of other things."""
        before = [(f"catatan {number}", "x") for number in range(300)]
        assert read(many({"Lembar": [*before, ("TAHUN 2025",), header, *rows]})).header_row == 302

    @pytest.mark.parametrize("options", [{}, {"sheet": "Data"}])
    def test_no_matrix(self, read, many, options):
        """The sentence says what was looked for."""
        with pytest.raises(WorkbookError, match="tidak memuat matriks rencana aksi"):
            read(many({"Data": self.OTHER}), **options)

    def test_a_header_alone(self, read, many, header):
        """0 rows."""
        with pytest.raises(WorkbookError, match="0 baris"):
            read(many({"Rencana": [("TAHUN 2025",), header, range(1, 13)]}))

    def test_a_broken_sheet_elsewhere_is_no_matter(self, read, many, tmp_path):
        """Nor are its strings."""
        whole, broken = many({"Data": self.OTHER, "Rencana": None}), tmp_path / "rusak.xlsx"
        with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
            for name in source.namelist():
                target.writestr(name, b"<rusak" if name.endswith("sheet1.xml") else source.read(name))
        assert read(broken).sheet == "Rencana"

    def test_a_broken_matrix_is_said_so(self, read, many, tmp_path):
        """Not that there is none."""
        whole, broken = many({"Data": self.OTHER, "Rencana": None}), tmp_path / "rusak.xlsx"
        with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
            for name in source.namelist():
                target.writestr(name, b"<rusak" if name.endswith("sheet2.xml") else source.read(name))
        with pytest.raises(WorkbookError, match=r"sheet2\.xml"):
            read(broken)

    def test_a_chart_sheet_is_no_matrix(self, read, tmp_path):
        """Asked for by name it is refused."""
        path = tmp_path / "grafik.xlsx"
        workbook = xlsxwriter.Workbook(path)
        workbook.add_worksheet("Data").write("A1", 1)
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "=Data!$A$1"})
        workbook.add_chartsheet("Grafik").set_chart(chart)
        workbook.close()
        with pytest.raises(WorkbookError, match="bukan lembar kerja"):
            read(path, sheet="Grafik")


@pytest.mark.parametrize("chosen", ["H", "Sudah dikerjakan", "sudah DIKERJAKAN"])
def test_settings_say_which_column(plan_of, rows, header, chosen):
    """By letter or by the header's text."""
    names = tuple("Sudah dikerjakan" if name.startswith("REALISASI") else name for name in header)
    plan = plan_of(rows, header=[names], options={"columns": {Field.REALISASI: chosen}})
    assert plan.columns[Field.REALISASI] == 8
    assert next(plan.indikator()).realisasi.share == 1


def test_a_column_of_the_settings_that_is_not_there(plan_of):
    """The sentence names the setting."""
    with pytest.raises(WorkbookError, match="'Sudah' untuk REALISASI"):
        plan_of(options={"columns": {Field.REALISASI: "Sudah"}})


@pytest.mark.skipif(not DECREE.exists(), reason="the decree's text (../shared) is not here")
def test_the_decrees_pages_as_they_are(plan_of):
    """Typed off page by page: the header on each page, a split row, nothing merged, signatures below."""
    lines = DECREE.read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("LAMPIRAN"))
    rows = [[re.sub(r"<[^>]*>", " ", cell) or None for cell in line.strip(" ").split("\t")] for line in lines[start:]]
    plan = plan_of(rows, header=[], title=None)
    assert read_cells(plan) == enacted_cells()
    assert plan.year == 2025
    oddities = Counter(each.oddity for each in plan.remarks)
    assert oddities.pop(Oddity.HEADER_REPEATED) == sum(line.startswith("NO\t") for line in lines) - 1
    assert oddities == {Oddity.SPLIT_ROW: 1, Oddity.NUMBER_ARABIC: 1, Oddity.NUMBER_MISSING: 1}


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


@pytest.mark.parametrize("chosen", ["XFE", "ZZZ", "XFE "])
def test_a_letter_beyond_the_last_column_is_refused(plan_of, chosen):
    """A sheet ends at XFD."""
    with pytest.raises(WorkbookError, match=r"menurut pengaturan tidak ada.*\[kolom\]"):
        plan_of(options={"columns": {Field.REALISASI: chosen}})


def test_no_sheet_is_called_nothing(book, read):
    """A name that is empty is not the same as none."""
    with pytest.raises(WorkbookError, match="tidak mempunyai lembar ''"):
        read(book(), sheet="")
