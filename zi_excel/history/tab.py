"""The history as read from the tool's own tab `Monev Riwayat`: rows in any order, columns by their titles."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.history.columns import KINDS, REKAP, STATUSES, Column, capaian_title, rencana_title
from zi_excel.history.records import DIGITS, Change, History, Kind, Reported, Share, Totals, brief
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Sheet, Workbook
from zi_excel.plan.patterns import pattern
from zi_excel.reader.sheet.cells import Cell, Worksheet
from zi_excel.reader.sheet.values import Content, Contents, day_of
from zi_excel.wording import NONE

_MOST_ROWS = 50_000
"""Rows that the tab may have: a hundred changes a week fill five thousand in a year."""
_LONGEST_KODE = 40
_TITLES_OF_A_HEADER = 3
_HEADING_ROWS = 3
"""Title, sign and context: what is above where the row of titles is gone."""
_EARLIEST, _LATEST = date(1990, 1, 1), date(2200, 1, 1)
"""The days that an entry may be of. A bare number among their serial numbers is a day whose format was lost."""
_SHOWN_DAY = pattern(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", re.ASCII)
_PERCENT = pattern(r"(\d{1,3}(?:[.,]\d{1,12})?)\s*%", re.ASCII)
_KOMPONEN = pattern(rf"({rencana_title('')}|{capaian_title('')})(.+)", re.IGNORECASE)
_BLANK = frozenset({"", NONE, "-"})


class HistoryRead(NamedTuple):
    """What a workbook's tab said.

    tab: its name; None where there is no such tab. unread: the rows (from 1) below its header that the tool can't have
    written so: they are in no entry.
    """

    history: History
    tab: str | None = None
    unread: tuple[int, ...] = ()


def read_history(package: Package, workbook: Workbook, sheet: Sheet) -> HistoryRead:
    """Reads the tab. Whatever staff did to it costs at most the rows that they changed beyond recognition.

    Args:
        package: the workbook's package.
        workbook: its workbook part.
        sheet: the tab, known by its two signs.

    Raises:
        WorkbookError: its part is damaged, or absurdly large.
    """
    if sheet.part is None:
        return HistoryRead(History(), sheet.name)
    contents = Contents.of(package, workbook)
    rows: list[tuple[int, dict[int, Content]]] = []
    known: dict[Cell, Content] = {}  # most cells are there many times: days, words, shares
    for row in Worksheet(package, sheet.part).rows():
        filled = {}
        for column, cell in row.cells.items():
            if (content := known.get(cell)) is None:
                content = known[cell] = contents.content(cell)
            filled[column] = content
        rows.append((row.number, filled))
        if len(rows) > _MOST_ROWS:
            raise WorkbookError(
                f"Tab '{sheet.name}' dari '{package.path}' memuat lebih dari {_MOST_ROWS} baris, yang tidak mungkin "
                "ditulis alat ini; hapus tab itu agar riwayatnya dimulai lagi, atau pakai cadangan."
            )
    return _History(rows, date_1904=workbook.date_1904).read(sheet.name)


class _UnreadableError(Exception):
    """A row is not one that the tool can have written."""


class _History:
    """The rows of the tab as they are read: records by day, kind and kode, whatever their order."""

    def __init__(self, rows: list[tuple[int, dict[int, Content]]], *, date_1904: bool) -> None:
        self._rows = rows
        self._date_1904 = date_1904
        self._header, titles = _header(rows)
        self._columns = _columns(titles)
        self._komponen = [
            (match[1].strip().upper(), match[2].strip(), column)
            for title, column in titles.items()
            if (match := _KOMPONEN.fullmatch(title))
        ]
        self._totals: dict[date, Totals] = {}
        self._changes: dict[tuple[date, Kind, str], Change] = {}

    def read(self, tab: str) -> HistoryRead:
        """What all rows say together."""
        unread = []
        first = self._header or _HEADING_ROWS
        for number, cells in self._rows:
            if number == self._header:
                continue
            try:
                self._read(cells)
            except _UnreadableError:
                if number > first:
                    unread.append(number)
        changes = ((day, change) for (day, _, _), change in self._changes.items())
        return HistoryRead(History.of(self._totals, changes), tab, tuple(unread))

    def _read(self, cells: Mapping[int, Content]) -> None:
        if all(not content.text for content in cells.values()):
            return
        day = self._day(self._content(cells, Column.TANGGAL))
        word = self._text(cells, Column.CATATAN).casefold()
        if word == REKAP.casefold():
            if self._totals.setdefault(day, totals := self._figures(cells)) != totals or self._nameless(cells):
                raise _UnreadableError
        elif (kind := KINDS.get(word)) is not None:
            change = self._change(kind, cells)
            if self._changes.setdefault((day, kind, change.kode), change) != change:
                raise _UnreadableError
        else:
            raise _UnreadableError

    def _change(self, kind: Kind, cells: Mapping[int, Content]) -> Change:
        before = self._reported(cells, Column.REALISASI_SEMULA, Column.STATUS_SEMULA)
        after = self._reported(cells, Column.REALISASI, Column.STATUS)
        old = self._kode(cells, Column.KODE_SEMULA) if kind is Kind.GANTI_KODE else None
        if (after is None) is not (kind is Kind.HILANG):
            raise _UnreadableError
        nama = brief(self._text(cells, Column.INDIKATOR))
        return Change(kind, self._kode(cells, Column.KODE), nama, before, after, old)

    def _figures(self, cells: Mapping[int, Content]) -> Totals:
        total = Share(
            _share(self._content(cells, Column.RENCANA)).share, _share(self._content(cells, Column.CAPAIAN)).share
        )
        figures: dict[str, dict[str, float]] = {}
        for figure, kode, column in self._komponen:
            if (value := _share(cells.get(column, Content())).share) is not None:
                figures.setdefault(kode, {})[figure] = value
        komponen = ((kode, Share(of.get(Column.RENCANA), of.get(Column.CAPAIAN))) for kode, of in figures.items())
        return Totals(total, tuple(komponen))

    def _nameless(self, cells: Mapping[int, Content]) -> bool:
        """Whether there are figures of komponen, but no titles that say of which."""
        return self._header is None and any(
            isinstance(content.value, float) for column, content in cells.items() if column > len(Column)
        )

    def _reported(self, cells: Mapping[int, Content], share: Column, status: Column) -> Reported | None:
        text = self._text(cells, status)
        realisasi = _share(self._content(cells, share))
        if text in _BLANK and realisasi.blank:
            return None
        reported_status = STATUSES.get(text.casefold())
        if reported_status is None or realisasi.blank:
            raise _UnreadableError
        return Reported(realisasi.share, reported_status)

    def _kode(self, cells: Mapping[int, Content], column: Column) -> str:
        kode = self._text(cells, column)
        if kode in _BLANK or len(kode) > _LONGEST_KODE:
            raise _UnreadableError
        return kode

    def _day(self, content: Content) -> date:
        value = content.value
        day: date | None = None
        if isinstance(value, date):
            day = value
        elif isinstance(value, float):
            day = day_of(value, date_1904=self._date_1904)
        elif isinstance(value, str):
            day = _written_day(value)
        if day is None or not _EARLIEST <= day < _LATEST:
            raise _UnreadableError
        return day

    def _text(self, cells: Mapping[int, Content], column: Column) -> str:
        return " ".join(self._content(cells, column).text.split())

    def _content(self, cells: Mapping[int, Content], column: Column) -> Content:
        at = self._columns.get(column)
        return Content() if at is None else cells.get(at, Content())


class _Share(NamedTuple):
    """A share as a cell says it. blank: nothing is there. share: None where blank, or where it was unreadable."""

    share: float | None
    blank: bool = False


def _share(content: Content) -> _Share:
    value, text = content.value, content.text.strip()
    if text in _BLANK and not isinstance(value, float):
        return _Share(None, blank=True)
    if (percent := _PERCENT.fullmatch(text)) is not None and isinstance(value, str):
        value = float(percent[1].replace(",", ".")) / 100  # typed into a cell of texts, or saved as it is shown
    if isinstance(value, float) and 0 <= value <= 1:
        return _Share(round(value, DIGITS))
    if text == "?":
        return _Share(None)
    raise _UnreadableError


def _written_day(text: str) -> date | None:
    """A day that is kept as text: saved so by a program, or typed by a person as the column shows it, day first."""
    shown = _SHOWN_DAY.fullmatch(text)
    try:
        return date(int(shown[3]), int(shown[2]), int(shown[1])) if shown else date.fromisoformat(text.strip())
    except ValueError:
        return None


def _header(rows: list[tuple[int, dict[int, Content]]]) -> tuple[int | None, dict[str, int]]:
    """The row of the titles, and the column of each; wherever staff have put it."""
    for number, cells in rows:
        titles: dict[str, int] = {}
        for column, content in sorted(cells.items()):
            title = " ".join(content.text.split())
            titles.setdefault(title if _KOMPONEN.fullmatch(title) else title.upper(), column)
        if sum(column in titles for column in Column) >= _TITLES_OF_A_HEADER:
            return number, titles
    return None, {}


def _columns(titles: Mapping[str, int]) -> dict[Column, int]:
    """Where each column is: where its title stands; else at its usual place, unless another of ours is there."""
    titled = {column: titles[column] for column in Column if column in titles}
    taken = {at for title, at in titles.items() if title in titled or _KOMPONEN.fullmatch(title)}
    usual = {column: at for at, column in enumerate(Column, 1) if column not in titled and at not in taken}
    return titled | usual
