"""The tabs in workbooks of other settings: another epoch, names that staff chose, a password's recommendation."""

import re
import zipfile
from datetime import date, timedelta
from xml.sax.saxutils import escape

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook
from samples import few_when_quick

from zi_excel.verbs.monev import monev

PER = date(2025, 11, 20)
WORKBOOK = "xl/workbook.xml"


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path, changes):
    """The workbook with other bytes in some parts: changes are functions of the old ones."""
    parts = parts_of(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, changes.get(name, bytes)(data))


def due_serials(path):
    """The serial numbers of the due dates in the tab of komponen I."""
    sheet = next(data for name, data in parts_of(path).items() if "worksheets/sheet4.xml" in name)
    return [float(found) for found in re.findall(rb'<c r="E(?:9|1\d)" [^>]*><v>([\d.]+)</v>', sheet)]


@pytest.mark.slow
def test_days_that_count_from_1904(book, tmp_path):
    """The tabs' serials are those of staff's epoch: the same days stand there, and charts say which epoch it is."""
    plain = tmp_path / "plain.xlsx"
    plain.write_bytes(book.read_bytes())
    rewritten(book, {WORKBOOK: lambda data: data.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')})
    for path in (plain, book):
        monev(path, per=PER)
    serials = due_serials(plain)
    assert serials
    assert due_serials(book) == [serial - 1462 for serial in serials]
    assert date(1904, 1, 1) + timedelta(due_serials(book)[0]) == date(1899, 12, 30) + timedelta(serials[0])
    charts = [data for name, data in parts_of(book).items() if "charts/chart" in name]
    assert charts
    assert all(b'<c:date1904 val="1"/>' in data for data in charts)
    assert not monev(book, per=PER).changed


CHOSEN = ("A1", "R1C1", "TRUE", "2025", 'It\'s & "x" <y>', "Évaluasi ✓ 中文", "Hasil! 100%", "a.b-c", "x" * 31)


@pytest.mark.parametrize("chosen", few_when_quick(CHOSEN, 3))
@pytest.mark.usefixtures("refreshed_once")
@pytest.mark.slow
def test_names_that_staff_chose(book, chosen):
    """A renamed tab keeps its name; every formula, chart, link and name of ours leads to it, whatever it looks like."""
    quoted = escape("'" + chosen.replace("'", "''") + "'!").encode()
    attribute = escape(chosen, {'"': "&quot;"}).encode()

    def renamed(data):
        return data.replace(b'name="Monev I"', b'name="' + attribute + b'"').replace(b"'Monev I'!", quoted)

    rewritten(book, {WORKBOOK: renamed})
    result = monev(book, per=PER)
    assert chosen in result.replaced
    assert CalamineWorkbook.from_path(str(book)).sheet_names[3] == chosen
    references = set()
    for name, data in parts_of(book).items():
        if name.endswith((".xml", ".rels")):
            for element in etree.fromstring(data).iter():
                references |= {text for text in (element.text or "", *element.attrib.values()) if "!" in text}
    assert not [text for text in references if "Monev I'!" in text or "Monev I!" in text]
    assert [text for text in references if f"'{chosen.replace(chr(39), chr(39) * 2)}'!" in text or f"{chosen}!" in text]
    assert not monev(book, per=PER).changed
