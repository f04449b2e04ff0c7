"""Rows become komponen, subkomponen and indikator, however an office lays them out."""

import pytest

from zi_excel.plan.rencana_aksi import Oddity

KOMPONEN = ("I", "MANAJEMEN PERUBAHAN")


def kodes(plan):
    return [each.kode for each in plan.indikator()]


def oddities(plan, *, of=tuple(Oddity)):
    return [(each.oddity, each.place.row, each.kode) for each in plan.remarks if each.oddity in of]


def row(no, komponen, indikator, *others):
    """A row whose other cells are unremarkable."""
    return (no, komponen, indikator, *(others or ("Menyusun", "SK", "Maret 2025")))


def test_the_plain_matrix(plan_of):
    """Komponen rows, numbered subkomponen, lettered indikator, a lone one without a letter."""
    plan = plan_of()
    assert kodes(plan) == ["I.1.a", "I.1.b", "I.2.a", "II.1"]
    assert [each.kode for each in plan.komponen] == ["I", "II"]
    assert [each.nama.text for each in plan.subkomponen()] == ["Tim Kerja", "Dokumen", "SOP"]
    assert [each.letter for each in plan.indikator()] == ["a", "b", "a", None]
    assert [each.row for each in plan.indikator()] == [4, 5, 6, 8]
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("I.", "MANAJEMEN PERUBAHAN"), row("1.", "Tim", "a) SK")], ["I.1.a"], id="dots-and-brackets"),
        pytest.param(
            [("A.", "MANAJEMEN PERUBAHAN"), row("1", "Tim", "a SK"), ("B", "PENATAAN"), row(1, "SOP", "SOP")],
            ["I.1.a", "II.1"],
            id="lettered-komponen",
        ),
        pytest.param([("I. MANAJEMEN PERUBAHAN",), row(1, "Tim", "a. SK")], ["I.1.a"], id="title-in-no"),
        pytest.param(
            [(None, "I. MANAJEMEN PERUBAHAN"), row(None, "1. Tim", "a. SK")], ["I.1.a"], id="numbers-in-the-names"
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), row(1, "Tim", "b. SK"), row(2, "Lain", "a. SK")],
            ["I.1.a", "I.1.b", "I.2.a"],
            id="names-filled-down",
        ),
        pytest.param(
            [KOMPONEN, (1, "Tim"), row(None, None, "a. SK"), (2, "Lain"), row(None, None, "a. SK")],
            ["I.1.a", "I.2.a"],
            id="titles-of-subkomponen-in-rows-of-their-own",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "SK"), row("a", None, "SK"), row("b", None, "SK")],
            ["I.1.c", "I.1.a", "I.1.b"],
            id="letters-in-no",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "1. SK"), row(None, None, "2. SK")], ["I.1.a", "I.1.b"], id="counted-indikator"
        ),
        pytest.param(
            [
                row("I", "MANAJEMEN PERUBAHAN", "a. SK"),
                row(None, None, "b. SK"),
                row("II", "PENATAAN TATALAKSANA", "a. SK"),
            ],
            ["I.1.a", "I.1.b", "II.1.a"],
            id="no-subkomponen",
        ),
        pytest.param([row(1, "Tim", "a. SK"), row(2, "Lain", "a. SK")], ["I.1.a", "I.2.a"], id="no-komponen"),
        pytest.param(
            [KOMPONEN, (), row(1, "Tim", "a. SK"), (), (), row(None, None, "b. SK")],
            ["I.1.a", "I.1.b"],
            id="blank-rows",
        ),
        pytest.param(
            [
                KOMPONEN,
                row(1, "Tim", "a. SK"),
                ("Jumlah", None, None, None, None, None, None, 0.5),
                ("II", "PENATAAN TATA LAKSANA"),
                row(1, "SOP", "a. SK"),
            ],
            ["I.1.a", "II.1.a"],
            id="subtotals",
        ),
        pytest.param(
            [(1, "MANAJEMEN PERUBAHAN"), row(1, "Tim", "a. SK"), (2, "BIDANG LAIN"), row(1, "SOP", "a. SK")],
            ["I.1.a", "II.1.a"],
            id="arabic-komponen",
        ),
        pytest.param(
            [("I", "PENATAAN SISTEM MANAJEMEN"), (None, "KEPEGAWAIAN"), row(1, "Tim", "a. SK")],
            ["I.1.a"],
            id="title-over-two-rows",
        ),
        pytest.param([("NO. 1", "MANAJEMEN PERUBAHAN"), row(1, "Tim", "a. SK")], ["I.1.a"], id="unreadable-number"),
        pytest.param(
            [
                *[("I", "MANAJEMEN PERUBAHAN"), ("I.1", "Tim"), row("I.1.a", None, "SK"), row("I.1.b", None, "Rapat")],
                *[("II", "PENATAAN TATA LAKSANA"), ("II.1", "SOP"), row("II.1.a", None, "SOP")],
            ],
            ["I.1.a", "I.1.b", "II.1.a"],
            id="whole-kode-in-no",
        ),
        pytest.param(
            [
                *[("1", "MANAJEMEN PERUBAHAN"), ("1.1", "Tim"), row("1.1.1", None, "SK"), row("1.1.2", None, "Rapat")],
                *[
                    ("1.2", "Lain"),
                    row("1.2.1", None, "SK"),
                    ("2", "BIDANG LAIN"),
                    ("2.1", "SOP"),
                    row("2.1.1", None, "SOP"),
                ],
            ],
            ["I.1.a", "I.1.b", "I.2.a", "II.1.a"],
            id="numbers-of-three-levels",
        ),
        pytest.param(
            [
                (1, "MANAJEMEN PERUBAHAN"),
                row(1.1, "Tim", "a. SK"),
                row(1.2, "Lain", "a. SK"),
                (2, "BIDANG"),
                row(2.1, "SOP", "SOP"),
            ],
            ["I.1.a", "I.2.a", "II.1"],
            id="levels-as-numbers",
        ),
        pytest.param(
            [
                ("KOMPONEN I", "MANAJEMEN PERUBAHAN"),
                row(1, "1.1 Tim", "a. SK"),
                ("KOMPONEN II", "BIDANG"),
                row(1, "SOP", "a. SK"),
            ],
            ["I.1.a", "II.1.a"],
            id="the-word-in-no",
        ),
    ],
)
def test_layouts(plan_of, rows, expected):
    """The same plan, laid out by different offices."""
    assert kodes(plan_of(rows)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([KOMPONEN, row(1, "Tim", "a. SK"), ("II",), row(1, "SOP", "a. SK")], [], id="roman"),
        pytest.param([KOMPONEN, row(1, "Tim", "a. SK"), ("II",), (1, "SOP"), row(None, None, "a. SK")], [], id="title"),
        pytest.param(
            [("A", "MANAJEMEN PERUBAHAN"), row(1, "Tim", "a. SK"), ("B.",), row(1, "SOP", "a. SK")], [], id="B"
        ),
        pytest.param([KOMPONEN, row(1, "Tim", "a. SK"), ("II",), (), row(1, "SOP", "a. SK")], [], id="blank-row"),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), ("II",), (None, "PENATAAN TATA LAKSANA"), row(1, "SOP", "a. SK")],
            [Oddity.STRAY_TEXT, Oddity.NUMBER_MISSING],
            id="named-in-the-next-row",
        ),
    ],
)
def test_a_komponen_without_a_name_is_one_all_the_same(plan_of, rows, expected):
    """Its number alone opens it: else its subkomponen would count for the komponen above."""
    plan = plan_of(rows)
    assert kodes(plan) == ["I.1.a", "II.1.a"]
    assert [each.oddity for each in plan.remarks] == expected
    assert bool(plan.komponen[1].nama.text) == bool(expected)


