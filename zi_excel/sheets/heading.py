"""What the tabs have in common: titles of columns, title, sign, footer, the way into the matrix."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from zi_excel.opc.workbook.workbook import quoted
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import SIGN_ROW, TITLE_ROW, MonevContents
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import SIGN, TITLE
from zi_excel.signs import TAB_SIGN
from zi_excel.wording import long_date


class Title(StrEnum):
    """Titles of columns that several tabs have; those of the matrix's own columns are the plan's (`TITLES`)."""

    KODE = "KODE"
    RENCANA = "RENCANA"
    REALISASI = "REALISASI"
    DEVIASI = "DEVIASI (POIN)"
    STATUS = "STATUS"
    JATUH_TEMPO = "JATUH TEMPO"
    HARI_TERLAMBAT = "HARI TERLAMBAT"
    JUMLAH_TAUTAN = "JUMLAH TAUTAN"


def made_by(monev: MonevContents) -> str:
    """Which version made a tab, and for which day: `Dibuat oleh zi_excel 1.0 per 20 November 2025`."""
    return signature(monev.version, monev.measurement.per)


def signature(version: str, per: date) -> str:
    """The tool's sign with its version and the as-of day, as it is in A2 of every sheet."""
    return f"{TAB_SIGN} {version} per {long_date(per)}"


def write_heading(page: Page, title: str, monev: MonevContents, *, noted: bool = False) -> None:
    """Writes title (A1) and sign (A2). noted: whether the sheet has a column that the evaluator fills in."""
    shown = title if monev.matrix is None else title.removeprefix("Monev ")
    page.text(TITLE_ROW, 1, one_line(shown), TITLE)
    page.height(TITLE_ROW, 26)
    page.text(SIGN_ROW, 1, f"{made_by(monev)}. {_notice(monev, noted=noted)}", SIGN)


def _notice(monev: MonevContents, *, noted: bool) -> str:
    if monev.matrix is None:
        return f"Tab ini ditulis ulang setiap penyegaran; tulis perubahan di lembar '{monev.plan.sheet}'."
    return f"Lembar ini terkunci tanpa kata sandi{'; kolom catatan evaluator dapat diisi' if noted else ''}."


def matrix_link(monev: MonevContents, row: int) -> str:
    """The link to a row of the matrix. row: in staff's sheet."""
    if monev.matrix is None:
        return f"internal:{quoted(monev.plan.sheet)}!A{row}"
    return f"internal:{quoted(monev.matrix.sheet)}!A{monev.matrix.rows.get(row, 1)}"
