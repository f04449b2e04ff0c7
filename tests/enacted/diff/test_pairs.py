"""Rows are recognised by their text: pairs, order, and what counts as the same words."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.enacted.diff.pairs import (
    Text,
    folded,
    out_of_order,
    pair_alike,
    pair_by_text,
    same_words,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Januari – Desember 2025", "Januari-Desember 2025", True),
        ("SK\u00a0Tim", "SK Tim", True),
        ("SK\nTim", "SK Tim", True),
        ("“SK” Tim", '"SK" Tim', True),
        ("So\u00adsia\u200blisasi", "Sosialisasi", True),
        ("cafe\u0301", "café", True),
        ("SK Tim", "Sk Tim", False),
        ("SK Tim.", "SK Tim", False),
        ("SK Tim 2024", "SK Tim 2025", False),
        ("", "", True),
    ],
)
def test_the_same_words(one, other, same):
    """Whitespace, kinds of dash and quote, and what is invisible are no words; capitals and stops are."""
    assert same_words(one, other) == same


@given(st.text(), st.text())
def test_the_same_words_have_the_same_letters(one, other):
    """What is word for word the same is found by its letters; and each text is the same as itself."""
    assert same_words(one, one)
    if same_words(one, other):
        assert folded(one) == folded(other)


@given(st.permutations(range(12)))
def test_taking_the_moved_rows_out_leaves_an_order_and_none_too_many(order):
    """What stays rises, and no longer rising sequence exists."""
    moved = out_of_order(order)
    stays = [number for at, number in enumerate(order) if at not in moved]
    assert stays == sorted(stays)
    tails: list[int] = []
    for number in order:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    assert len(stays) == len(tails)


@pytest.mark.parametrize(("order", "moved"), [([], set()), ([5], set()), ([0, 1, 2], set()), ([1, 2, 0], {2})])
def test_the_fewest_rows_moved(order, moved):
    """One row carried to the end moved; the others did not."""
    assert out_of_order(order) == moved


def row(kode, nama, langkah="", bukti=""):
    return Text(kode, kode.rpartition(".")[0], nama, langkah, bukti)


def test_equal_texts_go_to_their_own_kode_then_home_then_order():
    """Where a text stands several times, each stays with its own as far as it can."""
    law = [row("I.1.a", "Rapat"), row("I.2.a", "Rapat"), row("II.1.a", "Rapat")]
    assert pair_by_text([row("II.1.a", "Rapat"), row("I.2.b", "Rapat"), row("V.1.a", "Rapat")], law) == {
        0: 2,
        1: 1,
        2: 0,
    }


def test_a_copied_text_goes_to_the_row_that_it_was_copied_from():
    """The row that says all that the enacted one says is it, though the copy stands above it with its letter."""
    law = [row("I.1.a", "Rapat", "Rapat kerja", "Notula"), row("I.1.b", "Laporan", "Menyusun", "Laporan akhir")]
    plan = [row("I.1.b", "Laporan", "Rapat kerja", "Notula"), row("I.1.c", "Laporan", "Menyusun", "Laporan akhir")]
    found = pair_by_text(plan, law)
    assert found == {1: 1}
    assert pair_alike(plan, law, found) == {0: 0, 1: 1}


def test_blank_texts_are_no_match():
    """Two rows that say nothing are not the same row."""
    assert pair_by_text([row("I.1.a", "a. ")], [row("I.1.a", "")]) == {}


@pytest.mark.parametrize(
    ("mine", "paired"),
    [
        (row("I.1.a", "a. Menetapkan agen perubahan baru"), True),
        (row("I.9.a", "a. Telah menetapkan sang agen perubahan", "SK agen"), True),
        (row("I.9.a", "a. Telah menetapkan sang agen perubahan"), True),
        (row("I.1.a", "a. Kegiatan lain", "SK agen"), True),
        (row("I.1.a", "", "SK agen"), True),
        (row("I.1.a", "a. Kegiatan lain", "Rapat"), False),
        (row("V.9.z", "a. Kegiatan lain", "SK agen"), False),
    ],
    ids=["reworded", "moved and reworded", "almost the same", "same step", "blank", "another", "same step elsewhere"],
)
def test_a_reworded_row_is_recognised(mine, paired):
    """By half of its words under its own kode, or by its step in its own place."""
    law = [row("I.1.a", "a. Telah menetapkan agen perubahan", "SK agen", "SK")]
    assert pair_alike([mine], law, {}) == ({0: 0} if paired else {})


def rows_of(count, *, says):
    """Rows of a large matrix. says: number -> its indikator."""
    return [
        Text(f"I.{at // 20}.{at % 20}", f"I.{at // 20}", says(at), f"Langkah {at}", f"Bukti {at}")
        for at in range(count)
    ]


@pytest.mark.parametrize("count", [60, 600], ids=["all pairs looked at", "too many for that"])
@pytest.mark.parametrize(
    ("plan", "enacted"),
    [
        (lambda at: f"Rapat {at} diadakan", lambda at: f"Rapat {at} dilaksanakan"),
        (lambda at: f"Rapat {at} diadakan", lambda at: f"Hal lain {at}"),
        (lambda _: "", lambda _: ""),
        (lambda _: "", lambda at: f"Rapat {at}"),
    ],
    ids=["reworded", "rewritten", "no text at all", "text gone"],
)
def test_every_row_finds_its_own_however_many_there_are(plan, enacted, count):
    """By what little it still shares with the enacted row; not by looking at each pair of a large matrix."""
    mine, theirs = rows_of(count, says=plan), rows_of(count, says=enacted)
    assert pair_alike(mine, theirs, pair_by_text(mine, theirs)) == {at: at for at in range(count)}


def test_the_same_text_in_every_row_goes_by_kode():
    """Five thousand times the same indikator: each to the one of its kode, in a time that grows with their number."""
    mine = rows_of(5000, says=lambda _: "a. Kegiatan dilaksanakan")
    assert pair_by_text(mine, mine) == {at: at for at in range(5000)}


def test_a_count_before_the_text_is_no_word():
    """`1. Menyusun` and `2. Menyusun` are one row with another number, as `a.` and `b.` are."""
    mine, theirs = ([Text("I.1.a", "I.1", text, "", "")] for text in ("2. Menyusun SK", "1) Menyusun SK"))
    assert pair_by_text(mine, theirs) == {0: 0}
