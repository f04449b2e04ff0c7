"""What became of the enacted rows."""

import pytest

from zi_excel.enacted.diff import Elsewhere, compare
from zi_excel.enacted.matrix import enacted_matrix

ENACTED = {"I.1": "Tim Dokumen Monitoring", "I.2": "Pelatihan Agen", "II.1": "Prosedur Inovasi"}


def changed(**groups):
    """The enacted groups with some of them changed (I_1 for I.1); None: not there."""
    now = ENACTED | {key.replace("_", "."): names for key, names in groups.items()}
    return {kode: names for kode, names in now.items() if names is not None}


def kodes(rows):
    """The kodes of some rows."""
    return [row.kode for row in rows]


def test_a_plan_is_what_was_recorded_of_it(plan, law):
    """No difference; every cell says what it said, every item stands where it stood."""
    comparison = compare(plan(ENACTED), law(ENACTED))
    assert comparison.same_matrix
    assert comparison.recognised == 7
    assert (comparison.added, comparison.removed, comparison.moved) == ((), (), ())
    assert (comparison.unheaded, comparison.lost, comparison.relettered, comparison.changed) == ((), (), (), ())
    assert {"I", "I.1", "I.1.a", "II.1.b"} <= comparison.in_order


def test_an_added_row(plan, law):
    """One inserted row makes none below it look changed."""
    comparison = compare(plan(changed(I_1="Tim Baru Dokumen Monitoring")), law(ENACTED))
    assert kodes(comparison.added) == ["I.1.b"]
    assert (comparison.removed, comparison.moved) == ((), ())
    assert kodes(row.indikator for row in comparison.relettered) == ["I.1.c", "I.1.d"]


def test_a_removed_row(plan, law):
    """It is told with the row behind which it stood."""
    comparison = compare(plan(changed(I_1="Tim Monitoring")), law(ENACTED))
    ((row, after),) = comparison.removed
    assert (row.kode, after.kode) == ("I.1.b", "I.1.a")
    assert comparison.added == ()


@pytest.mark.parametrize(
    ("groups", "where"),
    [
        ({"I_1": "Tim Dokumen", "II_1": "Prosedur Inovasi Monitoring"}, Elsewhere.KOMPONEN),
        ({"I_1": "Tim Dokumen", "I_2": "Pelatihan Agen Monitoring"}, Elsewhere.SUBKOMPONEN),
        ({"I_1": "Monitoring Tim Dokumen"}, Elsewhere.ORDER),
    ],
)
def test_a_moved_row(plan, law, groups, where):
    """To another komponen, another subkomponen, or another place in its own."""
    comparison = compare(plan(changed(**groups)), law(ENACTED))
    ((row, enacted, elsewhere),) = comparison.moved
    assert (enacted.kode, elsewhere) == ("I.1.c", where)
    assert row.nama.text.endswith("Monitoring")


def test_a_group_without_its_line(plan, law):
    """Its rows count for the group before it; they are not called moved besides."""
    comparison = compare(plan(changed(I_1="Tim Dokumen Monitoring Pelatihan Agen", I_2=None)), law(ENACTED))
    ((enacted, first, now, moved_along),) = comparison.unheaded
    assert (enacted.kode, first.kode, now, moved_along) == ("I.2", "I.1.d", "I.1", {"I.1.d", "I.1.e"})
    assert comparison.moved == ()
    assert comparison.unheaded_kodes == {"I.1.d", "I.1.e"}


def test_another_offices_matrix_is_not_compared(plan):
    """Of the one that travels with the tool; what was recorded for a workbook is always its own."""
    comparison = compare(plan(ENACTED), enacted_matrix())
    assert (comparison.same_matrix, comparison.recognised, comparison.added) == (False, 0, ())


def test_a_recorded_matrix_is_compared_even_where_nothing_is_left(plan, law):
    """All of it removed, all added."""
    comparison = compare(plan({"I.1": "Lain"}), law(ENACTED))
    assert comparison.same_matrix
    assert len(comparison.removed) + comparison.recognised >= 6
