"""What staff do to the tabs between two refreshes: known again, or refused with what to do; theirs stays theirs."""

import shutil
import zipfile
from datetime import date

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from saved_by_openpyxl import edited, loaded

from zi_excel import sheets
from zi_excel.cli import run
from zi_excel.errors import WorkbookError
from zi_excel.opc.tabs.marks import SIGN_ROWS
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi

PER = date(2025, 11, 20)


def type_over_sign(saved, title):
    """Staff write something of theirs where the tab says who made it."""
    cell = next(cell for row in saved[title].iter_rows(max_row=9) for cell in row if "zi_excel" in str(cell.value))
    cell.value = "Catatan kami"


@pytest.mark.parametrize("title", ["Monev I", "Monev Ringkasan", "Monev Temuan"])
@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_a_sign_typed_over(book, title):
    """Contract, section 2: the message says which tab to delete; readers pass over the tab as before."""
    before = capaian(book, per=PER).measurement
    with edited(book) as saved:
        type_over_sign(saved, title)
    with pytest.raises(WorkbookError, match=f"hapus tab '{title}'"):
        monev(book, per=PER)
    assert capaian(book, per=PER).measurement == before
    assert validasi(book, per=PER).plan.sheet == "Rencana Aksi"


@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_a_sign_that_was_moved_down(book):
    """Rows that staff put above it: the reader looks as far down for the sign as the ownership does."""
    with edited(book) as saved:
        copied = saved.copy_worksheet(saved["Monev I"])
        copied.title = "Salinan Monev"
        copied.move_range(copied.dimensions, rows=SIGN_ROWS - 2)
    assert validasi(book, per=PER).plan.sheet == "Rencana Aksi"


@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_a_tab_renamed_by_a_program_that_leaves_its_name_behind(book):
    """Excel and LibreOffice carry the name along. Else: which tab to delete, and no second one beside it."""
    with edited(book) as saved:
        saved["Monev I"].title = "Area Satu"
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=r"'Monev I', yang tidak ada lagi\. Hapus tab 'Area Satu'"):
        monev(book, per=PER)
    assert book.read_bytes() == before
    with edited(book) as saved:
        del saved["Area Satu"]
    assert monev(book, per=PER).added == ("Monev I",)


@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_a_new_tab_whose_name_another_tab_of_ours_has(book):
    """Staff delete a tab and give its name to another: both are named, and what to do."""
    with edited(book) as saved:
        del saved["Monev II"]
        saved["Monev I"].title = "monev II"
        for name in saved.defined_names.values():
            name.attr_text = name.attr_text.replace("'Monev II'", "#REF!").replace("'Monev I'", "'monev II'")
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=r"Tab baru 'Monev II'.*'monev II'; ganti nama tab itu.*'Monev I'"):
        monev(book, per=PER)
    assert book.read_bytes() == before


@pytest.mark.slow
def test_the_styles_stop_growing(book):
    """Another program writes the same formats in its own way: they are known again after each of its saves."""
    sizes = []
    for turn in range(4):
        monev(book, per=date(2025, 11, 20 + turn))
        with zipfile.ZipFile(book) as package:
            sizes.append(package.read("xl/styles.xml"))
        with edited(book):
            pass
    assert sizes[1] == sizes[2] == sizes[3]


@pytest.mark.slow
def test_a_komponen_that_is_no_more_leaves_staffs_names_alone(book):
    """A tab that goes is not staff's name at the end of a longer one; what does read it, stops it."""
    with edited(book) as saved:
        saved.create_sheet("DataII")["A1"] = 5
        saved.defined_names["Angka_Kami"] = DefinedName("Angka_Kami", attr_text="DataII!$A$1")
        saved.defined_names["Kata"] = DefinedName("Kata", attr_text='"lihat II!"')
    monev(book, per=PER)
    with edited(book) as saved:
        saved["Monev II"].title = "II"
        for name in saved.defined_names.values():
            name.attr_text = name.attr_text.replace("'Monev II'", "II")
        matrix = saved["Rencana Aksi"]
        first = next(row for row in range(1, 200) if matrix.cell(row, 1).value == "II")
        for merged in [item for item in matrix.merged_cells.ranges if item.min_row >= first]:
            matrix.unmerge_cells(str(merged))
        matrix.delete_rows(first, 100)
        saved.defined_names["Dibaca"] = DefinedName("Dibaca", attr_text="II!$A$1")
    with pytest.raises(WorkbookError, match=r"'II'.*dirujuk oleh nama 'Dibaca'"):
        monev(book, per=PER)
    with edited(book) as saved:
        del saved.defined_names["Dibaca"]
    assert monev(book, per=PER).removed == ("II",)
    names = loaded(book).defined_names
    assert {name: names[name].attr_text for name in ("Angka_Kami", "Kata")} == {
        "Angka_Kami": "DataII!$A$1",
        "Kata": '"lihat II!"',
    }


