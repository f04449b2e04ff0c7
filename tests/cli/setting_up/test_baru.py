"""What `baru` shows at a terminal."""

from zi_excel.cli import run


def test_where_the_new_workbook_is(tmp_path, monkeypatch, capsys):
    """Under the usual name, or the one that is given."""
    monkeypatch.chdir(tmp_path)
    assert run(["baru"]) == 0
    assert capsys.readouterr() == ("Buku kerja baru: rencana_aksi.xlsx\n", "")
    assert run(["baru", "-o", "Rencana Aksi.xlsx"]) == 0
    assert capsys.readouterr() == ("Buku kerja baru: Rencana Aksi.xlsx\n", "")
    assert {path.name for path in tmp_path.iterdir()} == {"rencana_aksi.xlsx", "Rencana Aksi.xlsx"}
