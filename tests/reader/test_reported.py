"""The small workbooks of ../shared/reported, each rebuilt from a public report: what is right in it is read."""

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import zi_excel

ROOT = Path(__file__).parents[2]
REPORTED = ROOT.parent / "shared" / "reported"
PER = date(2025, 11, 20)


class Right(NamedTuple):
    """What is right in a workbook; what is None isn't asked.

    year: the plan's. due: per indikator its tonggak, or how many there are. shares: per indikator its realisasi; None
    where it is not reported. links: per indikator how many. told, untold: the rules that speak, and that don't.
    """

    year: int | None = None
    due: tuple[tuple[str, ...] | int, ...] | None = None
    shares: tuple[float | None, ...] | None = None
    links: tuple[int, ...] | None = None
    told: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()


OF_2025 = (
    ("2025-02-28",),
    ("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"),
    ("2025-09-30",),
    ("2025-12-31",),
)
RIGHT = {
    "01-a-printed-on": Right(year=2025, due=OF_2025, untold=frozenset({"ZI008"})),
    "01-b-letter-number": Right(year=2025, due=OF_2025, untold=frozenset({"ZI008"})),
    "02-unticked-boxes": Right(due=(("2025-03-31",), ("2025-12-31",))),
    "03-struck-out": Right(
        due=(("2025-06-30",), ("2025-12-31",), ("2025-12-31",)), shares=(0, 0, None), told=frozenset({"ZI017"})
    ),
    "09-last-years-column": Right(shares=(0.25, None, 0), told=frozenset({"ZI011"}), untold=frozenset({"ZI004"})),
    "10-realisasi-over-kinds": Right(shares=(0.5, 1), told=frozenset({"ZI011"}), untold=frozenset({"ZI802"})),
    "11-picture-in-cell": Right(links=(0, 1, 0), told=frozenset({"ZI018"}), untold=frozenset({"ZI009", "ZI810"})),
    "12-hyperlink-by-reference": Right(links=(1, 1, 1, 1), untold=frozenset({"ZI804", "ZI810"})),
    "13-share-link": Right(links=(1, 1), untold=frozenset({"ZI816"})),
    "14-invisible-marks": Right(shares=(0.5, 0.75, 1, 0.5), untold=frozenset({"ZI802"})),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_in_a_reported_workbook_is_read(name, tmp_path):
    """Every one was once read without a word, or with a word that misled."""
    if not (REPORTED / f"{name}.xlsx").is_file():
        pytest.skip("the reported workbooks (../shared/reported) are not here")
    path = Path(shutil.copy(REPORTED / f"{name}.xlsx", tmp_path))
    right = RIGHT[name]
    plan = zi_excel.kolom(path).plan
    rows = tuple(plan.indikator())
    spoke = {finding.code for finding in zi_excel.validasi(path, per=PER).findings}
    due = [tuple(map(str, row.target.jadwal.tonggak)) if row.target.jadwal else () for row in rows]
    assert right.year in {None, plan.year}
    for expected, days in zip(right.due or (), due, strict=right.due is not None):
        assert (len(days) if isinstance(expected, int) else days) == expected
    if right.shares is not None:
        read = [row.realisasi.share if row.realisasi.dilaporkan else None for row in rows]
        assert read == list(right.shares)
    if right.links is not None:
        assert [len(row.tautan_bukti.links) for row in rows] == list(right.links)
    assert right.told <= spoke
    assert not right.untold & spoke
