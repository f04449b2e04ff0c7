"""The kode of komponen, subkomponen and indikator; and remarks where they could not be given as written."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zi_excel.plan.areas import area_number
from zi_excel.plan.numbering import ROMAN, Number, Style, among, letters, position, read_digits, read_letter
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, TITLES, Field, Oddity, Place, Remark
from zi_excel.reader.rows.drafts import DraftIndikator, DraftKomponen, DraftSubkomponen
from zi_excel.reader.rows.grid import Grid
from zi_excel.reader.rows.lines import Kind, Line, lead_field

FILLED_BY_STAFF = tuple(field for field in Field if field not in (*ENACTED_FIELDS, Field.SUBKOMPONEN))
"""The columns that speak of an indikator's realisasi alone."""


class Given(NamedTuple):
    """The place that an item gets among its siblings. by_order: whether its order decided, not what is written."""

    value: int
    by_order: bool


def places(written: Sequence[int | None]) -> tuple[Given, ...]:
    """Places that are unique among siblings: as written where that is unique, else by order.

    Of several with the same number the first keeps it. An item without a number takes its place in the order, or, if
    that is taken, the next number after all others.
    """
    first = {number: at for at, number in reversed(list(enumerate(written))) if number is not None}
    taken = set(first)
    highest = max(taken, default=0)
    given: list[Given] = []
    for at, number in enumerate(written):
        if number is not None and first[number] == at:
            given.append(Given(number, by_order=False))
            continue
        value = at + 1 if at + 1 not in taken else highest + 1
        taken.add(value)
        highest = max(highest, value)
        given.append(Given(value, by_order=True))
    return tuple(given)


def roman(value: int) -> str:
    """A komponen's kode: I..XX, beyond that the number as it is."""
    return ROMAN[value - 1] if 0 < value <= len(ROMAN) else str(value)


class Kodes:
    """Gives kode, unique among siblings. remarks: what was noticed on the way, here and by whoever asks for kode."""

    def __init__(self, grid: Grid, komponen: Sequence[DraftKomponen]) -> None:
        """Kode of a matrix's komponen and what is below them."""
        self.remarks: list[Remark] = []
        self._grid = grid
        self._komponen = komponen
        self._unnumbered = _rows_of_habit([draft.line for draft in komponen])
        self._unnumbered |= _rows_of_habit([sub.line for draft in komponen for sub in draft.subkomponen])

    def of_komponen(self) -> list[str]:
        """`I`, `II`, ...: Roman even where the sheet writes `1`."""
        drafts = self._komponen
        read = numbers_of(drafts)
        written = [_komponen_number(draft.line, number) for draft, number in zip(drafts, read, strict=True)]
        numbers = _by_name(drafts, written)
        has_roman = any(_style(draft.line) is Style.ROMAN for draft in drafts)
        kodes = []
        for draft, number, given in zip(drafts, written, places(numbers), strict=True):
            kode = roman(given.value)
            self._remark_on_number(draft, kode, by_order=given.by_order or given.value != number)
            if draft.line is not None and has_roman and _style(draft.line) is Style.ARABIC:
                self._remark(Oddity.NUMBER_ARABIC, draft.line, kode, draft.line.written)
            kodes.append(kode)
        return kodes

    def of_subkomponen(self, parent: str, komponen: DraftKomponen) -> list[str]:
        """`I.1`, `I.2`, ... of a komponen's subkomponen."""
        numbers = [number.value if number else None for number in numbers_of(komponen.subkomponen)]
        kodes = []
        for sub, given in zip(komponen.subkomponen, places(numbers), strict=True):
            kode = f"{parent}.{given.value}"
            self._remark_on_number(sub, kode, by_order=given.by_order)
            kodes.append(kode)
        return kodes

    def _remark_on_number(self, draft: DraftKomponen | DraftSubkomponen, kode: str, *, by_order: bool) -> None:
        line = draft.line
        if line is None:
            return
        if line.number is None and not line.written:
            if (line.row, line.named) not in self._unnumbered:
                self._remark(Oddity.NUMBER_MISSING, line, kode)
        elif by_order or line.number is None:
            self._remark(Oddity.KODE_BY_ORDER, line, kode, line.written)
        if line.kind is not Kind.CONTENT:
            self._remark_on_report(line, kode)
        split = {more.row for indikator in _indikator_of(draft) for more in indikator.more}  # remarked on by these
        for more in draft.more:
            if more.row not in split:
                self._remark(Oddity.SPLIT_ROW, more, kode)

    def _remark_on_report(self, line: Line, kode: str) -> None:
        """Remarks on what staff typed in a heading's own row; a formula there sums up, a merged cell is its rows'."""
        data = {field: self._grid.datum(line.row, field) for field in FILLED_BY_STAFF if field in line.texts}
        typed = {field: datum for field, datum in data.items() if datum.formula is None and datum.span == 1}
        if typed:
            first = min((datum.place for datum in typed.values()), key=lambda place: place.column or 0)
            detail = ", ".join(TITLES[field] for field in typed)
            self.remarks.append(Remark(Oddity.REPORT_ON_HEADING, first, kode, detail))

    def _remark(self, oddity: Oddity, line: Line, kode: str, detail: str = "") -> None:
        column = self._grid.header.columns.get(Field.NO, self._grid.header.columns.get(line.named))
        self.remarks.append(Remark(oddity, Place(self._grid.sheet, line.row, column), kode, detail))

    def of_indikator(self, parent: str, sub: DraftSubkomponen) -> Iterator[tuple[str, str | None]]:
        """Kode and letter of each indikator: `I.1.a`; of a lone one without a letter its subkomponen's kode."""
        lead = lead_field(self._grid)
        written = [_letter(draft.line, lead) for draft in sub.indikator]
        if written == [None]:
            yield parent, None
            return
        numbers = [None if letter is None else position(letter) for letter in written]
        if not any(written):  # counted `1.` `2.`: as good as letters
            numbers = [read_digits(draft.line.texts.get(lead, "")) for draft in sub.indikator]
            if not any(numbers) and sub.line is None:
                numbers = [self._own_number(draft.line) for draft in sub.indikator]
        for letter, number, given in zip(written, numbers, places(numbers), strict=True):
            kept = letters(given.value)
            yield f"{parent}.{kept}", kept if number == given.value and letter is None else letter

    def _own_number(self, line: Line) -> int | None:
        """The number that NO gives a row; one that is merged downwards beside a komponen's name is the komponen's."""
        if line.number is None or (line.name and self._grid.datum(line.row, Field.NO).span > 1):
            return None
        return line.number.value

    def check_letters(self, rows: Sequence[tuple[str, str | None, int]]) -> None:
        """Remarks on the indikator (kode, letter, row) whose kode is not as written.

        Where no indikator of the whole matrix has a letter, that is its habit: one remark, not one per row.
        """
        column = self._grid.header.columns.get(lead_field(self._grid))
        odd = [row for row in rows if row[0].count(".") > 1 and row[0].rsplit(".", 1)[1] != row[1]]
        if not any(letter for _, letter, _ in rows):
            odd = odd[:1]
        for kode, letter, row in odd:
            self.remarks.append(Remark(Oddity.KODE_BY_ORDER, Place(self._grid.sheet, row, column), kode, letter or ""))


