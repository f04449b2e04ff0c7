"""The shipped template: the enacted matrix as a workbook, with columns 8-12 for staff to fill."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

NAME = "template_rencana_aksi.xlsx"


def template_bytes() -> bytes:
    """The whole file. It travels inside the installed package; in a checkout it lies in `workbooks/`."""
    inside = files("zi_excel").joinpath("workbooks", NAME)
    return (
        inside.read_bytes() if inside.is_file() else Path(__file__).parents[1].joinpath("workbooks", NAME).read_bytes()
    )
