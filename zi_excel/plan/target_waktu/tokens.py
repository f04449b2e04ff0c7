"""The text of a target waktu cut into tokens: linear in its length, whatever stands there."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.plan.target_waktu.bullets import ARROW, without_bullets
from zi_excel.plan.target_waktu.words import Kind, is_known, meanings
from zi_excel.wording import normal_form, visible


class Token(NamedTuple):
    """A word, number or mark. text: as it stands there; value and parts: see Kind.

    bracketed: in brackets. breaks: the first of its line.
    """

    kind: Kind
    text: str
    value: int = 0
    parts: tuple[int, ...] = ()
    bracketed: bool = False
    breaks: bool = False

    def says(self, word: str) -> bool:
        """Whether it is this word (in lower case)."""
        return self.text.lower() == word

    @property
    def days(self) -> int:
        """The days of a unit that is counted in days."""
        return self.parts[0] if self.parts else 0


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Four digits outside of these are a number, not a year."""

_YEAR = r"(?:19|20|21)\d\d"
_NO_MONTHS = r"(?! \s?-\s? \d{1,2} (?! \d | \s?-\s?\d))"
"""What is no year in `03-06-09-12/2025`: a number before one that no further one follows."""
_TOKEN = pattern(
    rf"""
      (?P<ymd> (?<![\w/.]) \d{{4}} (?P<a>[-/.]) \d{{1,2}} (?P=a) \d{{1,2}} (?!\d|[-/.]\d{{4}}(?![-/.]\d)) )
    | (?P<dmy> (?<![\w/.]) \d{{1,2}} \s?(?P<b>[/.])\s? \d{{1,2}} \s?(?P=b)\s? (?:\d{{4}}|\d\d) (?![\d/])
             | (?: (?<![\w/.-]) | (?<=\d\d\d\d-) | (?<=[-/.]\d\d-) )
               \d{{1,2}} \s?-\s? \d{{1,2}} \s?-\s? (?:\d{{4}}|\d\d {_NO_MONTHS}) (?![\d/]) )
    | (?P<my>  (?<![\w/.]) \d{{1,2}} \s?[-/.]\s? {_YEAR} (?!\d) )
    | (?P<ym>  (?<![\w/.]) {_YEAR} [-/.] \d{{1,2}} (?!\d|[/.-]\s?\d) )
    | (?P<short> ['’‘`] \s? \d\d (?!\d) )
    | (?P<measure> (?<![^\W_]) b [. -]? \d{{1,2}} (?!\w) )
    | (?P<ta> (?<![^\W_]) t\.\s?a (?![^\W\d_]) \.? )
    | (?P<tw> (?<![^\W_]) t\.\s?w (?![^\W\d_]) \.? )
    | (?P<ordinal> (?<![^\W_]) ke \s?-\s?
                   (?: \d{{1,2}} (?!\d) | (?: [ivx]{{1,4}} | satu | dua | tiga | empat ) (?!\w) ) )
    | (?P<to> (?<![^\W_]) s\s?[./]?\s?d (?![^\W\d_]) \.? )
    | (?P<percent> \d+ (?:[.,]\d+)? \s? % )
    | (?P<clock> (?<![^\W_]) (?:pukul|pkl|jam) \.? \s? \d{{1,2}} [.:] \d\d (?!\d)
               | \d{{1,2}} (?: : \d\d | \.\d\d (?=\s?wi[bt]) ) )
    | (?P<number> \d+ )
    | (?P<word> [^\W\d_]+ )
    | (?P<dots> \.\.+ | … )
    | (?P<compared> [<≤] | ^ [>≥±≈~] )
    | (?P<mark> [-,;&+|\\/✔✓✅√~?] )
    | (?P<edge> [()[\]\n] )
    | (?P<arrow> [»›>]+ | {ARROW} )
    | (?P<bullet> [•▪◦‣·●○■□❖] )
    | (?P<sign> [^\w\s.:=*"“”„‟″'‘’‚‛′#^°] | _ )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_MARKS = {
    "?": Kind.WORD,
    "-": Kind.DASH,
    "~": Kind.DASH,
    "/": Kind.SLASH,
    "✔": Kind.DONE,
    "✓": Kind.DONE,
    "✅": Kind.DONE,
    "√": Kind.DONE,
}
_SIMPLE = {
    "to": Kind.TO,
    "percent": Kind.PERCENT,
    "clock": Kind.WORD,
    "dots": Kind.UNCLEAR,
    "arrow": Kind.DASH,
    "bullet": Kind.SEPARATOR,
    "sign": Kind.UNCLEAR,
}
_COMPARED = {"<": Kind.BEFORE, "≤": Kind.AIM, ">": Kind.START, "≥": Kind.START}
"""`< 31 Maret`, `> Maret`; what is about a time (`± Maret`) is a word beside it."""
_DASHES = dict.fromkeys(map(ord, "–—‒―−‐‑﹘﹣－⸺⸻⁃˗⁻₋〜～⁓֊᠆⸗⸚⹀〰゠︱︲"), "-")
"""Every dash of Unicode, and what people put in its place (a minus, a hyphen bullet, a wave)."""
_FOOTNOTES = dict.fromkeys(map(ord, "¹²³⁰⁴⁵⁶⁷⁸⁹"), None)


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, bullets and numbering left out. Line breaks part nothing: dates are written across them."""
    plain = normal_form(visible(text).translate(_FOOTNOTES)).translate(_DASHES)
    lines = "\n".join(" ".join(line.split()) for line in plain.splitlines()).strip()
    pieces = _pieces(lines)
    found = _placed(_as_one_word(without_bullets(lines))) if pieces is None else _each(pieces)
    return tuple(_mended(found))


_NOT_ALONE = frozenset({"b", "ke", "o", "s"})
"""Pieces that may be a part of more: `B 09`, `ke-3`, `s d`; `o` is a bullet."""
_COUNTS = ("dwi", "tri", "catur", "setengah", "separuh", "semi")
"""What a word that counts others begins with, or all of it: `tri bulanan`."""


def _pieces(text: str) -> list[str] | None:
    """The words, numbers, commas and dashes of a line that has nothing else, as most have; None for any other text.

    They are what the patterns would find as well. Those take long to compile, which many a workbook never needs.
    """
    if not text.isascii() or "\n" in text or text.startswith("-"):
        return None
    pieces = text.replace(",", " , ").replace("-", " - ").split()
    for at, piece in enumerate(pieces):
        if piece.isalpha():
            low = piece.lower()
            plain = low not in _NOT_ALONE and ("wulan" in low or not low.startswith(_COUNTS))
        elif piece == "-":
            plain = not all(beside.isdigit() for beside in pieces[at - 1 : at + 2 : 2])  # else it may be a date
        else:
            plain = piece == "," or piece.isdigit()
        if not plain:
            return None
    return pieces


def _each(pieces: Sequence[str]) -> Iterator[Token]:
    for piece in pieces:
        yield from _scan("word" if piece.isalpha() else "number" if piece.isdigit() else "mark", piece)


_HYPHENATED = pattern(r"(?<![^\W\d_])([^\W\d_]+)-\n([^\W\d_]+)")
_SPLIT_WORD = pattern(r"(?<![^\W_])(?:(tri|catur)[\s-]wulan|(jum)['’‘`´]at)(?=an\b|\b)", re.IGNORECASE)


_COUNTED = pattern(
    r"(?<![^\W_])(?:(dwi|tri|catur)[\s-]?(bulan|minggu|tahun|hari)an|(setengah|separuh|semi)[\s-]?tahun(an)?)\b",
    re.IGNORECASE,
)
_TIMES = {"dwi": 2, "tri": 3, "catur": 4}


def _counted(match: re.Match[str]) -> str:
    """`tri bulanan` is every 3 months, `setengah tahunan` every 6."""
    return f"{_TIMES[match[1].lower()]} {match[2]}an" if match[1] else f"6 bulan{match[4] or ''}"


def _as_one_word(text: str) -> str:
    """`Desem-` before a line with `ber`, `Tri Wulan`, `Jum’at`: the word that they are."""
    text = _COUNTED.sub(_counted, _HYPHENATED.sub(_unhyphenated, text))
    return _SPLIT_WORD.sub(lambda word: f"{word[1]}wulan" if word[1] else f"{word[2]}at", text)


def _unhyphenated(match: re.Match[str]) -> str:
    """A hyphen at a line's end parts one word, unless each half is one (`januari-` before `maret`)."""
    halves = (match[1].lower(), match[2].lower())
    one_word = match[2][0].islower() and (is_known("".join(halves)) or not any(map(is_known, halves)))
    return "".join(match.groups()) if one_word else match[0]


def years_in_target(text: str) -> tuple[int, ...]:
    """The years that a target waktu names, in order and with repetitions, for a plan that doesn't name its own year."""
    years = []
    for token in tokens(text[:MOST_CHARACTERS]):
        if token.kind is Kind.YEAR:
            years.append(token.value)
        elif token.kind in {Kind.DATE, Kind.MONTH_YEAR}:
            years.append(token.parts[-1])
    return tuple(years)


MOST_CHARACTERS = 4000
"""No time needs more; what is longer is prose that stands in the wrong column."""


def _mended(found: Iterator[Token]) -> list[Token]:
    """Numbers in words are one (`dua puluh satu`), a year is parted from the day behind it (`2025-5 Juni`).

    What only repeats the token before it goes: `3 (tiga)`, `sampai dengan`.
    """
    mended: list[Token] = []
    for token in found:
        last = mended[-1] if mended else None
        if last is None:
            mended.append(token)
            continue
        whole = _compound(last, token)
        if whole is not None:
            mended[-1] = whole
        elif last.kind is Kind.MONTH_YEAR and token.kind is Kind.MONTH and last.text[:4].isdecimal():
            mended[-1:] = [*_parted(last), token]
        elif token.kind is Kind.MONTH_YEAR and (
            last.kind is Kind.MONTH or (last.kind is Kind.UNIT and last.value == 12)
        ):
            mended.extend(_parted(token))
        elif not (last.kind is Kind.TO and token.says("dengan")):
            mended.append(token)
        if len(mended) > 1 and _again(mended[-2], mended[-1]):
            mended.pop()
    return mended


def _again(one: Token, other: Token) -> bool:
    """Whether the second number says the first one in words: `3 (tiga)`."""
    words = other.text.replace(" ", "").isalpha()
    return one.kind is other.kind is Kind.NUMBER and one.value == other.value and words


def _compound(one: Token, other: Token) -> Token | None:
    """`dua belas`, `kedua belas`, `dua puluh`, `dua puluh satu` as one number; None where they are two."""
    if one.kind not in {Kind.NUMBER, Kind.INDEX} or not one.text[0].isalpha():
        return None
    text = f"{one.text} {other.text}"
    if other.says("belas") and one.value < 10:
        return one._replace(text=text, value=one.value + 10)
    if other.says("puluh") and one.value < 10:
        return one._replace(text=text, value=one.value * 10)
    if one.text.lower().endswith(" puluh") and other.kind is Kind.NUMBER and other.text.isalpha() and other.value < 10:
        return one._replace(text=text, value=one.value + other.value)
    return None


def _parted(token: Token) -> list[Token]:
    """`2025-5` as its three tokens; itself where no dash joins it."""
    first, mark, second = re.split(r"\s?([-/.])\s?", token.text)
    if mark != "-":
        return [token]
    of_year = Token(Kind.YEAR, "", bracketed=token.bracketed)
    parts = [
        (of_year if len(number) == 4 else of_year._replace(kind=Kind.NUMBER))._replace(text=number, value=int(number))
        for number in (first, second)
    ]
    return [parts[0]._replace(breaks=token.breaks), Token(Kind.DASH, mark, bracketed=token.bracketed), parts[1]]


def _placed(text: str) -> Iterator[Token]:
    """Each token with its place: in brackets or not, first of its line or not."""
    depth, breaks = 0, False
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match.group()
        if kind == "edge":
            if piece == ")" and not depth and text[match.start() - 1].isdecimal():  # "1) Maret": no day
                yield Token(Kind.SEPARATOR, piece)
            depth = max(0, depth + (piece in "([") - (piece in ")]"))
            breaks = breaks or piece == "\n"
            continue
        for token in _scan(kind, piece.replace("\n", " ")):
            yield token._replace(bracketed=True, breaks=breaks) if depth else token._replace(breaks=breaks)
            breaks = False


def _scan(kind: str, piece: str) -> Iterator[Token]:
    if kind in _SIMPLE:
        yield Token(_SIMPLE[kind], piece)
    elif kind == "mark":
        yield Token(_MARKS.get(piece, Kind.SEPARATOR), piece)
    elif kind == "compared":
        yield Token(_COMPARED.get(piece, Kind.WORD), piece)
    elif kind == "ta":
        yield Token(Kind.UNIT, piece, 12, (0,))
    elif kind == "tw":
        yield Token(Kind.UNIT, piece, 3, (0,))
    elif kind == "ordinal":
        number = re.split(r"-\s?", piece)[1].lower()
        yield Token(Kind.INDEX, piece, _ordinal(number))
    elif kind == "word":
        for each, value, parts in meanings(piece.lower()):
            yield Token(each, piece, value, parts)
    elif kind == "number":
        year = len(piece) == 4 and FIRST_YEAR <= int(piece) <= LAST_YEAR
        # No number of a time has more digits; int() itself refuses thousands of them.
        yield Token(Kind.YEAR if year else Kind.NUMBER, piece, int(piece[:9]))
    else:
        numbers = [int(each) for each in re.findall(r"\d+", piece)]
        yield _number_token(kind, piece, numbers)


def _number_token(kind: str, piece: str, numbers: list[int]) -> Token:
    if kind == "short":
        return Token(Kind.YEAR, piece, 2000 + numbers[0])
    if kind == "measure":
        return Token(Kind.MEASURE, piece, numbers[0])
    if kind == "my":
        return Token(Kind.MONTH_YEAR, piece, parts=(numbers[0], numbers[1]))
    if kind == "ym":
        return Token(Kind.MONTH_YEAR, piece, parts=(numbers[1], numbers[0]))
    if kind == "ymd":
        return Token(Kind.DATE, piece, parts=(numbers[2], numbers[1], numbers[0]))
    day, month, year = numbers
    short = len(re.split(r"\D+", piece)[2]) == 2  # "0001" is the year 1
    return Token(Kind.DATE, piece, parts=(day, month, 2000 + year if short else year))


def _ordinal(number: str) -> int:
    """The number of `ke-3`, `ke-III`, `ke-tiga`."""
    if number == "x":  # else it counts: "2x"
        return 10
    return int(number) if number.isdecimal() else meanings(number)[0][1]


def kind_at(tokens: Sequence[Token], at: int) -> Kind | None:
    """The kind of a token; None before the first and after the last."""
    return tokens[at].kind if 0 <= at < len(tokens) else None


def is_unit(tokens: Sequence[Token], at: int, months: int) -> bool:
    """Whether the word there is the unit of so many months (1 "bulan", 12 "tahun")."""
    return kind_at(tokens, at) is Kind.UNIT and tokens[at].value == months
