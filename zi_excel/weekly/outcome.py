"""What came of a weekly run: as data, and as the JSON of its result file."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.errors import WorkbookError
from zi_excel.history.recording import Recording
from zi_excel.measuring.measure import Measurement
from zi_excel.outputs.results_json import capaian_json, validasi_json
from zi_excel.validation.findings import Finding
from zi_excel.version import __version__
from zi_excel.weekly.books import Missed
from zi_excel.weekly.rekap import RekapOutcome

EXIT_DONE, EXIT_FAILED = 0, 3
_MOST = 1 << 28  # bytes of a result file


class Fate(StrEnum):
    """What became of a workbook."""

    DISEGARKAN = "disegarkan"
    MUTAKHIR = "mutakhir"
    TERPAKAI = "terpakai"
    GAGAL = "gagal"


class ReportFate(StrEnum):
    """What became of a workbook's report."""

    DITULIS = "ditulis"
    MUTAKHIR = "mutakhir"
    TERPAKAI = "terpakai"
    GAGAL = "gagal"


class ReportOutcome(NamedTuple):
    """What became of the evaluator's report of one workbook.

    message: the sentence where it was not written. tries: how many. backup: of the report that stood there before.
    left: how many of the evaluator's notes no longer fit.
    """

    path: Path
    fate: ReportFate
    tries: int
    message: str | None = None
    backup: Path | None = None
    left: int = 0

    @property
    def done(self) -> bool:
        """Whether the report of today is there."""
        return self.fate in {ReportFate.DITULIS, ReportFate.MUTAKHIR}


class BookOutcome(NamedTuple):
    """What became of one workbook.

    per: the as-of day. message: the sentence where it was not refreshed. tries: how many. sheet: the matrix's;
    findings, measurement: None where it could not even be read. backup: None where nothing was written.
    recording: what the history is. touched: sentences about what staff had put into the tabs that were replaced.
    told: sentences about the files beside it: leftovers that can't be removed, backups named in the future.
    report: what became of its report, where the settings want one and the tabs are those of today.
    """

    path: Path
    fate: Fate
    tries: int
    per: date | None = None
    message: str | None = None
    sheet: str | None = None
    findings: tuple[Finding, ...] | None = None
    measurement: Measurement | None = None
    backup: Path | None = None
    recording: Recording | None = None
    touched: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    report: ReportOutcome | None = None

    @property
    def done(self) -> bool:
        """Whether its tabs are those of today."""
        return self.fate in {Fate.DISEGARKAN, Fate.MUTAKHIR}

    @property
    def waits(self) -> bool:
        """Whether it, or its report, is open somewhere, so that another try may do."""
        return self.fate is Fate.TERPAKAI or (self.report is not None and self.report.fate is ReportFate.TERPAKAI)

    @property
    def lacks_report(self) -> bool:
        """Whether its report is wanted and is not today's."""
        return self.report is not None and not self.report.done


class RunOutcome(NamedTuple):
    """What came of the run so far. begun, ended: in Western Indonesian Time. at: the workbook that is being refreshed.

    unwritten: sentences that say why log or result file could not be written. kept_away: how many times in a row a run
    with these settings was kept away by another; then this one did nothing. rekap: what became of it, where one is
    wanted.
    """

    settings: Path
    begun: datetime
    books: tuple[BookOutcome, ...] = ()
    missed: tuple[Missed, ...] = ()
    ended: datetime | None = None
    interrupted: bool = False
    at: Path | None = None
    unwritten: tuple[str, ...] = ()
    kept_away: int = 0
    rekap: RekapOutcome | None = None

    @property
    def exit_code(self) -> int:
        """0: every workbook's tabs, and report, are today's. 3: some are not, it was stopped, or can't say so."""
        well = all(book.done and not book.lacks_report for book in self.books) and not (
            self.missed or self.interrupted or self.unwritten or self.kept_away or self.lacks_rekap
        )
        return EXIT_DONE if well else EXIT_FAILED

    @property
    def lacks_rekap(self) -> bool:
        """Whether a rekap is wanted and is not today's."""
        return self.rekap is not None and not self.rekap.done

    def count(self, fate: Fate) -> int:
        """How many workbooks came to it."""
        return sum(book.fate is fate for book in self.books)


