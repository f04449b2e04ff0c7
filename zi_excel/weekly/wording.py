"""What the log says: a line for each thing that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zi_excel.findings import Level
from zi_excel.recorded_text import recorded_line
from zi_excel.weekly.outcome import BookOutcome, Fate, RunOutcome
from zi_excel.weekly_settings import Mingguan
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
    if book.report is not None and book.report_problem is None:
        parts.append(f"laporan '{book.report}'")
    return f"'{book.path}': " + "; ".join(parts)


def waiting_line(book: BookOutcome, weekly: Mingguan) -> str:
    """A workbook is open; what is done about it."""
    return f"{(book.message or '').rstrip('.')} (ditunggu: {waiting(weekly)})"


def waiting(weekly: Mingguan) -> str:
    """How long an open workbook is waited for: half a sentence."""
    if not weekly.tunggu_menit:
        return "tidak, menurut pengaturan"
    return f"sampai {_minutes(weekly.tunggu_menit)}, dicoba lagi setiap {_minutes(weekly.jeda_menit)}"


def end_line(run: RunOutcome) -> str:
    """What the run came to."""
    counts = [f"{run.count(fate)} {fate}" for fate in Fate if run.count(fate)]
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
