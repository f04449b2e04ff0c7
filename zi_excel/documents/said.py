"""What a decree says of itself: number, day, place, office, subject, title, who signed. Pure: lines in, a record out.

Nothing is guessed: what is not written, or is written in two ways, is None or "" and named in `missing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.plan.people import PenandaTangan
from zi_excel.wording import MONTHS

_MONTH = {month.casefold(): number for number, month in enumerate(MONTHS, start=1)} | {"nopember": 11, "pebruari": 2}
_DAY = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTH)})\s+((?:19|20)\d\d)", re.IGNORECASE)
_NUMBER = re.compile(r"\W{0,3}NOMOR\s*[:.]?\s*(\S.*)$")
_ENACTED_AT = re.compile(
    r"(?:ditetapkan|dikeluarkan|disahkan)\s+di\s*[:.]?\s*(.+?)(?:\s+pada\s+tanggal\b.*)?[,.]?$", re.IGNORECASE
)
_ON = re.compile(r"(?:pada\s+)?tanggal\s*[:.]?\s*(.+)", re.IGNORECASE)
_ABOUT = re.compile(r"\W{0,3}tentang\W{0,3}(.*)$", re.IGNORECASE)
_DECREE = re.compile(r"\W{0,3}(?:SALINAN\s+)?(?:KEPUTUSAN|PERATURAN|SURAT KEPUTUSAN)\b\s*(.*)$")
_ATTACHED = re.compile(r"\W{0,3}LAMPIRAN\b(?!\s+(?:ini|yang|keputusan ini))")
_TITLE = re.compile(r"(?:MATRIKS?|RENCANA (?:AKSI|KERJA)|RENAKSI|PROGRAM KERJA|TARGET PRIORITAS)\b", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"(?:KETUA|KEPALA|WAKIL KETUA|REKTOR|DEKAN|DIREKTUR(?: UTAMA)?|SEKRETARIS(?: JENDERAL)?"
    r"|KUASA PENGGUNA ANGGARAN)\s+(?=\S)"
)
_SIGNED = re.compile(r"\W*(?:ttd\.?|t\.t\.d\.?|\(?tanda tangan\)?|ditandatangani secara elektronik)\W*", re.IGNORECASE)
_NIP = re.compile(r"\W*NIP\b\W*([\d ]{8,25})", re.IGNORECASE)
_ENDS = re.compile(r"\W*(?:menimbang|mengingat|memperhatikan|dengan rahmat|menetapkan|memutuskan)\b", re.IGNORECASE)
_CERTIFIED = re.compile(r"salinan sesuai", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"^[\s._…\-/X]*(?:TAHUN\b.*)?$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")
_MOST_LINES = 20_000
_LONGEST = 400
_CLOSING_LINES = 40


class Said(NamedTuple):
    """What a decree says of itself; "" or None: it does not.

    nomor: without the word before it. tentang: its subject. lampiran, title: the lines above the matrix.
    enactment, certification: those below it. signers: who signed the decree.
    """

    nomor: str = ""
    tanggal: date | None = None
    tempat: str = ""
    kantor: str = ""
    tentang: str = ""
    lampiran: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    enactment: tuple[str, ...] = ()
    certification: tuple[str, ...] = ()
    signers: tuple[PenandaTangan, ...] = ()
    conflicts: tuple[str, ...] = ()


def read_said(above: Sequence[str], below: Sequence[str]) -> Said:
    """What the lines around a matrix say. above, below: the lines before and after it, "" where one is blank."""
    above, below = _clean(above), _clean(below)
    cut = _attachment(above)
    decree, attached = above[:cut], above[cut:]
    lampiran, title = _parted(attached if cut < len(above) else _last_group(above))
    if not title:
        title = _last_group(decree)  # beside the Lampiran's head, as in a sheet
    everything = "\n".join((*above, *below))
    days = [day for lines in (decree, below) for day in _enacted_on(lines)]
    days = days or [day for line in lampiran if (on := _ON.match(line)) and (day := _day(on[1]))]
    numbers = _numbers(decree) or _numbers(lampiran)
    conflicts = []
    if len(set(days)) > 1:
        conflicts.append("tanggal: " + ", ".join(f"{day:%d-%m-%Y}" for day in dict.fromkeys(days)))
    attached_numbers = _numbers(lampiran)
    if numbers and attached_numbers and numbers[0] != attached_numbers[0]:
        conflicts.append(f"nomor: {numbers[0]} (keputusan), {attached_numbers[0]} (lampiran)")
    places = [match[1].strip(" .,") for line in (*decree, *below) if (match := _ENACTED_AT.match(line))]
    closing = _closing(below) or _closing(decree)
    enactment, certification = _certified(closing)
    tempat = _as_written(places[0], everything) if places else ""
    return Said(
        nomor="" if conflicts and conflicts[-1].startswith("nomor") else _number(numbers[0] if numbers else ""),
        tanggal=days[0] if len(set(days)) == 1 else None,
        tempat=tempat,
        kantor=_office(decree, lampiran, enactment, everything),
        tentang=_as_written(_subject(decree) or _subject(lampiran), everything),
        lampiran=tuple(line for line in lampiran if line),
        title=tuple(line for line in title if line),
        enactment=enactment,
        certification=certification,
        signers=tuple(_signers(enactment, tempat)),
        conflicts=tuple(conflicts),
    )


def _clean(lines: Sequence[str]) -> list[str]:
    bare = (re.sub(r"^[#>\s]*|\*\*|[*_]{1,3}$", "", line.replace("\u00a0", " ")) for line in lines[:_MOST_LINES])
    return [" ".join(line.split())[:_LONGEST] for line in bare]


def _attachment(lines: Sequence[str]) -> int:
    """Where the attachment begins; len(lines) where it has no beginning."""
    starts = [at for at, line in enumerate(lines) if _ATTACHED.match(line)]
    return starts[-1] if starts else len(lines)


def _last_group(lines: Sequence[str]) -> list[str]:
    """The last lines that no blank one parts, where they may be a title."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    start = end
    while start and lines[start - 1] and end - start < 8:
        start -= 1
    group = list(lines[start:end])
    at = next((at for at, line in enumerate(group) if _TITLE.match(line)), None)
    return [] if at is None else group[at:]


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The Lampiran's lines, and the title's: the last group of them, or what begins like a title behind its subject."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    lines = list(lines[:end])
    blank = max((at for at, line in enumerate(lines) if not line), default=None)
    if blank is not None and _is_title(lines[blank + 1 :], next((line for line in lines[blank::-1] if line), "")):
        start = blank + 1
    else:
        titles = [at for at, line in enumerate(lines) if _TITLE.match(line)]
        start = titles[-1] if titles else len(lines)
        if start and lines and _ABOUT.fullmatch(lines[start - 1]) and len(titles) == 1:
            start = len(lines)  # it is the subject
    head = lines[:start]
    return (head, lines[start:]) if head and _ATTACHED.match(head[0]) else ([], lines[start:])


