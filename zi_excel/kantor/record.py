"""What the rekap keeps of one kantor: small, and picklable, since another process or machine reads the workbook.

Memory of whoever asked grows with these records alone, so what is the same for many kantor (the rows of their matrix)
is a value of its own, `Matriks`, which they share once `Shared` has seen it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zi_excel.history.course import Point
from zi_excel.history.records import History
from zi_excel.measuring.measure import Capaian, Measurement
from zi_excel.measuring.status import Status
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.validation.findings import Finding, Level


class Matriks(NamedTuple):
    """The rows of a matrix, one place per indikator in each of the three: what kantor with the same matrix share.

    kode: unique. komponen: the kode of each one's komponen. texts: the indikator on one line, as the office writes it.
    """

    kode: tuple[str, ...]
    komponen: tuple[str, ...]
    texts: tuple[str, ...]


class IndikatorRecord(NamedTuple):
    """One indikator of a kantor on the as-of day; units and meanings as in `measuring.IndikatorResult`."""

    kode: str
    komponen: str
    indikator: str
    rencana: float | None
    realisasi: float | None
    dilaporkan: bool
    status: Status
    hari_terlambat: int | None
    bukti_tertaut: bool

    @property
    def deviasi(self) -> float | None:
        """Realisasi less rencana (-1..1; an unreadable realisasi counts 0); None where there is no rencana."""
        return None if self.rencana is None else (self.realisasi or 0.0) - self.rencana


class RuleCount(NamedTuple):
    """How many findings of a rule a kantor has at a level."""

    code: str
    level: Level
    findings: int


class KantorRecord(NamedTuple):
    """One office, one workbook, on the as-of day.

    nama, wilayah, berkas: who it is, None where it is in no wilayah, and the workbook's path as it was asked for.
    lembar, tahun: the matrix's sheet and the plan's year.
    total, komponen: what `capaian` gives, to the last digit.
    matriks: the rows; rencana, realisasi, dilaporkan, status, hari_terlambat, bukti_tertaut: a value for each of them.
    temuan: findings by rule and level, in the order of the codes.
    riwayat: of the plan's year up to the as-of day the last entry of each month, earliest first: what was planned and
    reached on its day. riwayat_terakhir, capaian_lalu: the day of the very last entry, and the capaian (0..1) that it
    recorded; None where there is none.
    pergerakan: how far the kantor moved in the period that was asked for, in percentage points, as `laporan` tells it;
    None where the history doesn't reach back, or no period was asked for.
    """

    nama: str
    wilayah: str | None
    berkas: str
    lembar: str
    tahun: int
    total: Capaian
    komponen: tuple[Capaian, ...]
    matriks: Matriks
    rencana: tuple[float | None, ...]
    realisasi: tuple[float | None, ...]
    dilaporkan: tuple[bool, ...]
    status: tuple[Status, ...]
    hari_terlambat: tuple[int | None, ...]
    bukti_tertaut: tuple[bool, ...]
    temuan: tuple[RuleCount, ...] = ()
    riwayat: tuple[Point, ...] = ()
    riwayat_terakhir: date | None = None
    capaian_lalu: float | None = None
    pergerakan: float | None = None

    @property
    def melapor(self) -> bool:
        """Whether staff reported on any indikator; a kantor that did not counts 0, and is marked."""
        return any(self.dilaporkan)

    def at(self, place: int) -> IndikatorRecord:
        """The indikator at a place of `matriks`."""
        matriks = self.matriks
        return IndikatorRecord(
            matriks.kode[place],
            matriks.komponen[place],
            matriks.texts[place],
            self.rencana[place],
            self.realisasi[place],
            self.dilaporkan[place],
            self.status[place],
            self.hari_terlambat[place],
            self.bukti_tertaut[place],
        )

    def indikator(self) -> Iterator[IndikatorRecord]:
        """All indikator in the order of the sheet."""
        return map(self.at, range(len(self.matriks.kode)))

    def findings(self, level: Level) -> int:
        """How many findings of a level."""
        return sum(each.findings for each in self.temuan if each.level is level)


class Unread(NamedTuple):
    """A workbook that could not be read: nowhere in the figures. sebab: one Indonesian sentence."""

    berkas: str
    sebab: str
    wilayah: str | None = None


def kantor_record(
    plan: RencanaAksi,
    measurement: Measurement,
    findings: Sequence[Finding],
    history: History,
    *,
    nama: str = "",
    wilayah: str | None = None,
    berkas: str = "",
    pergerakan: float | None = None,
) -> KantorRecord:
    """The record of a workbook.

    Args:
        plan: its matrix.
        measurement: what was measured of it.
        findings: what the validation found.
        history: what earlier refreshes recorded.
        nama: the office; wilayah: its group; berkas: the workbook's path as it was asked for.
        wilayah: see above.
        berkas: see above.
        pergerakan: how far it moved in the period asked for, in percentage points.
    """
    results = measurement.indikator
    counts = Counter((finding.code, finding.level) for finding in findings)
    last = history.entries[-1] if history.entries else None
    return KantorRecord(
        nama=nama,
        wilayah=wilayah,
        berkas=berkas,
        lembar=plan.sheet,
        tahun=plan.year,
        total=_plain(measurement.total),
        komponen=tuple(map(_plain, measurement.komponen)),
        matriks=Matriks(
            tuple(result.indikator.kode for result in results),
            tuple(result.komponen for result in results),
            tuple(" ".join(result.indikator.nama.text.split()) for result in results),
        ),
        rencana=tuple(result.rencana for result in results),
        realisasi=tuple(result.realisasi for result in results),
        dilaporkan=tuple(result.indikator.realisasi.dilaporkan for result in results),
        status=tuple(result.status for result in results),
        hari_terlambat=tuple(result.days_late for result in results),
        bukti_tertaut=tuple(result.bukti_tertaut for result in results),
        temuan=tuple(RuleCount(code, level, count) for (code, level), count in sorted(counts.items())),
        riwayat=_months(history, date(plan.year, 1, 1), measurement.per),
        riwayat_terakhir=None if last is None else last.day,
        capaian_lalu=None if last is None or last.totals is None else last.totals.total.capaian,
        pergerakan=pergerakan,
    )


def _plain(group: Capaian) -> Capaian:
    """The same, with a plain dict for its counts: a read-only view can't be pickled."""
    return group._replace(status=dict(group.status))


def _months(history: History, first: date, last: date) -> tuple[Point, ...]:
    by_month = {
        (entry.day.year, entry.day.month): Point(entry.day, entry.totals.total.rencana, entry.totals.total.capaian)
        for entry in history.entries
        if first <= entry.day <= last and entry.totals is not None and entry.totals.total.capaian is not None
    }
    return tuple(by_month.values())


class Shared:
    """Parts of records that are the same for many kantor, kept once."""

    def __init__(self) -> None:
        self._kept: dict[object, object] = {}

    def record(self, record: KantorRecord) -> KantorRecord:
        """The record, with what an earlier one had just so in the place of its own copy."""
        shared = {name: self._one(getattr(record, name)) for name in _SHARED}
        return record._replace(**shared)  # type: ignore[arg-type]  # each is equal to what it replaces

    def _one(self, value: object) -> object:
        return self._kept.setdefault(value, value)


_SHARED = ("matriks", "rencana", "dilaporkan", "status", "hari_terlambat", "bukti_tertaut", "temuan", "riwayat")
