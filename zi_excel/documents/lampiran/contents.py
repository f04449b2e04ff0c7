"""What a Lampiran shows: the decree's head, the title, the matrix, the place for the signature. Pure.

What a workbook and its record say stands there in their words; for what they don't, there are dots to write on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.documents.around import Surroundings
from zi_excel.enacted.matrix import Enacted, EnactedKomponen
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import Field
from zi_excel.wording import long_date

DOTS = "." * 30
NOMOR, TANGGAL, TEMPAT, TENTANG, PEJABAT, NAMA = (
    "nomor keputusan",
    "tanggal penetapan",
    "tempat penetapan",
    "tentang apa keputusannya",
    "jabatan yang menetapkan",
    "nama yang menandatangani",
)
_ROOM = ("", "", "")
"""Lines for the signature."""
_NUMBER = re.compile(r"(\bNOMOR\b\s*(?::|\.(?!\.))?\s*)(.*?)(?=\s+TENTANG\b|\s+TANGGAL\b|$)", re.IGNORECASE)
_DAY = re.compile(r"(\btanggal\b\s*(?::|\.(?!\.))?\s*)([\d._…-].*|)$", re.IGNORECASE)
_ABOUT = re.compile(r"\s*tentang\b\s*:?\s*", re.IGNORECASE)
_OTHER = re.compile(r"\s*(?:NOMOR|TANGGAL)\b", re.IGNORECASE)
_OPEN = re.compile(r"[\s._…-]*")
_SIGNED = re.compile(r"\W*(?:ttd|t\.t\.d|tanda tangan|ditandatangani secara elektronik)?\W*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Decree(NamedTuple):
    """What is known of a decree: "" or None where it isn't.

    lampiran, enactment: the lines around the matrix in the workbook. kantor: whose it is. signer: who enacts it.
    recorded: whether number and day come from a record, which counts more than the workbook's own lines.
    """

    nomor: str
    tanggal: date | None
    tempat: str
    tentang: str
    kantor: str
    signer: PenandaTangan | None
    lampiran: tuple[str, ...]
    enactment: tuple[str, ...]
    recorded: bool

    @property
    def official(self) -> str:
        """Who enacts it, as `KETUA KOMISI PEMILIHAN UMUM KOTA SURAKARTA`; dots for what is not known of that."""
        jabatan = self.signer.jabatan if self.signer else ""
        whole = not self.kantor or self.kantor.casefold() in jabatan.casefold() or len(jabatan.split()) > 2
        return jabatan if jabatan and whole else " ".join(filter(None, (jabatan or DOTS, self.kantor)))


class Lampiran(NamedTuple):
    """What a Lampiran shows.

    head: the lines at its top right. title: those above the matrix. columns: which of the decree's seven it has, and
    their headers. komponen: the matrix, its slanted words marked. closing: the lines below it, with room for the
    signature. blank: what is left to be written by hand.
    """

    head: tuple[str, ...]
    title: tuple[str, ...]
    columns: tuple[tuple[Field, str], ...]
    komponen: tuple[EnactedKomponen, ...]
    closing: tuple[str, ...]
    kantor: str
    tahun: int
    blank: tuple[str, ...]


def decree_of(
    around: Surroundings, record: Enacted | None, kantor: str | None, signers: Sequence[PenandaTangan]
) -> Decree:
    """What record, settings and the workbook itself say of the decree, in this order.

    Args:
        around: what stands around the matrix.
        record: of the office's own decree; None: there is none.
        kantor: the office by its settings; None: they don't say it.
        signers: likewise.
    """
    said = around.said
    signer = next(iter((*signers, *said.signers)), None)
    recorded = record._asdict() if record is not None else {}
    return Decree(
        nomor=recorded.get("nomor") or said.nomor,
        tanggal=recorded.get("tanggal") or said.tanggal,
        tempat=recorded.get("tempat") or said.tempat or (signer.tempat if signer else None) or "",
        tentang=recorded.get("tentang") or said.tentang,
        kantor=recorded.get("kantor") or kantor or around.kantor,
        signer=signer,
        lampiran=said.lampiran,
        enactment=said.enactment,
        recorded=record is not None,
    )


def lampiran_of(
    komponen: tuple[EnactedKomponen, ...],
    columns: tuple[tuple[Field, str], ...],
    title: Sequence[str],
    tahun: int,
    decree: Decree,
) -> Lampiran:
    """Puts together what a Lampiran shows.

    Args:
        komponen: columns 1-7.
        columns: which of them the office has, and their headers.
        title: the lines above the matrix; none: one is made of the office and the year.
        tahun: the plan's year.
        decree: what is known of it.
    """
    blank: dict[str, None] = {}
    head = _own_head(decree, blank) if decree.lampiran else _head(decree, blank)
    closing = _own_closing(decree, blank) if decree.enactment else _closing(decree, blank)
    return Lampiran(
        tuple(head),
        tuple(_titled(title, decree.kantor, tahun)),
        columns,
        komponen,
        tuple(closing),
        decree.kantor,
        tahun,
        tuple(blank),
    )


def _titled(title: Sequence[str], kantor: str, tahun: int) -> list[str]:
    """The title; where it names no year the plan's is added, as without it nobody knows whose targets these are."""
    lines = [line for line in title if line] or ["RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS", *filter(None, [kantor])]
    return lines if any(_YEAR.search(line) for line in lines) else [*lines, f"TAHUN {tahun}"]


