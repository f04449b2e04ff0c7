"""The shipped template cut to eight indikator, for tests that do not ask how long the matrix is.

A refresh of it takes a third of the template's. All else is as shipped: the sheets, the decree's lines, the titles,
the signature, the merged cells, formats and data validations.
"""

import io
import re
import zipfile
from functools import lru_cache
from pathlib import Path

from lxml import etree

TEMPLATE = Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"
KODES = ("I.1.a", "I.1.b", "I.2.a", "I.2.b", "I.2.c", "II.1.a", "II.1.b", "II.1.c")
_KEPT = (*range(1, 15), *range(22, 26), 102, 103)
"""The template's rows: all above the matrix; I.1, I.2 and II.1 with their komponen; the signature."""
_PLACES = {row: place for place, row in enumerate(_KEPT, 1)}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = "xl/worksheets/sheet1.xml"


def short_matrix(path: Path) -> Path:
    """Writes it; the same bytes each time."""
    path.write_bytes(_workbook())
    return path


@lru_cache
def _workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == _SHEET:
                data = _sheet(data)
            elif item.filename == "xl/workbook.xml":
                data = data.replace(b"$L$103", f"$L${len(_KEPT)}".encode())  # the print area
            new.writestr(item, data)
    return file.getvalue()


def _sheet(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for row in root.findall(f"{_MAIN}sheetData/{_MAIN}row"):
        if (place := _PLACES.get(int(row.get("r")))) is None:
            row.getparent().remove(row)
            continue
        row.set("r", str(place))
        for cell in row:
            cell.set("r", re.sub(r"\d+", str(place), cell.get("r")))
    root.find(f"{_MAIN}dimension").set("ref", _range("A1:L103"))
    merged = root.find(f"{_MAIN}mergeCells")
    for item in list(merged):
        if (ref := _range(item.get("ref"))) is None:
            merged.remove(item)
        else:
            item.set("ref", ref)
    merged.set("count", str(len(merged)))
    for item in root.iter(f"{_MAIN}dataValidation"):
        item.set("sqref", " ".join(ref for each in item.get("sqref").split() if (ref := _range(each))))
    root.remove(root.find(f"{_MAIN}rowBreaks"))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _range(ref: str) -> str | None:
    """Where a range is after the cut; None if nothing of it is left, or a single cell that needs no merging."""
    (left, first), (right, last) = (re.fullmatch(r"([A-Z]+)(\d+)", cell).groups() for cell in ref.split(":"))
    kept = [place for row, place in _PLACES.items() if int(first) <= row <= int(last)]
    return f"{left}{kept[0]}:{right}{kept[-1]}" if kept and (left, kept[0]) != (right, kept[-1]) else None
