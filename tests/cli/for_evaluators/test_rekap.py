"""`zi-excel rekap`: many offices' workbooks as one."""

import json
from pathlib import Path

import openpyxl
import pytest
from many_offices import write_many

from zi_excel.cli import run


def three(folder: Path) -> None:
    """Three offices, one in each wilayah."""
    write_many(folder, 3)


@pytest.fixture
def province(prepared, tmp_path, monkeypatch) -> Path:
    """Their folder, `prov`, and in the folder above it."""
    monkeypatch.chdir(tmp_path)
    return prepared(three, tmp_path / "prov")


@pytest.fixture
def rekap(capfd):
    """rekap("prov", "--coba") -> (exit code, stdout, stderr), by one process and as of one day."""

    def call(*arguments):
        code = run(["rekap", *map(str, arguments), "--pekerja", "1", "--per", "2025-11-20"])
        return (code, *capfd.readouterr())

    return call


@pytest.mark.slow
@pytest.mark.usefixtures("province")
def test_the_rekap_is_written_and_told(rekap):
    """Again the same day nothing is written; on another source it is replaced, and the one before kept."""
    code, out, err = rekap("prov", "-o", "rekap.xlsx")
    assert (code, err) == (0, "")
    assert out.startswith("Rekap ditulis: rekap.xlsx\n  Per 20 November 2025: 3 kantor; rata-rata ")
    assert "Kantor" in openpyxl.load_workbook("rekap.xlsx", read_only=True).sheetnames
    before = Path("rekap.xlsx").read_bytes()
    assert rekap("prov", "-o", "rekap.xlsx")[1].startswith("Rekap sudah sama, tidak ditulis lagi")
    assert Path("rekap.xlsx").read_bytes() == before
    code, out, _ = rekap("prov/Bali", "-o", "rekap.xlsx")
    assert (code, "Rekap sebelumnya disimpan: " in out) == (0, True)
    assert [path.read_bytes() for path in Path("cadangan").iterdir()] == [before]


@pytest.mark.slow
def test_a_line_per_failure(province, rekap):
    """On stderr, and exit 1; the rekap is written all the same."""
    (province / "rusak.xlsx").write_bytes(b"PK")
    code, _, err = rekap("prov", "hilang.xlsx", "-o", "rekap.xlsx", "--diam")
    assert code == 1
    assert sorted(line.split("'")[1] for line in err.splitlines()) == ["hilang.xlsx", "prov/rusak.xlsx"]
    assert Path("rekap.xlsx").exists()


@pytest.mark.slow
def test_coba_shows_names_and_writes_nothing(province, rekap, tmp_path):
    """Two of one name are told apart already."""
    before = sorted(tmp_path.rglob("*"))
    code, out, err = rekap("prov", "-o", "rekap.xlsx", "--coba")
    assert (code, err) == (0, "")
    assert "Bali · KPU KOTA 0 (renaksi 0.xlsx)  <-  prov/Bali/renaksi 0.xlsx" in out
    assert "Jateng · KPU KOTA 0 (renaksi 1.xlsx)" in out
    assert sorted(tmp_path.rglob("*")) == before
    assert province.exists()


@pytest.mark.slow
@pytest.mark.usefixtures("province")
def test_data_formats(rekap):
    """JSON and CSV on stdout or in a file; the keys are the contract's, in its order."""
    code, out, _ = rekap("prov", "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert list(data)[:6] == ["per", "ringkasan", "kantor", "wilayah", "komponen", "indikator"]
    assert list(data["ringkasan"])[:6] == ["kantor", "terbaca", "rata_rata", "median", "terendah", "tertinggi"]
    assert list(data["kantor"][0])[:8] == [
        "nama", "wilayah", "berkas", "total", "komponen", "temuan", "riwayat_terakhir", "capaian_lalu",
    ]  # fmt: skip
    assert rekap("prov", "--format", "json", "-o", "rekap.json")[1] == ""
    assert json.loads(Path("rekap.json").read_text("utf-8")) == data
    assert rekap("prov", "--format", "csv")[1].startswith("\ufeffkantor;wilayah;berkas;kode;")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["prov"], 2, "sebutkan dengan -o di mana rekap .xlsx ditulis"),
        (["prov", "-o", "rekap.pdf"], 2, "harus berakhiran .xlsx"),
        (["prov", "-o", "tidak ada/rekap.xlsx"], 3, "folder 'tidak ada' tidak ada"),
        (["prov", "-o", "prov/Bali/renaksi 0.xlsx"], 3, "bukan rekap buatan zi-excel, jadi tidak ditimpa"),
        (["prov", "--format", "csv", "-o", "prov/Bali/renaksi 0.xlsx"], 3, "bukan rekap .csv buatan zi-excel"),
        (["prov", "--format", "parquet"], 2, "di mana rekap .parquet ditulis"),
        (["prov", "-o", "rekap.xlsx", "--batas", "0"], 2, "`0` bukan bilangan bulat di atas 0"),
        (["prov", "-o", "rekap.xlsx", "--batas", "dua"], 2, "`dua` bukan bilangan bulat di atas 0"),
        (["hilang", "-o", "rekap.xlsx"], 3, "'hilang' tidak ditemukan"),
        ([], 2, "SUMBER... belum disebut"),
    ],
)
@pytest.mark.usefixtures("province")
def test_a_wrong_question_is_one_sentence(arguments, code, sentence, rekap):
    """And nothing is written."""
    answer, out, err = rekap(*arguments)
    assert (answer, out) == (code, "")
    assert sentence in err
    assert err.count("\n") == 1
    assert not Path("rekap.xlsx").exists()


@pytest.mark.usefixtures("province")
def test_an_output_that_is_open_is_told_before_anything_is_read(rekap, monkeypatch):
    """In Excel: its sign lies beside it."""
    from zi_excel import store
    from zi_excel.errors import BusyError
    from zi_excel.verbs import rekap as verb

    def open_in_excel(path):
        raise BusyError(f"'{path}' sedang dibuka di Excel; tutup dahulu, lalu ulangi.")

    Path("rekap.xlsx").touch()
    monkeypatch.setattr(verb, "_is_rekap", lambda _: True)
    monkeypatch.setattr(store, "check_not_open", open_in_excel)
    monkeypatch.setattr(verb, "find_sources", None)
    assert rekap("prov", "-o", "rekap.xlsx")[0] == 3
