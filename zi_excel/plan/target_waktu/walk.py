"""The walk over a text's tokens: where it is, and how what stands between two times links or parts them."""

from __future__ import annotations

from collections.abc import Sequence

from zi_excel.plan.target_waktu.elements import Family, Phrases, Point, Span, Year
from zi_excel.plan.target_waktu.points import CHAIN, FAMILIES, STEPS, kind_at, said
from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.plan.target_waktu.words import CHANGES, FORMERLY, Kind

RANGES = frozenset({Kind.DASH, Kind.TO})
PERIODS = frozenset(FAMILIES.values()) | {Family.B}
_NO_LINKS = {
    Kind.EITHER: "menyebut pilihan (“atau”); tulis satu waktu saja",
    Kind.UNCLEAR: "menghubungkan waktu dengan titik-titik; pakai koma, “dan”, atau “s.d.”",
}


class Walk:
    """One text, from left to right.

    link: what links the next time to the last one. said: whether words stand since the last time. told, parted: whether
    words, and whether a mark or a new line, stand since the last one that is not in brackets (outside: its place).
    changed: the word that moves a time to another. opened: "mulai", "sebelum": the next time is where it begins.
    open_ended: such a word whose range nothing ends. stepped: whether a range is of periods that follow each other
    (`B03-B06`), so that one more only makes the list of them longer.
    """

    def __init__(self, tokens: Sequence[Token], plan_year: int) -> None:
        self.tokens = tokens
        self.plan_year = plan_year
        self.found = Phrases()
        self.at = 0
        self.link: Kind | None = None
        self.between = False
        self.opened: Token | None = None
        self.open_ended: tuple[Token, Point | None] | None = None
        self.said = self.told = self.parted = self.stepped = False
        self.changed: str | None = None
        self.outside: int | None = None

    @property
    def problems(self) -> list[str]:
        """What makes the text unreadable."""
        return self.found.problems

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the token here, or so many further on."""
        return kind_at(self.tokens, self.at + ahead)

    def end(self) -> None:
        """After the last token: a range or a beginning that nothing ends."""
        if self.link in RANGES and self.found.times:
            self._no_end()
        if self.open_ended:
            self.problems.append(self._open_problem(*self.open_ended))

    def prose(self, token: Token) -> None:
        """A word that is no time: a remark, unless a range should end there."""
        self.found.prose.append(token.text)
        self.said = self.told = True
        if self.found.times and self.link is Kind.DASH:
            self._no_end()
        if self.link is not Kind.TO:
            self.link = None
        if token.kind not in {Kind.START, Kind.BEFORE}:
            self.opened = None
        if token.text.lower() in CHANGES:
            self.changed = token.text

    def _no_end(self, *instead: str) -> None:
        words = [self.found.prose[-1][:40], *instead] if self.said else instead
        only = f", hanya “{' '.join(words)}”" if words else ""
        self.problems.append(f"tidak menyebut akhirnya{only}")

    def linked(self, token: Token) -> None:
        """A range word outlasts a mark beside it ("- s.d. -"), and "atau" outlasts all ("dan/atau")."""
        if token.kind is Kind.DASH and (self.said or kind_at(self.tokens, self.at - 1) is Kind.WEEKDAY):
            return  # "Rapat - Maret", "rapat-rapat": punctuation
        if token.kind is Kind.TO and self.said and self.parted and self.found.times:
            self.problems.append(f"tidak menyebut awal dari “{token.text}”")
        if token.kind is Kind.SEPARATOR and self.link is Kind.TO and self.said and self.found.times:
            self._no_end()
        if token.kind is Kind.SEPARATOR and self.between and self.found.times:
            self.link, self.between = Kind.TO, False
        elif token.kind is Kind.EITHER or self.link not in {Kind.TO, Kind.EITHER}:
            self.link = token.kind
        self.parted = self.parted or token.kind is Kind.SEPARATOR

    def add(self, times: Sequence[Point | Span], *, bracketed: bool) -> None:
        """One time, or several that share their month: linked to the last one, or beside it."""
        self._check_change()
        last = self._last(bracketed=bracketed)
        joined = self.link in RANGES and last is not None and self._join(last, times[0])
        if joined:
            times = times[1:]
        elif self.found.times:
            self._beside(times[0], bracketed=bracketed)
        elif self.link is Kind.TO:
            self.found.notes.append("awalnya tidak disebut; yang dihitung hanya akhirnya")
        if times and not joined and isinstance(times[0], Point):
            self._check_open(times[0])
        self.link = self.opened = None
        if bracketed and not joined:
            self.found.glosses.update(range(len(self.found.times), len(self.found.times) + len(times)))
        self.found.times.extend(times)
        self.said = False
        if not bracketed:
            self.told = self.parted = False
            self.outside = last if joined and last is not None and not times else len(self.found.times) - 1

    def _last(self, *, bracketed: bool) -> int | None:
        """Where the time is that a range begins with: not in brackets, if its end is not."""
        if not self.found.times:
            return None
        return len(self.found.times) - 1 if bracketed or self.outside is None else self.outside

    def _join(self, at: int, time: Point | Span) -> bool:
        last = self.found.times[at]
        if not isinstance(time, Point):
            self.problems.append(CHAIN)
            return False
        if isinstance(last, Point):
            self.found.times[at] = Span(last, time)
            self.stepped = _follows(last, time)
            return True
        if self.stepped and self.link is Kind.DASH and _follows(last.end, time):
            self.found.times[at] = Span(last.start, time)
            return True
        self.problems.append(CHAIN)
        return False

    def _beside(self, time: Point | Span, *, bracketed: bool) -> None:
        if self.link in _NO_LINKS:
            self.problems.append(_NO_LINKS[self.link])
        if self.link is Kind.SLASH:
            self.found.notes.append("tanda “/” di antara waktu dibaca sebagai daftar")
        if bracketed or self.outside is None:
            return
        alike = is_period(self.found.times[self.outside]) == is_period(time)
        listed = self.parted and not self.found.prose and self.link is not Kind.SLASH
        if not (listed or (alike and (self.parted or not self.told))):
            self.found.doubtful.append((self.outside, len(self.found.times)))

    def _check_change(self) -> None:
        """`semula Maret menjadi Juni`: which of them holds, a person has to say."""
        if self.changed and self.found.times:
            self.problems.append(f"menyebut perubahan waktu (“{self.changed}”); tulis waktu yang berlaku saja")
        if self.changed and self.changed.lower() not in FORMERLY:
            self.changed = None

    def add_year(self, year: Year) -> None:
        """A year that stands for itself, or ends a range."""
        last = self.found.times[-1] if self.found.times else None
        years, whole = self.found.years, Point(Family.TAHUN, year=year.year)
        if self.link in RANGES and years and years[-1].place == year.place:
            self.link = None
            self.found.times.append(Span(Point(Family.TAHUN, year=years.pop().year), whole))
            self.outside = len(self.found.times) - 1
        elif self.link in RANGES and isinstance(last, Point) and last.year is not None:
            self.add([whole], bracketed=False)
        else:
            if self.link in RANGES and last is not None:
                self._no_end(str(year.year))
            self._check_open(None)
            years.append(year)
            self.link = self.opened = None

    def _check_open(self, time: Point | None) -> None:
        """`mulai Maret` is open at its end, unless a range follows (`mulai Maret s.d. Juni`)."""
        ranged = self.kind() in RANGES or (self.between and self.kind() is Kind.SEPARATOR)
        if self.opened and not ranged:
            self.open_ended = self.open_ended or (self.opened, time)

    def _open_problem(self, word: Token, time: Point | None) -> str:
        if word.kind is Kind.BEFORE and time is not None and time.day is not None:
            return (
                f"“{word.text.lower()} {said(time)}” tidak jelas apakah hari itu masih termasuk; "
                "tulis “paling lambat” dengan tanggalnya"
            )
        if self.found.every and time is not None:
            return f"berulang “{word.text.lower()} {said(time)}”, tetapi tidak menyebut sampai kapan"
        return f"hanya menyebut “{word.text}”; tulis waktu jatuh temponya"


def is_period(time: Point | Span) -> bool:
    """Whether it is a numbered period, not a day or month."""
    return (time.start if isinstance(time, Span) else time).family in PERIODS


def _follows(one: Point, other: Point) -> bool:
    """Whether a numbered period is the next one of its kind, in the same year."""
    step = STEPS.get(one.family)
    same_year = one.year is None or one.year == other.year
    return step is not None and one.family is other.family and same_year and other.number == one.number + step
