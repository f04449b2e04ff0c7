"""Files of the tool's own: written anew whole, to no link and no other user's, readable to nobody who may not."""

import os
import stat

import pytest
from child_process import POSIX

from zi_excel.errors import WorkbookError
from zi_excel.store import overwrite


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