@pytest.mark.parametrize("no", ["X", "V", "2", "catatan"])
def test_a_mark_in_no_is_no_komponen(plan_of, no):
    """Only the next number is one; ZI007 tells the others."""
    plan = plan_of([KOMPONEN, row(1, "Tim", "a. SK"), (no,), row(None, None, "b. SK")])
    assert kodes(plan) == ["I.1.a", "I.1.b"]
    assert oddities(plan) == [(Oddity.STRAY_TEXT, 5, None)]


def test_the_ninth_of_lettered_komponen(plan_of):
    """`I` after `H` is a letter, not one."""
    rows = [line for no in "ABCDEFGHI" for line in ((no, f"BIDANG {no}"), row(1, f"Tim {no}", "a. SK"))]
    plan = plan_of(rows)
    assert [each.kode for each in plan.komponen] == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("rows", "expected", "remarks"),
    [
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), row(None, "Kepuasan", "a. Survei"), row(3, "TI", "a. SK")],
            ["I.1.a", "I.2.a", "I.3.a"],
            [(Oddity.NUMBER_MISSING, 5, "I.2")],
            id="subkomponen-without-number",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), row(1, "Lain", "a. SK"), row(2, "TI", "a. SK")],
            ["I.1.a", "I.3.a", "I.2.a"],
            [(Oddity.KODE_BY_ORDER, 5, "I.3")],
            id="number-twice",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), row(None, None, "a. SK"), row(None, None, "c. SK")],
            ["I.1.a", "I.1.b", "I.1.c"],
            [(Oddity.KODE_BY_ORDER, 5, "I.1.b")],
            id="letter-twice",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), row(None, None, "SK lain")],
            ["I.1.a", "I.1.b"],
            [(Oddity.KODE_BY_ORDER, 5, "I.1.b")],
            id="letter-missing",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "SK"), row(None, None, "SK lain"), row(2, "TI", "SK"), row(None, None, "SK")],
            ["I.1.a", "I.1.b", "I.2.a", "I.2.b"],
            [(Oddity.KODE_BY_ORDER, 4, "I.1.a")],
            id="no-letters-at-all",
        ),
        pytest.param(
            [
                ("1", "MANAJEMEN PERUBAHAN"),
                row(1, "Tim", "a. SK"),
                ("II", "PENATAAN TATA LAKSANA"),
                row(1, "SOP", "a. SK"),
            ],
            ["I.1.a", "II.1.a"],
            [(Oddity.NUMBER_ARABIC, 3, "I")],
            id="one-arabic-komponen",
        ),
        pytest.param(
            [KOMPONEN, row(1, "Tim", "a. SK"), (None, "PENATAAN TATA LAKSANA"), row(1, "SOP", "a. SK")],
            ["I.1.a", "II.1.a"],
            [(Oddity.NUMBER_MISSING, 5, "II")],
            id="komponen-without-number",
        ),
        pytest.param(
            [("?", "MANAJEMEN PERUBAHAN"), row("x1", "Tim", "a. SK")],
            ["I.1.a"],
            [(Oddity.KODE_BY_ORDER, 3, "I"), (Oddity.KODE_BY_ORDER, 4, "I.1")],
            id="unreadable-numbers",
        ),
    ],
)
def test_kode_are_unique_and_told(plan_of, rows, expected, remarks):
    """As written where unique within the parent, else by order, with a remark at the cell."""
    plan = plan_of(rows)
    assert kodes(plan) == expected
    assert oddities(plan) == remarks


