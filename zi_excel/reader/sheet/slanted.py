"""The slanted words of cells: rich text of which a part is italic. Apart from the reading, as few ask for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import SharedStrings, shown
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.reader.sheet.cells import Worksheet


def slanted_phrases(
    package: Package, sheet: str, columns: Collection[int]
) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """The phrases that are slanted within a cell's text, by its row and column.

    Args:
        package: the workbook.
        sheet: the sheet's name.
        columns: those that are looked at.

    Raises:
        WorkbookError: the sheet's part or the shared strings are damaged.
    """
    part = next((each.part for each in Workbook.of(package).sheets if each.name == sheet), None)
    strings = SharedStrings.of(package)
    phrases: dict[tuple[int, int], tuple[str, ...]] = {}
    for row in Worksheet(package, part).rows() if part is not None else ():
        for column in columns:
            cell = row.cells.get(column)
            if cell is None:
                continue
            runs, raw = cell.runs or (), cell.raw or ""
            if cell.kind == "s" and raw.isdecimal():
                runs = strings.runs(int(raw))
            slanted = tuple(text for run in runs if run.slanted and not run.struck and (text := shown(run.text)))
            if slanted:
                phrases[row.number, column] = slanted
    return phrases
