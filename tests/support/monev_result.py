"""What `monev` may have done to a workbook, as its result tells it."""

from pathlib import Path

from two_komponen import PER, PLAN

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.verbs.monev import MonevResult

BOOK = Path("rencana.xlsx")


def refreshed(**rest):
    """What `monev` did to a workbook."""
    usual = {
        "path": BOOK,
        "measurement": measure(PLAN, PER),
        "findings": (),
        "changed": True,
        "dry_run": False,
        "added": ("Monev Jadwal",),
        "replaced": ("Monev I", "Monev II"),
        "removed": (),
        "kept": 23,
        "backup": None,
        "sheet": "Rencana Aksi",
        "recording": recorded(History(), measure(PLAN, PER)),
    }
    return MonevResult(**usual | rest)


def places(*numbers):
    """Rows that staff typed in, none beside another."""
    return tuple(range(number, number + 1) for number in numbers)
