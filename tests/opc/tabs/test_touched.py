"""What staff typed, commented or drew on a tab of the tool's is known when the tab is replaced."""

import re
import zipfile

import openpyxl
import pytest

from zi_excel.opc.tabs.touched import Touched

TAB = "xl/worksheets/sheet4.xml"
"""Tab One: text in row 1, the sign in row 2, a header in row 4, a text, a number and a formula in each of rows 5-8."""
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NOTES = (
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Sri</author>'
    "</authors><commentList>{}</commentList></comments>"
)
THREADS = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">{}</ThreadedComments>'
PICTURE = (
    "<xdr:{0}><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    '</xdr:from><xdr:ext cx="9" cy="9"/><xdr:{1}><xdr:nvPr><xdr:cNvPr id="9" name="Picture 9"/></xdr:nvPr></xdr:{1}>'
    "<xdr:clientData/></xdr:{0}>"
)
NEWER = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)


def row(number, *cells):
    """A row as LibreOffice, Excel and openpyxl write it; a cell is a number, a text or XML."""
    made = ""
    for cell in cells:
        if str(cell).startswith("<"):
            made += cell
        elif isinstance(cell, str):
            made += f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
        else:
            made += f"<c><v>{cell}</v></c>"
    return f'<row r="{number}">{made}</row>'


@pytest.fixture
def tab(with_sample, refresh, rezip):
    """Tab One after a function has changed its XML and a refresh: what is reported of it."""

    def change(edit, more=None, note="second"):
        path = rezip(with_sample, {TAB: lambda data: edit(data.decode()).encode(), **(more or {})}, name="edited")
        return refresh(path, note=note)[1].touched

    return change


def cell(reference, value):
    """A change: another value of a cell of numbers."""
    return lambda xml: re.sub(rf'(<c r="{reference}"[^>]*><v>)[^<]*', rf"\g<1>{value}", xml)


def appended(*rows):
    """A change: rows at the end."""
    return lambda xml: xml.replace("</sheetData>", "".join(rows) + "</sheetData>")


def without(*numbers):
    """A change: rows that are gone."""
    return lambda xml: re.sub(rf'<row r="({"|".join(map(str, numbers))})".*?</row>', "", xml)


def test_nothing(tab):
    """Of tabs that nobody touched nothing is reported, however much the new ones differ."""
    assert tab(lambda xml: xml) == ()


@pytest.mark.parametrize(
    ("edit", "rows", "deleted"),
    [
        pytest.param(cell("B6", 66), (range(6, 7),), 0, id="a number changed"),
        pytest.param(appended(row(9, "catatan")), (range(9, 10),), 0, id="typed below"),
        pytest.param(
            appended(row(9, 1), row(10, 2), row(11, 3), row(20, 4)), (range(9, 12), range(20, 21)), 0, id="rows pasted"
        ),
        pytest.param(
            lambda xml: xml.replace('<row r="5"', row(3, "sisipan") + '<row r="5"'), (range(3, 4),), 0, id="in between"
        ),
        pytest.param(appended(row(9, "<c><f>SUM(B5:B8)</f><v>26</v></c>")), (range(9, 10),), 0, id="a formula added"),
        pytest.param(
            lambda xml: re.sub('(<c r="C7"[^>]*>)<f>.*?</f>', r"\1", xml), (range(7, 8),), 0, id="a formula overwritten"
        ),
        pytest.param(
            lambda xml: re.sub('<c r="B7"[^>]*><v>7</v>', '<c r="B7"><f>1+1</f><v>2</v>', xml),
            (range(7, 8),),
            0,
            id="a number replaced by a formula",
        ),
        pytest.param(without(7), (), 1, id="a row deleted"),
        pytest.param(without(6, 7), (), 2, id="two rows deleted"),
        pytest.param(lambda xml: cell("B5", 55)(without(6, 7)(xml)), (range(5, 6),), 2, id="changed and deleted"),
        pytest.param(lambda xml: re.sub('<c r="[AB]7".*?</c>', "", xml), (range(7, 8),), 0, id="cells emptied"),
        pytest.param(appended(row(9, "  row 5 ", 5, "<c><f>1</f></c>")), (range(9, 10),), 0, id="a row copied"),
        pytest.param(appended(row(9, '<c s="3"/>')), (), 0, id="a format only"),
    ],
)
def test_rows(tab, edit, rows, deleted):
    """Rows by their numbers in the tab that is replaced; those that are gone by their count."""
    assert tab(edit) == (Touched("Tab One", rows, deleted),)[: bool(rows or deleted)]


