"""Slanted words within cells."""

import xlsxwriter

from zi_excel.opc.package.package import Package
from zi_excel.reader.sheet.slanted import slanted_phrases


def test_the_templates_slanted_words(template):
    """Those that the decree slants, by their cells."""
    with Package.open(template) as package:
        phrases = slanted_phrases(package, "Rencana Aksi", {3, 4, 5})
    assert phrases
    assert all(column in {3, 4, 5} and each for (_, column), texts in phrases.items() for each in texts)


def test_only_slanted_parts_of_a_cell_count(tmp_path):
    """Bold parts, struck parts and cells of one look have none; a column that isn't asked for is not looked at."""
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Rencana")
        italic, bold = book.add_format({"italic": True}), book.add_format({"bold": True})
        gone = book.add_format({"italic": True, "font_strikeout": True})
        sheet.write_rich_string(0, 0, "Rapat ", italic, "role model", " dan ", bold, "tim")
        sheet.write_rich_string(1, 0, "Rapat ", gone, "lama", " tim")
        sheet.write_string(2, 0, "polos")
        sheet.write_rich_string(3, 1, "Rapat ", italic, "daring", "!")
    with Package.open(path) as package:
        assert slanted_phrases(package, "Rencana", {1}) == {(1, 1): ("role model",)}
        assert slanted_phrases(package, "tidak ada", {1}) == {}
