"""The sentences that a rekap begins with, and what each of its charts says."""

from __future__ import annotations

from zi_excel.kantor.figures import KomponenFigures, Rekap
from zi_excel.measuring.measure import LEAST_BEHIND
from zi_excel.wording import long_date, percent, points, shortened

NOBODY_BEHIND = "tidak ada kantor yang di belakang rencananya"
FURTHEST = "yang paling tertinggal"
_MOST_LETTERS = 60
_MOST_NAMED = 5


def state_sentence(rekap: Rekap) -> str:
    """How all stand: `Per 20 November 2025 rata-rata capaian 12 kantor 63,4% dari rencana 83,6%; terendah …`."""
    spread = rekap.spread
    planned = "" if rekap.rencana is None else f" dari rencana {percent(rekap.rencana)}"
    ends = f"; terendah {percent(spread.terendah)}, tertinggi {percent(spread.tertinggi)}"
    return (
        f"Per {long_date(rekap.per)} rata-rata capaian {spread.kantor} kantor {percent(spread.rata_rata)}{planned}"
        f"{ends if spread.kantor > 1 else ''}."
    )


def needed_sentence(rekap: Rekap, nama: str) -> str:
    """What needs somebody now: who reported nothing, what can't be read, and who is furthest behind.

    nama: how that kantor is called where it is shown.
    """
    return (
        f"{len(rekap.belum_melapor)} kantor belum melapor, {len(rekap.unread)} buku kerja tidak terbaca; "
        f"{_behind(rekap, nama)}."
    )


def other_years_sentence(rekap: Rekap) -> str:
    """Which kantor have a plan of another year than most, as a draft in their folder is; "" where none has."""
    others = [f"{kantor.nama} ({kantor.tahun})" for kantor in rekap.kantor if kantor.tahun != rekap.tahun]
    if not others:
        return ""
    named = ", ".join(others[:_MOST_NAMED]) + (", ..." if len(others) > _MOST_NAMED else "")
    return (
        f"{len(others)} kantor dengan rencana tahun lain daripada {rekap.tahun} ikut dihitung: {named}. Bila keliru, "
        "keluarkan berkasnya dari sumber."
    )


def _behind(rekap: Rekap, nama: str) -> str:
    first = rekap.kantor[rekap.behind[0]] if rekap.behind else None
    if first is None or (first.total.deviasi or 0.0) > -LEAST_BEHIND:
        return NOBODY_BEHIND
    return f"{FURTHEST} {nama} ({_distance(first.total.deviasi)} poin di bawah rencananya)"


def _distance(deviasi: float | None) -> str:
    return points(abs(deviasi or 0.0)).removeprefix("+")


# --- what each chart says


def komponen_title(rekap: Rekap) -> str:
    """Of the chart of the komponen: in which of them the kantor are furthest behind."""
    behind = [each for each in rekap.komponen if each.deviasi is not None and each.deviasi <= -LEAST_BEHIND]
    if not behind:
        return "Rentang capaian kantor: rata-rata tiap komponen mencapai rencananya"
    worst: KomponenFigures = min(behind, key=lambda each: each.deviasi or 0.0)
    reached = f"rata-rata {percent(worst.spread.rata_rata)} dari rencana {percent(worst.rencana)}"
    named = f"Komponen {worst.kode}" if worst.kode else shortened(" ".join(worst.nama.split()), _MOST_LETTERS)
    return f"{named} paling tertinggal: {reached}"


def course_title(rekap: Rekap) -> str:
    """Of the chart of the year: how far the mean is from the mean of the rencana."""
    if rekap.deviasi is None:
        return f"Rata-rata capaian sepanjang {rekap.tahun}; belum ada rencana"
    if abs(rekap.deviasi) < LEAST_BEHIND:
        return f"Rata-rata capaian sama dengan rencana, per {long_date(rekap.per)}"
    side = "di bawah" if rekap.deviasi < 0 else "di atas"
    return f"Rata-rata capaian {_distance(rekap.deviasi)} poin {side} rencana, per {long_date(rekap.per)}"


def kantor_title(rekap: Rekap) -> str:
    """Of the chart of the kantor: how many of them are behind their rencana."""
    count = sum(1 for each in rekap.kantor if each.total.deviasi is not None and each.total.deviasi <= -LEAST_BEHIND)
    if not count:
        return "Capaian kantor: tidak ada yang di belakang rencananya"
    return f"Capaian kantor: {count} dari {len(rekap.kantor)} di belakang rencananya"
