"""What `riwayat` shows at a terminal: one screen unasked, all of it on demand."""

from datetime import date

import pytest

import zi_excel
from zi_excel.cli import run
from zi_excel.cli.console import SCREEN


@pytest.mark.slow
def test_an_entry_of_more_changes_than_a_screen_has_lines(reworked, capsys):
    """As many as there is room for, and how many more."""
    zi_excel.monev(reworked, per=date(2025, 11, 27))
    assert run(["riwayat", str(reworked)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == SCREEN
    left = next(line for line in lines if line.endswith("perubahan lain; semuanya: --rinci"))
    assert left == f"    dan {87 - (SCREEN - 5)} perubahan lain; semuanya: --rinci"
