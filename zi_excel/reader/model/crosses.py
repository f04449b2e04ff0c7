"""What crosses mean in columns that are parted by time: told once for the whole set, not row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Self

from zi_excel.plan.marks import Mark, mark_of
from zi_excel.plan.rencana_aksi import Field, Oddity, Place, Remark
from zi_excel.reader.rows.drafts import Outline
from zi_excel.reader.rows.grid import Grid

_MEANS = {
    True: "tidak ada tanda centang di sana, jadi tanda silang (x) dibaca sebagai tanda",
    False: "tanda silang (x) di samping tanda centang dibaca sebagai bukan tanda",
}


class Crosses(NamedTuple):
    """Whether a cross is a mark, in each of the two columns that may be parted; None where there is none."""

    of_target: bool | None
    of_realisasi: bool | None

    @classmethod
    def of(cls, grid: Grid, outline: Outline) -> Self:
        """What they mean in a sheet: no mark beside ticks; in REALISASI neither where TARGET WAKTU is ticked."""
        planned, done = (_seen(grid, outline, field) for field in (Field.TARGET_WAKTU, Field.REALISASI))
        return cls(
            Mark.YES not in planned if Mark.CROSS in planned else None,
            Mark.YES not in planned | done if Mark.CROSS in done else None,
        )

    def remarks(self, grid: Grid) -> Iterator[Remark]:
        """What was made of crosses, of each column that has any."""
        for field, mean in ((Field.TARGET_WAKTU, self.of_target), (Field.REALISASI, self.of_realisasi)):
            if mean is not None:
                place = Place(grid.sheet, grid.header.first, grid.header.parts[field][0].column)
                yield Remark(Oddity.COLUMN_JUDGED, place, detail=f"{field}|{_MEANS[mean]}")


def _seen(grid: Grid, outline: Outline, field: Field) -> set[Mark | None]:
    """The marks in a parted column; none where it is not parted."""
    parts = grid.header.parts.get(field, ())
    cells = (grid.cell(draft.line.row, part.column) for draft in outline.indikator() for part in parts)
    return {mark_of(cell.value, cell.text) for cell in cells if cell}
