"""Marks and boxes: which cells say yes, which say no, which need their neighbours to tell."""

from datetime import date

import pytest

from zi_excel.plan.marks import Mark, crosses_that_tick, mark_of


@pytest.mark.parametrize(
    ("marks", "meaning"),
    [
        ("v|V|√|✓|✔|✔\ufe0f|☑|✅|●|■|ya|YA|sudah|Selesai.|[x]|[v]|(v)|( ✓ )|✓ selesai|TRUE|ü|þ|\uf0fc", Mark.YES),
        ("-|–|—|--|_|…|0|0%|0,0|0.00 %|☐|□|⬜|[ ]|( )|[]|tidak|Tidak ada|TDK|no|n/a|belum|FALSE|☐ Ya|¨", Mark.NO),
        ("belum dilaksanakan|0 dokumen|ditunda|tidak jelas kapan|Tidak ada kegiatan|batal|0 (nol)", Mark.NO),
        ("✗|✘|✖|☒|❌|○|û", Mark.CROSS),
        ("x|X|×|xx|o", Mark.X),
        ("Maret|1|25%|TW II|hampir|Rapat|2 kali|SK terbit|10|xi|vi|oktober|10 dok|0 dari 4|belum 50%", None),
    ],
)  # fmt: skip
def test_what_a_mark_says(marks, meaning):
    """In any capitals, boxes and brackets; what is no mark is something else."""
    assert {mark: mark_of(mark, mark) for mark in marks.split("|")} == dict.fromkeys(marks.split("|"), meaning)


@pytest.mark.parametrize(
    ("value", "text", "meaning"),
    [
        (True, "TRUE", Mark.YES),
        (False, "FALSE", Mark.NO),
        (False, "SALAH", Mark.NO),
        (0.0, "0", Mark.NO),
        (0, "0%", Mark.NO),
        (1.0, "1", None),
        (0.25, "25%", None),
        (None, "", Mark.NO),
        ("\u200b", "\u200b", Mark.NO),
        (date(2025, 3, 31), "31 Maret 2025", None),
    ],
)
def test_what_a_typed_value_says(value, text, meaning):
    """A linked checkbox is TRUE or FALSE; a number above zero is a figure."""
    assert mark_of(value, text) is meaning


@pytest.mark.parametrize(
    ("rows", "elsewhere", "ticking"),
    [
        ([{Mark.X}, {Mark.NO}], False, {Mark.CROSS, Mark.X}),
        ([{Mark.CROSS}], False, {Mark.CROSS, Mark.X}),
        ([{Mark.YES}, {Mark.X, Mark.NO}], False, {Mark.X}),
        ([{Mark.YES}, {Mark.CROSS}], False, {Mark.X}),
        ([{Mark.YES, Mark.X}, {Mark.X}], False, set()),
        ([{Mark.YES, Mark.CROSS}, {Mark.X}], False, set()),
        ([{Mark.X}], True, set()),
        ([{None, Mark.X}], False, {Mark.CROSS, Mark.X}),
        ([], False, {Mark.CROSS, Mark.X}),
    ],
)
def test_which_crosses_tick(rows, elsewhere, ticking):
    """The letter is the mark of whoever ticks with it, unless his row holds ticks as well."""
    assert crosses_that_tick(rows, elsewhere=elsewhere) == ticking
