"""Files made to fill memory, to take for ever or to fetch something: the right result, or one sentence that refuses.

Each is tried in a process of its own under a limit of memory and time: a net below the tool's own limits.
"""

import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from raw_zip import Raw, raw_zip
from whole_process import surroundings

ROOT = Path(__file__).parents[2]
HOSTILE_RUN = ROOT / "tests" / "support" / "hostile_run.py"
SHEET, OTHER, STRINGS = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"
WORKBOOK, RELS, STYLES, TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "[Content_Types].xml"
MANY = 1_500_100
RIGHT = ["87", "6", "10"]
TOO_LARGE = "mengembang melebihi batas"
SECONDS = 300
"""A net: each takes a few seconds."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process's memory in this way"),
]


def before(part, tag, more):
    """Puts something before a tag of a part."""

    def change(parts):
        old = tag.encode()
        assert old in parts[part], tag
        return parts | {part: parts[part].replace(old, (more() if callable(more) else more) + old, 1)}

    return change


def texts(pattern, numbers):
    return lambda: b"".join(pattern % ((number,) * pattern.count(b"%d")) for number in numbers)


def both(*changes):
    def change(parts):
        for each in changes:
            parts = each(parts)
        return parts

    return change


BOMB = (
    b'<!DOCTYPE l [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"%d" % (n - 1) if n else b"") * 10) for n in range(12))
    + b"]>"
)
CELL = b'<row r="%d"><c r="C%d" t="inlineStr"><is><t>x</t></is></c></row>'
FORMULA = (
    b'<row r="300"><c r="H300"><f t="shared" si="1" ref="H300:H9999">' + b"A1+" * 20_000 + b"1</f><v>1</v></c></row>"
)
LINKS = b"<hyperlinks>" + b'<hyperlink ref="A1:XFD1048576" location="a"/>' * 20_000 + b"</hyperlinks>"
SHEETS = both(
    before(
        RELS,
        "</Relationships>",
        texts(b'<Relationship Id="q%d" Type="t/worksheet" Target="worksheets/sheet2.xml"/>', range(20_000)),
    ),
    before(WORKBOOK, "</sheets>", texts(b'<sheet name="s%d" sheetId="%d" r:id="q%d"/>', range(10, 20_000))),
)
END, FIRST, ROWS = "</sheetData>", "<sheetData>", "</worksheet>"
HOSTILE = {
    "billion laughs in the workbook part": (before(WORKBOOK, "<workbook ", BOMB), "DOCTYPE"),
    "billion laughs in the matrix": (before(SHEET, "<worksheet ", BOMB), "DOCTYPE"),
    "billion laughs in an attribute": (
        both(before(SHEET, "<worksheet ", BOMB), before(SHEET, END, b'<row a="&a11;"/>')),
        "Bagian",
    ),
    "millions of elements before the rows": (before(SHEET, FIRST, b"<x/>" * MANY), TOO_LARGE),
    "millions of elements after the rows": (before(SHEET, ROWS, b"<x/>" * MANY), TOO_LARGE),
    "millions of elements in one row": (before(SHEET, END, b"<row>" + b"<x/>" * MANY + b"</row>"), TOO_LARGE),
    "millions of elements in a sheet that nobody asks for": (before(OTHER, FIRST, b"<x/>" * MANY), RIGHT),
    "millions of comments": (before(SHEET, FIRST, b"<!---->" * MANY), TOO_LARGE),
    "millions of attributes": (
        before(
            SHEET, FIRST, texts(b"<x " + b" ".join(b'a%d=""' % n for n in range(100)) + b"/>%%", range(MANY // 100))
        ),
        TOO_LARGE,
    ),
    "hundred megabytes of text": (before(SHEET, FIRST, (b"<x>" + b"a" * 9_000_000 + b"</x>") * 12), TOO_LARGE),
    "one text of forty megabytes": (before(SHEET, FIRST, b"<x>" + b"a" * 40_000_000 + b"</x>"), TOO_LARGE),
    "an attribute of forty megabytes": (before(SHEET, FIRST, b'<x a="' + b"a" * 40_000_000 + b'"/>'), TOO_LARGE),
    "elements nested without end": (before(SHEET, FIRST, b"<x>" * 99_999 + b"</x>" * 99_999), TOO_LARGE),
    "elements nested without end in the styles": (before(STYLES, "<fonts", b"<x>" * 99_999), TOO_LARGE),
    "a row of a million cells": (before(SHEET, END, b"<row>" + b"<c/>" * 1_000_000 + b"</row>"), TOO_LARGE),
    "a hundred thousand blank rows": (
        before(SHEET, END, texts(b'<row r="%d" s="1" customFormat="1"/>', range(2000, 102_000))),
        RIGHT,
    ),
    "a cell in the last row and column": (
        before(SHEET, END, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        RIGHT,
    ),
    "a cell beyond them": (before(SHEET, END, b'<row r="9999999"><c r="ZZZZ9999999"><v>1</v></c></row>'), RIGHT),
    "rows without end": (before(SHEET, END, texts(CELL, range(200, 121_000))), "terlalu banyak isi"),
    "a dimension that lies": (
        lambda parts: parts | {SHEET: parts[SHEET].replace(b'<dimension ref="', b'<dimension ref="A1:XFD1048576" x="')},
        RIGHT,
    ),
    "columns without end": (before(SHEET, FIRST, b'<cols><col min="1" max="99999999" width="9"/></cols>'), RIGHT),
    "merged over the whole sheet, often": (
        before(SHEET, ROWS, b"<mergeCells>" + b'<mergeCell ref="A1:B9"/>' * 20_000 + b"</mergeCells>"),
        RIGHT,
    ),
    "links over the whole sheet": (
        both(before(SHEET, END, texts(CELL, range(200, 2000))), before(SHEET, ROWS, LINKS)),
        "terlalu banyak isi",
    ),
    "a shared formula of megabytes": (
        before(
            SHEET,
            END,
            lambda: (
                FORMULA + texts(b'<row r="%d"><c r="H%d"><f t="shared" si="1"/><v>1</v></c></row>', range(301, 9000))()
            ),
        ),
        "terlalu banyak isi",
    ),
    "a cell of megabytes": (
        before(SHEET, END, b'<row r="300"><c r="C300" t="str"><v>' + b"a b" * 99_999 + b"</v></c></row>"),
        "100.000 huruf",
    ),
    "a string that is not there": (
        before(SHEET, END, b'<row r="300"><c r="C300" t="s"><v>99999999999999</v></c></row>'),
        "tidak memuat semua teks",
    ),
    "a string before the first": (
        before(SHEET, END, b'<row r="300"><c r="C300" t="s"><v>-1</v></c></row>'),
        "tidak memuat semua teks",
    ),
    "senseless numbers": (
        before(
            SHEET,
            END,
            b'<row r="-5" ht="1e999"><c r="H-1" s="-9"><v>1e999</v></c>'
            b'<c r="ZZ9" s="99999999999"><v>-1e308</v></c></row>',
        ),
        RIGHT,
    ),
    "a string of very many runs": (before(STRINGS, "</sst>", b"<si>" + b"<r><t>a</t></r>" * 300_000 + b"</si>"), RIGHT),
    "half a million strings": (before(STRINGS, "</sst>", b"<si/>" * 500_000), RIGHT),
    "a million names": (
        before(WORKBOOK, "</definedNames>", texts(b'<definedName name="a%d">1</definedName>', range(1_000_000))),
        TOO_LARGE,
    ),
    "names of the tool's, many": (
        before(
            WORKBOOK,
            "</definedNames>",
            texts(b'<definedName name="_zi_excel_%d">Petunjuk!$1:$1048576</definedName>', range(9000)),
        ),
        ["87", "6", "Tab 'Petunjuk'"],
    ),
    "thirty thousand relationships": (
        before(
            RELS,
            "</Relationships>",
            texts(b'<Relationship Id="q%d" Type="t/x" Target="worksheets/sheet2.xml"/>', range(30_000)),
        ),
        RIGHT,
    ),
    "twenty thousand sheets of one part": (SHEETS, RIGHT),
    "types without end": (
        before(TYPES, "</Types>", texts(b'<Override PartName="/a%d.xml" ContentType="x"/>', range(50_000))),
        RIGHT,
    ),
    "formats of styles that refer to themselves": (
        before(STYLES, "</cellStyleXfs>", b'<xf xfId="1"/><xf xfId="0"/>' * 99),
        RIGHT,
    ),
    "relationships in a circle": (
        lambda parts: (
            parts
            | {
                "xl/worksheets/_rels/sheet1.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="a" Type="t/x" Target="../workbook.xml"/>'
                b'<Relationship Id="b" Type="t/x" Target="sheet1.xml"/>'
                b'<Relationship Id="c" Type="t/x" Target="../../_rels/.rels"/></Relationships>'
            }
        ),
        RIGHT,
    ),
}


@pytest.fixture(scope="module")
def parts():
    with zipfile.ZipFile(ROOT / "workbooks" / "template_rencana_aksi.xlsx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outcome(path):
    """What capaian, validasi and monev print of the file, a line each; nothing of it is a traceback."""
    result = subprocess.run(
        [sys.executable, HOSTILE_RUN, path],
        capture_output=True,
        check=False,
        timeout=SECONDS,
        env=surroundings(PYTHONIOENCODING="utf-8"),
    )
    assert result.returncode == 0, result.stderr.decode()[-2000:]
    return result.stdout.decode().splitlines()


def check(path, expected):
    before = path.read_bytes()
    lines = outcome(path)
    assert len(lines) == 3
    for line, words in zip(lines, [expected] * 3 if isinstance(expected, str) else expected, strict=True):
        assert words in line if not words.isdecimal() else words == line
    assert path.read_bytes() == before


def written(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(("change", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_hostile(tmp_path, parts, change, expected):
    """The result is right, or refused in a sentence; for reading as for writing."""
    check(written(tmp_path / "a.xlsx", change(dict(parts))), expected)


def test_part_names_that_lead_out(tmp_path, parts):
    """Folders above, drives, devices, NUL: names of entries and no more; nothing is ever unpacked."""
    names = [
        "../../luar.txt",
        "/etc/zi",
        "C:\\luar.txt",
        "..\\luar.txt",
        "xl/../../luar.txt",
        "CON",
        "NUL.xml",
        "a\0b.xml",
    ]
    folder = tmp_path / "dalam" / "dua"
    folder.mkdir(parents=True)
    targets = "".join(
        f'<Relationship Id="z{n}" Type="t/x" Target="{name.replace(chr(0), "")}"/>' for n, name in enumerate(names)
    )
    rels = parts[RELS].replace(b"</Relationships>", targets.encode() + b"</Relationships>")
    entries = [Raw(name.encode(), data) for name, data in (parts | {RELS: rels}).items()]
    path = folder / "a.xlsx"
    path.write_bytes(raw_zip([*entries, *(Raw(name.encode(), b"luar") for name in names)]))
    check(path, RIGHT)
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("part", "scheme"),
    [
        *((part, "http") for part in (WORKBOOK, SHEET, STRINGS, STYLES, RELS, TYPES, "docProps/app.xml")),
        *((part, "file") for part in (WORKBOOK, SHEET, STRINGS)),
    ],
)
def test_nothing_is_fetched(tmp_path, parts, part, scheme):
    """External entities, DTDs, stylesheets and relationships: no connection, and no file is read."""
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x" if scheme == "http" else secret.as_uri()
        root = parts[part].partition(b"?>")[2].lstrip()
        name = root[1 : min(root.index(b" "), root.index(b">"))].decode()
        head = (
            f'<?xml version="1.0"?><?xml-stylesheet href="{address}"?><!DOCTYPE {name} SYSTEM "{address}" '
            f'[<!ENTITY e SYSTEM "{address}"><!ENTITY % p SYSTEM "{address}">%p;]>'
        )
        data = root.replace(b"</", b"&e;</", 1)
        lines = outcome(written(tmp_path / "a.xlsx", parts | {part: head.encode() + data}))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):  # a connection would wait here, closed or not
            server.accept()
    assert "RAHASIA" not in "\n".join(lines)
    assert "DOCTYPE" in lines[2] or "rusak" in lines[2]


def test_bombs(tmp_path, parts):
    """Parts that inflate a thousandfold are read past; what promises more than four gigabytes is refused."""
    path = written(tmp_path / "a.xlsx", parts | {"xl/media/a.bin": bytes(60_000_000)})
    assert path.stat().st_size < 1_000_000
    check(path, RIGHT)
    entries = [Raw(name.encode(), data) for name, data in parts.items()]
    path.write_bytes(raw_zip([*entries, *(Raw(b"a%d" % n, bytes(9), size=0xF0000000) for n in range(2))]))
    check(path, TOO_LARGE)


def test_a_directory_of_half_a_million_entries(tmp_path, parts):
    """Refused before it is taken into memory."""
    one = Raw(b"x", b"", method=0)
    entries = [Raw(name.encode(), data) for name, data in parts.items()]
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw_zip(entries, directory=[*entries, *[one] * 60_000]))
    check(path, "rusak")
    path.write_bytes(raw_zip([*entries, *(Raw(b"%d" % n, b"", method=0, comment=b"k" * 300) for n in range(60_000))]))
    check(path, TOO_LARGE)
