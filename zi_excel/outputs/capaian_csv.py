"""Completion as CSV: one row per indikator, as Indonesian Excel opens it (contract, section 7)."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Mapping

from zi_excel.measuring.measure import IndikatorResult, Measurement
from zi_excel.outputs.safe_text import csv_cell

HEADER = (
    "kode",
    "komponen",
    "subkomponen",
    "indikator",
    "target_waktu",
    "jenis",
    "tonggak",
    "penanggung_jawab",
    "rencana",
    "realisasi",
    "deviasi",
    "dilaporkan",
    "status",
    "jatuh_tempo",
    "hari_terlambat",
    "bukti_tertaut",
    "baris",
)


def capaian_csv(measurement: Measurement) -> bytes:
    """UTF-8 with BOM, `;` between columns, decimal commas, days as YYYY-MM-DD, shares 0..1 (deviasi -1..1).

    Text of staff's can't start a formula, whatever separates columns for the program that opens it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    names = {each.kode: each.nama for each in (*measurement.komponen, *measurement.subkomponen)}
    for result in measurement.indikator:
        row = _row(result, names)
        writer.writerow([row[title] for title in HEADER])
    return BOM_UTF8 + out.getvalue().encode("utf-8")


def _row(result: IndikatorResult, names: Mapping[str, str]) -> dict[str, str]:
    """The cells of an indikator by their titles. names: of komponen and subkomponen, by their kode."""
    indikator = result.indikator
    jadwal = indikator.target.jadwal
    return {
        "kode": indikator.kode,
        "komponen": csv_cell(names.get(result.komponen, "")),
        "subkomponen": csv_cell(names.get(result.subkomponen, "")),
        "indikator": csv_cell(indikator.nama.text),
        "target_waktu": csv_cell(indikator.target_waktu.text),
        "jenis": str(jadwal.jenis) if jadwal else "",
        "tonggak": " ".join(each.day.isoformat() for each in result.tonggak),
        "penanggung_jawab": csv_cell(indikator.penanggung_jawab.text),
        "rencana": _number(result.rencana),
        "realisasi": _number(result.realisasi),
        "deviasi": _number(result.deviasi),
        "dilaporkan": "ya" if indikator.realisasi.dilaporkan else "tidak",
        "status": str(result.status),
        "jatuh_tempo": result.due.isoformat() if result.due else "",
        "hari_terlambat": "" if result.days_late is None else str(result.days_late),
        "bukti_tertaut": "ya" if result.bukti_tertaut else "tidak",
        "baris": str(indikator.row),
    }


def _number(share: float | None) -> str:
    return "" if share is None else repr(float(share)).replace(".", ",")
