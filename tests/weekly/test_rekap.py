"""The rekap of many offices, where the settings want one: after the workbooks, and never at their cost."""

import pytest

import zi_excel
from zi_excel.cli import run
from zi_excel.reader.header.own_report import is_report_file
from zi_excel.signs import REKAP_NAME

WANTED = '[rekap]\nkeluaran = "Rekap.xlsx"\npekerja = 1'


@pytest.fixture
def two(office):
    """Two workbooks, and settings that want a rekap."""
    office.book("a.xlsx")
    office.book("b.xlsx")
    office.configure(rest=WANTED)
    return office


@pytest.mark.slow
def test_the_rekap_is_written_after_the_workbooks(two):
    """Of all that the run refreshed, as of the same day; next time it is never taken for a workbook."""
    outcome = two.run()
    assert outcome.exit_code == 0
    assert is_report_file(two.folder / "Rekap.xlsx", name=REKAP_NAME)
    assert (outcome.rekap.kantor, outcome.rekap.changed, outcome.rekap.unread) == (2, True, ())
    assert "rekap ditulis; 2 kantor" in two.lines()
    assert two.result()["rekap"]["kantor"] == 2
    again = two.run()
    assert {book.path.name for book in again.books} == {"a.xlsx", "b.xlsx"}
    assert (again.exit_code, again.rekap.changed) == (0, False)


@pytest.mark.slow
def test_who_can_not_be_read_is_told_and_the_rekap_stands(two, capfd):
    """From sources of its own: the run's workbooks are as well off as ever."""
    sent = two.folder / "kiriman" / "Jateng"
    two.book("kiriman/Jateng/c.xlsx")
    (sent / "rusak.xlsx").write_bytes(b"PK")
    two.configure(buku=("a.xlsx",), rest=f'{WANTED}\nsumber = ["kiriman"]')
    assert run(["mingguan", "--konfigurasi", str(two.settings)]) == 0
    assert "rusak.xlsx' rusak atau terpotong" in capfd.readouterr().err
    result = two.result()["rekap"]
    assert (result["kantor"], len(result["tidak_terbaca"])) == (1, 1)


@pytest.mark.slow
def test_a_rekap_that_can_not_be_written_ends_with_3(two):
    """The workbooks are refreshed all the same; what stands there is not touched."""
    other = two.folder / "Rekap.xlsx"
    two.configure(buku=("a.xlsx",), rest=WANTED)
    other.write_bytes((two.folder / "b.xlsx").read_bytes())
    before = other.read_bytes()
    outcome = two.run()
    assert outcome.exit_code == 3
    assert all(book.done for book in outcome.books)
    assert "bukan rekap buatan zi-excel" in outcome.rekap.message
    assert "rekap TIDAK ditulis" in two.lines()
    assert other.read_bytes() == before


def test_no_rekap_unless_it_is_wanted(office):
    """Without `[rekap]` nothing of it is written or told."""
    office.book()
    outcome = office.run()
    assert outcome.rekap is None
    assert office.result()["rekap"] is None


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("[rekap]", "`rekap.keluaran` harus diisi"),
        ('[rekap]\nkeluaran = "rekap.pdf"', "`rekap.keluaran` harus nama berkas yang berakhiran .xlsx"),
        ('[rekap]\nkeluaran = "a.xlsx"\nsumber = "x"', "`rekap.sumber` harus berupa daftar teks"),
        ('[rekap]\nkeluaran = "a.xlsx"\npekerja = 0', "`rekap.pekerja` harus antara 1 dan 64"),
    ],
)
def test_settings_that_can_not_be_followed_are_refused(table, sentence, tmp_path):
    """By name, with what is expected."""
    (tmp_path / "zi-excel.toml").write_text(table)
    with pytest.raises(zi_excel.UsageError, match=sentence):
        zi_excel.periksa_konfigurasi(tmp_path)
