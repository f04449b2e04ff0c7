"""Which year is the plan's: evidence weighed in one place, with the reason.

The title's own year beside the plan's words goes first; then a year that the title names at all, the headers', that of
the matrix which the office recorded, the targets' commonest, the sheet's name, the other columns. A date, a letter's
number and another document's year are no evidence: they say when somebody wrote or printed something.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.plan.target_waktu import MONTH_WORDS
from zi_excel.wording import shortened

_NONE: Mapping[int, int] = MappingProxyType({})
_YEAR = pattern(r"(?<![\d.,])(20\d\d)(?!\d|[.,]\d)")
_NAMED = pattern(r"\b(?:tahun(?:\s+(?:anggaran|pelajaran|kerja))?|t\.?\s?a\.?|th\.?|thn\.?)\s*:?\s*$", re.IGNORECASE)
_ALONE = pattern(
    r"\W*(?:(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?|periode)\W*)?20\d\d(?:\s*[-–/]\s*20\d\d)?\W*", re.IGNORECASE
)
_PLAN = r"(?:rencana|aksi|renaksi|zona\s+integritas|pembangunan|program|wbk|wbbm|matriks|zi)\b"
_OF_PLAN = pattern(rf"\b(?:{_PLAN}|tahun\s+anggaran)", re.IGNORECASE)
_ENGLISH = ("january", "february", "march", "may", "june", "july", "august", "october", "december")
_MONTH = rf"(?:{'|'.join(sorted((*MONTH_WORDS, *_ENGLISH), key=len, reverse=True))})\.?"
_UP_TO_YEAR = rf"(?:(?!\b{_PLAN}).){{0,70}}?(?:20|19)\d\d(?:\s*(?:[-–/]|s\.?/?d\.?)\s*20\d\d)?(?!\d)"
_DOCUMENTS = (
    r"lhe|lakip|lkj?ip|lkj|renstra|rencana\s+strategis|renja|rpjm[nd]?|rpjp[nd]?|rkpd?|dipa|dpa|rka(?:-\w+)?|lke|pmpzi|pmprb"
    r"|lhp|lha|lhr|skm|spak|ikm|ipk|ipak|road\s?map|perjanjian\s+kinerja|hasil\s+(?:evaluasi|penilaian|reviu|survei)"
    r"|evaluasi|laporan|peraturan|per(?:men|pres|bup|wal|da|gub|ka|kap|sekjen|dirjen)\w*|permen\w*|undang-undang|uu|pp"
    r"|inpres|instruksi|keputusan|kepmen\w*|kep|sk|surat|se|edaran|nota\s+dinas|memo|disposisi|tindak\s+lanjut"
    r"|rekomendasi|temuan|audit|reviu|survei|pedoman|juknis|sop|perubahan\s+atas|berdasarkan|sesuai|mengacu"
)
_NOTED = (
    r"di\s?cetak|cetak(?:an)?|printed?|di\s?unduh|download\w*|update\w*|di\s?perbarui|di\s?mutakhirkan|pemutakhiran"
    r"|revisi|direvisi|versi|version|di\s?tetapkan|di\s?sahkan|di\s?buat|di\s?susun|tanggal|tgl|berlaku|terakhir|per"
    r"|posisi|kondisi|keadaan|status|data|sampai\s+dengan|s\.?/?d\.?|hingga"
)
_LETTERS = pattern(rf"\b(?:nomor|nomer|no)\b\s*[.:]*\s*(?=\S){_UP_TO_YEAR}", re.IGNORECASE | re.DOTALL)
"""Nomor 31 Tahun 2024, No. 12/ORT/2024."""
_MARKED = tuple(
    pattern(text, re.IGNORECASE | re.DOTALL)
    for text in (
        # letters: 31/PR.02/3372/2024, B-12/KPU/I/2024
        r"(?<!\S)[^\s/]+(?:\s?/\s?[^\s/]+)+\s?/\s?(?:20|19)\d\d(?!\d)",
        # days: 05-01-2026, 2026.01.05, 5 Januari 2026, 5-Jan-26, January 5, 2026
        r"(?<!\d)\d{1,2}\s?([-/.])\s?\d{1,2}\s?\1\s?(?:20)?\d\d(?!\d)",
        r"(?<!\d)20\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)",
        rf"(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s.-]*{_MONTH}[\s.,-]*20\d\d(?!\d)",
        rf"\b{_MONTH}\s+\d{{1,2}},\s*20\d\d(?!\d)",
        # a place and a month: Surakarta, Januari 2026
        rf"(?<![^\W\d_])[^\W\d_]+,\s*{_MONTH}\s+20\d\d(?!\d)",
    )
)
"""What holds a mark, or a number that is no year: a line of words and years has none of these."""
_WORDED = tuple(
    pattern(text, re.IGNORECASE | re.DOTALL)
    for text in (
        # what was noted beside: Dicetak Januari 2026, Per 5 Januari 2026, Revisi 2026
        rf"\b(?:{_NOTED})\b\W*(?:(?:tanggal|tgl|pada|per|bulan|akhir|ke|dengan|tahun|{_MONTH})\W*|\d{{1,2}}\b(?!\d)\W*){{0,9}}20\d\d(?!\d)",
        # other documents: LHE Tahun 2024, Renstra 2025-2029, Lampiran Keputusan ... Tahun 2024
        rf"\b(?:{_DOCUMENTS})\b{_UP_TO_YEAR}",
    )
)
_NUMBERED = pattern(r"\b(?:nomor|keputusan|peraturan)\b(?!.*\btahun\b)", re.IGNORECASE)
_NAMED_BESIDE, _BESIDE, _NAMED_ONLY, _BARE = 4, 3, 2, 1
"""How strong a year in the title is: beside the plan's words and called a year, beside them, called a year, neither."""
_LONGEST = 400
"""Characters of a line that are looked at: what is longer is prose."""
_RECORD = "catatan penetapan"
_AGREE = 2
"""From so many targets on that name another year than the title, that is reported."""


