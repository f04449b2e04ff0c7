"""Completion as CSV: one row per indikator, as Indonesian Excel opens it (contract, section 7)."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8

from zi_excel.measure import Measurement

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
    "dilaporkan",
    "status",
    "jatuh_tempo",
    "hari_terlambat",
    "bukti_tertaut",
    "baris",
)


def capaian_csv(measurement: Measurement) -> bytes:
    """UTF-8 with BOM, `;` between columns, decimal commas, days as YYYY-MM-DD, shares 0..1.

    Text of staff's can't start a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    names = {each.kode: each.nama for each in (*measurement.komponen, *measurement.subkomponen)}
    for result in measurement.indikator:
        indikator = result.indikator
        jadwal = indikator.target.jadwal
        writer.writerow(
            [
                indikator.kode,
                _text(names.get(result.komponen, "")),
                _text(names.get(result.subkomponen, "")),
                _text(indikator.nama.text),
                _text(indikator.target_waktu.text),
                jadwal.jenis if jadwal else "",
                " ".join(day.isoformat() for day in jadwal.tonggak) if jadwal else "",
                _text(indikator.penanggung_jawab.text),
                _number(result.rencana),
                _number(result.realisasi),
                "ya" if indikator.realisasi.dilaporkan else "tidak",
                result.status,
                result.due.isoformat() if result.due else "",
                "" if result.days_late is None else result.days_late,
                "ya" if result.bukti_tertaut else "tidak",
                indikator.row,
            ]
        )
    return BOM_UTF8 + out.getvalue().encode("utf-8")


def _number(share: float | None) -> str:
    return "" if share is None else repr(float(share)).replace(".", ",")


def _text(text: str) -> str:
    """One line; an apostrophe before what Excel would take for a formula (CSV injection)."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat
