"""Which sheet of a workbook holds the matrix."""

import zipfile

import openpyxl
import pytest
import xlsxwriter

from zi_excel.errors import WorkbookError
from zi_excel.signs import TAB_SIGN


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


def test_no_sheet_is_called_nothing(book, read):
    """A name that is empty is not the same as none."""
    with pytest.raises(WorkbookError, match="tidak mempunyai lembar ''"):
        read(book(), sheet="")
