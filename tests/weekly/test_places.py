"""What the settings of the weekly run mean on this disk."""

from pathlib import Path

import pytest

from zi_excel.errors import UsageError
from zi_excel.settings.settings import Mingguan, Settings
from zi_excel.weekly.places import places_of, settings_of_book, shared_reports

WEEKLY = Mingguan(buku=("*.xlsx",))


def test_names_are_meant_from_the_folder_of_the_settings(tmp_path):
    """Log and result file beside them where the settings say nothing else."""
    (tmp_path / "log").mkdir()
    source = tmp_path / "zi-excel.toml"
    places = places_of(Settings(mingguan=WEEKLY._replace(log="log/minggu.log"), sumber=source))
    assert places == (source, tmp_path / "log" / "minggu.log", tmp_path / "zi-excel-monev.json")


@pytest.mark.parametrize(
    ("weekly", "words"),
    [
        (Mingguan(), "`mingguan.buku` belum diisi"),
        (WEEKLY._replace(log="tidak ada/a.log"), "`mingguan.log`: folder '.*' tidak ada"),
        (WEEKLY._replace(hasil="map.json"), "`mingguan.hasil`: '.*map.json' adalah folder"),
    ],
)
def test_what_can_not_be_followed_is_a_sentence(tmp_path, weekly, words):
    """No workbook named, a folder that isn't there, a folder in place of a file."""
    (tmp_path / "map.json").mkdir()
    with pytest.raises(UsageError, match=words):
        places_of(Settings(mingguan=weekly, sumber=tmp_path / "zi-excel.toml"))


def test_the_settings_beside_a_workbook_are_its_own(tmp_path):
    """Where there are none, the weekly run's own hold; a rule code that is none is refused."""
    weekly = Settings(kantor="Kantor A")
    assert settings_of_book(tmp_path / "buku.xlsx", weekly) is weekly
    beside = tmp_path / "zi-excel.toml"
    beside.write_text('kantor = "Kantor B"\n')
    assert settings_of_book(tmp_path / "buku.xlsx", weekly).kantor == "Kantor B"
    beside.write_text('[aturan.ZI999]\ntingkat = "mati"\nalasan = "tidak ada"\n')
    with pytest.raises(UsageError, match="ZI999"):
        settings_of_book(tmp_path / "buku.xlsx", weekly)


def test_two_workbooks_share_no_report():
    """The second is named with the first, whose report it would replace."""
    one, two, other = Path("a/buku.xlsx"), Path("a/buku.xlsm"), Path("a/lain.xlsx")
    weekly = WEEKLY._replace(laporan="Laporan {buku}.xlsx")
    assert shared_reports([one, two, other], weekly) == {two: one}
    assert shared_reports([one, two, other], WEEKLY) == {}
