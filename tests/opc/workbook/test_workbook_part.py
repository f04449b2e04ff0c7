"""The workbook part is edited in place: everything that is staff's stays, in its order."""

import pytest

from zi_excel.opc.package import xml
from zi_excel.opc.workbook.workbook_part import (
    LocalName,
    NewSheet,
    active_tab,
    add_sheets,
    edit_relationships,
    free_sheet_ids,
    recalculate_on_load,
    remove_sheets,
    set_names,
)

HEAD = f'<workbook xmlns="{xml.MAIN}" xmlns:r="{xml.R}">'
SHEETS = "<sheets>" + "".join(f'<sheet name="S{n}" sheetId="{n + 5}" r:id="rId{n}"/>' for n in range(4)) + "</sheets>"


def root_of(content):
    return xml.parse(f"{HEAD}{content}</workbook>".encode(), "")


def text_of(root):
    return xml.serialise(root).decode().partition(HEAD)[2].removesuffix("</workbook>")


def test_add():
    """New sheets come last; elements that are not known keep their places."""
    root = root_of(f'<workbookPr/><mine/><bookViews><workbookView activeTab="1"/></bookViews>{SHEETS}<calcPr/>')
    add_sheets(root, [NewSheet("A & B", 9, "rId9")])
    assert text_of(root) == (
        '<workbookPr/><mine/><bookViews><workbookView activeTab="1"/></bookViews>'
        f'{SHEETS[:-9]}<sheet name="A &amp; B" sheetId="9" r:id="rId9"/></sheets><calcPr/>'
    )


def test_add_without_views():
    """A workbook without views gets one: the sheets' own views refer to it."""
    root = root_of(f"<workbookPr/>{SHEETS}")
    add_sheets(root, [])
    assert text_of(root) == f"<workbookPr/><bookViews><workbookView/></bookViews>{SHEETS}"


def test_add_where_views_point_nowhere():
    """What a view says of a sheet beyond the last one does not come to mean a new one; other views stay as they are."""
    views = '<workbookView activeTab="4" firstSheet="1"/><workbookView activeTab="3" firstSheet="5"/>'
    root = root_of(f"<bookViews>{views}</bookViews>{SHEETS}")
    add_sheets(root, [NewSheet("N", 9, "rId9")])
    assert active_tab(root) == 0
    assert [dict(view.attrib) for view in root[0]] == [{"firstSheet": "1"}, {"activeTab": "3"}]


def test_remove_where_views_point_nowhere():
    """They point nowhere afterwards as well."""
    root = root_of(f'<bookViews><workbookView activeTab="9" firstSheet="4"/></bookViews>{SHEETS}')
    remove_sheets(root, [1])
    assert dict(root[0][0].attrib) == {"activeTab": "9", "firstSheet": "4"}


@pytest.mark.parametrize(
    ("removed", "active", "first", "after"),
    [
        ([3], 1, 1, ("1", "1")),
        ([0], 1, 1, ("0", "0")),
        ([0, 1], 3, 2, ("1", "0")),
        ([1], 1, 0, ("1", None)),
        ([3], 3, 3, ("2", "2")),
        ([2, 3], 3, 1, ("1", "1")),
    ],
)
def test_remove_shifts_views(removed, active, first, after):
    """The active and the first shown tab stay the same sheets; where they go, the next one takes their place."""
    shown = f'firstSheet="{first}" ' if first else ""
    root = root_of(f'<bookViews><workbookView {shown}activeTab="{active}"/></bookViews>{SHEETS}')
    remove_sheets(root, removed)
    view = root[0][0]
    assert (view.get("activeTab"), view.get("firstSheet")) == after
    assert [sheet.get("name") for sheet in root[1]] == [f"S{n}" for n in range(4) if n not in removed]


def test_remove_shifts_names():
    """Names of a removed sheet go, those of later sheets move up; what other names say is staff's and stays."""
    root = root_of(
        f"{SHEETS}<definedNames>"
        '<definedName name="a" localSheetId="1">S1!$A$1</definedName>'
        '<definedName name="b" localSheetId="2">S2!$A$1</definedName>'
        "<definedName name=\"c\">S0!$A$1+'S1'!$B$2+S1!$C$3</definedName></definedNames>"
        '<customWorkbookViews><customWorkbookView activeSheetId="6"/></customWorkbookViews>'
    )
    remove_sheets(root, [1])
    assert text_of(root).partition("</sheets>")[2] == (
        '<definedNames><definedName name="b" localSheetId="1">S2!$A$1</definedName>'
        "<definedName name=\"c\">S0!$A$1+'S1'!$B$2+S1!$C$3</definedName></definedNames>"
        '<customWorkbookViews><customWorkbookView activeSheetId="5"/></customWorkbookViews>'
    )