def typed_in(book):
    """Staff's words in two rows of Monev I, a comment there, and a row of Monev Jadwal deleted."""
    with edited(book) as saved:
        saved["Monev I"]["H12"] = "Sudah kami kerjakan"
        saved["Monev I"]["B60"] = "Catatan rapat"
        saved["Monev I"]["A10"].comment = Comment("Mohon dicek", "Sri")
        saved["Monev Jadwal"].delete_rows(12)


@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_what_staff_typed_is_said(book, capsys):
    """Issue: what staff typed into a Monev tab is not lost silently. It is in the backup, and the command says so."""
    typed_in(book)
    before = book.read_bytes()
    assert run(["monev", str(book), "--per", PER.isoformat(), "--coba"]) == 0
    tried = " ".join(capsys.readouterr().out.split())
    assert "Tab 'Monev I': isian atau perubahan di baris 12 dan 60 serta 1 komentar tidak akan dibawa" in tried
    assert "tulis di lembar 'Rencana Aksi'" in tried
    assert book.read_bytes() == before
    assert run(["monev", str(book), "--per", PER.isoformat()]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Tab 'Monev I': isian atau perubahan di baris 12 dan 60 serta 1 komentar tidak dibawa ke tab" in said
    assert "Tab 'Monev Jadwal': 1 baris yang dihapus ditulis lagi" in said
    (backup,) = [each for each in (book.parent / "cadangan").iterdir() if each.read_bytes() == before]
    assert loaded(backup)["Monev I"]["H12"].value == "Sudah kami kerjakan"
    assert loaded(book)["Monev I"]["B60"].value is None
    again = monev(book, per=PER)
    assert (again.changed, again.touched) == (False, ())


def cell_formats(book):
    with zipfile.ZipFile(book) as package:
        return package.read("xl/styles.xml").partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0].count(b"<xf ")


TOLD = ("Maret, Juni", 0.5, "75%", "apa", None, 1)
HARD = ("  dua\r\nbaris ", "'kutip", "<b> & 😀", "_x000D_ aneh", "=bukan rumus", None)


def test_a_save_by_another_program_is_nobodys_typing(decree_book, office_save):
    """LibreOffice writes texts, days, links, shares and charts of the tabs in its own way; so does openpyxl."""
    with edited(decree_book) as saved:
        matrix = saved["Rencana Aksi"]
        rows = [row for row in range(9, 130) if matrix.cell(row, 6).value]
        for number, row in enumerate(rows):
            matrix.cell(row, 8, TOLD[number % 6])
            matrix.cell(row, 9, date(2025, 3, 1) if number % 4 == 0 else None)
            matrix.cell(row, 10, f"https://contoh.go.id/a b/{row}" if number % 3 == 0 else None)
            matrix.cell(row, 11, HARD[number % 6])
            if matrix.cell(row, 11).data_type == "f":
                matrix.cell(row, 11).data_type = "s"
    bare = cell_formats(decree_book)
    monev(decree_book, per=PER)
    brought = cell_formats(decree_book) - bare
    shutil.copy(office_save(decree_book), decree_book)
    bare = cell_formats(decree_book)
    office = monev(decree_book, per=date(2025, 11, 27))
    assert office.changed
    assert office.touched == ()
    assert cell_formats(decree_book) - bare <= brought // 4, "most of what LibreOffice wrote is known again"
    with edited(decree_book):
        pass
    assert monev(decree_book, per=PER).touched == ()


def test_two_tabs_of_one_name_are_said_to_be_so(book):
    """Two names that Excel can't tell apart are not called names that it refuses."""
    found = capaian(book, per=PER)
    names = {tab.key: f"Tab {tab.key[:8]}" for tab in sheets.monev_tabs(found.plan)}
    with pytest.raises(WorkbookError, match="Dua tab Monev akan bernama 'Tab monev_"):
        sheets.render_monev(found.plan, found.measurement, (), names=names, version="1")
