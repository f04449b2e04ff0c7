"""Where HYPERLINK() and IMAGE() lead, told from the formula and the cells that it names."""

import pytest

from zi_excel.reader.sheet.link_formulas import CellPlace, call_targets

CELLS = {
    CellPlace(None, 5, 14): "https://a.id/sk.pdf",
    CellPlace(None, 6, 14): "https://a.id/folder/",
    CellPlace(None, 7, 14): "",
    CellPlace("Daftar", 2, 1): "https://b.id/1",
    CellPlace("Daftar Bukti's", 2, 1): "https://b.id/2",
}


@pytest.mark.parametrize(
    ("formula", "targets"),
    [
        ('HYPERLINK("https://a.id/d.pdf","SK")', ["https://a.id/d.pdf"]),
        ('HYPERLINK(N5,"SK")', ["https://a.id/sk.pdf"]),
        ("HYPERLINK($N$5)", ["https://a.id/sk.pdf"]),
        ('HYPERLINK(N6&"b.pdf","SK")', ["https://a.id/folder/b.pdf"]),
        ('HYPERLINK( N6 & "b" & ".pdf" ; "SK" )', ["https://a.id/folder/b.pdf"]),
        ('HYPERLINK("https://a.id/"&2025&"/SK, lama (1).pdf","SK")', ["https://a.id/2025/SK, lama (1).pdf"]),
        ('HYPERLINK("https://a.id/""x""","SK")', ['https://a.id/"x"']),
        ('HYPERLINK(CONCATENATE(N6,"b",".pdf"),"SK")', ["https://a.id/folder/b.pdf"]),
        ('HYPERLINK(_xlfn.CONCAT(N6,("b"&".pdf")),"SK")', ["https://a.id/folder/b.pdf"]),
        ('HYPERLINK(Daftar!A2,"SK")', ["https://b.id/1"]),
        ("HYPERLINK('Daftar Bukti''s'!$A$2&\"/x\",\"SK\")", ["https://b.id/2/x"]),
        ('IF(N5="","",HYPERLINK(N5,"SK"))', ["https://a.id/sk.pdf"]),
        ('HYPERLINK("#"&"Lampiran!A1","SK")', ["#Lampiran!A1"]),
        ('_xlfn.IMAGE("https://a.id/1.jpg")', ["https://a.id/1.jpg"]),
        ('_xlfn._xlws.IMAGE(N6&"1.jpg","foto",1)', ["https://a.id/folder/1.jpg"]),
        ('HYPERLINK(N5,"satu")&HYPERLINK("https://c.id","dua")', ["https://a.id/sk.pdf", "https://c.id"]),
        ('HYPERLINK(N7,"SK")', []),
        ('HYPERLINK("","SK")', []),
        ('"HYPERLINK(""https://a.id"")"', []),
        ("MYHYPERLINK(N5)", []),
        ('HYPERLINK(VLOOKUP(A5,Z:Z,2,0),"SK")', ["=HYPERLINK(VLOOKUP(A5,Z:Z,2,0))"]),
        ('HYPERLINK(alamat_bukti,"SK")', ["=HYPERLINK(alamat_bukti)"]),
        ('HYPERLINK([1]Daftar!A2,"SK")', ["=HYPERLINK([1]Daftar!A2)"]),
        ('HYPERLINK(N6&SUBSTITUTE(A1," ","_"),"SK")', ['=HYPERLINK(N6&SUBSTITUTE(A1," ","_"))']),
        ('HYPERLINK(TakAda!A2,"SK")', ["=HYPERLINK(TakAda!A2)"]),
        ("HYPERLINK(", ["=HYPERLINK()"]),
        ("HYPERLINK((((((((((((((N5", ["=HYPERLINK((((((((((((((N5)"]),
        ('HYPERLINK("tak berakhir', ["=HYPERLINK(tak berakhir)"]),
    ],
)
def test_where_a_call_leads(formula, targets):
    """By a text, a cell of this or another sheet, joined; what can't be worked out is a link all the same."""
    assert call_targets(formula, CELLS.get) == targets
