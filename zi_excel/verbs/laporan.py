"""The verb `laporan`: the workbook that the evaluator receives."""

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.clock import today
from zi_excel.enacted.diff import compare
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.history.recording import earlier_reports
from zi_excel.measuring.measure import Measurement
from zi_excel.opc.package.package import Package
from zi_excel.plan.periode import read_period
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.report.contents import Occasion, report_contents
from zi_excel.report.lookback import movement_of, restored
from zi_excel.report.notes import Note, carry, same_matrix
from zi_excel.report.returned import read_report_notes, read_report_rows
from zi_excel.settings.settings import Settings
from zi_excel.sheets import PAPERS, render_laporan
from zi_excel.validation.findings import Finding
from zi_excel.verbs.checking import enacted_for, findings_of, history_of
from zi_excel.verbs.opening import measured, read_matrix, refuse_too_much, settings_of
from zi_excel.verbs.putting import put
from zi_excel.version import __version__


class LaporanResult(NamedTuple):
    """What `laporan` wrote.

    out: the report. changed: False where it already stood there just so; then nothing was written.
    backup: where the report that stood there before is kept; None where there was none.
    carried: how many of the evaluator's notes were carried over; left: those that no longer fit, as they stand in the
    sheet Catatan Lama.
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


def laporan(
    path: Path | str,
    out: Path | str,
    *,
    per: date | None = None,
    periode: str | None = None,
    paper: str = "f4",
    brief: bool = False,
    notes: Path | str | None = None,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    folder_bukti: Path | str | None = None,
) -> LaporanResult:
    """Writes the evaluator's workbook; the office's own isn't touched.

    A report of the same matrix that the tool wrote there before is replaced: the evaluator's notes in it are carried
    over, and a dated backup of it is kept. Any other file is never overwritten.

    Args:
        path: the workbook.
        out: the report; must end in .xlsx.
        per: the as-of day (default: today in Asia/Jakarta).
        periode: a period of the plan's year instead (`TW III`, `B09`): its last day is the as-of day.
        paper: "f4", "a4" or "legal".
        brief: the short edition of eight to ten pages; the other sheets are hidden in it.
        notes: a report that the evaluator returned; the notes in it are carried over by kode.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.
        folder_bukti: the folder of evidence, where links that are files are looked for; None: the settings'.

    Raises:
        WorkbookError: a file can't be used, the report is open elsewhere, or something else is there.
        UsageError: the question was wrong.
    """
    path, out = Path(path), Path(out)
    _check_question(out, per, periode, paper)
    chosen = settings_of(path, settings, folder_bukti)
    with Package.open(path) as package:
        store.check_read(path, package.fileno())
        read = read_matrix(package, chosen, sheet)
        refuse_too_much(read, package.path)
        history = history_of(package).history
    period = None if periode is None else read_period(periode, read.year)
    before = _report_before(out, read)
    carried = carry([*_returned_notes(notes), *(before.notes if before else ())], read)
    day = per or today() if period is None else period.last
    enacted = enacted_for(path, chosen)
    own_matrix = compare(read, enacted).same_matrix
    findings = findings_of(path, read, enacted, chosen, day, earlier=earlier_reports(history, read, day))
    # A period that is not over yet is reported as things stand now.
    earlier = restored(read, history, day) if period is not None and day < today() else None
    plan = read if earlier is None else earlier.plan
    measurement = measured(plan, chosen, day)
    occasion = Occasion(
        kantor=chosen.kantor or (enacted.kantor if own_matrix else ""),
        signers=chosen.penanda_tangan,
        period=period,
        source=path.name,
        version=__version__,
    )
    contents = report_contents(
        plan,
        measurement,
        findings,
        enacted,
        occasion,
        own_matrix=own_matrix,
        notes=carried,
        movement=None if period is None else movement_of(read, history, period),
        recorded=None if earlier is None else earlier.recorded,
        history=history,
    )
    changed, backup = put(
        out,
        render_laporan(contents, paper=paper, brief=brief),
        seen=None if before is None else before.seen,
        beside=[path],
        readable=lambda new: read_report_notes(new) is not None,
        cadangan=chosen.cadangan,
    )
    return LaporanResult(
        path=path,
        plan=plan,
        measurement=measurement,
        findings=findings,
        out=out,
        changed=changed,
        backup=backup,
        carried=len(carried.by_kode),
        left=carried.left,
        unsaid=tuple(
            name for name, value in (("kantor", occasion.kantor), ("penanda_tangan", occasion.signers)) if not value
        ),
    )


def _check_question(out: Path, per: date | None, periode: str | None, paper: str) -> None:
    if per is not None and periode is not None:
        raise UsageError("pilih salah satu: `--per` (satu tanggal) atau `--periode` (akhir suatu periode).")
    if paper not in PAPERS:
        raise UsageError(f"kertas '{paper}' tidak dikenal; pilih {', '.join(PAPERS)}.")
    if out.suffix.lower() != ".xlsx":
        raise UsageError(f"nama laporan harus berakhiran .xlsx, bukan '{out.name}'.")


def _returned_notes(notes: Path | str | None) -> tuple[Note, ...]:
    if notes is None:
        return ()
    returned = read_report_notes(Path(notes))
    if returned is None:
        raise WorkbookError(
            f"'{notes}' bukan laporan buatan zi-excel, jadi catatan evaluator tidak dapat diambil darinya; sebutkan "
            "laporan yang dikembalikan evaluator."
        )
    return returned


class _ReportBefore(NamedTuple):
    """The report that stands where the new one goes: what it was when it was read, and the evaluator's notes in it."""

    seen: store.Fingerprint
    notes: tuple[Note, ...]


def _report_before(out: Path, plan: RencanaAksi) -> _ReportBefore | None:
    """None where nothing is there.

    Raises:
        WorkbookError: something else than a report of this matrix is there, or there is no such folder.
    """
    if not os.path.lexists(out):
        if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
            raise WorkbookError(
                f"folder '{out.parent}' tidak ada; buat dahulu foldernya, atau sebutkan tempat lain dengan -o."
            )
        return None
    try:
        seen = store.fingerprint(out)  # before its notes are read: none that is written meanwhile is overwritten
        rows = read_report_rows(out)
    except WorkbookError:
        rows = None
    if rows is None:
        raise WorkbookError(
            f"'{out}' sudah ada dan bukan laporan buatan zi-excel, jadi tidak ditimpa; pilih nama lain dengan -o."
        )
    if not same_matrix(rows, plan):
        raise WorkbookError(
            f"'{out}' adalah laporan dari matriks lain: kebanyakan isinya tidak ada di lembar '{plan.sheet}', jadi "
            "tidak ditimpa; pilih nama lain dengan -o, atau pindahkan dahulu laporan itu."
        )
    return _ReportBefore(seen, tuple(row for row in rows if row.text))
