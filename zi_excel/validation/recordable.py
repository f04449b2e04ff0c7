"""Whether columns 1-7 of a plan can be recorded as enacted, and what the recorded text itself has against the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from zi_excel.enacted.matrix import Enacted
from zi_excel.errors import WorkbookError
from zi_excel.plan.numbering import read_digits
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Oddity, RencanaAksi
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Finding, Level

_SPOILING = frozenset({"ZI001", "ZI009", "ZI010", "ZI101", "ZI303", "ZI603"})
"""A column that isn't there, a cell of which the text isn't known, a kode given twice, a target that is none: what was
enacted can't be told from these. All else is recorded as it stands."""


def refuse_unrecordable(path: Path, plan: RencanaAksi, enacted: Enacted, per: date) -> None:
    """Makes sure that a record of the plan would mean something.

    Raises:
        WorkbookError: it would not; says where, why and what to do.
    """
    found = [each for each in _raw(plan, enacted, per) if _spoils(each, plan)]
    if found:
        first = found[0]
        where = f"sel {first.place.ref}" if first.place.ref else "lembar"
        more = f" Masih ada {len(found) - 1} galat lain seperti itu." if len(found) > 1 else ""
        raise WorkbookError(
            f"Kolom 1-7 di lembar '{plan.sheet}' dari '{path}' belum dapat dicatat sebagai yang ditetapkan; "
            f"{where}: {first.message} {first.suggestion}{more} Lihat `zi-excel validasi`, lalu ulangi."
        )


def own_findings(plan: RencanaAksi, enacted: Enacted, per: date) -> tuple[Finding, ...]:
    """The galat and peringatan that the text has which `enacted` records: beside that record they are info."""
    left = {(each.code, each.place) for each in validate(plan, enacted, per) if each.level is not Level.INFO}
    raw = (each for each in _raw(plan, enacted, per) if each.level is not Level.INFO)
    return tuple(each for each in raw if (each.code, each.place) not in left)


def _raw(plan: RencanaAksi, enacted: Enacted, per: date) -> Iterator[Finding]:
    """All findings as if nothing had been enacted."""
    return iter(validate(plan, replace(enacted, komponen=(), pencatatan=None), per))


def _spoils(finding: Finding, plan: RencanaAksi) -> bool:
    columns = {plan.columns[each] for each in ENACTED_FIELDS if each in plan.columns}
    if finding.code not in _SPOILING or finding.place.column not in {None, *columns}:
        return False
    if finding.code == "ZI303":  # an indikator without a letter is as it was enacted; one that is there twice is a slip
        twice = {each.kode for each in plan.remarks if each.oddity is Oddity.KODE_BY_ORDER and each.detail}
        counted = {each.kode for each in plan.indikator() if read_digits(each.nama.text) is not None}
        return finding.kode in twice | counted
    return True