def _head(decree: Decree, blank: dict[str, None]) -> list[str]:
    official = decree.official
    if DOTS in official:
        blank[PEJABAT] = None
    return [
        "LAMPIRAN",
        f"KEPUTUSAN {official.upper()}",
        f"NOMOR {_or_dots(decree.nomor.upper(), NOMOR, blank)}",
        "TENTANG",
        _or_dots(decree.tentang.upper(), TENTANG, blank),
    ]


def _own_head(decree: Decree, blank: dict[str, None]) -> list[str]:
    """The workbook's own lines; the record's number counts more than theirs, which may be that of another year."""
    lines: list[str] = []
    numbered = False
    for line in decree.lampiran:
        if not numbered and (match := _NUMBER.search(line)):
            numbered = True
            line = _filled(line, match, decree.nomor.upper() if decree.recorded else "", NOMOR, blank)  # noqa: PLW2901
        lines.append(_day_filled(line, decree, blank))
    lines = _subject_apart(lines)
    if _ABOUT.fullmatch(lines[-1]):
        lines.append(_or_dots(decree.tentang.upper(), TENTANG, blank))
    return lines if numbered else [*lines, f"NOMOR {_or_dots(decree.nomor.upper(), NOMOR, blank)}"]


def _subject_apart(lines: Sequence[str]) -> list[str]:
    """The lines with `TENTANG` and the subject below it each on one of its own: a sheet parts them by its width."""
    at = next((at for at, line in enumerate(lines) if _ABOUT.match(line)), None)
    if at is None:
        return list(lines)
    end = next((end for end in range(at + 1, len(lines)) if _OTHER.match(lines[end])), len(lines))
    subject = " ".join(lines[at:end])
    about = subject[: _ABOUT.match(subject).end()]  # type: ignore[union-attr]
    return [*lines[:at], about.strip(), *filter(None, [subject[len(about) :]]), *lines[end:]]


def _closing(decree: Decree, blank: dict[str, None]) -> list[str]:
    official, signer = decree.official, decree.signer
    if DOTS in official:
        blank[PEJABAT] = None
    day = long_date(decree.tanggal) if decree.tanggal else ""
    return [
        f"Ditetapkan di {_or_dots(decree.tempat, TEMPAT, blank)}",
        f"pada tanggal {_or_dots(day, TANGGAL, blank)}",
        "",
        f"{official},",
        *_ROOM,
        _or_dots(signer.nama if signer else "", NAMA, blank),
        *([f"NIP {signer.nip}"] if signer and signer.nip else []),
    ]


def _own_closing(decree: Decree, blank: dict[str, None]) -> list[str]:
    """The workbook's own lines with room for the signature in the place of `ttd.`, which only a copy has."""
    lines: list[str] = []
    ended = False
    for line in decree.enactment:
        if ended and _SIGNED.fullmatch(line):
            continue
        if ended and lines[-1].endswith(","):
            lines += _ROOM
        lines.append(_day_filled(line, decree, blank))
        ended = ended or line.endswith(",")
    return lines


def _day_filled(line: str, decree: Decree, blank: dict[str, None]) -> str:
    match = _DAY.search(line)
    day = long_date(decree.tanggal) if decree.recorded and decree.tanggal else ""
    return line if match is None else _filled(line, match, day, TANGGAL, blank)


def _filled(line: str, match: re.Match[str], known: str, what: str, blank: dict[str, None]) -> str:
    """A line with what is known in the match's second group; with dots where neither that nor the line says it."""
    own = match[2]
    if known and known.casefold() != own.casefold():
        value = known
    else:
        value = _or_dots("" if _OPEN.fullmatch(own) else own, what, blank)
    gap = "" if match[1][-1:].isspace() else " "
    return f"{line[: match.end(1)]}{gap}{value}{line[match.end(2) :]}"


def _or_dots(text: str, what: str, blank: dict[str, None]) -> str:
    if not text:
        blank[what] = None
    return text or DOTS
