"""Packages made to take long or to fill memory: shapes by the hundred, each below a mebibyte as a file.

Every shape grows one thing of a small refreshed workbook by thousands: attributes of one element, names, sheets, runs,
ranges, links, relationships, styles, depth, digits, entries of the zip. They are what `hostile_fuzz.py` measures.
"""

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from hostile_texts import TEXTS
from package_fuzz import parts_of, small_book

MOST = 1 << 20
"""Bytes of each file."""
MATRIX, COVER, WORKBOOK, STYLES = (
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
TYPES, RELS, WORKBOOK_RELS = "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"
STRINGS, APP, MATRIX_RELS = "xl/sharedStrings.xml", "docProps/app.xml", "xl/worksheets/_rels/sheet2.xml.rels"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COLUMNS = "ABCDEFGHIJKL"


@cache
def base():
    """The parts of a small workbook of staff's with its tabs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        small_book(path)
        return parts_of(path)


def many(pattern, count, start=0):
    """The pattern once for each number, which stands where it has `%d`."""
    return "".join(pattern.replace("%d", str(number)) for number in range(start, start + count))


def before(part, tag, more):
    """Puts something before a tag of a part."""

    def change(parts):
        old = tag.encode()
        assert old in parts[part], (part, tag)
        return parts | {part: parts[part].replace(old, more.encode() + old, 1)}

    return change


def within(part, opening, more):
    """Puts attributes into the first element that starts so ("<workbookPr")."""

    def change(parts):
        old = opening.encode()
        assert old in parts[part], (part, opening)
        return parts | {part: parts[part].replace(old, old + b" " + more.encode(), 1)}

    return change


def both(*changes):
    """One change after another."""

    def change(parts):
        for each in changes:
            parts = each(parts)
        return parts

    return change


def rows(lines, start=6):
    """Rows of the matrix, each a dict of texts by column's letter, after those that are there."""
    made = []
    for at, line in enumerate(lines, start):
        cells = "".join(
            f'<c r="{column}{at}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
            for column, text in sorted(line.items())
        )
        made.append(f'<row r="{at}">{cells}</row>')
    return before(MATRIX, "</sheetData>", "".join(made))


def indikator(**cells):
    """A row as the matrix has it; cells: other texts, by column's letter."""
    return {"B": "", "C": "b. Rapat", "D": "Rapat tim", "E": "Notulen", "F": "Maret 2025", "G": "Tim"} | cells


def _unlike(count, column, text):
    return rows([indikator(C=f"a. Rapat {at}", **{column: f"{text} {at}"}) for at in range(count)])


@cache
def shapes():
    """All shapes by name: functions from parts to parts, or for zips of their own from parts to bytes."""
    found = {}
    for family in (
        _attributes, _names, _sheets, _relationships, _types, _styles, _strings, _ranges, _rows, _numbers, _depth,
        _texts, _plans, _tabs, _zips,
    ):  # fmt: skip
        for name, change in family():
            assert name not in found, name
            found[name] = change
    return found


def written(path, change, compress=9):
    """The file of a shape."""
    made = change(dict(base()))
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=compress) as archive:
            for name, data in made.items():
                archive.writestr(name, data)
    return path


# --- one element, many attributes

_ELEMENTS = (
    (WORKBOOK, "<workbookPr"), (WORKBOOK, "<sheet "), (WORKBOOK, "<definedName"), (WORKBOOK, "<workbookView"),
    (WORKBOOK, "<calcPr"), (STYLES, "<xf"), (STYLES, "<font>"), (STYLES, "<cellXfs"), (TYPES, "<Override"),
    (TYPES, "<Types"), (RELS, "<Relationship "), (WORKBOOK_RELS, "<Relationship "), (MATRIX, "<row"), (MATRIX, "<c "),
    (MATRIX, "<sheetData"), (MATRIX, "<mergeCell "), (MATRIX, "<hyperlink "), (STRINGS, "<sst"), (APP, "<Properties"),
)  # fmt: skip


