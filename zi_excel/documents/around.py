"""What stands around a workbook's matrix, in its own words: title, Lampiran's head, closing, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.documents.said import Said, read_said
from zi_excel.plan.office_name import office_in
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader import Laid
from zi_excel.reader.rows.title import TitleRow

_BESIDE = 40
"""Characters of a cell beside a title's that still belong to its line (`TAHUN` | `2025`)."""
_MOST_TITLE = 6
"""Lines of a title; where more stand above a matrix, most of them are instructions or a letter."""
_PLAN = re.compile(r"\b(?:rencana\s+(?:aksi|kerja)|renaksi|matriks?)\b", re.IGNORECASE)


class Surroundings(NamedTuple):
    """What stands around a matrix.

    title: its lines. beside_title: further lines above the matrix, such as instructions. kantor: the office that it
    names; "": it names none. said: what the lines say of the decree, with the Lampiran's head and the closing.
    """

    title: tuple[str, ...]
    beside_title: tuple[str, ...]
    kantor: str
    said: Said


def read_surroundings(laid: Laid) -> Surroundings:
    """What stands around the matrix of a workbook."""
    plan, grid = laid
    above = list(_lines(grid.title_rows))
    last = max(indikator.row for indikator in plan.indikator())
    said = read_said(above, list(grid.lines_below(last)))
    beside = [line for line in above if line and " ".join(line.split()) not in set(said.lampiran)]
    title = list(said.title) if said.title and said.lampiran else _without_komponen(beside, plan)
    title, rest = _nearest_to_plan(title)
    return Surroundings(tuple(title), tuple(rest), said.kantor or office_in(plan.title) or "", said)


def _without_komponen(lines: Sequence[str], plan: RencanaAksi) -> list[str]:
    """The lines without the first komponen's own, where that stands above the header: the matrix has it."""
    first = plan.komponen[0].nama
    above = first.row is not None and first.row < plan.header_row
    return [line for line in lines if not (above and first.text and first.text in line)]


def _nearest_to_plan(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The title: all lines where they are few, else the first that names the plan and what follows it; and the rest."""
    if len(lines) <= _MOST_TITLE:
        return list(lines), []
    start = next((at for at, line in enumerate(lines) if _PLAN.search(line)), 0)
    end = start + 1
    while end < len(lines) and end < start + _MOST_TITLE and lines[end].isupper():
        end += 1
    return list(lines[start:end]), [*lines[:start], *lines[end:]]


def _lines(rows: Sequence[TitleRow]) -> Iterator[str]:
    """The lines above the header; what stands beside a short line belongs to it, unless it is the Lampiran's head."""
    in_lampiran = False
    for row in rows:
        texts = list(row.lasting)
        in_lampiran = in_lampiran or any(text.lstrip().upper().startswith("LAMPIRAN") for text in texts)
        if not in_lampiran and all(len(text) <= _BESIDE and "\n" not in text for text in texts[1:]) and texts:
            yield " ".join(texts)
        else:
            for text in texts:
                yield from text.split("\n")
