"""Where the record of a workbook's enacted matrix lies, and the one thing of it that every verb asks for: its year.

Apart from record.py, as most verbs need no more of a record than this.
"""

from __future__ import annotations

import re
from pathlib import Path

from zi_excel.errors import UsageError

RECORD_ENDING = ".penetapan.toml"
"""How the file name of a recorded matrix ends."""
_YEAR = r"^tahun\s*=\s*((?:19|20|21)\d\d)\s*$"
_HEAD = 64 << 10
"""Characters before the record's first komponen, at most."""


def record_path(workbook: Path, named: str | None = None) -> Path:
    """Where a workbook's record is: `<its name>.penetapan.toml` beside it.

    Args:
        workbook: the workbook.
        named: what settings say instead; a relative path is meant from the workbook's folder.

    Raises:
        UsageError: the name lacks a record's ending, without which no file is ever read, or replaced, as one.
    """
    if named is not None and not named.endswith(RECORD_ENDING):
        raise UsageError(f"`penetapan` harus nama berkas yang berakhiran {RECORD_ENDING}, bukan '{named}'.")
    return workbook.parent / (workbook.stem + RECORD_ENDING if named is None else named)


def recorded_year(workbook: Path, named: str | None = None) -> int | None:
    """The year of the matrix that an office recorded; None where there is no record, or it can't be read.

    Whether a record is sound is for those to say who hold the workbook against it.

    Args:
        workbook: the workbook.
        named: what settings say of the record's file, as in `record_path`.
    """
    try:
        with record_path(workbook, named).open(encoding="utf-8-sig") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return None
    found = re.search(_YEAR, head.partition("[[")[0], re.MULTILINE)
    return int(found[1]) if found else None
