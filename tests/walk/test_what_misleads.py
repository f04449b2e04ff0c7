"""Questions whose plain answer would mislead: each is told what is wrong with it."""

import shutil
import zipfile

import pytest

from zi_excel.errors import UsageError, WorkbookError
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.monev import monev
from zi_excel.verbs.periksa_utuh import periksa_utuh

BOMB = b"<sheetData>" + b" " * (11 << 20)  # one text that is longer than the parser takes


def test_a_file_held_against_itself(book):
    """Of the same file nothing is proven, whatever it is called."""
    link = book.with_name("tautan.xlsx")
    link.symlink_to(book)
    for other in (book, link):
        with pytest.raises(UsageError, match="berkas yang sama"):
            periksa_utuh(book, other)


@pytest.mark.slow
def test_the_two_files_the_wrong_way_round(zi_excel, book):
    """Every tab gone looks like harm; more likely the two names changed places."""
    backup = monev(book).backup
    assert "mungkin tertukar" in zi_excel("periksa-utuh", book, backup).stdout.decode()
    assert "tertukar" not in zi_excel("periksa-utuh", backup, book).stdout.decode()


@pytest.mark.parametrize("suffix", [".xlsb", ".xls", ".zip", ".xltx"])
def test_a_workbook_under_the_name_of_another_format(book, suffix):
    """Excel would not open it: nothing is written."""
    other = shutil.copy(book, book.with_suffix(suffix))
    with pytest.raises(WorkbookError, match=r"tidak berakhiran \.xlsx atau \.xlsm"):
        monev(other)
    assert not (book.parent / "cadangan").exists()


@pytest.mark.parametrize("per", ["0225-11-20", "1989-12-31", "2101-01-01"])
def test_a_year_mistyped(zi_excel, book, per):
    """A day in no plan's year is wrong usage: it would rewrite every tab."""
    done = zi_excel("monev", book, "--per", per)
    assert done.returncode == 2
    assert "bukan di antara 1990 dan 2100" in done.stderr.decode()


@pytest.mark.slow
def test_a_trial_says_that_the_real_run_would_be_refused(zi_excel, book):
    """`--coba` says what would be done; and where the workbook is open, that nothing would."""
    book.with_name(f"~${book.name}").write_bytes(b"\x04Siti")
    done = zi_excel("monev", book, "--coba")
    assert done.returncode == 0
    assert "Saat ini akan ditolak: " in " ".join(done.stdout.decode().split())


@pytest.mark.slow
def test_a_text_without_end_is_not_called_broken(book, tmp_path):
    """What passes the parser's limits is too large; Excel is not to repair it."""
    hostile = tmp_path / "besar.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(hostile, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<sheetData>", BOMB, 1) if name.endswith("sheet1.xml") else data)
    with pytest.raises(WorkbookError, match="melebihi batas yang wajar"):
        capaian(hostile)


def test_help_is_indonesian(zi_excel):
    """Click's own words for an option that must be given are left out."""
    shown = zi_excel("tetapkan", "--help").stdout.decode()
    assert "(wajib)" in shown
    assert "required" not in shown
