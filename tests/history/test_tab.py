"""The history's tab read back: whatever the texts, and whatever stands in its cells."""

import io
import warnings
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from history_plans import plan_of
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.history.tab import HistoryRead, read_history
from zi_excel.measuring.measure import measure
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.workbook import Workbook
from zi_excel.sheets import monev_tabs, render_monev

TAB = "Monev Riwayat"
DAY = date(2025, 1, 3)
WHERE = Path("buku.xlsx")


def rendered(plan, recording, **options) -> bytes:
    names = {tab.key: tab.name for tab in monev_tabs(plan)}
    return render_monev(plan, measure(plan, DAY), (), names=names, version="9.9.9", recording=recording, **options)


def told(package: bytes) -> HistoryRead:
    with Package(io.BytesIO(package), WHERE) as opened:
        workbook = Workbook.of(opened)
        return read_history(opened, workbook, workbook.sheet(TAB))


shares = st.one_of(st.none(), st.sampled_from([0.0, 1.0]), st.floats(0, 1))
texts = st.text(min_size=1, max_size=70)
kodes = st.sampled_from(["I", "VII", "Ia", "RENCANA", "1.2", "X Y", "=1+1"])


@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(st.tuples(kodes, texts, shares, shares), min_size=1, max_size=5), st.booleans())
def test_what_was_written_is_read_back(rows, date_1904):
    """Twice, with any text and any komponen's kode; what is read is written the same again."""
    plans = [
        plan_of(*((f"{row[0]}.1.{at}", row[1], row[2 + week]) for at, row in enumerate(rows))) for week in range(2)
    ]
    history = History()
    for week, plan in enumerate(plans):
        recording = recorded(history, measure(plan, DAY + timedelta(7 * week)))
        history = recording.history
        package = rendered(plan, recording, date_1904=date_1904)
        read = told(package)
        assert read.unread == ()
        assert [entry.totals for entry in read.history.entries] == [entry.totals for entry in history.entries]
        for entry, known in zip(read.history.entries, history.entries, strict=True):
            assert entry.day == known.day
            assert [change._replace(nama="") for change in entry.changes] == [
                change._replace(nama="") for change in known.changes
            ]
        history = read.history
        again = recorded(history, measure(plan, DAY + timedelta(7 * week)))
        assert rendered(plan, again, date_1904=date_1904) == package


@pytest.fixture(scope="module")
def small():
    """A tab of two entries, as openpyxl loads it."""
    plan = plan_of(("I.1.a", "a. SK", 0.5), ("II.1.a", "a. SOP", None))
    history = recorded(History(), measure(plan, DAY)).history
    return rendered(plan, recorded(history, measure(plan, DAY + timedelta(7))))


anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.dates(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    st.sampled_from(["Rekap", "Hilang", "Ganti kode", "?", "–", "=1/0", "TANGGAL", "RENCANA I", "✔ Selesai", "#REF!"]),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(1, 14), st.integers(1, 16), anything), max_size=12))
def test_nothing_in_its_cells_is_a_crash(small, edits):
    """Whatever staff type there: it is read as far as it says anything, or refused in a sentence."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(small))
    for row, column, value in edits:
        try:
            book[TAB].cell(row, column).value = value
        except (AttributeError, ValueError):  # part of a merged cell; a number that openpyxl does not write
            continue
    saved = io.BytesIO()
    try:
        book.save(saved)
    except (OverflowError, ValueError):
        return
    try:
        read = told(saved.getvalue())
    except WorkbookError:
        return
    days = [entry.day for entry in read.history.entries]
    assert days == sorted(set(days))
