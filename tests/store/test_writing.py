"""New files are written whole or not at all, and never over another."""

import errno
import os

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.store import create


def made(workbook, *, content=b"catatan", verify=lambda _: None, name="buku.toml"):
    """A new file beside the workbook."""
    path = workbook.parent / name
    create(path, lambda out: out.write(content), verify=verify, beside=workbook)
    return path


def names(workbook):
    """What lies in the folder."""
    return sorted(path.name for path in workbook.parent.iterdir())


def test_it_stands_there_and_nothing_else(workbook):
    """Its content, and no litter."""
    assert made(workbook).read_bytes() == b"catatan"
    assert names(workbook) == ["buku.toml", workbook.name]


def test_another_file_is_never_overwritten(workbook):
    """Not even one that came in the meantime: the name is taken in one step."""

    def meanwhile(_new):
        workbook.with_name("buku.toml").write_bytes(b"orang lain")

    with pytest.raises(WorkbookError, match="sudah ada"):
        made(workbook, verify=meanwhile)
    assert workbook.with_name("buku.toml").read_bytes() == b"orang lain"
    assert names(workbook) == ["buku.toml", workbook.name]


def test_it_is_checked_before_it_counts(workbook):
    """What does not pass leaves nothing."""

    def verify(new):
        assert new.read_bytes() == b"catatan"
        raise WorkbookError("tidak lolos")

    with pytest.raises(WorkbookError, match="tidak lolos"):
        made(workbook, verify=verify)
    assert names(workbook) == [workbook.name]


def test_a_disk_without_hard_links(workbook, monkeypatch):
    """A USB stick: renamed instead, and still not over another file."""

    def refuse(*_, **__):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    assert made(workbook).read_bytes() == b"catatan"
    with pytest.raises(WorkbookError, match="sudah ada"):
        made(workbook, content=b"lain")


@pytest.mark.parametrize(
    ("name", "said"),
    [("tidak ada/buku.toml", "tidak diubah"), ("x" * 300 + ".toml", "namanya terlalu panjang; pendekkan nama")],
    ids=["no such folder", "too long a name"],
)
def test_a_place_that_cannot_be_is_a_sentence(name, said, workbook):
    """No such folder, too long a name."""
    with pytest.raises(WorkbookError, match=said):
        made(workbook, name=name)
    assert names(workbook) == [workbook.name]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root (and Windows) may write everywhere")
def test_a_folder_without_permission_is_a_sentence(workbook):
    """Who may not write there is told so."""
    workbook.parent.chmod(0o555)
    with pytest.raises(WorkbookError, match="tidak ada izin"):
        made(workbook)
    workbook.parent.chmod(0o755)
