"""Which sheets a formula reads: whole tokens only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.opc.workbook.references import Wanted


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
def test_any_name(name):
    """Whatever a sheet is called, its reference in quotes is found; the same in a text is none."""
    quoted = "'" + name.replace("'", "''") + "'"
    assert sheets_read(f"SUM({quoted}!A1)", [name + "x", name]) == {name}
    assert sheets_read('"' + f"{quoted}!A1".replace('"', '""') + '"', [name]) == set()


@given(st.text())
def test_any_text(formula):
    """Any text: some sheets or none, never an exception."""
    assert sheets_read(formula, SHEETS) <= set(SHEETS)
