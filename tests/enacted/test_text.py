"""A recorded matrix as text: whatever a cell holds comes back as it was."""

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zi_excel.enacted.text import quoted


@given(st.text())
@example('"')
@example('"""')
@example("\\")
@example("\\n")
@example("a\nb\\")
@example('a\n"""\nb')
@example("\n")
@example("\na")
@example("a \nb")
@example("a\t\nb")
@example("a\r\nb\rc")
@example("\x00\x1f\x7f\x85\u2028\u200d\ufeff")
@example("👩🏽‍⚖️ \U0010ffff")
@example("'''")
@example("# bukan komentar")
def test_every_text_comes_back(text):
    """Quotes, line breaks, emoji, control characters: read again they are as they were, also from Windows."""
    line = f"teks = {quoted(text)}\n"
    assert tomllib.loads(line) == {"teks": text}
    assert tomllib.loads(line.replace("\n", "\r\n")) == {"teks": text}
    assert all(char.isprintable() or char == "\n" for char in line)


def test_lines_are_lines():
    """A text of several lines stays readable; what an editor may strip at their ends is escaped."""
    assert quoted("SK Tim\nNotula") == '"""\nSK Tim\nNotula"""'
    assert quoted("SK Tim \nNotula") == r'"SK Tim \nNotula"'


def test_half_a_character_is_no_text():
    """No TOML file can hold it; nothing is written that can't be read."""
    with pytest.raises(UnicodeEncodeError):
        quoted("a\ud800")
