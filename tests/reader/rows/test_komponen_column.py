"""KOMPONEN and SUB KOMPONEN in columns of their own."""

import pytest

from zi_excel.plan.rencana_aksi import Field, Oddity

HEADER = ("NO", "KOMPONEN", "SUB KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU")
KODES = ["I.1.a", "I.1.b", "I.2.a", "II.1.a"]


def row(no, komponen, sub, indikator):
    return (no, komponen, sub, indikator, "Menyusun", "SK", "Maret 2025")


def read(plan_of, rows, header=HEADER):
    plan = plan_of(rows, header=[header])
    return [each.kode for each in plan.indikator()], [(each.oddity, each.kode) for each in plan.remarks]


MP, PTL = "MANAJEMEN PERUBAHAN", "PENATAAN TATA LAKSANA"


LAYOUTS = {
    "NO is the komponen's": [
        row("I", MP, "Tim", "a. SK"),
        row(None, None, None, "b. SK"),
        row(None, None, "Lain", "a. SK"),
        row("II", PTL, "SOP", "a. SK"),
    ],
    "NO is the subkomponen's": [
        row(1, MP, "Tim", "a. SK"),
        row(None, None, None, "b. SK"),
        row(2, None, "Lain", "a. SK"),
        row(1, PTL, "SOP", "a. SK"),
    ],
    "NO counts rows": [
        row(1, f"I. {MP}", "1. Tim", "a. SK"),
        row(2, None, None, "b. SK"),
        row(3, None, "2. Lain", "a. SK"),
        row(4, f"II. {PTL}", "1. SOP", "a. SK"),
    ],
    "names filled down": [
        row(1, f"I. {MP}", "1. Tim", "a. SK"),
        row(2, f"I. {MP}", "1. Tim", "b. SK"),
        row(3, f"I. {MP}", "2. Lain", "a. SK"),
        row(4, f"II. {PTL}", "1. SOP", "a. SK"),
    ],
    "komponen in rows of their own": [
        ("I", MP),
        row(1, None, "Tim", "a. SK"),
        row(None, None, None, "b. SK"),
        row(2, None, "Lain", "a. SK"),
        ("II", PTL),
        row(1, None, "SOP", "a. SK"),
    ],
    "both in rows of their own": [
        ("I", MP),
        (1, None, "Tim"),
        row(None, None, None, "a. SK"),
        row(None, None, None, "b. SK"),
        (2, None, "Lain"),
        row(None, None, None, "a. SK"),
        ("II", PTL),
        (1, None, "SOP"),
        row(None, None, None, "a. SK"),
    ],
}


@pytest.mark.parametrize("rows", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(plan_of, rows):
    """The same plan by different offices; no remark but the one that neither or only one of the two is numbered."""
    kodes, remarks = read(plan_of, rows)
    assert kodes == KODES
    assert {oddity for oddity, _ in remarks} <= {Oddity.NUMBER_MISSING}
    assert len(remarks) < 2


def test_the_same_name_under_another_komponen_is_another_subkomponen(plan_of):
    """A name that stands twice names two groups."""
    rows = [row("I", MP, "1. Tim", "a. SK"), row("II", PTL, "1. Tim", "a. SK")]
    assert read(plan_of, rows) == (["I.1.a", "II.1.a"], [])


def test_without_any_number_one_remark_each_is_enough(plan_of):
    """That is the sheet's habit; komponen by the area that they name."""
    rows = [
        row(None, MP, "Tim", "a. SK"),
        row(None, None, "Lain", "a. SK"),
        row(None, "PENGUATAN PENGAWASAN", "SPIP", "a. SK"),
    ]
    kodes, remarks = read(plan_of, rows)
    assert kodes == ["I.1.a", "I.2.a", "V.1.a"]
    assert remarks == [(Oddity.NUMBER_MISSING, "I"), (Oddity.NUMBER_MISSING, "I.1")]


@pytest.mark.parametrize(
    ("left", "right", "columns"),
    [
        ("AREA PERUBAHAN", "KOMPONEN", (2, 3)),
        ("PILAR", "ASPEK", (2, 3)),
        ("KOMPONEN PENGUNGKIT", "SASARAN", (2, 3)),
        ("KOMPONEN", "SUBKOMPONEN", (2, 3)),
        ("SUB KOMPONEN", "KOMPONEN", (3, 2)),
        ("CATATAN", "SUB KOMPONEN", (3, None)),
    ],
)
def test_which_column_is_the_wider(plan_of, left, right, columns):
    """By their names; a lone SUB KOMPONEN names the komponen as well."""
    plan = plan_of([row("I", MP, "1. Tim", "a. SK")], header=[(HEADER[0], left, right, *HEADER[3:])])
    assert (plan.columns[Field.KOMPONEN], plan.columns.get(Field.SUBKOMPONEN)) == columns


def test_a_number_before_each_text_in_a_column_of_its_own(plan_of):
    """NO | KOMPONEN | NO | SUB KOMPONEN | NO | INDIKATOR: the numbers are read with their texts."""
    header = ("NO", "KOMPONEN", "NO", "SUB KOMPONEN", "NO", "INDIKATOR", *HEADER[4:])
    rows = [
        ("I", MP, 1, "Tim", "a", "SK", "Menyusun", "SK", "Maret 2025"),
        (None, None, None, None, "b.", "Rapat", "Menyusun", "SK", "Maret 2025"),
        (None, None, "2.", "Lain", "a.", "SK", "Menyusun", "SK", "Maret 2025"),
    ]
    plan = plan_of(rows, header=[header])
    assert [each.nama.text for each in plan.indikator()][1:] == ["b. Rapat", "a. SK"]
    assert [each.kode for each in plan.subkomponen()] == ["I.1", "I.2"]
    assert not [each for each in plan.remarks if each.oddity is Oddity.COLUMN_TWICE]


@pytest.mark.parametrize("chosen", ["C", "Rincian area"])
def test_settings_say_which_column_it_is(plan_of, chosen):
    """By letter or by the header's text."""
    header = (HEADER[0], HEADER[1], "Rincian area", *HEADER[3:])
    rows = [row("I", MP, "1. Tim", "a. SK"), row(None, None, "2. Lain", "a. SK")]
    plan = plan_of(rows, header=[header], options={"columns": {Field.SUBKOMPONEN: chosen}})
    assert [each.nama.text for each in plan.subkomponen()] == ["Tim", "Lain"]
