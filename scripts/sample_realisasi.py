"""Writes the template with the realisasi of a half-done year (sample_realisasi.toml) to a new workbook.

    python scripts/sample_realisasi.py BUKU.xlsx [--per 2025-11-20]

It is built as the template is, so that it looks just like a template that staff have filled.
"""

import argparse
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from build_template import build

from zi_excel.sheets.matriks.staff_columns import Report

SAMPLE = Path(__file__).with_suffix(".toml")
PER = date(2025, 11, 20)


def fill_sample(out: Path, *, per: date = PER) -> None:
    """Writes the sample workbook.

    Args:
        out: the file to write.
        per: the day of the report; what was finished after it is left blank.
    """
    build(out, reports=sample_reports(per))


def sample_reports(per: date = PER) -> Mapping[str, Report]:
    """The sample's reports by kode, as far as they were there on that day."""
    raw = tomllib.loads(SAMPLE.read_text("utf-8"))
    reports = {kode: Report(**report) for kode, report in raw.items()}
    return {kode: report for kode, report in reports.items() if not _after(report, per)}


def _after(report: Report, per: date) -> bool:
    return isinstance(report.tanggal_selesai, date) and report.tanggal_selesai > per


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Menulis buku kerja contoh: template dengan realisasi setengah tahun.")
    parser.add_argument("buku", type=Path, help="berkas .xlsx yang ditulis")
    parser.add_argument("--per", type=date.fromisoformat, default=PER, help="hari laporan, YYYY-MM-DD")
    arguments = parser.parse_args()
    fill_sample(arguments.buku, per=arguments.per)


if __name__ == "__main__":
    main()
