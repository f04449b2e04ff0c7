"""What stands where a Lampiran goes: nothing, one of the tool's own, or somebody's."""

from __future__ import annotations

import os
from pathlib import Path

from zi_excel import store
from zi_excel.documents.columns import lettered
from zi_excel.documents.lampiran.package import is_own
from zi_excel.errors import WorkbookError
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.report.notes import Note, same_matrix
from zi_excel.verbs.lampiran.proof import matrix_in

_MOST_BYTES = 64 << 20


def seen_before(out: Path, plan: RencanaAksi) -> store.Fingerprint | None:
    """What stands where the document goes; None where nothing does.

    Raises:
        WorkbookError: it is nothing that may be replaced, or there is no such folder.
    """
    if not os.path.lexists(out):
        if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
            raise WorkbookError(
                f"folder '{out.parent}' tidak ada; buat dulu foldernya, atau sebutkan tempat lain dengan -o."
            )
        return None
    try:
        seen = store.fingerprint(out)  # before it is read: none that is written meanwhile is overwritten
        content = out.read_bytes() if out.stat().st_size <= _MOST_BYTES else b""
    except (OSError, WorkbookError):
        content = b""
    if not is_own(content):
        raise WorkbookError(
            f"'{out}' sudah ada dan bukan Lampiran buatan zi-excel, atau sudah diubah sejak dibuat, jadi tidak "
            "ditimpa; pilih nama lain dengan -o."
        )
    before = matrix_in(content, out, plan.year)
    rows = [Note(row.kode, row.nama.text, "") for row in before.indikator()] if before is not None else []
    if not same_matrix(rows, lettered(plan)):
        raise WorkbookError(
            f"'{out}' adalah Lampiran dari matriks lain: kebanyakan isinya tidak ada di lembar '{plan.sheet}', jadi "
            "tidak ditimpa; pilih nama lain dengan -o, atau pindahkan dulu berkas itu."
        )
    return seen
