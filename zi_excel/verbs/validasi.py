"""The verb `validasi`: the matrix held against every rule. And `aturan`: the rules themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zi_excel.clock import today
from zi_excel.history.recording import earlier_reports
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.validation.findings import Finding, Level
from zi_excel.validation.rule import Rule
from zi_excel.validation.rules import rules_of
from zi_excel.verbs.checking import enacted_for, findings_of, history_of
from zi_excel.verbs.opening import read_matrix, settings_of


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


def validasi(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    folder_bukti: Path | str | None = None,
) -> ValidasiResult:
    """Reads the matrix and checks it against every rule.

    Args:
        path: the workbook.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence, where links that are files are looked for; None: the settings'.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    path = Path(path)
    chosen = settings_of(path, settings, folder_bukti)
    with Package.open(path) as package:
        plan = read_matrix(package, chosen, sheet)
        history = history_of(package).history
    per = per or today()
    enacted, earlier = enacted_for(path, chosen), earlier_reports(history, plan, per)
    return ValidasiResult(path, plan, findings_of(path, plan, enacted, chosen, per, earlier=earlier))


def aturan(code: str | None = None) -> tuple[Rule, ...]:
    """All validation rules, or the one of a code.

    Raises:
        UsageError: no rule has that code.
    """
    return rules_of(code)
