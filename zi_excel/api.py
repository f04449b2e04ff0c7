"""The verbs of zi_excel: each use case in a few calls. The command line is a thin layer over these.

Every verb takes a path and optional settings, hands out typed results, prints nothing, and raises
:class:`~zi_excel.errors.WorkbookError` (the file can't be used) or :class:`~zi_excel.errors.UsageError` (wrong question),
each with one Indonesian sentence.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from importlib.resources import files
from pathlib import Path

from zi_excel import __version__, store
from zi_excel.config import Settings, settings_for
from zi_excel.enacted import enacted_matrix
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.findings import Finding, Level, Override, Rule
from zi_excel.measure import Measurement, measure
from zi_excel.opc.package import Package
from zi_excel.reader import read_plan
from zi_excel.rencana_aksi import RencanaAksi
from zi_excel.rules import ALL
from zi_excel.signs import NAME_PREFIX, TAB_SIGN
from zi_excel.validate import validate

JAKARTA = timezone(timedelta(hours=7), "WIB")  # Western Indonesian Time has had no daylight saving since 1964


def today() -> date:
    """Today in Asia/Jakarta: the as-of day where none is given."""
    return datetime.now(JAKARTA).date()


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


@dataclass(frozen=True, slots=True)
class CapaianResult:
    """What `capaian` measured, with the plan as read."""

    path: Path
    plan: RencanaAksi
    measurement: Measurement


@dataclass(frozen=True, slots=True)
class MonevResult:
    """What `monev` did to a workbook, or (`dry_run`) would do.

    changed: False where the tabs already stood there just so; then nothing was written and no backup made.
    kept: number of the package's parts that stay the same bytes.
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


def baru(out: Path | str) -> Path:
    """Writes a fresh workbook from the template.

    Args:
        out: the new file; an existing one is never overwritten.

    Raises:
        WorkbookError: the file exists, or can't be written.
    """
    path = Path(out)
    template = files("zi_excel.workbooks").joinpath("template_rencana_aksi.xlsx").read_bytes()
    try:
        with path.open("xb") as new:
            new.write(template)
    except FileExistsError:
        raise WorkbookError(f"'{path}' sudah ada dan tidak ditimpa; pilih nama lain dengan -o.") from None
    except OSError as failure:
        raise WorkbookError(f"'{path}' tidak dapat ditulis ({failure.strerror}); periksa folder dan izinnya.") from None
    return path


def aturan(code: str | None = None) -> tuple[Rule, ...]:
    """All validation rules, or the one of a code.

    Raises:
        UsageError: no rule has that code.
    """
    if code is None:
        return ALL
    found = tuple(rule for rule in ALL if rule.code == code.upper())
    if not found:
        raise UsageError(f"aturan `{code}` tidak ada; `zi-excel aturan` menampilkan semuanya.")
    return found


def validasi(
    path: Path | str, *, per: date | None = None, sheet: str | None = None, settings: Settings | Path | None = None
) -> ValidasiResult:
    """Reads the matrix and checks it against every rule.

    Args:
        path: the workbook.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the file can't be used.
        UsageError: the settings can't.
    """
    path = Path(path)
    chosen = _settings(path, settings)
    with Package.open(path) as package:
        plan = _read(package, chosen, sheet)
    return ValidasiResult(path, plan, _findings(plan, chosen, per or today()))


def capaian(
    path: Path | str, *, per: date | None = None, sheet: str | None = None, settings: Settings | Path | None = None
) -> CapaianResult:
    """Reads the matrix and measures completion on the as-of day. Arguments and errors as for :func:`validasi`."""
    path = Path(path)
    chosen = _settings(path, settings)
    with Package.open(path) as package:
        plan = _read(package, chosen, sheet)
    return CapaianResult(path, plan, _measured(plan, chosen, per or today()))


def monev(
    path: Path | str,
    *,
    per: date | None = None,
    sheet: str | None = None,
    settings: Settings | Path | None = None,
    dry_run: bool = False,
) -> MonevResult:
    """Refreshes the Monev tabs in the workbook; nothing else in it changes by a byte (contract, section 8).

    Args:
        path: the workbook, replaced in one step after a dated backup.
        per: the as-of day (default: today in Asia/Jakarta).
        sheet: the matrix's sheet where there are several.
        settings: as for :func:`validasi`.
        dry_run: say what would be done and write nothing.

    Raises:
        WorkbookError: the file can't be used, is open elsewhere, or can't be written; nothing was written.
        UsageError: the settings can't.
    """
    from zi_excel import sheets  # noqa: PLC0415  (XlsxWriter is only needed here)
    from zi_excel.opc.graft import Tab, graft  # noqa: PLC0415
    from zi_excel.opc.ownership import owned_tabs  # noqa: PLC0415
    from zi_excel.opc.verify import verify  # noqa: PLC0415
    from zi_excel.opc.workbook import Workbook  # noqa: PLC0415

    path = Path(path)
    chosen = _settings(path, settings)
    day = per or today()
    if not dry_run:
        store.check_not_open(path)
    with Package.open(path) as package:
        plan = _read(package, chosen, sheet)
        findings = _findings(plan, chosen, day)
        measurement = _measured(plan, chosen, day)
        workbook = Workbook.of(package)
        owned = owned_tabs(package, workbook, prefix=NAME_PREFIX, sign=TAB_SIGN)
        keys = {NAME_PREFIX + tab.key: tab for tab in sheets.monev_tabs(plan)}
        names = {tab.key: owned.tabs[key].name if key in owned.tabs else tab.name for key, tab in keys.items()}
        rendered = sheets.render_monev(
            plan, measurement, findings, names=names, version=__version__, date_1904=workbook.date_1904
        )
        tabs = [Tab(key, names[tab.key]) for key, tab in keys.items()]
        change = graft(package, rendered, tabs, prefix=NAME_PREFIX, sign=TAB_SIGN)
        backup = None
        if not (change.empty or dry_run):
            backup = store.replace(path, change, package, verify)
    return MonevResult(
        path, measurement, findings, not change.empty, dry_run, change.tabs_added, change.tabs_replaced, change.tabs_removed, change.kept, backup
    )


def _settings(path: Path, settings: Settings | Path | None) -> Settings:
    return settings if isinstance(settings, Settings) else settings_for(path, settings)


def _read(package: Package, settings: Settings, sheet: str | None) -> RencanaAksi:
    return read_plan(package, sheet=sheet or settings.lembar, columns=settings.kolom, year=settings.tahun)


def _findings(plan: RencanaAksi, settings: Settings, per: date) -> tuple[Finding, ...]:
    return validate(plan, enacted_matrix(), per, overrides=_overrides(settings))


def _measured(plan: RencanaAksi, settings: Settings, per: date) -> Measurement:
    return measure(plan, per, tolerance_points=settings.ambang.poin, horizon_days=settings.ambang.hari)
