"""Files of the tool's own: written anew whole, to no link and no other user's, readable to nobody who may not."""

import os
import stat
from pathlib import Path

import pytest
from child_process import NOBODY, POSIX

from zi_excel.errors import WorkbookError
from zi_excel.store import create, narrow, narrowest, open_own, overwrite, read_own, rights_for

ROOT = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root and a second user")


@pytest.mark.parametrize(("refused", "written"), [(0, True), (2, True), (3, False)])
def test_a_reader_that_lets_go_costs_nothing(tmp_path, monkeypatch, refused, written):
    """On Windows a virus scanner keeps a file for a moment; one that keeps it longer is told, and nothing is left."""
    path = tmp_path / "hasil.json"
    path.write_bytes(b"lama")
    replace, tries, slept = os.replace, [], []

    def held(*names, **folders):
        tries.append(names)
        if len(tries) <= refused:
            raise PermissionError(13, "in use", names[0])
        return replace(*names, **folders)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("zi_excel.store.own_files._PAUSES", (0.1, 0.3))
    monkeypatch.setattr("zi_excel.store.own_files.sleep", slept.append)
    if written:
        overwrite(path, b"baru")
    else:
        with pytest.raises(WorkbookError, match="dipakai program lain"):
            overwrite(path, b"baru")
    assert path.read_bytes() == (b"baru" if written else b"lama")
    assert slept == [0.1, 0.3][:refused]
    assert [each.name for each in tmp_path.iterdir()] == ["hasil.json"]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_who_may_read_it_stays(tmp_path, mode):
    """It tells of workbooks that not everybody may read."""
    path = tmp_path / "hasil.json"
    overwrite(path, b"1")
    path.chmod(mode)
    overwrite(path, b"2")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"2", mode)


@POSIX
def test_a_link_is_refused(tmp_path):
    """Whatever it leads to, also to nowhere: neither written to nor replaced; one sentence says what to do."""
    aim, link = tmp_path / "profil", tmp_path / "hasil.json"
    for there in (True, False):
        if there:
            aim.write_bytes(b"milik orang")
        else:
            aim.unlink()
        link.unlink(missing_ok=True)
        link.symlink_to(aim)
        for act in (lambda: overwrite(link, b"{}"), lambda: open_own(link)):
            with pytest.raises(WorkbookError, match=r"tidak dapat ditulis karena itu tautan; hapus"):
                act()
        assert link.is_symlink()
        assert aim.exists() == there
        assert not there or aim.read_bytes() == b"milik orang"


@POSIX
@pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", None)], ids=["folder", "pipe"])
def test_what_is_no_file_is_refused(tmp_path, make):
    """A pipe is not waited for."""
    path = tmp_path / "x.log"
    make(path)
    for act in (lambda: overwrite(path, b"{}"), lambda: open_own(path)):
        with pytest.raises(WorkbookError, match="bukan berkas biasa"):
            act()


@POSIX
def test_a_file_with_another_name_is_refused(tmp_path):
    """Which may be somebody's: what is written to one is written to the other."""
    (tmp_path / "profil").write_bytes(b"")
    os.link(tmp_path / "profil", tmp_path / "x.log")
    with pytest.raises(WorkbookError, match="mempunyai nama lain"):
        open_own(tmp_path / "x.log")


@ROOT
def test_another_users_file_is_refused(tmp_path):
    """Whoever made it chose what it is; on a disk where everything is one user's, it is nobody else's."""
    path = tmp_path / "x.log"
    path.write_bytes(b"")
    os.chown(path, NOBODY, NOBODY)
    for act in (lambda: overwrite(path, b"{}"), lambda: open_own(path)):
        with pytest.raises(WorkbookError, match="milik pengguna lain; hapus atau pindahkan"):
            act()


