"""What staff do to the tabs between two refreshes: known again, or refused with what to do; theirs stays theirs."""

import warnings
import zipfile
from contextlib import contextmanager
from datetime import date

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from zi_excel import api, sheets
from zi_excel.errors import WorkbookError
from zi_excel.opc.ownership import SIGN_ROWS

PER = date(2025, 11, 20)


def loaded(path):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(Conditional Formatting|Unknown) extension", UserWarning)
        return openpyxl.load_workbook(path)


@contextmanager
def edited(path):
    """The workbook as openpyxl loads it, saved again at the end: an edit by another program."""
    saved = loaded(path)
    yield saved
    saved.save(path)


def type_over_sign(saved, title):
    """Staff write something of theirs where the tab says who made it."""
    cell = next(cell for row in saved[title].iter_rows(max_row=9) for cell in row if "zi_excel" in str(cell.value))
    cell.value = "Catatan kami"


@pytest.mark.parametrize("title", ["Monev I", "Monev Ringkasan", "Monev Temuan"])
def test_a_sign_typed_over(book, title):
    """Contract, section 2: the message says which tab to delete; readers pass over the tab as before."""
    api.monev(book, per=PER)
    before = api.capaian(book, per=PER).measurement
    with edited(book) as saved:
        type_over_sign(saved, title)
    with pytest.raises(WorkbookError, match=f"hapus tab '{title}'"):
        api.monev(book, per=PER)
    assert api.capaian(book, per=PER).measurement == before
    assert api.validasi(book, per=PER).plan.sheet == "Rencana Aksi"


def test_a_sign_that_was_moved_down(book):
    """Rows that staff put above it: the reader looks as far down for the sign as the ownership does."""
    api.monev(book, per=PER)
    with edited(book) as saved:
        copied = saved.copy_worksheet(saved["Monev I"])
        copied.title = "Salinan Monev"
        copied.move_range(copied.dimensions, rows=SIGN_ROWS - 2)
    assert api.validasi(book, per=PER).plan.sheet == "Rencana Aksi"


def test_a_new_tab_whose_name_another_tab_of_ours_has(book):
    """Staff delete a tab and give its name to another: both are named, and what to do."""
    api.monev(book, per=PER)
    with edited(book) as saved:
        del saved["Monev II"]
        saved["Monev I"].title = "monev II"
        for name in saved.defined_names.values():
            name.attr_text = name.attr_text.replace("'Monev II'", "#REF!").replace("'Monev I'", "'monev II'")
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=r"Tab baru 'Monev II'.*'monev II'; ganti nama tab itu.*'Monev I'"):
        api.monev(book, per=PER)
    assert book.read_bytes() == before


def test_the_styles_stop_growing(book):
    """Another program writes the same formats in its own way: they are known again after each of its saves."""
    sizes = []
    for turn in range(4):
        api.monev(book, per=date(2025, 11, 20 + turn))
        with zipfile.ZipFile(book) as package:
            sizes.append(package.read("xl/styles.xml"))
        with edited(book):
            pass
    assert sizes[1] == sizes[2] == sizes[3]


def test_a_komponen_that_is_no_more_leaves_staffs_names_alone(book):
    """A tab that goes is not staff's name at the end of a longer one; what does read it, stops it."""
    with edited(book) as saved:
        saved.create_sheet("DataVI")["A1"] = 5
        saved.defined_names["Angka_Kami"] = DefinedName("Angka_Kami", attr_text="DataVI!$A$1")
        saved.defined_names["Kata"] = DefinedName("Kata", attr_text='"lihat VI!"')
    api.monev(book, per=PER)
    with edited(book) as saved:
        saved["Monev VI"].title = "VI"
        for name in saved.defined_names.values():
            name.attr_text = name.attr_text.replace("'Monev VI'", "VI")
        matrix = saved["Rencana Aksi"]
        first = next(row for row in range(1, 200) if matrix.cell(row, 1).value == "VI")
        for merged in [item for item in matrix.merged_cells.ranges if item.min_row >= first]:
            matrix.unmerge_cells(str(merged))
        matrix.delete_rows(first, 100)
        saved.defined_names["Dibaca"] = DefinedName("Dibaca", attr_text="VI!$A$1")
    with pytest.raises(WorkbookError, match=r"'VI'.*dirujuk oleh nama 'Dibaca'"):
        api.monev(book, per=PER)
    with edited(book) as saved:
        del saved.defined_names["Dibaca"]
    assert api.monev(book, per=PER).removed == ("VI",)
    names = loaded(book).defined_names
    assert {name: names[name].attr_text for name in ("Angka_Kami", "Kata")} == {
        "Angka_Kami": "DataVI!$A$1",
        "Kata": '"lihat VI!"',
    }


def test_two_tabs_of_one_name_are_said_to_be_so(book):
    """Two names that Excel can't tell apart are not called names that it refuses."""
    found = api.capaian(book, per=PER)
    names = {tab.key: f"Tab {tab.key[:8]}" for tab in sheets.monev_tabs(found.plan)}
    with pytest.raises(WorkbookError, match="Dua tab Monev akan bernama 'Tab monev_"):
        sheets.render_monev(found.plan, found.measurement, (), names=names, version="1")
