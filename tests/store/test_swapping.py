"""The replacing call of Windows, by its documentation: what stands where after each of its failures.

It is not tried on Windows here. The code for Windows is loaded with a stand-in for the call that does to the files what
https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew says.
"""

import ctypes
import importlib.util
import sys
from pathlib import Path

import pytest
from store_calls import NEW, OLD

from zi_excel.store import swapping

NAMES = "buku.xlsx", "baru.tmp", "samping.tmp"


class ReplaceFile:
    """The call, ending in one way. 0: it succeeds."""

    def __init__(self, ends):
        self.ends = ends
        self.given = []

    def __call__(self, replaced, replacement, backup, *others):
        self.given.append((replaced, replacement, backup, *others))
        if self.ends in {0, 1177}:
            Path(replaced).rename(backup)
        if self.ends == 0:
            Path(replacement).rename(replaced)
        return self.ends == 0


@pytest.fixture
def files(tmp_path):
    """The old file, the new one, and the name for the old one that nothing has yet."""
    paths = [tmp_path / name for name in NAMES]
    paths[0].write_bytes(OLD)
    paths[1].write_bytes(NEW)
    return paths


def windows_swap(monkeypatch, call):
    """`swap` as Windows loads it."""
    library = type("Kernel32", (), {"ReplaceFileW": call})
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name: library, raising=False)
    spec = importlib.util.spec_from_file_location("swapping_on_windows", swapping.__file__)
    module = importlib.util.module_from_spec(spec)
    with monkeypatch.context() as loading:
        loading.setattr(sys, "platform", "win32")
        spec.loader.exec_module(module)
    return module.swap


@pytest.mark.parametrize(
    "ends", [0, 1175, 1176, 1177, 87, 5], ids=["done", "1175", "1176", "half way (1177)", "no such call here", "denied"]
)
def test_the_new_file_stands_there_in_the_end(monkeypatch, files, ends):
    """By the call, or by the plain rename; the old one is left nowhere (its dated backup is another file)."""
    old, new, aside = files
    call = ReplaceFile(ends)
    windows_swap(monkeypatch, call)(new, old, aside)
    assert call.given == [(str(old), str(new), str(aside), 0, None, None)]
    assert {path.name: path.read_bytes() for path in old.parent.iterdir()} == {old.name: NEW}


@pytest.mark.parametrize("ends", [1175, 1176, 1177, 5])
def test_the_old_file_stands_there_where_nothing_helps(monkeypatch, files, ends):
    """Excel has opened it: the rename fails too, and what was half done is undone."""
    old, new, aside = files
    swap = windows_swap(monkeypatch, ReplaceFile(ends))
    rename = Path.replace

    def refuse(path, to):
        if path == new:
            raise PermissionError(13, "sharing violation")
        return rename(path, to)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        swap(new, old, aside)
    assert {path.name: path.read_bytes() for path in old.parent.iterdir()} == {old.name: OLD, new.name: NEW}
