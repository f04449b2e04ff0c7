"""Where the record of an enacted matrix lies beside its workbook, and the year that it names."""

from pathlib import Path

import pytest

from zi_excel.enacted.beside import record_path, recorded_year
from zi_excel.errors import UsageError


@pytest.mark.parametrize(
    ("workbook", "named", "record"),
    [
        ("a/buku.xlsx", None, "a/buku.penetapan.toml"),
        ("a/Rencana.Aksi 2025.xlsm", None, "a/Rencana.Aksi 2025.penetapan.toml"),
        ("a/buku.xlsx", "kantor.penetapan.toml", "a/kantor.penetapan.toml"),
        ("a/buku.xlsx", "../b/kantor.penetapan.toml", "a/../b/kantor.penetapan.toml"),
    ],
)
def test_where_a_record_is(workbook, named, record):
    """Beside the workbook under its name, or where settings say."""
    assert record_path(Path(workbook), named) == Path(record)


def test_no_other_file_is_taken_for_a_record():
    """Not even where settings name one: it would be replaced by the next recording."""
    with pytest.raises(UsageError, match=r"berakhiran \.penetapan\.toml"):
        record_path(Path("buku.xlsx"), "buku.xlsx")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ('[keputusan]\nnomor = "12"\ntahun = 2025\n[[komponen]]\n', 2025),
        ("\ufeff[keputusan]\r\ntahun = 2025\r\n", 2025),
        ('[keputusan]\nnomor = "12 tahun = 2024"\n[[komponen]]\ntahun = 2025\n', None),
        ("[keputusan]\ntahun = 12\n", None),
        ("", None),
    ],
)
def test_the_year_of_a_record(tmp_path, text, year):
    """It stands before the first komponen; whatever else the file holds is no matter of the year."""
    (tmp_path / "buku.penetapan.toml").write_bytes(text.encode())
    assert recorded_year(tmp_path / "buku.xlsx") == year


def test_no_record_says_no_year(tmp_path):
    """None there, a folder of that name, or bytes that are no text."""
    assert recorded_year(tmp_path / "buku.xlsx") is None
    (tmp_path / "satu.penetapan.toml").mkdir()
    assert recorded_year(tmp_path / "satu.xlsx") is None
    (tmp_path / "dua.penetapan.toml").write_bytes(b"\xff\xfe\x00tahun = 2025\n")
    assert recorded_year(tmp_path / "dua.xlsx") is None
