"""A workbook's matrix as the model: sheets -> header -> rows -> data, each step in its own file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.errors import NoYearError, WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.plan.plan_year import Evidence, PlanYear, Told, weigh
from zi_excel.plan.rencana_aksi import (
    Datum,
    Field,
    HeaderReading,
    Oddity,
    Place,
    Remark,
    RencanaAksi,
    column_letters,
)
from zi_excel.plan.target_waktu import years_in_target
from zi_excel.reader.header.columns import is_letter
from zi_excel.reader.header.names import key
from zi_excel.reader.header.sheets import MatrixSheet, find_matrix
from zi_excel.reader.model.assembly import assemble
from zi_excel.reader.rows.drafts import Outline
from zi_excel.reader.rows.extent import is_matrix
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.grid_of_sheet import read_grid
from zi_excel.reader.rows.outline import read_outline
from zi_excel.reader.rows.title import lasting_lines
from zi_excel.reader.sheet.ranges import column_number
from zi_excel.reader.sheet.values import Contents


class Laid(NamedTuple):
    """A matrix as read, and its cells."""

    plan: RencanaAksi
    grid: Grid


def read_plan(
    package: Package,
    *,
    sheet: str | None = None,
    columns: Mapping[Field, str] | None = None,
    year: int | None = None,
    recorded_year: int | None = None,
) -> RencanaAksi:
    """Reads the matrix of an action plan.

    Args:
        package: the opened workbook.
        sheet: the sheet's name; None where the workbook holds one matrix only.
        columns: where the headers alone don't say it: per Field a column's letter ("F") or its header's text.
        year: the plan's year; None takes the title's, else the one that TARGET WAKTU names most often.
        recorded_year: that of the matrix which the office recorded as enacted; where the title names none, it counts.

    Raises:
        WorkbookError: no matrix, more than one, none of its rows filled, or no year anywhere; or a part of the package
            that is needed is damaged.
    """
    return read_laid(package, sheet=sheet, columns=columns, year=year, recorded_year=recorded_year).plan


def read_laid(
    package: Package,
    *,
    sheet: str | None = None,
    columns: Mapping[Field, str] | None = None,
    year: int | None = None,
    recorded_year: int | None = None,
) -> Laid:
    """The same with the cells that the matrix was read from, for whoever needs what stands around it."""
    workbook = Workbook.of(package)
    contents = Contents.of(package, workbook)
    matrix = find_matrix(package, workbook, contents, sheet=sheet, columns=columns, year=Told(year, recorded_year))
    _check_columns(package, matrix, columns or {})
    grid = read_grid(package, matrix, contents)
    del contents  # the shared strings: the grid has those that it needs
    return Laid(plan_of(grid, str(package.path), year=year, recorded_year=recorded_year), grid)


def plan_of(grid: Grid, source: str, *, year: int | None = None, recorded_year: int | None = None) -> RencanaAksi:
    """The model of a matrix's cells, wherever they were read.

    Args:
        grid: the cells.
        source: the file that they are from, for sentences.
        year: the plan's year; None takes the title's, else the one that TARGET WAKTU names most often.
        recorded_year: that of the matrix which the office recorded as enacted.

    Raises:
        WorkbookError: none of its rows is filled, or nothing says the year.
    """
    outline = read_outline(grid)
    rows = [draft.line.row for draft in outline.indikator()]
    if not rows:
        raise WorkbookError(
            f"Matriks di lembar '{grid.sheet}' dari '{source}' belum berisi satu pun indikator (0 baris); "
            "isi barisnya di bawah judul kolom, atau mulai dari `zi-excel baru`."
        )
    title = tuple(
        line for above in grid.title_rows for text in above.texts for line in text.split("\n") if line.strip()
    )
    plan_year = _year(source, grid, rows, year, recorded_year)
    remarks = list(_remarks(grid, outline, plan_year, max(rows)))
    komponen, more_remarks = assemble(grid, outline, plan_year.year)
    header = grid.header
    return RencanaAksi(
        sheet=grid.sheet,
        title=title,
        year=plan_year.year,
        header_row=header.last,
        columns=MappingProxyType(dict(header.columns)),
        headers=MappingProxyType(dict(_headers(grid))),
        komponen=komponen,
        remarks=tuple(sorted([*remarks, *more_remarks], key=lambda remark: remark.place.row or 0)),
        reading=HeaderReading(
            header.first,
            header.numbering,
            MappingProxyType(dict(header.how)),
            grid.other_columns(max(rows)),
            grid.hidden,
            MappingProxyType(dict(header.parts)),
            plan_year.why,
        ),
    )


def _check_columns(package: Package, matrix: MatrixSheet, columns: Mapping[Field, str]) -> None:
    """Refuses settings that name a column's header or letter where no such column was found."""
    for field, text in columns.items():
        if is_letter(text) and matrix.header.columns.get(field) == column_number(text.strip()):
            continue
        if key(matrix.header.texts.get(field, "")) != key(text):
            raise WorkbookError(
                f"Kolom '{text}' untuk {field.upper()} menurut pengaturan tidak ada di lembar '{matrix.sheet.name}' "
                f"dari '{package.path}'; perbaiki [kolom] di zi-excel.toml."
            )


