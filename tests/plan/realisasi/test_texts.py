"""A text that speaks for its own cell: one form for its many spellings, and an end to what is understood."""

import pytest

from zi_excel.plan.realisasi.texts import endless, is_endless, of_text, plain


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("  Selesai. ", "selesai"),
        ("75\u00a0%", "75 %"),
        ("½", "1/2"),
        ("Sudah\n\n  50%;", "sudah\n50%"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_one_form_for_many_spellings(typed, form):
    """Lines stay lines: staff write one report under the other."""
    assert plain(typed) == form


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        ("selesai", 1),
        ("belum dimulai", 0),
        ("3 dari 4", 0.75),
        ("12,5%", 0.125),
        ("sudah 50 persen", 0.5),
        ("baru\n25%", 0.25),
        ("100% (3 maret 2025)", 1),
    ],
)
def test_a_report_in_words(lines, share):
    """Words beside one percentage leave it what it is."""
    assert of_text(lines, None).share == share


@pytest.mark.parametrize("lines", ["50% atau 60%", "1.000%", "3/0", "101%", "50% anggaran rapat"])
def test_what_is_not_clear_is_not_guessed(lines):
    """It is said why."""
    read = of_text(lines, None)
    assert read.share is None
    assert read.problem


def test_nothing_and_a_dash_are_no_report():
    """The dash has a remark: it may have been meant as something."""
    assert (of_text("", None).dilaporkan, of_text("", None).notes) == (False, ())
    assert of_text("-", None).notes == ("tanda “-” dibaca belum dilaporkan",)


def test_a_text_without_end():
    """No time is spent on it; a long report is still one."""
    assert not is_endless("x" * 2_000)
    assert is_endless("x" * 2_001)
    assert "terlalu panjang" in endless("x" * 10**6).problem
    assert len(endless("x" * 10**6).problem) < 200