def numbers_of(drafts: Sequence[DraftKomponen] | Sequence[DraftSubkomponen]) -> tuple[Number | None, ...]:
    """The numbers that siblings have as written."""
    return among([draft.line.number if draft.line and not counts_indikator(draft) else None for draft in drafts])


def counts_indikator(draft: DraftKomponen | DraftSubkomponen) -> bool:
    """Whether NO counts the indikator of a komponen whose name is merged downwards beside them."""
    if not isinstance(draft, DraftKomponen) or draft.line is None or draft.line.kind is not Kind.CONTENT:
        return False
    lines = [indikator.line for sub in draft.subkomponen for indikator in sub.indikator]
    counted = [line.number for line in lines if line is not draft.line and not line.name and line.number is not None]
    return bool(counted) and _style(draft.line) is Style.ARABIC


def _komponen_number(line: Line | None, number: Number | None) -> int | None:
    """A komponen's number as written; where none is, or NO counts rows, that of the area that it names."""
    if line is None:
        return None
    counted = line.kind is Kind.CONTENT and _style(line) is Style.ARABIC
    return number.value if number and not counted else area_number(line.name)


def _rows_of_habit(lines: Sequence[Line | None]) -> set[tuple[int, Field]]:
    """All lines but the first where not one of them has a number: a single remark is enough then."""
    named = [line for line in lines if line is not None]
    if any(line.number is not None or line.written for line in named):
        return set()
    return {(line.row, line.named) for line in named[1:]}


def _by_name(drafts: Sequence[DraftKomponen], written: Sequence[int | None]) -> list[int | None]:
    """The numbers; one that several have stays with the name that agrees, the others get their area's, if free."""
    areas = [None if draft.line is None else area_number(draft.line.name) for draft in drafts]
    free = set(range(1, len(ROMAN))) - set(written)
    numbers = list(written)
    for at, (number, area) in enumerate(zip(written, areas, strict=True)):
        same = [other for other, value in enumerate(written) if value is not None and value == number]
        rightly = next((other for other in same if areas[other] == number), same[0] if same else at)
        if len(same) > 1 and at != rightly:
            numbers[at] = area if area in free else None
            free.discard(numbers[at] or 0)
    return numbers


def _indikator_of(draft: DraftKomponen | DraftSubkomponen) -> Sequence[DraftIndikator]:
    return draft.indikator if isinstance(draft, DraftSubkomponen) else ()


def _style(line: Line | None) -> Style | None:
    return line.number.style if line and line.number else None


def _letter(line: Line, lead: Field) -> str | None:
    """An indikator's letter, before its text or alone in NO."""
    if line.number is not None and line.number.style is Style.SMALL and not line.name:
        return letters(line.number.value)
    return read_letter(line.texts.get(lead, ""))