RUNNING, ENDED, STOPPED, KEPT_AWAY = "berjalan", "selesai", "dihentikan", "terhalang"


def outcome_json(run: RunOutcome) -> dict[str, Any]:
    """What is in the result file. Keys may be added, never changed.

    `keadaan` is `berjalan` until the run has come to its end: one that was killed leaves it so.
    """
    over = run.ended is not None
    return {
        "keadaan": RUNNING if not over else KEPT_AWAY if run.kept_away else STOPPED if run.interrupted else ENDED,
        "kode_keluar": run.exit_code if over else None,
        "mulai": run.begun.isoformat(timespec="seconds"),
        "selesai": run.ended.isoformat(timespec="seconds") if run.ended else None,
        "versi": __version__,
        "konfigurasi": str(run.settings),
        "sedang": str(run.at) if run.at else None,
        "ringkasan": {str(fate): run.count(fate) for fate in Fate},
        "terhalang": run.kept_away,
        "pola_tanpa_buku": [{"pola": each.pattern, "sebab": each.reason} for each in run.missed],
        "rekap": None if run.rekap is None else _rekap(run.rekap),
        "buku": _books(run.books),
    }


def left_by_killed(result: Path) -> dict[str, Any] | None:
    """The result file that a run left which did not come to its end; None where the last one did."""
    before = _before(result)
    return before if before.get("keadaan") == RUNNING else None


def left_by_kept_away(result: Path) -> tuple[int, datetime]:
    """How many runs in a row were kept away by what the result file says, and when it was last written."""
    before = _before(result)
    times = before.get("terhalang") if before.get("keadaan") == KEPT_AWAY else 0
    try:
        written = result.lstat().st_mtime
    except OSError:
        written = 0
    return times if isinstance(times, int) else 0, datetime.fromtimestamp(written, JAKARTA)


def _before(result: Path) -> dict[str, Any]:
    """What an earlier run left; empty: this is the first one, or the file is not ours."""
    try:
        before = json.loads(store.read_own(result, _MOST))
    except (OSError, ValueError, RecursionError, WorkbookError):
        return {}
    return before if isinstance(before, dict) else {}


def _recording(recording: Recording) -> dict[str, Any]:
    """Whether the day was recorded, and how many changes there were since which day."""
    return {
        "dicatat": recording.written,
        "sejak": recording.since.isoformat() if recording.since else None,
        "perubahan": len(recording.changes),
    }


def _rekap(rekap: RekapOutcome) -> dict[str, Any]:
    return {
        "berkas": str(rekap.path),
        "ditulis": rekap.done and rekap.changed,
        "pesan": rekap.message,
        "kantor": rekap.kantor,
        "tidak_terbaca": list(rekap.unread),
        "cadangan": str(rekap.backup) if rekap.backup else None,
    }


def _report(report: ReportOutcome) -> dict[str, Any]:
    return {
        "berkas": str(report.path),
        "hasil": str(report.fate),
        "pesan": report.message,
        "percobaan": report.tries,
        "cadangan": str(report.backup) if report.backup else None,
        "catatan_tidak_cocok": report.left,
    }


def _totals(measurement: Measurement) -> dict[str, Any]:
    """Of what `capaian --format json` prints the whole and the komponen."""
    figures = capaian_json(measurement)
    return {key: figures[key] for key in ("per", "total", "komponen")}


def _books(books: Sequence[BookOutcome]) -> list[dict[str, Any]]:
    return [
        {
            "berkas": str(each.path),
            "hasil": str(each.fate),
            "pesan": each.message,
            "percobaan": each.tries,
            "per": each.per.isoformat() if each.per else None,
            "cadangan": str(each.backup) if each.backup else None,
            "laporan": None if each.report is None else _report(each.report),
            "riwayat": None if each.recording is None else _recording(each.recording),
            "isian_di_tab_monev": list(each.touched),
            "catatan_berkas": list(each.told),
            "validasi": None
            if each.findings is None
            else validasi_json(str(each.path), each.sheet or "", each.findings),
            "capaian": None if each.measurement is None else _totals(each.measurement),
        }
        for each in books
    ]
