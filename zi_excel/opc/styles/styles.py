"""The merge of styles: what grafted sheets need is appended to staff's styles, whose indices keep their meaning."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.styles.fonts import make_explicit, normal_font, normal_format
from zi_excel.opc.styles.format_numbers import FIRST_CUSTOM, NumberFormats, StyleUse
from zi_excel.opc.styles.sheet_grid import SheetGrid
from zi_excel.opc.styles.style_keys import GUARDED, key

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_MOST_CELL_FORMATS = 64_000  # Excel's limit
_BARE = (
    f'<styleSheet xmlns="{xml.MAIN}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
).encode()
"""The styles that a workbook without a styles part has by default."""
_SEEDS: Mapping[str, tuple[str, ...]] = {
    "fonts": ('<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',),
    # Excel takes the first two fills for these, whatever is there
    "fills": ('<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'),
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}


class MergedStyles(NamedTuple):
    """Staff's styles with the grafted ones.

    data: the part's bytes. xf, dxf: rendered index -> staff's. grid: the fonts that widths are measured by.
    """

    data: bytes
    xf: tuple[int, ...]
    dxf: tuple[int, ...]
    grid: SheetGrid


def merge_styles(
    staff: bytes | None,
    rendered: bytes,
    part: str,
    use: Callable[[], StyleUse] = StyleUse,
    *,
    theme: Mapping[str, str] = MappingProxyType({}),
) -> MergedStyles:
    """Appends the rendered package's cell formats and differential formats to staff's styles part.

    Entries that are equal are shared, so that merging the same styles again appends nothing.

    Args:
        staff: staff's styles part; None where there is none.
        rendered: the rendered package's.
        part: what a refusal calls staff's part.
        use: finds how many formats staff's parts ask for; called where there are none, since what has none keeps none.
        theme: the typefaces of staff's theme by scheme.

    Raises:
        WorkbookError: staff's part is not well-formed, or would have more cell formats than Excel allows.
    """
    before = staff if staff is not None else _BARE
    sheet = _StyleSheet(xml.parse(before, part))
    if staff is None or not xml.grandchildren(sheet.root, "cellXfs", "xf"):
        asked_for = use()
        sheet.fill("cellXfs", min(asked_for.cell_formats, _MOST_CELL_FORMATS))
        sheet.fill("dxfs", min(asked_for.differential, _MOST_CELL_FORMATS))
    ours = xml.parse(rendered, "styles")
    make_explicit(ours)  # its fonts follow no theme from here on
    rendered_font = normal_font(ours, {})
    formats = {
        xml.integer(item.get("numFmtId")) or 0: item.get("formatCode", "")
        for item in xml.grandchildren(ours, "numFmts", "numFmt")
    }
    numbers = {number: sheet.number_format(code) for number, code in formats.items()}
    maps = {
        f"{word}Id": sheet.append_all(f"{word}s", xml.grandchildren(ours, f"{word}s", word))
        for word in ("font", "fill", "border")
    }
    had = len(xml.grandchildren(sheet.root, "cellXfs", "xf"))
    xf = sheet.append_all(
        "cellXfs", [_renumbered(item, numbers, maps, sheet.normal) for item in xml.grandchildren(ours, "cellXfs", "xf")]
    )
    dxfs = xml.grandchildren(ours, "dxfs", "dxf")
    for item in dxfs:
        _renumber_dxf(item, sheet)
    dxf = sheet.append_all("dxfs", dxfs)
    if max(xf, default=0) >= max(had, _MOST_CELL_FORMATS):
        raise WorkbookError(
            f"Bagian {part} sudah memuat {had} format sel, dan bersama tab-tab baru melebihi batas Excel (64.000); "
            "kurangi format di buku kerja itu (misalnya salin isinya ke buku kerja baru), lalu jalankan lagi."
        )
    grid = SheetGrid(rendered=rendered_font, staff=normal_font(sheet.root, theme))
    return MergedStyles(xml.serialise(sheet.root) if sheet.changed or staff is None else before, xf, dxf, grid)


class _StyleSheet:
    """Staff's styles part while it is appended to."""

    def __init__(self, root: xml.Element) -> None:
        self.root = root
        self.changed = False
        self.numbers = NumberFormats(root)
        self._indices: dict[str, dict[object, int]] = {}
        self._counts: dict[str, int] = {}  # of the collections that have grown
        self.normal = normal_format(root)

    def append_all(self, name: str, elements: Iterable[xml.Element]) -> tuple[int, ...]:
        """The indices of elements in a collection; those that have no equal there are appended."""
        return tuple(self._append(name, element) for element in elements)

    def fill(self, name: str, count: int) -> None:
        """Fills a collection up to a number of entries, with copies of its first one; of dxf, with empty ones."""
        if count == 0:
            return
        self._index(name)  # puts in the entries that must come first
        collection = self._collection(name)
        like = _items(collection)[0] if _items(collection) else xml.parse(b"<dxf/>", name)
        for _ in range(count - len(_items(collection))):
            collection.append(transplanted(like, self.root))
            self.changed = True
        collection.set("count", str(len(_items(collection))))
        self._indices.pop(name)
        self._counts.pop(name, None)

    def number_format(self, code: str) -> int:
        """The number of a custom number format, which from now on cells can use."""
        number = self.numbers.of(code)
        if not self.numbers.is_listed(number):
            attributes = {"numFmtId": str(number), "formatCode": code}
            self._grow("numFmts", self.root.makeelement(f"{{{xml.namespace(self.root)}}}numFmt", attributes))
        return number

    def _append(self, name: str, element: xml.Element) -> int:
        indices = self._index(name)
        meaning = key(element, numbers=self.numbers.same)
        if meaning not in indices:
            indices[meaning] = self._grow(name, transplanted(element, self.root))
        return indices[meaning]

    def _index(self, name: str) -> dict[object, int]:
        """The entries of a collection by what they mean, each with its (first) index."""
        if name not in self._indices:
            collection = self._collection(name)
            for seed in _SEEDS.get(name, ())[len(_items(collection)) :]:
                self._grow(name, transplanted(xml.parse(seed.encode(), name), self.root))
            indices: dict[object, int] = {}
            for number, item in enumerate(_items(collection)):
                indices.setdefault(key(item, numbers=self.numbers.same), number)
            self._indices[name] = indices
        return self._indices[name]

    def _grow(self, name: str, element: xml.Element) -> int:
        collection = self._collection(name)
        collection.append(element)
        before = self._counts.get(name)
        if before is None:
            before = len(_items(collection)) - 1
        self._counts[name] = before + 1
        collection.set("count", str(before + 1))
        self.changed = True
        return before

    def _collection(self, name: str) -> xml.Element:
        present = xml.child(self.root, name)
        if present is not None:
            return present
        made = self.root.makeelement(f"{{{xml.namespace(self.root)}}}{name}")
        xml.insert_in_order(self.root, made, _ORDER)
        return made


