"""The verb `baru`: the shipped template, the enacted matrix as a workbook with columns 8-12 for staff to fill."""

from __future__ import annotations

import errno
from importlib.resources import files
from pathlib import Path

from zi_excel.errors import UsageError, WorkbookError, reason_of

NAME = "template_rencana_aksi.xlsx"


def baru(out: Path | str) -> Path:
    """Writes a fresh workbook from the template.

    Args:
        out: the new file; an existing one is never overwritten.

    Raises:
        WorkbookError: the file exists, or can't be written.
        UsageError: its name does not end in .xlsx (Excel refuses a workbook under another ending).
    """
    path = Path(out)
    if path.suffix.lower() != ".xlsx":
        raise UsageError(f"nama buku kerja baru harus berakhiran .xlsx, bukan '{path.name}'.")
    try:
        with path.open("xb") as new:
            new.write(template_bytes())
    except FileExistsError:
        raise WorkbookError(f"'{path}' sudah ada dan tidak ditimpa; pilih nama lain dengan -o.") from None
    except OSError as failure:
        do = "pilih nama yang lebih pendek" if failure.errno == errno.ENAMETOOLONG else "periksa folder dan izinnya"
        raise WorkbookError(f"'{path}' tidak dapat ditulis ({reason_of(failure)}); {do}.") from None
    return path


def template_bytes() -> bytes:
    """The whole file. It travels inside the installed package; in a checkout it lies in `workbooks/`."""
    inside = files("zi_excel").joinpath("workbooks", NAME)
    return (
        inside.read_bytes() if inside.is_file() else Path(__file__).parents[2].joinpath("workbooks", NAME).read_bytes()
    )
