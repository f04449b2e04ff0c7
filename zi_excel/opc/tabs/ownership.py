"""Which tabs are the tool's own: those where both signs agree, and what to do about those where they don't."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.marks import has_sign, is_mark, sealed_sheets, whole_sheet
from zi_excel.opc.workbook.workbook import DefinedName, Sheet, Workbook

_MOST_TABS = 1000
"""Tabs of the tool's in one workbook at most: it makes about ten."""


class Owned(NamedTuple):
    """The tool's own tabs in a workbook.

    tabs: by their marks (in lower case), in the order of the names. disagreements: an Indonesian sentence for each tab
    whose signs differ. stale: marks (in lower case) of tabs that staff have deleted.
    """

    tabs: Mapping[str, Sheet]
    disagreements: tuple[str, ...]
    stale: frozenset[str]


def owned_tabs(package: Package, workbook: Workbook, *, prefix: str, sign: str, seal: str | None) -> Owned:
    """Finds the tool's own tabs.

    Where all cells of a tab are cut and pasted into another sheet, both signs move there while the seal stays: so where
    other tabs have seals, a tab without one is such a sheet of staff's. Where no tab has one, nothing follows: an older
    version wrote them, or a program dropped all such names.

    Args:
        package: staff's package.
        workbook: its workbook part.
        prefix: what marks start with. LibreOffice drops their `hidden`, so that they need not have it. A sheet that is
            copied takes them along as its own (sheet-scoped) names: these are no sign.
        sign: what a cell in the first rows starts with.
        seal: what the names of seals start with; None where the two signs alone are to decide.

    Raises:
        WorkbookError: a tab that has a mark can't be read, or there are absurdly many.
    """
    tabs: dict[str, Sheet] = {}
    disagreements: dict[str, str] = {}  # by the name of a sheet, or of a defined name: one sentence for each
    stale = set()
    lost: list[str] = []  # missing tabs that marks point at, which no person deleted: Excel would have written #REF!
    signed: dict[str, bool] = {}  # by sheet's name, so that each is read once, however many marks point at it
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
        by_seals = _disagreements_by_seals(package, workbook, tuple(tabs.values()), lost, sign=sign, seal=seal)
        disagreements |= by_seals
        tabs = {key: sheet for key, sheet in tabs.items() if sheet.name not in by_seals}
    return Owned(tabs, tuple(disagreements.values()), frozenset(stale))


def _disagreements_by_seals(
    package: Package, workbook: Workbook, tabs: Sequence[Sheet], lost: Sequence[str], *, sign: str, seal: str
) -> dict[str, str]:
    """Disagreements, by sheet's name, that only the seals show: a seal stays with the sheet to which it was given.

    Args:
        package: staff's package.
        workbook: its workbook part.
        tabs: the sheets that are the tool's by both signs.
        lost: the missing tabs that marks point at.
        sign: what a cell in the first rows starts with.
        seal: what the names of seals start with.
    """
    sealed = [workbook.sheets[place] for place in sealed_sheets(workbook, seal)]
    others = {sheet.name: has_sign(package, sheet, sign) for sheet in sealed if sheet not in tabs}
    sentences = {sheet.name: _unregistered(sheet, lost) for sheet in sealed if lost and others.get(sheet.name)}
    if any(sheet in sealed for sheet in tabs):
        emptied = [sheet for sheet in sealed if others.get(sheet.name) is False]
        sentences |= {sheet.name: _cut_into(sheet, emptied) for sheet in tabs if sheet not in sealed}
    return sentences


def _without_sign(name: DefinedName, sheet: Sheet, sign: str) -> str:
    """What to do about a sheet that only has the mark: a tab whose sign was typed over, or a sheet that staff made.

    Excel's Name Manager does not show a hidden name; the way out is then a copy of the sheet.
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
    """What to do about a tab (or a copy of one) at which no mark points, while marks point at tabs that are missing.

    When a tab is renamed, Excel and LibreOffice change the mark as well; other programs leave it behind.
    """
    return (
        f"Tab '{sheet.name}' memuat tanda dan segel alat ini, tetapi namanya diganti oleh program lain: yang terdaftar "
        f"adalah '{lost[0]}', yang tidak ada lagi. Hapus tab '{sheet.name}' agar dibuat ulang (atau, bila itu salinan "
        "milik Anda, salin isinya ke lembar baru dahulu), lalu jalankan lagi."
    )


def _cut_into(sheet: Sheet, left: Sequence[Sheet]) -> str:
    """What to do about a sheet into which all cells of a tab were moved. left: the tabs that were emptied so."""
    emptied = "".join(f" dan tab '{tab.name}' yang dikosongkan" for tab in left)
    return (
        f"Lembar '{sheet.name}' berisi tab buatan alat ini yang seluruh selnya dipotong (Ctrl+X) dari tempat asalnya, "
        f"jadi tidak ditimpa; salin yang milik Anda ke lembar baru, hapus lembar '{sheet.name}'{emptied}, "
        "lalu jalankan lagi."
    )
