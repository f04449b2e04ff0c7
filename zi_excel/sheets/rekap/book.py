"""All sheets of the rekap, in their order, as one file."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from tempfile import TemporaryDirectory
from traceback import clear_frames

from xlsxwriter.exceptions import FileCreateError

from zi_excel.errors import WorkbookError, reason_of
from zi_excel.kantor.figures import Rekap
from zi_excel.sheets.heading import signature
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.rekap import data, indikator, kantor, metodologi, peta, ringkasan, temuan, wilayah
from zi_excel.sheets.rekap.places import (
    DATA,
    INDIKATOR,
    KANTOR,
    METODOLOGI,
    PETA,
    RINGKASAN,
    TEMUAN,
    TIDAK_TERBACA,
    WILAYAH,
    book_of,
)
from zi_excel.sheets.rendering import Formats, new_workbook
from zi_excel.sheets.report_page import end_pages
from zi_excel.signs import REKAP_NAME, REPORT_NAME, TAB_SIGN
from zi_excel.wording import long_date

_NO_ERRORS = ("number_stored_as_text", "two_digit_text_year", "formula_differs", "formula_range")
"""What Excel would mark with a green corner, though it is intended."""
_CUT = " … (dipotong)"
MANY = 1000
"""Of more kantor than that, their list leaves memory row by row, as Data always does."""


class _Writer:
    """The workbook while it is written: makes its sheets, and finishes them."""

    def __init__(self, rekap: Rekap, paper: Paper, folder: str, parts: str) -> None:
        self.book = book_of(rekap, folder)
        self.paper = paper
        self.out = io.BytesIO()
        # Data of thousands of kantor would fill the memory, so the parts lie in a folder until they are packed.
        self.workbook = new_workbook(self.out, properties=_properties(rekap), parts=parts)
        for name in (REPORT_NAME, REKAP_NAME):
            self.workbook.define_name(name, f'="{TAB_SIGN} {rekap.version}"')
        self._formats = Formats(self.workbook)

    def page(self, name: str, widths: Sequence[float], repeat: int | None, *, streamed: bool = False) -> Page:
        """A new sheet, ready to be written. repeat: the row that every printed page begins with."""
        made = Page(self.workbook, self._formats, name, widths, streamed=streamed)
        made.cut = _CUT
        repeated = None if repeat is None else (repeat, repeat)
        made.print_setup(signature(self.book.rekap.version, self.book.rekap.per), repeat=repeated, paper=self.paper)
        return made

    def end(self, page: Page, last_row: int, *, repeat: int | None = HEADER_ROW, kept: Sequence[range] = ()) -> None:
        """Finishes a sheet: the heights of its rows, the ends of its printed pages.

        repeat: as for `page`. kept: rows that stay on one page.
        """
        end_pages(page, self.paper, last_row, repeated=repeat, kept=kept)
        page.finish()
        page.sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, f"A1:{cell(last_row + 1, len(page.widths))}"))

    def discard(self, failure: BaseException) -> None:
        """Lets go of what is half-written, so that the temporary folder can be removed and nothing finishes it."""
        for sheet in self.workbook.worksheets():
            sheet.discard()
        at: BaseException | None = failure
        while at is not None:  # XlsxWriter's open archive lies in the frames
            clear_frames(at.__traceback__)
            at = at.__context__


def render(rekap: Rekap, paper: Paper, *, out: str) -> bytes:
    """See zi_excel.sheets.render_rekap."""
    folder = os.path.dirname(os.path.abspath(out))  # noqa: PTH100, PTH120  (a text)
    try:
        with TemporaryDirectory(prefix="zi_excel-") as parts:
            writer = _Writer(rekap, paper, folder, parts)
            try:
                _write_front(writer)
                _write_lists(writer)
                _write_back(writer)
                writer.workbook.close()
            except BaseException as failure:
                writer.discard(failure)
                raise
    except (OSError, FileCreateError) as failure:
        cause = failure if isinstance(failure, OSError) else failure.__context__
        reason = f" ({reason_of(cause)})" if isinstance(cause, OSError) else ""
        raise WorkbookError(
            f"Berkas sementara untuk rekap tidak dapat ditulis{reason}; sediakan ruang di folder berkas sementara "
            "komputer ini, lalu ulangi."
        ) from failure
    return writer.out.getvalue()


def _properties(rekap: Rekap) -> dict[str, str]:
    """The document properties, which programs show of a file."""
    return {
        "title": f"Rekap Rencana Aksi Pembangunan Zona Integritas, {len(rekap.kantor)} kantor, {long_date(rekap.per)}",
        "subject": signature(rekap.version, rekap.per),
        "author": "zi_excel",
        "keywords": "Zona Integritas, rencana aksi, monev, rekap, WBK, WBBM",
    }


def _write_front(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(RINGKASAN, ringkasan.WIDTHS, None)
    last, kept = ringkasan.write_ringkasan(page, writer.workbook, book)
    writer.end(page, last, repeat=None, kept=kept)
    page.sheet.center_horizontally()
    many = len(book.rekap.kantor) > MANY
    page = writer.page(KANTOR, kantor.widths(book), HEADER_ROW, streamed=many)
    kantor.write_kantor(page, book, writer.paper)
    writer.end(page, book.last_row)


def _write_lists(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(PETA, peta.widths(book), HEADER_ROW)
    peta.write_peta(page, book, writer.paper)
    writer.end(page, peta.last_row(book))
    page = writer.page(INDIKATOR, indikator.WIDTHS, HEADER_ROW)
    indikator.write_indikator(page, book, writer.paper)
    writer.end(page, indikator.last_row(book))
    if book.with_wilayah:
        page = writer.page(WILAYAH, wilayah.widths(book), HEADER_ROW)
        wilayah.write_wilayah(page, book)
        writer.end(page, wilayah.last_row(book))
    page = writer.page(TEMUAN, temuan.WIDTHS, HEADER_ROW)
    temuan.write_temuan(page, book)
    writer.end(page, temuan.last_row(book))
    page = writer.page(TIDAK_TERBACA, temuan.UNREAD_WIDTHS, HEADER_ROW)
    temuan.write_unread(page, book)
    writer.end(page, temuan.last_unread(book))


def _write_back(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(METODOLOGI, metodologi.WIDTHS, None)
    last, kept = metodologi.write_metodologi(page, book)
    writer.end(page, last, repeat=None, kept=kept)
    page = writer.page(DATA, data.widths(book), HEADER_ROW, streamed=True)
    data.write_data(page, book)
    page.finish()
    page.sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, f"A{FIRST_ROW}:{cell(book.last_row, book.last_column)}"))
