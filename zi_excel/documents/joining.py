"""What the pages of a document have cut is put together again: rows, words, names that stand beside several rows.

All that only a document does to a matrix is known here, whatever kind of document it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from zi_excel.documents.layout import LaidRow, Tables
from zi_excel.documents.pages import Cell, Judged, strayed
from zi_excel.plan.numbering import read_digits, read_letter, split_number
from zi_excel.plan.rencana_aksi import Field
from zi_excel.wording import shortened

_GOES_ON = (
    ",",
    ";",
    "-",
    "–",
    "—",
    "/",
    "(",
    " dan",
    " atau",
    " s.d.",
    " s/d",
    " sampai",
    " di",
    " ke",
    " yang",
    " dari",
)
"""What a text ends with where a page has cut it."""
_LEAD = (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_CONTENT = (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.TARGET_WAKTU)
_SIDES = (Field.KOMPONEN, Field.SUBKOMPONEN, Field.PENANGGUNG_JAWAB)
"""Columns whose cells stand beside several rows."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ITEM = re.compile(r"[-•–▪*]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|[A-Z][^\W\d_]{0,14}\s?:")
_SOFT = "\u00ad"


class Words:
    """The words of a document, by which a hyphen at a line's end is judged."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._count = Counter(word.casefold() for text in texts for word in _WORD.findall(text))

    def joined(self, before: str, after: str) -> tuple[str, str | None]:
        """Two pieces of a text that a line's end parted, as one; and what was judged of a word, if anything was.

        before: without blanks at its end. after: without blanks at its start.
        """
        if not before or not after:
            return before + after, None
        if before.endswith(_SOFT):
            return before[:-1] + after, None
        cut = _CUT.search(before)
        rest = _WORD.match(after)
        capitals = cut is not None and rest is not None and cut[1].isupper() and rest[0].isupper()
        if capitals and self._count[f"{cut[1]}{rest[0]}".casefold()]:  # type: ignore[index]
            return f"{before[:-1]}{after}", None
        if cut is None or rest is None or not after[0].islower():
            glue = "" if before.endswith(("-", "–")) and not before[-2:-1].isspace() else " "
            return f"{before}{glue}{after}", None
        head, tail = cut[1].rsplit("-", 1)[-1], rest[0]
        whole, hyphened = (head + tail).casefold(), f"{head}-{tail}".casefold()
        if self._count[hyphened] > self._count[whole] or head.casefold() == tail.casefold():
            return f"{before}{after}", None
        made = f"{before[:-1]}{after}"
        return made, f"{head}-{tail} menjadi {head}{tail}"

    def fused(self, before: str, after: str) -> tuple[str, str | None]:
        """Two lines as one text, where the first's last word fills its line: a word too long for it goes on below."""
        head = re.split(r"[\s/(]", before)[-1]
        tail = _WORD.match(after)
        if tail is None or not head or not head[-1].isalpha():
            return f"{before} {after}", None
        rest = tail[0]
        known = self._count[(head + rest).casefold()]
        if known or (self._count[rest.casefold()] < 2 and len(rest) < 4 and head.isupper() == rest.isupper()):
            return f"{before}{after}", f"{head} {rest} menjadi {head}{rest}"
        return f"{before} {after}", None


def join_rows(tables: Tables, words: Words) -> None:
    """Puts the rows together that a page's end has cut; each such case is listed."""
    columns = tables.header.columns
    lead = next((field for field in _LEAD if field in columns), Field.INDIKATOR)
    kept: list[LaidRow] = []
    for row in tables.rows:
        above = next((each for each in reversed(kept) if not each.is_header and each.cells), None)
        if not row.first or above is None or not row.cells:
            kept.append(row)
            continue
        if _goes_on(above, row, columns, lead):
            owners = {column: _owner(kept, column) or above for column in row.cells}
            seen = " | ".join(cell.text for _, cell in sorted(row.cells.items()) if cell.text)
            notes = [
                _append(owners[column], column, cell, words) for column, cell in sorted(row.cells.items()) if cell.text
            ]
            more = "; ".join(note for note in notes if note)
            made = "Sambungan baris di atasnya yang terpotong halaman; digabungkan" + (f" ({more})." if more else ".")
            tables.judged.append(Judged(row.where, strayed(seen), made, row=id(above)))
        else:
            _join_sides(tables, kept, row, lead, words)
            kept.append(row)
    tables.rows[:] = kept