def _attributes():
    for part, opening in _ELEMENTS:
        name = f"{opening.strip('< >')} of {part.rpartition('/')[2]}"
        yield f"80,000 attributes: {name}", within(part, opening.rstrip(">"), many('a%d="" ', 80_000))
    for part, opening in ((WORKBOOK, "<workbook"), (MATRIX, "<worksheet"), (STYLES, "<styleSheet"), (TYPES, "<Types")):
        name = part.rpartition("/")[2]
        yield f"20,000 namespaces: {name}", within(part, opening, many('xmlns:n%d="u:%d" ', 20_000))
        yield (
            f"attributes of 20,000 namespaces: {name}",
            within(part, opening, many('xmlns:n%d="u:%d" n%d:a="" ', 20_000)),
        )
    yield "an attribute of nine megabytes", within(WORKBOOK, "<workbookPr", f'a="{"x" * 9_000_000}"')
    yield (
        "a sheet's name of a megabyte",
        before(WORKBOOK, "</sheets>", f'<sheet name="{"x" * 1_000_000}" sheetId="99"/>'),
    )


# --- defined names


def _names():
    end = "</definedNames>"
    yield "300,000 names", before(WORKBOOK, end, many('<definedName name="a%d">1</definedName>', 300_000))
    yield "60,000 names", before(WORKBOOK, end, many('<definedName name="a%d">1</definedName>', 60_000))
    yield (
        "60,000 names of one sheet",
        before(WORKBOOK, end, many('<definedName name="a%d" localSheetId="1">1</definedName>', 60_000)),
    )
    yield (
        "60,000 names of the tool's",
        before(WORKBOOK, end, many('<definedName name="_zi_excel_%d">Sampul!$1:$1048576</definedName>', 60_000)),
    )
    yield (
        "60,000 names of the tool's that read nothing",
        before(WORKBOOK, end, many('<definedName name="_zi_excel_monev_%d">#REF!</definedName>', 60_000)),
    )
    yield (
        "60,000 names of the tool's that are wrong",
        before(WORKBOOK, end, many('<definedName name="_zi_excel_monev_%d">Sampul!$A$1</definedName>', 60_000)),
    )
    yield (
        "60,000 names of a seal",
        before(
            WORKBOOK, end, many('<definedName name="_zi_excel_segel_%d" localSheetId="2">"x"</definedName>', 60_000)
        ),
    )
    yield (
        "30,000 names that read a tab",
        before(WORKBOOK, end, many("<definedName name=\"b%d\">'Monev I'!$A$1</definedName>", 30_000)),
    )
    yield (
        "60,000 names of sheets that aren't there",
        before(WORKBOOK, end, many('<definedName name="c%d" localSheetId="%d">1</definedName>', 60_000)),
    )
    yield "60,000 times the same name", before(WORKBOOK, end, '<definedName name="d">1</definedName>' * 60_000)
    yield (
        "print titles of every sheet, 60,000 times",
        before(
            WORKBOOK, end, '<definedName name="_xlnm.Print_Titles" localSheetId="2">Sampul!$1:$1</definedName>' * 60_000
        ),
    )
    for name, formula in (
        ("quotes", "'" * 900_000), ("brackets", "(" * 900_000), ("square brackets", "[" * 900_000),
        ("references", "Sampul!A1+" * 90_000), ("exclamation marks", "a!" * 400_000), ("texts", '"a"&amp;' * 120_000),
        ("through sheets", "'a:b'!A1+" * 90_000), ("unclosed texts", '"' * 899_999), ("apostrophes", "''" * 450_000),
        ("errors", "#A" * 400_000), ("words", "a " * 450_000), ("dollar signs", "$" * 900_000),
    ):  # fmt: skip
        yield (
            f"a name whose formula is all {name}",
            before(WORKBOOK, end, f'<definedName name="e">{formula}</definedName>'),
        )
    yield (
        "a seal of a megabyte",
        before(
            WORKBOOK, end, f'<definedName name="_zi_excel_segel_1" localSheetId="2">"{"x" * 900_000}"</definedName>'
        ),
    )
    yield (
        "a mark of a megabyte",
        before(WORKBOOK, end, f'<definedName name="_zi_excel_monev_x">\'{chr(39) * 900_001}!$1:$1048576</definedName>'),
    )


# --- sheets, views


