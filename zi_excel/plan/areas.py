"""The six areas of a Zona Integritas (PermenPANRB 90/2021) by name: the one authority for reader and rules."""

import re
from typing import NamedTuple

from zi_excel.plan.patterns import pattern
from zi_excel.wording import normal_form


class Area(NamedTuple):
    """An area of change.

    number: 1..6. names: the right ones in use, the usual one first. slips: wrong names whose meaning is clear all the
    same.
    """

    number: int
    names: tuple[str, ...]
    slips: tuple[str, ...] = ()


AREAS: tuple[Area, ...] = (
    Area(1, ("Manajemen Perubahan",)),
    Area(2, ("Penataan Tatalaksana", "Penataan Ketatalaksanaan", "Penguatan Tatalaksana", "Tatalaksana")),
    Area(
        3,
        (
            "Penataan Sistem Manajemen SDM Aparatur",
            "Penataan Sistem Manajemen SDM",
            "Penataan Sistem Manajemen Sumber Daya Manusia Aparatur",
            "Penataan Sistem Manajemen Sumber Daya Manusia",
            "Penataan Manajemen SDM Aparatur",
            "Penataan Manajemen SDM",
            "Penataan Manajemen Sumber Daya Manusia",
            "Penataan Sistem Manajemen ASN",
            "Penataan Manajemen ASN",
            "Manajemen SDM",
        ),
    ),
    Area(
        4,
        ("Penguatan Akuntabilitas", "Penguatan Akuntabilitas Kinerja", "Akuntabilitas Kinerja"),
        ("Penguat Akuntabilitas", "Penguat Akuntabilitas Kinerja"),
    ),
    Area(5, ("Penguatan Pengawasan", "Penguatan Sistem Pengawasan"), ("Penguat Pengawasan",)),
    Area(
        6,
        (
            "Peningkatan Kualitas Pelayanan Publik",
            "Peningkatan Pelayanan Publik",
            "Peningkatan Kualitas Layanan Publik",
        ),
        ("Penguatan Kualitas Pelayanan Publik",),
    ),
)


_CALLED = pattern(r"^(?:area(?:\s+perubahan)?|komponen|pokja)\s+")


def _key(name: str) -> str:
    """The letters alone, in lower case, without brackets and the word for what it is ("AREA ...", "Pokja ...")."""
    plain = normal_form(name).casefold()
    return "".join(filter(str.isalpha, _CALLED.sub("", re.sub(r"\([^()]*\)", "", plain).strip())))


_NAMED = {_key(name): area.number for area in AREAS for name in area.names}
_MEANT = _NAMED | {_key(name): area.number for area in AREAS for name in area.slips}


def area_number(name: str) -> int | None:
    """The area (1..6) that a komponen's name means, however it is spaced or, in a known way, misspelt; None: none."""
    return _MEANT.get(_key(name))


def is_area_name(name: str) -> bool:
    """Whether it is the right name of an area, not a known slip."""
    return _key(name) in _NAMED
