"""What the tabs have in common: titles of columns, title, sign, footer, the first sentence, the way into the matrix."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from zi_excel.measuring.measure import LEAST_BEHIND, Measurement, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.report.opening import state_sentence
from zi_excel.sheets.figures import CAPAIAN, DEVIASI, JUMLAH, RENCANA
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.layout import (
    CONTEXT_ROW,
    SIGN_ROW,
    TABLE_PLACES,
    TITLE_ROW,
    Layout,
    MonevContents,
    RingkasanCol,
    Rows,
)
from zi_excel.sheets.page import Page, cell
from zi_excel.sheets.style import SENTENCE, SIGN, TEXT, TITLE, look
from zi_excel.signs import TAB_SIGN
from zi_excel.wording import MONTHS, long_date, nearly


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


def write_heading(
    page: Page, title: str, monev: MonevContents, *, noted: bool = False, last: int | None = None
) -> None:
    """Writes title (A1) and sign (A2).

    noted: whether the sheet has a column that the evaluator fills in. last: the last column that the sign may take,
    in as many lines as it needs; None: it has its row to itself.
    """
    shown = title if monev.matrix is None else title.removeprefix("Monev ")
    page.text(TITLE_ROW, 1, one_line(shown), TITLE)
    page.height(TITLE_ROW, 26)
    sign = f"{made_by(monev)}. {_notice(monev, noted=noted)}"
    page.text(SIGN_ROW, 1, sign, SIGN if last is None else look(SIGN, text_wrap=True), last=last)


def _notice(monev: MonevContents, *, noted: bool) -> str:
    if monev.matrix is None:
        return f"Ditulis ulang setiap penyegaran; tulis perubahan di lembar '{monev.plan.sheet}'."
    return f"Lembar ini terkunci tanpa kata sandi{'; kolom catatan evaluator dapat diisi' if noted else ''}."


def write_counts(page: Page, row: int, rows: Rows, column: int, counts: Mapping[str, int]) -> None:
    """How many rows of a table have each word, as a sentence that counts them.

    rows, column: the cells that hold the words. counts: how many there are of each.
    """
    own = rows.column(column).partition("!")[2]
    formula = '&"     "&'.join(f'"{word}: "&COUNTIF({own},"{word}")' for word in counts)
    value = "     ".join(f"{word}: {count}" for word, count in counts.items())
    page.formula(row, 1, f"={formula}", value, look(TEXT, bold=True))


def matrix_link(monev: MonevContents, row: int) -> str:
    """The link to a row of the matrix. row: in staff's sheet."""
    if monev.matrix is None:
        return f"internal:{quoted(monev.plan.sheet)}!A{row}"
    return f"internal:{quoted(monev.matrix.sheet)}!A{monev.matrix.rows.get(row, 1)}"


# --- the first sentence of Ringkasan: a live formula over the same cells as the tables below it. A number becomes words
# without the function TEXT, whose decimal sign is that of whoever opens the file.


def write_first_sentence(page: Page, layout: Layout, measurement: Measurement, *, day: str | None = None) -> None:
    """Writes it. day: the name or cell that holds the as-of day; None: it is written as it is."""
    shown_day = f'"{long_date(measurement.per)}"' if day is None else long_date_words(day)
    page.formula(CONTEXT_ROW, 1, _formula(layout, shown_day), state_sentence(measurement), SENTENCE)
    page.height(CONTEXT_ROW, 20)


def _formula(layout: Layout, day: str) -> str:
    def total(key: str) -> str:
        return cell(layout.total_row, TABLE_PLACES[key])

    rencana = total(RENCANA.key)
    done = f'{total(Status.SELESAI)}&" dari "&{total(JUMLAH.key)}&" indikator selesai, "'
    parts = [
        f'"Per "&{day}&" capaian "&{percent_words(total(CAPAIAN.key))}',
        f'IF(ISNUMBER({rencana})," dari rencana "&{percent_words(rencana)},"")',
        f'". "&{done}&{total(Status.TERLAMBAT)}&" terlambat"',
    ]
    table = layout.ringkasan_komponen
    deviasi = table.column(TABLE_PLACES[DEVIASI.key]).partition("!")[2]
    kodes = table.column(RingkasanCol.KODE).partition("!")[2]
    lowest = f"MIN({deviasi})"  # 0 where there is no number
    distance = f"ROUND(ABS({lowest})*10,0)"
    named = f'"; yang paling tertinggal komponen "&INDEX({kodes},MATCH({lowest},{deviasi},0))'
    parts.append(f'IF({lowest}<=-{LEAST_BEHIND * 100:g},{named}&" ("&{tenths_words(distance)}&" poin)","")')
    return "=" + "&".join(parts) + '&"."'


def percent_words(share: str) -> str:
    """The formula of a share (0..1) in words, as zi_excel.wording.percent says it."""
    low, high = nearly(1)
    tenths = f'{tenths_words(f"ROUND({share}*1000,0)")}&"%"'
    near = f'IF({share}<{low:.10g},"<0,1%",IF({share}>={high:.10g},">99,9%",{tenths}))'
    return f'IF({share}=0,"0%",IF({share}=1,"100%",{near}))'


def tenths_words(count: str) -> str:
    """The formula of a whole number of tenths with a decimal comma."""
    return f'INT({count}/10)&","&MOD({count},10)'


def long_date_words(day: str) -> str:
    """The formula of a day in words."""
    months = ",".join(f'"{month}"' for month in MONTHS)
    return f'DAY({day})&" "&CHOOSE(MONTH({day}),{months})&" "&YEAR({day})'
