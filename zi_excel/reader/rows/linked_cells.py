"""The links of formulas that name other cells: these are looked up, in the matrix first, then where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import Datum
from zi_excel.reader.header.sheets import MatrixSheet
from zi_excel.reader.sheet.cells import Worksheet
from zi_excel.reader.sheet.link_formulas import UNKNOWN, CellPlace, call_targets
from zi_excel.reader.sheet.links import distinct
from zi_excel.reader.sheet.values import Contents

_MOST_ROWS = 20_000
"""Rows of a sheet that are looked through for cells that formulas name."""


def resolve_links(
    cells: Mapping[int, dict[int, Datum]], package: Package, matrix: MatrixSheet, contents: Contents
) -> None:
    """Gives each cell whose formula leads where another cell says the address that stands there."""
    unresolved = [
        (row, column, datum)
        for row, data in cells.items()
        for column, datum in data.items()
        if datum.aside.links and datum.formula is not None and any(link.startswith(UNKNOWN) for link in datum.links)
    ]
    if not unresolved:
        return
    wanted: set[CellPlace] = set()
    for _, _, datum in unresolved:
        call_targets(datum.formula or "", lambda place: wanted.add(place) or "")  # type: ignore[func-returns-value]
    texts = _texts(wanted, cells, package, matrix, contents)
    for row, column, datum in unresolved:
        plain = [link for link in datum.links if not link.startswith(UNKNOWN)]
        links = distinct([*plain, *call_targets(datum.formula or "", texts.get)])
        cells[row][column] = datum.with_aside(links=links)


def _texts(
    wanted: set[CellPlace],
    cells: Mapping[int, dict[int, Datum]],
    package: Package,
    matrix: MatrixSheet,
    contents: Contents,
) -> Mapping[CellPlace, str]:
    """What stands in cells; those of sheets that aren't there, or can't be read, are left out."""
    own = matrix.sheet.name.casefold()
    texts: dict[CellPlace, str] = {}
    elsewhere: dict[str, set[CellPlace]] = {}
    for place in wanted:
        sheet = own if place.sheet is None else place.sheet.casefold()
        datum = cells.get(place.row, {}).get(place.column) if sheet == own else None
        if datum is not None:
            texts[place] = datum.text
        else:
            elsewhere.setdefault(sheet, set()).add(place)
    workbook = Workbook.of(package) if elsewhere else None
    for name, places in elsewhere.items():
        sheet_there = workbook.sheet(name) if workbook is not None else None
        if sheet_there is not None and sheet_there.part is not None and sheet_there.kind == "worksheet":
            texts |= _read(package, sheet_there.part, places, contents)
    return texts


def _read(package: Package, part: str, places: set[CellPlace], contents: Contents) -> Mapping[CellPlace, str]:
    texts = dict.fromkeys(places, "")
    of_row: dict[int, list[CellPlace]] = {}
    for place in places:
        of_row.setdefault(place.row, []).append(place)
    try:
        for row in islice(Worksheet(package, part).rows(), _MOST_ROWS):
            for place in of_row.pop(row.number, ()):
                if place.column in row.cells:
                    texts[place] = contents.text(row.cells[place.column])
            if not of_row:
                break
    except WorkbookError:
        return {}
    return texts
