"""Which settings count for a workbook."""

import pytest

from zi_excel.errors import UsageError
from zi_excel.settings.beside import settings_for
from zi_excel.settings.settings import Settings


@pytest.fixture
def workbook(tmp_path):
    """A workbook's path; nobody opens it."""
    return tmp_path / "buku.xlsx"


def test_without_a_file_the_defaults(workbook):
    """Most workbooks have none."""
    assert settings_for(workbook) == Settings()


def test_the_file_beside_it(workbook):
    """By its fixed name."""
    workbook.with_name("zi-excel.toml").write_text("tahun = 2031", "utf-8")
    assert settings_for(workbook).tahun == 2031


def test_a_named_file_must_be_there(workbook):
    """Who names one means it: the one beside the workbook does not stand in for it."""
    workbook.with_name("zi-excel.toml").write_text("tahun = 2031", "utf-8")
    with pytest.raises(UsageError, match=r"lain\.toml"):
        settings_for(workbook, workbook.with_name("lain.toml"))
