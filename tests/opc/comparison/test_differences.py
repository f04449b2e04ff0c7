"""Entries compared byte for byte, and the order in which they stand."""

import pytest
from compared_packages import differing, written

from zi_excel.opc.comparison.differences import moved


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", 0),
        ("abcd", "abcd", 0),
        ("abcd", "bcda", 1),
        ("abcd", "dabc", 1),
        ("abcd", "badc", 2),
        ("abcd", "dcba", 3),
    ],
)
def test_the_fewest_that_moved(before, after, expected):
    """Where one part went to the end, that one has moved, and not all that stood behind it."""
    found = moved(before, after)
    assert len(found) == expected
    assert [name for name in before if name not in found] == [name for name in after if name not in found]


def test_a_large_part_is_never_whole_in_memory(staff, compared, tmp_path, monkeypatch):
    """Beyond what a part may inflate to where it is read whole, in pieces: its last byte is still compared."""
    monkeypatch.setattr("zi_excel.opc.package.archive.PART_LIMIT", 50_000)
    monkeypatch.setattr("zi_excel.opc.comparison.differences.CHUNK", 10_000)
    large = []
    for end in (b"1", b"2"):
        part = ("xl/media/a.bin", bytes(65_000) + end)
        large.append(written(staff, tmp_path / f"large{part[1][-1]}.xlsm", lambda entries, part=part: [*entries, part]))
    assert compared(large[0], large[0]).intact
    assert differing(compared(*large)) == {"/xl/media/a.bin": ("isinya berbeda, mulai byte ke-65.001",)}
