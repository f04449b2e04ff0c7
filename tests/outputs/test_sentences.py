"""What is said of a refresh: what staff had put into the tabs that were replaced or removed, and where it is now."""

import pytest
from monev_result import places, refreshed

from zi_excel.opc.tabs.touched import Touched
from zi_excel.outputs.sentences import touched_lines

LOST = "tidak dibawa ke tab yang baru"
THINGS = "objek (gambar, grafik, bentuk, atau tabel)"


@pytest.mark.parametrize(
    ("touched", "words"),
    [
        (Touched("X", places(9)), "isian atau perubahan di baris 9 tidak dibawa ke tab yang baru"),
        (
            Touched("X", places(9, 12), comments=1),
            "isian atau perubahan di baris 9 dan 12 serta 1 komentar tidak dibawa ke tab yang baru",
        ),
        (
            Touched("X", (range(9, 11), range(30, 46)), comments=2, objects=3),
            f"isian atau perubahan di baris 9, 10, dan 30 s.d. 45, 2 komentar, serta 3 {THINGS} {LOST}",
        ),
        (
            Touched("X", (*places(*range(2, 18, 2)), range(20, 30), range(40, 41))),
            "isian atau perubahan di baris 2, 4, 6, 8, 10, 12, 14, 16, dan 11 baris lain tidak dibawa ke tab yang baru",
        ),
        (Touched("X", objects=1), f"1 {THINGS} tidak dibawa ke tab yang baru"),
        (Touched("X", deleted=2), "2 baris yang dihapus ditulis lagi"),
        (
            Touched("X", comments=1, deleted=2),
            "1 komentar tidak dibawa ke tab yang baru; 2 baris yang dihapus ditulis lagi",
        ),
    ],
)
def test_tabs_that_staff_touched(touched, words):
    """Where it stood in the old tab, what it was, and that the new one does not have it."""
    assert next(touched_lines(refreshed(touched=(touched,)))) == f"Tab 'X': {words}"


def test_where_nothing_was_lost_nothing_is_in_the_backup_to_look_for():
    """A row that is written again needs no copy."""
    assert not any("cadangan" in line for line in touched_lines(refreshed(touched=(Touched("X", deleted=1),))))


def test_a_dry_run_says_what_would_be_lost():
    """Before it is lost: `--coba`."""
    touched = (Touched("Monev I", deleted=1, comments=1), Touched("Monev VII", places(4), 3))
    assert list(touched_lines(refreshed(touched=touched, dry_run=True, removed=("Monev VII",)))) == [
        "Tab 'Monev I': 1 komentar tidak akan dibawa ke tab yang baru; 1 baris yang dihapus akan ditulis lagi",
        "Tab 'Monev VII': isian atau perubahan di baris 4 akan terhapus bersama tabnya",
        "Itu akan tersimpan di cadangan; yang masih diperlukan, tulis di lembar 'Rencana Aksi'",
    ]


def test_a_removed_tab():
    """A tab that goes for good takes along what staff had there."""
    (first, _) = touched_lines(refreshed(touched=(Touched("Monev VII", objects=1),), removed=("Monev VII",)))
    assert first == f"Tab 'Monev VII': 1 {THINGS} terhapus bersama tabnya"
