"""A rekap as data for other programs, in a file: whole or not at all, and never over a file of another kind."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from zi_excel import store
from zi_excel.errors import WorkbookError, reason_of

_BEGINNINGS: Mapping[str, bytes] = MappingProxyType(
    {"json": b'{\n  "per": "', "csv": b"\xef\xbb\xbfkantor;wilayah;berkas;", "parquet": b"PAR1"}
)
"""What a file of each kind begins with."""


def check_data_file(out: Path, kind: str) -> None:
    """Whether a file may be written: nothing is there, or one of the same kind.

    Raises:
        WorkbookError: something else is there, or there is no such folder.
    """
    if not os.path.lexists(out):
        if not os.path.isdir(out.parent):  # noqa: PTH112  (False also where it can't be looked at)
            raise WorkbookError(
                f"folder '{out.parent}' tidak ada; buat dahulu foldernya, atau sebutkan tempat lain dengan -o."
            )
        return
    beginning = _BEGINNINGS[kind]
    try:
        with out.open("rb") as file:
            same = file.read(len(beginning)) == beginning
    except OSError as failure:
        raise WorkbookError(f"'{out}' tidak dapat ditimpa ({reason_of(failure)}); pilih nama lain dengan -o.") from None
    if not same:
        raise WorkbookError(
            f"'{out}' sudah ada dan bukan rekap .{kind} buatan zi-excel, jadi tidak ditimpa; pilih nama lain dengan -o."
        )


def write_data_file(out: Path, data: bytes, kind: str) -> None:
    """Writes it, in the place of one of the same kind where there is one.

    Raises:
        WorkbookError: as `check_data_file`, or it can't be written.
    """
    check_data_file(out, kind)
    store.overwrite(out, data)
