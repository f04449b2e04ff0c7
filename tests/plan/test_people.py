"""Whom a PENANGGUNG JAWAB cell names, and who is meant by a name that is asked for."""

import pytest

from zi_excel.plan.people import find_people, people_in

TEAMS = ("Tim Hukum", "Tim SDM", "Subbag Umum")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Tim Hukum", ["Tim Hukum"]),
        ("  tim   HUKUM ", ["Tim Hukum"]),
        ("Tim Hukum dan Tim SDM", ["Tim Hukum", "Tim SDM"]),
        ("Tim Hukum, Tim SDM, dan Tim Data", ["Tim Hukum", "Tim SDM", "Tim Data"]),
        ("Tim Hukum/Subbag Umum", ["Tim Hukum", "Subbag Umum"]),
        ("Tim Hukum & Tim SDM", ["Tim Hukum", "Tim SDM"]),
        ("Tim Hukum\nTim SDM", ["Tim Hukum", "Tim SDM"]),
        ("Ketua; Sekretaris", ["Ketua", "Sekretaris"]),
        ("1. Ketua\n2. Sekretaris", ["Ketua", "Sekretaris"]),
        ("- Ketua\n- Tim Hukum", ["Ketua", "Tim Hukum"]),
        ("Tim Hukum dan SDM", ["Tim Hukum dan SDM"]),
        ("Tim Penguatan\nPengawasan", ["Tim Penguatan Pengawasan"]),
        ("Subbag Teknis, Hukum, dan Humas", ["Subbag Teknis, Hukum, dan Humas"]),
        ("Tim SDM; Tim SDM", ["Tim SDM"]),
        ("", []),
        (" - ", []),
    ],
)
def test_whom_a_cell_names(cell, names):
    """Parted where every part is a name of its own; "Tim Hukum dan SDM" may be one."""
    assert list(people_in([*TEAMS, cell])[cell]) == names


def test_prose_is_not_taken_apart():
    """In time that doesn't grow with it."""
    (names,) = people_in(["Tim A, " * 20_000]).values()
    assert len(names) == 1


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tim hukum", ["Tim Hukum"]),
        ("TimHukum.", ["Tim Hukum"]),
        ("umum", ["Subbag Umum"]),
        ("tim", ["Tim Hukum", "Tim SDM"]),
        ("keuangan", []),
        ("", []),
        ("  ", []),
    ],
)
def test_who_is_meant(asked, found):
    """The same name first; else the names that it is a part of."""
    assert list(find_people(asked, TEAMS)) == found
    assert list(find_people("Tim A", ("Tim A", "Tim A2"))) == ["Tim A"]
