"""What the workbook part says: sheets in their order, defined names (and which are staff's), the epoch of days."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, Self

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.package import Package
from zi_excel.opc.package.relationships import Relationships

BUILTIN = "_xlnm."
"""How names such as Print_Titles and _FilterDatabase start: those of a tab of the tool's are the tool's."""
_FAMILY = xml.MAIN.removesuffix("2006/main")
_MOST_NAMES = 65_000
"""Defined names at most. Workbooks that were copied into each other for years have some ten thousand."""
_MOST_FORMULAS = 16 << 20
"""Characters in all their formulas; Excel takes 8,192 in each."""
_PASSWORDS = ("reservationPassword", "hashValue")
"""Attributes of fileSharing that hold a password to modify: as Excel up to 2010 wrote it, and since."""


class Sheet(NamedTuple):
    """A sheet as the workbook part lists it.

    part: its part; None where its relationship leads nowhere (it still counts in `local_sheet`).
    kind: "worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"; "" where it has no relationship.
    state: "visible", "hidden" or "veryHidden".
    """

    name: str
    sheet_id: int
    rid: str
    part: str | None
    kind: str
    state: str


class DefinedName(NamedTuple):
    """A defined name.

    text: its formula. local_sheet: position (from 0) of its sheet; None: it is the workbook's.
    attributes: all that the workbook part says of it, sorted, its sheet's position left out.
    """

    name: str
    text: str
    local_sheet: int | None
    hidden: bool
    attributes: tuple[tuple[str, str], ...] = ()


class StaffName(NamedTuple):
    """A defined name of staff's.

    sheet: the sheet whose own it is; None where it is the workbook's. text: its formula.
    attributes: all but its sheet's position.
    """

    name: str
    sheet: str | None
    text: str
    attributes: tuple[tuple[str, str], ...]


class Workbook(NamedTuple):
    """The workbook part.

    sheets, names: in its own order. active_tab: a position (from 0) in sheets.
    strict: whether it was saved as "Strict Open XML". structure_locked: whether Excel adds and removes no sheets.
    write_reserved: whether Excel saves changes only for those who know a password.
    by_name: the sheets by their names with case folded; of several that share one, the first.
    """

    part: str
    sheets: tuple[Sheet, ...]
    names: tuple[DefinedName, ...]
    date_1904: bool
    active_tab: int
    strict: bool
    structure_locked: bool
    write_reserved: bool
    by_name: Mapping[str, Sheet]

    @classmethod
    def of(cls, package: Package) -> Self:
        """Reads the workbook part of a package.

        Raises:
            WorkbookError: it can't be read, or is of a format from before Excel 2007.
        """
        root = package.root(package.workbook_part)
        _refuse_other_formats(root, package)
        _refuse_alternatives(root, package)
        relationships = package.relationships(package.workbook_part)
        properties = xml.child(root, "workbookPr")
        protection = xml.child(root, "workbookProtection")
        sharing = xml.child(root, "fileSharing")
        views = xml.child(root, "bookViews")
        view = None if views is None else xml.child(views, "workbookView")
        sheets = tuple(_sheet(element, relationships) for element in xml.grandchildren(root, "sheets", "sheet"))
        return cls(
            part=package.workbook_part,
            sheets=sheets,
            names=_names(root, package),
            date_1904=properties is not None and xml.is_true(properties.get("date1904")),
            active_tab=0 if view is None else xml.integer(view.get("activeTab")) or 0,
            strict=xml.namespace(root) == xml.MAIN_STRICT,
            structure_locked=protection is not None and xml.is_true(protection.get("lockStructure")),
            write_reserved=sharing is not None and any(sharing.get(name) for name in _PASSWORDS),
            by_name={sheet.name.casefold(): sheet for sheet in reversed(sheets)},
        )

    def sheet(self, name: str) -> Sheet | None:
        """The sheet with this name, ignoring case as Excel does, or None."""
        return self.by_name.get(name.casefold())


def staff_names(workbook: Workbook, *, marks: Collection[str], own: Collection[str]) -> Iterator[StaffName]:
    """Staff's names in the workbook part's order.

    Names that point at no sheet at all are passed over: they mean nothing.

    Args:
        workbook: the workbook part.
        marks: the names, in lower case, by which the tool's tabs are known, and those of their seals.
        own: the tool's tabs; built-in names of theirs (titles, filters) are the tool's, others are staff's.
    """
    for item in workbook.names:
        title = None
        if item.local_sheet is None:
            if item.name.lower() in marks:
                continue
        elif not 0 <= item.local_sheet < len(workbook.sheets):
            continue
        else:
            title = workbook.sheets[item.local_sheet].name
            if title in own and (item.name.startswith(BUILTIN) or item.name.lower() in marks):
                continue
        yield StaffName(item.name, title, item.text, item.attributes)


def quoted(name: str) -> str:
    """A sheet's name as formulas and links write it."""
    return "'" + name.replace("'", "''") + "'"


