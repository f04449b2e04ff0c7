"""Sampul: whose report it is, for which day, how the plan stands in a sentence, what is inside, and who signs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xlsxwriter.workbook import Workbook

from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.people import PenandaTangan
from zi_excel.report.contents import ReportContents
from zi_excel.report.opening import state_sentence
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.heading import write_heading
from zi_excel.sheets.laporan.calc_formulas import mean_movement
from zi_excel.sheets.laporan.places import PER, SAMPUL, Book
from zi_excel.sheets.layout import CONTEXT_ROW, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.report_page import serial
from zi_excel.sheets.style import LABEL, LONG_DAY, POINTS, SECTION, SENTENCE, TEXT, look
from zi_excel.sheets.tabs import RINGKASAN
from zi_excel.validation.findings import Level
from zi_excel.wording import long_date

WIDTHS = (26.0, 30.0, 48.0, 46.0)
_FIRST = 4
_LABEL = look(LABEL, valign="top", align="left")
_NAME, _VALUE, _ABOUT = 1, 2, 3


def report_title(contents: ReportContents) -> str:
    """The report's title: `Laporan Monev … Tahun 2025, TW III (Juli–September 2025)`."""
    period = contents.occasion.period
    title = f"Laporan Monev Rencana Aksi Pembangunan Zona Integritas Tahun {contents.plan.year}"
    return title if period is None else f"{title}, {period.name} ({period.months})"


def write_sampul(page: Page, workbook: Workbook, book: Book, inside: Sequence[tuple[str, str]]) -> int:
    """Writes the sheet. inside: the other sheets and what each shows. Returns its last row."""
    contents = book.contents
    write_heading(page, report_title(contents), book.monev)
    row = _write_facts(page, workbook, book, _write_state(page, book))
    row = _write_inside(page, inside, row + 1)
    write_signatures(page, row + 1, ((1, 2), (4, 4)), contents.occasion.signers, contents.measurement.per)
    return row + 8


def _write_state(page: Page, book: Book) -> int:
    """Writes how the plan stands, as Ringkasan says it. Returns the row below."""
    state = Rows(book.monev.name(RINGKASAN), CONTEXT_ROW, CONTEXT_ROW).cell(1)
    style = look(SENTENCE, text_wrap=True, font_size=14)
    page.text(_FIRST, 1, "", style, last=len(WIDTHS))
    page.formula(_FIRST, 1, f"={state}", state_sentence(book.contents.measurement), style)
    page.height(_FIRST, 44)
    return _FIRST + 2


def _write_facts(page: Page, workbook: Workbook, book: Book, row: int) -> int:
    contents, measured = book.contents, book.contents.measurement
    occasion, period = contents.occasion, contents.occasion.period
    facts = [
        ("Kantor", occasion.kantor or "(belum disebut; isi `kantor` di zi-excel.toml)"),
        ("Dasar", contents.basis),
        ("Tahun rencana", str(contents.plan.year)),
    ]
    if period is not None:
        facts.append(("Periode laporan", f"{period.name} ({period.months})"))
    for label, text in facts:
        page.text(row, _NAME, label, _LABEL)
        page.text(row, _VALUE, one_line(text), look(TEXT, text_wrap=True), last=len(WIDTHS))
        row += 1
    page.text(row, _NAME, "Tanggal penilaian", _LABEL)
    page.number(row, _VALUE, serial(measured.per), look(TEXT, LONG_DAY, bold=True, align="left"))
    workbook.define_name(PER, f"={Rows(SAMPUL, row, row).cell(_VALUE)}")
    row += 1
    if contents.movement is not None:
        page.text(row, _NAME, "Gerak dalam periode (poin)", _LABEL)
        moved = contents.movement.mean(measured.indikator)
        page.formula(row, _VALUE, mean_movement(book.places.all), moved, look(TEXT, POINTS, bold=True, align="left"))
        since = f"rata-rata indikator yang diketahui, sejak entri riwayat {long_date(contents.movement.recorded)}"
        page.text(row, _ABOUT, since, TEXT)
        row += 1
    for label, text in (("Realisasi", _realisasi(book)), ("Temuan", _findings(book)), ("Dibuat oleh", _made(book))):
        page.text(row, _NAME, label, _LABEL)
        page.text(row, _VALUE, text, look(TEXT, text_wrap=True), last=len(WIDTHS))
        row += 1
    return row


def _realisasi(book: Book) -> str:
    contents = book.contents
    if contents.recorded is not None:
        return f"Menurut riwayat tanggal {long_date(contents.recorded)}, entri terakhir sampai dengan akhir periode."
    text = "Sebagaimana tertulis di buku kerja saat laporan ini dibuat; tanggal penilaian hanya menggeser rencananya."
    if contents.occasion.period is not None and contents.movement is None:
        text += " Gerak selama periode tidak ditampilkan: riwayatnya tidak ada."
    return text


def _findings(book: Book) -> str:
    counts = {level: sum(finding.level is level for finding in book.contents.findings) for level in Level}
    text = ", ".join(f"{count} {level}" for level, count in counts.items())
    if counts[Level.GALAT]:
        text += ". Ada galat: angkanya tidak dapat dipercaya sebelum diperbaiki"
    if book.contents.recorded is not None:
        text += "; menurut isi buku kerja saat laporan ini dibuat"
    return f"{text} (lembar Temuan)."


def _made(book: Book) -> str:
    occasion = book.contents.occasion
    return f"zi_excel {occasion.version}, dari lembar '{book.contents.plan.sheet}' buku kerja '{occasion.source}'"


def _write_inside(page: Page, inside: Sequence[tuple[str, str]], row: int) -> int:
    page.text(row, 1, "Isi", SECTION)
    for at, (sheet, shows) in enumerate(inside, row + 1):
        page.link(at, 1, f"internal:{quoted(sheet)}!A1", sheet, TEXT)
        page.text(at, _VALUE, shows, look(TEXT, text_wrap=True), last=len(WIDTHS))
    return row + 1 + len(inside)


_CENTRE = look(TEXT, align="center", text_wrap=True)
_DOTS = "……………………………"


def write_signatures(
    page: Page, row: int, spans: tuple[tuple[int, int], tuple[int, int]], signers: tuple[PenandaTangan, ...], day: date
) -> None:
    """Writes one or two signatures side by side; the last signer stands on the right, under place and date.

    spans: the columns of the left and the right block. Without signers the lines are dotted, to be filled in by hand.
    """
    chosen = signers[:2] or (PenandaTangan(_DOTS, _DOTS),)
    for at, signer in enumerate(reversed(chosen)):
        first, last = spans[1 - at]
        place = next((signer.tempat for signer in reversed(chosen) if signer.tempat), None) or _DOTS
        head = f"{one_line(place)}, {long_date(day)}" if at == 0 else "Mengetahui,"
        page.text(row, first, head, _CENTRE, last=last)
        page.text(row + 1, first, one_line(signer.jabatan), look(_CENTRE, bold=True), last=last)
        page.height(row + 4, 30)
        page.text(row + 6, first, one_line(signer.nama), look(_CENTRE, bold=True, underline=1), last=last)
        if signer.nip:
            page.text(row + 7, first, f"NIP {one_line(signer.nip)}", _CENTRE, last=last)
