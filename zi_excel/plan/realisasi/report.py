"""What one realisasi cell was read to: a share, or why there is none. Values only."""

from datetime import date
from typing import NamedTuple

from zi_excel.wording import shortened

NOISE = 1e-9
"""What a formula's rounding may add to a share: 1.0000000000000002 is 1."""


class Realisasi(NamedTuple):
    """What a realisasi cell was read to.

    share: 0..1, or None where it can't be read; then `problem` says why (Indonesian half a sentence). Blank is 0 and
    not `dilaporkan`; so is a lone dash, with a note.
    notes: remarks on one that was read all the same.
    selesai_pada: the day given beside "selesai"; it counts for a blank TANGGAL SELESAI.
    """

    share: float | None
    dilaporkan: bool
    problem: str | None = None
    notes: tuple[str, ...] = ()
    selesai_pada: date | None = None


def of_share(share: float, hint: str = "") -> Realisasi:
    """A share as reported; unreadable outside 0..1. hint: what was probably meant (a clause with its semicolon)."""
    if -NOISE <= share <= 1 + NOISE:
        # -0.0 is a zero that would be printed with its sign.
        return Realisasi(min(max(share, 0.0), 1.0) + 0.0, dilaporkan=True)
    shown = f"{share * 100:g}".replace(".", ",")
    return unreadable(f"{shown}% di luar 0–100%{hint}")


def unreadable(problem: str) -> Realisasi:
    """One that can't be read."""
    return Realisasi(None, dilaporkan=True, problem=problem)


def quoted(text: str) -> str:
    """A cell's text within a message."""
    return f"“{shortened(' '.join(text.split()), 60, '')}”"
