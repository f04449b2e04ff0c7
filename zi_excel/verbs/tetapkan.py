"""The verb `tetapkan`: columns 1-7 recorded as what a decree enacted."""

import os
import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.clock import JAKARTA
from zi_excel.enacted.beside import record_path
from zi_excel.enacted.matrix import Enacted
from zi_excel.enacted.record import read_record, recorded
from zi_excel.enacted.text import enacted_text
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.settings import Settings
from zi_excel.validation.findings import Finding
from zi_excel.validation.recordable import own_findings, refuse_unrecordable
from zi_excel.verbs.opening import read_matrix, settings_of
from zi_excel.version import __version__
from zi_excel.wording import long_date


class TetapkanResult(NamedTuple):
    """What `tetapkan` recorded.

    record: the file. replaced: where the record before it is kept; None where there was none.
    own: the galat and peringatan that the recorded text itself has: from now on they are info.
    """

    path: Path
    plan: RencanaAksi
    enacted: Enacted
    record: Path
    replaced: Path | None
    own: tuple[Finding, ...]


def tetapkan(
    path: Path | str,
    *,
    nomor: str,
    tanggal: date,
    oleh: str,
    tentang: str = "",
    tempat: str = "",
    kantor: str = "",
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
    replace: bool = False,
    now: datetime | None = None,
) -> TetapkanResult:
    """Records columns 1-7, as they stand now, as what a decree enacted: in `<name>.penetapan.toml` beside the workbook.

    From then on `validasi` and `monev` hold the workbook against this record; the workbook itself isn't touched.

    Args:
        path: the workbook.
        nomor: the decree's number, as in `12 Tahun 2025`.
        tanggal: its date.
        oleh: who records it.
        tentang: the decree's subject.
        tempat: where it was enacted.
        kantor: the office, where it is another one than the settings say.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook; `penetapan` in
            it names another file, `kantor` the office.
        replace: whether a record that is there is replaced; it is kept beside the new one under a dated name.
        now: the time of recording (default: now).

    Raises:
        WorkbookError: the workbook can't be used, or is open elsewhere; columns 1-7 have a galat that makes a record
            meaningless; there is a record already; it can't be written. Nothing was written.
        UsageError: the number, the date or the name is not one; the settings can't be followed.
    """
    path = Path(path)
    pada = (now or datetime.now(JAKARTA)).astimezone(JAKARTA).replace(microsecond=0)
    _check_day(tanggal, pada.date())
    chosen = settings_of(path, settings)
    record = record_path(path, chosen.penetapan)
    _check_free(record, replace=replace)
    store.check_not_open(path)
    with Package.open(path) as package:
        store.check_read(path, package.fileno())
        plan = read_matrix(package, chosen, sheet, recorded=False)
    enacted = recorded(
        plan,
        nomor=_number(nomor),
        tanggal=tanggal,
        tentang=_line(tentang),
        kantor=_line(kantor) or chosen.kantor or "",
        oleh=_needed(oleh, "nama pencatat (`--oleh`)"),
        pada=pada,
        versi=__version__,
        berkas=_text(path.name),
        tempat=_line(tempat),
    )
    refuse_unrecordable(path, plan, enacted, pada.date())
    with store.lock(record):
        kept = _write(record, enacted, path, pada, replace=replace)
    return TetapkanResult(path, plan, enacted, record, kept, own_findings(plan, enacted, pada.date()))


def _write(record: Path, enacted: Enacted, workbook: Path, now: datetime, *, replace: bool) -> Path | None:
    """Writes the record in one step. Returns where the one before it is kept."""
    content = enacted_text(enacted).encode()

    def verify(new: Path) -> None:
        if read_record(new) != enacted:
            raise WorkbookError(
                f"Catatan '{record}' tidak terbaca kembali seperti yang dicatat; tidak ada yang ditulis."
            )

    if not os.path.lexists(record):
        store.create(record, lambda out: out.write(content), verify=verify, beside=workbook)
        return None
    _check_free(record, replace=replace)
    return store.replace(
        record,
        lambda out: out.write(content),
        verify=verify,
        seen=store.fingerprint(record),
        backup_dir=Path(),
        keep=sys.maxsize,  # what was enacted once is never lost
        now=now,
    )


def _check_free(record: Path, *, replace: bool) -> None:
    if not replace and os.path.lexists(record):
        raise WorkbookError(
            f"'{record}' sudah ada: matriks buku kerja ini sudah dicatat. Bila keputusannya berubah, ulangi dengan "
            "--ganti (di Python: replace=True); catatan lama tetap disimpan di sebelahnya."
        )


def _check_day(tanggal: date, today: date) -> None:
    if not date(1990, 1, 1) <= tanggal <= today:  # with a mistyped year every target would lie before the decree
        raise UsageError(
            f"tanggal keputusan {long_date(tanggal)} bukan di antara 1 Januari 1990 dan hari ini; periksa `--tanggal`."
        )


def _number(nomor: str) -> str:
    """The decree's number without a `Nomor` before it: wherever the decree is named, that word is written."""
    bare = re.sub(r"^\s*(?:keputusan\b\s*)?(?:nomor|nomer|no)\b\s*[.:]?\s*", "", nomor, flags=re.IGNORECASE)
    return _needed(bare, "nomor keputusan (`--nomor`)")


def _needed(text: str, what: str) -> str:
    if not (line := _line(text)):
        raise UsageError(f"{what} tidak boleh kosong.")
    return line


def _line(text: str) -> str:
    """On one line: pasted text may have line breaks."""
    return " ".join(_text(text).split())


def _text(text: str) -> str:
    """Without the halves of characters that a name or an argument in another encoding leaves: no file can hold them."""
    return text.encode("utf-8", "replace").decode()
