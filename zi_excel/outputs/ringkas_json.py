"""The digest as data for JSON. Keys may be added, never changed."""

from __future__ import annotations

from typing import Any

from zi_excel.history.records import Change
from zi_excel.measuring.measure import IndikatorResult
from zi_excel.outputs.history_json import reported_json
from zi_excel.report.ringkas import Block, Digest, LackOfEvidence


def ringkas_json(berkas: str, digest: Digest) -> dict[str, Any]:
    """What `ringkas --format json` prints. Shares are unrounded, 0..1, or None; days are YYYY-MM-DD.

    `sejak` is None where the history has no entry before the as-of day; then nothing is said of changes.
    """
    return {
        "berkas": berkas,
        "per": digest.per.isoformat(),
        "hari": digest.days,
        "sejak": None if digest.since is None else digest.since.isoformat(),
        "penanggung_jawab": [_block(each) for each in digest.blocks],
        "hilang": [_change(each) for each in digest.gone],
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "nama": block.nama,
        "jumlah": block.jumlah,
        "selesai": block.selesai,
        "capaian": block.capaian,
        "terlambat": [_indikator(each) for each in block.late],
        "jatuh_tempo": [_indikator(each) for each in block.due],
        "tertinggal": [_indikator(each) for each in block.behind],
        "tidak_terbaca": [_indikator(each) for each in block.unreadable],
        "bukti": [_lacking(each) for each in block.lacking],
        "berubah": [_change(each) for each in block.changes],
    }


def _indikator(result: IndikatorResult) -> dict[str, Any]:
    return {
        "kode": result.indikator.kode,
        "nama": result.indikator.nama.text,
        "status": str(result.status),
        "jatuh_tempo": None if result.due is None else result.due.isoformat(),
        "hari_terlambat": result.days_late,
        "realisasi": result.realisasi,
        "rencana": result.rencana,
    }


def _lacking(lack: LackOfEvidence) -> dict[str, Any]:
    return {
        **_indikator(lack.result),
        "berkas_tidak_ada": list(lack.broken),
        "berkas_belum_ditautkan": lack.unlinked,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kode": change.kode,
        "kode_semula": change.old_kode,
        "nama": change.nama,
        "jenis": str(change.kind),
        "semula": reported_json(change.before),
        "sekarang": reported_json(change.after),
    }
