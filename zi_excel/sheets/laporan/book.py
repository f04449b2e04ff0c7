"""All sheets of the evaluator's workbook, in their order, as one file in memory."""

from __future__ import annotations

import io
from collections.abc import Sequence

from zi_excel.report.contents import ReportContents
from zi_excel.sheets.fitting import clipped, harmless, one_line
from zi_excel.sheets.heading import made_by
from zi_excel.sheets.jadwal import WIDTHS as JADWAL_WIDTHS
from zi_excel.sheets.jadwal import write_jadwal
from zi_excel.sheets.laporan import (
    bukti,
    groups,
    komponen,
    matriks,
    metodologi,
    perhatian,
    perhitungan,
    perjalanan,
    perkembangan,
    tindak_lanjut,
)
from zi_excel.sheets.laporan import ringkasan as summary
from zi_excel.sheets.laporan import sampul as cover
from zi_excel.sheets.laporan.places import (
    BUKTI,
    BUKTI_BELUM,
    CARA,
    CATATAN_LAMA,
    MATRIKS,
    MATRIX_FIRST_ROW,
    METODOLOGI,
    PENANGGUNG_JAWAB,
    PER_SUBKOMPONEN,
    PERHATIAN,
    PERHITUNGAN,
    PERJALANAN,
    PERKEMBANGAN,
    SAMPUL,
    TINDAK_LANJUT,
    Book,
    book_of,
    komponen_names,
)
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW, layout_of
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.paper import Paper
from zi_excel.sheets.rendering import Formats, new_workbook
from zi_excel.sheets.report_page import end_pages, protect
from zi_excel.sheets.tabs import JADWAL, RINGKASAN, TEMUAN
from zi_excel.sheets.temuan import COLUMNS as TEMUAN_COLUMNS
from zi_excel.sheets.temuan import write_temuan
from zi_excel.signs import REPORT_NAME, TAB_SIGN
from zi_excel.validation.findings import Level

_CUT = " … (dipotong; selengkapnya di lembar Matriks atau Tindak Lanjut)"
_NO_ERRORS = ("number_stored_as_text", "two_digit_text_year", "formula_differs", "formula_range", "formula_unlocked")
"""What Excel would mark with a green corner, though it is intended."""
_BRIEF = frozenset({SAMPUL, PERKEMBANGAN, PERHATIAN, BUKTI_BELUM, CARA})
"""What the short edition shows, beside Ringkasan and Temuan."""
_MOST_FINDINGS = 25
"""Of the findings that the short edition shows."""
_PROPERTY_LIMIT = 255  # characters that programs show
_FOOTER_LIMIT = 70  # characters for the office, so that it never meets the page's number


class _Writer:
    """The workbook while it is written: makes its sheets, and finishes them."""

    def __init__(self, contents: ReportContents, paper: Paper, *, brief: bool) -> None:
        self.book = book_of(contents, layout_of(contents.plan, komponen_names(contents)))
        self.paper = paper
        self.brief = brief
        self.out = io.BytesIO()
        self.workbook = new_workbook(self.out, properties=_properties(self.book))
        # A returned report is recognised by this name, which every program keeps, and by the sign in its sheets.
        self.workbook.define_name(REPORT_NAME, f'="{TAB_SIGN} {contents.occasion.version}"')
        self._formats = Formats(self.workbook)

    def page(self, name: str, widths: Sequence[float], repeat: int | None) -> Page:
        """A new sheet, ready to be written. repeat: the row that every printed page begins with."""
        made = Page(self.workbook, self._formats, name, widths)
        made.cut = _CUT
        if self.brief:
            names = self.book.monev.layout.names
            made.shown = _BRIEF | {names[RINGKASAN], names[TEMUAN]}
            if name not in made.shown:
                made.sheet.hide()
        made.print_setup(_footer(self.book), repeat=None if repeat is None else (repeat, repeat), paper=self.paper)
        return made

    def end(self, page: Page, last_row: int, *, repeat: int | None = None, kept: Sequence[range] = ()) -> None:
        """Finishes a sheet: the heights of its rows, the ends of its printed pages, its protection.

        repeat: as for `page`. kept: rows that stay on one page.
        """
        end_pages(page, self.paper, last_row, repeated=repeat, kept=kept)
        page.finish()
        protect(page)
        page.sheet.ignore_errors(dict.fromkeys(_NO_ERRORS, f"A1:{cell(last_row + 1, len(page.widths))}"))


