"""What reaches a screen or another program: nothing in it acts there."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.outputs.safe_text import csv_cell, for_screen, json_text, one_line

ACTING = [
    *("\x00", "\x07", "\x08", "\r", "\x0b", "\x1b", "\x7f", "\x85", "\x90", "\x9b", "\x9d"),
    *("\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"),
    *("\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\udc9b"),
]
SIGNS = "=+-@＝＋－＠"


@pytest.mark.parametrize("character", ACTING, ids=ascii)
def test_what_acts_on_a_terminal(character):
    """C0 and C1 controls, marks of direction, separators: they are seen as signs that don't belong there."""
    assert for_screen(f"a{character}b\n\tc") == "a?b\n\tc"
    assert one_line(f"a{character}b\nc") == "a?b?c"
    assert csv_cell(f"a{character}b") == "a b"


@pytest.mark.parametrize("character", ACTING, ids=ascii)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_programs_read_the_same_text(character, ascii_only):
    """JSON escapes it: whoever prints the file sees no more than that, whoever reads it has all."""
    data = {"a": [f"x{character}y", "é😀"]}
    text = json_text(data, ascii_only=ascii_only)
    assert json.loads(text) == data
    assert character not in text
    assert ("é😀" in text) is not ascii_only


def test_our_own_colours_stay():
    """What a style puts there does; any other command of a terminal does not."""
    assert for_screen("\x1b[31mGalat\x1b[0m") == "\x1b[31mGalat\x1b[0m"
    assert for_screen("\x1b[8mx\x1b[2J\x1b]0;x\x07") == "?[8mx?[2J?]0;x?"


def test_emoji_that_are_joined_stay_one():
    """What is between them acts on nothing."""
    assert one_line("👩\u200d💻 ✔\ufe0f") == "👩\u200d💻 ✔\ufe0f"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before",
    ["", " ", "a,", "a, ", "a;", "a; ", "a\t", 'a"', '"', "'", "a|", ",,", "a:", "\n", "\x9b", "\u202e", '","'],
)
def test_a_formula_in_csv(sign, before):
    """Whatever a program takes for the separator or the quote, none of its cells begins a formula."""
    cell = csv_cell(f"{before}{sign}1+1")
    assert not begins_a_formula(cell)
    assert cell.replace("'", "").endswith(f"{sign}1+1")


@pytest.mark.parametrize(
    "text", ["SK Tim", "E-PPID", "1 - 2", "a@b.id", "a = b", "Rp1.000,00", "TW I–IV, TW II", "5+5"]
)
def test_what_begins_no_formula_stays_as_it_is(text):
    """A sign within a word or between words is none."""
    assert csv_cell(text) == text


@given(st.text(st.sampled_from([*"a1 ,;\t\"'|:", *SIGNS, "\n", "\x9b", "\u202e"]), max_size=12))
def test_no_text_begins_a_formula(text):
    """Written by the rules of one separator, read by those of another."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerow(["I.1.a", csv_cell(text)])
    assert not begins_a_formula(out.getvalue())
    for separator in ",\t|:":
        for row in csv.reader(io.StringIO(out.getvalue()), delimiter=separator):
            assert not any(cell.lstrip().startswith(tuple(SIGNS)) for cell in row)


def begins_a_formula(text):
    """Whether a sign of a formula comes first, or right after what some program takes for a separator or a quote."""
    return re.search(r"""(?:^|[,;:|"\t\n])\s*[=+\-@＝＋－＠]""", text) is not None