def _is_title(group: Sequence[str], above: str) -> bool:
    """Whether the last lines above a matrix are its title. above: the line before them."""
    if any(_TITLE.match(line) for line in group):
        return True
    of_decree = any(pattern.match(line) for line in group for pattern in (_ATTACHED, _DECREE, _NUMBER, _ABOUT))
    return any(_TITLE.search(line) for line in group) and not of_decree and not _ABOUT.fullmatch(above)


def _numbers(lines: Sequence[str]) -> list[str]:
    """The decree's own number: the first line that begins with NOMOR in capitals."""
    for line in lines:
        if _ENDS.match(line):
            break
        match = _NUMBER.match(line)
        if match and not _PLACEHOLDER.match(match[1]):
            return [match[1].strip(" .:")]
    return []


def _number(text: str) -> str:
    return re.sub(r"\bTAHUN\b", "Tahun", re.sub(r"\s*TENTANG\b.*", "", text))


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), _MONTH[match[2].casefold()], int(match[1]))
    except ValueError:
        return None


def _enacted_on(lines: Sequence[str]) -> Iterator[date]:
    """The days that follow `Ditetapkan di ...`."""
    for at, line in enumerate(lines):
        if _ENACTED_AT.match(line):
            near = " ".join(lines[at : at + 3])
            on = re.search(r"tanggal\s*[:.]?\s*(.{0,40})", near, re.IGNORECASE)
            day = _day(on[1]) if on else None
            if day is not None:
                yield day


