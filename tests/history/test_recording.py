"""What a refresh records, and what the history knows of any day afterwards."""

from datetime import date

import pytest

from zi_excel.history.recording import earlier_reports, recorded, reports_at
from zi_excel.history.records import History, Kind, Reported
from zi_excel.measuring.measure import Status

FIRST, SECOND, THIRD = date(2025, 1, 3), date(2025, 1, 10), date(2025, 1, 17)
SK, SOP, TIM = "a. Menerbitkan SK tim kerja", "b. Menyusun SOP layanan", "c. Membentuk tim penilai"
ROWS = (("I.1.a", SK, 0.0), ("I.1.b", SOP, 0.5), ("II.1.a", TIM, None))


def said(changes):
    """The changes in short: kind, kode, realisasi before and after."""
    return [
        (
            change.kind.value,
            change.kode,
            None if change.before is None else change.before.realisasi,
            None if change.after is None else change.after.realisasi,
        )
        for change in changes
    ]


def test_the_first_entry_holds_every_indikator(measured):
    """The baseline: without it a day could not be told later."""
    recording = recorded(History(), measured(FIRST, *ROWS))
    assert recording.written
    assert recording.since is None
    assert said(recording.changes) == [
        ("awal", "I.1.a", None, 0.0),
        ("awal", "I.1.b", None, 0.5),
        ("awal", "II.1.a", None, None),
    ]
    (entry,) = recording.history.entries
    assert entry.totals.total.capaian == pytest.approx(0.5 / 3)
    assert [kode for kode, _ in entry.totals.komponen] == ["I", "II"]


@pytest.mark.parametrize(
    ("rows", "changes"),
    [
        (ROWS, []),
        ((("I.1.a", SK, 1.0), *ROWS[1:]), [("berubah", "I.1.a", 0.0, 1.0)]),
        ((ROWS[0], ("I.1.b", SOP, 0.25), ROWS[2]), [("berubah", "I.1.b", 0.5, 0.25)]),
        ((*ROWS[:2], ("II.1.a", TIM, 0.0)), [("berubah", "II.1.a", None, 0.0)]),
        ((*ROWS, ("II.1.b", "d. Melapor", 0.1)), [("muncul", "II.1.b", None, 0.1)]),
        (ROWS[:2], [("hilang", "II.1.a", None, None)]),
        # A row put in above: what moved down is known by its text.
        (
            (("I.1.a", "a. Yang baru sama sekali", 0.3), ("I.1.b", SK, 0.0), ("I.1.c", SOP, 0.75), ROWS[2]),
            [("muncul", "I.1.a", None, 0.3), ("ganti_kode", "I.1.b", 0.0, 0.0), ("ganti_kode", "I.1.c", 0.5, 0.75)],
        ),
        # Two rows that changed places.
        (
            (("I.1.a", SOP, 0.5), ("I.1.b", SK, 0.0), ROWS[2]),
            [("ganti_kode", "I.1.a", 0.5, 0.5), ("ganti_kode", "I.1.b", 0.0, 0.0)],
        ),
        # A word corrected, at the same kode: still that indikator.
        ((("I.1.a", "a. Menerbitkan SK tim kerja ZI", 0.0), *ROWS[1:]), []),
        # Another text altogether: another indikator.
        (
            (("I.1.a", "a. Sosialisasi budaya antikorupsi", 0.2), *ROWS[1:]),
            [("muncul", "I.1.a", None, 0.2), ("hilang", "I.1.a", 0.0, None)],
        ),
    ],
)
def test_the_second_entry_holds_what_changed(measured, planned, rows, changes):
    """Against the entry before it; and the state afterwards is that of the workbook."""
    history = recorded(History(), measured(FIRST, *ROWS)).history
    recording = recorded(history, measured(SECOND, *rows))
    assert recording.since == FIRST
    assert said(recording.changes) == changes
    reports = reports_at(recording.history, planned(*rows), SECOND)
    assert {kode: each.realisasi for kode, each in reports.items()} == {kode: share for kode, _, share in rows}
    before = recording.history.as_of(FIRST)
    assert {kode: each.reported.realisasi for kode, each in before.items()} == {kode: r for kode, _, r in ROWS}


