"""Where everything stands: the one authority for the ranges that formulas, charts and links refer to.

What never moves, so that other workbooks may point there: A1 the title, A2 the tool's sign, the order of the columns,
and the rows named here. Rows count from 1.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.history.course import Point
from zi_excel.history.recording import Recording
from zi_excel.measuring.measure import Measurement, Status
from zi_excel.opc.workbook.workbook import quoted
from zi_excel.plan.rencana_aksi import RencanaAksi, column_letters
from zi_excel.sheets.tabs import RINGKASAN, komponen_key

TITLE_ROW = 1
SIGN_ROW = 2
CONTEXT_ROW = 3

BLOCK_LABEL_ROW = 2
"""The labels of the figures of a komponen, beside the sign and the way back in its tab."""
BLOCK_ROW = 3
"""The figures themselves."""

HEADER_ROW = 4
"""The header of every tab that is one table; the rows follow."""
FIRST_ROW = 5

CHANGED_ROW = 4
"""Ringkasan's sentence on what changed since the entry before."""
NEEDED_ROW = 5
"""Ringkasan's sentence on what needs somebody now."""
FIGURES_LABEL_ROW = 7
"""The labels of Ringkasan's figures of the whole."""
FIGURES_ROW = 8
"""The figures themselves."""
RINGKASAN_HEADER_ROW = 11
"""The header of Ringkasan's table of the komponen; the rows follow, then the total."""
RINGKASAN_FIRST_ROW = 12

CHART_ROWS = 15
COURSE_ROWS = 20
URGENT_ROWS = 10
CHANGES_ROWS = 12


class Col(IntEnum):
    """The columns of a komponen's tab."""

    KODE = 1
    SUBKOMPONEN = 2
    INDIKATOR = 3
    TARGET_WAKTU = 4
    JATUH_TEMPO = 5
    RENCANA = 6
    REALISASI = 7
    DEVIASI = 8
    STATUS = 9
    HARI_TERLAMBAT = 10
    TANGGAL_SELESAI = 11
    JUMLAH_TAUTAN = 12
    BUKTI = 13
    KENDALA = 14
    TINDAK_LANJUT = 15
    PENANGGUNG_JAWAB = 16
    MATRIKS = 17


class RingkasanCol(IntEnum):
    """The columns of Ringkasan's two tables; WBK and WBBM stand in that of the komponen only."""

    KODE = 1
    NAMA = 2
    JUMLAH = 3
    RENCANA = 4
    CAPAIAN = 5
    DEVIASI = 6
    TERTIMBANG = 7
    TIDAK_VALID = 8
    SELESAI = 9
    TERLAMBAT = 10
    PERLU_PERHATIAN = 11
    BERJALAN = 12
    BELUM_MULAI = 13
    BUKTI = 14
    WBK = 15
    WBBM = 16


class CourseCol(IntEnum):
    """The columns of Ringkasan's numbers of the course."""

    TANGGAL = 2
    RENCANA = 3
    CAPAIAN = 4


BOBOT = RingkasanCol.TERTIMBANG
"""The column of the weights in the table of the subkomponen, which have no weighted capaian of their own."""

TABLE_PLACES: Mapping[str, RingkasanCol] = MappingProxyType(
    {col.name.lower(): col for col in RingkasanCol if RingkasanCol.JUMLAH <= col <= RingkasanCol.BUKTI}
)
"""Ringkasan's column of each figure, by the figure's key."""

BLOCK_PLACES: Mapping[str, Col] = MappingProxyType(
    {
        "jumlah": Col.TARGET_WAKTU,
        "tertimbang": Col.JATUH_TEMPO,
        "rencana": Col.RENCANA,
        "capaian": Col.REALISASI,
        "deviasi": Col.DEVIASI,
        "bukti": Col.STATUS,
        **{status.value: Col(Col.HARI_TERLAMBAT + at) for at, status in enumerate(Status)},
    }
)
"""The column of each figure in the block above the header of a komponen's tab: a mean stands above its numbers."""


class Rows(NamedTuple):
    """Consecutive rows of a tab; at least one, which is blank where there is nothing to show."""

    sheet: str
    first: int
    last: int

    def column(self, column: int) -> str:
        """A column of these rows as formulas write it: `'Monev I'!$G$9:$G$20`."""
        letters = column_letters(column)
        return f"{quoted(self.sheet)}!${letters}${self.first}:${letters}${self.last}"

    def cell(self, column: int) -> str:
        """The first cell of that column: `'Monev I'!$G$9`."""
        return self.column(column).partition(":")[0]


