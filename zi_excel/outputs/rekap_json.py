"""A rekap as data for JSON: the keys of the contract's section 9, in its order. Keys may be added, never changed."""

from __future__ import annotations

from typing import Any

from zi_excel.kantor.figures import IndikatorFigures, KomponenFigures, Rekap, Spread, WilayahFigures
from zi_excel.kantor.record import KantorRecord, Unread
from zi_excel.outputs.results_json import group_json
from zi_excel.outputs.safe_text import json_text
from zi_excel.validation.findings import Level


def rekap_json(rekap: Rekap) -> dict[str, Any]:
    """What `rekap --format json` prints. Shares are unrounded, 0..1 (deviasi -1..1) or None; days are YYYY-MM-DD.

    Beside the contract's keys: how many did not report and could not be read; per kantor its rank, whether it reported,
    and its movement in the period (percentage points); median, lowest and highest of every group; how many kantor have
    an indikator's kode with another text; the rules with what was found.
    """
    return {
        "per": rekap.per.isoformat(),
        "ringkasan": {
            "kantor": len(rekap.kantor) + len(rekap.unread),
            "terbaca": len(rekap.kantor),
            **_spread(rekap.spread),
            "belum_melapor": len(rekap.belum_melapor),
            "tidak_terbaca": len(rekap.unread),
            "rencana": rekap.rencana,
            "deviasi": rekap.deviasi,
            "capaian_tertimbang": rekap.tertimbang,
            "periode": None if rekap.periode is None else rekap.periode.name,
        },
        "kantor": [_kantor(each, rank) for each, rank in zip(rekap.kantor, rekap.ranks, strict=True)],
        "wilayah": [_wilayah(each) for each in rekap.wilayah],
        "komponen": [_komponen(each) for each in rekap.komponen],
        "indikator": [_indikator(each) for each in rekap.indikator],
        "tidak_terbaca": [_unread(each) for each in rekap.unread],
        "temuan": [
            {
                "kode_aturan": each.code,
                "judul": each.title,
                "kantor": each.kantor,
                **{str(level): each.levels[level] for level in Level},
            }
            for each in rekap.temuan
        ],
        "perjalanan": [
            {
                "tanggal": point.day.isoformat(),
                "rata_rata": point.rata_rata,
                "rencana": point.rencana,
                "kantor": point.kantor,
            }
            for point in rekap.course
        ],
    }


def rekap_json_bytes(rekap: Rekap) -> bytes:
    """The same as the content of a file."""
    return json_text(rekap_json(rekap)).encode("utf-8", "backslashreplace")


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "rata_rata": spread.rata_rata,
        "median": spread.median,
        "terendah": spread.terendah,
        "tertinggi": spread.tertinggi,
    }


def _kantor(record: KantorRecord, rank: int) -> dict[str, Any]:
    return {
        "nama": record.nama,
        "wilayah": record.wilayah,
        "berkas": record.berkas,
        "total": group_json(record.total),
        "komponen": [group_json(each) for each in record.komponen],
        "temuan": {str(level): record.findings(level) for level in Level},
        "riwayat_terakhir": None if record.riwayat_terakhir is None else record.riwayat_terakhir.isoformat(),
        "capaian_lalu": record.capaian_lalu,
        "pergerakan": record.pergerakan,
        "melapor": record.melapor,
        "peringkat": rank,
    }


def _wilayah(figures: WilayahFigures) -> dict[str, Any]:
    return {"nama": figures.nama, "kantor": figures.spread.kantor, **_spread(figures.spread)}


def _komponen(figures: KomponenFigures) -> dict[str, Any]:
    return {
        "kode": figures.kode,
        "nama": figures.nama,
        "kantor": figures.spread.kantor,
        **_spread(figures.spread),
        "rencana": figures.rencana,
        "deviasi": figures.deviasi,
    }


def _indikator(figures: IndikatorFigures) -> dict[str, Any]:
    return {
        "kode": figures.kode,
        "indikator": figures.indikator,
        "kantor": figures.spread.kantor,
        **_spread(figures.spread),
        "status": {str(status): count for status, count in figures.status.items()},
        "rencana": figures.rencana,
        "deviasi": figures.deviasi,
        "teks_lain": figures.teks_lain,
    }


def _unread(unread: Unread) -> dict[str, Any]:
    return {"berkas": unread.berkas, "sebab": unread.sebab, "wilayah": unread.wilayah}
