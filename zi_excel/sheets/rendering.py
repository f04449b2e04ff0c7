"""XlsxWriter set up as all our workbooks need it: texts stay texts, and the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import IO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from zi_excel.sheets.style import WORKBOOK_DEFAULTS, Look

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""What every workbook says of when it was made: the same content must give the same bytes on any day."""
_NO_PROPERTIES: Mapping[str, str] = MappingProxyType({})


def new_workbook(
    out: IO[bytes],
    *,
    date_1904: bool = False,
    properties: Mapping[str, str] = _NO_PROPERTIES,
    in_memory: bool = True,
) -> Workbook:
    """An empty workbook.

    Args:
        out: where it is written when it is closed.
        date_1904: whether its days are counted from 1904.
        properties: what its document properties say: `title`, `author` and the like.
        in_memory: whether its parts are kept in memory until they are packed; else in temporary files.
    """
    workbook = Workbook(
        out,
        {
            "in_memory": in_memory,
            "date_1904": date_1904,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": dict(WORKBOOK_DEFAULTS),
        },
    )
    workbook.set_properties({**properties, "created": _CREATED})
    return workbook


class Formats:
    """The formats of a workbook, one for each look."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[Look, Format] = {}

    def of(self, style: Look) -> Format:
        """The format of a look."""
        if style not in self._made:
            self._made[style] = self._workbook.add_format(dict(style.properties))
        return self._made[style]


class TabSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter is untyped
    """XlsxWriter's sheet, which does not search every formula for the 150 functions that are newer than Excel 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002  (XlsxWriter's)
        """The formula as a file holds it. Our formulas use none of those functions."""
        return formula.removeprefix("=")
