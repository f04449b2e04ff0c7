"""What staff do to a workbook in Excel, done to its package as Excel would leave it. Knows nothing of zi_excel."""

import posixpath
import re
import zipfile
from pathlib import Path

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RID = f"{{{_OFFICE}}}id"
_TYPE = "application/vnd.openxmlformats-officedocument."
_TYPES = "[Content_Types].xml"
_COMMENTS = f"""<comments xmlns="{_MAIN}"><authors><author>Sri</author></authors><commentList>
<comment ref="C3" authorId="0"><text><t>Sudah dicek</t></text></comment></commentList></comments>"""
_VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"
 style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column>
</x:ClientData></v:shape></xml>"""
_DRAWING = f"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{_OFFICE}"><xdr:oneCellAnchor>
<xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
<xdr:ext cx="9525" cy="9525"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr>
<xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>
<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>
</xdr:wsDr>"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class ExcelEdit:
    """A workbook while it is open in Excel: `with ExcelEdit(path) as book` saves it at the end."""

    def __init__(self, path: Path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._roots = {}
        self.part = next(target for _, kind, target in self._relations("") if kind == "officeDocument")
        self.root = self.open(self.part)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self._save()

    # -- sheets

    @property
    def sheets(self):
        """The sheets' elements in their order."""
        return list(self._holder("sheets"))

    @property
    def names(self):
        """The sheets' names in their order."""
        return [sheet.get("name") for sheet in self.sheets]

    def sheet(self, name):
        """The element of a sheet."""
        return self.sheets[self.names.index(name)]

    def part_of(self, name):
        """The part of a sheet."""
        rid = self.sheet(name).get(_RID)
        return next(target for each, _, target in self._relations(self.part) if each == rid)

    @property
    def defined_names(self):
        """(name, position of the sheet whose own it is or None, text, hidden) of each defined name."""
        holder = self.root.find(f"{{{_MAIN}}}definedNames")
        for item in () if holder is None else holder:
            local = item.get("localSheetId")
            yield item.get("name"), None if local is None else int(local), item.text or "", item.get("hidden") == "1"

    def arrange(self, sheets):
        """The sheets in another order, some of them gone or new: names and views go on meaning what they meant."""
        before = self.sheets
        holder = self.root.find(f"{{{_MAIN}}}definedNames")
        for item in [] if holder is None else list(holder):
            if (local := item.get("localSheetId")) is None:
                continue
            if before[int(local)] in sheets:
                item.set("localSheetId", str(sheets.index(before[int(local)])))
            else:
                holder.remove(item)
        view = self._holder("bookViews")[0]
        shown = before[int(view.get("activeTab", "0"))]
        visible = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
        self._holder("sheets")[:] = sheets
        self.activate(shown.get("name") if shown in sheets else visible[0].get("name"))

    def activate(self, name):
        """Another sheet is open when the workbook is saved, and it alone is selected."""
        self._holder("bookViews")[0].set("activeTab", str(self.names.index(name)))
        for each in self.names:
            for view in self.open(self.part_of(each)).iter(f"{{{_MAIN}}}sheetView"):
                view.attrib.pop("tabSelected", None)
                if each == name:
                    view.set("tabSelected", "1")

    @property
    def active(self):
        """The name of the sheet that is open."""
        return self.names[int(self._holder("bookViews")[0].get("activeTab", "0"))]

    def move(self, name, place):
        """A sheet stands at another place."""
        sheet = self.sheet(name)
        others = [each for each in self.sheets if each is not sheet]
        self.arrange([*others[:place], sheet, *others[place:]])

    def rename(self, old, new):
        """A sheet's name: formulas, names and charts follow. Both names need quotes."""
        self.sheet(old).set("name", new)
        self._replace(f"'{old}'!", f"'{new}'!")
        for part in [name for name in self.parts if name.endswith("app.xml")]:
            self.parts[part] = self._bytes(part).replace(f">{old}<".encode(), f">{new}<".encode())

    def delete(self, name):
        """A sheet: what read it reads #REF! now."""
        gone, part = self.sheet(name), self.part_of(name)
        self.arrange([sheet for sheet in self.sheets if sheet is not gone])
        self._replace(f"'{name}'!", "#REF!")
        relations = self.open(self._rels(self.part))
        relations.remove(next(item for item in relations if item.get("Id") == gone.get(_RID)))
        del self.parts[part]
        self._roots.pop(part, None)

    def add(self, name, place, data=None):
        """A new sheet; data: another one's part (without its drawings), of which it is a copy."""
        root = etree.fromstring(data or f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>'.encode())
        for tag in ("drawing", "legacyDrawing", "hyperlinks", "tableParts"):
            for item in root.findall(f"{{{_MAIN}}}{tag}"):
                root.remove(item)
        for view in root.iter(f"{{{_MAIN}}}sheetView"):
            view.attrib.pop("tabSelected", None)
        part = self.new_part("xl/worksheets/sheet{}.xml", etree.tostring(root), _TYPE + "spreadsheetml.worksheet+xml")
        ids = [int(sheet.get("sheetId")) for sheet in self.sheets]
        sheet = self.root.makeelement(f"{{{_MAIN}}}sheet", {"name": name, "sheetId": str(max(ids) + 1)})
        sheet.set(_RID, self.relate(self.part, "worksheet", part))
        self.arrange([*self.sheets[:place], sheet, *self.sheets[place:]])

    def copy(self, name, new):
        """A copy of a sheet behind it: names that cover the sheet come along as its own."""
        data = self._bytes(self.part_of(name))
        covering = [
            item for item, local, text, _ in self.defined_names if local is None and text.startswith(f"'{name}'!$1:")
        ]
        place = self.names.index(name) + 1
        self.add(new, place, data)
        for item in covering:
            self.define(item, f"'{new}'!$1:$1048576", local=place, hidden=True)

    def define(self, name, text, *, local=None, hidden=False):
        """A defined name. local: the position of the sheet whose own it is."""
        item = self.root.makeelement(f"{{{_MAIN}}}definedName", {"name": name})
        if local is not None:
            item.set("localSheetId", str(local))
        if hidden:
            item.set("hidden", "1")
        item.text = text
        self._holder("definedNames").append(item)

    # -- what stands in a sheet

    def type(self, name, ref, value):
        """A cell: a text, or a number; None empties it."""
        data = self.open(self.part_of(name)).find(f"{{{_MAIN}}}sheetData")
        row = _placed(data, "row", re.sub(r"\D", "", ref), int)
        cell = _placed(row, "c", ref, lambda each: (len(re.sub(r"\d", "", each)), each))
        cell[:] = []
        cell.attrib.pop("t", None)
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
            text.text = value
        elif value is not None:
            etree.SubElement(cell, f"{{{_MAIN}}}v").text = str(value)

    def sort(self, name, first, second):
        """Two rows of a sheet change places, as a sort does it."""
        data = self.open(self.part_of(name)).find(f"{{{_MAIN}}}sheetData")
        rows = {row.get("r"): row for row in data}
        for old, new in ((first, second), (second, first)):
            if (row := rows.get(str(old))) is not None:
                row.set("r", str(new))
                for cell in row:
                    cell.set("r", re.sub(r"\d+", str(new), cell.get("r")))
        data[:] = sorted(data, key=lambda row: int(row.get("r")))

    def colour(self, name, rgb):
        """The colour of a sheet's tab."""
        root = self.open(self.part_of(name))
        properties = root.find(f"{{{_MAIN}}}sheetPr")
        if properties is None:
            properties = root.makeelement(f"{{{_MAIN}}}sheetPr")
            root.insert(0, properties)
        for item in properties.findall(f"{{{_MAIN}}}tabColor"):
            properties.remove(item)
        properties.insert(0, root.makeelement(f"{{{_MAIN}}}tabColor", {"rgb": rgb}))

    def comment(self, name):
        """A comment, where the sheet has none yet."""
        part = self.part_of(name)
        if self.open(part).find(f"{{{_MAIN}}}legacyDrawing") is not None:
            return
        comments = self.new_part("xl/comments{}.xml", _COMMENTS.encode(), _TYPE + "spreadsheetml.comments+xml")
        shapes = self.new_part("xl/drawings/vmlDrawing{}.vml", _VML.encode(), _TYPE + "vmlDrawing")
        self.relate(part, "comments", comments)
        self._append(part, "legacyDrawing", self.relate(part, "vmlDrawing", shapes))

    def picture(self, name):
        """A picture, where the sheet has no drawing yet."""
        part = self.part_of(name)
        if any(self.open(part).find(f"{{{_MAIN}}}{tag}") is not None for tag in ("drawing", "legacyDrawing")):
            return
        drawing = self.new_part("xl/drawings/drawing{}.xml", _DRAWING.encode(), _TYPE + "drawing+xml")
        self.relate(drawing, "image", self.new_part("xl/media/image{}.png", PNG, "image/png"))
        self._append(part, "drawing", self.relate(part, "drawing", drawing))

    def restyle(self, size):
        """Another size of the first font, and one cell format more."""
        part = next(target for _, kind, target in self._relations(self.part) if kind == "styles")
        root = self.open(part)
        root.find(f"{{{_MAIN}}}fonts")[0].find(f"{{{_MAIN}}}sz").set("val", str(size))
        formats = root.find(f"{{{_MAIN}}}cellXfs")
        formats.append(
            formats.makeelement(f"{{{_MAIN}}}xf", {"numFmtId": "10", "fontId": "0", "fillId": "0", "borderId": "0"})
        )
        formats.set("count", str(len(formats)))

    # -- parts

    def open(self, part):
        """The root of a part; what is changed in it is saved."""
        if part not in self._roots:
            self._roots[part] = etree.fromstring(self.parts[part])
        return self._roots[part]

    def new_part(self, like, data, content_type):
        """A part of the first free name, with its type."""
        number = next(n for n in range(1, 1000) if like.format(n) not in self.parts)
        part = like.format(number)
        self.parts[part] = data
        types = self.open(_TYPES)
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        types.append(types.makeelement(types.tag.replace("Types", "Override"), attributes))
        return part

    def relate(self, source, kind, target):
        """A new relationship; its id."""
        part = self._rels(source)
        if part not in self.parts:
            namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
            self.parts[part] = f'<Relationships xmlns="{namespace}"/>'.encode()
        root = self.open(part)
        rid = next(f"rId{n}" for n in range(1, 1000) if all(item.get("Id") != f"rId{n}" for item in root))
        attributes = {"Id": rid, "Type": f"{_OFFICE}/{kind}", "Target": f"/{target}"}
        root.append(root.makeelement(root.tag.removesuffix("s"), attributes))
        return rid

    def _relations(self, source):
        part = self._rels(source)
        for item in self.open(part) if part in self.parts else ():
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), item.get("Target")))
            external = item.get("TargetMode") == "External"
            yield item.get("Id"), item.get("Type").rpartition("/")[2], "" if external else target.lstrip("/")

    def _rels(self, source):
        folder, name = posixpath.split(source)
        return posixpath.join(folder, "_rels", f"{name}.rels")

    def _append(self, part, tag, rid):
        """An element that comes after most others."""
        root = self.open(part)
        item = root.makeelement(f"{{{_MAIN}}}{tag}")
        item.set(_RID, rid)
        after = {"legacyDrawing", "tableParts", "extLst"} - {tag}
        place = next((n for n, each in enumerate(root) if etree.QName(each).localname in after), len(root))
        root.insert(place, item)

    def _holder(self, tag):
        found = self.root.find(f"{{{_MAIN}}}{tag}")
        if found is None:
            found = self.root.makeelement(f"{{{_MAIN}}}{tag}")
            before = self.root.find(f"{{{_MAIN}}}sheets")
            before.addnext(found) if tag == "definedNames" else before.addprevious(found)
        if tag == "bookViews" and not len(found):
            found.append(found.makeelement(f"{{{_MAIN}}}workbookView"))
        return found

    def _replace(self, old, new):
        for item in self.root.iter(f"{{{_MAIN}}}definedName"):
            item.text = (item.text or "").replace(old, new)
        for part in [name for name in self.parts if re.search(r"/(worksheets|charts)/[^/]*\.xml$", name)]:
            data = self._bytes(part)
            if old.encode() in data:
                self.parts[part] = data.replace(old.encode(), new.encode())
                self._roots.pop(part, None)

    def _bytes(self, part):
        if part in self._roots:
            return etree.tostring(self._roots[part], xml_declaration=True, encoding="UTF-8", standalone=True)
        return self.parts[part]

    def _save(self):
        """Writes all parts that something leads to, as Excel does."""
        found, ahead = set(), [""]
        while ahead:
            source = ahead.pop()
            if source not in found:
                found |= {source, self._rels(source)}
                ahead += [target for _, _, target in self._relations(source) if target in self.parts]
        types = self.open(_TYPES)
        for item in [each for each in types if each.get("PartName", "").lstrip("/") not in found | {""}]:
            types.remove(item)
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.parts:
                if name == _TYPES or name in found:
                    archive.writestr(name, self._bytes(name))


def _placed(parent, tag, ref, order):
    """The child of a reference, made in its place where there is none."""
    found = next((each for each in parent if each.get("r") == ref), None)
    if found is None:
        found = parent.makeelement(f"{{{_MAIN}}}{tag}", {"r": ref})
        parent.insert(sum(order(each.get("r")) < order(ref) for each in parent), found)
    return found
