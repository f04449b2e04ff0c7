"""ZI813: a realisasi that fell since the last refresh."""

from datetime import date

import pytest

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Earlier, Level, Subject
from zi_excel.validation.rules import ALL

PER, BEFORE = date(2025, 11, 20), date(2025, 11, 13)
RULE = next(rule for rule in ALL if rule.code == "ZI813")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (0.75, "50%", "Realisasi I.1.a turun: 75,0% pada 13 November 2025, 50,0%."),
        (1.0, "99%", "Realisasi I.1.a turun: 100% pada 13 November 2025, 99,0%."),
        (0.5, "", "Realisasi I.1.a turun: 50,0% pada 13 November 2025, sekarang kosong."),
        (0.5, "belum", "Realisasi I.1.a turun: 50,0% pada 13 November 2025, 0%."),
        (0.5, "50%", None),
        (0.5 + 5e-10, "50%", None),
        (0.25, "50%", None),
        (0.0, "", None),
        (None, "50%", None),
        (0.5, "hampir selesai", None),  # ZI802 says it
        ("new", "50%", None),
    ],
)
def test_a_realisasi_against_the_one_before(enacted_draft, was, now, said):
    """At its cell, with both values and the day."""
    enacted_draft.row("I.1.a").set(realisasi=now)
    plan = enacted_draft.plan()
    earlier = Earlier(BEFORE, {} if was == "new" else {"I.1.a": was})
    hits = list(RULE.check(Subject(plan, enacted_matrix(), PER, earlier=earlier)))
    assert [hit.message for hit in hits] == ([] if said is None else [said])
    assert all(hit.place == next(plan.indikator()).laporan.place for hit in hits)
    found = [each for each in validate(plan, enacted_matrix(), PER, earlier=earlier) if each.code == "ZI813"]
    assert [each.level for each in found] == [Level.PERINGATAN] * len(hits)


def test_without_a_history_nothing_is_said(enacted_draft):
    """The first refresh, or a workbook that never had one."""
    enacted_draft.row("I.1.a").set(realisasi="50%")
    assert not list(RULE.check(Subject(enacted_draft.plan(), enacted_matrix(), PER)))
