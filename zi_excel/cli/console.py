"""What a command prints, and how it ends.

Four parts: output that any console can carry; text as wide as the terminal and as high as its screen; failures, each an
Indonesian sentence with an exit code; the signals that ask a command to stop.
"""

import codecs
import io
import os
import shutil
import signal
import sys
import textwrap
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType, MappingProxyType
from typing import Any, NamedTuple

import click

from zi_excel.cli.indonesian import explain
from zi_excel.errors import UsageError, ZiExcelError, reason_of

# --- output on any console: a redirected Windows console is cp1252 and knows no check mark

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
    """A codec's error handler: plain signs in place of those that the encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    encoding = error.encoding or "ascii"
    return "".join(_PLAIN.get(char, "?") for char in text).encode(encoding, "replace").decode(encoding), error.end


def prepare_console() -> None:
    """Lets stdout and stderr replace what their encoding lacks by plain signs instead of failing.

    A process without a console (Windows' pythonw) has neither stream: what it prints goes nowhere.
    """
    codecs.register_error(_HANDLER, _plain)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (until the process ends)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def give_up_stdout() -> None:
    """Sends what is still buffered for stdout to nowhere, since nobody takes it any more; never fails."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Prints a result; colours vanish where stdout is not a terminal."""
    click.echo(_for_screen(text), file=sys.stdout)  # named, since click would take an ASCII stdout for a UTF-8 one


def say_lines(lines: Iterable[str]) -> None:
    """Prints a result of several lines."""
    say("\n".join(lines))


def say_json(data: Any) -> None:
    """Prints JSON that any encoding can carry: escaped where stdout is not UTF-8."""
    from zi_excel.outputs.safe_text import json_text

    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    say(json_text(data, ascii_only=not utf8))


def complain(text: str) -> None:
    """Prints a failure's sentence on stderr."""
    click.echo(_for_screen(text), file=sys.stderr)


def _for_screen(text: str) -> str:
    from zi_excel.outputs.safe_text import for_screen  # not for the help page, which prints without it

    return for_screen(text)


# --- text that fits the terminal

SCREEN = 23
"""Lines of the smallest console (24), less the one where the next command is typed."""

LEVEL_COLOUR = MappingProxyType({"galat": "red", "peringatan": "yellow", "info": "blue"})
"""By a finding's level."""


def one_line(text: str) -> str:
    """A text of others in one line, as a terminal may get it: a file's name may hold line breaks, and worse."""
    from zi_excel.outputs import safe_text

    return safe_text.one_line(text)


def line_width() -> int:
    """How many characters a line has: as many as the terminal, but neither too few for words nor too many to read."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))


def wrapped(text: str, first: int, rest: int) -> list[str]:
    """A text in lines as wide as the terminal. first, rest: how far the first and the other lines are indented."""
    return textwrap.wrap(
        one_line(text),
        line_width(),
        initial_indent=" " * first,
        subsequent_indent=" " * rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def warned(text: str) -> list[str]:
    """A remark below a result that asks for attention: in yellow, indented."""
    return [click.style(line, fg="yellow") for line in wrapped(text, 2, 4)]


def heading(text: str) -> str:
    """The first line of a result; the name of a file or of a sheet may have line breaks in it, and worse."""
    return click.style(one_line(text), bold=True)


class Block(NamedTuple):
    """Lines that stay together. items: how many things they tell; heads: they only announce the following ones."""

    lines: list[str]
    items: int = 0
    heads: bool = False


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """The lines of all blocks."""
    return [line for block in blocks for line in block.lines]


def cut(blocks: Sequence[Block], room: int, rest: str) -> list[str]:
    """As many whole blocks as there is room for, and how many items are left; nothing where no block fits.

    room: lines. rest: the line that tells of the others, `{left}` being how many.
    """
    if len(lines_of(blocks)) <= room:
        return lines_of(blocks)
    taken: list[Block] = []
    for block in blocks:
        if len(lines_of([*taken, block])) >= room:  # the line that tells of the others needs room too
            break
        taken.append(block)
    while taken and taken[-1].heads:
        taken.pop()
    left = sum(block.items for block in blocks) - sum(block.items for block in taken)
    return [*lines_of(taken), rest.format(left=left)] if taken and left else lines_of(taken)


# --- failures (contract, section 7)

EXIT_USAGE, EXIT_FILE = 2, 3

DETAILS = "ZI_EXCEL_RINCI"
"""The environment variable that shows the traceback of a defect."""


def is_defect(failure: BaseException) -> bool:
    """Whether a failure is the tool's own defect rather than one that a sentence explains."""
    expected = (click.ClickException, click.Abort, KeyboardInterrupt, ZiExcelError, OSError, MemoryError)
    return not isinstance(failure, expected)


def outcome(failure: BaseException) -> tuple[str, int]:  # noqa: PLR0911  (one per case)
    """The sentence that explains a failure, and the exit code."""
    match failure:
        case click.exceptions.NoArgsIsHelpError():
            return failure.format_message(), EXIT_USAGE
        case click.UsageError():
            return explain(failure), EXIT_USAGE
        case UsageError():
            return f"zi-excel: {one_line(str(failure))}", EXIT_USAGE
        case ZiExcelError():
            return f"zi-excel: {one_line(str(failure))}", EXIT_FILE
        case click.Abort() | KeyboardInterrupt():
            return "zi-excel: dihentikan; tidak ada yang ditulis setengah jalan.", EXIT_FILE
        case OSError():  # the library explains its own in sentences, so this is the output: a full disk, say
            return f"zi-excel: hasil tidak dapat ditulis ke keluaran ({reason_of(failure)}).", EXIT_FILE
        case MemoryError():
            advice = "memori komputer tidak cukup untuk buku kerja ini; tutup program lain, lalu ulangi."
            return f"zi-excel: {advice}", EXIT_FILE
    defect = f"ada kesalahan di dalam alat ini sendiri ({type(failure).__name__}: {failure}); berkas Anda tidak diubah."
    advice = f"Jalankan lagi dengan {DETAILS}=1 dan laporkan rinciannya kepada pembuat alat."
    return f"zi-excel: {defect} {advice}", EXIT_FILE


# --- being asked to stop: by a scheduler, a closed terminal, a shutdown

_STOP_SIGNALS = ("SIGTERM", "SIGHUP", "SIGBREAK")  # the last is Windows' (Ctrl+Break, a closed console)


def heed_stop_signals() -> None:
    """Lets the signals that ask a process to end raise a KeyboardInterrupt, so that it cleans up as after Ctrl+C.

    A signal that is ignored already stays ignored (`nohup`), and another program's own handler stays too.
    """
    for name in _STOP_SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the cleaning up
    raise KeyboardInterrupt
