"""What crosses mean in columns that are parted by time: told once for the whole set, not row by row."""

from collections.abc import Iterator
from typing import NamedTuple, Self

from zi_excel.plan.marks import CROSSES, Mark, crosses_that_tick, mark_of
from zi_excel.plan.rencana_aksi import Field, Oddity, Place, Remark
from zi_excel.reader.rows.drafts import Outline
from zi_excel.reader.rows.grid import Grid


class Crosses(NamedTuple):
    """Which crosses are marks in the two columns that may be parted, and which occur there."""

    ticking: dict[Field, frozenset[Mark]]
    seen: dict[Field, frozenset[Mark]]

    @classmethod
    def of(cls, grid: Grid, outline: Outline) -> Self:
        """What they mean in a sheet; in REALISASI a cross is no mark either where TARGET WAKTU is ticked."""
        rows = {field: _marks(grid, outline, field) for field in (Field.TARGET_WAKTU, Field.REALISASI)}
        planned = any(Mark.YES in row for row in rows[Field.TARGET_WAKTU])
        return cls(
            {
                field: crosses_that_tick(marks, elsewhere=planned and field is Field.REALISASI)
                for field, marks in rows.items()
            },
            {
                field: frozenset(mark for mark in CROSSES if any(mark in row for row in marks))
                for field, marks in rows.items()
            },
        )

    def remarks(self, grid: Grid) -> Iterator[Remark]:
        """What was made of crosses, of each column that has any."""
        for field, seen in self.seen.items():
            if seen:
                yes = seen <= self.ticking[field]
                what = "dibaca sebagai tanda" if yes else "di samping tanda centang dibaca sebagai bukan tanda"
                place = Place(grid.sheet, grid.header.first, grid.header.parts[field][0].column)
                yield Remark(Oddity.COLUMN_JUDGED, place, detail=f"{field}|tanda silang (x) {what}")


def _marks(grid: Grid, outline: Outline, field: Field) -> list[set[Mark | None]]:
    """What each row marks in a parted column; nothing where it is not parted."""
    parts = grid.header.parts.get(field, ())
    if not parts:
        return []
    rows = ([grid.cell(draft.line.row, part.column) for part in parts] for draft in outline.indikator())
    return [{mark_of(cell.value, cell.text) for cell in row if cell} for row in rows]
