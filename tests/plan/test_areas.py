"""The six areas by name: one authority for the reader and the rules."""

import pytest

from zi_excel.plan.areas import AREAS, area_number, is_area_name


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("MANAJEMEN PERUBAHAN", 1),
        ("Penataan Tatalaksana", 2),
        ("PENATAAN TATA LAKSANA", 2),
        ("PENATAAN SISTEM MANAJEMEN SDM APARATUR", 3),
        ("Penataan Sistem Manajemen SDM", 3),
        ("PENGUAT AKUNTABILITAS", 4),
        ("Penguatan Akuntabilitas Kinerja", 4),
        ("PENGUATAN PENGAWASAN", 5),
        ("PENINGKATAN KUALITAS PELAYANAN PUBLIK", 6),
        ("PENATAAN KETATALAKSANAAN", 2),
        ("MANAJEMEN SDM", 3),
        ("PENATAAN SISTEM MANAJEMEN SUMBER DAYA MANUSIA (SDM) APARATUR", 3),
        ("Penguatan Sistem Pengawasan", 5),
        ("AREA MANAJEMEN PERUBAHAN", 1),
        ("Pokja Penguatan Pengawasan", 5),
        ("PENATAAN SISTEM MANAJEMEN ASN", 3),
        ("Peningkatan Kualitas Layanan Publik", 6),
        ("Area", None),
        ("Pelayanan", None),
        ("Penguatan", None),
        ("", None),
    ],
)
def test_the_six_areas_are_known_by_name(name, number):
    """However they are spaced and abbreviated."""
    assert area_number(name) == number


def test_each_name_means_one_area():
    """Of names and slips none means two areas; a slip is no rightful name."""
    for area in AREAS:
        assert {area_number(name) for name in (*area.names, *area.slips)} == {area.number}
        assert all(is_area_name(name) for name in area.names)
        assert not any(is_area_name(name) for name in area.slips)
