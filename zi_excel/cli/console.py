"""Output on any console: a redirected Windows console is cp1252 and knows no check mark."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

_PLAIN = {
    "✔": "v",
    "✖": "x",
    "▲": "!",
    "▶": ">",
    "○": "o",
    "◆": "*",
    "–": "-",
    "—": "-",
    "−": "-",
    "…": "...",
    "·": "-",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "→": "->",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "\u00a0": " ",
}
_HANDLER = "zi_excel.plain"


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    encoding = error.encoding or "ascii"
    return "".join(_PLAIN.get(char, "?") for char in text).encode(encoding, "replace").decode(encoding), error.end


def one_line(text: str) -> str:
    """A text that a terminal shows as it is: line breaks and control characters in it become question marks.

    The names of files may have them (not on Windows), and so may what stands in a cell.
    """
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "?", text)


def prepare_console() -> None:
    """Lets stdout and stderr say what their encoding lacks in plain signs instead of failing.

    A process without a console (Windows' pythonw) has neither: what it says goes nowhere.
    """
    codecs.register_error(_HANDLER, _plain)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (until the process ends)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def give_up_stdout() -> None:
    """Nobody takes the output any more: what is still buffered goes nowhere, and says nothing at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Prints a result; colours vanish where stdout is no terminal."""
    click.echo(text, file=sys.stdout)  # named, since click would take an ASCII stdout for a UTF-8 one


def say_lines(lines: Iterable[str]) -> None:
    """Prints a result of several lines."""
    say("\n".join(lines))


def say_json(data: Any) -> None:
    """Prints JSON that any encoding can carry: escaped where stdout is not UTF-8."""
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    say(json.dumps(data, ensure_ascii=not utf8, indent=2))


def complain(text: str) -> None:
    """Prints a failure's sentence on stderr."""
    click.echo(text, file=sys.stderr)
