"""A year in 53 runs: staff work on, programs save, a week fails; the history tells what an independent record knows."""

import random
import shutil
import warnings
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean

import openpyxl
import pytest
from excel_edits import ExcelEdit

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.sheets.layout import FIRST_ROW
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.checking import history_of
from zi_excel.verbs.monev import monev
from zi_excel.verbs.periksa_utuh import periksa_utuh

pytestmark = pytest.mark.slow

MATRIX, TAB = "Rencana Aksi", "Monev Riwayat"
FIRST, WEEKS = date(2025, 1, 3), 53
OPENPYXL, OFFICE = {6, 26, 37}, {11, 48}
"""Weeks in which staff's edits are saved by these programs; in the others by Excel."""
COMPARED = {0, 1, *OPENPYXL, *OFFICE, *(week + 1 for week in OPENPYXL | OFFICE), 24, 52}
"""Weeks in which every part is compared: the first, those in which a file of another program is refreshed, the next."""
SORTED, RERUN, LOCKED, REFUSED = 26, 14, 20, 37


class Year:
    """The workbook under way, and what a person who watched would know of it."""

    def __init__(self, book: Path, office):
        self.book, self.office = book, office
        plan = capaian(book, per=FIRST).plan
        self.rows = {each.kode: each.row for each in plan.indikator()}
        self.now = dict.fromkeys(self.rows, 0.0)
        self.seen: dict[date, dict[str, float | None]] = {}
        self.sizes: list[int] = []
        self.chance = random.Random(20250103)

    def staff_report(self, week):
        """Some rows get another realisasi: more, all, corrected, erased, unreadable."""
        cells = {}
        for kode in self.chance.sample(list(self.rows), self.chance.randint(0, 12) if week else 5):
            was = self.now[kode] or 0.0
            written = self.chance.choice(
                [min(1, was + 0.25), min(1, was + 0.25), 1, max(0, was - 0.1), None, "sebagian"]
            )
            written = round(written, 2) if isinstance(written, float) else written
            cells[f"H{self.rows[kode]}"] = written
            self.now[kode] = None if written == "sebagian" else float(written or 0)
        if week in OPENPYXL:
            self.through_openpyxl(cells, week)
        else:
            with ExcelEdit(self.book) as edit:
                for cell, value in cells.items():
                    edit.type(MATRIX, cell, value)
        if week in OFFICE and self.office is not None:
            shutil.copy(self.office(self.book), self.book)

    def through_openpyxl(self, cells, week):
        """Staff also sort the history once, and once type over the sign of a tab."""
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "(Conditional|Unknown|Unable)", UserWarning)
            saved = openpyxl.load_workbook(self.book)
        for cell, value in cells.items():
            saved[MATRIX][cell] = value
        if week == SORTED:
            sheet = saved[TAB]
            rows = sorted(
                ([cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)),
                key=lambda row: str(row[2:4]),
            )
            for at, row in enumerate(rows, FIRST_ROW):
                for column, value in enumerate(row, 1):
                    sheet.cell(at, column).value = value
        if week == REFUSED:
            saved["Monev II"]["A2"] = "Milik kami"
        saved.save(self.book)

    def refresh(self, day):
        """The weekly run; what is staff's is the same bytes before and after it."""
        result = monev(self.book, per=day)
        if result.changed and (day - FIRST).days // 7 in COMPARED:
            assert periksa_utuh(result.backup, self.book).intact, day
        assert result.unread == ()
        self.seen[day] = dict(self.now)
        self.sizes.append(self.book.stat().st_size)
        return result

    def refused(self, day, words):
        """A run that fails leaves the file as it is."""
        before = self.book.read_bytes()
        with pytest.raises(WorkbookError, match=words):
            monev(self.book, per=day)
        assert self.book.read_bytes() == before


@pytest.fixture
def year(decree_book, request):
    """Before the first run. Without LibreOffice its weeks are Excel's."""
    found = shutil.which("libreoffice") or shutil.which("soffice")
    return Year(decree_book, request.getfixturevalue("office_save") if found else None)


def test_a_year_of_weeks(year):
    """53 refreshes over the year's end, one refused, one locked out, one run twice, one for a day that is past."""
    for week in range(WEEKS):
        day = FIRST + timedelta(7 * week)
        year.staff_report(week)
        if week == LOCKED:
            owner = year.book.with_name(f"~${year.book.name}")
            owner.write_bytes(b"\x04Siti")
            year.refused(day, "Siti")
            owner.unlink()
        elif week == REFUSED:
            year.refused(day, "hapus tab 'Monev II'")
            with ExcelEdit(year.book) as edit:
                edit.delete("Monev II")
        else:
            year.refresh(day)
        if week == RERUN:
            written = year.book.read_bytes()
            assert not year.refresh(day).changed
            assert not monev(year.book, per=day - timedelta(3)).recording.written
            monev(year.book, per=day)
            assert year.book.read_bytes() == written
    with Package.open(year.book) as package:
        told = history_of(package)
    assert told.unread == ()
    history = told.history
    days = [FIRST + timedelta(7 * week) for week in range(WEEKS) if week not in (LOCKED, REFUSED)]
    assert [entry.day for entry in history.entries] == days
    assert days[-1] == date(2026, 1, 2)
    before: dict[str, float | None] = {}
    for entry in history.entries:
        seen = year.seen[entry.day]
        for later in range(7):
            known = history.as_of(entry.day + timedelta(later))
            assert {kode: each.reported.realisasi for kode, each in known.items()} == seen
        changed = {kode for kode, share in seen.items() if kode not in before or before[kode] != share}
        reported = [change for change in entry.changes if not change.only_status]
        assert {change.kode for change in reported} == changed
        for change in reported:
            assert (None if change.before is None else change.before.realisasi) == before.get(change.kode)
            assert change.after.realisasi == seen[change.kode]
        assert entry.totals.total.capaian == pytest.approx(fmean(share or 0 for share in seen.values()), abs=1e-9)
        before = seen
    assert year.sizes[-1] <= 1.4 * year.sizes[0]
