"""Which tabs are the tool's own: a workbook-scoped name covers the whole tab, and a sign stands inside it.

Both must agree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.seal import sealed_sheets
from zi_excel.opc.workbook.workbook import DefinedName, Sheet, Workbook, quoted

SIGN_ROWS = 10
"""Rows that the sign is looked for in: staff may have put a row or two above it."""
_ELEMENTS = 20_000
"""Elements that are looked at at most: a sheet of other making may have very wide rows, or no rows at all."""
_MOST_TABS = 1000
"""Tabs that the tool may have in a workbook: it makes about ten."""
_REFERENCE = re.compile(
    r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!#]+))!(?P<area>\$?[A-Z]*\$?\d*:\$?[A-Z]*\$?\d*)"
)
_AREA = re.compile(r"\$?([A-Z]*)\$?(\d*):\$?([A-Z]*)\$?(\d*)")
_NEARLY_ALL_ROWS = 1_000_000
_NEARLY_ALL_COLUMNS = 3
"""Letters of the last column: XFD, or AMJ of older LibreOffice."""


class Owned(NamedTuple):
    """The tool's own tabs in a workbook.

    tabs: by defined name (in small letters), in the order of the names. disagreements: one Indonesian sentence each
    where the two signs differ. stale: names (in small letters) of tabs that staff have deleted.
    """

    tabs: Mapping[str, Sheet]
    disagreements: tuple[str, ...]
    stale: frozenset[str]


def owned_tabs(package: Package, workbook: Workbook, *, prefix: str, sign: str, seal: str | None) -> Owned:
    """Finds the tool's own tabs.

    A seal stays with its sheet when all of a tab's cells are cut and pasted into another sheet, while both signs move
    there: where other tabs have seals, a tab without one is such a sheet of staff's. Where none has, nothing follows:
    an older version wrote them, or a program dropped all such names.

    Args:
        package: staff's package.
        workbook: its workbook part.
        prefix: what the defined names start with. LibreOffice drops their `hidden`, so that is not asked for. A copied
            sheet takes them along as its own (sheet-scoped) names: these are no sign.
        sign: what a cell in the first rows starts with.
        seal: what the names of seals start with; None where the two signs alone are to decide.

    Raises:
        WorkbookError: a tab that has such a name can't be read.
    """
    tabs: dict[str, Sheet] = {}
    disagreements: dict[str, str] = {}  # by sheet's or name's name: each is spoken of once
    stale = set()
    lost: list[str] = []  # tabs that names still point at: Excel writes #REF! there when a person deletes one
    signed: dict[str, bool] = {}  # by sheet's name: each is looked into once, however many names point at it
    for name in workbook.names:
        key = name.name.lower()
        if not _is_mark(name, prefix) or key in tabs:
            continue
        title = whole_sheet(name.text)
        sheet = workbook.sheet(title) if title is not None else None
        if title is None and "#REF!" not in name.text:
            disagreements[name.name] = (
                f"Nama '{name.name}' menunjuk '{name.text}', bukan satu tab utuh; "
                "hapus nama itu di Formulas > Name Manager, lalu jalankan lagi."
            )
        elif sheet is None:
            stale.add(key)
            lost += [] if title is None else [title]
        elif sheet.name not in signed:
            signed[sheet.name] = has_sign(package, sheet, sign)
            if signed[sheet.name]:
                tabs[key] = sheet
            else:
                disagreements[sheet.name] = _without_sign(name, sheet, sign)
        elif signed[sheet.name]:
            disagreements[sheet.name] = (
                f"Tab '{sheet.name}' ditunjuk oleh dua nama milik alat ini; hapus tab itu, lalu jalankan lagi."
            )
        if len(signed) > _MOST_TABS:
            raise WorkbookError(
                f"'{package.path}' memuat lebih dari {_MOST_TABS} nama milik alat ini, yang tidak mungkin dibuatnya; "
                "pakai cadangannya atau mintalah berkas aslinya."
            )
    if seal is not None:
        told = _told_by_seals(package, workbook, tuple(tabs.values()), lost, sign=sign, seal=seal)
        disagreements |= told
        tabs = {key: sheet for key, sheet in tabs.items() if sheet.name not in told}
    return Owned(tabs, tuple(disagreements.values()), frozenset(stale))


def _told_by_seals(
    package: Package, workbook: Workbook, tabs: Sequence[Sheet], lost: Sequence[str], *, sign: str, seal: str
) -> dict[str, str]:
    """Disagreements, by sheet's name, that only the seals show: a seal stays with the sheet that it was given to.

    Args:
        package: staff's package.
        workbook: its workbook part.
        tabs: the sheets that both signs call the tool's.
        lost: the tabs that names point at and that aren't there.
        sign: what a cell in the first rows starts with.
        seal: what the names of seals start with.
    """
    sealed = [workbook.sheets[place] for place in sealed_sheets(workbook, seal)]
    others = {each.name: has_sign(package, each, sign) for each in sealed if each not in tabs}
    told = {each.name: _unregistered(each, lost) for each in sealed if lost and others.get(each.name)}
    if any(each in sealed for each in tabs):
        emptied = [each for each in sealed if others.get(each.name) is False]
        told |= {each.name: _cut_into(each, emptied) for each in tabs if each not in sealed}
    return told


def registered_sheets(workbook: Workbook, prefix: str) -> list[Sheet]:
    """The sheets that a name of the tool's covers as a whole, whether or not the sign stands inside."""
    titles = (whole_sheet(name.text) for name in workbook.names if _is_mark(name, prefix))
    return [sheet for title in titles if title is not None and (sheet := workbook.sheet(title)) is not None]


