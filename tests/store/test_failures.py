"""What the operating system refuses, as a sentence that names the workbook and says what to do."""

import errno

import pytest

from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store.failures import backup_explained, explained


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "tidak diubah: ruang penyimpanan penuh; kosongkan sebagian"),
        (errno.EDQUOT, "tidak diubah: ruang penyimpanan penuh"),
        (errno.EACCES, "tidak ada izin menulis di folder"),
        (errno.ENAMETOOLONG, "namanya terlalu panjang; pendekkan nama berkas itu"),
        (errno.ENOTDIR, "bukan folder; ganti nama berkas itu"),
        (errno.ENOENT, "tidak ada lagi; periksa letaknya"),
        (errno.EIO, "penyimpanan menolak (media penyimpanan gagal)"),
    ],
)
def test_each_failure_is_a_sentence_of_its_own(tmp_path, number, words):
    """It begins with the workbook and keeps the system's own failure as its cause."""
    book = tmp_path / "buku.xlsx"
    with pytest.raises(WorkbookError) as caught, explained(book):
        raise OSError(number, "", str(book))
    assert str(caught.value).startswith(f"'{book}'")
    assert words in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(("system", "kind"), [("win32", BusyError), ("linux", WorkbookError)])
def test_what_is_in_use_on_windows_may_pass(tmp_path, monkeypatch, system, kind):
    """There a file in use is refused like a forbidden one, so that it is worth another try."""
    monkeypatch.setattr("sys.platform", system)
    with pytest.raises(WorkbookError) as caught, explained(tmp_path / "buku.xlsx"):
        raise PermissionError(errno.EACCES, "")
    assert type(caught.value) is kind


def test_the_folder_of_the_backups_is_named_with_its_setting(tmp_path):
    """It may simply be the wrong one."""
    book, folder = tmp_path / "buku.xlsx", tmp_path / "cadangan"
    words = r"Folder cadangannya '.*cadangan'; lihat `folder` pada \[cadangan\]"
    with pytest.raises(WorkbookError, match=words), backup_explained(book, folder):
        raise PermissionError(errno.EACCES, "", str(folder / "a.xlsx"))


@pytest.mark.parametrize(("number", "of_book"), [(errno.ENOSPC, False), (errno.ENAMETOOLONG, False), (errno.EIO, True)])
def test_what_no_other_folder_would_help_is_left_alone(tmp_path, number, of_book):
    """A full disk, a name too long, the workbook itself: `explained`, around it, has the sentence."""
    book, folder = tmp_path / "buku.xlsx", tmp_path / "cadangan"
    with pytest.raises(OSError, match="as it was"), backup_explained(book, folder):
        raise OSError(number, "as it was", str(book if of_book else folder / "a.xlsx"))


@pytest.mark.parametrize("folder", ["x" * 5_000, "/".join(["y" * 200] * 25), "z" * 256])
def test_a_backup_folder_that_is_too_long(tmp_path, folder):
    """The setting is to blame, not the workbook's name; and the sentence stays short."""
    book = tmp_path / "buku.xlsx"
    with pytest.raises(WorkbookError) as caught, explained(book), backup_explained(book, tmp_path / folder):
        raise OSError(errno.ENAMETOOLONG, "", str(tmp_path / folder / "buku 2025.xlsx"))
    assert "nama folder cadangannya terlalu panjang" in str(caught.value)
    assert "[cadangan]" in str(caught.value)
    assert len(str(caught.value)) < len(str(book)) + 300


def test_a_workbooks_name_that_leaves_no_room_for_the_time(tmp_path):
    """Then its own name is to blame."""
    book = tmp_path / "buku.xlsx"
    with (
        pytest.raises(WorkbookError, match="pendekkan nama berkas itu"),
        explained(book),
        backup_explained(book, tmp_path / "cadangan"),
    ):
        raise OSError(errno.ENAMETOOLONG, "", str(tmp_path / "cadangan" / "buku 2025.xlsx"))
