"""What stands around the matrix for a later year: title, Lampiran's head, closing. The old decree's number does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.documents.around import read_surroundings
from zi_excel.plan.moved_years import move_title
from zi_excel.plan.people import PenandaTangan
from zi_excel.reader import Laid
from zi_excel.sheets.matriks.contents import Change, Made
from zi_excel.sheets.matriks.rows import CLOSING, LAMPIRAN, TITLE
from zi_excel.verbs.lanjut.moving import Moving

_NUMBER = re.compile(r"(\bNOMOR\b\s*[:.]?\s*)(\S.*?)(?=\s+TENTANG\b|\s+TANGGAL\b|$)", re.IGNORECASE)
_DATE = re.compile(r"(\btanggal\b\s*[:.]?\s*)(\d.*)$", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(r"^([^\W\d][^,\d]{1,40},\s*)\d{1,2}\s+[^\W\d]+\s+20\d\d\s*$")
_OF_DECREE = re.compile(r"\s*(?:LAMPIRAN|KEPUTUSAN|PERATURAN|NOMOR|TANGGAL)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\W*(?:ttd|t\.t\.d|tanda tangan|ditandatangani secara elektronik)\W*", re.IGNORECASE)
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
    surroundings = read_surroundings(laid)
    said, title, lampiran = surroundings.said, surroundings.title, surroundings.said.lampiran
    if surroundings.beside_title:
        rest = "\n".join(surroundings.beside_title)
        changes.append(Change(Made.DROPPED, TITLE, rest, "", "Di luar judul."))
    title = tuple(_blanked(line, TITLE, changes) if _OF_DECREE.match(line) else line for line in title)
    return Around(
        tuple(_moved_lines(title, TITLE, moving, changes)),
        tuple(_moved_lines([_blanked(line, LAMPIRAN, changes) for line in lampiran], LAMPIRAN, moving, changes)),
        tuple(_unsigned(said.enactment, changes)),
        surroundings.kantor,
        said.signers,
    )


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
