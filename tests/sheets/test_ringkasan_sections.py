"""What changed since the entry before, in Ringkasan."""

from datetime import date

import pytest

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.sheets.layout import CHANGES_ROWS, layout_of

BEFORE = date(2025, 11, 13)


@pytest.fixture
def shown(read):
    """shown(case, before) -> the section's title and its rows, after a refresh of `before` a week earlier."""

    def of(case, before=None):
        history = History() if before is None else recorded(History(), measure(before.plan, BEFORE)).history
        package = case.render(recording=recorded(history, case.measurement))
        sheet = read(package, values=True)["Monev Ringkasan"]
        row = layout_of(case.plan, case.names).changes_row
        assert [sheet.cell(row + 1, column).value for column in (1, 3, 4, 9)] == [
            "KODE",
            "SEMULA",
            "SEKARANG",
            "CATATAN",
        ]
        rows = [[cell.value for cell in sheet[at][:10]] for at in range(row + 2, row + 2 + CHANGES_ROWS)]
        return sheet.cell(row, 1).value, [each for each in rows if any(value is not None for value in each)]

    return of


def test_the_first_refresh(shown, few):
    """There is nothing to hold it against."""
    title, rows = shown(few)
    assert title == "Yang berubah sejak penyegaran sebelumnya"
    assert [row[0] for row in rows] == [
        "Riwayat dimulai dengan penyegaran ini; perubahan disebut mulai penyegaran berikutnya."
    ]


@pytest.mark.slow
def test_a_week_without_a_change(shown, finished):
    """Said, with the day and the figures."""
    title, rows = shown(finished, finished)
    assert title == "Yang berubah sejak 13 November 2025: 0 indikator; capaian 100% menjadi 100%"
    assert [row[0] for row in rows] == ["Tidak ada realisasi atau status yang berubah."]


@pytest.mark.slow
def test_one_that_was_reported(shown, plan_with):
    """From what to what, with the statuses."""
    title, rows = shown(
        plan_with(share=1.0, reported=True, others=0.5), plan_with(share=0.5, reported=True, others=0.5)
    )
    assert title == "Yang berubah sejak 13 November 2025: 1 indikator; capaian 50,0% menjadi 60,0%"
    assert [(row[0], row[2], row[3], row[8]) for row in rows] == [("I.1.a", 0.5, 1, "Berubah")]
    assert rows[0][6] == "✔ Selesai"


@pytest.mark.slow
def test_more_than_there_is_room_for(shown, half, empty):
    """As many as fit; the last line says how many more there are, and where. What was reported stands first."""
    half.per = date(2025, 11, 20)
    _, rows = shown(half, empty)
    assert len(rows) == CHANGES_ROWS
    assert rows[-1][0].endswith("perubahan lain; selengkapnya di tab Monev Riwayat")
    assert all(row[2] != row[3] for row in rows[:-1])


def test_an_indikator_that_is_gone(shown, few):
    """Named by its old kode, without what is now."""
    first = few.plan.komponen[0]
    sub = first.subkomponen[0]
    less = first._replace(subkomponen=(sub._replace(indikator=sub.indikator[:-1]), *first.subkomponen[1:]))
    before = type(few)(few.plan, BEFORE)
    few.plan = few.plan._replace(komponen=(less,))
    _, rows = shown(few, before)
    (gone,) = [row for row in rows if row[8] == "Hilang"]
    assert gone[0] == sub.indikator[-1].kode
    assert gone[3] is None
