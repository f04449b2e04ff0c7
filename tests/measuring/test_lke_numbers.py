"""The numbers of the LKE's Pemenuhan."""

from history_plans import plan_of

import zi_excel
from zi_excel.measuring.lke_numbers import lke_numbers


def test_each_indikator_has_the_number_of_its_place(template):
    """As the LKE counts: areas in digits, their parts in small Roman numbers, questions in letters."""
    numbers = lke_numbers(zi_excel.kolom(template).plan)
    assert len(numbers) == len(set(numbers.values())) == 87
    assert (numbers["I.1.a"], numbers["V.2.b"], numbers["VI.5.c"]) == ("A.I.1.i.a", "A.I.5.ii.b", "A.I.6.v.c")


def test_another_matrix_has_none():
    """Where the 25 subkomponen are not there, a place says nothing."""
    assert lke_numbers(plan_of(("I.1.a", "a. SK", 0.5))) == {}
