"""What log and terminal say of a run: a line for each thing that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zi_excel.outputs.sentences import recorded_line
from zi_excel.settings.settings import Mingguan
from zi_excel.validation.findings import Level
from zi_excel.weekly.outcome import BookOutcome, Fate, ReportFate, ReportOutcome, RunOutcome
from zi_excel.weekly.rekap import RekapOutcome
from zi_excel.wording import long_date, percent

_DONE = {
    Fate.DISEGARKAN: "tab Monev disegarkan per {per}",
    Fate.MUTAKHIR: "tab Monev sudah mutakhir per {per}, tidak ada yang ditulis",
}


def book_line(book: BookOutcome) -> str:
    """What became of a workbook in the end."""
    parts = []
    if book.done and book.per:
        parts.append(_DONE[book.fate].format(per=long_date(book.per)))
    else:
        parts.append(f"TIDAK disegarkan ({book.tries} kali dicoba): {(book.message or '').rstrip('.')}")
    if book.measurement is not None:
        total = book.measurement.total
        parts.append(f"capaian {percent(total.capaian)}, rencana {percent(total.rencana)}")
    if book.findings is not None:
        parts.append(", ".join(f"{sum(each.level is level for each in book.findings)} {level}" for level in Level))
    if book.recording is not None:
        parts.append(recorded_line(book.recording))
    if book.backup is not None:
        parts.append(f"cadangan '{book.backup}'")
    return f"'{book.path}': " + "; ".join(parts)


def report_line(report: ReportOutcome) -> str:
    """What became of a workbook's report in the end."""
    if not report.done:
        why = (report.message or "").rstrip(".")
        return f"'{report.path}': laporan TIDAK ditulis ({report.tries} kali dicoba): {why}"
    parts = ["laporan ditulis" if report.fate is ReportFate.DITULIS else "laporan sudah mutakhir"]
    if report.left:
        parts.append(f"{report.left} catatan evaluator tidak cocok lagi, lihat lembar Catatan Lama di dalamnya")
    if report.backup is not None:
        parts.append(f"yang sebelumnya '{report.backup}'")
    return f"'{report.path}': " + "; ".join(parts)


def rekap_line(rekap: RekapOutcome) -> str:
    """What became of the rekap."""
    if not rekap.done:
        return f"'{rekap.path}': rekap TIDAK ditulis: {(rekap.message or '').rstrip('.')}"
    parts = ["rekap ditulis" if rekap.changed else "rekap sudah mutakhir", f"{rekap.kantor} kantor"]
    if rekap.unread:
        parts.append(f"{len(rekap.unread)} tidak terbaca, lihat lembar Tidak Terbaca di dalamnya")
    if rekap.backup is not None:
        parts.append(f"yang sebelumnya '{rekap.backup}'")
    return f"'{rekap.path}': " + "; ".join(parts)


def waiting_line(sentence: str | None, weekly: Mingguan) -> str:
    """A workbook or a report is open, as the sentence says; what is done about it."""
    return f"{(sentence or '').rstrip('.')} (ditunggu: {waiting(weekly)})"


def waiting(weekly: Mingguan) -> str:
    """How long an open workbook is waited for: half a sentence."""
    if not weekly.tunggu_menit:
        return "tidak, menurut pengaturan"
    return f"sampai {_minutes(weekly.tunggu_menit)}, dicoba lagi setiap {_minutes(weekly.jeda_menit)}"


def end_line(run: RunOutcome) -> str:
    """What the run came to."""
    counts = [f"{run.count(fate)} {fate}" for fate in Fate if run.count(fate)]
    lacking = sum(book.lacks_report for book in run.books)
    if lacking:
        counts.append(f"{lacking} laporan tidak ditulis")
    if run.lacks_rekap:
        counts.append("rekap tidak ditulis")
    if run.missed:
        counts.append(f"{len(run.missed)} pola tanpa buku kerja")
    begin = "DIHENTIKAN sebelum selesai" if run.interrupted else "Selesai"
    return f"{begin}, kode keluar {run.exit_code}: " + (", ".join(counts) or "tidak ada buku kerja")


def died_line(before: Mapping[str, Any]) -> str:
    """The run before this one left a result file that says it is still on."""
    at = f" saat mengerjakan '{before['sedang']}'" if before.get("sedang") else ""
    return (
        f"Penyegaran yang mulai {before.get('mulai', '(tidak diketahui)')} tidak sampai selesai{at}: komputer "
        "dimatikan atau prosesnya dihentikan paksa. Setiap buku kerja tetap utuh, yang lama atau yang baru; penyegaran "
        "ini mengerjakan semuanya lagi."
    )


def _minutes(minutes: float) -> str:
    return f"{minutes:g}".replace(".", ",") + " menit"
