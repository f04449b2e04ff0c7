"""Times in column 8: which tonggak of the row's own target they say are done (contract, section 5).

`Maret, Juni` and `TW II` are the tonggak in these months and no others. `Semester I`, `B06` and whatever stands after
`s.d.` are all tonggak up to the end of that time, as offices mean them. A day after "selesai" tells when all was done.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.patterns import pattern
from zi_excel.plan.realisasi.report import Realisasi, of_share, quoted, unreadable
from zi_excel.plan.target_waktu import MONTH_WORDS, read_target_waktu
from zi_excel.plan.target_waktu.tokens import Token, tokens
from zi_excel.plan.target_waktu.words import Kind
from zi_excel.wording import MONTHS, long_date

_TICK = r"(?:[✔✓✅☑√🗸🗹]|v(?=[\s(:,]))"
_LEADING_DONE = pattern(
    rf"(?:(?:sudah|telah|selesai|tuntas|tercapai|terlaksana|dilaksanakan|rampung|{_TICK})[\s:,(]*)+"
)
_TICKED_LINE = pattern(rf"^{_TICK}\s?", re.MULTILINE)
_UNKNOWN_SIGN = pattern(r"[^\w\s.,;:/\\()\[\]&+|*•▪◦‣·●■➢➤►❖'’‘`´~→‐-―−⸺⸻⁃﹘﹣－-]")
"""A sign that says something else of a time beside it: an empty box, a cross, a question mark."""
_ALL_DONE = pattern(rf"selesai|tuntas|rampung|{_TICK}")
"""Words that say that nothing is left. "Terlaksana 31 Maret" may be one of four quarters."""
_TRAILING_DONE = pattern(r"(?<![\s(,:–-])[\s(,:–-]+(?:(?:sudah|telah)\s)?(?:selesai|tuntas|rampung|[✔✓✅☑√🗸🗹])\s?\)?")
_INDEFINITE = frozenset({Jenis.BERKALA, Jenis.SEWAKTU})
_UP_TO = frozenset({4, 6})
"""Months of the periods that are reported as a state: caturwulan and semester."""
_YEAR = 12
_ENDS = frozenset({Kind.MONTH, Kind.MEASURE, Kind.INDEX, Kind.YEAR, Kind.DATE, Kind.MONTH_YEAR})
"""With what a time may end."""
_DASHES = ("-", "–", "—")
_INNER_DASH = pattern(r"\S\s[-–—]\s?\S")
_ANY_YEAR = 2000
"""Where there is no jadwal the year doesn't matter: months are matched with no tonggak."""


class _Named(NamedTuple):
    """One time of a report. up_to: all before it is done too. state: so by its kind or "per", not by "s.d."."""

    text: str
    cut: tuple[Token, ...]
    up_to: bool
    state: bool


class _Met(NamedTuple):
    """The tonggak that are done, or the problem. only: those within the times themselves."""

    days: frozenset[date] = frozenset()
    only: frozenset[date] = frozenset()
    problem: str | None = None


def day_alone(text: str) -> date | None:
    """The day that a text names with its year; None where it says anything else."""
    stated = _LEADING_DONE.match(text.strip(" (,:"))
    rest = text.strip(" (,:")[stated.end() if stated else 0 :].strip(" ()")
    read = read_target_waktu(rest, year=_ANY_YEAR)
    return _day_of(read) if not read.notes else None


def when_done(day: date | None) -> Realisasi:
    """All is done, and a time told beside it. day: where that is a day with its year."""
    note = "waktunya sebaiknya ditulis di kolom TANGGAL SELESAI"
    return Realisasi(1.0, dilaporkan=True, notes=(note,), selesai_pada=day)


def of_times(lines: str, jadwal: Jadwal | None) -> Realisasi:  # noqa: PLR0911 - one for each way to tell a time
    """The months done of a list (`Maret, Juni`), or a time beside a word that says done (`selesai 4 Januari 2025`)."""
    text = lines.replace("\n", " ")
    year = jadwal.last.year if jadwal else _ANY_YEAR
    stated = _LEADING_DONE.match(lines) or _trailing(lines)
    if stated:
        rest = f"{lines[: stated.start()]}{lines[stated.end() :]}".strip(" )")
        read = read_target_waktu(rest, year=year)
        if read.jadwal and not read.notes and _is_when_done(read.jadwal, jadwal, stated.group()):
            return when_done(_day_of(read))
        lines = _TICKED_LINE.sub("", rest)
    if _UNKNOWN_SIGN.search(lines) or (stated and not _all_ticked(stated.group(), rest)):
        return _no_share(text)
    named = _named(lines)
    if any(each.up_to for each in named):
        return _of_states(text, named, jadwal)
    read = read_target_waktu(lines, year=year)
    done = read.jadwal
    # "tahun 2025" names no months that were done.
    indefinite = done and done.jenis is Jenis.RENTANG and MONTH_WORDS.keys().isdisjoint(re.findall(r"[^\W\d_]+", lines))
    if done is None and _may_be_bullets(lines) and _INNER_DASH.search(lines):
        return unreadable(f"{quoted(text)} tidak jelas daftar atau rentang; pakai koma, atau “s.d.”")
    if done is None or indefinite or done.jenis in _INDEFINITE or read.notes:
        return _no_share(text)
    if jadwal is None or len(jadwal.tonggak) <= 1 or done.jenis is Jenis.TANGGAL:
        return _no_list(text, jadwal)
    if done.jenis is Jenis.RENTANG and _may_be_bullets(lines):
        return unreadable(f"{quoted(text)} tidak jelas daftar atau rentang; pakai koma, atau “s.d.”")
    return _shared(_within(done, jadwal, named, names_year=read.names_year), jadwal)


