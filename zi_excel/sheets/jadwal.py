"""The calendar: each indikator over the twelve months of the plan's year, its tonggak and how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zi_excel.measuring.measure import IndikatorResult, Status
from zi_excel.measuring.status import Standing
from zi_excel.plan.jadwal import Jadwal, Jenis
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.sheets.heading import Title, matrix_link, write_heading
from zi_excel.sheets.layout import CONTEXT_ROW, FIRST_ROW, HEADER_ROW, SIGN_ROW, TITLE_ROW, MonevContents
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import (
    CELL,
    CENTRE,
    HEADER,
    HEADER_FILL,
    INK,
    RANGE_FILL,
    SIGN,
    STATUS,
    TEXT,
    TONGGAK,
    WRAP,
    Look,
    look,
    rimmed,
)
from zi_excel.wording import MONTHS, NONE, long_date

KODE, INDIKATOR, TARGET_WAKTU, STATUS_COLUMN, FIRST_MONTH = range(1, 6)
OUTSIDE = FIRST_MONTH + 12
WIDTHS = (9.0, 50.0, 22.0, 17.0, *(6.0,) * 12, 13.0)
_RANGE_COLUMN = FIRST_MONTH + 8
"""Where the legend shows a range; its words follow."""

_MARKS = (  # in the order of gravity: of several tonggak in a month the gravest is shown
    (Status.TIDAK_VALID, "realisasi tidak terbaca"),
    (Status.TERLAMBAT, "terlewat"),
    (Status.PERLU_PERHATIAN, "perlu perhatian"),
    (Status.BERJALAN, "mendatang, sudah ada realisasi"),
    (Status.BELUM_MULAI, "mendatang"),
    (Status.SELESAI, "terpenuhi"),
)
_GRAVITY = {status: at for at, (status, _) in enumerate(_MARKS)}
_SPANNING = {Jenis.RENTANG, Jenis.PERIODE, Jenis.SEWAKTU}
"""Kinds of target whose work goes on in all months from the first day to the last."""
_MOST_OUTSIDE = 4
_MIDDLE = look(align="center", valign="vcenter")
_SPANNED = look(CELL, bg_color=RANGE_FILL)
_LINES = {False: look(), True: look(left=5, right=5, left_color=HEADER_FILL, right_color=HEADER_FILL)}
"""The thick line on both sides of a month, by whether it is the as-of one."""


def mark(status: Status) -> str:
    """The mark of a tonggak with this status: `◆✔`."""
    return TONGGAK + ("" if status is Status.BELUM_MULAI else status.sign)


def outside(jadwal: Jadwal | None, tonggak: Sequence[Standing], year: int) -> str:
    """The part of a jadwal that lies in other years, in words; "" where there is none."""
    if jadwal is None:
        return ""
    parts = [f"{mark(standing.status)} {_short(standing.day)}" for standing in tonggak if standing.day.year != year]
    if len(parts) > _MOST_OUTSIDE:
        parts = [*parts[:_MOST_OUTSIDE], f"dan {len(parts) - _MOST_OUTSIDE} tonggak lain"]
    if jadwal.first.year < year <= jadwal.last.year:
        parts.insert(0, f"sejak {_short(jadwal.first)}")
    return ", ".join(parts)


def _short(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def write_jadwal(page: Page, monev: MonevContents) -> None:
    """Writes the tab."""
    plan, per = monev.plan, monev.measurement.per
    write_heading(page, f"Monev Jadwal: kalender target waktu tahun {plan.year}", monev)
    page.text(CONTEXT_ROW, 1, _context(per, plan.year), look(TEXT, bold=True))
    _write_legend(page)
    _write_header(page, per, plan.year)
    row, above = FIRST_ROW, ""
    for result in monev.measurement.indikator:
        _write_row(page, row, result, monev, first_of_komponen=above not in ("", result.komponen))
        row, above = row + 1, result.komponen
    if row == FIRST_ROW:
        page.text(row, INDIKATOR, "Tidak ada indikator.", WRAP)
    page.filter(HEADER_ROW, max(row - 1, FIRST_ROW), STATUS_COLUMN)
    page.sheet.freeze_panes(HEADER_ROW, INDIKATOR)
    page.sheet.set_zoom(90)


def _context(per: date, year: int) -> str:
    if per.year == year:
        return f"Garis tebal dan tanda ▼: bulan tanggal penilaian, {long_date(per)}."
    return f"Tanggal penilaian {long_date(per)} berada di luar tahun {year}, jadi tidak ada garisnya."


def _write_legend(page: Page) -> None:
    words = [f"{mark(status)} {meaning}" for status, meaning in reversed(_MARKS)]
    half = len(words) // 2
    style = look(SIGN, font_color=INK, valign="vcenter")
    page.text(TITLE_ROW, FIRST_MONTH, "   ".join(words[:half]), style)
    page.text(SIGN_ROW, FIRST_MONTH, "   ".join(words[half:]), style)
    page.text(SIGN_ROW, _RANGE_COLUMN, "", look(CELL, bg_color=RANGE_FILL))
    page.text(SIGN_ROW, _RANGE_COLUMN + 1, "masa pelaksanaan (rentang)", style)


def _write_header(page: Page, per: date, year: int) -> None:
    header = (
        Title.KODE,
        TITLES[Field.INDIKATOR],
        TITLES[Field.TARGET_WAKTU],
        Title.STATUS,
        *(name[:3].upper() for name in MONTHS),
        f"DI LUAR {year}",
    )
    for column, title in enumerate(header, 1):
        now = per.year == year and column - FIRST_MONTH + 1 == per.month
        page.text(HEADER_ROW, column, title, rimmed(look(HEADER, _LINES[now])))
    page.room_for_buttons(HEADER_ROW)
    if per.year == year:
        style = look(TEXT, bold=True, align="center", font_color=HEADER_FILL)
        page.text(CONTEXT_ROW, FIRST_MONTH + per.month - 1, f"▼ {per.day}/{per.month}", style)


def _write_row(page: Page, row: int, result: IndikatorResult, monev: MonevContents, *, first_of_komponen: bool) -> None:
    indikator, per, year = result.indikator, monev.measurement.per, monev.plan.year
    edge = look(top=2, top_color=HEADER_FILL) if first_of_komponen else look()
    page.link(row, KODE, matrix_link(monev, indikator.row), indikator.kode, look(CELL, edge))
    page.text(row, INDIKATOR, indikator.nama.text, look(WRAP, edge))
    page.text(row, TARGET_WAKTU, indikator.target_waktu.text, look(WRAP, edge))
    page.text(row, STATUS_COLUMN, result.status.text, look(STATUS[result.status].cell, edge))
    jadwal = indikator.target.jadwal
    tonggak: dict[int, list[Standing]] = {}
    for standing in result.tonggak:
        if standing.day.year == year:
            tonggak.setdefault(standing.day.month, []).append(standing)
    this_month = per.month if per.year == year else None
    for month in range(1, 13):
        text, style = _month(tonggak.get(month, ()), jadwal, year, month)
        page.text(row, FIRST_MONTH + month - 1, text, look(style, edge, _LINES[month == this_month]))
    elsewhere = outside(jadwal, result.tonggak, year)
    page.text(row, OUTSIDE, elsewhere or NONE, look(WRAP if elsewhere else CENTRE, edge))


def _month(here: Sequence[Standing], jadwal: Jadwal | None, year: int, month: int) -> tuple[str, Look]:
    """Text and look of a month's cell. here: the tonggak of that month."""
    if jadwal is None:
        return Status.TIDAK_VALID.sign, look(STATUS[Status.TIDAK_VALID].cell, _MIDDLE)
    if here:
        gravest = min(here, key=lambda standing: _GRAVITY[standing.status])
        return mark(gravest.status), look(STATUS[gravest.status].cell, _MIDDLE, bold=True)
    first, last = jadwal.first, jadwal.last
    if jadwal.jenis in _SPANNING and (first.year, first.month) <= (year, month) <= (last.year, last.month):
        return "", _SPANNED
    return "", CELL