def _subject(lines: Sequence[str]) -> str:
    for at, line in enumerate(lines):
        match = _ABOUT.match(line)
        if match is None or (line[:1].islower() and not match[1]):
            continue
        parts = [match[1]] if match[1] else []
        for below in lines[at + 1 : at + 9]:
            if not below and parts:
                break
            if _ENDS.match(below) or below.endswith(",") or _DECREE.match(below):
                break
            if below:
                parts.append(below)
        return " ".join(parts).strip(" .,")
    return ""


def _office(decree: Sequence[str], lampiran: Sequence[str], enactment: Sequence[str], everything: str) -> str:
    """The office by what most places call it: the decree's head, its opening, the Lampiran, the signature."""
    named: list[str] = []
    for lines in (decree, lampiran):
        for at, line in enumerate(lines):
            match = _DECREE.match(line)
            if match and line.isupper():
                rest = [match[1]]
                for below in lines[at + 1 : at + 5]:
                    if not below or not below.isupper() or _NUMBER.match(below) or _ABOUT.match(below):
                        break
                    rest.append(below)
                named.append(" ".join(rest))
                break
    named += [line.rstrip(",") for line in decree if line.endswith(",") and line.isupper()][:1]
    until = next((at for at, line in enumerate(enactment) if line.endswith(",")), None)
    if until is not None:
        begins = max((at for at, line in enumerate(enactment[:until]) if not line or _DAY.search(line)), default=-1)
        named.append(" ".join(enactment[begins + 1 : until + 1]).rstrip(","))
    offices = [_OFFICIAL.sub("", " ".join(name.split()), count=1).strip(" ,.:") for name in named]
    counted = Counter(office.upper() for office in offices if len(office) > 3)
    if not counted:
        return ""
    best, votes = counted.most_common(1)[0]
    if votes == 1 and len(counted) > 1:
        return ""
    return _as_written(best, everything)


def _as_written(text: str, everything: str) -> str:
    """A text in capitals as the document itself writes it elsewhere in small letters; as it stands where it doesn't."""
    if not text or not text.isupper():
        return text
    pattern = r"\s+".join(map(re.escape, text.split()))
    same = [" ".join(match[0].split()) for match in re.finditer(pattern, everything, re.IGNORECASE)]
    mixed = Counter(spelt for spelt in same if not spelt.isupper() and not spelt.islower())
    return mixed.most_common(1)[0][0] if mixed else text


def _closing(lines: Sequence[str]) -> list[str]:
    """The lines from `Ditetapkan di ...` on, blank ones at their ends left out."""
    start = next((at for at, line in enumerate(lines) if _ENACTED_AT.match(line)), None)
    if start is None:
        return []
    closing = list(lines[start : start + _CLOSING_LINES])
    while closing and not closing[-1]:
        closing.pop()
    return closing


def _certified(closing: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    at = next((at for at, line in enumerate(closing) if _CERTIFIED.match(line)), len(closing))
    enactment = list(closing[:at])
    while enactment and not enactment[-1]:
        enactment.pop()
    return tuple(enactment), tuple(closing[at:])


def _signers(enactment: Sequence[str], tempat: str) -> Iterator[PenandaTangan]:
    """Who signed: the office above the signature, the name below it."""
    lines = [line for line in enactment if not _ENACTED_AT.match(line) and not (_ON.match(line) and _DAY.search(line))]
    office: list[str] = []
    rest: list[str] = []
    ended = False
    for line in lines:
        if not line or _SIGNED.fullmatch(line):
            ended = ended or bool(office)
        elif not ended:
            office.append(line)
            ended = line.endswith(",")
        else:
            rest.append(line)
    nip = next((match[1].strip() for line in rest if (match := _NIP.match(line))), None)
    name = next((line for line in rest if not _NIP.match(line)), "")
    jabatan = " ".join(office).rstrip(",")
    if _LETTERS.search(name) and _LETTERS.search(jabatan) and len(name) < 80:  # dots are to be written on
        yield PenandaTangan(name, jabatan, nip, tempat or None)
