"""The sentences that a page of results begins with: how the plan stands, what changed, what needs somebody now."""

from __future__ import annotations

from zi_excel.history.recording import Recording
from zi_excel.measuring.measure import LEAST_BEHIND, Capaian, IndikatorResult, Measurement, Status
from zi_excel.plan.numbering import without_lead
from zi_excel.wording import long_date, percent, points, shortened

_MOST_LETTERS = 60


def state_sentence(measurement: Measurement) -> str:
    """How the whole stands: `Per 20 November 2025 capaian 75,8% dari rencana 83,6%. 36 dari 87 indikator selesai …`."""
    total, behind = measurement.total, furthest_behind(measurement)
    planned = "" if total.rencana is None else f" dari rencana {percent(total.rencana)}"
    last = "" if behind is None else f"; yang paling tertinggal komponen {behind.kode} ({_distance(behind)} poin)"
    return (
        f"Per {long_date(measurement.per)} capaian {percent(total.capaian)}{planned}. "
        f"{total.status[Status.SELESAI]} dari {total.jumlah} indikator selesai, "
        f"{total.status[Status.TERLAMBAT]} terlambat{last}."
    )


def furthest_behind(measurement: Measurement) -> Capaian | None:
    """The komponen with the lowest deviasi, the first of equals; None where none is behind its rencana."""
    behind = [group for group in measurement.komponen if group.deviasi is not None and group.deviasi <= -LEAST_BEHIND]
    return min(behind, key=lambda group: group.deviasi or 0.0, default=None)


def _distance(group: Capaian) -> str:
    return points(abs(group.deviasi or 0.0)).removeprefix("+")


def changed_sentence(recording: Recording, total: Capaian) -> str:
    """What changed since the entry before: `Sejak 13 November 2025: 4 indikator berubah; capaian 75,1% menjadi 75%`."""
    if not recording.kept:
        return "Riwayat tidak dicatat: struktur buku kerja ini dikunci, jadi tab Monev Riwayat tidak dapat ditambahkan."
    if recording.since is None:
        return "Riwayat dimulai dengan penyegaran ini; perubahan disebut mulai penyegaran berikutnya."
    count = len(recording.changes)
    changed = f"{count} indikator berubah" if count else "tidak ada indikator yang berubah"
    if recording.before is None:
        return f"Sejak {long_date(recording.since)}: {changed}."
    before, now = percent(recording.before.total.capaian), percent(total.capaian)
    course = f"capaian tetap {now}" if before == now else f"capaian {before} menjadi {now}"
    return f"Sejak {long_date(recording.since)}: {changed}; {course}."


def needed_sentence(measurement: Measurement) -> str:
    """What needs somebody now: how many are late or soon due, and the most urgent of them, with whose it is."""
    urgent, counts = measurement.urgent, measurement.total.status
    unread = counts[Status.TIDAK_VALID]
    mend = f" {unread} tidak valid: perbaiki isiannya (lihat Temuan)." if unread else ""
    if not urgent:
        return mend.strip() or "Tidak ada indikator yang terlambat atau perlu perhatian."
    kinds = [
        f"{counts[status]} {word}"
        for status, word in ((Status.TERLAMBAT, "terlambat"), (Status.PERLU_PERHATIAN, "perlu perhatian"))
        if counts[status]
    ]
    return f"Perlu ditangani sekarang: {' dan '.join(kinds)}. Paling mendesak: {_named(urgent[0])}.{mend}"


def _named(result: IndikatorResult) -> str:
    indikator = result.indikator
    nama = shortened(without_lead(" ".join(indikator.nama.text.split())), _MOST_LETTERS)
    whose = " ".join(indikator.penanggung_jawab.text.split())
    if result.days_late is not None:
        when = f"terlambat {result.days_late} hari"
    else:
        when = "" if result.due is None else f"jatuh tempo {long_date(result.due)}"
    about = ", ".join(part for part in (shortened(whose, _MOST_LETTERS), when) if part)
    return f"{result.indikator.kode} {nama}" + (f" ({about})" if about else "")


# --- what each chart says


def behind_title(measurement: Measurement) -> str:
    """Of the chart of the komponen: which of them is furthest behind its rencana."""
    behind, per = furthest_behind(measurement), long_date(measurement.per)
    if behind is None:
        return f"Tidak ada komponen yang tertinggal dari rencananya, per {per}"
    shares = f"capaian {percent(behind.capaian)} dari rencana {percent(behind.rencana)}"
    return f"Komponen {behind.kode} paling tertinggal: {shares}, per {per}"


def status_title(measurement: Measurement) -> str:
    """Of the chart of the statuses: how much is done, and how much is late."""
    total = measurement.total
    done = f"{total.status[Status.SELESAI]} dari {total.jumlah} indikator selesai"
    return f"{done}, {total.status[Status.TERLAMBAT]} terlambat, per {long_date(measurement.per)}"


def course_title(measurement: Measurement) -> str:
    """Of the chart of the course: how far capaian is from rencana."""
    deviasi, per = measurement.total.deviasi, long_date(measurement.per)
    if deviasi is None:
        return f"Capaian sepanjang tahun; per {per} belum ada rencana"
    if abs(deviasi) < LEAST_BEHIND:
        return f"Capaian sama dengan rencana, per {per}"
    side = "di bawah" if deviasi < 0 else "di atas"
    return f"Capaian {points(abs(deviasi)).removeprefix('+')} poin {side} rencana, per {per}"
