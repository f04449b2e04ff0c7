"""Who reads some sheets: whole tokens of formulas; one pass over staff's parts, which finds damage as well."""

import zipfile
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook import references
from zi_excel.opc.workbook.references import Wanted, survey


def sheets_read(formula, sheets):
    """All sheets that a formula reads."""
    return Wanted(sheets, sheets).read_by(formula)


SHEETS = ["Data", "DataVI", "VI", "It's & 'so'", "Monev I", "Monev II", "Monev III", "Année.1", "REF"]


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("VI!$A$1", {"VI"}),
        ("=vi!A1+1", {"VI"}),
        ("DataVI!$A$1", {"DataVI"}),
        ("SUM(Data!A1,VI!B1:B9)", {"Data", "VI"}),
        ("'VI'!A1", {"VI"}),
        ("'It''s & ''so'''!$A:$C", {"It's & 'so'"}),
        ("-Année.1!A1", {"Année.1"}),
        ("@VI!A1#", {"VI"}),
        ("VI!A1:VI!B2", {"VI"}),
        ("[0]!Total+[0]VI!A1", {"VI"}),
        ("SUM('Monev I:Monev III'!G6)", {"Monev I", "Monev II", "Monev III"}),
        ("SUM('Monev III:Monev II'!G6)", {"Monev II", "Monev III"}),
        ("SUM(Data:VI!A1)", {"Data", "DataVI", "VI"}),
        ("SUM(Gone:VI!A1)", {"VI"}),
        ('"lihat VI!"&"x"', set()),
        ('"a ""VI!"" b"&Data!A1', {"Data"}),
        (r"'[3]VI'!$A$1+[1]VI!A1+'C:\x\[b.xlsx]VI'!A1", set()),
        (r"'C:\x\b.xlsx'!Name", set()),
        ("#REF!$A$1+#N/A", set()),
        ("VI!#REF!+1", {"VI"}),
        ("Tabel[[#This Row],[VI!x]]+Tabel['[VI!]+Tabel[It''s VI!]", set()),
        ("Tabel[a]+VI!A1", {"VI"}),
        ("VI", set()),
        ("", set()),
    ],
)
def test_read(formula, read):
    """In quotes or not, through several sheets; not in texts, other workbooks, columns of tables, longer names."""
    assert sheets_read(formula, SHEETS) == read


@given(st.text(st.characters(exclude_characters="[]:*?/\\", exclude_categories=["Cs"]), min_size=1, max_size=31))
@pytest.mark.slow
def test_any_name(name):
    """Whatever a sheet is called, its reference in quotes is found; the same in a text is none."""
    quoted = "'" + name.replace("'", "''") + "'"
    assert sheets_read(f"SUM({quoted}!A1)", [name + "x", name]) == {name}
    assert sheets_read('"' + f"{quoted}!A1".replace('"', '""') + '"', [name]) == set()


@given(st.text())
def test_any_text(formula):
    """Any text: some sheets or none, never an exception."""
    assert sheets_read(formula, SHEETS) <= set(SHEETS)


SHEET = "xl/worksheets/sheet1.xml"


def readers(package, names, own=(), sheets=("Cover", "Archive")):
    """Who reads the sheets of these names, among others."""
    return survey(package, names, Wanted(names, [*sheets, *names]), own=own)