def test_a_level_between_komponen_and_subkomponen_is_told(plan_of):
    """Roman komponen, lettered groups below them; no komponen of their own."""
    rows = [
        *[KOMPONEN, ("A", "PERENCANAAN"), row(1, "Tim", "a. SK"), ("B", "PELAKSANAAN"), row(2, "Agen", "a. SK")],
        *[("II", "PENATAAN TATALAKSANA"), ("A", "PERENCANAAN"), row(1, "SOP", "a. SOP")],
    ]
    plan = plan_of(rows)
    assert kodes(plan) == ["I.1.a", "I.2.a", "II.1.a"]
    assert [(each.oddity, each.place.row) for each in plan.remarks] == [(Oddity.STRAY_TEXT, at) for at in (4, 6, 9)]


def test_komponen_titled_in_the_indikators_column(plan_of):
    """Their numbers before the names, or none; a title of one of the six areas is no indikator."""
    rows = [(None, None, "I. MANAJEMEN PERUBAHAN"), row(1, "Tim", "a. SK"), (None, None, "Penguatan Pengawasan")]
    plan = plan_of([*rows, row(1, "SPIP", "a. SPIP")])
    assert kodes(plan) == ["I.1.a", "V.1.a"]
    assert [each.nama.text for each in plan.komponen] == ["MANAJEMEN PERUBAHAN", "Penguatan Pengawasan"]


