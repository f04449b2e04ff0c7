"""`lanjut --format json`: what moved to the coming year, what has to be decided, what the old year left unfinished."""

from __future__ import annotations

from typing import Any

from zi_excel.measuring.measure import IndikatorResult
from zi_excel.sheets.matriks.contents import Change
from zi_excel.validation.findings import Level
from zi_excel.verbs.lanjut import LanjutResult


def lanjut_json(result: LanjutResult) -> dict[str, Any]:
    """What the command prints; cells are those of the draft, `sel` and `kode` None where a text belongs to none."""
    continued = result.continued
    return {
        "berkas": str(result.source),
        "rancangan": str(result.path),
        "tahun_lama": continued.old_year,
        "tahun": continued.year,
        "per": continued.per.isoformat(),
        "perlu_diputuskan": [_change(result, change) for change in result.asked],
        "digeser": [_change(result, change) for change in result.moved],
        "belum_selesai": [_unfinished(each) for each in continued.unfinished],
        "pengaturan": None if result.settings is None else str(result.settings),
        "catatan": list(result.notes),
        "ringkasan": {str(level): result.count(level) for level in Level} if result.checked is not None else None,
    }


def _change(result: LanjutResult, change: Change) -> dict[str, Any]:
    return {
        "sel": result.cell(change),
        "kode": change.kode,
        "kolom": change.where,
        "lama": change.old,
        "baru": change.new,
        "keputusan": str(change.made),
        "sebab": change.why,
    }


def _unfinished(result: IndikatorResult) -> dict[str, Any]:
    indikator = result.indikator
    return {
        "kode": indikator.kode,
        "indikator": indikator.nama.text,
        "target_waktu": indikator.target_waktu.text,
        "status": str(result.status),
        "realisasi": result.realisasi,
        "kendala": indikator.kendala.text,
        "tindak_lanjut": indikator.tindak_lanjut.text,
    }