def _all_ticked(words: str, rest: str) -> bool:
    """Whether a tick before the first line stands before each: a line without one is not done."""
    ticked = re.match(_TICK, words) is not None
    return not ticked or all(_TICKED_LINE.match(line) for line in rest.split("\n")[1:])


def _trailing(lines: str) -> re.Match[str] | None:
    """`31 Maret 2025 (selesai)`: the word stands after the time."""
    found = list(_TRAILING_DONE.finditer(lines))
    return found[-1] if found and found[-1].end() == len(lines) else None


def _day_of(read: TargetWaktu) -> date | None:
    """The day, where it is one with its year."""
    return read.jadwal.last if read.jadwal and _is_day(read.jadwal) and read.names_year else None


def _is_day(jadwal: Jadwal) -> bool:
    return jadwal.jenis is Jenis.TANGGAL


def _is_when_done(done: Jadwal, jadwal: Jadwal | None, words: str) -> bool:
    """Whether a time beside words of a realisasi tells when everything was done.

    Of several tonggak, "sudah Maret" may mean a part, and only "selesai" with a day means all of them.
    """
    if jadwal and len(jadwal.tonggak) > 1:
        return _is_day(done) and _ALL_DONE.search(words) is not None
    partial = jadwal is None or jadwal.jenis is Jenis.RENTANG
    return _is_day(done) or (done.jenis is Jenis.BULAN and not partial)


def _may_be_bullets(lines: str) -> bool:
    """Whether the dash of a range may as well be a bullet: it starts a line, or the text starts with one too."""
    return any(line.startswith(_DASHES) for line in lines.split("\n"))


# --- up to a time


def _named(lines: str) -> tuple[_Named, ...]:
    """The times of a list, each with its words. A number alone is one of the period before it: `Semester I dan II`."""
    groups: list[list[Token]] = [[]]
    for token in tokens(lines):
        if token.kind is Kind.SEPARATOR or (token.breaks and _is_whole(groups[-1], token)):
            groups.append([])
        if token.kind is not Kind.SEPARATOR:
            groups[-1].append(token)
    named: list[_Named] = []
    unit: Token | None = None
    for group in groups:
        if not group:
            continue
        if group[0].kind in {Kind.INDEX, Kind.NUMBER} and unit is not None and len(group) <= 2:
            group.insert(0, unit)
        as_of = group[0].says("per") and len(group) > 1  # "per 30 Juni 2025": how things stand then
        up_to = group[0].kind is Kind.TO or as_of
        rest = group[1:] if up_to else group
        rest = rest[1:] if up_to and rest and rest[0].kind is Kind.EDGE and rest[0].value else rest
        unit = next((token for token in rest if token.kind is Kind.UNIT and 1 < token.value < _YEAR), unit)
        state = any(t.kind is Kind.MEASURE or (t.kind is Kind.UNIT and t.value in _UP_TO) for t in rest)
        named.append(
            _Named(" ".join(token.text for token in rest), tuple(rest), up_to or state, as_of or (state and not up_to))
        )
    return tuple(named)


def _is_whole(group: Sequence[Token], following: Token) -> bool:
    """Whether a time ends where a line does: `Semester` above `I`, `30` above `Juni`, `B06` above `2025` are one."""
    if following.kind in {Kind.YEAR, Kind.TO, Kind.DASH} or (following.kind is Kind.UNIT and following.value == _YEAR):
        return False
    last = group[-1].kind if group else None
    return last in _ENDS or (last is Kind.NUMBER and following.kind is not Kind.MONTH)


def _of_states(text: str, named: Sequence[_Named], jadwal: Jadwal | None) -> Realisasi:
    """Times of which at least one stands for all that comes before it."""
    if jadwal is None or len(jadwal.tonggak) <= 1:
        readable = all(read_target_waktu(each.text, year=_ANY_YEAR).jadwal for each in named)
        return _no_list(text, jadwal) if readable else _no_share(text)
    years = {year for each in named for year in _years(each.cut)}
    lacking = [each for each in named if not _years(each.cut)]
    if len(years) > 1 and lacking:
        return unreadable(f"{quoted(lacking[0].text)} tidak menyebut tahunnya")
    days: set[date] = set()
    only: set[date] = set()
    for time in named:
        met = _up_to(time, jadwal, next(iter(years)) if len(years) == 1 else None)
        if met is None:
            return _no_share(text)
        if met.problem:
            return unreadable(met.problem)
        days |= met.days
        only |= met.only
    read = _shared(_Met(frozenset(days)), jadwal)
    if any(each.state for each in named) and days != only:
        return read._replace(notes=(f"{quoted(text)} dibaca semua yang jatuh tempo sampai {long_date(max(days))}",))
    return read