def _sheets():
    def sheets(count, pattern='<sheet name="s%d" sheetId="%d" r:id="q%d"/>'):
        return before(WORKBOOK, "</sheets>", many(pattern, count, 100))

    def stated(count, target, kind="worksheet"):
        return before(
            WORKBOOK_RELS,
            "</Relationships>",
            many(f'<Relationship Id="q%d" Type="{_R}/{kind}" Target="{target}"/>', count, 100),
        )

    yield "20,000 sheets of one part", both(sheets(20_000), stated(20_000, "worksheets/sheet1.xml"))
    yield "3,000 sheets of the matrix's part", both(sheets(3_000), stated(3_000, "worksheets/sheet2.xml"))
    yield "20,000 sheets without a part", both(sheets(20_000), stated(20_000, "worksheets/none%d.xml"))
    yield "20,000 sheets without a relationship", sheets(20_000)
    yield "20,000 chart sheets", both(sheets(20_000), stated(20_000, "worksheets/sheet1.xml", "chartsheet"))
    yield (
        "20,000 sheets of one name",
        both(sheets(20_000, '<sheet name="Sama" sheetId="%d" r:id="q%d"/>'), stated(20_000, "worksheets/sheet1.xml")),
    )
    yield (
        "20,000 hidden sheets",
        both(
            sheets(20_000, '<sheet name="s%d" sheetId="%d" state="hidden" r:id="q%d"/>'),
            stated(20_000, "worksheets/sheet1.xml"),
        ),
    )
    one = f'<worksheet xmlns="{_MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'

    def parts_of_their_own(parts, count, data):
        parts = both(sheets(count), stated(count, "worksheets/own%d.xml"))(parts)
        return parts | {f"xl/worksheets/own{number}.xml": data for number in range(100, 100 + count)}

    yield "2,000 sheets with parts of their own", lambda parts: parts_of_their_own(parts, 2_000, one.encode())
    yield "300 copies of the matrix", lambda parts: parts_of_their_own(parts, 300, parts[MATRIX])
    yield "120 copies of a tab", lambda parts: parts_of_their_own(parts, 120, parts["xl/worksheets/sheet3.xml"])
    yield "30,000 views of the workbook", before(WORKBOOK, "</bookViews>", '<workbookView activeTab="1"/>' * 30_000)
    yield (
        "30,000 views of others",
        before(
            WORKBOOK,
            "</workbook>",
            "<customWorkbookViews>" + '<customWorkbookView activeSheetId="1"/>' * 30_000 + "</customWorkbookViews>",
        ),
    )
    yield (
        "60,000 other workbooks",
        before(
            WORKBOOK,
            "<definedNames>",
            "<externalReferences>" + "<externalReference/>" * 60_000 + "</externalReferences>",
        ),
    )
    yield "100,000 elements of nobody's", before(WORKBOOK, "</workbook>", "<x/>" * 100_000)
    yield "100,000 comments in the workbook part", before(WORKBOOK, "</workbook>", "<!-- x -->" * 100_000)
    yield "100,000 instructions in the workbook part", before(WORKBOOK, "</workbook>", "<?x y?>" * 100_000)
    yield "30,000 titles of parts", before(APP, "</TitlesOfParts>", "<vt:lpstr>x</vt:lpstr>" * 30_000)


# --- relationships and content types


def _relationships():
    end = "</Relationships>"
    for part, name in ((RELS, "package"), (WORKBOOK_RELS, "workbook")):
        for kind, target in (
            ("x", "sheet%d.xml"), ("worksheet", "worksheets/sheet1.xml"), ("styles", "xl/styles.xml"),
            ("sharedStrings", "sharedStrings.xml"), ("hyperlink", "../" * 40 + "x%d"),
        ):  # fmt: skip
            yield (
                f"40,000 relationships of the {name}: {kind}",
                before(part, end, many(f'<Relationship Id="z%d" Type="{_R}/{kind}" Target="{target}"/>', 40_000)),
            )
    long = "../" * 300_000
    yield (
        "a target that goes up for ever",
        before(WORKBOOK_RELS, end, f'<Relationship Id="z" Type="{_R}/x" Target="{long}"/>'),
    )
    yield (
        "a target of slashes",
        before(WORKBOOK_RELS, end, f'<Relationship Id="z" Type="{_R}/x" Target="{"/" * 900_000}"/>'),
    )
    yield (
        "a target of signs to be quoted",
        before(WORKBOOK_RELS, end, f'<Relationship Id="z" Type="{_R}/x" Target="{"%zz é" * 100_000}"/>'),
    )

    def chain(parts, count):
        for number in range(count):
            parts[f"xl/k/{number}.xml"] = b"<a/>"
            parts[f"xl/k/_rels/{number}.xml.rels"] = (
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="t/x" Target="{number + 1}.xml"/></Relationships>'
            ).encode()
        return before(WORKBOOK_RELS, end, f'<Relationship Id="z" Type="{_R}/x" Target="k/0.xml"/>')(parts)

    yield "a chain of 2,000 parts", lambda parts: chain(parts, 2_000)
    yield (
        "40,000 relationships of the matrix",
        before(
            MATRIX_RELS,
            end,
            many(f'<Relationship Id="z%d" Type="{_R}/hyperlink" Target="b%d" TargetMode="External"/>', 40_000),
        ),
    )

    def dense(parts):
        fan = "".join(f'<Relationship Id="a{to}" Type="t/x" Target="{to}.xml"/>' for to in range(150))
        for number in range(150):
            parts[f"xl/k/{number}.xml"] = b"<a/>"
            parts[f"xl/k/_rels/{number}.xml.rels"] = (
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{fan}</Relationships>'
            ).encode()
        return before(WORKBOOK_RELS, end, f'<Relationship Id="z" Type="{_R}/x" Target="k/0.xml"/>')(parts)

    yield "150 parts that all lead to each other", dense