class Told(NamedTuple):
    """What says the year apart from the sheet: settings, and the matrix that the office recorded."""

    given: int | None = None
    recorded: int | None = None


NOTHING_TOLD = Told()


class Evidence(NamedTuple):
    """What may say the plan's year.

    title: the lines above the matrix. header: its headers. targets, others: how often the cells of TARGET WAKTU, and
    of other columns, name each year. sheet: the sheet's name. told: what is told apart from the sheet.
    """

    title: Sequence[str]
    header: Sequence[str] = ()
    targets: Mapping[int, int] = _NONE
    sheet: str = ""
    others: Mapping[int, int] = _NONE
    told: Told = NOTHING_TOLD


class PlanYear(NamedTuple):
    """The plan's year.

    why: what says so, in Indonesian. named: whether settings, title or header name it; else it is a guess. rivals: the
    other years that may be meant, each with what says so.
    """

    year: int
    why: str
    named: bool
    rivals: Mapping[int, str] = MappingProxyType({})


class _Candidate(NamedTuple):
    year: int
    strength: int
    line: str


def weigh(evidence: Evidence) -> PlanYear | None:
    """The plan's year; None where nothing says it."""
    given, recorded = evidence.told
    if given is not None:
        return PlanYear(given, "pengaturan (tahun di zi-excel.toml)", named=True)
    for lines, where in ((evidence.title, "judul"), (evidence.header, "judul kolom")):
        if candidates := list(_candidates(lines)):
            return _best(candidates, evidence, where)
    if recorded is not None:
        return PlanYear(recorded, _RECORD, named=True, rivals=dict(_of_targets(evidence.targets, recorded)))
    sources = (
        (evidence.targets, "tahun yang paling sering disebut di kolom TARGET WAKTU"),
        (_named_in([evidence.sheet]), "tahun di nama lembar"),
        (evidence.others, "tahun yang paling sering disebut di kolom lain"),
        (_named_in(evidence.title), "satu-satunya tahun di judul, walaupun bukan tahun rencana"),
    )
    for years, why in sources:
        if years:
            return PlanYear(max(years, key=lambda year: (years[year], year)), why, named=False)
    return None


