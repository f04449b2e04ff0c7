"""What a refresh added to the history, in a sentence: for terminal and log."""

from __future__ import annotations

from zi_excel.history.recording import Recording
from zi_excel.wording import long_date


def recorded_line(recording: Recording) -> str:
    """What the history got of this day, or why it got nothing."""
    if not recording.kept:
        return (
            "Riwayat: tidak dicatat, sebab struktur buku kerja ini dikunci dan tab Monev Riwayat belum ada; buka "
            "kuncinya (Review > Protect Workbook), segarkan sekali, lalu kunci kembali"
        )
    last = recording.history.last
    since = "" if recording.since is None else f" sejak {long_date(recording.since)}"
    count = len(recording.changes)
    if not recording.written and last is not None:
        return (
            f"Riwayat: tanggal ini tidak dicatat, sebab catatan terakhirnya per {long_date(last)}, sesudah tanggal "
            "penilaian; bila tanggal itu keliru, hapus baris-barisnya di tab Monev Riwayat"
        )
    if not since:
        return "Riwayat: dimulai dengan tanggal ini"
    return f"Riwayat: {count} perubahan{since}" if count else f"Riwayat: tidak ada perubahan{since}"