def _sheet(element: xml.Element, relationships: Relationships) -> Sheet:
    rid = element.get(f"{{{xml.R}}}id") or element.get(f"{{{xml.R_STRICT}}}id", "")
    relationship = relationships.by_id(rid)
    return Sheet(
        name=element.get("name", ""),
        sheet_id=xml.integer(element.get("sheetId")) or 0,
        rid=rid,
        part=relationship.part if relationship else None,
        kind=relationship.kind if relationship else "",
        state=element.get("state", "visible"),
    )


def _names(root: xml.Element, package: Package) -> tuple[DefinedName, ...]:
    elements = xml.grandchildren(root, "definedNames", "definedName")
    if len(elements) > _MOST_NAMES or sum(len(element.text or "") for element in elements) > _MOST_FORMULAS:
        raise WorkbookError(
            f"'{package.path}' memuat terlalu banyak nama (Formulas > Name Manager; paling banyak 65.000), yang tidak "
            "mungkin dibuat orang; hapus nama yang tidak dipakai, atau mintalah berkas aslinya."
        )
    return tuple(map(_name, elements))


def _name(element: xml.Element) -> DefinedName:
    attributes = dict(element.attrib)  # taken out at once: some workbooks have tens of thousands of names
    local = attributes.pop("localSheetId", None)
    return DefinedName(
        name=attributes.get("name", ""),
        text="".join(element.itertext()) if len(element) else element.text or "",
        local_sheet=xml.integer(local),
        hidden=xml.is_true(attributes.get("hidden")),
        attributes=tuple(sorted(attributes.items())),
    )


def _refuse_other_formats(root: xml.Element, package: Package) -> None:
    namespace = xml.namespace(root)
    if namespace in (xml.MAIN, xml.MAIN_STRICT) and xml.local(root) == "workbook":
        return
    beta = namespace.startswith(("http://schemas.microsoft.com/office/excel/", _FAMILY))
    what = "berformat uji coba sebelum Excel 2007" if beta else "tidak memuat buku kerja yang dikenal"
    raise WorkbookError(f"'{package.path}' {what}; buka di Excel lalu simpan sebagai Excel Workbook (.xlsx).")


def _refuse_alternatives(root: xml.Element, package: Package) -> None:
    """Refuses alternatives of what is edited: which of them a program takes is not for us to say."""
    listed = xml.child(root, "sheets")
    hidden = [item for item in root.iter("{*}sheets", "{*}definedNames") if item.getparent() is not root]
    if listed is None or hidden:
        what = "menaruh daftar lembar atau nama di dalam AlternateContent" if hidden else "tidak memuat daftar lembar"
        raise WorkbookError(
            f"Bagian {package.label(package.workbook_part)} {what}; buka di Excel lalu simpan ulang sebagai .xlsx."
        )
