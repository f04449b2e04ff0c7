"""Whether columns 1-7 of a plan can be recorded as enacted, and which rules the recorded text itself breaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from zi_excel.enacted.matrix import Enacted
from zi_excel.errors import WorkbookError
from zi_excel.plan.numbering import read_digits
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Oddity, RencanaAksi
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding, Level

_SPOILING = frozenset({"ZI001", "ZI009", "ZI010", "ZI101", "ZI303", "ZI603"})
"""A missing column, a cell whose text isn't known, a kode that was given twice, a target overwritten by a report: they
don't say what was enacted. Everything else is recorded as it stands."""


def refuse_unrecordable(path: Path, plan: RencanaAksi, enacted: Enacted, per: date) -> None:
    """Lets only a plan pass that says what was enacted.

    Raises:
        WorkbookError: it doesn't; the sentence tells where, why and what to do.
    """
    spoiling = [finding for finding in _raw(plan, enacted, per) if _spoils(finding, plan)]
    if spoiling:
        first = spoiling[0]
        where = f"sel {first.place.ref}" if first.place.ref else "lembar"
        more = f" Masih ada {len(spoiling) - 1} galat lain seperti itu." if len(spoiling) > 1 else ""
        raise WorkbookError(
            f"Kolom 1-7 di lembar '{plan.sheet}' dari '{path}' belum dapat dicatat sebagai yang ditetapkan; "
            f"{where}: {first.message} {first.suggestion}{more} Lihat `zi-excel validasi`, lalu ulangi."
        )


def own_findings(plan: RencanaAksi, enacted: Enacted, per: date) -> tuple[Finding, ...]:
    """The galat and peringatan of the text that `enacted` records: held against that record they are only info."""

    def grave(findings: Iterable[Finding]) -> list[Finding]:
        return [finding for finding in findings if finding.level is not Level.INFO]

    left = {(finding.code, finding.place) for finding in grave(validate(plan, enacted, per))}
    return tuple(finding for finding in grave(_raw(plan, enacted, per)) if (finding.code, finding.place) not in left)


def _raw(plan: RencanaAksi, enacted: Enacted, per: date) -> tuple[Finding, ...]:
    """All findings as if nothing had been enacted."""
    return validate(plan, enacted._replace(komponen=(), pencatatan=None), per)


def _spoils(finding: Finding, plan: RencanaAksi) -> bool:
    columns = {plan.columns[field] for field in ENACTED_FIELDS if field in plan.columns}
    if finding.code not in _SPOILING or finding.place.column not in {None, *columns}:
        return False
    if finding.code == "ZI303":  # an indikator without a letter is as it was enacted; one that is there twice is a slip
        twice = {remark.kode for remark in plan.remarks if remark.oddity is Oddity.KODE_BY_ORDER and remark.detail}
        counted = {row.kode for row in plan.indikator() if read_digits(row.nama.text) is not None}
        return finding.kode in twice | counted
    return True
