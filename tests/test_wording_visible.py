"""Text as a person sees it, whatever was copied into it."""

import sys
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.realisasi import ReportCell, read_realisasi
from zi_excel.wording import normal_form, shown_text, visible

UNSEEN = [
    "\u00ad", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202c", "\u202e",
    "\u2060", "\u2061", "\u2063", "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\u206f", "\ufeff", "\ufff9",
    "\ufe00", "\ufe0e", "\ufe0f", "\U000e0100", "\U000e0020", "\U000e007f", "\u034f", "\x00", "\x1f", "\x7f",
]  # fmt: skip


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_what_nobody_sees_changes_nothing(mark):
    """Before, between and behind the digits of a realisasi."""
    for text in (f"{mark}50%", f"5{mark}0%", f"50%{mark}", f"{mark}{mark}50{mark}%"):
        assert visible(text) == "50%"
        assert shown_text(text) == "50%"
        assert read_realisasi([ReportCell(text)])[0].share == 0.5


@pytest.mark.parametrize(
    "blank", ["\u00a0", "\u1680", "\u2007", "\u202f", "\u3000", "\u2800", "\u3164", "\uffa0"], ids=ascii
)
def test_every_blank_is_a_plain_one(blank):
    """Letters without ink too."""
    assert visible(f"TW{blank}I") == "TW I"


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"], ids=ascii)
def test_every_line_break_is_a_plain_one(mark):
    """So that bullets are bullets."""
    assert visible(f"Maret{mark}Juni") == "Maret\nJuni"


@pytest.mark.parametrize(
    "text", ["SK Tim; 50 %\tv\r\n", "é", "e\u0301", "½ ✔ ☐", "مرحبا", "日本", "👍🏽", "\ufffd", "1\u2044 2"], ids=ascii
)
def test_what_is_seen_stays(text):
    """Signs, accents, other scripts."""
    assert visible(text) == text


@pytest.mark.parametrize("emoji", ["👨\u200d👩\u200d👧", "✔\ufe0f", "❤\ufe0f\u200d🔥"], ids=ascii)
def test_an_emoji_stays_one(emoji):
    """Where text is shown again; where it is read, what joins it is nothing."""
    assert shown_text(f"bukti {emoji}") == f"bukti {emoji}"
    assert not set(visible(emoji)) & set("\u200d\ufe0f")


@given(st.text())
@pytest.mark.slow
def test_no_text_raises_and_twice_is_once(text):
    """What is left is visible."""
    assert visible(visible(text)) == visible(text)
    assert not any(unicodedata.category(each) == "Zs" and each != " " for each in visible(text))


def test_no_format_character_without_ink_is_missed():
    """All of category Cf but the few that are drawn."""
    left = [
        each for each in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(each) == "Cf" and visible(each)
    ]
    assert len(left) < 20
    assert all(ord(each) < 0x900 or ord(each) > 0x11000 for each in left)


@pytest.mark.parametrize(
    "marks", ["\u0301", "\u0323\u0301", "\u0f73", "\u0f81", "\u0344\u0323", "\uff9e\u0301\u0323", "\u0301\u0323\u0334"]
)
def test_marks_without_end(marks):
    """A letter has thirty marks at most: more, which take minutes to be put in order, are left out."""
    start = process_time()
    for form in ("NFC", "NFKC"):
        assert len(normal_form("a" + marks * 33_000 + "b" * 9, form)) < 99
    assert process_time() - start < 2


@given(st.text(max_size=40) | st.text("a\u0301\u0323é\u1100\u1161\uff9e", max_size=30))
def test_normal_forms_are_those_of_unicode(text):
    """Of whatever people write."""
    for form in ("NFC", "NFKC"):
        assert normal_form(text, form) == unicodedata.normalize(form, text)
