"""Paths below one folder, and never beyond it (with links and many names: test_listing.py)."""

import pytest
from child_process import POSIX

from zi_excel.errors import UsageError
from zi_excel.folder_bukti.inside import Inside, OutsideError, joined


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "bukti" / "I.1.a").mkdir(parents=True)
    (tmp_path / "bukti" / "I.1.a" / "SK Tim.pdf").write_text("x")
    return tmp_path / "bukti"


@pytest.mark.parametrize(
    ("asked", "real"),
    [
        (("I.1.a", "SK Tim.pdf"), ("I.1.a", "SK Tim.pdf")),
        (("i.1.A", "sk tim.PDF"), ("I.1.a", "SK Tim.pdf")),
        (("I.1.a", "lain.pdf"), None),
        (("I.1.a", "SK Tim.pdf", "di bawah berkas"), None),
        (("I.1.a", "a\0b"), None),
        ((), ()),
    ],
)
def test_capitals_are_as_windows_takes_them(folder, asked, real):
    """What is there is found by its name in any capitals; the real name is handed out."""
    assert Inside(folder).resolved(asked) == real


@pytest.mark.skipif(not POSIX, reason="symbolic links need rights on Windows")
@pytest.mark.parametrize("target", ["..", "/", "../bukti lain"])
def test_a_link_that_leads_out_is_not_followed(folder, target):
    """Nothing beyond the folder is looked at."""
    (folder / "keluar").symlink_to(target)
    with pytest.raises(OutsideError):
        Inside(folder).resolved(("keluar", "rahasia.pdf"))


@pytest.mark.skipif(not POSIX, reason="symbolic links need rights on Windows")
def test_a_link_within_is_followed_and_a_circle_ends(folder):
    """Where it really leads is what counts."""
    (folder / "tim").symlink_to("I.1.a")
    (folder / "putar").symlink_to("putar")
    inside = Inside(folder)
    assert inside.resolved(("tim", "SK Tim.pdf")) == ("I.1.a", "SK Tim.pdf")
    with pytest.raises(OutsideError):
        inside.resolved(("putar",))


def test_a_whole_path_is_below_it_by_its_text(folder):
    """Elsewhere is None, and so is what leads there by `..`."""
    inside = Inside(folder)
    assert inside.parts_of(str(folder / "I.1.a" / "SK Tim.pdf")) == ("I.1.a", "SK Tim.pdf")
    assert inside.parts_of(f"{folder}/../rahasia.pdf") is None
    assert inside.parts_of(f"{folder}-lain/a.pdf") is None


@pytest.mark.parametrize(
    ("base", "parts", "whole"),
    [((), ["a", "b"], ("a", "b")), (("a",), ["..", "b"], ("b",)), (("a",), ["..", ".."], None), ((), [".."], None)],
)
def test_two_dots_are_resolved_by_the_text_alone(base, parts, whole):
    """Never beyond the folder."""
    assert joined(base, parts) == whole


@pytest.mark.parametrize(("name", "words"), [("tidak ada", "tidak ditemukan"), ("I.1.a/SK Tim.pdf", "bukan folder")])
def test_no_such_folder_is_a_sentence(folder, name, words):
    """Missing, or a file."""
    with pytest.raises(UsageError, match=words):
        Inside(folder / name)
