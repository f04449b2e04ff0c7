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
QUARTERS = ("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31")
RIGHT = {
    "01-a-printed-on": Right(year=2025, due=OF_2025, untold=frozenset({"ZI008"})),
    "01-b-letter-number": Right(year=2025, due=OF_2025, untold=frozenset({"ZI008"})),
    "02-unticked-boxes": Right(due=(("2025-03-31",), ("2025-12-31",))),
    "03-struck-out": Right(
        due=(("2025-06-30",), ("2025-12-31",), ("2025-12-31",)), shares=(0, 0, None), told=frozenset({"ZI017"})
    ),
    "04-count-before-month": Right(
        due=(("2025-03-31",), ("2025-03-31",), ("2025-03-31",), *[("2025-06-30", "2025-12-31")] * 2, ("2025-06-30",))
    ),
    "05-short-dates": Right(due=(("2025-03-31",), ("2025-11-30",), ("2025-12-31",))),
    "06-month-numbers": Right(
        due=tuple((f"2025-{day}",) for day in ("09-30", "07-31", "10-31", "03-31", "09-30", "03-31"))
    ),
    "07-times-per-period": Right(due=(QUARTERS,) * 6),
    "08-start-and-duration": Right(due=(("2025-03-31",), ("2025-03-30",), ("2025-06-30",))),
    "09-last-years-column": Right(shares=(0.25, None, 0), told=frozenset({"ZI011"}), untold=frozenset({"ZI004"})),
    "10-realisasi-over-kinds": Right(shares=(0.5, 1), told=frozenset({"ZI011"}), untold=frozenset({"ZI802"})),
    "11-picture-in-cell": Right(links=(0, 1, 0), told=frozenset({"ZI018"}), untold=frozenset({"ZI009", "ZI810"})),
    "12-hyperlink-by-reference": Right(links=(1, 1, 1, 1), untold=frozenset({"ZI804", "ZI810"})),
    "13-share-link": Right(links=(1, 1), untold=frozenset({"ZI816"})),
    "14-invisible-marks": Right(shares=(0.5, 0.75, 1, 0.5), untold=frozenset({"ZI802"})),
    "15-weekdays": Right(due=(52, 104, 53)),
    "16-number-slash-year": Right(due=(("2025-06-30",), ("2025-09-30",), ("2025-06-30",), QUARTERS)),
    "17-reported-periods": Right(shares=(0.5, 0.5, 0.5, 1, 1, 1), untold=frozenset({"ZI802"})),
    # the fourth week of March ends with the month: 22 to its end (contract, section 4)
    "18-weeks-and-ordinals": Right(
        due=(*((f"2025-{day}",) for day in ("03-14", "03-31", "05-31", "03-31", "03-31")), 52, 24, ("2025-12-31",)),
        told=frozenset({"ZI604"}),
        untold=frozenset({"ZI602"}),
    ),
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
