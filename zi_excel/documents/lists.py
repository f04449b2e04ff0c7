"""The numbers that Word puts before paragraphs by itself: they stand on the page, but in none of its texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from zi_excel.plan.numbering import letters

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9
_MOST = 5000  # a higher number is no list's


class _Level(NamedTuple):
    """A level of a list: how its number is written, its text with `%1` for that of level 1, and where it starts."""

    form: str
    text: str
    start: int


class Lists:
    """The lists of a document; asked in the order of its paragraphs."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Reads the definitions. numbering, styles: the roots of these parts; None where there is none."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.iterchildren(f"{W}abstractNum"):
            levels = {}
            for level in abstract.iterchildren(f"{W}lvl"):
                number = _whole(level.get(f"{W}ilvl"))
                levels[number] = _Level(
                    _val(level, "numFmt", "decimal"), _val(level, "lvlText", ""), _whole(_val(level, "start", "1"))
                )
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = levels
        for num in numbering.iterchildren(f"{W}num"):
            name = num.get(f"{W}numId", "")
            self._of[name] = _val(num, "abstractNumId", "")
            for override in num.iterchildren(f"{W}lvlOverride"):
                start = _val(override, "startOverride", "")
                if start:
                    self._starts[name, _whole(override.get(f"{W}ilvl"))] = _whole(start)

    def _read_styles(self, styles: Any) -> None:
        based: dict[str, str] = {}
        for style in styles.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            based[name] = _val(style, "basedOn", "")
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None:
                self._styles[name] = (_val(own, "numId", "0"), _whole(_val(own, "ilvl", "0")))
        for name in based:
            above, seen = name, set[str]()
            while above and above not in self._styles and above not in seen:
                seen.add(above)
                above = based.get(above, "")
            if above in self._styles:
                self._styles[name] = self._styles[above]

    def number(self, paragraph: Any) -> str:
        """What stands before a paragraph: `a. `, `1) `, `- `; "" where it belongs to no list."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return ""
        own = properties.find(f"{W}numPr")
        of_style = self._styles.get(_val(properties, "pStyle", ""), ("0", 0))
        if own is None:
            name, at = of_style
        else:
            name, at = _val(own, "numId", of_style[0]), _whole(_val(own, "ilvl", str(of_style[1])))
        abstract = self._of.get(name)
        level = None if abstract is None else self._abstract.get(abstract, {}).get(at)
        if abstract is None or level is None or not 0 <= at < _LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        if name not in self._begun:
            self._begun.add(name)
            for override, start in self._starts.items():
                if override[0] == name and 0 <= override[1] < _LEVELS:
                    counts[override[1]] = start - 1
        counts[at] = counts[at] + 1 if counts[at] or (name, at) in self._starts else level.start
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        return self._written(abstract, level, counts)

    def _written(self, abstract: str, level: _Level, counts: list[int]) -> str:
        if level.form == "none" or not level.text:
            return ""
        if level.form == "bullet":
            return "- "
        text = level.text
        for at in range(_LEVELS):
            shown = self._abstract[abstract].get(at)
            if shown is not None and f"%{at + 1}" in text:
                count = counts[at] or shown.start
                text = text.replace(f"%{at + 1}", _FORMS.get(shown.form, str)(min(count, _MOST)))
        return f"{text.strip()} "


def _roman(number: int) -> str:
    text = ""
    for value, sign in (*_ROMAN, *_SMALL_ROMAN):
        while number >= value:
            text, number = text + sign, number - value
    return text


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def _val(element: Any, name: str, usual: str) -> str:
    child = element.find(f"{W}{name}")
    value = usual if child is None else child.get(f"{W}val", usual)
    return str(value)


def _whole(text: str | None) -> int:
    try:
        return int(text or "0")
    except ValueError:
        return 0