def transplanted(element: xml.Element, root: xml.Element) -> xml.Element:
    """A copy of an element in the main namespace (and with the prefix) of another document's root."""
    copy = root.makeelement(f"{{{xml.namespace(root)}}}{xml.local(element)}", dict(element.attrib))
    copy.text = element.text
    for item in element:
        if isinstance(item.tag, str):
            copy.append(transplanted(item, root))
    return copy


def _items(collection: xml.Element) -> list[xml.Element]:
    return [item for item in collection if isinstance(item.tag, str)]


def _renumbered(
    xf: xml.Element, numbers: Mapping[int, int], maps: Mapping[str, tuple[int, ...]], normal: int | None
) -> xml.Element:
    """A rendered cell format with staff's indices. It applies what it sets, whatever staff's Normal style is."""
    _renumber_format(xf, numbers)
    for name in ("fontId", "fillId", "borderId"):
        xf.set(name, str(maps[name][xml.integer(xf.get(name)) or 0]))
    for flag, guarded in GUARDED.items():
        if xf.get(guarded, "0") != "0" or xml.child(xf, guarded) is not None:
            xf.set(flag, "1")
    xf.attrib.pop("xfId", None)
    if normal is not None:
        xf.set("xfId", str(normal))
    return xf


def _renumber_format(xf: xml.Element, numbers: Mapping[int, int]) -> None:
    number = xml.integer(xf.get("numFmtId"))
    if number is not None and number in numbers:
        xf.set("numFmtId", str(numbers[number]))


def _renumber_dxf(dxf: xml.Element, sheet: _StyleSheet) -> None:
    """A differential format states its number format itself; its id must not mean another code elsewhere."""
    for item in dxf.iter("{*}numFmt"):
        if (xml.integer(item.get("numFmtId")) or 0) >= FIRST_CUSTOM:
            item.set("numFmtId", str(sheet.numbers.of(item.get("formatCode", ""))))