def _years(cut: Sequence[Token]) -> Iterator[int]:
    for token in cut:
        if token.kind is Kind.YEAR:
            yield token.value
        elif token.kind in {Kind.DATE, Kind.MONTH_YEAR}:
            yield token.parts[-1]


def _up_to(named: _Named, jadwal: Jadwal, year: int | None) -> _Met | None:
    """The tonggak that one time says are done; None where it is no time.

    Args:
        named: the time.
        jadwal: the target's.
        year: the one that is written; None: it is one of the target's.
    """
    own = sorted({day.year for day in jadwal.tonggak}) if year is None else [year]
    read = [(one, read_target_waktu(named.text, year=one)) for one in own]
    if not all(_is_time(each) for _, each in read):
        return None
    fitting = [(one, each) for one, each in read if _inside(each, jadwal)] if len(read) > 1 else read
    if len(fitting) != 1:
        why = "ada di beberapa tahun dari targetnya; tulis tahunnya" if fitting else "bukan waktu dari targetnya"
        return _Met(problem=f"{quoted(named.text)} {why}")
    done = fitting[0][1].jadwal
    if done is None:
        return None
    if done.last.year not in {day.year for day in jadwal.tonggak}:
        return _Met(problem=f"{quoted(named.text)} bukan waktu dari targetnya")
    if not named.up_to:
        return _within(done, jadwal, [named], names_year=True)
    only = frozenset(day for day in jadwal.tonggak if done.first <= day <= done.last)
    return _Met(frozenset(day for day in jadwal.tonggak if day <= done.last), only)


def _is_time(read: TargetWaktu) -> bool:
    return read.jadwal is not None and read.jadwal.jenis not in _INDEFINITE and not read.notes


def _inside(read: TargetWaktu, jadwal: Jadwal) -> bool:
    return read.jadwal is not None and any(read.jadwal.first <= day <= read.jadwal.last for day in jadwal.tonggak)


# --- within times


def _within(done: Jadwal, jadwal: Jadwal, named: Sequence[_Named], *, names_year: bool) -> _Met:
    """The tonggak within the months of a time; a month or quarter that no tonggak has is a problem."""
    units = {token.value for each in named for token in each.cut if token.kind is Kind.UNIT and 1 < token.value < _YEAR}
    months = 3 if done.jenis is Jenis.PERIODE and units == {3} else 1
    if done.jenis is Jenis.RENTANG and _from_the_start(done, jadwal, named):
        return _Met(frozenset(day for day in jadwal.tonggak if day <= done.last))
    met: set[date] = set()
    for day in done.month_ends() if done.jenis is Jenis.RENTANG else done.tonggak:
        same = {
            due
            for due in jadwal.tonggak
            if 0 <= day.month - due.month < months and (not names_year or due.year == day.year)
        }
        word = f"{MONTHS[day.month - 1]}{f' {day.year}' if names_year else ''}"
        if not same:
            return _Met(problem=f"{word} bukan bulan dari targetnya")
        if len({due.year for due in same}) > 1:
            return _Met(problem=f"{word} ada di beberapa tahun dari targetnya; tulis tahunnya")
        met |= same
    return _Met(frozenset(met), frozenset(met))


def _from_the_start(done: Jadwal, jadwal: Jadwal, named: Sequence[_Named]) -> bool:
    """`Januari s.d. Juni` of quarters: from before the first tonggak up to then. A dash may list two months instead."""
    in_words = any(token.kind is Kind.TO for each in named for token in each.cut)
    one_year = jadwal.tonggak[0].year == jadwal.tonggak[-1].year == done.first.year == done.last.year
    return in_words and one_year and done.first.replace(day=1) <= jadwal.tonggak[0]


def _shared(met: _Met, jadwal: Jadwal) -> Realisasi:
    return unreadable(met.problem) if met.problem else of_share(len(met.days) / len(jadwal.tonggak))


def _no_share(text: str) -> Realisasi:
    return unreadable(f"{quoted(text)} bukan persen, “selesai”, “belum”, atau bulan yang sudah dikerjakan")


def _no_list(text: str, jadwal: Jadwal | None) -> Realisasi:
    if jadwal is None:
        return unreadable(f"{quoted(text)} menyebut bulan, tetapi target waktunya sendiri tidak terbaca")
    return unreadable(f"{quoted(text)} menyebut waktu; tulis persennya, “selesai”, atau “belum”")
