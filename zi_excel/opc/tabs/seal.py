"""The seal of a tab: what stood in each of its rows, and what was drawn on it, when the tool wrote it.

It is kept in hidden names of the tab itself, as texts. Programs keep such names, delete and copy them with the tab, and
leave them where they are when cells are cut away.
"""

import re
from binascii import b2a_base64
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple, Self

from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.attached import Drawn
from zi_excel.opc.tabs.marks import is_seal
from zi_excel.opc.tabs.row_meaning import row_meanings, sheet_meanings
from zi_excel.opc.workbook.cell_text import SharedStrings
from zi_excel.opc.workbook.workbook import DefinedName

_FORM = "1"
"""The version of what rows say (row_meaning.py): digests of another version would all differ."""
_DIGEST = 4
"""Characters of a digest: 24 bits, so that one change in 16 million goes unnoticed."""
_LITERAL = 240
"""Characters of one text in a formula; Excel allows 255."""
_LITERALS = 8
"""Texts of one name: some 2,000 characters, where Excel allows a formula 8,192 (and half of that in its memory)."""
_FORMULA = r'\s*=?\s*"[^"]*"(?:\s*&\s*"[^"]*")*\s*'
_TEXT = r'"([^"]*)"'


class Seal(NamedTuple):
    """What a tab held. rows: a digest for each row with content; objects: one for the name of each drawn object."""

    rows: tuple[str, ...]
    objects: tuple[str, ...] = ()

    @classmethod
    def of(cls, sheet: xml.Element, drawn: Iterable[Drawn], strings: SharedStrings, *, date_1904: bool) -> Self:
        """The seal of a rendered tab.

        Args:
            sheet: its root.
            drawn: the objects drawn on it.
            strings: where its cells refer to.
            date_1904: whether its days count from 1904.
        """
        rows = sheet_meanings(sheet, strings, date_1904=date_1904)
        return cls(tuple(map(digest, rows)), tuple(digest(item.name) for item in drawn))

    def names(self, prefix: str) -> Iterator[tuple[str, str]]:
        """The names that keep the seal, with their formulas. prefix: what they start with."""
        whole = ";".join((_FORM, str(len(self.rows)), str(len(self.objects)), "".join((*self.rows, *self.objects))))
        texts = [f'"{whole[start : start + _LITERAL]}"' for start in range(0, len(whole), _LITERAL)]
        for number, start in enumerate(range(0, len(texts), _LITERALS), 1):
            yield f"{prefix}{number}", "&".join(texts[start : start + _LITERALS])

    @classmethod
    def read(cls, names: Iterable[DefinedName], prefix: str) -> Self | None:
        """The seal that a tab's names keep; None where it is not whole, or of another version."""
        texts: dict[int, str] = {}
        for item in names:
            number = xml.integer(item.name[len(prefix) :])
            if not is_seal(item.name, prefix) or number is None or re.fullmatch(_FORMULA, item.text) is None:
                continue
            texts[number] = "".join(re.findall(_TEXT, item.text))
        form, *rest = "".join(text for _, text in sorted(texts.items())).split(";")
        if form != _FORM or len(rest) != 3:
            return None
        rows, objects = xml.integer(rest[0]), xml.integer(rest[1])
        digests = [rest[2][start : start + _DIGEST] for start in range(0, len(rest[2]), _DIGEST)]
        if rows is None or objects is None or rows < 0 or rows + objects != len(digests):
            return None
        return cls(tuple(digests[:rows]), tuple(digests[rows:]))


def row_digests(package: Package, part: str, strings: SharedStrings, *, date_1904: bool) -> Iterator[tuple[int, str]]:
    """Streams a worksheet: (number from 1, digest) for each row that has any content.

    Raises:
        WorkbookError: it can't be read.
    """
    for number, meaning in row_meanings(package, part, strings, date_1904=date_1904):
        yield number, digest(meaning)


def digest(text: str) -> str:
    """A short digest of a text. For a row it is taken without the row's number, since staff may sort."""
    return b2a_base64(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=3).digest(), newline=False).decode()