def _year(source: str, grid: Grid, rows: list[int], given: int | None, recorded: int | None) -> PlanYear:
    """The plan's year.

    Raises:
        WorkbookError: nothing in the sheet says it.
    """
    header = grid.header
    others = (Field.BUKTI_FISIK, Field.LANGKAH_AKSI, Field.INDIKATOR)
    evidence = Evidence(
        tuple(lasting_lines(grid.title_rows)),
        [text for row in range(header.first, header.last + 1) for text in grid.column_texts(row).values()],
        _years_named(grid.datum(row, Field.TARGET_WAKTU) for row in rows),
        grid.sheet,
        told=Told(given, recorded),
    )
    weighed = weigh(evidence)
    if weighed is None or not (weighed.named or evidence.targets):  # to read all prose for years takes long
        named = _years_named(grid.datum(row, field) for row in rows for field in others)
        weighed = weigh(evidence._replace(others=named))
    if weighed is None:
        raise NoYearError(
            f"Tahun rencana di lembar '{grid.sheet}' dari '{source}' tidak diketahui; tulis di judul di atas "
            "matriks (misalnya RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025), atau `tahun = 2025` di "
            "zi-excel.toml."
        )
    return weighed


def _years_named(cells: Iterable[Datum]) -> Counter[int]:
    """How often cells name each year."""
    named: Counter[int] = Counter()
    for content, times in Counter(cell.value if isinstance(cell.value, date) else cell.text for cell in cells).items():
        for year in (content.year,) if isinstance(content, date) else years_in_target(content):
            named[year] += times
    return named


def _remarks(grid: Grid, outline: Outline, plan_year: PlanYear, last_row: int) -> Iterator[Remark]:
    """What was noticed of the sheet as a whole.

    Args:
        grid: the sheet's cells.
        outline: its rows.
        plan_year: the plan's year, and what says it.
        last_row: its last indikator's.
    """
    header = grid.header
    for field, column in header.twice:
        yield Remark(Oddity.COLUMN_TWICE, Place(grid.sheet, header.last, column), detail=field)
    for field, parts in header.parts.items():
        yield Remark(Oddity.PARTED, Place(grid.sheet, header.first, parts[0].column), detail=field)
    for field, what in header.judged:
        yield Remark(
            Oddity.COLUMN_JUDGED, Place(grid.sheet, header.last, header.columns[field]), detail=f"{field}|{what}"
        )
    about_year = Place(grid.sheet, header.last, header.columns.get(Field.TARGET_WAKTU))
    if not plan_year.named:
        yield Remark(Oddity.YEAR_GUESSED, about_year, detail=plan_year.why)
    if plan_year.rivals:
        rivals = ", ".join(f"{year} ({where})" for year, where in sorted(plan_year.rivals.items()))
        yield Remark(Oddity.YEAR_RIVALS, about_year, detail=f"{plan_year.why}|{rivals}")
    yield from _of_looks(grid, last_row)
    first_column = min(header.columns.values())
    for line in outline.repeated:
        yield Remark(Oddity.HEADER_REPEATED, Place(grid.sheet, line.row, first_column))
    for line in outline.stray:
        field, text = next(iter(line.texts.items()))
        yield Remark(Oddity.STRAY_TEXT, Place(grid.sheet, line.row, header.columns[field]), detail=text)
    for line in outline.tables:
        oddity = Oddity.OTHER_MATRIX if is_matrix(line) else Oddity.OTHER_TABLE
        place = Place(grid.sheet, line.row, header.columns[next(iter(line.texts))])
        yield Remark(oddity, place, detail=" | ".join(" ".join(text.split()) for text in line.texts.values()))


def _of_looks(grid: Grid, last_row: int) -> Iterator[Remark]:
    """What is struck out, what a rule may strike out or hide, and boxes that lie on cells."""
    for datum in grid.struck(last_row):
        yield Remark(Oddity.STRUCK_OUT, datum.place, detail=datum.struck)
    for area, look in grid.conditional_looks(grid.header.last + 1, last_row):
        first, last = map(column_letters, (area.left, area.right))
        cells = f"{first}{area.top}:{last}{area.bottom}"
        yield Remark(Oddity.CONDITIONAL_LOOK, Place(grid.sheet, area.top, area.left), detail=f"{cells}|{look}")
    for box in grid.loose_boxes(grid.header.last + 1, last_row):
        detail = "dicentang" if box.ticked else "kosong"
        yield Remark(Oddity.LOOSE_BOX, Place(grid.sheet, box.row, box.column), detail=detail)


def _headers(grid: Grid) -> Iterator[tuple[Field, Datum]]:
    """Each column's header as a cell: the lowest of the header's rows in which anything stands there."""
    header = grid.header
    for field, column in header.columns.items():
        rows = range(header.last, header.first - 1, -1)
        row = next(
            (row for row in rows if grid.cell(row, column).place.row == row and grid.cell(row, column)), header.last
        )
        yield field, Datum.at(Place(grid.sheet, row, column), header.texts[field], header.texts[field] or None)
