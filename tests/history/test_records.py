"""The records of the history: what they say of any day, and how they are kept."""

import random
from datetime import date, timedelta

import pytest
from history_plans import plan_of
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.history.recording import recorded
from zi_excel.history.records import NAMA_LIMIT, History, brief
from zi_excel.measuring.measure import measure

FIRST, SECOND, THIRD = date(2025, 1, 3), date(2025, 1, 10), date(2025, 1, 17)
SK, SOP, TIM = "a. Menerbitkan SK tim kerja", "b. Menyusun SOP layanan", "c. Membentuk tim penilai"
ROWS = (("I.1.a", SK, 0.0), ("I.1.b", SOP, 0.5), ("II.1.a", TIM, None))


def test_an_indikator_is_kept_by_a_few_words():
    """On one line, cut; what was kept once is kept so again."""
    long = "a. Menyusun\nrencana " + "kerja " * 40
    assert len(brief(long)) <= NAMA_LIMIT
    assert "\n" not in brief(long)
    assert brief(brief(long)) == brief(long)


def test_a_text_that_is_known_already_is_not_kept_again(measured):
    """But in the newest entries, where a person reads it, and where it is another; it is found again."""
    reworded = SOP + " baru"
    history = recorded(History(), measured(FIRST, *ROWS)).history
    for day, text, share in ((SECOND, SOP, 0.6), (THIRD, reworded, 0.7), (date(2025, 1, 24), reworded, 0.8)):
        history = recorded(history, measured(day, ROWS[0], ("I.1.b", text, share), ROWS[2])).history
    kept = history.without_known_names(1)
    assert [[change.nama for change in entry.changes] for entry in kept.entries[1:]] == [[""], [reworded], [reworded]]
    assert [change.nama for change in history.without_known_names(0).entries[-1].changes] == [""]
    records = [(entry.day, change) for entry in kept.entries for change in entry.changes]
    assert History.of({entry.day: entry.totals for entry in kept.entries}, records) == history


weeks = st.lists(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.sampled_from([0.0, 0.25, 0.5, 1.0, None])), unique_by=lambda r: r[0]
    ),
    min_size=1,
    max_size=8,
)


@given(weeks, st.randoms(use_true_random=False))
@pytest.mark.slow
def test_every_past_day_can_be_told(weeks, chance: random.Random):
    """Whatever rows come, go, move and change: on each day the history knows what the workbook had; in any order."""
    history, seen = History(), {}
    for at, rows in enumerate(weeks):
        day = FIRST + timedelta(7 * at)
        plan = [
            (f"I.1.{'abcdefgh'[place]}", f"{word * 5} {word}nama", share) for place, (word, share) in enumerate(rows)
        ]
        history = recorded(history, measure(plan_of(*plan), day)).history
        seen[day] = {kode: share for kode, _, share in plan}
    records = [(entry.day, change) for entry in history.entries for change in entry.changes]
    chance.shuffle(records)
    shuffled = History.of({entry.day: entry.totals for entry in history.entries}, records)
    for day, reports in seen.items():
        for each in (history, shuffled):
            assert {kode: known.reported.realisasi for kode, known in each.as_of(day).items()} == reports
            assert each.as_of(day + timedelta(3)) == each.as_of(day)
