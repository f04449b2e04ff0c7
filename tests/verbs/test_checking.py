"""What a matrix is held against: the record of its office, the shipped decree, the history, the folder of evidence."""

from datetime import date

import pytest
from office import write_office

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.settings.settings import Settings
from zi_excel.verbs.checking import enacted_for, findings_of, folder_bukti_of, history_of
from zi_excel.verbs.opening import read_matrix
from zi_excel.verbs.tetapkan import tetapkan

PER = date(2025, 11, 20)


@pytest.fixture
def court(tmp_path):
    """A court's workbook."""
    return write_office(tmp_path / "pn.xlsx")


def matrix(path):
    """Its matrix."""
    with Package.open(path) as package:
        return read_matrix(package, Settings(), None)


def test_without_a_record_it_is_the_shipped_decree(court):
    """The rules say themselves whose it is."""
    assert enacted_for(court, Settings()) is enacted_matrix()


def test_the_record_beside_the_workbook_counts(court):
    """It is found by the workbook's name."""
    tetapkan(court, nomor="12 Tahun 2025", tanggal=date(2025, 4, 1), oleh="Budi")
    assert [each.kode for each in enacted_for(court, Settings()).komponen] == ["I", "II"]


def test_a_record_that_the_settings_name_must_be_there(court):
    """Else the matrix would be held against another one without a word."""
    with pytest.raises(UsageError, match=r"`penetapan` menunjuk '.*hilang\.penetapan\.toml' yang tidak ada"):
        enacted_for(court, Settings(penetapan="hilang.penetapan.toml", sumber="zi-excel.toml"))


def test_a_record_that_cannot_be_read_is_no_missing_one(court):
    """It is refused, not passed over."""
    court.with_name("pn.penetapan.toml").write_text("rusak = [", "utf-8")
    with pytest.raises(WorkbookError, match=r"pn\.penetapan\.toml"):
        enacted_for(court, Settings())


def test_a_workbook_without_our_tab_has_no_history(court):
    """Nothing is read of it."""
    with Package.open(court) as package:
        known = history_of(package)
    assert (known.history.entries, known.unread) == ((), ())


def test_the_history_of_a_refreshed_workbook(refreshed):
    """Found by the tab's hidden name, with or without what the caller has already."""
    with Package.open(refreshed) as package:
        assert [entry.day for entry in history_of(package).history.entries] == [date(2025, 11, 13), date(2025, 11, 20)]


def test_no_folder_of_evidence_where_none_was_named(court):
    """The file system is not looked at."""
    assert folder_bukti_of(court, matrix(court), Settings()) is None


def test_the_folder_of_the_settings_lies_beside_the_workbook(court, tmp_path, monkeypatch):
    """Wherever the command is called."""
    (court.parent / "bukti").mkdir()
    monkeypatch.chdir(tmp_path.parent)
    assert folder_bukti_of(court, matrix(court), Settings(folder_bukti="bukti")).path.endswith("bukti")
    with pytest.raises(UsageError, match="arsip"):
        folder_bukti_of(court, matrix(court), Settings(folder_bukti="arsip"))


def test_a_record_of_another_name_is_told_of_where_none_counts(court):
    """Somebody renamed the workbook and not its record."""
    tetapkan(court, nomor="12 Tahun 2025", tanggal=date(2025, 4, 1), oleh="Budi")
    told = findings_of(court, matrix(court), enacted_for(court, Settings()), Settings(), PER, earlier=None)
    assert "ZI910" not in {each.code for each in told}
    renamed = court.rename(court.with_name("Rencana 2025.xlsx"))
    told = findings_of(renamed, matrix(renamed), enacted_matrix(), Settings(), PER, earlier=None)
    assert "ZI910" in {each.code for each in told}
