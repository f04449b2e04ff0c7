"""How far the reading of one text has come: a value, and what each time, year, link and word makes of it.

What stands between two times links them (`Maret – Juni`), parts them (`Maret, Juni`), or makes it doubtful that both
are meant. Every function returns the next state; none changes the one that it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import Every, Family, Phrases, Point, Span, Time, Year, point_text, prose_text
from zi_excel.plan.target_waktu.points import CHAIN, follows, is_period
from zi_excel.plan.target_waktu.tokens import Token, kind_at
from zi_excel.plan.target_waktu.words import CHANGES, FORMERLY, Kind

RANGES = frozenset({Kind.DASH, Kind.TO})
_LIST_OR_RANGE = ({Kind.DASH, Kind.SEPARATOR}, {Kind.DASH, Kind.SLASH}, {Kind.DASH, Kind.UNCLEAR})
"""Two links in a row that say two things: `Maret, - Juni`."""
_NO_LINKS = {
    Kind.EITHER: "menyebut pilihan (“atau”); tulis satu waktu saja",
    Kind.UNCLEAR: "tidak jelas menyebut daftar atau rentang; pakai koma, “dan”, atau “s.d.”",
}


class Walk(NamedTuple):
    """The state after some tokens of a text.

    tokens, plan_year: what is read; they stay as they are. at: the place of the next token. phrases: what was read.

    What stands since the last time:
    link: what links the next one to it. between: "antara" waits for its "dan". opening: "mulai" or "sebelum", with
    which the next time begins. worded: whether there are words. worded_outside, parted: whether there are words, and
    whether there is a mark or a new line, since the last time that is not in brackets.

    What is remembered for longer:
    outside: the place of the last time that is not in brackets. stepped: whether the last range is of periods that
    follow each other (`B03-B06`), so that one more only makes the list of them longer. change: the word that moves a
    time to another ("diundur"). open_ended: the word that opens a range which nothing ends, and where it begins.
    """

    tokens: Sequence[Token]
    plan_year: int
    at: int = 0
    phrases: Phrases = Phrases()
    link: Kind | None = None
    between: bool = False
    opening: Token | None = None
    worded: bool = False
    worded_outside: bool = False
    parted: bool = False
    outside: int | None = None
    stepped: bool = False
    change: str | None = None
    open_ended: tuple[Token, Point | None] | None = None

    def kind(self, ahead: int = 0) -> Kind | None:
        """The kind of the next token, or of the one so many further on."""
        return kind_at(self.tokens, self.at + ahead)

    def last_time(self) -> Time | None:
        """The time that was read last."""
        return self.phrases.times[-1] if self.phrases.times else None

    # --- what is noted

    def problem(self, reason: str) -> Walk:
        """Makes the text unreadable, whatever else it says."""
        return self._replace(phrases=self.phrases._replace(problems=(*self.phrases.problems, reason)))

    def noted(self, *notes: str) -> Walk:
        """Adds remarks on how something was read."""
        return self._replace(phrases=self.phrases._replace(notes=(*self.phrases.notes, *notes))) if notes else self

    def vague(self, reason: str) -> Walk:
        """Says why a part of the text is no time."""
        return self._replace(phrases=self.phrases._replace(vague=reason))

    def recurring(self, *every: Every) -> Walk:
        """Has these as what recurs, instead of those before."""
        return self._replace(phrases=self.phrases._replace(every=every))

    def aside(self, token: Token) -> Walk:
        """A word that is no time, and neither links nor parts two of them."""
        return self._replace(phrases=self.phrases._replace(prose=(*self.phrases.prose, (token,))))

    def grouped(self, *tokens: Token) -> Walk:
        """More words that go with the last one that is no time ("rapat bulanan", "LAKIP 2024")."""
        *before, last = self.phrases.prose or ((),)
        return self._replace(phrases=self.phrases._replace(prose=(*before, (*last, *tokens))))

    def left(self, token: Token) -> Walk:
        """A word or number that could be a time, and that no step wanted."""
        return self._replace(phrases=self.phrases._replace(left=(*self.phrases.left, token)))


# --- words and links


def prose(walk: Walk, token: Token) -> Walk:
    """A word that is no time: a remark, unless a range should end there."""
    walk = walk.aside(token)._replace(worded=True, worded_outside=True)
    if walk.phrases.times and walk.link is Kind.DASH:
        walk = _without_end(walk)
    if walk.link is not Kind.TO:
        walk = walk._replace(link=None)
    if token.kind not in {Kind.START, Kind.BEFORE}:
        walk = walk._replace(opening=None)
    return walk._replace(change=token.text) if token.text.lower() in CHANGES else walk


def after_dash(walk: Walk) -> Walk:
    """`Januari–Desember 2025 – setiap bulan`: the second dash links no time."""
    return walk._replace(link=None) if walk.link is Kind.DASH else walk


def linked(walk: Walk, token: Token) -> Walk:
    """A range word outlasts a mark beside it ("- s.d. -"), and "atau" outlasts all ("dan/atau")."""
    if token.kind is Kind.DASH and (walk.worded or walk.kind(-1) is Kind.WEEKDAY):
        # "Rapat - Maret", "rapat-rapat": punctuation; not in "Maret laporan 2025 - Juni"
        loose = walk.worded and walk.phrases.times and not _behind_word(walk)
        return walk._replace(link=Kind.UNCLEAR) if loose else walk
    times = walk.phrases.times
    if token.kind is Kind.TO and walk.worded and walk.parted and times:
        walk = walk.problem(f"tidak menyebut awal dari “{token.text}”")
    separator = token.kind is Kind.SEPARATOR
    kind = Kind.UNCLEAR if {walk.link, token.kind} in _LIST_OR_RANGE else token.kind
    if token.kind is Kind.TO:  # "antara Maret sampai Juni"
        walk = walk._replace(between=False)
    if separator and walk.link is Kind.TO and walk.worded and times:
        walk = _without_end(walk)
    if separator and walk.between and times:
        walk = walk._replace(link=Kind.TO, between=False)
    elif token.kind is Kind.EITHER or walk.link not in {Kind.TO, Kind.EITHER}:
        walk = walk._replace(link=kind)
    return walk._replace(parted=walk.parted or separator)


def _behind_word(walk: Walk) -> bool:
    """Whether the dash that is next stands right behind a word that is no time."""
    before = walk.at - 1
    while kind_at(walk.tokens, before) is Kind.DASH:
        before -= 1
    return before < 0 or (bool(walk.phrases.prose) and walk.phrases.prose[-1][-1] is walk.tokens[before])


# --- times and years


def added(walk: Walk, times: Sequence[Time], *, bracketed: bool) -> Walk:
    """One more time, or several that share their month: the first ends a range, or stands beside the last one."""
    walk, begins = _unchanged(walk), _begins_range(walk, bracketed=bracketed)
    span = None
    if walk.link in RANGES and begins is not None:
        walk = _year_of_start(walk, begins)
        span = _span(walk, walk.phrases.times[begins], times[0])
        walk = walk.problem(CHAIN) if span is None else walk
    if span is not None and begins is not None:
        walk, times = _joined(walk, begins, span), times[1:]
    elif walk.phrases.times:
        walk = _beside(walk, times[0], bracketed=bracketed)
    elif walk.link is Kind.TO:
        walk = walk.noted("awalnya tidak disebut; yang dihitung hanya akhirnya")
    if span is None and isinstance(times[0], Point):
        walk = _opened(walk, times[0])
    before = walk.phrases
    places = range(len(before.times), len(before.times) + len(times))
    glosses = before.glosses.union(places) if bracketed and span is None else before.glosses
    walk = walk._replace(
        phrases=before._replace(times=(*before.times, *times), glosses=glosses),
        link=None,
        opening=None,
        worded=False,
    )
    if bracketed:
        return walk
    outside = begins if span is not None and not times else len(walk.phrases.times) - 1
    return walk._replace(worded_outside=False, parted=False, outside=outside)


def with_year(walk: Walk, year: Year) -> Walk:
    """One more year that stands for itself, or ends a range."""
    last, years, whole = walk.last_time(), walk.phrases.years, Point(Family.TAHUN, year=year.year)
    ranged = walk.link in RANGES
    if ranged and years and years[-1].place == year.place:
        times = (*walk.phrases.times, Span(Point(Family.TAHUN, year=years[-1].year), whole))
        phrases = walk.phrases._replace(times=times, years=years[:-1])
        return walk._replace(phrases=phrases, link=None, outside=len(times) - 1)
    if ranged and isinstance(last, Point) and last.year is not None:
        return added(walk, [whole], bracketed=False)
    if ranged and last is not None:
        walk = _without_end(walk, str(year.year))
    walk = _opened(walk, None)
    return walk._replace(phrases=walk.phrases._replace(years=(*years, year)), link=None, opening=None)


def ended(walk: Walk) -> Walk:
    """After the last token: a range or a beginning that nothing ends."""
    dashed = walk.link is Kind.UNCLEAR and walk.kind(-1) is Kind.DASH
    if (walk.link in RANGES or dashed) and walk.phrases.times:
        walk = _without_end(walk)
    walk = _lasting(walk)
    return walk.problem(_open_problem(walk, *walk.open_ended)) if walk.open_ended else walk


def _lasting(walk: Walk) -> Walk:
    """`mulai Januari 2025 selama 3 bulan`, `3 bulan sejak 1 Januari 2025`: the count ends what the word opens."""
    counts, opened = walk.phrases.counts, walk.open_ended
    if len(counts) != 1 or len(walk.phrases.times) != 1 or not opened or opened[0].text.lower() not in _FROM:
        return walk
    counted = (counts[0]._replace(lasts=True),)
    return walk._replace(phrases=walk.phrases._replace(counts=counted), open_ended=None)


_FROM = frozenset({"mulai", "dimulai", "sejak", "dari"})


# --- ranges


def _begins_range(walk: Walk, *, bracketed: bool) -> int | None:
    """Where the time is that a range begins with: not in brackets, if its end is not."""
    if not walk.phrases.times:
        return None
    return len(walk.phrases.times) - 1 if bracketed or walk.outside is None else walk.outside


def _year_of_start(walk: Walk, place: int) -> Walk:
    """`Agustus (laporan) 2025 s.d. Januari`: a year before the word that ends the range is its start's."""
    start, years = walk.phrases.times[place], walk.phrases.years
    own = years[-1] if years and years[-1].place == place + 1 == len(walk.phrases.times) else None
    if own is None or not isinstance(start, Point) or start.year is not None:
        return walk
    if own.bound and not own.announced and own.year != walk.plan_year:  # "Januari, LAKIP 2024"
        return walk
    times = (*walk.phrases.times[:place], start._replace(year=own.year))
    return walk._replace(phrases=walk.phrases._replace(times=times, years=years[:-1]))