def _types():
    end = "</Types>"
    yield "60,000 overrides", before(TYPES, end, many('<Override PartName="/a%d.xml" ContentType="x"/>', 60_000))
    yield "60,000 defaults", before(TYPES, "<Override", many('<Default Extension="e%d" ContentType="x"/>', 60_000))
    yield (
        "60,000 overrides of the styles",
        before(TYPES, end, '<Override PartName="/xl/styles.xml" ContentType="x"/>' * 60_000),
    )
    yield (
        "60,000 overrides of a tab",
        before(TYPES, end, '<Override PartName="/xl/worksheets/sheet3.xml" ContentType="x"/>' * 60_000),
    )
    yield (
        "60,000 workbook parts",
        before(
            TYPES,
            end,
            many(
                '<Override PartName="/x/w%d.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
                60_000,
            ),
        ),
    )


# --- styles and strings


def _styles():
    yield "60,000 formats of cells", before(STYLES, "</cellXfs>", '<xf numFmtId="9" fontId="0"/>' * 60_000)
    yield (
        "60,000 formats of cells, all unlike",
        before(STYLES, "</cellXfs>", many('<xf numFmtId="%d" fontId="0"/>', 60_000)),
    )
    yield "30,000 fonts", before(STYLES, "</fonts>", many('<font><sz val="%d"/></font>', 30_000))
    yield "30,000 fills", before(STYLES, "</fills>", many('<fill><patternFill patternType="x%d"/></fill>', 30_000))
    yield "30,000 borders", before(STYLES, "</borders>", "<border><left/></border>" * 30_000)
    yield "30,000 differential formats", before(STYLES, "</dxfs>", "<dxf><font><b/></font></dxf>" * 30_000)
    yield "60,000 named styles", before(STYLES, "</cellStyles>", many('<cellStyle name="g%d" xfId="0"/>', 60_000))
    yield "60,000 base formats in a circle", before(STYLES, "</cellStyleXfs>", '<xf xfId="1"/>' * 60_000)
    formats = many('<numFmt numFmtId="%d" formatCode="0.%d"/>', 30_000, 200)
    yield "30,000 number formats", before(STYLES, "<fonts", f'<numFmts count="1">{formats}</numFmts>')
    for name, code in (
        ("quotes", "&quot;" * 200_000), ("square brackets", "[" * 900_000), ("sections", ";" * 900_000),
        ("hours", "h" * 900_000), ("escapes", "\\" * 900_000), ("elapsed", "[h]" * 300_000),
        ("general", "General" * 99_000),
    ):  # fmt: skip
        yield (
            f"a number format all {name}",
            both(
                before(STYLES, "<fonts", f'<numFmts count="1"><numFmt numFmtId="9" formatCode="{code}"/></numFmts>'),
                before(MATRIX, "</sheetData>", '<row r="9"><c r="H9" s="1"><v>0.5</v></c></row>'),
            ),
        )


