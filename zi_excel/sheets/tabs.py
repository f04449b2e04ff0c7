"""Which Monev tabs a plan has, and what they are called where staff have not renamed them."""

import re
from typing import NamedTuple

from zi_excel.history.columns import TAB_KEY as RIWAYAT
from zi_excel.plan.rencana_aksi import RencanaAksi

__all__ = ["JADWAL", "RINGKASAN", "RIWAYAT", "TEMUAN", "MonevTab", "komponen_key", "monev_tabs"]

RINGKASAN = "monev_ringkasan"
JADWAL = "monev_jadwal"
TEMUAN = "monev_temuan"

_FORBIDDEN = dict.fromkeys((*map(ord, "[]:*?/\\'"), *range(0x20)), " ")
_MOST_LETTERS = 31  # of a sheet's name in Excel


class MonevTab(NamedTuple):
    """A tab of ours. key: what it is recognised by at a refresh; name: its sheet name unless staff renamed it."""

    key: str
    name: str


def safe_name(name: str) -> str:
    """The name without what Excel refuses in a sheet's name."""
    return name.translate(_FORBIDDEN)[:_MOST_LETTERS].rstrip()


def komponen_key(kode: str) -> str:
    """The key of a komponen's tab: `monev_i`."""
    return "monev_" + re.sub(r"[^a-z0-9]+", "_", kode.lower()).strip("_")


def monev_tabs(plan: RencanaAksi) -> tuple[MonevTab, ...]:
    """The tabs of a plan in their order: the summary, one per komponen, the calendar, the findings, the history."""
    komponen = (MonevTab(komponen_key(area.kode), safe_name(f"Monev {area.kode}")) for area in plan.komponen)
    return (
        MonevTab(RINGKASAN, "Monev Ringkasan"),
        *komponen,
        MonevTab(JADWAL, "Monev Jadwal"),
        MonevTab(TEMUAN, "Monev Temuan"),
        MonevTab(RIWAYAT, "Monev Riwayat"),
    )