def _span(walk: Walk, start: Time, end: Time) -> Span | None:
    """The range from one time to the next; None where it would be a chain of more than two."""
    if not isinstance(end, Point):
        return None
    if isinstance(start, Point):
        return Span(start, end)
    lengthened = walk.stepped and walk.link is Kind.DASH and follows(start.end, end)
    return Span(start.start, end) if lengthened else None


def _joined(walk: Walk, place: int, span: Span) -> Walk:
    times = list(walk.phrases.times)
    stepped = walk.stepped if isinstance(times[place], Span) else follows(span.start, span.end)
    times[place] = span
    return walk._replace(phrases=walk.phrases._replace(times=tuple(times)), stepped=stepped)


def _without_end(walk: Walk, *instead: str) -> Walk:
    """A range without its end: only words stand there. instead: what stands behind them."""
    words = [prose_text(walk.phrases.prose[-1:])[:40], *instead] if walk.worded else instead
    only = f", hanya “{' '.join(words)}”" if words else ""
    return walk.problem(f"tidak menyebut akhirnya{only}")


def _opened(walk: Walk, time: Point | None) -> Walk:
    """`mulai Maret` is open at its end, unless a range follows (`mulai Maret s.d. Juni`)."""
    ranged = walk.kind() in RANGES or (walk.between and walk.kind() is Kind.SEPARATOR)
    if not walk.opening or ranged or walk.open_ended:
        return walk
    return walk._replace(open_ended=(walk.opening, time))


