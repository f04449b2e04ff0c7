"""What ticks, empty boxes and crosses mean in columns that are parted by time."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity

FIVE = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK")
QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
BLANK = (None,) * 5


@pytest.fixture
def planned(plan_of):
    """planned(row of TW I..IV, another row) -> their targets, and what was said of crosses."""

    def run(*marked):
        rows = [
            (1, "Tim", f"{letter}. SK", "Menyusun", "SK", *cells)
            for letter, cells in zip("abcdef", marked, strict=False)
        ]
        plan = plan_of(rows, header=[(*FIVE, "TARGET WAKTU"), (*BLANK, *QUARTERS)])
        judged = [each.detail for each in plan.remarks if each.oddity is Oddity.COLUMN_JUDGED]
        return [row.target_waktu.text if row.target.jadwal else None for row in plan.indikator()], judged

    return run


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ((True, False, False, False), "TW I"),
        ((False, False, True, True), "TW III, TW IV"),
        (("☑", "☐", "☐", "☑"), "TW I, TW IV"),
        (("✓", "✗", "✗", "✗"), "TW I"),
        (("ya", "tidak", "Tidak", "ya"), "TW I, TW IV"),
        (("v", "x", "-", "0"), "TW I"),
        (("[x]", "[ ]", "[ ]", "[x]"), "TW I, TW IV"),
        (("●", "○", "○", "●"), "TW I, TW IV"),
        ((1, 0, 0, 1), "TW I, TW IV"),
        (("☐", "☐", "☐", "☐"), None),
        ((False, False, False, False), None),
        (("tidak", None, "-", "0"), None),
    ],
)
def test_only_what_is_ticked_is_planned(planned, cells, text):
    """An empty box, FALSE, `tidak`, a cross beside ticks, a dash and a zero are none."""
    assert planned(cells)[0] == [text]


@pytest.mark.parametrize("cross", ["x", "X", "✗", "✘", "☒", "×", "❌", "○"])
def test_crosses_alone_are_the_marks_and_that_is_said(planned, cross):
    """Many offices mark with a cross; then it is told what was made of it."""
    texts, judged = planned((cross, None, None, cross), (None, "☐", cross, "-"))
    assert texts == ["TW I, TW IV", "TW III"]
    assert len(judged) == 1
    assert judged[0].startswith("target_waktu|tanda silang (x) dibaca sebagai tanda")


def test_one_tick_anywhere_makes_all_crosses_none(planned):
    """The set is judged as a whole, not row by row; a row of crosses alone has no target, which is told of."""
    texts, judged = planned(("x", "v", "x", "x"), ("x", "x", "x", "x"))
    assert texts == ["TW II", None]
    assert "bukan tanda" in judged[0]


def test_a_letter_in_a_row_of_its_own_is_a_mark_beside_the_ticks_of_others(planned):
    """Each writes as he is used to; it is told that the letter was taken for a mark."""
    texts, judged = planned(("v", None, None, "v"), (None, "x", None, None), ("●", None, None, None))
    assert texts == ["TW I, TW IV", "TW II", "TW I"]
    assert judged == ["target_waktu|tanda silang (x) dibaca sebagai tanda"]


def test_a_row_of_crosses_beside_rows_of_ticks_has_no_target(planned):
    """A cross is what a tick is not."""
    assert planned(("✓", "✓", "✓", "✓"), ("✗", "✗", "✗", "✗"))[0] == ["TW I, TW II, TW III, TW IV", None]


@pytest.mark.parametrize(
    ("target", "cells", "share", "reported"),
    [
        (("v", "v", "v", "v"), (True, True, False, False), 0.5, True),
        (("v", "v", "v", "v"), ("☑", "☐", "☐", "☐"), 0.25, True),
        (("v", "v", "v", "v"), ("✓", "✗", "✗", "✗"), 0.25, True),
        (("v", "v", "v", "v"), ("ya", "ya", "tidak", "tidak"), 0.5, True),
        (("v", "v", "v", "v"), ("x", "x", None, None), 0, True),
        (("x", "x", "x", "x"), ("x", "x", None, None), 0.5, True),
        (("v", "v", "v", "v"), (False, False, False, False), 0, False),
        (("v", "v", "v", "v"), ("☐", None, None, None), 0, False),
        (("v", "v", "v", "v"), ("25%", False, False, False), 0.25, True),
    ],
)
def test_the_same_holds_for_realisasi(plan_of, target, cells, share, reported):
    """Crosses are never done where anything is ticked, be it the plan."""
    header = [(*FIVE, "TARGET WAKTU", None, None, None, "REALISASI"), (*BLANK, *QUARTERS, *QUARTERS)]
    (row,) = plan_of([(1, "Tim", "a. SK", "Menyusun", "SK", *target, *cells)], header=header).indikator()
    assert (row.realisasi.share, row.realisasi.dilaporkan) == (share, reported)
