"""The columns and words of the history's tab: whoever reads them finds what was written."""

from zi_excel.history.columns import KINDS, REKAP, STATUSES, WORDS, Column, capaian_title, rencana_title
from zi_excel.history.records import Kind
from zi_excel.measuring.status import Status


def test_every_kind_has_a_word_that_is_its_own():
    """And none is taken for an entry's line of figures."""
    assert set(WORDS) == set(Kind)
    assert {WORDS[kind].casefold(): kind for kind in Kind} == KINDS
    assert REKAP.casefold() not in KINDS


def test_every_status_is_known_by_its_word():
    """With its sign or without, as a program or a person leaves it."""
    for status in Status:
        assert STATUSES[status.text.casefold()] is STATUSES[status.word.casefold()] is status


def test_no_komponen_takes_a_columns_title():
    """The figures of komponen stand under titles of their own."""
    titles = {title(kode) for kode in ("I", "VI") for title in (rencana_title, capaian_title)}
    assert len(titles) == 4
    assert titles.isdisjoint(Column)
