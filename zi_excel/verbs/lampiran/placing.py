"""Where a Lampiran goes: into a new file, never in the place of another, which somebody may have edited in Word."""

import os
from pathlib import Path

from zi_excel import store
from zi_excel.errors import UsageError, WorkbookError


def refuse_place(out: Path) -> None:
    """Looks at the place before any workbook is opened.

    Raises:
        UsageError: the name does not end in .docx.
        WorkbookError: something stands there, be it a link to nowhere, or there is no such folder.
    """
    if out.suffix.lower() != ".docx":
        raise UsageError(f"nama Lampiran harus berakhiran .docx, bukan '{out.name}'.")
    if os.path.lexists(out):
        raise WorkbookError(f"'{out}' sudah ada dan tidak ditimpa; pilih nama lain dengan -o.")
    if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
        raise WorkbookError(f"Folder untuk '{out}' tidak ada; buat dahulu, atau pilih tempat lain dengan -o.")


def put_new(out: Path, data: bytes, *, beside: Path) -> None:
    """Writes it, for those who may read the workbook.

    Args:
        out: the document.
        data: its content.
        beside: the workbook.

    Raises:
        WorkbookError: it can't be written, or something has come to stand there meanwhile.
    """

    def verify(new: Path) -> None:
        if new.read_bytes() != data:
            raise WorkbookError(f"'{out}' tidak terbaca kembali seperti yang ditulis; tidak ada yang ditulis.")

    model, widest = store.rights_for([beside])
    store.create(out, lambda new: new.write(data), verify=verify, beside=model, widest=widest)