def _is_mark(name: DefinedName, prefix: str) -> bool:
    """Whether it is a name by which a tab is known. Capitals make no difference, as in Excel."""
    return name.local_sheet is None and name.name.lower().startswith(prefix.lower())


def _without_sign(name: DefinedName, sheet: Sheet, sign: str) -> str:
    """What to do about a sheet that has the name only: a tab whose sign was typed over, or a sheet of staff's making.

    A hidden name is not to be seen in Excel's Name Manager: there a copy of the sheet is the way out.
    """
    way = (
        f"salin isinya ke lembar baru, lalu hapus tab '{sheet.name}'"
        if name.hidden
        else f"hapus atau ganti nama '{name.name}' di Formulas > Name Manager"
    )
    return (
        f"Tab '{sheet.name}' terdaftar (dengan nama '{name.name}') sebagai tab buatan alat ini, tetapi tanda '{sign}' "
        f"di baris-baris pertamanya tidak ada; hapus tab '{sheet.name}' dan jalankan lagi agar dibuat ulang, "
        f"atau, bila isinya milik Anda, {way}."
    )


def _unregistered(sheet: Sheet, lost: Sequence[str]) -> str:
    """What to do about a tab, or a copy of one, that no name points at while names point at tabs that aren't there.

    Excel and LibreOffice carry the name along when a tab is renamed; other programs leave it behind.
    """
    return (
        f"Tab '{sheet.name}' memuat tanda dan segel alat ini, tetapi namanya diganti oleh program lain: yang terdaftar "
        f"adalah '{lost[0]}', yang tidak ada lagi. Hapus tab '{sheet.name}' agar dibuat ulang (atau, bila itu salinan "
        "milik Anda, salin isinya ke lembar baru dahulu), lalu jalankan lagi."
    )


def _cut_into(sheet: Sheet, left: Sequence[Sheet]) -> str:
    """What to do about a sheet that took in all cells of a tab. left: the emptied tabs."""
    emptied = "".join(f" dan tab '{each.name}' yang dikosongkan" for each in left)
    return (
        f"Lembar '{sheet.name}' berisi tab buatan alat ini yang seluruh selnya dipotong (Ctrl+X) dari tempat asalnya, "
        f"jadi tidak ditimpa; salin yang milik Anda ke lembar baru, hapus lembar '{sheet.name}'{emptied}, "
        "lalu jalankan lagi."
    )


def whole_sheet(text: str) -> str | None:
    """The sheet that a reference covers as a whole ("'Tab 1'!$1:$1048576"); None where it does not.

    Excel and LibreOffice write a whole sheet as its rows; a row or column that was deleted is missing at its end.
    """
    if (found := _REFERENCE.fullmatch(text)) is None or (area := _AREA.fullmatch(found["area"])) is None:
        return None
    first_column, first_row, last_column, last_row = area.groups()
    rows = (not first_row and not last_row) or int(last_row or 0) - int(first_row or 0) >= _NEARLY_ALL_ROWS
    columns = (not first_column and not last_column) or len(last_column) - len(first_column) >= _NEARLY_ALL_COLUMNS - 1
    if not (rows and columns):
        return None
    quoted = found["quoted"]
    return quoted.replace("''", "'") if quoted is not None else found["plain"]


def whole_sheet_reference(name: str) -> str:
    """The reference that covers a sheet as a whole, as both Excel and LibreOffice write it."""
    return f"{quoted(name)}!$1:$1048576"


def has_sign(package: Package, sheet: Sheet, sign: str) -> bool:
    """Whether a cell in the sheet's first rows starts with the sign.

    Raises:
        WorkbookError: the sheet can't be read.
    """
    if sheet.part is None or sheet.kind != "worksheet":
        return False
    indexes = set()
    for _, cell in islice(package.events(sheet.part), _ELEMENTS):
        if xml.local(cell) != "c":
            continue
        if (xml.integer(re.sub(r"\D", "", cell.get("r", ""))) or 0) > SIGN_ROWS:
            break
        if cell.get("t") == "s":
            value = xml.child(cell, "v")
            indexes.add(-1 if value is None else xml.integer(value.text) or 0)
        elif (_plain_result(cell) if cell.get("t") == "str" else _text(cell)).startswith(sign):
            return True
        cell.clear()
    return bool(indexes) and _shared_string_starts(package, indexes, sign)


def _plain_result(cell: xml.Element) -> str:
    """The text of a cell that is written like a formula's result, as SheetJS does with all texts; "" of a formula's."""
    value = xml.child(cell, "v")
    return "" if value is None or xml.child(cell, "f") is not None else value.text or ""


def _shared_string_starts(package: Package, indexes: set[int], sign: str) -> bool:
    part = next((item.part for item in package.relationships(package.workbook_part).of_kind("sharedStrings")), None)
    if part is None:
        return False
    last = max(indexes)
    for number, (_, item) in enumerate(package.events(part, ("{*}si",))):
        if number > last:
            break
        if number in indexes and _text(item).startswith(sign):
            return True
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]
    return False


def _text(element: xml.Element) -> str:
    """The text of its `t` elements; readings of phonetic scripts (rPh) left out."""
    return "".join(item.text or "" for item in element.iter("{*}t") if xml.local(item.getparent()) != "rPh")