@ROOT
def test_a_disk_that_knows_one_owner_only(tmp_path, monkeypatch):
    """As of a USB stick or an office's share: what this user makes there is that owner's too."""
    path = tmp_path / "x.log"
    path.write_bytes(b"")
    os.chown(path, NOBODY, NOBODY)
    monkeypatch.setattr("zi_excel.store.own_files._new_owner", lambda *_: NOBODY)
    os.close(open_own(path))


@POSIX
def test_a_new_one_is_its_makers_alone(tmp_path):
    """Until it is known who may read the workbooks."""
    path = tmp_path / "x.log"
    os.close(open_own(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@POSIX
@pytest.mark.parametrize(
    ("modes", "widest"),
    [([], 0o644), ([0o644], 0o644), ([0o666, 0o640], 0o640), ([0o640, 0o604], 0o600), ([0o600, 0o644], 0o600)],
)
def test_the_narrowest_of_the_workbooks_counts(tmp_path, modes, widest):
    """Who may not read one of them does not read what tells of it."""
    books = [tmp_path / f"{number}.xlsx" for number in range(len(modes))]
    for book, mode in zip(books, modes, strict=True):
        book.write_bytes(b"")
        book.chmod(mode)
    assert narrowest(books) == widest
    path = tmp_path / "hasil.json"
    overwrite(path, b"{}", widest=widest)
    assert stat.S_IMODE(path.stat().st_mode) == widest


@ROOT
def test_the_group_of_another_workbook_is_another(tmp_path):
    """What its group may read, that of the log may not."""
    book = tmp_path / "buku.xlsx"
    book.write_bytes(b"")
    book.chmod(0o640)
    os.chown(book, 0, NOBODY)
    assert narrowest([book]) == 0o600


@POSIX
def test_older_ones_are_narrowed_too_and_never_widened(tmp_path):
    """They tell of the same workbooks."""
    path = tmp_path / "x.log"
    for name, mode in (("x.log", 0o600), ("x.log.1", 0o644), ("x.log.2", 0o640)):
        (tmp_path / name).write_bytes(b"")
        (tmp_path / name).chmod(mode)
    narrow(path, 0o640, kept=2)
    assert [stat.S_IMODE(each.stat().st_mode) for each in sorted(tmp_path.iterdir())] == [0o600, 0o640, 0o640]
    narrow(path, 0o644, new=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_its_end_can_be_read(tmp_path):
    """So many bytes of it."""
    path = tmp_path / "x.log"
    path.write_bytes(b"satu\ndua\n")
    assert (read_own(path, 4), read_own(path, 100)) == (b"dua\n", b"satu\ndua\n")


@POSIX
@ROOT
@pytest.mark.parametrize(
    ("books", "expected"),
    [
        ([(NOBODY, NOBODY, 0o640)], (NOBODY, NOBODY, 0o640)),
        ([(NOBODY, NOBODY, 0o640), (NOBODY, NOBODY, 0o664)], (NOBODY, NOBODY, 0o640)),
        ([(NOBODY, NOBODY, 0o600), (0, 0, 0o644)], (0, 0, 0o600)),
        ([(NOBODY, NOBODY, 0o640), (0, 0, 0o640)], (0, 0, 0o600)),
        ([(NOBODY, NOBODY, 0o644), (0, 0, 0o644)], (0, 0, 0o644)),
    ],
)
def test_what_tells_of_workbooks_is_read_by_who_may_read_each(tmp_path, books, expected):
    """It belongs to their one owner; where there are several, to its maker."""
    paths = []
    for number, (owner, group, mode) in enumerate(books):
        paths.append(tmp_path / f"{number}.xlsx")
        paths[-1].write_bytes(b"")
        os.chown(paths[-1], owner, group)
        paths[-1].chmod(mode)
    model, widest = rights_for(paths)
    out = tmp_path / "rekap.xlsx"
    create(out, lambda new: new.write(b"rekap"), verify=lambda _: None, beside=model, widest=widest)
    state = out.stat()
    assert (state.st_uid, state.st_gid, stat.S_IMODE(state.st_mode)) == expected
