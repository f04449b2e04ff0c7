"""What the verbs hand out: whole outcomes as data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from zi_excel.enacted.matrix import Enacted
from zi_excel.history.recording import Recording
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.comparison.result import PackageComparison
from zi_excel.opc.tabs.touched import Touched
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.report.digest import Digest
from zi_excel.report.notes import Note
from zi_excel.validation.findings import Finding, Level


class KolomResult(NamedTuple):
    """Which column of the sheet was taken for what: all of it stands in the plan (`columns`, `headers`, `reading`)."""

    path: Path
    plan: RencanaAksi


class TetapkanResult(NamedTuple):
    """What `tetapkan` recorded.

    record: the file. replaced: where the record before it is kept; None where there was none.
    own: findings, galat and peringatan, that the recorded text itself has: from now on they are info.
    """

    path: Path
    plan: RencanaAksi
    enacted: Enacted
    record: Path
    replaced: Path | None
    own: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ValidasiResult:
    """What `validasi` found: the plan as read, and the findings in the order of their places."""

    path: Path
    plan: RencanaAksi
    findings: tuple[Finding, ...]

    def count(self, level: Level) -> int:
        """How many findings of a level."""
        return sum(finding.level is level for finding in self.findings)

    @property
    def has_galat(self) -> bool:
        """Whether there is any galat: the numbers can't be trusted."""
        return self.count(Level.GALAT) > 0


class CapaianResult(NamedTuple):
    """What `capaian` measured, with the plan as read."""

    path: Path
    plan: RencanaAksi
    measurement: Measurement


class MonevResult(NamedTuple):
    """What `monev` did to a workbook, or (`dry_run`) would do.

    changed: False where the tabs already stood there just so; then nothing was written and no backup made.
    kept: number of the package's parts that stay the same bytes.
    blocked: of a dry run: why the real one could not write now (a sentence); None where it could.
    sheet: the matrix's. touched: what the replaced and removed tabs had of staff's (it is in the backup).
    recording: what the history is afterwards. history_tab: the tab that kept it before; None where there was none.
    unread: rows of that tab (from 1) that could not be read: the new tab won't have them, the backup does.
    """

    path: Path
    measurement: Measurement
    findings: tuple[Finding, ...]
    changed: bool
    dry_run: bool
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    backup: Path | None
    sheet: str
    recording: Recording
    touched: tuple[Touched, ...] = ()
    blocked: str | None = None
    history_tab: str | None = None
    unread: tuple[int, ...] = ()


class LaporanResult(NamedTuple):
    """What `laporan` wrote.

    out: the report. changed: False where it already stood there just so; then nothing was written.
    backup: where the report that stood there before is kept; None where there was none.
    carried: how many of the evaluator's notes fit; left: those that don't, as they stand in the sheet Catatan Lama.
    unsaid: which of the settings `kantor` and `penanda_tangan` the cover lacks.
    """

    path: Path
    plan: RencanaAksi
    measurement: Measurement
    findings: tuple[Finding, ...]
    out: Path
    changed: bool
    backup: Path | None
    carried: int
    left: tuple[Note, ...]
    unsaid: tuple[str, ...]


class RingkasResult(NamedTuple):
    """What each penanggung jawab should know: as data, and as a text to paste into a message."""

    path: Path
    plan: RencanaAksi
    digest: Digest
    text: str


class PeriksaUtuhResult(NamedTuple):
    """What `periksa_utuh` found: a workbook part by part, before and after a refresh."""

    old: Path
    new: Path
    comparison: PackageComparison

    @property
    def intact(self) -> bool:
        """Whether nothing differs that must not."""
        return self.comparison.intact
