"""What looks back as data for JSON. Shares are 0..1 or None, days YYYY-MM-DD."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from zi_excel.history.plan_diff import Difference, What
from zi_excel.history.records import Change, Entry, History, Reported


def riwayat_json(berkas: str, history: History, tab: str | None, unread: Sequence[int]) -> dict[str, Any]:
    """What `riwayat --format json` prints: the entries, the oldest first."""
    return {
        "berkas": berkas,
        "tab": tab,
        "catatan": [_entry(each) for each in history.entries],
        "baris_tidak_terbaca": list(unread),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    totals = entry.totals
    return {
        "per": entry.day.isoformat(),
        "rencana": None if totals is None else totals.total.rencana,
        "capaian": None if totals is None else totals.total.capaian,
        "komponen": [
            {"kode": kode, "rencana": share.rencana, "capaian": share.capaian}
            for kode, share in (() if totals is None else totals.komponen)
        ],
        "perubahan": [_change(each) for each in entry.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "jenis": str(change.kind),
        "kode": change.kode,
        "kode_semula": change.old_kode,
        "indikator": change.nama,
        "semula": reported_json(change.before),
        "menjadi": reported_json(change.after),
    }


def reported_json(reported: Reported | None) -> dict[str, Any] | None:
    """What was reported of an indikator at one time; None where it was not there."""
    return None if reported is None else {"realisasi": reported.realisasi, "status": str(reported.status)}


def banding_json(
    lama: str, baru: str, per: date, lembar: tuple[str, str], differences: Sequence[Difference]
) -> dict[str, Any]:
    """What `banding --format json` prints. `kolom`: a column's name, or `status`; cells None where there is none.

    lembar: the matrix's sheet in LAMA and in BARU.
    """
    return {
        "lama": lama,
        "baru": baru,
        "per": per.isoformat(),
        "lembar": list(lembar),
        "berbeda": bool(differences),
        "ringkasan": {str(what): sum(each.what is what for each in differences) for what in What},
        "perbedaan": [_difference(each) for each in differences],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "jenis": str(difference.what),
        "kode": difference.kode,
        "kode_lama": difference.old_kode,
        "kolom": difference.column,
        "lama": difference.before,
        "baru": difference.after,
        "sel_lama": None if difference.old is None else difference.old.ref,
        "sel_baru": None if difference.new is None else difference.new.ref,
    }
