"""What `pulihkan` shows at a terminal: the backups there are, and what was done."""

from laid_backups import TIMES, differing, lay

from zi_excel.cli import run


def test_without_backups_it_says_so(book, tmp_path, capsys):
    """An untouched workbook has none; a name that is neither workbook nor backup is a mistake."""
    assert run(["pulihkan", str(book)]) == 0
    assert "0 cadangan" in capsys.readouterr().out
    assert run(["pulihkan", str(book), "--ke", "2025-11-20"]) == 3
    assert "tidak mempunyai cadangan" in capsys.readouterr().err
    assert run(["pulihkan", str(tmp_path / "tidak ada.xlsx")]) == 3
    assert "tidak ada" in capsys.readouterr().err


def test_the_command_lists_and_restores(book, capsys):
    """What the list names after --ke is what --ke takes."""
    contents = {time: differing(book.read_bytes(), time) for time in TIMES}
    lay(book, contents)
    assert run(["pulihkan", str(book)]) == 0
    page = capsys.readouterr().out
    assert [line for line in page.splitlines() if TIMES[3] in line]
    assert run(["pulihkan", str(book), "--ke", TIMES[3], "--coba"]) == 0
    assert "percobaan" in capsys.readouterr().out
    assert run(["pulihkan", str(book), "--ke", TIMES[3]]) == 0
    assert "dipulihkan" in capsys.readouterr().out
    assert book.read_bytes() == contents[TIMES[3]]
    assert run(["pulihkan", str(book), "--ke", "2025-11-20"]) == 2
