"""Names of offices that do not exist, in provinces that do not exist, and what their staff are like."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product

_PROVINCE_FIRST = ("Nusa", "Teluk", "Bukit", "Muara", "Rawa", "Lembah", "Selat", "Pulau")
_PROVINCE_SECOND = ("Kencana", "Mutiara", "Cendana", "Raya", "Timur Laut", "Gading")
_PLACE_FIRST = ("Karang", "Suka", "Wono", "Purwa", "Banyu", "Tirta", "Kerta", "Marga", "Sumber", "Giri", "Arga", "Ranu")
_PLACE_SECOND = ("asri", "lestari", "santosa", "raharja", "permai", "kencana", "mukti", "wijaya", "bahari", "sentosa")
_LONG = " dan Kepulauan {} Bagian Selatan"  # some names are longer than any column

_A_WILAYAH = 14
"""Offices that a province has on average, where there are many; fewer have three provinces at least."""
_MOST_WILAYAH = 38


class Matrix(Enum):
    """Which matrix an office follows."""

    KEPUTUSAN = auto()  # the one that travels with the tool
    KALIMAT_SENDIRI = auto()  # the same kode, some texts in other words
    BERGESER = auto()  # own indikator in between, so that the same kode mean something else further down
    EMPAT_AREA = auto()  # four of the six areas, numbered anew


class Kind(Enum):
    """What there is to say of an office's workbook before anything else."""

    BIASA = auto()
    BELUM_MELAPOR = auto()  # columns 8-12 are as empty as in the template
    TERKUNCI = auto()  # encrypted with a password
    RUSAK = auto()  # cut off while it was copied


@dataclass(frozen=True)
class Office:
    """An office that does not exist.

    wilayah: its folder; place: as a title says it (`KABUPATEN KARANGASRI`). lag: days that its work is behind the plan;
    spread: how uneven that is, in days. evidence: share of what is done that is linked. slips: share of cells that are
    mistyped. months: of its year, those at whose end it refreshed the tabs. seed: of all else.
    """

    wilayah: str
    place: str
    kind: Kind
    matrix: Matrix
    lag: float
    spread: float
    evidence: float
    slips: float
    months: tuple[int, ...]
    seed: int

    @property
    def name(self) -> str:
        """`KPU Kabupaten Karangasri`."""
        return f"KPU {self.place}"


def offices(count: int, seed: int, per_month: int) -> Iterator[Office]:
    """So many offices; the same ones for the same seed.

    Where there are ten or more, one workbook is encrypted, one damaged, and one office has reported nothing; of many
    hundred a few more. per_month: the last month that has a refresh.
    """
    rng = random.Random(seed)
    wilayah = [f"Provinsi {first} {second}" for first, second in product(_PROVINCE_FIRST, _PROVINCE_SECOND)]
    rng.shuffle(wilayah)
    wilayah = sorted(wilayah[: min(_MOST_WILAYAH, max(count // _A_WILAYAH, min(count, 3)))])
    standing = {name: rng.gauss(0, 12) for name in wilayah}
    places = _places(rng)
    special = _special(count, rng)
    for number in range(count):
        own = wilayah[number % len(wilayah)]
        lag = standing[own] + rng.choice((-20, -5, 5, 20, 45, 80))
        yield Office(
            wilayah=own,
            place=next(places),
            kind=special.get(number, Kind.BIASA),
            matrix=_matrix(number, count, rng),
            lag=lag,
            spread=rng.uniform(8, 45),
            evidence=rng.uniform(0.4, 1.0),
            slips=rng.choice((0.0, 0.0, 0.0, 0.01, 0.03)),
            months=_months(lag, per_month, rng),
            seed=rng.getrandbits(32),
        )


def _places(rng: random.Random) -> Iterator[str]:
    """Places without end, no two alike; now and then one with a long name."""
    names = ["".join(pair) for pair in product(_PLACE_FIRST, _PLACE_SECOND)]
    rng.shuffle(names)
    for round_, suffix in enumerate(("", " Utara", " Selatan", " Barat", " Timur", " Tengah", " Hulu", " Hilir")):
        for at, name in enumerate(names):
            kind = "Kota" if at % 5 == 4 else "Kabupaten"
            yield f"{kind} {name}{suffix}" + (_LONG.format(names[at - 1]) if at % 37 == 11 and round_ < 2 else "")
    for number in range(1, 1_000_000):
        yield f"Kabupaten {names[number % len(names)]} {number}"


def _special(count: int, rng: random.Random) -> dict[int, Kind]:
    if count < 10:
        return {}
    each = 1 + count // 200
    chosen = rng.sample(range(count), 3 * each)
    kinds = (Kind.BELUM_MELAPOR, Kind.TERKUNCI, Kind.RUSAK)
    return {number: kinds[at % 3] for at, number in enumerate(chosen)}


def _matrix(number: int, count: int, rng: random.Random) -> Matrix:
    """Most follow the decree's; of twelve at least one follows each of the others."""
    others = (Matrix.KALIMAT_SENDIRI, Matrix.BERGESER, Matrix.EMPAT_AREA)
    if count >= 10 and number < 9 and number % 3 == 2:
        return others[number // 3]
    return rng.choices((Matrix.KEPUTUSAN, *others), (80, 10, 6, 4))[0]


def _months(lag: float, last: int, rng: random.Random) -> tuple[int, ...]:
    """The tidy ones refresh every month, others every quarter; some stopped, some never did."""
    every = tuple(range(rng.randint(1, 3), last + 1))
    if lag > 60:
        return rng.choice(((), tuple(range(2, min(7, last + 1)))))
    return rng.choices((every, every[::3], ()), (55, 30, 15))[0]
