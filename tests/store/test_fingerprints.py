"""What a file was when it was read."""

import os

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.store.fingerprints import fingerprint, stamp


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "buku.xlsx"
    path.write_bytes(b"isi")
    return path


def test_only_the_content_counts(book, tmp_path):
    """A file that was merely touched, and a copy of it, are what was read; one more byte is not."""
    seen = fingerprint(book)
    os.utime(book, (0, 0))
    copy = tmp_path / "salinan.xlsx"
    copy.write_bytes(b"isi")
    assert fingerprint(book) == fingerprint(copy) == seen
    book.write_bytes(b"isi.")
    assert fingerprint(book) != seen


def test_a_stamp_tells_files_sizes_and_times_apart(book):
    """It is quicker than a digest, and notices more."""
    seen = stamp(book.stat())
    assert stamp(book.stat()) == seen
    os.utime(book, (0, 0))
    assert stamp(book.stat()) != seen


@pytest.mark.parametrize(("name", "words"), [("tidak ada.xlsx", "tidak ditemukan"), ("", "bukan berkas")])
def test_what_can_not_be_read_is_a_sentence(tmp_path, name, words):
    """A missing file and a folder."""
    with pytest.raises(WorkbookError, match=words):
        fingerprint(tmp_path / name)