def test_said_also_where_that_is_all(tab):
    """Where only what staff typed differs, the tab is written anew and that is reported."""
    assert tab(appended(row(9, "catatan")), note="first") == (Touched("Tab One", (range(9, 10),)),)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda xml: xml.replace('r="7"', 'r="70"'), id="moved down"),
        pytest.param(lambda xml: re.sub('(<row r="5".*?</row>)(<row r="6".*?</row>)', r"\2\1", xml), id="sorted"),
        pytest.param(
            lambda xml: re.sub("<sheetFormatPr[^>]*>|<cols>.*?</cols>|<mergeCells.*?</mergeCells>", "", xml),
            id="widths",
        ),
        pytest.param(lambda xml: xml.replace('<row r="6"', '<row hidden="1" r="6"'), id="filtered"),
        pytest.param(lambda xml: re.sub(r'(<c r="B\d"[^>]*) s="\d+"', r'\1 s="0"', xml), id="formats"),
        pytest.param(lambda xml: re.sub("<f>.*?</f><v>.*?</v>", "<f>B5/2</f><v>77</v>", xml), id="computed anew"),
    ],
)
def test_not_typed(tab, edit):
    """Order, place, widths, filters, formats and what formulas give: nothing that staff would miss in the new tab."""
    assert tab(edit) == ()


@pytest.mark.slow
def test_many_rows_pasted(with_sample, refresh, rezip):
    """More rows than a part may have to be read whole: they are streamed, and reported as one range."""
    text = "x" * 8_000
    many = "".join(row(number, f"{text} {number}") for number in range(9, 8_800))
    path = rezip(with_sample, {TAB: lambda data: appended(many)(data.decode()).encode()}, name="pasted")
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo(TAB).file_size > 64 << 20
    out, change = refresh(path)
    assert change.touched == (Touched("Tab One", (range(9, 8_800),)),)
    assert out.stat().st_size < 100_000


def attach(kind, parts, *, microsoft=False, sheet="sheet4"):
    """Parts that hang on Tab One: {name: XML}, the first one by a relationship of a kind."""
    type_ = f"http://schemas.microsoft.com/office/2017/10/relationships/{kind}" if microsoft else f"{R}/{kind}"
    name = next(iter(parts))
    entry = f'<Relationship Id="rId9{kind}" Type="{type_}" Target="/{name}"/></Relationships>'
    return {
        f"xl/worksheets/_rels/{sheet}.xml.rels": lambda data: data.replace(b"</Relationships>", entry.encode()),
        **{name: xml.encode() for name, xml in parts.items()},
    }


def noted(*references):
    return NOTES.format(
        "".join(f'<comment ref="{each}" authorId="0"><text><t>x</t></text></comment>' for each in references)
    )


def test_comments(tab):
    """Notes are counted and gone with the tab."""
    parts = attach("comments", {"xl/comments9.xml": noted("B5", "C9")})
    assert tab(lambda xml: xml, parts) == (Touched("Tab One", comments=2),)


def test_threaded_comments(with_sample, refresh, rezip):
    """A thread is a note, too, for older programs: each comment and answer counts once, other notes as well."""
    written = [("B5", "1"), ("B5", "2"), ("B5", "3"), ("D1", "4")]
    thread = THREADS.format("".join(f'<threadedComment ref="{ref}" id="{{{number}}}"/>' for ref, number in written))
    once = rezip(with_sample, attach("comments", {"xl/comments9.xml": noted("B5", "D1", "C9")}), name="noted")
    path = rezip(once, attach("threadedComment", {"xl/threadedComments/t1.xml": thread}, microsoft=True), name="thread")
    out, change = refresh(path)
    assert change.touched == (Touched("Tab One", comments=5),)
    assert {"/xl/comments9.xml", "/xl/threadedComments/t1.xml"} <= change.removed
    assert refresh(out)[1].touched == ()


def draw(*anchors):
    """Anchors that staff put into the drawing of Tab One."""
    return {
        "xl/drawings/drawing3.xml": lambda data: data.replace(
            b"</xdr:wsDr>", "".join(anchors).encode() + b"</xdr:wsDr>"
        )
    }


def test_the_tools_drawing_is_known(with_sample, parts):
    """The parts that these tests change are what they take them for."""
    names = parts(with_sample)
    assert b'name="Chart 1"' in names["xl/drawings/drawing3.xml"]
    assert b"drawing3.xml" in names["xl/worksheets/_rels/sheet4.xml.rels"]


