"""How many lines a text takes in a column: widths from Calibri's own metrics, so that no font is needed to build.

Carlito, which LibreOffice takes for Calibri, has the same widths.
"""

from __future__ import annotations

UNITS_PER_EM = 2048
FIRST = 32
"""The tables hold ASCII from 32 to 126, then the en dash; any other character counts as an `m`, the widest letter."""

# fmt: off
REGULAR = (
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831,
    1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058,
    1378, 1112, 941, 998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981,
    1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714,
    801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020, 1020,
)
BOLD = (
    463, 667, 898, 1020, 1038, 1493, 1443, 478, 638, 638, 1020, 1020, 528, 627, 547, 880, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 565, 565, 1020, 1020, 1020, 949, 1840,
    1241, 1148, 1084, 1291, 999, 940, 1305, 1292, 546, 678, 1120, 866, 1790, 1349, 1385, 1090, 1405,
    1153, 968, 1014, 1337, 1211, 1856, 1128, 1064, 979, 665, 880, 665, 1020, 1020, 615, 1011, 1099,
    857, 1099, 1031, 648, 971, 1099, 503, 523, 983, 503, 1666, 1099, 1101, 1099, 1099, 728, 817,
    710, 1099, 969, 1526, 941, 970, 814, 704, 973, 704, 1020, 1020,
)
# fmt: on

PIXEL = 0.75
"""Points of a pixel at 96 dpi, in which column widths are given."""

PADDING = 7
"""Pixels of a column that its text can't use: two on either side, the border's, and two to be safe."""


def points(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text on one line, in points: on paper, or on a screen at 96 dpi if that is more."""
    table = BOLD if bold else REGULAR
    advances = [_advance(table, char) / UNITS_PER_EM for char in text]
    em = round(size / PIXEL)  # Windows draws letters so many whole pixels high, each a whole number of pixels wide
    return max(sum(advances) * size, sum(round(each * em) for each in advances) * PIXEL)


def lines(text: str, pixels: int, size: float, *, bold: bool = False) -> int:
    """Lines that a text takes, wrapped at spaces in a column so many pixels wide; a word wider than it is broken."""
    room = (pixels - PADDING) * PIXEL
    return sum(_wrapped(line, room, size, bold=bold) for line in text.split("\n"))


def _wrapped(line: str, room: float, size: float, *, bold: bool) -> int:
    count, used = 1, 0.0
    space = points(" ", size, bold=bold)
    for word in line.split():
        width = points(word, size, bold=bold)
        if used and used + space + width > room:
            count, used = count + 1, 0.0
        used += width + (space if used else 0)
        while used > room:
            count, used = count + 1, used - room
    return count


def _advance(table: tuple[int, ...], char: str) -> int:
    if char == "–":
        return table[-1]
    at = ord(char) - FIRST
    return table[at] if 0 <= at < len(table) - 1 else table[ord("m") - FIRST]
