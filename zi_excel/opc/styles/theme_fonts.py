"""The fonts of a workbook's theme, which fonts with a `scheme` point to."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package


def theme_fonts(package: Package) -> Mapping[str, str]:
    """The typeface of Latin text by scheme, "minor" and "major"; empty where there is no theme that can be read."""
    part = next((item.part for item in package.relationships(package.workbook_part).of_kind("theme")), None)
    found: dict[str, str] = {}
    if part is None or part not in package:
        return found
    with suppress(WorkbookError):  # a theme that is damaged is none; whether the file is refused, others decide
        root = package.root(part)
        for scheme in ("minor", "major"):
            latin = next(root.iterfind(f".//{{*}}{scheme}Font/{{*}}latin"), None)
            if latin is not None and (typeface := latin.get("typeface")):
                found[scheme] = typeface
    return found
