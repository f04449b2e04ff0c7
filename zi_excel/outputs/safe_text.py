"""What is printed or handed to another program, made safe: no text of a workbook or a file's name acts on a terminal.

What is in cells, names of sheets and files, links and settings was written by others. Control characters (C0, and
C1 such as U+009B, with which some terminals begin a command) and those that turn the direction of writing (which show
a name as another one) are shown as question marks, in JSON as escapes, and left out of CSV.
"""

from __future__ import annotations

from typing import Any

from zi_excel.plan.patterns import pattern

_ACTING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff"
"""Control characters but tab and line feed, separators of lines, marks of direction, halves of characters."""
_IN_A_TEXT = pattern(f"(\x1b\\[(?:[0124]|3[0-7]|9[0-7])m)|[{_ACTING}]")
_IN_A_LINE = pattern(f"[\t\n{_ACTING}]")
_IN_JSON = pattern(f"[{_ACTING}]")
_FORMULA = pattern(r"""(^|[,;:|"'\t])(\s*)(?=[=+\-@＝＋－＠])""")
"""Where a formula would begin for a program that opens CSV, whatever it takes for the separator or the quote."""


def for_screen(text: str) -> str:
    """A text as a terminal may get it: its lines stay, and the colours that the command line itself has put there."""
    return _IN_A_TEXT.sub(lambda match: match[1] or "?", text)


def one_line(text: str) -> str:
    """A text of others as one line of a terminal or a log: line breaks become question marks too."""
    return text if text.isprintable() else _IN_A_LINE.sub("?", text)


def json_text(data: Any, *, ascii_only: bool = False) -> str:
    """Data as JSON; what acts on a terminal is escaped, so that programs read the same text all the same."""
    import json  # where it is asked for

    return _IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(data, ensure_ascii=ascii_only, indent=2))


def csv_cell(text: str) -> str:
    """One line for a cell of CSV; an apostrophe stands before what some program would take for a formula."""
    return _FORMULA.sub(r"\1\2'", " ".join(_IN_JSON.sub(" ", text).split()))
