"""A folder that is held, and the links on the way to it: whose are followed, and what is removed from it."""

import errno
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from child_process import NOBODY, as_ordinary_user, open_folder
from store_calls import NEW, OLD, everything, refresh, unfinished

import zi_excel
from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store import clean, lock
from zi_excel.store.folders import BY_DESCRIPTOR, Folder, check_read, held, real_path

ROOT = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root, who can give links away")
HELD = pytest.mark.skipif(not BY_DESCRIPTOR, reason="this system has no calls that take a folder's descriptor")
OTHER = 12345


@pytest.fixture(params=[pytest.param("by descriptor", marks=HELD), "by path"])
def folder(request, tmp_path):
    """A folder, held as systems can hold one."""
    if request.param == "by path":
        yield Folder(tmp_path, None)
    else:
        with held(tmp_path) as place:
            yield place


def test_what_is_done_in_it_is_done_to_names(folder, tmp_path):
    """Made, read, renamed, linked, removed."""
    os.close(folder.open("satu", os.O_CREAT | os.O_WRONLY))
    folder.link("satu", "dua")
    folder.rename("satu", "tiga")
    assert sorted(folder.names()) == ["dua", "tiga"]
    assert folder.identity("dua") == folder.identity("tiga")
    assert folder.identity("satu") is None
    folder.unlink("dua")
    folder.make("empat")
    folder.remove_empty("empat")
    assert everything(tmp_path) == {"tiga": b""}


def test_an_error_names_the_whole_path(folder, tmp_path):
    """Also where the system was given a bare name."""
    with pytest.raises(FileNotFoundError) as failure:
        folder.open("tidak ada")
    assert failure.value.filename == str(tmp_path / "tidak ada")


def test_no_link_in_it_is_followed(folder, tmp_path):
    """It is what its name stands for."""
    (tmp_path / "tautan").symlink_to("/etc/hostname")
    if folder.handle is not None:
        with pytest.raises(OSError, match=r".") as failure:
            folder.open("tautan")
        assert failure.value.errno == errno.ELOOP
    folder.remove("tautan")
    assert folder.names() == []
    assert Path("/etc/hostname").exists()


@HELD
def test_a_folder_that_was_swapped_is_the_one_that_was_held(tmp_path):
    """Whatever has its name by then."""
    office, other = tmp_path / "kantor", tmp_path / "lain"
    office.mkdir()
    other.mkdir()
    with held(office) as place:
        office.rename(tmp_path / "dipindah")
        office.symlink_to(other)
        place.make("isi")
    assert everything(other) == {}
    assert everything(tmp_path / "dipindah") == {"isi": None}


def nested(place, levels):
    """Folders within each other, deeper than a path may be long, a file in each."""
    place.make("awal")
    at = place.folder("awal")
    for _ in range(levels):
        os.close(at.open("isi", os.O_CREAT | os.O_WRONLY))
        at.make("tingkat")
        below = at.folder("tingkat")
        at.close()
        at = below
    at.close()


@HELD
@pytest.mark.slow
def test_three_thousand_levels_are_removed(workbook):
    """What an earlier version left: neither recursion nor descriptors run out, and the next refresh works."""
    before = everything(workbook.parent)
    with held(workbook.parent) as place:
        nested(place, 3000)
        place.rename("awal", unfinished(workbook.parent, workbook.name).name)
    assert clean(workbook, backup_dir=Path("cadangan"), keep=1) == ()
    assert everything(workbook.parent) == before
    refresh(workbook)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root and a second user")
def test_what_cannot_be_removed_is_told_and_stands_in_nobodys_way():
    """Another user's, in a folder where each may remove only their own."""
    with open_folder() as office:
        workbook = office / "buku.xlsx"
        workbook.write_bytes(OLD)
        workbook.chmod(0o666)
        left = unfinished(office, workbook.name)
        left.write_bytes(b"separuh")
        office.chmod(0o1777)
        os.chown(workbook, NOBODY, NOBODY)

        def work():
            with lock(workbook):
                (sentence,) = clean(workbook, backup_dir=Path("cadangan"), keep=1)
                assert str(left) in sentence
                assert "tidak dapat dihapus" in sentence
                refresh(workbook)

        assert as_ordinary_user(work) == 0
        assert workbook.read_bytes() == NEW