def render(contents: ReportContents, paper: Paper, *, brief: bool) -> bytes:
    """See zi_excel.sheets.render_laporan.

    The short edition is the same workbook: what it does not show is hidden, so that every figure still goes back to
    its rows, and the evaluator's notes are kept.
    """
    writer = _Writer(contents, paper, brief=brief)
    _write_front(writer)
    if brief:
        _write_brief(writer)
    _write_komponen(writer)
    _write_registers(writer)
    _write_annexes(writer)
    writer.workbook.close()
    return writer.out.getvalue()


def _properties(book: Book) -> dict[str, str]:
    """The document properties, which programs show of a file."""
    kantor = harmless(one_line(book.contents.occasion.kantor))[:_PROPERTY_LIMIT]
    return {
        "title": cover.report_title(book.contents)[:_PROPERTY_LIMIT],
        "subject": made_by(book.monev),
        "author": kantor or "zi_excel",
        "company": kantor,
        "keywords": "Zona Integritas, rencana aksi, monev, WBK, WBBM",
    }


def _footer(book: Book) -> str:
    """Whose report a printed page belongs to, and what made it."""
    made = made_by(book.monev)
    kantor = harmless(one_line(book.contents.occasion.kantor))
    most = _FOOTER_LIMIT // 2 if "&" in kantor else _FOOTER_LIMIT  # an & is written twice
    return f"{clipped(kantor, most, '…')}  |  {made}" if kantor else made


def _write_front(writer: _Writer) -> None:
    book, names = writer.book, writer.book.monev.layout.names
    page = writer.page(SAMPUL, cover.WIDTHS, None)
    last = cover.write_sampul(page, writer.workbook, book, _inside(book, brief=writer.brief))
    page.sheet.fit_to_pages(1, 1)
    page.sheet.center_horizontally()
    writer.end(page, last)
    page = writer.page(names[RINGKASAN], summary.WIDTHS, None)
    summary.write_ringkasan(page, writer.workbook, book, PERHATIAN if writer.brief else TINDAK_LANJUT)
    page.sheet.fit_to_pages(1, 1)
    page.sheet.center_horizontally()
    writer.end(page, 1)
    page = writer.page(PERKEMBANGAN, perkembangan.WIDTHS, HEADER_ROW)
    writer.end(page, perkembangan.write_perkembangan(page, writer.workbook, book), repeat=HEADER_ROW)