class Layout(NamedTuple):
    """The ranges of a plan's tabs.

    names: sheet names by the tabs' keys. komponen, subkomponen: their rows in the komponen's tabs, by kode; subkomponen
    without an indikator are missing. ringkasan_*: the rows of Ringkasan's two tables. of_komponen: a komponen's rows in
    the table of the subkomponen.
    """

    names: Mapping[str, str]
    komponen: Mapping[str, Rows]
    subkomponen: Mapping[str, Rows]
    ringkasan_komponen: Rows
    ringkasan_subkomponen: Rows
    of_komponen: Mapping[str, Rows]

    @property
    def total_row(self) -> int:
        """Ringkasan's row of the whole."""
        return self.ringkasan_komponen.last + 1

    @property
    def chart_row(self) -> int:
        """Ringkasan's section of the charts."""
        return self.total_row + 3

    @property
    def legend_row(self) -> int:
        """Ringkasan's section of the statuses' meanings."""
        return self.chart_row + CHART_ROWS + 1

    @property
    def urgent_row(self) -> int:
        """Ringkasan's section of the most urgent indikator: its second printed page."""
        return self.legend_row + len(Status) + 2

    @property
    def notes_row(self) -> int:
        """Ringkasan's section of how the numbers come about."""
        return self.urgent_row + 2 + URGENT_ROWS + 1

    @property
    def course_row(self) -> int:
        """Ringkasan's section of the course over the year: its third printed page."""
        return self.notes_row + NOTES + 2

    @property
    def changes_row(self) -> int:
        """Ringkasan's section of what changed since the entry before."""
        return self.course_row + COURSE_ROWS + 1

    def course(self, points: int) -> Rows:
        """Ringkasan's rows of the numbers of the course, below its other tables."""
        first = self.ringkasan_subkomponen.last + 4
        return Rows(self.names[RINGKASAN], first, first + max(points, 1) - 1)


NOTES = 6
"""Ringkasan's notes on the numbers, a row each."""


def layout_of(plan: RencanaAksi, names: Mapping[str, str]) -> Layout:
    """The layout of a plan's tabs. names: sheet names by the tabs' keys."""
    komponen: dict[str, Rows] = {}
    subkomponen: dict[str, Rows] = {}
    for area in plan.komponen:
        sheet, row = names[komponen_key(area.kode)], FIRST_ROW
        for sub in area.subkomponen:
            if sub.indikator:
                subkomponen[sub.kode] = Rows(sheet, row, row + len(sub.indikator) - 1)
                row += len(sub.indikator)
        komponen[area.kode] = Rows(sheet, FIRST_ROW, max(row - 1, FIRST_ROW))
    ringkasan = names[RINGKASAN]
    table = Rows(ringkasan, RINGKASAN_FIRST_ROW, RINGKASAN_FIRST_ROW + max(len(plan.komponen), 1) - 1)
    start = Layout(names, komponen, subkomponen, table, table, {}).changes_row + 2 + CHANGES_ROWS + 4
    of_komponen: dict[str, Rows] = {}
    row = start
    for area in plan.komponen:
        if area.subkomponen:
            of_komponen[area.kode] = Rows(ringkasan, row, row + len(area.subkomponen) - 1)
            row += len(area.subkomponen)
    return Layout(names, komponen, subkomponen, table, Rows(ringkasan, start, max(row - 1, start)), of_komponen)


class MatrixCopy(NamedTuple):
    """Where a workbook of its own shows the matrix. rows: its row for each row of staff's sheet."""

    sheet: str
    rows: Mapping[int, int]


class MonevContents(NamedTuple):
    """What the Monev tabs are rendered from.

    recording: the history up to the measurement, and what changed last. course: capaian against rencana over the year.
    matrix: where a workbook that stands alone has the matrix; None: the tabs are for staff's own workbook.
    """

    plan: RencanaAksi
    measurement: Measurement
    layout: Layout
    version: str
    recording: Recording
    course: Sequence[Point]
    matrix: MatrixCopy | None = None

    def name(self, key: str) -> str:
        """The sheet name of a tab, by its key."""
        return self.layout.names[key]
