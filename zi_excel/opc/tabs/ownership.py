"""Which tabs are the tool's own: a workbook-scoped name covers the whole tab, and a sign stands inside it.

Both must agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import has_sign, is_mark, sealed_sheets, whole_sheet
from zi_excel.opc.workbook.workbook import DefinedName, Sheet, Workbook

_MOST_TABS = 1000
"""Tabs that the tool may have in a workbook: it makes about ten."""


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
        if not is_mark(name, prefix) or key in tabs:
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
