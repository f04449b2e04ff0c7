"""The folders that evidence is put into."""

import pytest

from zi_excel.errors import UsageError
from zi_excel.folder_bukti.skeleton import make_folders


def test_what_exists_is_left_alone(tmp_path):
    """A second time nothing is made, and what lies there stays as it is."""
    folder = tmp_path / "bukti"
    assert make_folders(folder, ["A", "B"]).new == ("A", "B")
    (folder / "A" / "SK.pdf").write_bytes(b"SK")
    again = make_folders(folder, ["A", "B", "C"])
    assert (again.new, again.present) == (("C",), ("A", "B"))
    assert (folder / "A" / "SK.pdf").read_bytes() == b"SK"


def test_a_file_in_the_way_is_said(tmp_path):
    """It is never replaced."""
    (tmp_path / "A").write_text("catatan")
    with pytest.raises(UsageError, match="sudah ada dan bukan folder"):
        make_folders(tmp_path, ["A"])
    assert (tmp_path / "A").read_text() == "catatan"


def test_a_folder_that_is_nowhere_is_said(tmp_path):
    """The folders above are the user's to make: a slip in a path makes none."""
    with pytest.raises(UsageError, match="tidak dapat dibuat"):
        make_folders(tmp_path / "tidak" / "ada", ["A"])
    assert not list(tmp_path.iterdir())
