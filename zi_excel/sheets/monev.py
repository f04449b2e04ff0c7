"""All Monev tabs of a plan as one workbook in memory."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.exceptions import DuplicateWorksheetName, InvalidWorksheetName

from zi_excel.errors import WorkbookError
from zi_excel.sheets.heading import made_by
from zi_excel.sheets.jadwal import WIDTHS as JADWAL_WIDTHS
from zi_excel.sheets.jadwal import write_jadwal
from zi_excel.sheets.komponen import COLUMNS as KOMPONEN_COLUMNS
from zi_excel.sheets.komponen import write_komponen
from zi_excel.sheets.layout import HEADER_ROW, MonevContents, RingkasanCol, Rows
from zi_excel.sheets.page import Page
from zi_excel.sheets.rendering import Formats, LooseWorkbook
from zi_excel.sheets.ringkasan import WIDTHS as RINGKASAN_WIDTHS
from zi_excel.sheets.ringkasan import write_ringkasan
from zi_excel.sheets.riwayat import column_widths, write_riwayat
from zi_excel.sheets.tabs import JADWAL, RINGKASAN, RIWAYAT, TEMUAN, komponen_key
from zi_excel.sheets.temuan import COLUMNS as TEMUAN_COLUMNS
from zi_excel.sheets.temuan import write_temuan
from zi_excel.validation.findings import Finding


def render(monev: MonevContents, findings: Sequence[Finding], *, date_1904: bool) -> bytes:
    """See zi_excel.sheets.render_monev."""
    plan, measurement, names = monev.plan, monev.measurement, monev.layout.names
    workbook = LooseWorkbook(date_1904=date_1904)
    formats = Formats(workbook)
    pages = []

    def page(key: str, widths: Sequence[float], repeat: int | None) -> Page:
        try:
            made = Page(workbook, formats, names[key], widths)
        except DuplicateWorksheetName as refused:
            raise WorkbookError(
                f"Dua tab Monev akan bernama '{names[key]}'; ganti nama tab itu agar berbeda, lalu ulangi."
            ) from refused
        except InvalidWorksheetName as refused:  # staff may rename tabs, and LibreOffice takes names that Excel refuses
            raise WorkbookError(
                f"Nama tab '{names[key]}' tidak diterima Excel (paling banyak 31 huruf, tanpa []:*?/\\ dan tanpa petik "
                "tunggal di tepinya); ganti nama tab itu, lalu ulangi."
            ) from refused
        made.print_setup(made_by(monev), repeat=None if repeat is None else (repeat, repeat))
        pages.append(made)
        return made

    # In the order of monev_tabs.
    write_ringkasan(page(RINGKASAN, RINGKASAN_WIDTHS, None), workbook, monev)
    for row, (komponen, group) in enumerate(
        zip(plan.komponen, measurement.komponen, strict=True), monev.layout.ringkasan_komponen.first
    ):
        tertimbang = Rows(names[RINGKASAN], row, row).cell(RingkasanCol.TERTIMBANG)
        widths = [width for _, width in KOMPONEN_COLUMNS.values()]
        tab = page(komponen_key(komponen.kode), widths, HEADER_ROW)
        write_komponen(tab, komponen, group, monev, None if group.tertimbang is None else tertimbang)
    write_jadwal(page(JADWAL, JADWAL_WIDTHS, HEADER_ROW), monev)
    write_temuan(page(TEMUAN, [width for _, width in TEMUAN_COLUMNS], HEADER_ROW), findings, monev)
    if RIWAYAT in names:
        write_riwayat(page(RIWAYAT, column_widths(monev), HEADER_ROW), monev)
    for made in pages:
        made.finish()
    return workbook.packed()
