"""Bukti fisik: the text of column 5 as butir bukti, the single pieces of evidence (contract, section 1).

Semicolons, line breaks and bullets always part. Commas and "dan" part only a list of names, which is a judgement:

- A name begins with a kind of evidence (SK, Laporan, Daftar, Foto ...) or with an abbreviation (JDIH, E-PPID), or it is
  one of short proper names side by side ("Silon, Simpaw").
- What begins with a verb ("Menyusun SOP, ...") or goes on with "seperti", "yaitu" is one sentence, thus one butir.
- "A dan B" is two only where both stand for themselves: "Laporan Dumas dan rekap Dumas", but not "SK dan SOP Layanan",
  whose halves share their end, nor "Laporan monitoring dan evaluasi". "dan/atau" is no list.

What is unclear stays whole: a butir too many would ask for evidence that nobody owes. `is_unclear` tells where.
Times in a butir ("Laporan Januari, Februari, dan Maret 2025", "Kamis, 3 Maret 2025") are no list of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zi_excel.plan.patterns import pattern
from zi_excel.wording import MONTHS

# --- the words by which evidence is known, and those that say that something is none

_EVIDENCE_WORDS = (
    "absen absensi agenda akun aplikasi arsip banner barcode berita brosur brs buku bukti ceklis checklist ckp data "
    "daftar disposisi dokumen dokumentasi edaran email e-monev e-ppid flyer form formulir foto galeri hasil iku "
    "infografis instrumen jadwal jdih kajian kak kartu keputusan kept kerangka kuesioner kuisioner kuitansi kumpulan "
    "kwitansi lakip laporan leaflet lembar lhp link lkj lkjip logbook maklumat manual matriks matrik media memo modul "
    "nomor nota notula notulen notulensi pakta panduan pedoman pengumuman penetapan perjanjian peta petunjuk piagam pk "
    "podcast pohon poster postingan ppid presensi presentasi profil proposal publikasi register rekap rekapan "
    "rekapitulasi rencana renstra reviu risalah rka rkkl rkt roadmap sakip screenshot sertifikat sk skp slide sop "
    "spanduk spd spj spt standar struktur surat surel survei survey tabel tangkapan tautan timeline undangan usulan "
    "video website whatsapp"
)
_EVIDENCE = frozenset(_EVIDENCE_WORDS.split())
"""Kinds of evidence, as their first word says it."""

_VERBS = frozenset({"ada", "telah", "sudah"})
_ACTIVE = (
    *("mel", "mem", "mer", "mew", "menc", "mend", "meng", "menj", "meny", "ment"),
    *("menerb", "menera", "meneri", "meneta", "menind", "menil"),
)
_PREFIXED = {"di": 7, "ber": 7, "ter": 8}
"""What verbs begin with, and the letters that such a word has at least."""
_NOT_VERBS = frozenset({"direktori", "diseminasi", "mekanisme", "mengenai", "berkas", "berita", "terminal"})
_SENTENCE = pattern(r"\b(?:seperti|yaitu|yakni|meliputi|antara lain|terdiri|berupa|sehingga|karena)\b", re.IGNORECASE)
_ABOUT = pattern(
    r"\b(?:tentang|terkait|mengenai|untuk|atas|penyusunan|pembuatan|monitoring|evaluasi|reviu|pengelolaan|penetapan|"
    r"melalui|antara|bagi|terhadap)\b",
    re.IGNORECASE,
)
"""After these, "dan" joins what the evidence is about."""

_MONTH = rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*"
_TIME = pattern(
    rf"(?:(?:dan|serta|tanggal|tahun|bulan)\s+)*(?:(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{4}})?"
    r"|(?:(?:tw|triwulan|semester|smt)\.?\s*)?(?:[ivx]+|\d{1,4})(?:\s+(?:tahun\s+)?\d{4})?|b\d\d)"
    r"(?:\s*(?:dan|-|–|s\.?d\.?)\s*\d{4})?\.?",
    re.IGNORECASE,
)
"""A time as it stands between commas: "Februari", "dan Maret 2025", "3 Maret 2025", "Triwulan II", "III", "B06"."""

# --- what comes between

_ET_CETERA = frozenset(
    {"dll", "dsb", "dst", "dan lain-lain", "dan lain lain", "dan sebagainya", "dan seterusnya", "lain-lain"}
)
_CONTINUES = pattern(
    r"(?:tentang|untuk|yang|dari|dengan|pada|di|ke|oleh|atas|bagi|terhadap|dalam|atau)\b", re.IGNORECASE
)
_UNFINISHED = pattern(
    r"(?:\b(?:tentang|untuk|yang|dari|dengan|pada|di|ke|oleh|atas|bagi|terhadap|dalam|dan|atau|serta)|[-/&])$",
    re.IGNORECASE,
)
_INLINE_BULLETS = dict.fromkeys(map(ord, "•▪◦‣●○■□➢➤►❖✓✔"), "•")
_BULLETS = frozenset("-–—*•▪◦‣·●○■□➢➤►❖✓✔")
_LABEL = pattern(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-z])[.)]\s+(?=\S)")
_AND = pattern(r"\s(?:dan|serta)\s(?!/)", re.IGNORECASE)
_WORD = pattern(r"\w")
_FIRST_WORD = pattern(r"[\w=-]+")
_SENTENCE_END = pattern(r"\w{4}\.$")
_MARKS = {mark: pattern(rf"(?<!\S)\S*://\S*[^\s;,]|[()]|(?<!\d){mark}|{mark}(?!\d)") for mark in ",;"}
_JOINING = ("dan", "serta")


def butir_bukti(text: str) -> tuple[str, ...]:
    """The single pieces of evidence that a bukti fisik names, in its order; () where it names none."""
    butir: list[str] = []
    for line in _lines(text):
        for part in _split(line, ";"):
            butir.extend(_names(part))
    return tuple(piece for piece in map(_clean, butir) if _WORD.search(piece) and not _is_et_cetera(piece))


def is_unclear(butir: str) -> bool:
    """Whether a butir bukti stayed whole, though a comma or "dan" in it may stand between two."""
    if not _may_part(butir) or _is_verb(butir) or _SENTENCE.search(butir):
        return False
    pieces = [piece.strip() for piece in _split(butir, ",")]
    if any(piece and not _is_et_cetera(piece) and not _TIME.fullmatch(piece) for piece in pieces[1:]):
        return True
    about = _ABOUT.search(butir)
    before = len(butir) if about is None else about.start()
    return any(match.start() < before and _starts_evidence(butir, match.end()) for match in _AND.finditer(butir))


def _may_part(text: str) -> bool:
    """Whether there is a comma or a "dan" at all; most texts have neither."""
    return "," in text or _AND.search(text) is not None


def _is_et_cetera(piece: str) -> bool:
    return piece.casefold().strip(" .") in _ET_CETERA


def _clean(butir: str) -> str:
    butir = " ".join(butir.split()).strip(" ,;")
    # A full stop ends a sentence; the one of "dll." or "No." belongs to its word.
    return butir[:-1] if butir.endswith(".") and _SENTENCE_END.search(butir[-5:]) else butir


# --- lines and bullets


def _lines(text: str) -> Iterator[str]:
    """The lines: those that a person broke by hand are joined, one that only introduces a list is left out."""
    whole: list[list[str]] = []
    depth = 0
    for raw in text.splitlines():
        marked = raw.translate(_INLINE_BULLETS)
        for line in marked.split("•") if marked.count("•") > 1 else [raw]:
            bare = _without_bullet(line)
            if not bare:
                continue
            if whole and (depth > 0 or _goes_on(whole[-1][-1], bare)) and _may_go_on(whole[-1][-1], line, bare):
                whole[-1].append(bare)
            else:
                whole.append([bare])
                depth = 0
            depth += _depth(bare)
    for at, lines in enumerate(whole):
        line = " ".join(lines)
        if line.endswith(":") and at + 1 < len(whole):  # it introduces what follows: only what comes before it counts
            line = ";".join(_split(line, ";")[:-1])
        yield from _numbered(line)


def _without_bullet(line: str) -> str:
    bare = line.lstrip()
    if bare[:1] in _BULLETS or (bare.startswith("o") and bare[1:2].isspace()):
        bare = bare[1:]
    return bare.strip()


def _may_go_on(line: str, following: str, bare: str) -> bool:
    """Whether the line is not closed, and the next one does not begin as an item of its own."""
    return not line.endswith((";", ":")) and bare == following.strip() and not _LABEL.match(bare)


def _goes_on(line: str, following: str) -> bool:
    """Whether a line breaks only because the cell is narrow."""
    return bool(_UNFINISHED.search(line[-20:]) or _CONTINUES.match(following))


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


def _numbered(line: str) -> Iterator[str]:
    """`1. SK Tim 2. SOP`: numbers part where they count on; the label at the start of a line is dropped."""
    if _LABEL.match(line) is None:
        yield line
        return
    first, *others = _LABEL.finditer(line)
    kept = [first]
    depth, at = 0, first.end()
    for match in others:
        depth += _depth(line[at : match.start()])
        at = match.start()
        if match[1] == _next_label(kept[-1][1]) and depth == 0:
            kept.append(match)
            depth, at = 0, match.end()
    ends = [match.start() for match in kept[1:]] + [len(line)]
    for match, end in zip(kept, ends, strict=True):
        yield line[match.end() : end]


def _next_label(label: str) -> str:
    return str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)


# --- separators


def _split(text: str, mark: str) -> list[str]:
    """The parts between the marks, except marks in brackets, in an address or in a number ("Rp1.000,00")."""
    if mark not in text:
        return [text]
    balanced = _depth(text) == 0
    parts, depth, start = [], 0, 0
    for match in _MARKS[mark].finditer(text):
        sign = match.group()
        if sign == "(":
            depth += balanced
        elif sign == ")":
            depth -= balanced
        elif sign == mark and depth <= 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _names(part: str) -> list[str]:
    """The names that a part lists; the part itself where it is no list of names."""
    part = _without_and(part.strip())
    if not _may_part(part) or _is_verb(part) or _SENTENCE.search(part):
        return [part]
    pieces = _split(part, ",")
    if len(pieces) > 1:
        pieces = _with_times([piece for piece in pieces if piece.strip() and not _is_et_cetera(piece)]) or [part]
        *first, last = pieces
        joined = [*first, *_last_of_list(last, first)]
        named = [_without_and(piece) for piece in joined]
        return named if _all_names(named) else [part]
    return _pair(part)


def _without_and(piece: str) -> str:
    """A piece without the "dan" that it begins with."""
    words = piece.split(maxsplit=1)
    return words[1] if len(words) > 1 and words[0].casefold() in _JOINING and piece.startswith(words[0]) else piece


def _with_times(pieces: Sequence[str]) -> list[str]:
    """`Laporan Triwulan I`, `II`: a time belongs to what it is the time of."""
    whole: list[list[str]] = []
    for piece in pieces:
        if whole and _TIME.fullmatch(piece.strip()):
            whole[-1].append(piece)
        else:
            whole.append([piece])
    return [",".join(with_times).strip() for with_times in whole]


def _last_of_list(last: str, first: Sequence[str]) -> list[str]:
    """`RKT dan RKA` after `Renstra,`: two; `Poster Antigratifikasi dan ZI`: one."""
    halves = _AND.split(last)
    if len(halves) != 2 or not first:
        return _pair(last)
    short = all(len(piece.split()) <= 2 for piece in (*first, *halves)) and not _shares_end(*halves)
    return halves if short or all(map(_starts_evidence, halves)) else _pair(last)


def _pair(text: str) -> list[str]:
    """`A dan B` as two where both stand for themselves."""
    parts, start, depth, at = [], 0, 0, 0
    about = next((match.start() for match in _ABOUT.finditer(text)), len(text))
    matches = list(_AND.finditer(text))
    ends = [*(after.start() for after in matches[1:]), len(text)]
    for match, following in zip(matches, ends, strict=False):
        if about < match.start():  # all that follows is what the evidence is about
            break
        depth += _depth(text[at : match.start()])
        at = match.end()
        one = text[start : match.start()]
        if depth == 0 and _starts_evidence(text, at) and not _shares_end(one, text[at:following]):
            parts.append(one)
            start = at
    return [*parts, text[start:]]


def _shares_end(one: str, other: str) -> bool:
    """`SK dan SOP Pelayanan`, `Notulen penyusunan SK dan SOP`: the halves share a word that only one of them has."""
    before, after = one.rsplit(maxsplit=1), other.split(maxsplit=1)  # of long texts no more than is asked for
    if len(before) == 1 or len(after) == 0:
        return len(after) > 1
    return before[-1].casefold() in _EVIDENCE


def _all_names(pieces: Sequence[str]) -> bool:
    if not pieces or _is_verb(pieces[0]):
        return False
    if _ABOUT.search(pieces[0]):  # "Laporan atas SPIP, MR": abbreviations may be what it is about
        return all(map(_starts_evidence, pieces[1:]))
    proper = all(len(piece.split()) <= 2 and piece[:1].isupper() for piece in pieces)
    return proper or all(_is_name(piece) for piece in pieces[1:])


def _is_name(piece: str) -> bool:
    """Whether it begins with a kind of evidence or an abbreviation, or is an address."""
    return (
        _starts_evidence(piece)
        or piece.startswith(("http://", "https://", "www."))
        or sum(letter.isupper() for letter in _first_word(piece)) > 1
    )


def _starts_evidence(text: str, at: int = 0) -> bool:
    """Whether a kind of evidence stands at a place of a text."""
    return _first_word(text, at).casefold() in _EVIDENCE


def _is_verb(part: str) -> bool:
    word = _first_word(part).casefold()
    if word in _NOT_VERBS or word in _EVIDENCE:
        return False
    return word in _VERBS or (word.isascii() and word.isalpha() and _begins_as_verb(word))


def _begins_as_verb(word: str) -> bool:
    """`menyusun`, `dibuat`; a word of letters, in lower case."""
    if word.startswith(_ACTIVE):
        return word not in _ACTIVE
    return any(word.startswith(prefix) and len(word) >= least for prefix, least in _PREFIXED.items())


def _first_word(part: str, at: int = 0) -> str:
    word = _FIRST_WORD.match(part, at)
    return word.group() if word else ""
