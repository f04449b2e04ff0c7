"""What staff report: column 8 (or an older STATUS column) read to shares (contract, section 5)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What a realisasi cell was read to.

    share: 0..1, or None where it can't be read; then `problem` says why (Indonesian half a sentence). Blank is 0 and not `dilaporkan`.
    notes: remarks on one that was read all the same.
    """

    share: float | None
    dilaporkan: bool
    problem: str | None = None
    notes: tuple[str, ...] = ()
