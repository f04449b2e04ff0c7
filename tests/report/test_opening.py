"""The sentences that a page of results begins with."""

from datetime import date

import pytest
from history_plans import MARCH, plan_of

from zi_excel.history.recording import NO_HISTORY, recorded
from zi_excel.history.records import History
from zi_excel.measuring.measure import measure
from zi_excel.report.opening import changed_sentence, furthest_behind, needed_sentence, state_sentence

ON = date(2025, 7, 1)


def measured(*shares: float | None):
    """A plan of one komponen as measured; each indikator was due in March."""
    rows = [(f"I.1.{'abcdef'[at]}", f"{'abcdef'[at]}. SK", share) for at, share in enumerate(shares)]
    return measure(plan_of(*rows, target=MARCH), ON)


@pytest.mark.parametrize(
    ("shares", "behind"),
    [
        ((1.0, 1.0), ""),
        ((1.0, 0.5), "; yang paling tertinggal komponen I (25,0 poin)"),
        ((1.0, 0.9989), "; yang paling tertinggal komponen I (0,1 poin)"),
        ((1.0, 0.9999), ""),  # 0,0 points is not behind
    ],
)
def test_how_the_whole_stands(shares, behind):
    """Capaian, rencana, what is done and what is late, and the komponen that is furthest behind, if one is."""
    sentence = state_sentence(measured(*shares))
    done = sum(share == 1 for share in shares)
    assert sentence.startswith("Per 1 Juli 2025 capaian ")
    assert " dari rencana 100%. " in sentence
    assert sentence.endswith(f"{done} dari 2 indikator selesai, {2 - done} terlambat{behind}.")


def test_no_komponen_is_behind_where_none_has_a_rencana():
    """Nothing is due, so nothing is late."""
    assert furthest_behind(measure(plan_of(), ON)) is None
    assert (
        state_sentence(measure(plan_of(), ON)) == "Per 1 Juli 2025 capaian 0%. 0 dari 0 indikator selesai, 0 terlambat."
    )


def test_what_needs_somebody_now():
    """How many, and the most urgent with its own letter once; kindly, where there is none."""
    assert needed_sentence(measured(1.0)) == "Tidak ada indikator yang terlambat atau perlu perhatian."
    sentence = needed_sentence(measured(0.5))
    assert sentence.startswith("Perlu ditangani sekarang: 1 terlambat. Paling mendesak: I.1.a SK (")
    assert sentence.endswith("terlambat 92 hari).")


def test_what_nobody_can_read_needs_somebody_too():
    """A realisasi that can't be read is neither late nor fine."""
    assert needed_sentence(measured(None)) == "1 tidak valid: perbaiki isiannya (lihat Temuan)."
    sentence = needed_sentence(measured(0.5, None))
    assert sentence.startswith("Perlu ditangani sekarang: 1 terlambat. ")
    assert sentence.endswith("). 1 tidak valid: perbaiki isiannya (lihat Temuan).")


def test_what_changed_since_the_entry_before():
    """From the history; where there is none yet, or none can be kept, that is said."""
    earlier = measure(plan_of(("I.1.a", "a. SK", 0.5), ("I.1.b", "b. SK", 0.5), target=MARCH), date(2025, 3, 1))
    history = recorded(History(), earlier).history
    for shares, said in (
        ((0.5, 0.5), "2 indikator berubah; capaian tetap 50,0%."),  # both are late now
        ((0.5, 1.0), "2 indikator berubah; capaian 50,0% menjadi 75,0%."),
    ):
        later = measured(*shares)
        assert changed_sentence(recorded(history, later), later.total) == f"Sejak 1 Maret 2025: {said}"
    first = measured(0.5)
    assert "dimulai" in changed_sentence(NO_HISTORY, first.total)
    assert "tidak dicatat" in changed_sentence(NO_HISTORY._replace(kept=False), first.total)