NAMES = (
    "<definedNames>"
    '<definedName name="_t_0" hidden="1">\'S3\'!$1:$1048576</definedName>'
    '<definedName name="_t_9">#REF!</definedName>'
    '<definedName name="_xlnm.Print_Area" localSheetId="0">S0!$A$1</definedName>'
    '<definedName name="_xlnm.Print_Area" localSheetId="3">S3!$A$1</definedName>'
    '<definedName name="_xlnm.Print_Titles" localSheetId="3">S3!$1:$1</definedName>'
    '<definedName name="mine" localSheetId="3">S3!$B$1</definedName>'
    '<definedName name="Zone" comment="c">S0!$A$1</definedName></definedNames>'
)


def test_names_in_place():
    """The tool's names are changed where they stand, built-in ones that are no more go, new ones come last."""
    root = root_of(f"{SHEETS}{NAMES}<calcPr/>")
    area = LocalName(3, "_xlnm.Print_Area", "S3!$A$1:$C$3", hidden=False)
    database = LocalName(3, "_xlnm._FilterDatabase", "S3!$A$4", hidden=True)
    set_names(root, {"_t_0": "'S3'!$1:$1048576"}, {"_t_9"}, [area, database], {3})
    assert text_of(root).removeprefix(SHEETS) == (
        "<definedNames>"
        '<definedName name="_t_0" hidden="1">\'S3\'!$1:$1048576</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="0">S0!$A$1</definedName>'
        '<definedName name="_xlnm.Print_Area" localSheetId="3">S3!$A$1:$C$3</definedName>'
        '<definedName name="mine" localSheetId="3">S3!$B$1</definedName>'
        '<definedName name="Zone" comment="c">S0!$A$1</definedName>'
        '<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">S3!$A$4</definedName>'
        "</definedNames><calcPr/>"
    )
    again = text_of(root)
    set_names(root, {"_t_0": "'S3'!$1:$1048576"}, {"_t_9"}, [area, database], {3})
    assert text_of(root) == again


def test_names_where_there_are_none():
    """The names come where the schema wants it, and their list goes when it is empty."""
    root = root_of(f"{SHEETS}<externalReferences/><calcPr/><extLst/>")
    set_names(root, {"_t": "x"}, (), [], ())
    assert [xml.local(item) for item in root] == ["sheets", "externalReferences", "definedNames", "calcPr", "extLst"]
    set_names(root, {}, {"_t"}, [], ())
    assert [xml.local(item) for item in root] == ["sheets", "externalReferences", "calcPr", "extLst"]


def test_names_in_other_capitals():
    """Excel sees one name in `_T` and `_t`: it is changed, not doubled, and keeps the spelling that it has."""
    root = root_of(f'{SHEETS}<definedNames><definedName name="_T" hidden="1">x</definedName></definedNames>')
    set_names(root, {"_t": "y"}, (), [], ())
    assert '<definedName name="_T" hidden="1">y</definedName></definedNames>' in text_of(root)
    set_names(root, {}, {"_t"}, [], ())
    assert "definedName" not in text_of(root)


def test_hidden_is_put_back():
    """LibreOffice writes hidden="false"."""
    root = root_of(f'{SHEETS}<definedNames><definedName name="_t" hidden="false">x</definedName></definedNames>')
    set_names(root, {"_t": "x"}, (), [], ())
    assert 'hidden="1"' in text_of(root)


@pytest.mark.parametrize("calc", ['<calcPr calcId="1"/>', ""])
def test_recalculate(calc):
    """The settings of the calculation are kept, or made where the schema wants it."""
    root = root_of(f"{SHEETS}{calc}<extLst/>")
    recalculate_on_load(root)
    assert [xml.local(item) for item in root] == ["sheets", "calcPr", "extLst"]
    assert root[1].get("fullCalcOnLoad") == "1"


def test_sheet_ids():
    """After the last one; after Excel's limit, the gaps."""
    ids = free_sheet_ids(root_of(SHEETS))
    assert [next(ids), next(ids)] == [9, 10]
    ids = free_sheet_ids(root_of('<sheets><sheet sheetId="2"/><sheet sheetId="65534"/></sheets>'))
    assert [next(ids), next(ids)] == [1, 3]


def test_relationships():
    """Some more, some fewer, all others as they were; none at all: the same bytes."""
    items = '<Relationship Id="a"/><Relationship Id="b"/>'
    data = f'<Relationships xmlns="{xml.RELATIONSHIPS}">{items}</Relationships>'.encode()
    assert edit_relationships(data, {}, (), "") == data
    after = xml.parse(edit_relationships(data, {"c": ("t", "x.xml")}, {"a"}, ""), "")
    assert [dict(item.attrib) for item in after] == [{"Id": "b"}, {"Id": "c", "Type": "t", "Target": "x.xml"}]
    assert len(xml.parse(edit_relationships(None, {"c": ("t", "x.xml")}, (), ""), "")) == 1
