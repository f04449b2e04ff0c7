"""A workbook that somebody changed between the reading and the replacing: nothing is written, and it is said."""

import os

import pytest
from store_calls import NEW, NOW, OLD, everything, refresh

from zi_excel.errors import WorkbookError
from zi_excel.store import fingerprint
from zi_excel.store.backups import Backups

OTHER = b"orang lain"
MOMENTS = ["before", "write", "verify", "backup", "release"]


def at(moment, act, workbook, monkeypatch):
    """Refreshes, while `act` happens at a moment of it."""
    calls = {
        "write": {"write": lambda out: (out.write(NEW), act())},
        "verify": {"verify": lambda _: act()},
        "release": {"release": act},
    }.get(moment, {})
    if moment == "backup":
        add = Backups.add
        monkeypatch.setattr(Backups, "add", lambda *given, **more: (add(*given, **more), act())[0])
    seen = fingerprint(workbook)
    if moment == "before":
        act()
    return refresh(workbook, seen=seen, **calls)


def saved_in_place(path):
    """As LibreOffice and scripts write."""
    path.write_bytes(OTHER)


def saved_by_rename(path):
    """As Excel saves: another file under the same name."""
    new = path.with_name("1A2B3C4D")
    new.write_bytes(OTHER)
    new.replace(path)


def saved_with_the_same_size_and_time(path):
    """As a synchroniser puts an older version back: size and time of change tell nothing."""
    state = path.stat()
    saved_by_rename(path)
    path.write_bytes(OTHER.ljust(len(OLD)))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("save", [saved_in_place, saved_by_rename, saved_with_the_same_size_and_time])
def test_what_somebody_else_wrote_stays(workbook, monkeypatch, moment, save):
    """However it was saved, and whenever after the reading."""
    with pytest.raises(WorkbookError, match="berubah sementara zi-excel bekerja; tidak ada yang ditulis"):
        at(moment, lambda: save(workbook), workbook, monkeypatch)
    assert {name: content.strip() for name, content in everything(workbook.parent).items()} == {workbook.name: OTHER}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_somebody_opened_stays(workbook, monkeypatch, moment):
    """Excel or LibreOffice came after the reading: said as if it had been open from the start."""
    sign = workbook.with_name(f".~lock.{workbook.name}#")
    with pytest.raises(WorkbookError, match="dibuka di LibreOffice oleh Siti"):
        at(moment, lambda: sign.write_bytes(b"Siti,siti,PC,x,y;"), workbook, monkeypatch)
    assert set(everything(workbook.parent)) == {workbook.name, sign.name}
    assert workbook.read_bytes() == OLD


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_file_that_was_merely_touched_is_still_the_one_that_was_read(workbook, monkeypatch, moment):
    """A virus scanner or a synchroniser changes times, or writes the same content anew."""

    def touch():
        os.utime(workbook, (1, 1))
        workbook.write_bytes(OLD)

    at(moment, touch, workbook, monkeypatch)
    assert workbook.read_bytes() == NEW


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_workbook_that_was_deleted_is_not_brought_back(workbook, monkeypatch, moment):
    """Nothing is written under its name; a copy already made in the backups is left, as nothing else is."""
    with pytest.raises(WorkbookError, match="tidak ada"):
        at(moment, workbook.unlink, workbook, monkeypatch)
    left = [path for path in workbook.parent.rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in left] == ([OLD] if moment in {"backup", "release"} else [])
    assert not workbook.exists()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_folder_that_took_the_workbooks_name(workbook, monkeypatch, moment):
    """Refused in a sentence."""

    def become_folder():
        workbook.unlink()
        workbook.mkdir()

    with pytest.raises(WorkbookError) as failure:
        at(moment, become_folder, workbook, monkeypatch)
    assert "\n" not in str(failure.value)
    assert everything(workbook.parent) == {workbook.name: None}


def test_a_mode_that_somebody_changed_meanwhile_holds(workbook):
    """The new file has the rights of the last moment, not those of the first."""
    refresh(workbook, verify=lambda _: workbook.chmod(0o600), now=NOW)
    assert workbook.stat().st_mode & 0o777 == (0o600 if os.name != "nt" else 0o666)
