"""The figures of several kantor (contract, section 9): plain means over kantor, each counting once. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import fsum
from statistics import median
from typing import NamedTuple, Self

from zi_excel.kantor.record import IndikatorRecord, KantorRecord, Matriks, Unread
from zi_excel.measuring.status import Status
from zi_excel.plan.periode import Periode
from zi_excel.validation.findings import Level


class Spread(NamedTuple):
    """How the capaian (0..1) of some kantor lie. All four are None where there is no kantor."""

    kantor: int
    rata_rata: float | None
    median: float | None
    terendah: float | None
    tertinggi: float | None

    @classmethod
    def of(cls, shares: Iterable[float]) -> Self:
        """Of the capaian of each kantor."""
        values = list(shares)
        if not values:
            return cls(0, None, None, None, None)
        return cls(len(values), mean(values), median(values), min(values), max(values))


class KomponenFigures(NamedTuple):
    """One area over the kantor that have it.

    area: 1..6, None where it is none of the six. kode: Roman for one of the six; else as the kantor write it, "" where
    that is one of the six's. nama: as most kantor write it.
    spread: of the kantor's capaian. rencana, deviasi: the means of theirs; None where none has any.
    capaian: a value per kantor of the rekap, None for those without this area.
    """

    area: int | None
    kode: str
    nama: str
    spread: Spread
    rencana: float | None
    deviasi: float | None
    capaian: tuple[float | None, ...]


class IndikatorFigures(NamedTuple):
    """One kode over the kantor whose indikator of that kode has the text that most have.

    komponen: the place of its area in the rekap's `komponen`. indikator: the text. spread: of the realisasi; an
    unreadable one counts 0. rencana, deviasi: means over the kantor that have one. status: kantor per status.
    teks_lain: how many kantor have that kode with another text; they are not in these figures.
    behind: the kantor (places in the rekap) furthest behind their rencana, the furthest first; at most three.
    places: per matrix of the rekap (`Rekap.matriks`) its place there; None where that matrix doesn't have it.
    """

    kode: str
    komponen: int
    indikator: str
    spread: Spread
    rencana: float | None
    deviasi: float | None
    status: Mapping[Status, int]
    teks_lain: int
    behind: tuple[int, ...]
    places: tuple[int | None, ...]

    @property
    def terlambat(self) -> int:
        """How many kantor are late with it."""
        return self.status[Status.TERLAMBAT]


class WilayahFigures(NamedTuple):
    """A wilayah. members: its kantor, as places in the rekap. The means are over those that have the figure."""

    nama: str
    members: tuple[int, ...]
    spread: Spread
    rencana: float | None
    deviasi: float | None
    tertimbang: float | None
    komponen: tuple[float | None, ...]


class RuleFigures(NamedTuple):
    """A rule over all kantor. kantor: how many have a finding of it. levels: how many findings of each level."""

    code: str
    title: str
    kantor: int
    levels: Mapping[Level, int]

    @property
    def findings(self) -> int:
        """How many findings in all."""
        return sum(self.levels.values())


class CoursePoint(NamedTuple):
    """A day of the year. rata_rata, rencana: means (0..1) over the `kantor` whose history reaches back to it.

    Each counts with its last entry up to that day; on the as-of day every kantor counts, as it stands now.
    """

    day: date
    rata_rata: float | None
    rencana: float | None
    kantor: int


class Rekap(NamedTuple):
    """Everything that the rekap shows. Places are indexes into `kantor`.

    per: the as-of day. periode: the period whose movement was asked for. tahun: the year of most plans.
    kantor: by wilayah, name and file, in natural order. unread: the workbooks that could not be read, by file.
    matriks: the different matrices; matriks_of: which of them each kantor has.
    spread: of the kantor's capaian. rencana, deviasi, tertimbang: means over the kantor that have one.
    ranks: a rank per kantor, 1 the highest capaian; equals share one.
    komponen: the six areas in their order, then others. indikator: in the order of their kode. wilayah: by name; none
    where no kantor is in one. temuan: the rules by number of kantor, the commonest first.
    course: the ends of the year's months up to the as-of day, and that day.
    behind: the kantor furthest behind their rencana, the furthest first; at most ten.
    behind_indikator: likewise, as places in `indikator`, by the deviasi of all their kantor together.
    """

    per: date
    periode: Periode | None
    tahun: int
    kantor: tuple[KantorRecord, ...]
    unread: tuple[Unread, ...]
    matriks: tuple[Matriks, ...]
    matriks_of: tuple[int, ...]
    spread: Spread
    rencana: float | None
    deviasi: float | None
    tertimbang: float | None
    ranks: tuple[int, ...]
    komponen: tuple[KomponenFigures, ...]
    indikator: tuple[IndikatorFigures, ...]
    wilayah: tuple[WilayahFigures, ...]
    temuan: tuple[RuleFigures, ...]
    course: tuple[CoursePoint, ...]
    behind: tuple[int, ...]
    behind_indikator: tuple[int, ...]
    version: str = ""

    @property
    def belum_melapor(self) -> tuple[int, ...]:
        """The kantor that reported nothing."""
        return tuple(place for place, kantor in enumerate(self.kantor) if not kantor.melapor)

    def cells(self, figures: IndikatorFigures) -> tuple[IndikatorRecord | None, ...]:
        """An indikator in every kantor; None where a kantor doesn't have it, or has another text there."""
        places = (figures.places[matriks] for matriks in self.matriks_of)
        return tuple(
            None if place is None else kantor.at(place) for kantor, place in zip(self.kantor, places, strict=True)
        )


def mean(values: Iterable[float | None]) -> float | None:
    """The plain mean of those that there are; None without any. Of the exact sum: the order doesn't show."""
    present = [value for value in values if value is not None]
    return fsum(present) / len(present) if present else None