@pytest.mark.parametrize(
    ("anchors", "count"),
    [
        pytest.param([PICTURE.format("oneCellAnchor", "pic")], 1, id="picture"),
        pytest.param(
            [PICTURE.format("twoCellAnchor", "sp"), PICTURE.format("absoluteAnchor", "grpSp")], 2, id="shapes"
        ),
        pytest.param(
            [NEWER.format(PICTURE.format("oneCellAnchor", "sp"), PICTURE.format("oneCellAnchor", "pic"))],
            1,
            id="one of a newer kind",
        ),
    ],
)
def test_objects(tab, anchors, count):
    """What the tool did not draw is counted; its own chart is not."""
    assert tab(lambda xml: xml, draw(*anchors)) == (Touched("Tab One", objects=count),)


@pytest.mark.parametrize(
    ("edit", "count"),
    [
        pytest.param(lambda data: data.replace(b'"Chart 1"', b'"Object 7"'), 0, id="renamed by a program"),
        pytest.param(lambda data: re.sub(rb"<xdr:twoCellAnchor.*</xdr:twoCellAnchor>", b"", data), 0, id="deleted"),
        pytest.param(
            lambda data: re.sub(
                rb"(<xdr:twoCellAnchor.*</xdr:twoCellAnchor>)",
                lambda found: found[1] + found[1].replace(b"Chart 1", b"Bagan 3"),
                data,
            ),
            1,
            id="another chart",
        ),
    ],
)
def test_charts(tab, edit, count):
    """Charts are recognised by their names; where a program renamed them, by how many there are."""
    assert tab(lambda xml: xml, {"xl/drawings/drawing3.xml": edit}) == (Touched("Tab One", objects=count),)[:count]


@pytest.mark.parametrize("kind", ["table", "pivotTable", "image", "ctrlProp", "oleObject"])
def test_undrawn(tab, kind):
    """Tables, pivot tables, a picture behind the cells, controls and embedded documents."""
    assert tab(lambda xml: xml, attach(kind, {"xl/own9.xml": "<x/>"})) == (Touched("Tab One", objects=1),)


def test_a_control_counts_once(tab):
    """Newer programs draw controls as well."""
    parts = {**attach("ctrlProp", {"xl/own9.xml": "<x/>"}), **draw(PICTURE.format("oneCellAnchor", "sp"))}
    assert tab(lambda xml: xml, parts) == (Touched("Tab One", objects=1),)


def test_without_a_seal(with_sample, refresh, rezip):
    """For an older version's tabs, or where the names were lost, no rows are reported; comments and drawings are."""
    lost = rezip(
        with_sample, {"xl/workbook.xml": lambda data: re.sub(rb"<definedName[^>]*_sealed_.*?</definedName>", b"", data)}
    )
    edited = rezip(
        lost,
        {
            TAB: lambda data: appended(row(9, "catatan"))(data.decode()).encode(),
            **attach("comments", {"xl/comments9.xml": noted("B5")}),
            **draw(PICTURE.format("oneCellAnchor", "pic")),
        },
        name="edited",
    )
    out, change = refresh(edited)
    assert change.touched == (Touched("Tab One", comments=1, objects=1),)
    again = rezip(out, {TAB: lambda data: cell("B6", 66)(data.decode()).encode()}, name="again")
    assert refresh(again)[1].touched == (Touched("Tab One", (range(6, 7),)),)


def test_an_older_form_is_not_compared(with_sample, refresh, mutate):
    """A seal whose digests are of another form says nothing of rows, and is replaced."""
    path = mutate(with_sample, "xl/workbook.xml", ('"1;7;', '"0;7;'))
    out, change = refresh(path)
    assert not change.empty
    assert change.touched == ()
    assert refresh(out)[1].empty


def test_a_removed_tab(with_sample, refresh, rezip):
    """What staff had on a tab that is removed is reported as well; the tool's own chart there is not theirs."""
    sheet = "xl/worksheets/sheet5.xml"
    path = rezip(with_sample, {sheet: lambda data: appended(row(9, "catatan"))(data.decode()).encode()})
    _, change = refresh(path, ("Tab One",))
    assert change.tabs_removed == ("Tab Two", "Tab's & Three")
    assert change.touched == (Touched("Tab Two", (range(9, 10),)),)


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_another_program_saved_it(with_sample, refresh):
    """The library openpyxl writes shared strings, other names of charts and no computed values: nobody typed that."""
    book = openpyxl.load_workbook(with_sample, keep_vba=True)
    book["Tab Two"]["B6"] = "diketik"
    book["Tab Two"]["F30"] = "=1+1"
    book.save(with_sample)
    assert refresh(with_sample, note="second")[1].touched == (Touched("Tab Two", (range(6, 7), range(30, 31))),)
