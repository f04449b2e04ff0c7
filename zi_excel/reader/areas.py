"""The six areas of a Zona Integritas by name (PermenPANRB 90/2021), and what offices make of the names."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES: tuple[tuple[str, ...], ...] = (
    ("manajemen perubahan",),
    ("penataan tata laksana", "penataan ketatalaksanaan", "tata laksana"),
    (
        "penataan sistem manajemen sdm aparatur",
        "penataan sistem manajemen sdm",
        "penataan manajemen sdm",
        "penataan manajemen sdm aparatur",
        "penataan sistem manajemen sumber daya manusia",
        "penataan sistem manajemen sumber daya manusia aparatur",
        "manajemen sdm",
    ),
    (
        "penguatan akuntabilitas kinerja",
        "penguatan akuntabilitas",
        "penguat akuntabilitas",
        "penguat akuntabilitas kinerja",
        "akuntabilitas kinerja",
    ),
    ("penguatan pengawasan", "penguat pengawasan"),
    ("peningkatan kualitas pelayanan publik", "penguatan kualitas pelayanan publik", "peningkatan pelayanan publik"),
)


def _key(name: str) -> str:
    return re.sub(r"[\W\d_]+|\(.*?\)", "", name.casefold())


AREAS: Mapping[str, int] = {_key(name): number for number, names in enumerate(_NAMES, 1) for name in names}


def area_number(name: str) -> int | None:
    """Which of the six areas (1..6) a komponen's name means, however it is spelt and spaced; None where it is none."""
    return AREAS.get(_key(name))
