"""The columns of the matrix."""

import pytest

from zi_excel.plan.columns import ENACTED_FIELDS, OPTIONAL, TITLES, Field, column_letters, missing_columns


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_a_column_in_letters(column, letters):
    """As Excel counts them, to its last one."""
    assert column_letters(column) == letters


def test_the_decrees_columns_come_first():
    """Columns 1-7, NO to PENANGGUNG JAWAB; each has a title."""
    assert [TITLES[field] for field in ENACTED_FIELDS] == [
        "NO",
        "KOMPONEN",
        "INDIKATOR",
        "LANGKAH AKSI",
        "BUKTI FISIK",
        "TARGET WAKTU",
        "PENANGGUNG JAWAB",
    ]
    assert set(TITLES) == set(Field)


def test_what_a_sheet_lacks():
    """An optional column is never missed, and a STATUS stands in for REALISASI."""
    everything = dict.fromkeys(Field, 1)
    assert missing_columns(everything) == ()
    assert missing_columns({field: 1 for field in everything if field not in OPTIONAL}) == ()
    without = {field: 1 for field in Field if field not in {Field.REALISASI, Field.KENDALA}}
    assert missing_columns(without) == (Field.KENDALA,)
    del without[Field.STATUS]
    assert missing_columns(without) == (Field.REALISASI, Field.KENDALA)