def test_a_status_that_time_alone_changed_is_recorded(measured):
    """Nobody reported anything, and the tonggak passed."""
    history = recorded(History(), measured(date(2025, 6, 1), *ROWS[:1])).history
    (change,) = recorded(history, measured(date(2025, 7, 1), *ROWS[:1])).changes
    assert change.before == Reported(0.0, Status.BELUM_MULAI)
    assert change.after == Reported(0.0, Status.TERLAMBAT)


def test_a_rerun_of_the_day_replaces_its_entry(measured):
    """Its changes are against the entry before that day, as if it had run once."""
    history = recorded(History(), measured(FIRST, *ROWS)).history
    once = recorded(history, measured(SECOND, ("I.1.a", SK, 0.4), *ROWS[1:])).history
    again = recorded(once, measured(SECOND, ("I.1.a", SK, 0.9), *ROWS[1:]))
    assert again.written
    assert said(again.changes) == [("berubah", "I.1.a", 0.0, 0.9)]
    assert [entry.day for entry in again.history.entries] == [FIRST, SECOND]
    assert recorded(once, measured(SECOND, *ROWS)).changes == ()


def test_a_rerun_of_the_first_day_is_a_baseline_again(measured):
    """There is nothing to hold it against."""
    history = recorded(History(), measured(FIRST, *ROWS)).history
    again = recorded(history, measured(FIRST, *ROWS))
    assert again.history == history
    assert {change.kind for change in again.changes} == {Kind.AWAL}


def test_an_earlier_day_writes_no_entry(measured):
    """What stands in the workbook now was not there then; what it is held against is said all the same."""
    history = recorded(History(), measured(FIRST, *ROWS)).history
    history = recorded(history, measured(THIRD, *ROWS)).history
    recording = recorded(history, measured(SECOND, ("I.1.a", SK, 1.0), *ROWS[1:]))
    assert not recording.written
    assert recording.history == history
    assert recording.since == FIRST
    assert said(recording.changes) == [("berubah", "I.1.a", 0.0, 1.0)]


def test_shares_are_kept_as_near_as_they_are_compared(measured):
    """Programs keep 15 digits of a number: a history that a save altered must not see a change in that."""
    history = recorded(History(), measured(FIRST, ("I.1.a", SK, 0.1 + 0.2))).history
    assert history.entries[0].changes[0].after.realisasi == 0.3
    assert recorded(history, measured(SECOND, ("I.1.a", SK, 0.3 + 4e-10))).changes == ()


def test_what_was_reported_before(measured, planned):
    """For the rule: by the kode of today, as of the last entry before the day; a rerun looks past its own entry."""
    history = recorded(History(), measured(FIRST, *ROWS)).history
    history = recorded(history, measured(SECOND, ("I.1.a", SK, 0.4), *ROWS[1:])).history
    moved = planned(("I.1.a", SOP, 0.5), ("I.1.c", SK, 0.2))
    assert earlier_reports(history, moved, FIRST) is None
    assert earlier_reports(history, moved, SECOND) == (FIRST, {"I.1.a": 0.5, "I.1.c": 0.0})
    assert earlier_reports(history, moved, THIRD) == (SECOND, {"I.1.a": 0.5, "I.1.c": 0.4})


def test_an_indikator_without_a_text_is_known_by_its_kode(measured):
    """Where the matrix has none, and where staff have deleted the row of the history that had it."""
    blank = ("I.1.c", "", 0.2)
    history = recorded(History(), measured(FIRST, *ROWS, blank)).history
    assert recorded(history, measured(SECOND, *ROWS, blank)).changes == ()
    changed = recorded(history, measured(SECOND, ROWS[0], ("I.1.b", SOP, 0.6), *ROWS[2:], blank)).history
    kept = changed.without_known_names(0)
    left = [(entry.day, change) for entry in kept.entries for change in entry.changes if change.after.realisasi != 0.5]
    forgetful = History.of({}, left)
    assert forgetful.as_of(SECOND)["I.1.b"].nama == ""
    again = recorded(forgetful, measured(THIRD, ROWS[0], ("I.1.b", SOP, 0.7), *ROWS[2:], blank))
    assert said(again.changes) == [("berubah", "I.1.b", 0.6, 0.7)]
    assert again.changes[0].nama == SOP
