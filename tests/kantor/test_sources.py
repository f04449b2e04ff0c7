"""Which workbooks are meant by the sources of a rekap."""

from pathlib import Path

import openpyxl
import pytest

from zi_excel.errors import WorkbookError
from zi_excel.frames import list_rows
from zi_excel.kantor.sources import find_sources


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    """A province's folder, and in it the working folder: files are there, whatever is in them."""
    for name in (
        "Jateng/Kudus/renaksi.xlsx",
        "Jateng/Kudus/~$renaksi.xlsx",
        "Jateng/Kudus/.tersembunyi.xlsx",
        "Jateng/Kudus/catatan.txt",
        "Jateng/Kudus/cadangan/renaksi 2025-11-20 093015.xlsx",
        "Jateng/Pati.XLSM",
        "Bali/Badung.xlsx",
        "Bali/lama.xls",
        "pusat.xlsx",
        ".git/x.xlsx",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def usual(_: Path) -> tuple[str, ...]:
    """Where backups usually are."""
    return ("cadangan",)


def found(*asked, apart=usual, own=()):
    """The workbooks as they were asked for, each with its name and wilayah; and what was missed."""
    result = find_sources(asked, apart=apart, read_list=list_rows, own=own)
    return [(source.berkas, source.nama, source.wilayah) for source in result.sources], [
        each.asked for each in result.missed
    ]


def plain(*asked, **more) -> set[str]:
    """The workbooks alone, with plain slashes."""
    sources, missed = found(*asked, **more)
    assert not missed
    return {Path(berkas).as_posix() for berkas, _, _ in sources}


def test_a_folder_is_searched_below(place):
    """Without backups, signs of open files, hidden ones and what is no workbook; one of another format is taken too."""
    assert plain(place / "Jateng") == {
        f"{place.as_posix()}/Jateng/Kudus/renaksi.xlsx",
        f"{place.as_posix()}/Jateng/Pati.XLSM",
    }
    assert plain("Bali") == {"Bali/Badung.xlsx", "Bali/lama.xls"}
    assert len(plain(".")) == 5


@pytest.mark.usefixtures("place")
def test_the_wilayah_is_the_folder_below_the_source():
    """However deep the workbook lies; none where it lies in the source itself."""
    sources, _ = found(".")
    assert {Path(berkas).name: wilayah for berkas, _, wilayah in sources} == {
        "renaksi.xlsx": "Jateng",
        "Pati.XLSM": "Jateng",
        "Badung.xlsx": "Bali",
        "lama.xls": "Bali",
        "pusat.xlsx": None,
    }
    assert found("Jateng")[0] == [("Jateng/Pati.XLSM", None, None), ("Jateng/Kudus/renaksi.xlsx", None, "Kudus")]


@pytest.mark.usefixtures("place")
def test_a_pattern_is_one_whatever_the_shell():
    """Its wilayah is the folder below its fixed part."""
    assert found("*/*.xlsx")[0] == [("Bali/Badung.xlsx", None, "Bali")]
    assert plain("**/*.xlsx") == {"Bali/Badung.xlsx", "Jateng/Kudus/renaksi.xlsx", "pusat.xlsx"}
    assert found("Jateng/*/renaksi.xlsx")[0] == [("Jateng/Kudus/renaksi.xlsx", None, "Kudus")]


@pytest.mark.usefixtures("place")
def test_each_workbook_counts_once():
    """Whichever sources mean it, and by whatever path."""
    assert len(plain(".", "Jateng", "pusat.xlsx", Path("pusat.xlsx").resolve(), "*.xlsx")) == 5


@pytest.mark.usefixtures("place")
def test_what_is_not_there_is_told():
    """A workbook, a folder without any, a pattern without any."""
    Path("kosong").mkdir()
    sources, missed = found("hilang.xlsx", "kosong", "*.xlsm", "pusat.xlsx")
    assert len(sources) == 1
    assert missed == ["hilang.xlsx", "kosong", "*.xlsm"]


def test_backups_beside_the_workbooks_or_above_are_known_by_their_name(place):
    """A backup folder that holds workbooks too hides none of them."""
    (place / "Bali" / "Badung 2025-11-20 093015.xlsx").touch()
    (place / "Bali" / "Badung 2025-11-20 093015 (2).xlsx").touch()
    assert plain("Bali", apart=lambda _: (".",)) == {"Bali/Badung.xlsx", "Bali/lama.xls"}
    assert plain("Bali", apart=lambda _: ("..",)) >= {"Bali/Badung.xlsx"}


@pytest.mark.usefixtures("place")
def test_evidence_and_backups_elsewhere_are_passed_over():
    """Wherever they stand in the order of folders."""
    assert plain(".", apart=lambda folder: ("../Bali",) if folder.name == "Jateng" else ()) == {
        "./Jateng/Kudus/renaksi.xlsx".removeprefix("./"),
        "Jateng/Kudus/cadangan/renaksi 2025-11-20 093015.xlsx",
        "Jateng/Pati.XLSM",
        "pusat.xlsx",
    }


@pytest.mark.usefixtures("place")
def test_the_rekap_itself_is_no_source():
    """Wherever it is written to."""
    assert "pusat.xlsx" not in plain(".", own=[Path("pusat.xlsx")])


LISTS = {
    "semicolons": ("daftar.csv", "BERKAS;KANTOR;WILAYAH\r\npusat.xlsx;KPU Pusat;DKI\r\nBali/Badung.xlsx;;\r\n;;\r\n"),
    "commas": ("daftar.csv", 'No,Kantor,Berkas,Wilayah\n1,KPU Pusat,pusat.xlsx,DKI\n2,"",Bali/Badung.xlsx,\n'),
    "tabs": ("daftar.csv", "kantor\tberkas\twilayah\nKPU Pusat\tpusat.xlsx\tDKI\n\tBali/Badung.xlsx\t\n"),
    "a mark": ("daftar.csv", "\ufeffBERKAS;KANTOR;WILAYAH\npusat.xlsx;KPU Pusat;DKI\nBali/Badung.xlsx\n"),
    "a heading": (
        "daftar.csv",
        "Daftar kantor 2025\n\nBERKAS;KANTOR;WILAYAH\npusat.xlsx;KPU Pusat;DKI\nBali/Badung.xlsx;;\n",
    ),
}


@pytest.mark.parametrize("case", LISTS)
@pytest.mark.usefixtures("place")
def test_a_list_says_which_workbooks_and_who_they_are(case):
    """`.csv` however it is separated; its paths are meant from its folder, blanks say nothing."""
    name, text = LISTS[case]
    Path(name).write_text(text, "utf-8")
    assert found(name)[0] == [("pusat.xlsx", "KPU Pusat", "DKI"), ("Bali/Badung.xlsx", None, None)]


@pytest.mark.usefixtures("place")
def test_a_list_may_be_a_workbook():
    """Whatever stands above its titles; a number is the text that it shows."""
    book = openpyxl.Workbook()
    for row in (("Daftar kantor",), (), ("No", "KANTOR", "BERKAS", "WILAYAH"), (1, "KPU Pusat", "pusat.xlsx", 31)):
        book.active.append(list(row))
    Path("sub").mkdir()
    book.save("sub/daftar.xlsx")
    assert found("sub/daftar.xlsx")[0] == [("sub/pusat.xlsx", "KPU Pusat", "31")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "KANTOR;WILAYAH\nA;B\n"),
        ("b.csv", ""),
        ("c.csv", "\n\n"),
        ("d.csv", "\0\0"),
        ("e.csv", '"'),
        ("f.xlsx", [("KANTOR", "WILAYAH"), ("A", "B")]),
    ],
)
@pytest.mark.usefixtures("place")
def test_a_list_without_its_column_is_refused(name, content):
    """With the name of the column."""
    if isinstance(content, str):
        Path(name).write_text(content, "utf-8")
    else:
        book = openpyxl.Workbook()
        for row in content:
            book.active.append(list(row))
        book.save(name)
    with pytest.raises(WorkbookError, match="BERKAS"):
        found(name)


@pytest.mark.usefixtures("place")
def test_a_matrix_with_a_column_of_that_name_is_a_workbook():
    """BERKAS beside INDIKATOR is where its office puts evidence."""
    book = openpyxl.Workbook()
    book.active.append(["NO", "KOMPONEN", "INDIKATOR", "TARGET WAKTU", "BERKAS"])
    book.save("matriks.xlsx")
    assert found("matriks.xlsx")[0] == [("matriks.xlsx", None, None)]