@pytest.mark.slow
def test_left_boundary(staff, rezip, monkeypatch):
    """A name is not found at the end of a longer one, wherever a piece of the part ends."""
    for size in range(10, 60):
        monkeypatch.setattr(references, "CHUNK", size)
        path = rezip(staff, {SHEET: "<worksheet><f>DataVI!A1+'Data.VI'!B1+éVI!C1+D!VI:VI</f></worksheet>".encode()})
        with Package.open(path) as package:
            assert not readers(package, ["VI"]).reads


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<f>SUM('Tab One'!A1:A9)</f>", True),
        ("<f>SUM(&apos;Tab One&apos;!A1:A9)</f>", True),
        ("<f>SUM(Tab One!A1)</f>", True),
        ("<f>SUM('Tab One:Archive'!A1)</f>", True),
        ("<f>SUM('Cover:Tab One'!A1)</f>", True),
        ("<f>SUM(&#39;Cover:Tab One&#39;!A1)</f>", True),
        ("<f>SUM(Tab One:Archive!A1)</f>", True),
        ("<f>[1]Tab One!A1</f>", False),
        ("<f>'[1]Tab One'!A1</f>", False),
        ("<f>MyTab One!A1+'My Tab One'!A1+1.Tab One!B1</f>", False),
        ('<worksheetSource ref="A1:B9" sheet="Tab One"/>', True),
        ("<t>read Tab One first</t>", False),
        ("<f>SUM('Tab On'!A1)</f>", False),
    ],
)
def test_parts_that_read(staff, rezip, content, found):
    """Formulas, charts and pivots that name a tab; a text that merely mentions it is none."""
    path = rezip(staff, {SHEET: f"<worksheet>{content}</worksheet>".encode()})
    with Package.open(path) as package:
        assert readers(package, ["Tab One", "Other"]).reads == ({"Tab One": f"/{SHEET}"} if found else {})
        assert not readers(package, ["Tab One"], {f"/{SHEET}"}).reads, "the tool's own parts don't count"


def test_escaped_names(staff, rezip):
    """Names with apostrophes and signs of XML are looked for as formulas write them."""
    for content in (
        b"<f>'A''s &amp; B'!A1</f>",
        b"<f>&apos;A&#39;&apos;s &amp; B&apos;!A1</f>",
        b'<x sheet="A\'s &amp; B"/>',
    ):
        path = rezip(staff, {SHEET: content})
        with Package.open(path) as package:
            assert list(readers(package, ["A's & B"]).reads) == ["A's & B"], content


def test_across_pieces(staff, rezip, monkeypatch):
    """A reference that lies across two pieces of a part is found."""
    monkeypatch.setattr(references, "CHUNK", 300)
    path = rezip(staff, {SHEET: b"<worksheet>" + b" " * 280 + b"<f>'Tab One'!A1</f></worksheet>"})
    with Package.open(path) as package:
        assert list(readers(package, ["Tab One"]).reads) == ["Tab One"]


def test_damage(staff):
    """A picture whose checksum is wrong: refused, though nothing reads it."""
    data = bytearray(staff.read_bytes())
    info = zipfile.ZipFile(staff).getinfo("xl/media/image1.png")
    data[info.header_offset + 30 + len(info.filename) + 40] ^= 1
    staff.write_bytes(data)
    with Package.open(staff) as package, pytest.raises(WorkbookError, match=r"image1\.png.*rusak"):
        readers(package, [])


@pytest.mark.parametrize(
    "piece", ["a", "[", '"', "''", "a ", "a:", "[a", "#A", "['a", "a!", "'a'!", "$", "(", "'a' "], ids=ascii
)
def test_a_formula_of_anything_is_fast(piece):
    """What no program would write takes no more time than its letters are worth."""
    wanted = Wanted(["Tab"], ["a", "Tab"])
    start = process_time()
    for length in (8_000, 900_000):
        wanted.read_by(piece * (length // len(piece)))
    assert process_time() - start < 2


def test_a_formula_that_is_too_long_reads_all_that_it_mentions():
    """It is not taken apart; nothing that it might read is missed."""
    formula = "1+" * 5_000 + "'It''s'!A1"
    assert Wanted(["It's", "Tab"], ["It's", "Tab"]).read_by(formula) == {"It's"}
    assert Wanted(["b"], ["a", "b", "c"]).read_by("1+" * 5_000 + "'a:c'!A1") == {"b"}


def test_marks_of_references_without_end(monkeypatch, staff, rezip):
    """A part that is full of them where a wanted name occurs is refused."""
    monkeypatch.setattr("zi_excel.opc.workbook.references._MOST_MARKS", 100)
    sheets = ["Cover", "Rencana Aksi"]
    path = rezip(staff, {"xl/a.xml": b"'Rencana Aksi'!A1 " * 101})
    with Package.open(path) as package, pytest.raises(WorkbookError, match=r"a\.xml' mengembang"):
        survey(package, sheets[1:], Wanted(sheets[1:], sheets), own=())
