"""pandas: results as DataFrames, and lists of offices read by it; imported only by whoever asks for it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from zi_excel import errors
from zi_excel.kantor.figures import Rekap
from zi_excel.kantor.sources import ListRow
from zi_excel.measuring.measure import Capaian, Measurement, Status
from zi_excel.plan.jadwal import Jenis
from zi_excel.validation.findings import Finding, Level


def indikator_frame(measurement: Measurement) -> pd.DataFrame:
    """One row per indikator, in the order of the sheet, the kode as index.

    Columns: baris (row in the sheet); komponen, subkomponen (kode); indikator, target_waktu, penanggung_jawab, kendala,
    tindak_lanjut (text of the cells); jenis and status (categories); tonggak (tuple of dates); rencana, realisasi
    (share 0..1, <NA> where there is none); deviasi (-1..1, likewise); dilaporkan, bukti_tertaut (bool); jatuh_tempo,
    tanggal_selesai (dates, NaT where there is none); hari_terlambat (days, <NA> where it doesn't apply).
    """
    results = measurement.indikator
    rows = [result.indikator for result in results]
    jadwals = [row.target.jadwal for row in rows]
    return pd.DataFrame(
        {
            "baris": _whole([row.row for row in rows]),
            "komponen": _text(result.komponen for result in results),
            "subkomponen": _text(result.subkomponen for result in results),
            "indikator": _text(row.nama.text for row in rows),
            "target_waktu": _text(row.target_waktu.text for row in rows),
            "jenis": _category([None if jadwal is None else jadwal.jenis for jadwal in jadwals], Jenis),
            "tonggak": pd.Series([() if jadwal is None else jadwal.tonggak for jadwal in jadwals], dtype="object"),
            "penanggung_jawab": _text(row.penanggung_jawab.text for row in rows),
            "rencana": _share([result.rencana for result in results]),
            "realisasi": _share([result.realisasi for result in results]),
            "deviasi": _share([result.deviasi for result in results]),
            "dilaporkan": pd.Series([row.realisasi.dilaporkan for row in rows], dtype="bool"),
            "status": _category([result.status for result in results], Status),
            "jatuh_tempo": _days([result.due for result in results]),
            "hari_terlambat": _whole([result.days_late for result in results]),
            "tanggal_selesai": _days([row.selesai_pada for row in rows]),
            "bukti_tertaut": pd.Series([result.bukti_tertaut for result in results], dtype="bool"),
            "kendala": _text(row.kendala.text for row in rows),
            "tindak_lanjut": _text(row.tindak_lanjut.text for row in rows),
        }
    ).set_index(pd.Index([row.kode for row in rows], name="kode", dtype="object"))


def capaian_frame(measurement: Measurement) -> pd.DataFrame:
    """One row per group: the whole, then every komponen, subkomponen and penanggung jawab.

    Index: kelompok (`total`, `komponen`, `subkomponen`, `penanggung_jawab`) and kode. Columns: nama; jumlah (of
    indikator); rencana, capaian (share 0..1), deviasi (-1..1), capaian_tertimbang, each <NA> where there is none; per
    status its count; bukti_tertaut (how many `selesai` have their bukti linked).
    """
    groups: list[tuple[str, Capaian]] = [
        ("total", measurement.total),
        *(("komponen", group) for group in measurement.komponen),
        *(("subkomponen", group) for group in measurement.subkomponen),
        *(("penanggung_jawab", group) for group in measurement.penanggung_jawab),
    ]
    figures = [group for _, group in groups]
    counts = {str(status): _whole([group.status[status] for group in figures]) for status in Status}
    return pd.DataFrame(
        {
            "nama": _text(group.nama for group in figures),
            "jumlah": _whole([group.jumlah for group in figures]),
            "rencana": _share([group.rencana for group in figures]),
            "capaian": _share([group.capaian for group in figures]),
            "deviasi": _share([group.deviasi for group in figures]),
            "capaian_tertimbang": _share([group.tertimbang for group in figures]),
            **counts,
            "bukti_tertaut": _whole([group.bukti_tertaut for group in figures]),
        }
    ).set_index(pd.MultiIndex.from_tuples([(kind, group.kode) for kind, group in groups], names=["kelompok", "kode"]))


def findings_frame(findings: Sequence[Finding]) -> pd.DataFrame:
    """One row per temuan, in the given order.

    Columns: kode_aturan; tingkat (category, galat first); lembar, sel, kode (None where there is none); pesan, saran;
    juga (tuple of further (sel, kode) of a temuan that stands for many); alasan (why settings changed its level).
    """
    return pd.DataFrame(
        {
            "kode_aturan": _text(finding.code for finding in findings),
            "tingkat": _category([finding.level for finding in findings], Level),
            "lembar": _text(finding.place.sheet for finding in findings),
            "sel": _text(finding.place.ref for finding in findings),
            "kode": _text(finding.kode for finding in findings),
            "pesan": _text(finding.message for finding in findings),
            "saran": _text(finding.suggestion for finding in findings),
            "juga": pd.Series([finding.also for finding in findings], dtype="object"),
            "alasan": _text(finding.reason for finding in findings),
        }
    )


def rekap_frame(rekap: Rekap) -> pd.DataFrame:
    """One row per kantor and indikator: the kantor in the order of the rekap, the indikator in that of their sheet.

    Columns: kantor, wilayah (None where it is in none), berkas, kode; komponen (its kode); indikator (the text, on one
    line); rencana, realisasi (share 0..1, <NA> where there is none); deviasi (-1..1, likewise); dilaporkan,
    bukti_tertaut (bool); status (category); hari_terlambat (days, <NA> where it doesn't apply).
    """
    rows = [(record, row) for record in rekap.kantor for row in record.indikator()]
    return pd.DataFrame(
        {
            "kantor": _text(record.nama for record, _ in rows),
            "wilayah": _text(record.wilayah for record, _ in rows),
            "berkas": _text(record.berkas for record, _ in rows),
            "kode": _text(row.kode for _, row in rows),
            "komponen": _text(row.komponen for _, row in rows),
            "indikator": _text(row.indikator for _, row in rows),
            "rencana": _share([row.rencana for _, row in rows]),
            "realisasi": _share([row.realisasi for _, row in rows]),
            "deviasi": _share([row.deviasi for _, row in rows]),
            "dilaporkan": pd.Series([row.dilaporkan for _, row in rows], dtype="bool"),
            "status": _category([row.status for _, row in rows], Status),
            "hari_terlambat": _whole([row.hari_terlambat for _, row in rows]),
            "bukti_tertaut": pd.Series([row.bukti_tertaut for _, row in rows], dtype="bool"),
        }
    )


def list_rows(path: Path) -> list[ListRow] | None:
    """The rows of a list of offices (`.csv`, `.xlsx`; columns BERKAS and, where there are, KANTOR, WILAYAH).

    None where it is a workbook whose titles are not those of a list. Its columns stand in any order, and others beside
    them; a `.csv` may be separated by `;`, `,` or tabs.

    Raises:
        WorkbookError: it can't be read, or is a list without BERKAS.
    """
    cells = _csv_cells(path) if path.suffix.casefold() == ".csv" else _sheet_cells(path)
    titles = [[str(cell).strip().casefold() for cell in row] for row in cells[:_TITLE_ROWS]]
    at = next((at for at, row in enumerate(titles) if "berkas" in row), None)
    if at is None and path.suffix.casefold() != ".csv" and not any({"kantor", "wilayah"} & {*row} for row in titles):
        return None
    if at is None:
        raise errors.WorkbookError(
            f"Daftar '{path}' tidak mempunyai kolom BERKAS (kolom buku kerja tiap kantor); tambahkan kolom itu, "
            "di sampingnya boleh KANTOR dan WILAYAH."
        )
    if {"indikator", "target waktu"} & {*titles[at]}:
        return None  # a matrix with a column of that name
    columns = [titles[at].index(name) if name in titles[at] else None for name in ListRow._fields]
    rows = [ListRow(*("" if column is None else row[column].strip() for column in columns)) for row in cells[at + 1 :]]
    return [row for row in rows if row.berkas]


_TITLE_ROWS = 20
"""In which the titles of a list are looked for: a heading may stand above them."""


def _sheet_cells(path: Path) -> list[list[str]]:
    """The texts of a workbook's first sheet."""
    try:
        frame = pd.read_excel(path, header=None, dtype=str, keep_default_na=False, engine="openpyxl")
    except Exception:  # noqa: BLE001  (whatever a damaged workbook makes of openpyxl; its reader says what is wrong)
        return []
    return [[str(cell) for cell in row] for row in frame.fillna("").itertuples(index=False)]


def _csv_cells(path: Path) -> list[list[str]]:
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise errors.WorkbookError(
            f"Daftar '{path}' tidak dapat dibaca ({errors.reason_of(failure)}); periksa izinnya."
        ) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # what Excel on an Indonesian Windows writes
    first = next((line for line in text.splitlines() if "berkas" in line.casefold()), text.partition("\n")[0])
    separator = max(";,\t", key=first.count)
    wide = max((line.count(separator) for line in text.splitlines()), default=0) + 1
    try:
        frame = pd.read_csv(
            StringIO(text),
            sep=separator,
            header=None,
            names=range(wide),
            dtype=str,
            keep_default_na=False,
            engine="python",
        )
    except (ValueError, csv.Error):
        raise errors.WorkbookError(f"Daftar '{path}' kosong atau bukan CSV; simpan dengan kolom BERKAS.") from None
    return [[str(cell) for cell in row] for row in frame.fillna("").itertuples(index=False)]


def _text(values: Iterable[str | None]) -> pd.Series[Any]:
    return pd.Series([None if value is None else str(value) for value in values], dtype="object")


def _share(values: Sequence[float | None]) -> pd.Series[Any]:
    return pd.Series(values, dtype="Float64")


def _whole(values: Sequence[int | None]) -> pd.Series[Any]:
    return pd.Series(values, dtype="Int64")


def _category(values: Sequence[str | None], kinds: Iterable[str]) -> pd.Series[Any]:
    """Ordered as the words are listed."""
    dtype = pd.CategoricalDtype([str(kind) for kind in kinds], ordered=True)
    return pd.Series([None if value is None else str(value) for value in values], dtype=dtype)


def _days(values: Sequence[date | None]) -> pd.Series[Any]:
    """In seconds: pandas' nanoseconds end in the year 2262."""
    text = [None if value is None else value.isoformat() for value in values]
    return pd.Series(text, dtype="object").astype("datetime64[s]")
