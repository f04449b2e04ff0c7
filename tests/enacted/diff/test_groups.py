"""Which komponen and subkomponen is which enacted one, and which of them stand as enacted."""

from zi_excel.enacted.diff import compare
from zi_excel.enacted.diff.groups import Row, empty_groups, partners
from zi_excel.enacted.matrix import Enacted

ENACTED = {"I.1": "Tim Dokumen", "I.2": "Pelatihan", "II.1": "Prosedur Inovasi"}


def matched(plan, enacted: Enacted, pairs):
    """Rows of the plan with the enacted ones that they are, by kode."""
    rows = {
        each.kode: Row(komponen, sub, each)
        for komponen in plan.komponen
        for sub in komponen.subkomponen
        for each in sub.indikator
    }
    law = {row[2].kode: row for row in enacted.indikator()}
    return [(rows[mine], law[theirs]) for mine, theirs in pairs]


def test_groups_are_known_by_their_rows(plan, law):
    """Where a group was renumbered, most of its rows say which one it is."""
    now = plan({"I.1": "Pelatihan", "I.2": "Tim Dokumen", "II.1": "Prosedur Inovasi"})
    enacted = law(ENACTED)
    pairs = [("I.1.a", "I.2.a"), ("I.2.a", "I.1.a"), ("I.2.b", "I.1.b"), ("II.1.a", "II.1.a")]
    renamed = now._replace(
        komponen=tuple(
            komponen._replace(
                subkomponen=tuple(sub._replace(nama=sub.nama._replace(text="Lain")) for sub in komponen.subkomponen)
            )
            for komponen in now.komponen
        )
    )
    homes, areas = partners(renamed, enacted, matched(renamed, enacted, pairs))
    assert homes == {"I.1": "I.2", "I.2": "I.1", "II.1": "II.1"}
    assert areas == {"I": "I", "II": "II"}


def test_groups_without_rows_are_known_by_their_names(plan, law):
    """Each within its komponen; they are told where they are gone."""
    enacted = law({"I.1": "Tim", "I.2": "", "II.1": "Prosedur"})
    assert [group.kode for group in empty_groups(enacted)] == ["I.2"]
    now = plan({"I.1": "Tim", "I.2": "", "II.1": "Prosedur"})
    homes, _ = partners(now, enacted, matched(now, enacted, [("I.1.a", "I.1.a"), ("II.1.a", "II.1.a")]))
    assert homes["I.2"] == "I.2"
    assert [group.kode for group in compare(plan({"I.1": "Tim", "II.1": "Prosedur"}), enacted).lost] == ["I.2"]


def test_a_komponen_without_any_row_is_one_group(law):
    """Not its subkomponen besides."""
    assert [group.kode for group in empty_groups(law({"I.1": "", "I.2": "", "II.1": "Tim"}))] == ["I"]


def test_what_stands_as_enacted(plan, law):
    """An added row leaves the other groups as they are, its own siblings not."""
    now = compare(plan(ENACTED | {"I.1": "Tim Baru Dokumen"}), law(ENACTED)).in_order
    assert {"I.2.a", "II.1.a", "II.1.b", "I.1", "I", "II"} <= now
    assert now.isdisjoint({"I.1.a", "I.1.b", "I.1.c"})
