"""Results as data for JSON: the keys of the contract's section 7, in its order. Keys may be added, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zi_excel.measuring.measure import Capaian, IndikatorResult, Measurement
from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, PartStanding
from zi_excel.plan.rencana_aksi import Field, RencanaAksi, column_letters
from zi_excel.validation.findings import Finding, Level

if TYPE_CHECKING:  # so that no other result loads the reader
    from zi_excel.verbs.kolom import KolomResult


def capaian_json(measurement: Measurement) -> dict[str, Any]:
    """What `capaian --format json` prints. Shares are unrounded, 0..1 (deviasi -1..1) or None; days are YYYY-MM-DD."""
    return {
        "per": measurement.per.isoformat(),
        "total": group_json(measurement.total),
        "komponen": [group_json(each) for each in measurement.komponen],
        "subkomponen": [_group(each) for each in measurement.subkomponen],
        "penanggung_jawab": [_group(each) for each in measurement.penanggung_jawab],
        "indikator": [_indikator(each) for each in measurement.indikator],
    }


def validasi_json(berkas: str, lembar: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """What `validasi --format json` prints.

    Beside the contract's keys a temuan has `juga` (further cells of one that stands for many) and `alasan` (why
    settings changed its level, or None).
    """
    return {
        "berkas": berkas,
        "lembar": lembar,
        "temuan": [_finding(each) for each in findings],
        "ringkasan": {str(level): sum(each.level is level for each in findings) for level in Level},
    }


def periksa_utuh_json(lama: str, baru: str, comparison: PackageComparison) -> dict[str, Any]:
    """What `periksa-utuh --format json` prints.

    `kompresi_sama`: of a part of the same bytes, whether its compressed bytes are the same too; else None.
    """
    return {
        "lama": lama,
        "baru": baru,
        "utuh": comparison.intact,
        "ringkasan": {str(standing): len(comparison.of(standing)) for standing in PartStanding},
        "disimpan_program_lain": comparison.saved_elsewhere,
        "bagian": [_compared(part) for part in comparison.parts],
    }


def _compared(part: ComparedPart) -> dict[str, Any]:
    return {
        "bagian": part.part,
        "status": str(part.standing),
        "tab": part.tab,
        "rincian": list(part.details),
        "kompresi_sama": part.as_it_lay if part.standing is PartStanding.SAME else None,
    }


def kolom_json(berkas: str, result: KolomResult) -> dict[str, Any]:
    """What `kolom --format json` prints: rows from 1; `huruf` and what follows None where there is no such column."""
    plan, reading = result.plan, result.plan.reading
    return {
        "berkas": berkas,
        "lembar": plan.sheet,
        "baris_judul": [plan.header_row if reading is None else reading.first, plan.header_row],
        "tahun": plan.year,
        "tahun_dari": None if reading is None else reading.year_from,
        "baris_nomor": None if reading is None else reading.numbering,
        "kolom": [_column(each, plan) for each in Field],
        "lain": [
            {"huruf": column_letters(each.column), "judul": each.text or None, "sama_arti": each.same_as}
            for each in (() if reading is None else reading.others)
        ],
        "tidak_ada": list(result.missing),
        "pengaturan": list(result.example),
    }


def _column(field: Field, plan: RencanaAksi) -> dict[str, Any]:
    reading, here = plan.reading, field in plan.columns
    return {
        "nama": str(field),
        "huruf": column_letters(plan.columns[field]) if here else None,
        "judul": plan.headers[field].text if here else None,
        "dipahami": str(reading.how[field]) if here and reading is not None else None,
        "tersembunyi": field in reading.hidden if here and reading is not None else None,
        "bagian": [
            {"huruf": column_letters(part.column), "waktu": part.label}
            for part in (() if reading is None else reading.parts.get(field, ()))
        ],
    }


def _group(group: Capaian) -> dict[str, Any]:
    return {
        "kode": group.kode,
        "nama": group.nama,
        "jumlah": group.jumlah,
        "rencana": group.rencana,
        "capaian": group.capaian,
        "deviasi": group.deviasi,
        "status": {str(status): count for status, count in group.status.items()},
        "bukti_tertaut": group.bukti_tertaut,
    }


def group_json(group: Capaian) -> dict[str, Any]:
    """The whole or a komponen: N of the contract's section 7, with its capaian tertimbang."""
    data = _group(group) | {"capaian_tertimbang": group.tertimbang}
    return data if group.tertimbang is not None else data | {"capaian_tertimbang_sebab": group.tertimbang_sebab}


def _indikator(result: IndikatorResult) -> dict[str, Any]:
    """Beside the contract's keys: jatuh_tempo and hari_terlambat (`due`, `days_late`), bukti_tertaut, deviasi."""
    indikator = result.indikator
    jadwal = indikator.target.jadwal
    return {
        "kode": indikator.kode,
        "baris": indikator.row,
        "target_waktu": indikator.target_waktu.text,
        "jenis": None if jadwal is None else str(jadwal.jenis),
        "tonggak": [] if jadwal is None else [day.isoformat() for day in jadwal.tonggak],
        "rencana": result.rencana,
        "realisasi": result.realisasi,
        "dilaporkan": indikator.realisasi.dilaporkan,
        "status": str(result.status),
        "jatuh_tempo": None if result.due is None else result.due.isoformat(),
        "hari_terlambat": result.days_late,
        "bukti_tertaut": result.bukti_tertaut,
        "deviasi": result.deviasi,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kode_aturan": finding.code,
        "tingkat": str(finding.level),
        "lembar": finding.place.sheet,
        "sel": finding.place.ref,
        "kode": finding.kode,
        "pesan": finding.message,
        "saran": finding.suggestion,
        "juga": [{"sel": cell, "kode": kode} for cell, kode in finding.also],
        "alasan": finding.reason,
        "dimatikan": finding.silenced,
    }