def year_of_title(lines: Sequence[str]) -> int | None:
    """The plan's year that the lines above the matrix name; None where they name none."""
    candidates = list(_candidates(lines))
    return _best(candidates, Evidence(lines), "judul").year if candidates else None


def years_named(lines: Iterable[str]) -> tuple[int, ...]:
    """The years that a title's lines, or headers, name as the plan's, in their order."""
    return tuple(each.year for each in _candidates(lines))


def without_documents(text: str) -> str:
    """A text with a sign for each letter of what bears another year: documents, letters' numbers, days, notes."""
    return _without_others(text)


def years_in(text: str) -> tuple[int, ...]:
    """All years in a text."""
    return tuple(int(match[1]) for match in _YEAR.finditer(text))


def _best(candidates: Sequence[_Candidate], evidence: Evidence, where: str) -> PlanYear:
    """The strongest; of equals the recorded one, then what targets name most, else the first of the last line."""
    targets, recorded = evidence.targets, evidence.told.recorded
    strongest = max(each.strength for each in candidates)
    best = [each for each in candidates if each.strength == strongest]
    last = [each for each in best if each.line == best[-1].line]
    order = [*last, *reversed(best)]
    chosen = max(order, key=lambda each: (each.year == recorded, targets.get(each.year, 0), -order.index(each)))
    rivals = {each.year: f"“{shortened(each.line, 60, '')}”" for each in candidates if each.year != chosen.year}
    for year, of_targets in _of_targets(targets, chosen.year):
        rivals.setdefault(year, of_targets)
    if recorded is not None and recorded != chosen.year:
        rivals.setdefault(recorded, _RECORD)
    return PlanYear(chosen.year, f"{where} “{shortened(chosen.line, 60, '')}”", named=True, rivals=rivals)


def _of_targets(targets: Mapping[int, int], year: int) -> Iterator[tuple[int, str]]:
    """The year that targets name where none of them names the plan's, with what says so."""
    if targets and year not in targets:
        other = max(targets, key=lambda each: (targets[each], each))
        if targets[other] >= _AGREE:
            yield other, "kolom TARGET WAKTU"


def _candidates(lines: Iterable[str]) -> Iterator[_Candidate]:
    """The years that a title's lines name as the plan's. A line that is a year alone belongs to the one before it."""
    before = ""
    for line in lines:
        text = " ".join(line[:_LONGEST].split())
        if not text:
            continue
        if "20" not in text:
            before = text
            continue
        whole = f"{before} {text}" if before and _ALONE.fullmatch(text) else text
        if whole is not text and _NUMBERED.search(before) and not _OF_PLAN.search(before):
            before = text
            continue  # KEPUTUSAN ... NOMOR 31 / TAHUN 2024
        plain = _without_others(whole)
        beside = _OF_PLAN.search(whole) is not None
        for match in _YEAR.finditer(plain):
            if whole is not text and match.end() <= len(plain) - len(text) and match[1] in before:
                continue  # counted with the line before
            called = _NAMED.search(plain[: match.start()]) is not None
            strength = (_NAMED_BESIDE if called else _BESIDE) if beside else _NAMED_ONLY if called else _BARE
            yield _Candidate(int(match[1]), strength, whole)
        before = whole


def _without_others(text: str) -> str:
    """A title's line without the years that are not the plan's; as long as before."""
    marked = any(not (word.isalpha() or _YEAR.fullmatch(word)) for word in text.split())
    for others in (_LETTERS, *(_MARKED if marked else ()), *_WORDED):
        if "20" in text:
            text = others.sub(lambda match: "§" * len(match[0]), text)
    return text


def _named_in(lines: Iterable[str]) -> Counter[int]:
    return Counter(year for line in lines for year in years_in(line))
