"""The tab of the history: the newest first, each row whole by itself."""

from datetime import date, timedelta

import pytest

from zi_excel.history.columns import Column
from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.sheets import render_monev
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW

TAB = "Monev Riwayat"
DAYS = date(2025, 11, 13), date(2025, 11, 20)


@pytest.fixture
def recording(plan_with):
    """Two entries: the first indikator from half to all, the second day's status as it comes."""
    before, after = plan_with(share=0.5, reported=True), plan_with(share=1.0, reported=True)
    history = recorded(History(), measure(before.plan, DAYS[0])).history
    return after, recorded(history, measure(after.plan, DAYS[1]))


def test_the_newest_entry_first(recording, read):
    """Its line of figures, its changes; then the entry before it."""
    case, known = recording
    sheet = read(case.render(recording=known), values=True)[TAB]
    titles = [cell.value for cell in sheet[HEADER_ROW]]
    assert titles[: len(Column)] == list(Column)
    assert titles[len(Column) : len(Column) + 2] == ["RENCANA I", "CAPAIAN I"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    days = [row[0] for row in rows]
    assert days == sorted(days, reverse=True)
    assert (days[0].date(), days[-1].date()) == (DAYS[1], DAYS[0])
    assert rows[0][1:4] == ["Rekap", None, "Seluruhnya: 1 perubahan"]
    assert rows[0][10] == known.history.entries[1].totals.total.capaian
    assert rows[1][1:3] == ["Berubah", "I.1.a"]
    assert rows[1][4:6] == [0.5, 1]
    assert rows[1][7] == "✔ Selesai"
    assert rows[2][1] == "Rekap"
    assert {row[1] for row in rows[3:]} == {"Keadaan awal"}
    assert len(rows) == 3 + 5


@pytest.mark.slow
def test_no_history(half, read):
    """The titles stand, and that nothing is recorded."""
    sheet = read(half.render(), values=True)[TAB]
    assert sheet["A3"].value == "Belum ada catatan."
    assert sheet.cell(FIRST_ROW, 1).value is None


def test_the_same_history_gives_the_same_bytes(recording):
    """Contract, section 8."""
    case, known = recording
    content = case.plan, case.measurement, case.findings
    rendered = render_monev(*content, names=case.names, version="9.9.9", recording=known)
    assert rendered == case.render(recording=known)


def test_older_entries_say_the_kode_alone(plan_with, read):
    """The newest eight have the indikator's text beside each change; the first entry has it anyway."""
    history = History()
    for week in range(10):
        case = plan_with(share=week / 10, reported=True)
        known = recorded(history, measure(case.plan, DAYS[0] + timedelta(7 * week)))
        history = known.history
    sheet = read(case.render(recording=known), values=True)[TAB]
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    names = [row[3] for row in rows if row[1:3] == ["Berubah", "I.1.a"]]
    assert len(names) == 9
    assert set(names[:8]) == {history.entries[0].changes[0].nama}
    assert names[8] is None
