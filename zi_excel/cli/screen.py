"""What fits on one screen: lines that stay together, as many as there is room for, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SCREEN = 23
"""Lines of the smallest console (24), less the one where the next command is typed."""


class Block(NamedTuple):
    """Lines that stay together. items: how many things they tell; heads: they only announce the following ones."""

    lines: list[str]
    items: int = 0
    heads: bool = False


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """The lines of all blocks."""
    return [line for block in blocks for line in block.lines]


def cut(blocks: Sequence[Block], room: int, rest: str) -> list[str]:
    """As many whole blocks as there is room for, and how many are left; nothing where there is room for none.

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
