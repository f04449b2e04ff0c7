"""Which sheet holds the matrix: of every worksheet the first rows are looked at."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import SIGN_ROWS, registered_sheets
from zi_excel.opc.workbook.workbook import Sheet, Workbook
from zi_excel.plan.plan_year import NOTHING_TOLD, Told
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader.header.columns import Texts
from zi_excel.reader.header.glance import Glance
from zi_excel.reader.header.headers import Header, find_header
from zi_excel.reader.header.names import MOST_TEXTS, WIDEST
from zi_excel.reader.header.own_report import is_report
from zi_excel.reader.sheet.cells import Row, Worksheet
from zi_excel.reader.sheet.values import Contents
from zi_excel.signs import NAME_PREFIX, TAB_SIGN

_GLANCE, _LOOK = 25, 1000
"""Rows with content that are looked at in each sheet: a few at first; more where these show no matrix."""
_ROWS_IN_ALL = 20_000
"""Rows that are looked at in all, blank ones included: to format them costs a producer nothing, to read them time."""
_LONGEST = 200  # characters of a header's cell or a title's; longer texts are prose


class MatrixSheet(NamedTuple):
    """A sheet that holds a matrix, its part, and the matrix's header.

    worksheet: the part as it streams by. rows: its rows with content, once: what was read to find the header
    is not parsed again.
    """

    sheet: Sheet
    part: str
    header: Header
    worksheet: Worksheet
    rows: Iterator[Row]


def find_matrix(
    package: Package,
    workbook: Workbook,
    contents: Contents,
    *,
    sheet: str | None,
    columns: Mapping[Field, str] | None,
    year: Told = NOTHING_TOLD,
) -> MatrixSheet:
    """The sheet that was asked for, or the only one that holds a matrix. Hidden sheets count where no visible one does.

    Raises:
        WorkbookError: there is no such sheet, no matrix, or more than one.
    """
    if sheet is not None:
        return _asked_for(package, workbook, contents, sheet, columns, year=year)
    broken: WorkbookError | None = None
    glance = None if columns else Glance(package, contents.strings)  # settings may name a column as nobody else does
    for rows, filtering in ((_GLANCE, glance), (_LOOK, glance), (_LOOK, None)):
        candidates, broken = _candidates(package, workbook, contents, columns, most=rows, glance=filtering, year=year)
        if candidates:
            return _only(package, candidates)
    if broken is not None:
        raise broken
    if is_report(package, workbook):
        raise WorkbookError(
            f"'{package.path}' adalah laporan buatan zi-excel, bukan buku kerja; sebutkan buku kerja kantor yang "
            "menjadi sumbernya."
        )
    raise WorkbookError(
        f"'{package.path}' tidak memuat matriks rencana aksi: tidak ada lembar dengan judul kolom seperti KOMPONEN, "
        "INDIKATOR, LANGKAH AKSI, BUKTI FISIK, dan TARGET WAKTU; periksa berkasnya, atau mulai dari `zi-excel baru`."
    )


def _asked_for(
    package: Package,
    workbook: Workbook,
    contents: Contents,
    name: str,
    columns: Mapping[Field, str] | None,
    *,
    year: Told,
) -> MatrixSheet:
    sheet = workbook.sheet(name) or next(
        (other for other in workbook.sheets if other.name.strip().casefold() == name.strip().casefold()), None
    )
    if sheet is None:
        names = ", ".join(f"'{other.name}'" for other in workbook.sheets[:20])
        raise WorkbookError(f"'{package.path}' tidak mempunyai lembar '{name}'; yang ada: {names}.")
    if sheet.part is None or sheet.kind != "worksheet":
        raise WorkbookError(
            f"Lembar '{sheet.name}' dari '{package.path}' bukan lembar kerja; pilih lembar lain dengan --lembar."
        )
    worksheet = Worksheet(package, sheet.part)
    first, rows = _begun(worksheet, _LOOK)
    texts = _texts_of(first, contents)
    if texts is None:
        raise WorkbookError(
            f"Lembar '{sheet.name}' dari '{package.path}' adalah tab buatan zi-excel (atau salinannya); "
            "pilih lembar matriksnya dengan --lembar."
        )
    header = find_header(texts, columns, asked=True, year=year)
    if header is None:
        raise WorkbookError(
            f"Lembar '{sheet.name}' dari '{package.path}' tidak memuat matriks rencana aksi: judul kolom seperti "
            "KOMPONEN, INDIKATOR, LANGKAH AKSI, BUKTI FISIK, dan TARGET WAKTU tidak ditemukan; "
            "pilih lembar lain dengan --lembar."
        )
    return MatrixSheet(sheet, sheet.part, header, worksheet, rows)


def _candidates(
    package: Package,
    workbook: Workbook,
    contents: Contents,
    columns: Mapping[Field, str] | None,
    *,
    most: int,
    glance: Glance | None,
    year: Told,
) -> tuple[list[MatrixSheet], WorkbookError | None]:
    """The sheets that hold a matrix; and the failure of one that could not be looked at, if any.

    most: how many of their rows are looked at. glance: tells which sheets are not worth parsing; None: all are parsed.
    """
    candidates: list[MatrixSheet] = []
    broken: WorkbookError | None = None
    seen = {sheet.part for sheet in registered_sheets(workbook, NAME_PREFIX)}  # ours, even with the sign overwritten
    for sheet in workbook.sheets:
        if sheet.part is None or sheet.kind != "worksheet" or sheet.part in seen:
            continue
        seen.add(sheet.part)
        if glance is not None and not glance.may_hold(sheet.part, most, _ROWS_IN_ALL):
            continue
        try:
            worksheet = Worksheet(package, sheet.part)
            first, rows = _begun(worksheet, most)
            texts = _texts_of(first, contents)
        except WorkbookError as failure:
            broken = broken or failure.with_traceback(None)  # whose frames hold all that was parsed
            continue
        header = find_header(texts, columns, year=year) if texts else None
        if header is not None:
            candidates.append(MatrixSheet(sheet, sheet.part, header, worksheet, rows))
    return candidates, broken


def _only(package: Package, candidates: list[MatrixSheet]) -> MatrixSheet:
    best = [candidate for candidate in candidates if candidate.header.strong] or candidates
    best = [candidate for candidate in best if candidate.sheet.state == "visible"] or best
    if len(best) == 1:
        return best[0]
    names = ", ".join(f"'{candidate.sheet.name}'" for candidate in best)
    raise WorkbookError(
        f"'{package.path}' memuat {len(best)} matriks rencana aksi: {names}; pilih satu dengan --lembar, "
        f'misalnya --lembar "{best[0].sheet.name}".'
    )


def _begun(worksheet: Worksheet, most: int) -> tuple[list[Row], Iterator[Row]]:
    """The first rows of a sheet that hold anything; and all of its rows, these again and then those below."""
    rows = worksheet.every_row()
    first = list(islice((row for row in islice(rows, _ROWS_IN_ALL) if row.cells), most))
    return first, chain(first, (row for row in rows if row.cells))


def _texts_of(first: Sequence[Row], contents: Contents) -> list[tuple[int, Texts]] | None:
    """The texts of a sheet's first rows that have any; None where the sheet is a tab of this tool, or a copy of one."""
    rows: list[tuple[int, Texts]] = []
    looked_at = 0
    for row in first:
        cells = islice(row.cells.items(), WIDEST)
        texts = {column: text for column, cell in cells if (text := contents.text(cell))}
        if row.number <= SIGN_ROWS and any(text.startswith(TAB_SIGN) for text in texts.values()):
            return None
        if texts := {column: text for column, text in texts.items() if len(text) <= _LONGEST}:
            rows.append((row.number, texts))
            looked_at += len(texts)
            if looked_at > MOST_TEXTS:
                break
    return sorted(rows, key=lambda item: item[0])
