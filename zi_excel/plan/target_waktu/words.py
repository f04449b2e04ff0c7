"""The words of a target waktu: what each means, in the spellings that offices use. All in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from zi_excel.plan.patterns import pattern
from zi_excel.wording import MONTHS


class Kind(StrEnum):
    """What a token is. Its value (an int) is given in brackets."""

    NUMBER = "number"
    MONTH = "month"  # (1..12)
    YEAR = "year"
    DATE = "date"  # parts: day, month, year
    MONTH_YEAR = "month_year"  # parts: month, year
    MEASURE = "measure"  # "B09" (9): measured at the end of that month, from 1 January
    INDEX = "index"  # "III", "ketiga" (3)
    UNIT = "unit"  # bulan, triwulan (months; 0: days, then parts: days)
    ONE_UNIT = "one_unit"  # "setahun": the same, once
    ADVERB = "adverb"  # "triwulanan": the same, recurring
    EVERY = "every"
    ONCE = "once"
    TIMES = "times"
    DAY = "day"  # "tanggal"
    WEEKDAY = "weekday"  # (0 Monday .. 6 Sunday)
    ALWAYS = "always"  # "berkelanjutan"
    SEPARATOR = "separator"
    SLASH = "slash"
    EITHER = "either"
    DASH = "dash"
    TO = "to"
    BETWEEN = "between"
    UNCLEAR = "unclear"  # dots where a link should be
    IF = "if"
    FIT = "fit"  # with a NEED ("sesuai kebutuhan"): whenever
    NEED = "need"
    EVENT = "event"  # after EVERY ("setiap ada perubahan"): whenever
    FILLER = "filler"  # adds nothing and gives no remark
    THROUGH = "through"  # "sepanjang"
    CURRENT = "current"  # "tahun berjalan"
    NEXT = "next"  # "bulan berikutnya"
    EDGE = "edge"  # "akhir" (1), "awal" (0)
    START = "start"  # "mulai"
    BEFORE = "before"
    DONE = "done"
    AIM = "aim"  # says that it is a target, whatever else stands there
    PERCENT = "percent"
    TYPO = "typo"  # (the month that was probably meant)
    GLUED = "glued"  # "MaretJuni": a list or a range, without what parts them
    WORD = "word"


_MONTHS = (
    "januari january jan",
    "februari february pebruari febuari pebuari feb febr peb pebr",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agt agst ags agus agust agu aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)

MONTH_WORDS: Mapping[str, int] = MappingProxyType(
    {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
)

_NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ORDINALS = (
    *("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"),
    *("ketujuh", "kedelapan", "kesembilan", "kesepuluh", "kesebelas"),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Months per unit; a day and a week have none, and are told apart by their days.
_UNITS = {
    "hari": (0, 1),
    "minggu": (0, 7),
    "pekan": (0, 7),
    "mgg": (0, 7),
    "bulan": (1, 0),
    "bln": (1, 0),
    "triwulan": (3, 0),
    "tribulan": (3, 0),
    "trwulan": (3, 0),
    "tw": (3, 0),
    "trw": (3, 0),
    "twl": (3, 0),
    "kuartal": (3, 0),
    "kwartal": (3, 0),
    "quartal": (3, 0),
    "quarter": (3, 0),
    "q": (3, 0),
    "caturwulan": (4, 0),
    "cawu": (4, 0),
    "semester": (6, 0),
    "smt": (6, 0),
    "smtr": (6, 0),
    "sem": (6, 0),
    "tahun": (12, 0),
    "thn": (12, 0),
    "th": (12, 0),
    "ta": (12, 0),
}
UNIT_NAMES: Mapping[int, str] = MappingProxyType(
    {1: "bulan", 3: "triwulan", 4: "caturwulan", 6: "semester", 12: "tahun"}
)
_ADVERBS = {
    "harian": (0, 1),
    "mingguan": (0, 7),
    "bulanan": (1, 0),
    "triwulanan": (3, 0),
    "tribulanan": (3, 0),
    "kuartalan": (3, 0),
    "caturwulanan": (4, 0),
    "semesteran": (6, 0),
    "tahunan": (12, 0),
}
_ONE_UNITS = {"sehari": (0, 1), "seminggu": (0, 7), "sepekan": (0, 7), "sebulan": (1, 0), "setahun": (12, 0)}

_PLAIN: Mapping[Kind, str] = {
    Kind.EVERY: "setiap tiap per saban",
    Kind.ONCE: "sekali",
    Kind.TIMES: "kali x",
    Kind.DAY: "tanggal tgl tg",
    Kind.ALWAYS: "berkelanjutan berkesinambungan kontinu kontinyu kontinue ongoing terusmenerus",
    Kind.SEPARATOR: "dan serta",
    Kind.EITHER: "atau",
    Kind.TO: "sampai hingga sd sampe smp until to",
    Kind.BETWEEN: "antara",
    Kind.IF: (
        "jika jikalau apabila bila bilamana kalau manakala sewaktu sewaktuwaktu insidentil insidental insidentiil "
        "insidentiel incidental incidentil situasional kondisional adhoc hoc"
    ),
    Kind.FIT: "sesuai menyesuaikan disesuaikan berdasarkan saat ketika",
    Kind.NEED: "kebutuhan keperluan permintaan diperlukan dibutuhkan perlu",
    Kind.EVENT: "ada adanya terdapat terjadi perubahan kegiatan",
    Kind.FILLER: "pada pd di dalam dlm anggaran waktu target jadwal secara berkala rutin yaitu yakni periodik",
    Kind.THROUGH: "selama sepanjang",
    Kind.CURRENT: "berjalan ini penuh",
    Kind.NEXT: "berikut berikutnya depan selanjutnya",
    Kind.START: "mulai sejak dari setelah sesudah pasca dimulai",
    Kind.BEFORE: "sebelum",
    Kind.DONE: "tercapai selesai terlaksana terealisasi tuntas rampung sudah telah",
    Kind.AIM: "ditargetkan harus akan direncanakan rencana maksimal diselesaikan lambat lambatnya selambat selambatnya",
}

_TABLE: dict[str, tuple[Kind, int, tuple[int, ...]]] = {}
for _kind, _words in _PLAIN.items():
    _TABLE.update({word: (_kind, 0, ()) for word in _words.split() if word not in _TABLE})
_TABLE.update({word: (Kind.MONTH, number, ()) for word, number in MONTH_WORDS.items()})
_TABLE.update({word: (Kind.NUMBER, number, ()) for number, word in enumerate(_NUMBERS, 1)})
_TABLE.update({word: (Kind.INDEX, number, ()) for number, word in enumerate(_ROMAN, 1) if word != "x"})
_TABLE.update({word: (Kind.INDEX, number, ()) for number, word in enumerate(_ORDINALS, 1)})
_TABLE["kesatu"] = (Kind.INDEX, 1, ())
_TABLE.update({day.lower(): (Kind.WEEKDAY, number, ()) for number, day in enumerate(WEEKDAYS[:6])})
_TABLE["ahad"] = (Kind.WEEKDAY, 6, ())
_TABLE["duabelas"] = (Kind.NUMBER, 12, ())
_TABLE.update({word: (Kind.EDGE, int(word == "akhir"), ()) for word in ("awal", "akhir", "pertengahan", "medio")})
for _kind, _units in ((Kind.UNIT, _UNITS), (Kind.ADVERB, _ADVERBS), (Kind.ONE_UNIT, _ONE_UNITS)):
    _TABLE.update({word: (_kind, months, (days,)) for word, (months, days) in _units.items()})

# Words that are written together: "TWIII", "perbulan".
_NUMBERED_UNITS = ("tw", "triwulan", "semester", "smt", "sem", "kuartal", "kwartal", "q", "cawu", "caturwulan")
_EACH = ("per", "setiap", "tiap")
# Times that are written together without what parts them: "MaretJuni", "aprilhinggamei".
_MONTH = "|".join(MONTH_WORDS)
_BESIDE = "|".join(
    word
    for word in (*_UNITS, *_ADVERBS, *_PLAIN[Kind.TO].split(), *_PLAIN[Kind.SEPARATOR].split(), *_ROMAN)
    if len(word) > 1
)
_RUN = pattern(rf"(?=.{{,30}}$)(?:{_BESIDE})*(?:{_MONTH})(?:{_MONTH}|{_BESIDE})*")
# Only names that no everyday word comes near: "Desmber" is one letter off, "juri" is not "Juni".
_LONG_MONTHS = tuple(name.lower() for name in MONTHS if len(name) > 4)
FORMERLY = frozenset({"semula", "tadinya", "awalnya", "sebelumnya"})
_MOVED = """menjadi diundur diundurkan mundur ditunda dimajukan dipindah dipindahkan digeser bergeser diubah berubah
perubahan diganti direvisi revisi"""
CHANGES = FORMERLY | set(_MOVED.split())
"""Words that move one time to another; the first of them also where they stand before both."""

_MISSPELT: Mapping[str, int] = MappingProxyType({"juny": 6, "junni": 6, "jully": 7, "mey": 5})


def is_known(word: str) -> bool:
    """Whether a word in lower case means anything to a target waktu."""
    return meanings(word)[0][0] not in {Kind.WORD, Kind.TYPO, Kind.GLUED}


def meanings(word: str) -> tuple[tuple[Kind, int, tuple[int, ...]], ...]:
    """What a word in lower case means: mostly one thing; two where two words are written as one ("perbulan")."""
    meaning = _TABLE.get(word) or (_TABLE.get(word.removesuffix("nya")) if word.endswith("nya") else None)
    if meaning:
        return (meaning,)
    for first in (*_NUMBERED_UNITS, *_EACH):
        rest = word.removeprefix(first)
        if rest != word and (rest in _ROMAN[:4] if first in _NUMBERED_UNITS else _is_unit(rest)):
            return (_TABLE[first], _TABLE[rest])
    if any(month in word for month in MONTH_WORDS) and _RUN.fullmatch(word):
        return ((Kind.GLUED, 0, ()),)
    near = next((name for name in _LONG_MONTHS if _one_slip(word, name)), None)
    slip = MONTH_WORDS[near] if near else _MISSPELT.get(word)
    if slip:
        return ((Kind.TYPO, slip, ()),)
    return ((Kind.WORD, 0, ()),)


def _is_unit(word: str) -> bool:
    return word in _TABLE and _TABLE[word][0] is Kind.UNIT


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter is missing, added, wrong, or two neighbours are swapped."""
    if abs(len(word) - len(name)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    rest, other = word[start:], name[start:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[:2][::-1] and rest[2:] == other[2:])
    )
