"""`monev` when others are at the same workbook, or may not touch it: whole processes and ordinary users."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from child_process import POSIX, as_ordinary_user, open_folder
from store_calls import unfinished

from zi_excel.cli import run
from zi_excel.errors import WorkbookError
from zi_excel.verbs.monev import monev, refresh
from zi_excel.verbs.validasi import validasi

PER = date(2025, 11, 20)


def names(folder):
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
def test_many_at_once(book, zi_excel):
    """Each is done or refused with a sentence; one of them wrote, and what it wrote is what one alone would write."""
    with ThreadPoolExecutor(4) as pool:
        runs = list(pool.map(lambda _: zi_excel("monev", book, "--per", PER), range(4)))
    assert {done.returncode for done in runs} <= {0, 3}
    assert any(done.returncode == 0 for done in runs)
    for done in runs:
        refused = done.returncode == 3
        assert (b"sedang dikerjakan zi-excel lain" in done.stderr) is refused
    assert names(book.parent) == ["cadangan", book.name]
    assert len(names(book.parent / "cadangan")) == 1
    assert not monev(book, per=PER).changed


@POSIX
@pytest.mark.parametrize(
    ("mode_of_file", "mode_of_folder", "words"),
    [(0o444, 0o777, "hanya boleh dibaca"), (0o666, 0o555, "izin menulis di folder"), (0o000, 0o777, "tidak ada izin")],
    ids=["file", "folder", "unreadable"],
)
@pytest.mark.slow
def test_an_ordinary_user_who_may_not(template, capfd, mode_of_file, mode_of_folder, words):
    """Exit 3 with one sentence, nothing changed; also where everything else of the tests runs as root."""
    with open_folder() as folder:
        book = folder / "buku.xlsx"
        book.write_bytes(template.read_bytes())
        validasi(book, per=PER)  # loads what the ordinary user may not be able to load
        book.chmod(mode_of_file)
        folder.chmod(mode_of_folder)
        assert as_ordinary_user(lambda: os._exit(run(["monev", str(book)]))) == 3
        said = capfd.readouterr().err
        assert words in said
        assert said.count("\n") == 1
        assert names(folder) == ["buku.xlsx"]
        book.chmod(0o600)
        assert book.read_bytes() == template.read_bytes()


@POSIX
@pytest.mark.slow
def test_the_sentence_is_one_line_whatever_the_name(tmp_path, zi_excel):
    """A name with line breaks and colours in it."""
    path = tmp_path / "rencana\naksi\x1b[31m.xlsx"
    path.write_bytes(b"bukan buku kerja")
    done = zi_excel("monev", path)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr


@pytest.mark.usefixtures("refreshed_once")
def test_a_run_with_nothing_to_write_cleans_up(book):
    """What a killed run left goes, though nothing is replaced."""
    unfinished(book.parent, book.name).write_bytes(b"separuh")
    assert not monev(book, per=PER).changed
    assert names(book.parent) == ["cadangan", book.name]


def test_a_workbook_that_became_another_meanwhile(book, monkeypatch):
    """Somebody saved by rename while the tool was reading: theirs stays, and it is said."""

    def slowly(*given):
        result = refresh(*given)
        new = book.with_name("1A2B3C4D")
        new.write_bytes(book.read_bytes() + b" ")
        new.replace(book)
        return result

    monkeypatch.setattr("zi_excel.verbs.monev.refresh", slowly)
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match="berubah sementara zi-excel bekerja"):
        monev(book, per=PER)
    assert book.read_bytes() == before + b" "
    assert names(book.parent) == [book.name]