def test_numbers_beside_a_merged_komponen_count_its_indikator(plan_of):
    """They are nobody else's: neither the komponen's number nor a subkomponen's."""
    rows = [
        row(1, "MANAJEMEN PERUBAHAN", "SK"),
        row(2, None, "Rapat"),
        row(1, "PENGUATAN PENGAWASAN", "SPIP"),
        row(2, None, "WBS"),
    ]

    def edit(sheet):
        sheet.merge_cells("B3:B4")
        sheet.merge_cells("B5:B6")

    plan = plan_of(rows, edit=edit)
    assert kodes(plan) == ["I.1.a", "I.1.b", "V.1.a", "V.1.b"]
    assert [(each.no.text, each.nomor) for each in plan.komponen] == [("", None), ("", None)]
    assert plan.remarks == ()


@pytest.mark.parametrize(
    ("komponen", "expected", "told"),
    [
        pytest.param(["I MP", "III PTL", "III SDM"], ["I", "II", "III"], ["II"], id="the-other-gets-its-areas"),
        pytest.param(["I MP", "II PTL", "II SDM"], ["I", "II", "III"], ["III"], id="the-first-is-right"),
        pytest.param(["I MP", "II SDM", "II PTL"], ["I", "III", "II"], ["III"], id="the-second-is-right"),
        pytest.param(["I MP", "I MP", "III SDM"], ["I", "II", "III"], ["II"], id="the-same-title-twice"),
        pytest.param(["I MP", "I PTL", "II SDM"], ["I", "III", "II"], ["III"], id="its-areas-number-is-taken"),
    ],
)
def test_of_komponen_with_one_number_the_name_decides(plan_of, komponen, expected, told):
    """The one whose name agrees keeps it; another gets its area's, where that is free; either way it is told."""
    names = {"MP": "MANAJEMEN PERUBAHAN", "PTL": "PENATAAN TATALAKSANA", "SDM": "PENATAAN SISTEM MANAJEMEN SDM"}
    rows = [
        line
        for at, (number, name) in enumerate(each.split() for each in komponen)
        for line in ((number, names[name]), row(1, f"Tim {at}", "a. SK"))
    ]
    plan = plan_of(rows)
    assert [each.kode for each in plan.komponen] == expected
    assert [each.kode for each in plan.remarks] == told


@pytest.mark.parametrize("place", ["Semarang,      Januari 2025", "Demak, 2 Januari 2025", "Kudus, ... Maret 2025"])
def test_signatures_after_a_gap_are_none_of_the_matrix(plan_of, place):
    """Also where a line below them says NIP, and the day is left open."""
    below = ((), *((None,) * 5 + (text,) for text in (place, "Ketua", "Budi Santoso", "NIP. 19800101 200501 1 001")))
    plan = plan_of([KOMPONEN, row(1, "Tim", "a. SK"), *below])
    assert [each.target_waktu.text for each in plan.indikator()] == ["Maret 2025"]
    assert plan.remarks == ()