def _strings():
    def last(item, count=1):
        """The item, `count` times, and cells of the matrix that show the first of them."""

        def change(parts):
            table = parts.get(STRINGS, b"")
            number = table.count(b"<si>")
            cells = "".join(f'<c r="{column}9" t="s"><v>{number}</v></c>' for column in "CDEFG")
            return both(
                before(STRINGS, "</sst>", item if count == 1 else item * count),
                before(MATRIX, "</sheetData>", f'<row r="9">{cells}</row>'),
            )(parts)

        return change

    yield "a string of 100,000 runs", last(f"<si>{'<r><t>a</t></r>' * 100_000}</si>")
    yield (
        "a string of 60,000 runs, struck out by turns",
        last(f"<si>{'<r><rPr><strike/></rPr><t>a </t></r><r><t>b </t></r>' * 30_000}</si>"),
    )
    yield "a string of 100,000 phonetic guides", last(f"<si><t>a</t>{'<rPh><t>a</t></rPh>' * 100_000}</si>")
    yield "a string of escapes", last(f"<si><t>{'_x0041_' * 14_000}</t></si>")
    yield "a string of half escapes", last(f"<si><t>{'_x004' * 20_000}</t></si>")
    yield "a string of half characters", last(f"<si><t>{'_xD800_' * 14_000}</t></si>")
    yield "a string of references", last(f"<si><t>{'&#65;' * 99_000}</t></si>")
    yield "a string of named references", last(f"<si><t>{'&amp;amp;' * 90_000}</t></si>")
    yield "a string of line breaks", last(f"<si><t>{'&#10;' * 99_000}</t></si>")
    yield "a string of blanks", last(f'<si><t xml:space="preserve">a{" " * 99_000}b</t></si>')
    yield "a string of nine megabytes", last(f"<si><t>{'a b' * 3_000_000}</t></si>")
    yield "half a million strings", before(STRINGS, "</sst>", "<si/>" * 500_000)
    yield "strings between comments", before(STRINGS, "</sst>", "<!-- x --><si><t>a</t></si>" * 60_000)
    yield "strings in sections", before(STRINGS, "</sst>", "<si><t><![CDATA[a]]></t></si>" * 100_000)
    yield "strings in each other", before(STRINGS, "</sst>", "<si>" * 200 + "</si>" * 200)
    yield (
        "an inline text of 100,000 runs",
        before(
            MATRIX,
            "</sheetData>",
            f'<row r="9"><c r="C9" t="inlineStr"><is>{"<r><t>a</t></r>" * 100_000}</is></c></row>',
        ),
    )
    yield "99,000 runs of emoji joined", last(f"<si>{'<r><t>😀&#x200D;</t></r>' * 49_000}</si>")


# --- ranges, rows, numbers


_CONDITION = (
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="%d"><formula>@</formula></cfRule>'
    "</conditionalFormatting>"
)


