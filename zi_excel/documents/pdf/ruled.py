"""The grids that rules draw on a page: which cells there are, and over how many rows and columns each reaches. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_SNAP = 2.5
"""Points by which rules that are meant to be one may lie apart: both edges of a thick one, or a hand's tremor."""
_GAP = 3.5
"""Points that a rule may leave open: dashes, and corners that don't meet."""
_SHORTEST = 5.0
_MOST = 4000
"""Rules of a page; a drawing has more."""


class Rule(NamedTuple):
    """A rule: its place across its direction, and from where to where it reaches along it."""

    at: float
    first: float
    last: float


class Box(NamedTuple):
    """A cell: its rows and columns in the grid, ends not included, and its place on the page."""

    top: int
    left: int
    bottom: int
    right: int
    x0: float
    y0: float
    x1: float
    y1: float


class RuledGrid(NamedTuple):
    """A table that rules draw. xs, ys: where its columns and rows begin and end."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]


def ruled_grids(across: Iterable[Rule], down: Iterable[Rule]) -> list[RuledGrid]:
    """The tables of a page, from the top. across, down: its horizontal and its vertical rules."""
    horizontal, vertical = merged(across), merged(down)
    if len(horizontal) + len(vertical) > _MOST:
        return []
    grids = [
        grid
        for rules in _connected(horizontal, vertical)
        if (grid := _grid(*rules)) is not None and len(grid.xs) > 2 and len(grid.ys) > 1
    ]
    return sorted(grids, key=lambda grid: grid.ys[0])


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules with those that are meant to be one made one; what is too short to part cells is left out."""
    ordered = sorted(rule for rule in rules if rule.last >= rule.first)
    lines: list[list[Rule]] = []
    for rule in ordered:
        if lines and rule.at - lines[-1][-1].at <= _SNAP and rule.at - lines[-1][0].at <= 2 * _SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    whole: list[Rule] = []
    for line in lines:
        at = sum(rule.at * (rule.last - rule.first + 0.01) for rule in line)
        at /= sum(rule.last - rule.first + 0.01 for rule in line)
        parts = sorted((rule.first, rule.last) for rule in line)
        first, last = parts[0]
        for begins, ends in parts[1:]:
            if begins <= last + _GAP:
                last = max(last, ends)
            else:
                whole.append(Rule(at, first, last))
                first, last = begins, ends
        whole.append(Rule(at, first, last))
    return [rule for rule in whole if rule.last - rule.first >= _SHORTEST]


def _connected(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules in groups that touch each other."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for h, across in enumerate(horizontal):
        for v, down in enumerate(vertical, start=len(horizontal)):
            if (
                across.first - _GAP <= down.at <= across.last + _GAP
                and down.first - _GAP <= across.at <= down.last + _GAP
            ):
                parent[root(h)] = root(v)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for h, rule in enumerate(horizontal):
        groups[root(h)][0].append(rule)
    for v, rule in enumerate(vertical, start=len(horizontal)):
        groups[root(v)][1].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _places(values: Iterable[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _SNAP + 0.5:
            places.append(value)
    return tuple(places)


def _grid(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> RuledGrid | None:
    left, right = min(rule.first for rule in horizontal), max(rule.last for rule in horizontal)
    top, bottom = min(rule.first for rule in vertical), max(rule.last for rule in vertical)
    xs = _places([*(rule.at for rule in vertical), left, right])
    ys = _places([*(rule.at for rule in horizontal), top, bottom])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > 200_000:
        return None
    wall_left = _walls(vertical, xs, ys)
    wall_above = _walls(horizontal, ys, xs)
    group = [[-1] * columns for _ in range(rows)]
    boxes: list[Box] = []
    count = 0
    for row in range(rows):
        for column in range(columns):
            if group[row][column] >= 0:
                continue
            group[row][column] = count
            inside, todo = [(row, column)], [(row, column)]
            while todo:
                r, c = todo.pop()
                near = (
                    (r, c + 1, c + 1 < columns and not wall_left[c + 1][r]),
                    (r, c - 1, c > 0 and not wall_left[c][r]),
                    (r + 1, c, r + 1 < rows and not wall_above[r + 1][c]),
                    (r - 1, c, r > 0 and not wall_above[r][c]),
                )
                for other_row, other_column, is_open in near:
                    if is_open and group[other_row][other_column] < 0:
                        group[other_row][other_column] = count
                        inside.append((other_row, other_column))
                        todo.append((other_row, other_column))
            boxes += _boxes(inside, xs, ys)
            count += 1
    return RuledGrid(xs, ys, tuple(sorted(boxes)))


def _walls(rules: Sequence[Rule], places: Sequence[float], along: Sequence[float]) -> list[list[bool]]:
    """At each place, whether a rule stands there beside each of the spaces between the places along it."""
    walls = [[False] * (len(along) - 1) for _ in places]
    for rule in rules:
        at = min(range(len(places)), key=lambda at: abs(places[at] - rule.at))
        for space in range(len(along) - 1):
            middle = (along[space] + along[space + 1]) / 2
            if rule.first - 1 <= middle <= rule.last + 1:
                walls[at][space] = True
    return walls


def _boxes(inside: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> list[Box]:
    """A group of open cells as one; where they make no rectangle (a rule is missing), row by row."""
    top, bottom = min(row for row, _ in inside), max(row for row, _ in inside) + 1
    left, right = min(column for _, column in inside), max(column for _, column in inside) + 1
    if (bottom - top) * (right - left) == len(inside):
        return [Box(top, left, bottom, right, xs[left], ys[top], xs[right], ys[bottom])]
    boxes = []
    cells = set(inside)
    for row in range(top, bottom):
        column = left
        while column < right:
            if (row, column) not in cells:
                column += 1
                continue
            end = column
            while (row, end) in cells:
                end += 1
            boxes.append(Box(row, column, row + 1, end, xs[column], ys[row], xs[end], ys[row + 1]))
            column = end
    return boxes
