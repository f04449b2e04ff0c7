"""A workbook's matrix as the model: sheets -> header -> rows -> data, each step in its own file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.rencana_aksi import Datum, Field, HeaderReading, Oddity, Place, Remark, RencanaAksi
from zi_excel.reader.header.columns import is_letter
from zi_excel.reader.header.names import key
from zi_excel.reader.header.sheets import Found, find_matrix
from zi_excel.reader.model.assembly import Assembly
from zi_excel.reader.model.plan_year import commonest_year, year_of_title
from zi_excel.reader.rows.drafts import Outline
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.kodes import Kodes
from zi_excel.reader.rows.lines import Line
from zi_excel.reader.rows.outline import read_outline
from zi_excel.reader.rows.tables import is_matrix
from zi_excel.reader.sheet.ranges import column_number
from zi_excel.reader.sheet.values import Contents


def read_plan(
    package: Package, *, sheet: str | None = None, columns: Mapping[Field, str] | None = None, year: int | None = None
) -> RencanaAksi:
    """Reads the matrix of an action plan.

    Args:
        package: the opened workbook.
        sheet: the sheet's name; None where the workbook holds one matrix only.
        columns: where the headers alone don't say it: per Field a column's letter ("F") or its header's text.
        year: the plan's year; None takes the title's, else the one that TARGET WAKTU names most often.

    Raises:
        WorkbookError: no matrix, more than one, none of its rows filled, or no year anywhere; or a part of the package
            that is needed is damaged.
    """
    workbook = Workbook.of(package)
    contents = Contents.of(package, workbook)
    found = find_matrix(package, workbook, contents, sheet=sheet, columns=columns)
    _check_columns(package, found, columns or {})
    grid, formats = Grid(package, found, contents), contents.formats
    del contents  # the shared strings: the grid has those that it needs
    outline = read_outline(grid)
    rows = _rows(outline)
    if not rows:
        raise WorkbookError(
            f"Matriks di lembar '{grid.sheet}' dari '{package.path}' belum berisi satu pun indikator (0 baris); "
            "isi barisnya di bawah judul kolom, atau mulai dari `zi-excel baru`."
        )
    title = tuple(line for texts in grid.title_rows for text in texts for line in text.split("\n") if line.strip())
    remarks = list(_remarks_on_columns(grid))
    chosen, source = _year(package, grid, rows, title, year)
    if source:
        place = Place(grid.sheet, grid.header.last, grid.header.columns.get(Field.TARGET_WAKTU))
        remarks.append(Remark(Oddity.YEAR_GUESSED, place, detail=source))
    remarks += [
        Remark(Oddity.HEADER_REPEATED, Place(grid.sheet, line.row, _first_column(grid))) for line in outline.repeated
    ]
    remarks += [
        Remark(
            Oddity.STRAY_TEXT,
            Place(grid.sheet, line.row, grid.header.columns[next(iter(line.texts))]),
            detail=next(iter(line.texts.values())),
        )
        for line in outline.stray
    ]
    remarks += [
        Remark(
            Oddity.OTHER_MATRIX if is_matrix(line) else Oddity.OTHER_TABLE,
            Place(grid.sheet, line.row, grid.header.columns[next(iter(line.texts))]),
            detail=_said(line),
        )
        for line in outline.tables
    ]
    kodes = Kodes(grid)
    komponen = Assembly(grid, formats, chosen, kodes).komponen(outline)
    return RencanaAksi(
        sheet=grid.sheet,
        title=title,
        year=chosen,
        header_row=grid.header.last,
        columns=MappingProxyType(dict(grid.header.columns)),
        headers=MappingProxyType(dict(_headers(grid))),
        komponen=komponen,
        remarks=tuple(sorted((*remarks, *kodes.remarks), key=lambda each: each.place.row or 0)),
        reading=HeaderReading(
            grid.header.first,
            grid.header.numbering,
            MappingProxyType(dict(grid.header.how)),
            grid.other_columns(max(rows)),
            grid.hidden,
            MappingProxyType(dict(grid.header.parts)),
        ),
    )


def _check_columns(package: Package, found: Found, columns: Mapping[Field, str]) -> None:
    """What settings say of a column must be so: a header that is not there is no column."""
    for field, text in columns.items():
        if is_letter(text) and found.header.columns.get(field) == column_number(text.strip()):
            continue
        if key(found.header.texts.get(field, "")) != key(text):
            raise WorkbookError(
                f"Kolom '{text}' untuk {field.upper()} menurut pengaturan tidak ada di lembar '{found.sheet.name}' "
                f"dari '{package.path}'; perbaiki [kolom] di zi-excel.toml."
            )


def _rows(outline: Outline) -> list[int]:
    return [
        draft.line.row
        for komponen in outline.komponen
        for subkomponen in komponen.subkomponen
        for draft in subkomponen.indikator
    ]


def _year(
    package: Package, grid: Grid, rows: list[int], title: tuple[str, ...], given: int | None
) -> tuple[int, str | None]:
    """The plan's year; and in words where it was taken from, if neither setting nor title said it."""
    header = grid.header
    over = [text for row in range(header.first, header.last + 1) for text in grid.column_texts(row).values()]
    if (known := given or year_of_title(title) or year_of_title(over)) is not None:
        return known, None
    if (known := commonest_year(grid.datum(row, Field.TARGET_WAKTU) for row in rows)) is not None:
        return known, "tahun yang paling sering disebut di kolom TARGET WAKTU"
    if (known := year_of_title([grid.sheet])) is not None:
        return known, "tahun di nama lembar"
    others = (Field.BUKTI_FISIK, Field.LANGKAH_AKSI, Field.INDIKATOR)
    if (known := commonest_year(grid.datum(row, field) for row in rows for field in others)) is not None:
        return known, "tahun yang paling sering disebut di kolom lain"
    raise WorkbookError(
        f"Tahun rencana di lembar '{grid.sheet}' dari '{package.path}' tidak diketahui; tulis di judul di atas matriks "
        "(misalnya RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025), atau `tahun = 2025` di zi-excel.toml."
    )


def _remarks_on_columns(grid: Grid) -> Iterator[Remark]:
    header = grid.header
    for field, column in header.twice:
        yield Remark(Oddity.COLUMN_TWICE, Place(grid.sheet, header.last, column), detail=field)
    for field, parts in header.parts.items():
        yield Remark(Oddity.PARTED, Place(grid.sheet, header.first, parts[0].column), detail=field)


def _headers(grid: Grid) -> Iterator[tuple[Field, Datum]]:
    header = grid.header
    for field, column in header.columns.items():
        rows = range(header.last, header.first - 1, -1)
        row = next(
            (row for row in rows if grid.cell(row, column).place.row == row and grid.cell(row, column)), header.last
        )
        yield field, Datum(Place(grid.sheet, row, column), header.texts[field], header.texts[field] or None)


def _said(line: Line) -> str:
    return " | ".join(" ".join(text.split()) for text in line.texts.values())


def _first_column(grid: Grid) -> int:
    return min(grid.header.columns.values())
