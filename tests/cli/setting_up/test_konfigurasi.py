"""What `konfigurasi` shows at a terminal: every setting as it was understood, and what the weekly run would take."""

import pytest

import zi_excel
from zi_excel.cli import run


def test_what_was_understood(book, capsys):
    """Every setting with its value, which are defaults, and which workbooks the weekly run would take now."""
    zi_excel.monev(book)
    settings = book.parent / "zi-excel.toml"
    settings.write_text(
        'kantor = "KPU"\n[mingguan]\nbuku = ["**/*.xlsx", "tidak ada.xlsx"]\n[kolom]\nno = "A"\n'
        '[aturan.ZI503]\ntingkat = "mati"\nalasan = "Sudah"\n[[penanda_tangan]]\nnama = "Siti"\njabatan = "Ketua"',
        "utf-8",
    )
    assert run(["konfigurasi", "--periksa", str(settings)]) == 0
    page = capsys.readouterr().out
    for words in (
        "dapat diikuti",
        "kantor          KPU\n",
        "lembar          tidak diatur\n",
        "cadangan        jumlah 10, folder cadangan (bawaan)",
        "no = A",
        "ZI503 mati: Sudah",
        "Siti, Ketua",
        "Penyegaran mingguan: 1 buku kerja",
        "Pola 'tidak ada.xlsx'",
        "(di folder cadangan)",
        "sampai 120 menit",
    ):
        assert words in page, words
    assert [line for line in page.splitlines() if line.strip() == str(book)]


def test_the_rekap_of_the_run(book, capsys):
    """Where it goes and what it is made of; nothing where none is written."""
    settings = book.parent / "zi-excel.toml"
    settings.write_text('[mingguan]\nbuku = ["*.xlsx"]', "utf-8")
    assert run(["konfigurasi", "--periksa", str(settings)]) == 0
    assert "rekap           tidak diatur\n" in capsys.readouterr().out
    settings.write_text(
        '[mingguan]\nbuku = ["*.xlsx"]\n[rekap]\nkeluaran = "rekap.xlsx"\nsumber = ["kantor/"]', "utf-8"
    )
    assert run(["konfigurasi", "--periksa", str(settings)]) == 0
    assert "rekap           rekap.xlsx\n" in (page := capsys.readouterr().out)
    assert "dari kantor/" in page


def test_where_the_reports_would_go(book, capsys):
    """Of each workbook, and which two would have the same one."""
    (book.parent / "dalam").mkdir()
    (book.parent / "dalam" / book.name).write_bytes(book.read_bytes())
    settings = book.parent / "zi-excel.toml"
    reports = book.parent / "semua" / "{buku}.xlsx"
    settings.write_text(f"[mingguan]\nbuku = ['**/*.xlsx']\nlaporan = '{reports}'", "utf-8")
    assert run(["konfigurasi", "--periksa", str(settings)]) == 0
    page = capsys.readouterr().out
    assert page.count(f"laporan: {book.parent / 'semua' / book.name}\n") == 2
    assert page.count("satu dari keduanya tidak ditulis") == 1


@pytest.mark.parametrize("name", [[], ["zi-excel.toml"], ["."]])
def test_the_file_of_this_folder_is_the_usual_one(tmp_path, monkeypatch, capsys, name):
    """Without a name, by its name, by its folder."""
    (tmp_path / "zi-excel.toml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["konfigurasi", "--periksa", *name]) == 0
    assert "Penyegaran mingguan tidak diatur" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lember = 1", "lember"),
        ("[aturan.ZI999]\ntingkat = 'mati'\nalasan = 'x'", "ZI999"),
        ("[mingguan]\ntunggu_menit = 5", "mingguan.buku"),
        ("[mingguan]\nbuku = ['*.xlsx']\nlog = 'tidak ada/x.log'", "mingguan.log"),
    ],
)
def test_what_cannot_be_followed_is_exit_2(tmp_path, capsys, text, word):
    """One sentence, as from every command that reads it."""
    path = tmp_path / "zi-excel.toml"
    path.write_text(text, "utf-8")
    assert run(["konfigurasi", "--periksa", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [[], ["--contoh", "--periksa"], ["--contoh", "x.toml"], ["x.toml"], ["--periksa", "tidak ada.toml"]]
)
def test_wrong_usage(arguments, capsys):
    """One of the two must be asked for; the file must be there."""
    assert run(["konfigurasi", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