def _open_problem(walk: Walk, word: Token, time: Point | None) -> str:
    if word.kind is Kind.BEFORE and time is not None and time.day is not None:
        return (
            f"“{word.text.lower()} {point_text(time)}” tidak jelas apakah hari itu masih termasuk; "
            "tulis “paling lambat” dengan tanggalnya"
        )
    if walk.phrases.every and time is not None:
        return f"berulang “{word.text.lower()} {point_text(time)}”, tetapi tidak menyebut sampai kapan"
    return f"hanya menyebut “{word.text}”; tulis waktu jatuh temponya"


# --- lists and changes


def _beside(walk: Walk, time: Time, *, bracketed: bool) -> Walk:
    """A further time that no range joins: perhaps it and the one before it are not both meant."""
    if walk.link in _NO_LINKS:
        walk = walk.problem(_NO_LINKS[walk.link])
    if not bracketed and _shares_its_day(walk, time):
        walk = walk.problem("menyebut tanggal atau minggu bersama bulan tanpa tanggal; tulis tanggal setiap bulannya")
    if walk.link is Kind.SLASH:
        walk = walk.noted("tanda “/” di antara waktu dibaca sebagai daftar")
    if bracketed != (walk.outside is None):
        return walk  # what is in brackets explains what is not
    phrases, worded = walk.phrases, walk.worded if bracketed else walk.worded_outside
    before = len(phrases.times) - 1 if walk.outside is None else walk.outside
    alike = is_period(phrases.times[before]) == is_period(time)
    listed = walk.parted and not phrases.prose and walk.link is not Kind.SLASH
    if listed or (alike and (walk.parted or not worded)):
        return walk
    return walk._replace(phrases=phrases._replace(doubtful=(*phrases.doubtful, (before, len(phrases.times)))))


def _shares_its_day(walk: Walk, time: Time) -> bool:
    """`15 Maret, Juni 2025`, `minggu II Maret dan Juni`: is it the 15th of June too? Not `15 Maret 2025, Juni 2025`."""
    last = walk.last_time()
    dated = isinstance(last, Point) and last.family in {Family.TANGGAL, Family.MINGGU} and last.year is None
    month = isinstance(time, Point) and time.family is Family.BULAN
    return bool(dated and month and walk.link in {Kind.SEPARATOR, Kind.SLASH} and not walk.worded)


def _unchanged(walk: Walk) -> Walk:
    """`semula Maret menjadi Juni`: which of them holds, a person has to say."""
    if walk.change and walk.phrases.times:
        walk = walk.problem(f"menyebut perubahan waktu (“{walk.change}”); tulis waktu yang berlaku saja")
    return walk._replace(change=None) if walk.change and walk.change.lower() not in FORMERLY else walk
