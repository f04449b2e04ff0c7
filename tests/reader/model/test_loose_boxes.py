"""Boxes of form controls that lie on the matrix's cells without being linked to them: told, as nobody reads them."""

import zipfile

import pytest
from office import write_office

import zi_excel
from zi_excel.plan.rencana_aksi import Oddity

SPACES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
CONTROL = (
    f'<mc:AlternateContent {SPACES}><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14">'
    '<control shapeId="1025" r:id="rIdBox" name="Check Box 1"><controlPr defaultSize="0" autoFill="0"><anchor><from>'
    "<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></from>"
    "<to><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></to></anchor></controlPr></control></mc:Choice>"
    "</mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>"
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/ctrlProp"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rIdBox" Type="{KIND}" Target="../ctrlProps/ctrlProp1.xml"/></Relationships>'
)


def with_box(path, properties, *, row, column):
    """The workbook with one form control over a cell (row and column from 1)."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    control = CONTROL.format(row=row - 1, column=column - 1).encode()
    parts[sheet] = parts[sheet].replace(b"</worksheet>", control + b"</worksheet>")
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = RELATIONS.encode()
    parts["xl/ctrlProps/ctrlProp1.xml"] = (
        f'<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" {properties}/>'
    ).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("properties", "row", "column", "told"),
    [
        ('objectType="CheckBox" checked="Checked"', 7, 6, [("F7", "dicentang")]),
        ('objectType="CheckBox"', 7, 6, [("F7", "kosong")]),
        ('objectType="Radio" checked="Checked" fmlaLink="$Z$7"', 7, 6, [("F7", "dicentang")]),
        ('objectType="CheckBox" checked="Checked" fmlaLink="$F$7"', 7, 6, []),
        ('objectType="CheckBox" fmlaLink="\'Matriks RA\'!$F$7"', 7, 6, []),
        ('objectType="Button"', 7, 6, []),
        ('objectType="CheckBox" checked="Checked"', 7, 20, []),
        ('objectType="CheckBox" checked="Checked"', 1, 6, []),
    ],
)
def test_a_box_that_its_cell_does_not_hold_is_told(tmp_path, properties, row, column, told):
    """Not linked, or to another cell; a linked one is TRUE or FALSE in its cell, and a button no box."""
    path = with_box(write_office(tmp_path / "pn.xlsx"), properties, row=row, column=column)
    remarks = zi_excel.kolom(path).plan.remarks
    assert [(each.place.ref, each.detail) for each in remarks if each.oddity is Oddity.LOOSE_BOX] == told
