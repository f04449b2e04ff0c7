"""XlsxWriter set up as all our workbooks need it: texts stay texts, and the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellDatetimeTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from zi_excel.opc.package.xml_text import escaped
from zi_excel.plan.columns import column_letters
from zi_excel.sheets.style import WORKBOOK_DEFAULTS, Look

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""What every workbook says of when it was made: the same content must give the same bytes on any day."""
_NO_PROPERTIES: Mapping[str, str] = MappingProxyType({})


def new_workbook(
    out: IO[bytes],
    *,
    date_1904: bool = False,
    properties: Mapping[str, str] = _NO_PROPERTIES,
    parts: str | None = None,
) -> Workbook:
    """An empty workbook.

    Args:
        out: where it is written when it is closed.
        date_1904: whether its days are counted from 1904.
        properties: what its document properties say: `title`, `author` and the like.
        parts: a folder where its parts lie until they are packed; None: they are kept in memory.
    """
    workbook = Workbook(out, _options(date_1904=date_1904, parts=parts))
    workbook.set_properties({**properties, "created": _CREATED})
    return workbook


def _options(*, date_1904: bool, parts: str | None) -> dict[str, object]:
    return {
        "in_memory": parts is None,
        "tmpdir": parts,
        "date_1904": date_1904,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": dict(WORKBOOK_DEFAULTS),
    }


class LooseWorkbook(Workbook):  # type: ignore[misc]  # XlsxWriter is untyped
    """A workbook in memory for whoever takes it apart at once: its parts are not compressed.

    date_1904: whether its days are counted from 1904.
    """

    def __init__(self, *, date_1904: bool = False) -> None:
        super().__init__(io.BytesIO(), _options(date_1904=date_1904, parts=None))
        self.set_properties({"created": _CREATED})
        self._loose = _LooseParts()

    def packed(self) -> bytes:
        """Ends the workbook: its parts in a zip archive, stored as they are."""
        self.close()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for name, data in self._loose.made:
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()

    def _get_packager(self) -> Packager:
        """What makes the parts."""
        return self._loose


class _LooseParts(Packager):  # type: ignore[misc]  # XlsxWriter is untyped
    """Keeps the parts, and leaves XlsxWriter none to pack."""

    made: Sequence[tuple[str, bytes | str]] = ()

    def _create_package(self) -> list[object]:
        self.made = [(name, part.getvalue()) for part, name, _ in super()._create_package()]
        return []


class Formats:
    """The formats of a workbook, one for each look."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[Look, Format] = {}

    def of(self, style: Look) -> Format:
        """The format of a look."""
        made = self._made.get(style)
        if made is None:
            made = self._made[style] = self._workbook.add_format(dict(style.properties))
        return made


class TabSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter is untyped
    """XlsxWriter's sheet, which does not search every formula for the 150 functions that are newer than Excel 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002  (XlsxWriter's)
        """The formula as a file holds it. Our formulas use none of those functions."""
        return formula.removeprefix("=")

    def put(self, row: int, column: int, text: str, form: Format) -> None:
        """Writes a text, or with none an empty cell; both count from 0, so that no address is looked for in them."""
        if text:
            self._write_string(row, column, text, form)
        else:
            self._write_blank(row, column, None, form)

    def put_cells(self, row: int, cells: Sequence[tuple[int, float | str, Format]]) -> None:
        """Writes many cells of a streamed sheet's current row at once: a tenth of the time that each alone would take.

        Args:
            row: counts from 0, as XlsxWriter does.
            cells: column (from 0), number or text, and look, from left to right. Texts are the tool's own words.
        """
        if not cells:
            return
        written = []
        for column, value, form in cells:
            place = f'<c r="{_letters(column)}{row + 1}" s="{form._get_xf_index()}"'  # noqa: SLF001  (XlsxWriter's)
            if isinstance(value, str):
                written.append(f'{place} t="inlineStr"><is><t>{escaped(value, quotes=False)}</t></is></c>')
            else:
                written.append(f"{place}><v>{value:.16G}</v></c>")
        first, last = cells[0][0], cells[-1][0]
        for column in (first, last):
            self._check_dimensions(row, column)
        self.table[row][first] = _WrittenCells("".join(written))

    def discard(self) -> None:
        """Lets go of the temporary file of a streamed sheet that will not be packed."""
        if self.row_data_fh is not None:
            self.row_data_fh.close()

    def _write_rows(self) -> None:
        """All rows of a sheet that is not streamed. Most cells are plain: these take a third of XlsxWriter's time."""
        self._calculate_spans()
        for row in sorted({*self.table, *self.row_info}):
            span, info = self.row_spans.get(row // _ROWS_OF_A_SPAN), self.row_info.get(row)
            cells = self.table.get(row)
            if not cells:
                if info is not None:
                    self._write_empty_row(row, span, info)
                continue
            self._write_row(row, span, info)
            for column in sorted(cells):
                cell = cells[column]
                inside = _plain(cell)
                if inside is None:
                    self._write_cell(row, column, cell)
                else:
                    form = cell.format._get_xf_index()  # noqa: SLF001  (XlsxWriter's)
                    self.fh.write(f'<c r="{_letters(column)}{row + 1}" s="{form}"{inside}')
            self._xml_end_tag("row")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """A cell, or several that are written already."""
        if isinstance(cell, _WrittenCells):
            self.fh.write(cell.xml)
        else:
            super()._write_cell(row, col, cell)


_ROWS_OF_A_SPAN = 16
"""Rows for which XlsxWriter works out together in which columns they have cells."""


def _plain(cell: Any) -> str | None:
    """How a cell that holds nothing, a shared text or a number goes on behind its look; None for any other."""
    if cell.format is None:
        return None
    kind = type(cell)
    if kind is CellBlankTuple:
        return "/>"
    if kind is CellStringTuple:
        return f' t="s"><v>{cell.string}</v></c>'
    return f"><v>{cell.number:.16G}</v></c>" if kind is CellNumberTuple or kind is CellDatetimeTuple else None


class _WrittenCells(NamedTuple):
    """What is in a row's first place for many cells."""

    xml: str


@cache
def _letters(column: int) -> str:
    return column_letters(column + 1)
