"""Bullets and numbering before the times of a target waktu."""

import pytest

from zi_excel.plan.target_waktu.bullets import without_bullets


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("- Maret\n- Juni", "Maret\nJuni"),
        ("• Maret\n• Juni", "Maret\nJuni"),
        ("o Maret\no Juni", "Maret\nJuni"),
        ("→ Maret\n→ Juni", "Maret\nJuni"),
        ("1. Maret 2. Juni", "Maret Juni"),
        ("1) Maret\n2) Juni", "Maret\nJuni"),
        ("a. Maret\nb. Juni", "Maret\nJuni"),
        ("Laporan - Maret\n- Juni", "Laporan - Maret\nJuni"),  # the dash that follows no time is a bullet too
        ("2. Maret 3. Juni", "2. Maret 3. Juni"),  # they do not count on from 1
        ("Maret\n- Juni", "Maret\n- Juni"),  # a lone dash before a later line may be a range
        ("- Maret - Juni", "Maret … Juni"),  # a list or a range, nobody knows
        ("→ Maret → Juni", "Maret … Juni"),
    ],
)
def test_what_is_no_part_of_a_time(text, bare):
    """They go where they can be nothing else."""
    assert without_bullets(text).replace("  ", " ").strip() == bare