def _ranges():
    yield (
        "100,000 merged ranges, one below the other",
        before(MATRIX, "<mergeCell ", "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(100, 100_100))),
    )
    yield "100,000 merged ranges, all the same", before(MATRIX, "<mergeCell ", '<mergeCell ref="A3:L5"/>' * 100_000)
    yield (
        "50,000 merged ranges in each other",
        before(MATRIX, "<mergeCell ", "".join(f'<mergeCell ref="A{at}:L{200_000 - at}"/>' for at in range(10, 50_010))),
    )
    yield (
        "16,000 merged ranges beside each other",
        before(
            MATRIX,
            "<mergeCell ",
            "".join(f'<mergeCell ref="{_letters(at)}1:{_letters(at)}2"/>' for at in range(1, 16_001)),
        ),
    )
    yield (
        "a merged range of 200,000 references",
        before(MATRIX, "<mergeCell ", f'<mergeCell ref="{"A1:B2 " * 200_000}"/>'),
    )
    yield (
        "60,000 links",
        before(MATRIX, "<hyperlink ", "".join(f'<hyperlink ref="J{at}" location="x!A1"/>' for at in range(1, 60_001))),
    )
    yield "60,000 links of one cell", before(MATRIX, "<hyperlink ", '<hyperlink ref="J3" location="x!A1"/>' * 60_000)
    yield (
        "20,000 links over all",
        before(MATRIX, "<hyperlink ", '<hyperlink ref="A1:XFD1048576" location="a"/>' * 20_000),
    )
    yield (
        "60,000 links of one address each",
        before(MATRIX, "<hyperlink ", many('<hyperlink ref="J3" location="%d"/>', 60_000)),
    )
    for tag, item in (
        ("conditionalFormatting", _CONDITION.replace("@", "1")),
        ("conditionalFormatting of a tab's", _CONDITION.replace("@", "'Monev I'!A1")),
        ("ignoredError", '<ignoredErrors><ignoredError sqref="A%d"/></ignoredErrors>'),
        ("dataValidations", "<dataValidations><dataValidation sqref='A%d'/></dataValidations>"),
        ("rowBreaks", '<rowBreaks><brk id="%d"/></rowBreaks>'),
        ("controls", '<controls><control shapeId="%d" r:id="rId1"/></controls>'),
        ("tableParts", '<tableParts><tablePart r:id="t%d"/></tableParts>'),
    ):  # fmt: skip
        yield f"30,000 of {tag}", before(MATRIX, "</worksheet>", many(item, 30_000))
    columns = many('<col min="%d" max="%d" hidden="1"/>', 50_000, 1)
    yield "50,000 groups of columns", before(MATRIX, "<sheetData", f"<cols>{columns}</cols>")
    yield (
        "a condition over 100,000 ranges",
        before(
            MATRIX,
            "</worksheet>",
            f'<conditionalFormatting sqref="{"A1 " * 100_000}"><cfRule/></conditionalFormatting>',
        ),
    )


def _letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _rows():
    end = "</sheetData>"
    yield (
        "16,384 columns of headers",
        before(
            MATRIX,
            end,
            '<row r="9">'
            + "".join(f'<c r="{_letters(at)}9" t="str"><v>BUKTI FISIK</v></c>' for at in range(1, 16_385))
            + "</row>",
        ),
    )
    yield (
        "16,384 columns of headers, all unlike",
        before(
            MATRIX,
            '<row r="1"',
            '<row r="1">'
            + "".join(f'<c r="{_letters(at)}1" t="str"><v>Realisasi TW {at} 2025</v></c>' for at in range(1, 16_385))
            + "</row>",
        ),
    )
    yield "900 rows of headers", rows([dict.fromkeys("ABCDEFGH", "INDIKATOR")] * 900)
    yield "200,000 cells of a row", before(MATRIX, end, '<row r="9">' + '<c r="A9"/>' * 200_000 + "</row>")
    yield "200,000 rows without anything", before(MATRIX, end, many('<row r="%d"/>', 200_000, 9))
    yield "200,000 rows of one number", before(MATRIX, end, '<row r="9"><c r="C9"><v>1</v></c></row>' * 200_000)
    yield (
        "20,000 rows out of order",
        before(
            MATRIX,
            end,
            "".join(f'<row r="{at}"><c r="C{at}" t="str"><v>x</v></c></row>' for at in range(20_009, 9, -1)),
        ),
    )
    yield (
        "a million cells elsewhere",
        before(COVER, end, "".join(f'<row r="{at}">{"<c/>" * 100}</row>' for at in range(10, 10_010))),
    )
    yield (
        "300,000 numbers elsewhere",
        before(COVER, end, "".join(f'<row r="{at}">{"<c><v>1</v></c>" * 100}</row>' for at in range(10, 3_010))),
    )
    yield (
        "100,000 formulas that share one",
        both(
            before(
                MATRIX,
                end,
                '<row r="9"><c r="H9"><f t="shared" si="1" ref="H9:H99999">'
                + "A1+" * 2_000
                + "1</f><v>1</v></c></row>",
            ),
            before(
                MATRIX,
                end,
                "".join(
                    f'<row r="{at}"><c r="H{at}"><f t="shared" si="1"/><v>1</v></c></row>' for at in range(10, 5_010)
                ),
            ),
        ),
    )
    leading = "HYPERLINK(" + "A1&amp;" * 1_500 + "A1)"
    shared = f'<row r="9"><c r="H9"><f t="shared" si="1" ref="H9:H9999">{leading}</f><v>1</v></c></row>'
    more = "".join(f'<row r="{at}"><c r="H{at}"><f t="shared" si="1"/><v>1</v></c></row>' for at in range(10, 5_010))
    yield "5,000 links that share one formula", before(MATRIX, end, shared + more)
    yield (
        "20,000 arrays",
        before(
            MATRIX,
            end,
            "".join(
                f'<row r="{at}"><c r="H{at}"><f t="array" ref="H{at}">1</f><v>1</v></c></row>'
                for at in range(10, 20_010)
            ),
        ),
    )
    for name, formula in (
        ("in each other", "HYPERLINK(" * 3_000), ("one after another", 'HYPERLINK("a")&amp;' * 500),
        ("of joined texts", "HYPERLINK(" + '"a"&amp;' * 2_000 + '"b")'), ("of brackets", "HYPERLINK(" + "(" * 8_000),
        ("of quotes", "HYPERLINK(" + "'" * 8_001), ("of cells", "HYPERLINK(" + "A1&amp;" * 2_000 + "A1)"),
        ("that lead to themselves", "HYPERLINK(J9)"), ("by CONCAT", "HYPERLINK(" + "CONCAT(" * 7 + "A1," * 1_000),
    ):  # fmt: skip
        yield (
            f"300 links {name}",
            before(
                MATRIX,
                end,
                "".join(
                    f'<row r="{at}"><c r="J{at}" t="str"><f>{formula}</f><v>x</v></c></row>' for at in range(9, 309)
                ),
            ),
        )


def _numbers():
    digits = "9" * 100_000
    for name, cell in (
        ("value", f'<c r="H9"><v>{digits}</v></c>'), ("style", f'<c r="H9" s="{digits}"><v>1</v></c>'),
        ("reference", f'<c r="H{digits}"><v>1</v></c>'), ("letters", f'<c r="{"H" * 100_000}9"><v>1</v></c>'),
        ("string", f'<c r="H9" t="s"><v>{digits}</v></c>'), ("truth", f'<c r="H9" t="b"><v>{digits}</v></c>'),
        ("day", f'<c r="H9" t="d"><v>{digits}</v></c>'), ("error", f'<c r="H9" t="e"><v>{digits}</v></c>'),
        ("rich value", f'<c r="H9" t="e" vm="{digits}"><v>#VALUE!</v></c>'),
        ("share", f'<c r="H9" t="str"><v>{digits}%</v></c>'),
        ("fraction", f'<c r="H9" t="str"><v>{digits}/{digits}</v></c>'),
        ("number", f'<c r="A9" t="str"><v>{digits}</v></c>'), ("target", f'<c r="F9" t="str"><v>{digits}</v></c>'),
        ("exponent", f'<c r="H9"><v>1e{digits}</v></c>'), ("decimals", f'<c r="H9"><v>0.{digits}</v></c>'),
    ):  # fmt: skip
        yield f"100,000 digits: {name}", before(MATRIX, "</sheetData>", f'<row r="9">{cell}</row>')
    yield "100,000 digits: row", before(MATRIX, "</sheetData>", f'<row r="{digits}"><c r="H9"><v>1</v></c></row>')
    yield "100,000 digits: sheet", before(WORKBOOK, "</sheets>", f'<sheet name="x" sheetId="{digits}"/>')
    yield "100,000 digits: active tab", within(WORKBOOK, "<workbookView", f'activeTab="{digits}"')
    yield (
        "100,000 digits: sheet of a name",
        before(WORKBOOK, "</definedNames>", f'<definedName name="x" localSheetId="{digits}">1</definedName>'),
    )
    yield "100,000 digits: merged range", before(MATRIX, "<mergeCell ", f'<mergeCell ref="A1:B{digits}"/>')
    yield (
        "100,000 digits: mark",
        before(WORKBOOK, "</definedNames>", f'<definedName name="_zi_excel_monev_x">Sampul!$1:${digits}</definedName>'),
    )


def _depth():
    deep = "<x>" * 250 + "</x>" * 250
    deeper = "<x>" * 100_000 + "</x>" * 100_000
    for part, tag in (
        (WORKBOOK, "</workbook>"), (STYLES, "</styleSheet>"), (STRINGS, "</sst>"), (MATRIX, "</worksheet>"),
        (TYPES, "</Types>"), (WORKBOOK_RELS, "</Relationships>"), (APP, "</Properties>"),
    ):  # fmt: skip
        name = part.rpartition("/")[2]
        yield f"depth of 250, often: {name}", before(part, tag, deep * 200)
        yield f"depth of 100,000: {name}", before(part, tag, deeper)


# --- texts of cells


def _texts():
    for name in TEXTS:
        yield (
            f"twenty cells: {name}",
            rows([indikator(C=f"a. {TEXTS[name][:32_000]}", **dict.fromkeys("DEFGHIJKL", TEXTS[name][:32_000]))] * 2),
        )


def _plans():
    for count in (1_990, 2_500):  # as many as are written as tabs, and more
        yield f"{count:,} indikator", rows([indikator(C=f"b. Rapat {at}") for at in range(count)])
        yield f"{count:,} indikator, all the same", rows([indikator()] * count)
        yield f"{count:,} indikator of as many penanggung jawab", _unlike(count, "G", "Tim")
    for count in (490, 2_000):
        yield f"{count:,} subkomponen", rows([indikator(A=str(at % 90 + 1), B=f"Bagian {at}") for at in range(count)])
    for count in (99, 1_000):
        areas = ({"A": "I", "B": f"KOMPONEN {at}"} for at in range(count))
        yield f"{count:,} komponen", rows([row for area in areas for row in (area, indikator())])
    yield "2,500 links in a cell", rows([indikator(J=" ".join(f"https://a.id/{at}" for at in range(2_500)))])
    yield "2,500 penanggung jawab", rows([indikator(G=", ".join(f"Tim {at}" for at in range(2_500)))])
    yield "2,500 butir bukti", rows([indikator(E="; ".join(f"Notulen {at}" for at in range(2_500)))])
    yield "2,500 targets", rows([indikator(F=", ".join(f"{at % 28 + 1} Maret 2025" for at in range(2_500)))])
    yield "2,500 lines of realisasi", rows([indikator(H="\n".join(f"TW {at % 4 + 1}: selesai" for at in range(2_500)))])

    for name in ("dan", "ligatures", "days", "names", "addresses"):
        text = TEXTS[name][:90_000]
        for column in "EFGJ":
            if (name, column) in _AT_HOME:
                yield (
                    f"a text merged over 2,500 rows: {name}",
                    both(
                        rows([indikator(C=f"b. Rapat {at}", **{column: "" if at else text}) for at in range(2_500)]),
                        before(MATRIX, "<mergeCell ", f'<mergeCell ref="{column}6:{column}2505"/>'),
                    ),
                )
    text = TEXTS["dan"][:32_000]
    yield "2,500 texts of 32,000 letters", rows([indikator(C=f"b. Rapat {at}", E=text) for at in range(2_500)])


_AT_HOME = {("dan", "E"), ("ligatures", "E"), ("days", "F"), ("names", "G"), ("addresses", "J")}


def _tabs():
    def history(count, cell):
        def change(parts):
            name = next(name for name, data in parts.items() if b"RIWAYAT" in data.upper() and "sheet" in name)
            return before(
                name, "</sheetData>", "".join(f'<row r="{at}">{cell}</row>' for at in range(1_000, 1_000 + count))
            )(parts)

        return change

    yield "20,000 rows in the history", history(20_000, '<c t="str"><v>20/11/2025</v></c><c t="str"><v>I.1.a</v></c>')
    yield "20,000 rows of numbers in the history", history(20_000, "<c><v>45981</v></c><c><v>0.5</v></c>")

    def wide(parts):
        return {
            name: data.replace(
                b"</sheetData>", b'<row r="9999">' + b'<c t="str"><v>x</v></c>' * 9_000 + b"</row></sheetData>"
            )
            if name.startswith("xl/worksheets/sheet")
            else data
            for name, data in parts.items()
        }

    yield "9,000 cells of staff's in every tab", wide


# --- the zip itself


def _zips():
    def directory(parts, extra):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
            extra(archive)
        return out.getvalue()

    def entries(archive, count, name, data=b""):
        for number in range(count):
            archive.writestr(name.replace("%d", str(number)), data)

    yield "6,000 entries", lambda parts: directory(parts, lambda archive: entries(archive, 6_000, "a%d"))
    yield (
        "4,000 entries that are relationships",
        lambda parts: directory(parts, lambda archive: entries(archive, 4_000, "a/_rels/%d.rels", b"<a/>")),
    )
    yield (
        "a part of 800 megabytes of nothing",
        lambda parts: directory(
            parts,
            lambda archive: archive.writestr(
                zipfile.ZipInfo("xl/media/a.bin"), bytes(800_000_000), zipfile.ZIP_DEFLATED, 9
            ),
        ),
    )
    yield (
        "a sheet of 800 megabytes of blanks",
        lambda parts: directory(
            parts,
            lambda archive: archive.writestr(zipfile.ZipInfo("xl/b.xml"), b" " * 800_000_000, zipfile.ZIP_DEFLATED, 9),
        ),
    )
    yield (
        "a chart of 60 megabytes of references",
        lambda parts: directory(
            parts, lambda archive: archive.writestr("xl/c.xml", b"<f>'Monev I'!$A$1</f>" * 2_800_000)
        ),
    )
    yield (
        "a part of exclamation marks",
        lambda parts: directory(parts, lambda archive: archive.writestr("xl/d.xml", b"Monev I'!" * 7_000_000)),
    )
