"""`folder-bukti` on the command line."""

from zi_excel.cli import run


def test_what_was_made_is_counted(template, tmp_path, capsys):
    """The second time all are there already."""
    folder = tmp_path / "bukti"
    assert run(["folder-bukti", str(template), str(folder)]) == 0
    assert "87 dibuat, 0 sudah ada" in capsys.readouterr().out
    assert run(["folder-bukti", str(template), str(folder)]) == 0
    assert "0 dibuat, 87 sudah ada" in capsys.readouterr().out


def test_what_is_in_the_way_is_one_sentence(template, tmp_path, capsys):
    """Exit 2, and nothing is replaced."""
    (tmp_path / "bukti").write_text("x")
    assert run(["folder-bukti", str(template), str(tmp_path / "bukti")]) == 2
    assert "bukan folder" in capsys.readouterr().err
