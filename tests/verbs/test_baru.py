"""The verb `baru` and its command: a fresh workbook, never over another file."""

import pytest

from zi_excel.cli import run


def test_baru_never_overwrites(tmp_path, capsys):
    """A fresh workbook; the second time a refusal that leaves the first alone."""
    path = tmp_path / "baru.xlsx"
    assert run(["baru", "-o", str(path)]) == 0
    path.write_bytes(b"staff's own")
    assert run(["baru", "-o", str(path)]) == 3
    assert "sudah ada" in capsys.readouterr().err
    assert path.read_bytes() == b"staff's own"


@pytest.mark.parametrize("name", ["baru.xlsm", "baru.docx", "baru"])
def test_baru_writes_only_what_excel_opens(name, tmp_path, capsys):
    """Excel refuses a workbook whose ending is another format's."""
    assert run(["baru", "-o", str(tmp_path / name)]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