def _goes_on(above: LaidRow, row: LaidRow, columns: Mapping[Field, int], lead: Field) -> bool:
    """Whether a page's first row is the rest of the row above."""
    texts = {field: row.text(column) for field, column in columns.items() if row.text(column)}
    before = {field: above.text(column) for field, column in columns.items() if above.text(column)}
    if Field.NO in texts or any(cell.right - cell.left > 2 for cell in row.cells.values()):
        return False
    text, target = texts.get(lead, ""), texts.get(Field.TARGET_WAKTU, "")
    if read_letter(text) or read_digits(text) or not any(field in before for field in _CONTENT):
        return False
    if not any(field in texts for field in _CONTENT):
        name = texts.get(Field.KOMPONEN, "")
        return bool(texts) and (not name or (split_number(name)[0] is None and not name.isupper()))
    whole = before.get(Field.TARGET_WAKTU, "")
    open_target = not whole or whole.endswith(_GOES_ON)
    cut = any(texts[field][:1].islower() or before[field].endswith(_GOES_ON) for field in texts if field in before)
    if not text:
        return not target or open_target or (target[:1].islower() or (target[:1].isdigit() and len(target) == 4))
    if text[:1].islower():
        return not target or open_target or cut
    lettered = read_letter(before.get(lead, "")) is not None
    return (not target and (lettered or cut)) or (not whole and lettered)


def _join_sides(tables: Tables, kept: Sequence[LaidRow], row: LaidRow, lead: Field, words: Words) -> None:
    """Joins the rest of a name that stands beside several rows: the page's end has cut it, not the row."""
    columns = tables.header.columns
    letter = read_letter(row.text(columns.get(lead)))
    if row.text(columns.get(Field.NO)) or letter == "a":
        return
    for field in _SIDES:
        column = columns.get(field)
        rest = row.text(column)
        owner = _owner(kept, column) if column else None
        if column is None or not rest or owner is None or not owner.text(column):
            continue
        before = owner.cells[column]
        starts = rest[:1].islower() or before.text.endswith(_GOES_ON)
        if " ".join(rest.split()) == " ".join(before.text.split()) or not (starts or before.filled):
            continue
        _append(owner, column, row.cells[column], words)
        row.cells[column] = row.cells[column]._replace(text="", slanted=())
        made = f"Sambungan dari “{shortened(before.text, 80)}” di halaman sebelumnya; digabungkan."
        tables.judged.append(Judged(row.where, strayed(rest), made, row=id(row)))


def _owner(rows: Sequence[LaidRow], column: int | None) -> LaidRow | None:
    """The row whose cell in that column holds what is seen at the rows' end."""
    return next((row for row in reversed(rows) if not row.is_header and row.text(column)), None)


def _append(row: LaidRow, column: int, rest: Cell, words: Words) -> str | None:
    here = row.cells.get(column)
    if here is None or not here.text:
        row.cells[column] = rest if here is None else here._replace(text=rest.text, slanted=rest.slanted)
        return None
    if _ITEM.match(rest.text) and ("\n" in here.text or "\n" in rest.text):
        text, judged = f"{here.text}\n{rest.text}", None  # a list goes on
    else:
        text, judged = words.joined(here.text.rstrip(), rest.text.lstrip())
    row.cells[column] = here._replace(text=text, slanted=here.slanted + rest.slanted, filled=rest.filled)
    return judged
