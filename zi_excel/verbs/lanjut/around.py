"""What stands around the matrix for a later year: title, Lampiran's head, closing. The old decree's number does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.documents.said import read_said
from zi_excel.plan.moved_years import move_title
from zi_excel.plan.office_name import office_in
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader import Laid
from zi_excel.reader.rows.title import TitleRow
from zi_excel.sheets.matriks.contents import Change, Made
from zi_excel.sheets.matriks.rows import CLOSING, LAMPIRAN, TITLE
from zi_excel.verbs.lanjut.moving import Moving

_NUMBER = re.compile(r"(\bNOMOR\b\s*[:.]?\s*)(\S.*?)(?=\s+TENTANG\b|\s+TANGGAL\b|$)", re.IGNORECASE)
_DATE = re.compile(r"(\btanggal\b\s*[:.]?\s*)(\d.*)$", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(r"^([^\W\d][^,\d]{1,40},\s*)\d{1,2}\s+[^\W\d]+\s+20\d\d\s*$")
_OF_DECREE = re.compile(r"\s*(?:LAMPIRAN|KEPUTUSAN|PERATURAN|NOMOR|TANGGAL)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\W*(?:ttd|t\.t\.d|tanda tangan|ditandatangani secara elektronik)\W*", re.IGNORECASE)
_BESIDE = 40
"""Characters of a cell beside a title's that still belong to its line (`TAHUN` | `2025`)."""
_MOST_TITLE = 6
"""Lines of a title; where more stand above a matrix, most of them are instructions or a letter."""
_PLAN = re.compile(r"\b(?:rencana\s+(?:aksi|kerja)|renaksi|matriks?)\b", re.IGNORECASE)
_NEW = "Keputusan lama; yang baru diisi setelah keputusannya ditandatangani."


class Around(NamedTuple):
    """What stands around a matrix. kantor: the office that it names; "": it names none. signers: of the old decree."""

    title: tuple[str, ...]
    lampiran: tuple[str, ...]
    enactment: tuple[str, ...]
    kantor: str
    signers: tuple[PenandaTangan, ...]


def moved_around(laid: Laid, moving: Moving, changes: list[Change]) -> Around:
    """Title, Lampiran's head and closing as a draft of the later year has them. changes: gets what was made of them."""
    plan, grid = laid
    above = list(_lines(grid.title_rows))
    last = max(indikator.row for indikator in plan.indikator())
    said = read_said(above, list(grid.lines_below(last)))
    lampiran = list(said.lampiran)
    beside = [line for line in above if line and " ".join(line.split()) not in set(lampiran)]
    title = list(said.title) if said.title and lampiran else _without_komponen(beside, plan)
    title, rest = _nearest_to_plan(title)
    if rest:
        changes.append(Change(Made.DROPPED, TITLE, "\n".join(rest), "", "Di luar judul."))
    title = [_blanked(line, TITLE, changes) if _OF_DECREE.match(line) else line for line in title]
    return Around(
        tuple(_moved_lines(title, TITLE, moving, changes)),
        tuple(_moved_lines([_blanked(line, LAMPIRAN, changes) for line in lampiran], LAMPIRAN, moving, changes)),
        tuple(_unsigned(said.enactment, changes)),
        said.kantor or office_in(plan.title) or "",
        said.signers,
    )


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


def _moved_lines(lines: Sequence[str], where: str, moving: Moving, changes: list[Change]) -> Iterator[str]:
    for line, moved in zip(lines, move_title(lines, year=moving.year, by=moving.by), strict=True):
        if moved.moved:
            changes.append(Change(Made.MOVED, where, line, moved.text, "Tahun rencana."))
        if moved.stays:
            years = "; ".join(f"{text}: {what}" for text, what in moved.stays)
            changes.append(Change(Made.LEFT, where, line, moved.text, f"{years}."))
        yield moved.text


def _blanked(line: str, where: str, changes: list[Change]) -> str:
    """A line without the number and the day of the old decree."""
    new = _PLACE_AND_DATE.sub(r"\1...", _DATE.sub(r"\1...", _NUMBER.sub(r"\1...", line)))
    if new != line:
        changes.append(Change(Made.BLANKED, where, line, new, _NEW))
    return new


def _unsigned(enactment: Sequence[str], changes: list[Change]) -> Iterator[str]:
    """The closing as it stands before anybody has signed."""
    for line in enactment:
        if _SIGNED.fullmatch(line):
            changes.append(Change(Made.BLANKED, CLOSING, line, "", "Rancangan ini belum ditandatangani."))
            yield ""
        else:
            yield _blanked(line, CLOSING, changes)
