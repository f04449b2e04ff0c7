"""What `banding` shows at a terminal: one screen unasked, all of it on demand, long texts around what differs."""

from datetime import date

import pytest
from saved_by_openpyxl import loaded

import zi_excel
from zi_excel.cli import run
from zi_excel.cli.console import SCREEN


@pytest.mark.slow
def test_a_long_text_is_shown_around_what_differs(refreshed, tmp_path, capsys):
    """Not its first hundred characters, which are the same."""
    changed = tmp_path / "diubah.xlsx"
    saved = loaded(refreshed)
    cell = max((row[3] for row in saved["Rencana Aksi"].iter_rows()), key=lambda cell: len(str(cell.value or "")))
    text = str(cell.value)
    assert len(text) > 150
    cell.value = text[:-12] + "kalimat lain"
    saved.save(changed)
    assert run(["banding", str(refreshed), str(changed), "--per", "2025-11-20"]) == 1
    out = capsys.readouterr().out
    assert "kalimat lain”" in out.replace("\n    ", " ")
    assert text[:40] not in out


@pytest.mark.slow
def test_more_differences_than_a_screen_has_lines(refreshed, reworked, capsys):
    """The counts, as many whole differences as there is room for, how many more; --rinci has all, --kode some."""
    asked = ["banding", str(refreshed), str(reworked), "--per", "2025-11-20"]
    assert run(asked) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= SCREEN
    count = len(zi_excel.banding(refreshed, reworked, per=date(2025, 11, 20)).differences)
    assert f": {count} perbedaan (status per 20 November 2025)" in lines[0]
    assert lines[1].startswith("  REALISASI (%) 87; STATUS ")
    shown = [line for line in lines if "→ “85%”" in line or "  STATUS " in line]
    assert f"  … dan {count - len(shown)} perbedaan lain" in lines
    assert lines[-1] == "Setiap perbedaan: --rinci. Sebagian: --kode, misalnya --kode II.1"
    assert run([*asked, "--rinci"]) == 1
    assert len([line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]) == count + 1
    assert run([*asked, "--kode", "ii.1", "--rinci"]) == 1
    told = capsys.readouterr().out.splitlines()
    kodes = {line for line in told[1:] if line and not line.startswith(" ")}
    assert kodes
    assert all(kode.startswith("II.1.") for kode in kodes)
    assert f"{count} perbedaan" in told[0]
    assert ", ditampilkan " in told[0]
    assert run([*asked, "--kode", "IX"]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Tidak ada perbedaan yang cocok dengan pilihan ini."
    assert run([*asked, "--kode", "II.1", "--format", "json"]) == 2
