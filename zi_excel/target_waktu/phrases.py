"""From tokens to times: one walk from left to right over the tokens of a target waktu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from zi_excel.target_waktu.elements import Family, Phrases, Point, Span, Year
from zi_excel.target_waktu.points import CHAIN, FAMILIES, LINKS, index_at, is_unit, kind_at, point_at
from zi_excel.target_waktu.recurring import every_at, week_at, whenever_at
from zi_excel.target_waktu.tokens import Token
from zi_excel.target_waktu.whole_years import year_phrase_at
from zi_excel.target_waktu.words import UNIT_NAMES, Kind
from zi_excel.wording import MONTHS

_RANGES = frozenset({Kind.DASH, Kind.TO})
_NO_LINKS = {
    Kind.EITHER: "menyebut pilihan (“atau”); tulis satu waktu saja",
    Kind.UNCLEAR: "menghubungkan waktu dengan titik-titik; pakai koma, “dan”, atau “s.d.”",
}
_PERIODS = frozenset(FAMILIES.values()) | {Family.B}


def phrases(tokens: Sequence[Token], plan_year: int) -> Phrases:
    """The times of a text. Raises Unreadable where a day or period doesn't exist."""
    walk = _Walk(tokens, plan_year)
    walk.run()
    return walk.found


class _Walk:
    """The state of the walk: where it is, and what links the next time to the last one."""

    def __init__(self, tokens: Sequence[Token], plan_year: int) -> None:
        self.tokens = tokens
        self.plan_year = plan_year
        self.found = Phrases()
        self.at = 0
        self.link: Kind | None = None
        self.between = False
        self.opened: str | None = None  # "mulai", "sebelum": the next time is where it begins

    def run(self) -> None:
        while self.at < len(self.tokens):
            if not (self._week() or self._whenever() or self._every() or self._time() or self._year()):
                self._word()
        if self.link is Kind.TO and self.found.times:
            self.found.problems.append("tidak menyebut akhirnya")

    def _kind(self, ahead: int = 0) -> Kind | None:
        return kind_at(self.tokens, self.at + ahead)

    def _week(self) -> bool:
        """The week of a month is a remark; the month is what is read."""
        after = week_at(self.tokens, self.at)
        if after is None:
            return False
        self.found.prose.append(self.tokens[self.at].text)
        self.at = after
        return True

    def _whenever(self) -> bool:
        after = whenever_at(self.tokens, self.at)
        if after is None:
            return False
        self.found.whenever = True
        self.at = after
        return True

    def _every(self) -> bool:
        found = every_at(self.tokens, self.at)
        if not found:
            return False
        every, after = found
        if every.described:
            self.prose(self.tokens[self.at])
        self.found.every.append(every)
        self.at = after
        return True

    def _time(self) -> bool:
        found = point_at(self.tokens, self.at, self.plan_year, self.found.notes)
        last = self.found.times[-1] if self.found.times else None
        family = (last.end if isinstance(last, Span) else last).family if last else None
        # "TW I, II dan III": the word stands once.
        counted = self._kind(1) in {Kind.WORD, Kind.TIMES, Kind.UNIT} and not is_unit(self.tokens, self.at + 1, 12)
        again = self._kind() is Kind.INDEX or (self._kind() is Kind.NUMBER and self.link in LINKS and not counted)
        if not found and again and family in _PERIODS:
            found = index_at(self.tokens, self.at, family, self.plan_year, self.found.notes)
        if not found:
            return False
        times, self.at = found
        self._add(times[0])
        self.found.times.extend(times[1:])
        return True

    def _year(self) -> bool:
        found = year_phrase_at(self.tokens, self.at, len(self.found.times))
        if not found:
            return False
        self.at = found.after
        if found.year and not found.edge:
            self._add_year(found.year)
        elif found.edge and found.edge.value:
            self._add(Point(Family.BULAN, 12, 12, year=found.year.year if found.year else None))
            self.found.notes.append("“akhir tahun” dibaca bulan Desember")
        elif found.edge:
            self.found.vague = f"“{found.edge.text} tahun” tidak menyebut bulannya"
        else:
            self.found.this_year = True
        return True

    def _add_year(self, year: Year) -> None:
        last = self.found.times[-1] if self.found.times else None
        years, whole = self.found.years, Point(Family.TAHUN, year=year.year)
        if self.link in _RANGES and years and years[-1].place == year.place:
            self.link = None
            self.found.times.append(Span(Point(Family.TAHUN, year=years.pop().year), whole))
        elif self.link in _RANGES and isinstance(last, Point) and last.year is not None:
            self._add(whole)
        else:
            self._check_open()
            years.append(year)
            self.link = self.opened = None

    def _add(self, time: Point | Span) -> None:
        times = self.found.times
        last = times[-1] if times else None
        if self.link in _RANGES and isinstance(last, Point) and isinstance(time, Point):
            times[-1] = Span(last, time)
            self.link = self.opened = None
            return
        if self.link in _RANGES and last is not None:
            self.found.problems.append(CHAIN)
        if self.link is Kind.TO and last is None:
            self.found.notes.append("awalnya tidak disebut; yang dihitung hanya akhirnya")
        if last is not None and self.link in _NO_LINKS:
            self.found.problems.append(_NO_LINKS[self.link])
        if self.link is Kind.SLASH and last is not None:
            self.found.notes.append("tanda “/” di antara waktu dibaca sebagai daftar")
        if not isinstance(time, Span):
            self._check_open()
        self.link = self.opened = None
        times.append(time)

    def _check_open(self) -> None:
        """`mulai Maret` is open at its end, unless a range follows (`mulai Maret s.d. Juni`)."""
        ranged = self._kind() in _RANGES or (self.between and self._kind() is Kind.SEPARATOR)
        if self.opened and not ranged:
            self.found.problems.append(f"hanya menyebut “{self.opened}”; tulis waktu jatuh temponya")

    def _word(self) -> None:
        """A token that no time starts with: a link, a word that changes what follows, or prose."""
        token = self.tokens[self.at]
        _MEANING.get(token.kind, _Walk.prose)(self, token)
        self.at += 1

    def linked(self, token: Token) -> None:
        """A range word outlasts a mark beside it ("- s.d. -"), and "atau" outlasts all ("dan/atau")."""
        if token.kind is Kind.SEPARATOR and self.between and self.found.times:
            self.link, self.between = Kind.TO, False
        elif token.kind is Kind.EITHER or self.link not in {Kind.TO, Kind.EITHER}:
            self.link = token.kind

    def betweened(self, _token: Token) -> None:
        self.between = True

    def typo(self, token: Token) -> None:
        self.found.problems.append(f"bulan “{token.text}” tidak dikenal; mungkin {MONTHS[token.value - 1]}")

    def next(self, token: Token) -> None:
        self.found.problems.append(f"“{token.text}” tidak menyebut bulannya")

    def edge(self, token: Token) -> None:
        """`awal Januari – akhir Desember`: a remark that parts nothing."""
        if not is_unit(self.tokens, self.at + 1, 12):
            self.found.prose.append(token.text)

    def index(self, token: Token) -> None:
        """`III/2025`: a month or a triwulan, nobody knows."""
        self.found.vague = f"“{token.text}” tidak jelas bulan atau triwulan yang mana"
        self.prose(token)

    def per(self, token: Token) -> None:
        """`per 31 Maret 2025` says no more than the day."""
        if not token.says("per"):
            self.prose(token)

    def unit(self, token: Token) -> None:
        if token.value == 1:  # "bulan Maret"
            return
        if token.value:
            self.found.vague = self.found.vague or f"tidak menyebut {UNIT_NAMES[token.value]} yang mana"
        self.prose(token)

    def aim(self, token: Token) -> None:
        self.found.aim = True
        self.prose(token)

    def nothing(self, _token: Token) -> None:
        """Adds nothing, and is no remark."""

    def opening(self, token: Token) -> None:
        """`mulai` is a remark where it goes with a word (`dari provinsi`), else it opens what follows."""
        if self._kind(1) is Kind.WORD:
            self.prose(token)
        self.opened = token.text

    def done(self, token: Token) -> None:
        if self.link is Kind.TO:
            self.found.problems.append(f"tidak menyebut akhirnya, hanya “{token.text}”")
        else:
            self.found.done = True
        self.prose(token)

    def number(self, token: Token) -> None:
        """A number beside a word counts something ("2 dokumen"); one for itself makes a time doubtful."""
        beside = {kind_at(self.tokens, self.at - 1), self._kind(1)}
        if beside & {Kind.WORD, Kind.TIMES, Kind.UNIT, Kind.ONCE}:
            self.prose(token)
        else:
            self.found.problems.append(f"angka {token.text[:12]} tidak jelas maksudnya")

    def prose(self, token: Token) -> None:
        self.found.prose.append(token.text)
        if self.link is not Kind.TO:
            self.link = None
        if token.kind not in {Kind.START, Kind.BEFORE}:
            self.opened = None


_MEANING: Mapping[Kind, Callable[[_Walk, Token], None]] = MappingProxyType(
    {
        **dict.fromkeys(LINKS | {Kind.EITHER, Kind.UNCLEAR}, _Walk.linked),
        **dict.fromkeys((Kind.FILLER, Kind.DAY, Kind.WEEKDAY, Kind.THROUGH, Kind.CURRENT), _Walk.nothing),
        Kind.BETWEEN: _Walk.betweened,
        Kind.START: _Walk.opening,
        Kind.BEFORE: _Walk.opening,
        Kind.TYPO: _Walk.typo,
        Kind.NEXT: _Walk.next,
        Kind.EDGE: _Walk.edge,
        Kind.INDEX: _Walk.index,
        Kind.EVERY: _Walk.per,
        Kind.DONE: _Walk.done,
        Kind.NUMBER: _Walk.number,
        Kind.UNIT: _Walk.unit,
        Kind.AIM: _Walk.aim,
    }
)
