"""What every verb starts with: which settings count, and what they and the question say of the matrix."""

from datetime import date
from pathlib import Path

import pytest
from office import write_office

from zi_excel.errors import UsageError, WorkbookError
from zi_excel.measuring.status import Ambang, Status
from zi_excel.opc.package.package import Package
from zi_excel.settings.settings import Settings
from zi_excel.verbs.opening import measured, read_matrix, settings_of
from zi_excel.verbs.tetapkan import tetapkan


@pytest.fixture
def court(tmp_path):
    """A court's workbook."""
    return write_office(tmp_path / "pn.xlsx")


def matrix(path, settings=None, sheet=None, **how):
    """The workbook's matrix."""
    with Package.open(path) as package:
        return read_matrix(package, settings or Settings(), sheet, **how)


def test_settings_that_are_given_are_those(court):
    """A file beside the workbook does not change them."""
    (court.parent / "zi-excel.toml").write_text("tahun = 2031", "utf-8")
    given = Settings(tahun=2029)
    assert settings_of(court, given) == given


def test_a_named_file_counts_and_not_the_one_beside(court, tmp_path):
    """As a text or as a path."""
    (court.parent / "zi-excel.toml").write_text("tahun = 2031", "utf-8")
    named = tmp_path / "lain.toml"
    named.write_text("tahun = 2030", "utf-8")
    assert settings_of(court, named).tahun == settings_of(court, str(named)).tahun == 2030
    assert settings_of(court, None).tahun == 2031


@pytest.mark.parametrize("how", ["given", "in a file"])
def test_a_rule_that_does_not_exist_is_refused(court, how):
    """Wherever the settings come from: a slip would silence nothing, and nobody would know."""
    text = '[aturan.ZI777]\ntingkat = "mati"\nalasan = "x"'
    file = court.parent / "zi-excel.toml"
    file.write_text(text, "utf-8")
    if how == "given":
        from zi_excel.settings.loading import load_settings

        settings = load_settings(file)
        file.unlink()
    else:
        settings = None
    with pytest.raises(UsageError, match="ZI777"):
        settings_of(court, settings)


def test_a_folder_of_evidence_that_is_asked_for_is_the_callers(court, tmp_path, monkeypatch):
    """It is meant from where the command runs; that of the settings from the workbook's folder."""
    monkeypatch.chdir(tmp_path)
    assert Path(settings_of(court, None, "bukti").folder_bukti) == tmp_path / "bukti"
    assert settings_of(court, Settings(folder_bukti="arsip")).folder_bukti == "arsip"


def test_a_sheet_that_is_asked_for_counts_before_that_of_the_settings(court):
    """The person who calls knows better."""
    assert matrix(court, Settings(lembar="Tidak Ada"), "Matriks RA").sheet == "Matriks RA"
    with pytest.raises(WorkbookError, match="Tidak Ada"):
        matrix(court, Settings(lembar="Tidak Ada"))


def test_the_record_may_say_the_year(tmp_path):
    """Where neither title nor settings do; not where a new record is to be made."""
    path = write_office(tmp_path / "pn.xlsx")
    tetapkan(path, nomor="12", tanggal=date(2025, 4, 1), oleh="Budi")
    write_office(path, title="RENCANA AKSI PENGADILAN NEGERI")
    assert matrix(path).year == 2025
    assert matrix(path, Settings(tahun=2027)).year == 2027
    assert matrix(path, recorded=False).year == matrix(write_office(tmp_path / "x.xlsx", title="RENCANA AKSI")).year


def test_the_thresholds_of_the_settings_count(court):
    """A range that is behind is seen by who tolerates less."""
    plan, day = matrix(court), date(2025, 11, 20)
    strict, kind = Settings(ambang=Ambang(0, 0)), Settings(ambang=Ambang(100, 0))
    late = [
        sum(each.status is Status.PERLU_PERHATIAN for each in measured(plan, s, day).indikator) for s in (strict, kind)
    ]
    assert late[0] > late[1]