@ROOT
@pytest.mark.parametrize("what", ["the workbook", "its folder", "the backups"])
@pytest.mark.parametrize(
    ("owner", "owner_of_target", "followed"),
    [(0, OTHER, True), (OTHER, OTHER, True), (OTHER, 0, False), (OTHER, NOBODY, False)],
    ids=["root's link", "to what is its maker's", "to what is root's", "to what is another's"],
)
def test_whose_links_are_followed(tmp_path, what, owner, owner_of_target, followed):
    """One counts only where its maker owns what it leads to, or could do the same without it."""
    place = tmp_path / "tempat"
    place.mkdir()
    book = place / "buku.xlsx"
    book.write_bytes(OLD)
    (place / "cadangan").mkdir()
    for each in (place, book, place / "cadangan"):
        os.chown(each, owner_of_target, owner_of_target)
    office = tmp_path / "kantor"
    office.mkdir()
    path, link = {
        "the workbook": (office / "buku.xlsx", office / "buku.xlsx"),
        "its folder": (office / "tautan" / "buku.xlsx", office / "tautan"),
        "the backups": (office / "buku.xlsx", office / "cadangan"),
    }[what]
    link.symlink_to(place / {"the workbook": "buku.xlsx", "its folder": ".", "the backups": "cadangan"}[what])
    os.chown(link, owner, owner, follow_symlinks=False)
    if what == "the backups":
        path.write_bytes(OLD)
    before = everything(place)
    if followed:
        refresh(path)
        assert path.read_bytes() == NEW
        return
    with pytest.raises(WorkbookError, match="tautan yang dibuat pengguna lain ke tempat yang bukan miliknya"):
        refresh(path)
    assert everything(place) == before
    assert path.read_bytes() == OLD


@ROOT
def test_nor_is_such_a_link_locked(tmp_path):
    """Said at once, before anything is read."""
    book, link = tmp_path / "buku.xlsx", tmp_path / "tautan.xlsx"
    book.write_bytes(OLD)
    link.symlink_to(book)
    os.chown(link, OTHER, OTHER, follow_symlinks=False)
    with pytest.raises(WorkbookError, match="tidak diikuti"), lock(link):
        pass


@HELD
def test_the_way_without_links_is_the_systems(tmp_path, monkeypatch):
    """As `realpath` says, for all kinds of links."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "ke atas").symlink_to(Path("a", "b", ".."))
    (tmp_path / "a" / "ke b").symlink_to(tmp_path / "a" / "b")
    monkeypatch.chdir(tmp_path / "a")
    for path in (
        "ke b",
        "../ke atas/b",
        "../ke atas/ke b/../ke b",
        ".",
        "b/tidak ada/lagi",
        tmp_path,
        "/",
        "/etc/../tmp",
    ):
        assert real_path(Path(path)) == Path(os.path.realpath(path)), path


@HELD
def test_what_was_opened_is_what_lies_there(tmp_path):
    """Else somebody led the run elsewhere for a moment, and would find there in theirs what they may not read."""
    book, other = tmp_path / "buku.xlsx", tmp_path / "lain.xlsx"
    for path in (book, other):
        path.write_bytes(OLD)
    with book.open("rb") as opened:
        check_read(book, opened.fileno())
        check_read(book)
        other.replace(book)
        with pytest.raises(BusyError, match="diganti sementara zi-excel membacanya"):
            check_read(book, opened.fileno())
    book.unlink()
    with pytest.raises(BusyError), Path("/etc/hostname").open("rb") as opened:
        check_read(book, opened.fileno())


@ROOT
def test_another_users_link_is_not_read_by_who_writes(tmp_path, template):
    """Neither into the Monev tabs, nor into a report or a record: their owner may not read where it leads."""
    secret = tmp_path / "rahasia.xlsx"
    shutil.copy(template, secret)
    office = tmp_path / "kantor"
    office.mkdir()
    link = office / "buku.xlsx"
    link.symlink_to(secret)
    os.chown(link, OTHER, OTHER, follow_symlinks=False)
    for write in (
        lambda: zi_excel.monev(link),
        lambda: zi_excel.laporan(link, office / "laporan.xlsx"),
        lambda: zi_excel.tetapkan(link, nomor="1", tanggal=date(2025, 1, 1), oleh="x"),
    ):
        with pytest.raises(WorkbookError, match="tidak diikuti"):
            write()
    assert [*office.iterdir()] == [link]
