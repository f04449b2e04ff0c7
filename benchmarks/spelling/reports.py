"""Realisasi made out of meanings: what was done of a target that is read for certain, written in many ways."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from spelling.surface import DASHES, UNTIL, YEAR, any_day, dated, end, index, joined, month, roman

_TARGETS = {
    "Maret, Juni, September, Desember 2025": (3, 6, 9, 12),
    "TW I, TW II, TW III, TW IV 2025": (3, 6, 9, 12),
    "setiap bulan": tuple(range(1, 13)),
    "Juni dan Desember 2025": (6, 12),
}


class Report(NamedTuple):
    """A realisasi. share: what it means; None: nothing clear. day: the one that is told beside it."""

    form: str
    text: str
    target: str
    share: float | None
    day: date | None = None


def _target(chance: Random) -> tuple[str, Sequence[int]]:
    return chance.choice(list(_TARGETS.items()))


def _up_to(months: Sequence[int], last: int) -> float:
    return sum(each <= last for each in months) / len(months)


def _year(chance: Random) -> str:
    return chance.choice(["", "", " 2025", " tahun 2025"])


def _semester(chance: Random) -> Report:
    target, months = _target(chance)
    number = chance.randint(1, 2)
    unit = chance.choice(["Semester", "Smt", "Smt.", "Sem"])
    return Report("", f"{unit} {index(chance, number)}{_year(chance)}", target, _up_to(months, 6 * number))


def _measure(chance: Random) -> Report:
    target, months = _target(chance)
    number = chance.randint(1, 12)
    return Report("", f"B{number:02}{_year(chance)}", target, _up_to(months, number))


def _until(chance: Random) -> Report:
    target, months = _target(chance)
    number = chance.randint(1, 12)
    if number % 3 == 0 and chance.random() < 0.5:
        time = f"{chance.choice(['TW', 'Triwulan', 'TW.'])} {index(chance, number // 3)}"
    else:
        time = chance.choice(["", "bulan ", "akhir "]) + month(chance, number)
    link = chance.choice(UNTIL).lstrip()
    before = chance.choice(["", "", "sudah ", "telah dilaksanakan ", "terlaksana "])
    return Report("", f"{before}{link}{time}{_year(chance)}", target, _up_to(months, number))


def _until_a_day(chance: Random) -> Report:
    target, months = _target(chance)
    day = any_day(chance)
    share = sum(end(YEAR, each) <= day for each in months) / len(months)
    return Report("", chance.choice(UNTIL).lstrip() + dated(chance, day), target, share)


def _quarters(chance: Random) -> Report:
    target, months = chance.choice([each for each in _TARGETS.items() if len(each[1]) > 2])
    numbers = sorted(chance.sample(range(1, 5), chance.randint(1, 3)))
    text = joined(chance, [f"{chance.choice(['TW', 'Triwulan'])} {roman(each)}" for each in numbers])
    share = sum((each + 2) // 3 in numbers for each in months) / len(months)
    return Report("", text + _year(chance), target, share)


def _months(chance: Random) -> Report:
    target, months = _target(chance)
    numbers = sorted(chance.sample(list(months), chance.randint(1, len(months))))
    text = joined(chance, [month(chance, each) for each in numbers])
    before = chance.choice(["", "", "sudah "]) if "\n" not in text else ""
    return Report("", f"{before}{text}{_year(chance)}", target, len(numbers) / len(months))


def _months_from_to(chance: Random) -> Report:
    one, other = sorted(chance.sample(range(1, 13), 2))
    link = chance.choice([*DASHES, *UNTIL])
    text = f"{month(chance, one)}{link}{month(chance, other)}{_year(chance)}"
    return Report("", text, "setiap bulan", (other - one + 1) / 12)


def _done(chance: Random) -> Report:
    target, _ = _target(chance)
    return Report(
        "", chance.choice(["selesai", "Sudah selesai", "✓", "√", "v", "V", "tuntas", "☑", "(v)"]), target, 1.0
    )


def _done_on_a_day(chance: Random) -> Report:
    target, _ = chance.choice([_target(chance), ("Maret 2025", (3,)), ("Januari - Desember 2025", (12,))])
    day = any_day(chance)
    text = dated(chance, day)
    shown = chance.choice(
        [
            f"Selesai ({text})",
            f"selesai {text}",
            f"Selesai, {text}",
            f"{text} (selesai)",
            f"v ({text})",
            f"✓ {text}",
            f"100% ({text})",
        ]
    )
    return Report("", shown, target, 1.0, day)


def _percent(chance: Random) -> Report:
    target, _ = _target(chance)
    share = chance.randint(0, 100)
    text = chance.choice(
        [
            f"{share}%",
            f"{share} %",
            f"{share},0%",
            f"{share}.0 %",
            f"baru {share}%",
            f"{share} persen",
            f"Progres: {share}%",
        ]
    )
    return Report("", text, target, share / 100)


def _fraction(chance: Random) -> Report:
    target, _ = _target(chance)
    whole = chance.randint(1, 12)
    done = chance.randint(0, whole)
    return Report(
        "", chance.choice([f"{done}/{whole}", f"{done} dari {whole}", f"{done} / {whole}"]), target, done / whole
    )


def _nothing_clear(chance: Random) -> Report:
    target, _ = _target(chance)
    name = month(chance, chance.randint(1, 12))
    texts = [
        "hampir selesai",
        "proses",
        f"mulai {name}",
        f"-{month(chance, 3)}-{month(chance, 6)}",
        f"Semester {chance.choice(['I', 'II'])} 2024",
        f"s.d. {name} 2024",
        f"terlaksana {dated(chance, any_day(chance))}",
        "Semester III",
        "TW V",
        "s.d. sekarang",
        "tahun 2025",
        "75%-80%",
        "x",
        "belum selesai",
        f"{name} atau {month(chance, 1)}",
        f"belum {name}",
        f"kecuali {name}",
        f"tidak s.d. {name}",
        f"rencana {name}",
        f"s.d. {name} belum",
        f"sebelum {name}",
        f"setelah TW {chance.choice(['I', 'II'])}",
    ]
    return Report("", chance.choice(texts), target, None)


FORMS: Mapping[str, Callable[[Random], Report]] = MappingProxyType(
    {
        form.__name__.strip("_").replace("_", " "): form
        for form in (
            _semester,
            _measure,
            _until,
            _until_a_day,
            _quarters,
            _months,
            _months_from_to,
            _done,
            _done_on_a_day,
            _percent,
            _fraction,
            _nothing_clear,
        )
    }
)