def _write_brief(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(PERHATIAN, [width for _, width in perhatian.COLUMNS], HEADER_ROW)
    writer.end(page, perhatian.write_attention(page, book), repeat=HEADER_ROW)
    page = writer.page(BUKTI_BELUM, [width for _, width in perhatian.MISSING_COLUMNS], HEADER_ROW)
    writer.end(page, perhatian.write_missing(page, book), repeat=HEADER_ROW)
    _write_findings(writer)
    page = writer.page(CARA, perhatian.METHOD_WIDTHS, None)
    writer.end(page, perhatian.write_method(page, book))


def _write_follow_ups(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(TINDAK_LANJUT, [width for _, width in tindak_lanjut.COLUMNS], HEADER_ROW)
    tindak_lanjut.write_follow_ups(page, book)
    writer.end(page, FIRST_ROW + max(len(book.contents.follow_ups), 1) - 1, repeat=HEADER_ROW)


def _write_findings(writer: _Writer) -> None:
    """Writes Temuan: all of them, or those that matter in the short edition."""
    book = writer.book
    levels = [level for level in Level if not writer.brief or level is not Level.INFO]
    findings = [each for each in book.contents.findings if each.level in levels]
    page = writer.page(book.monev.layout.names[TEMUAN], [width for _, width in TEMUAN_COLUMNS], HEADER_ROW)
    most = _MOST_FINDINGS if writer.brief else None
    writer.end(page, write_temuan(page, findings, book.monev, levels, most), repeat=HEADER_ROW)


def _inside(book: Book, *, brief: bool) -> list[tuple[str, str]]:
    """The other sheets that are shown, and what each of them shows."""
    names = book.monev.layout.names
    if brief:
        return [
            (names[RINGKASAN], "capaian, capaian tertimbang, status, dan grafik, di satu halaman"),
            (PERKEMBANGAN, "komponen dan subkomponen, bulan demi bulan"),
            (PERHATIAN, "yang terlambat dan yang perlu perhatian, dengan kendala dan tindak lanjutnya"),
            (BUKTI_BELUM, "butir bukti yang belum mempunyai tautan"),
            (names[TEMUAN], "galat dan peringatan dari pemeriksaan matriks"),
            (CARA, "dari mana angka-angka ini, dan di mana rinciannya"),
        ]
    sheets = [
        (names[RINGKASAN], "capaian, capaian tertimbang, status, dan grafik, di satu halaman"),
        (PERKEMBANGAN, "komponen dan subkomponen, bulan demi bulan"),
        (PER_SUBKOMPONEN, "angka tiap subkomponen, dengan bobot LKE-nya"),
        *(
            (book.sheet_of(group.kode), f"{group.nama}: {group.jumlah} indikator, dengan kolom catatan evaluator")
            for group in book.contents.measurement.komponen
        ),
        (names[JADWAL], "kalender target waktu dan tonggaknya"),
        (BUKTI, "register butir bukti dengan tautannya, dan yang belum ada"),
        (TINDAK_LANJUT, "kendala dan tindak lanjutnya, yang belum ditindaklanjuti lebih dahulu"),
        (PENANGGUNG_JAWAB, "angka tiap penanggung jawab"),
        (names[TEMUAN], "hasil pemeriksaan matriks"),
        (METODOLOGI, "rumus dan aturan dengan kata-kata, dan satu contoh yang dihitung"),
        (MATRIKS, "kolom 1–7 sebagaimana adanya, dengan perbedaannya dari yang ditetapkan"),
    ]
    if book.contents.notes.left:
        sheets.append((CATATAN_LAMA, "catatan evaluator sebelumnya yang tidak cocok lagi"))
    return [
        *sheets,
        (PERHITUNGAN, "untuk layar: tiap indikator, semua langkah sampai statusnya"),
        (PERJALANAN, "untuk layar: rencana dan capaian dari waktu ke waktu, angka grafiknya"),
    ]


def _write_komponen(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(PER_SUBKOMPONEN, groups.WIDTHS, HEADER_ROW)
    groups.write_subkomponen(page, book)
    writer.end(page, book.places.sub_table.last, repeat=HEADER_ROW)
    for area, group in zip(book.contents.plan.komponen, book.contents.measurement.komponen, strict=True):
        page = writer.page(book.sheet_of(area.kode), komponen.WIDTHS, HEADER_ROW)
        komponen.write_komponen(page, area, group, book)
        last = FIRST_ROW + len(area.subkomponen) + group.jumlah
        heads = _heads([len(sub.indikator) for sub in area.subkomponen])
        writer.end(page, last, repeat=HEADER_ROW, kept=heads)


def _heads(sizes: Sequence[int]) -> list[range]:
    """Rows that stay together: a subkomponen's own with its first indikator, the komponen's with its first subkomponen.

    sizes: how many indikator each subkomponen has.
    """
    kept, row = [range(HEADER_ROW, FIRST_ROW + 3)], FIRST_ROW + 1
    for size in sizes:
        kept.append(range(row, row + 2))
        row += size + 1
    return kept


def _write_registers(writer: _Writer) -> None:
    book, names = writer.book, writer.book.monev.layout.names
    page = writer.page(names[JADWAL], JADWAL_WIDTHS, HEADER_ROW)
    write_jadwal(page, book.monev)
    writer.end(page, book.places.all.last, repeat=HEADER_ROW)
    rows = book.places.bukti_rows
    page = writer.page(BUKTI, bukti.WIDTHS, rows.first - 1)
    bukti.write_bukti(page, book)
    writer.end(page, rows.last, repeat=rows.first - 1, kept=[range(rows.first - 2, rows.first + 2)])
    _write_follow_ups(writer)
    page = writer.page(PENANGGUNG_JAWAB, groups.WIDTHS, HEADER_ROW)
    groups.write_people(page, book)
    writer.end(page, book.places.people.last, repeat=HEADER_ROW)
    if not writer.brief:
        _write_findings(writer)


def _write_annexes(writer: _Writer) -> None:
    book = writer.book
    page = writer.page(METODOLOGI, metodologi.WIDTHS, None)
    last, kept = metodologi.write_metodologi(page, writer.workbook, book)
    writer.end(page, last, kept=kept)
    page = writer.page(MATRIKS, matriks.WIDTHS, MATRIX_FIRST_ROW - 1)
    last, kept = matriks.write_matriks(page, book)
    writer.end(page, last, repeat=MATRIX_FIRST_ROW - 1, kept=kept)
    if book.contents.notes.left:
        page = writer.page(CATATAN_LAMA, tindak_lanjut.OLD_NOTES_WIDTHS, HEADER_ROW)
        writer.end(page, tindak_lanjut.write_old_notes(page, book), repeat=HEADER_ROW)
    page = writer.page(PERHITUNGAN, perhitungan.widths(book), HEADER_ROW)
    perhitungan.write_perhitungan(page, book, writer.paper)
    writer.end(page, book.places.all.last, repeat=HEADER_ROW)
    page = writer.page(PERJALANAN, perjalanan.WIDTHS, HEADER_ROW)
    perjalanan.write_course(page, book)
    writer.end(page, book.places.course.last, repeat=HEADER_ROW)
