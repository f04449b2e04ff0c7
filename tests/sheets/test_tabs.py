import pytest

from zi_excel.sheets import MonevTab, monev_tabs
from zi_excel.sheets.tabs import komponen_key


def test_the_tabs_of_the_enacted_matrix(half):
    """Summary, komponen, calendar, findings, history; keys and names are relied on elsewhere."""
    assert monev_tabs(half.plan) == (
        MonevTab("monev_ringkasan", "Monev Ringkasan"),
        *(MonevTab(f"monev_{kode.lower()}", f"Monev {kode}") for kode in ("I", "II", "III", "IV", "V", "VI")),
        MonevTab("monev_jadwal", "Monev Jadwal"),
        MonevTab("monev_temuan", "Monev Temuan"),
        MonevTab("monev_riwayat", "Monev Riwayat"),
    )


@pytest.mark.parametrize(
    ("kode", "key", "name"),
    [
        ("VII", "monev_vii", "Monev VII"),
        ("I/2", "monev_i_2", "Monev I 2"),
        ("I [lama]: '?*\\", "monev_i_lama", "Monev I  lama"),
        ("X" * 40, "monev_" + "x" * 40, "Monev " + "X" * 25),
    ],
)
def test_a_name_that_excel_refuses_is_made_one_that_it_takes(half, kode: str, key: str, name: str):
    """At most 31 letters, and none of those that stand for something in formulas."""
    plan = half.plan._replace(komponen=(half.plan.komponen[0]._replace(kode=kode),))
    assert monev_tabs(plan)[1] == MonevTab(key, name)
    assert komponen_key(kode) == key
