"""Every setting of zi-excel.toml reaches the stage that it is for."""

import json
import zipfile
from datetime import date

import openpyxl
import pytest

from zi_excel.errors import UsageError, WorkbookError
from zi_excel.measuring.measure import Status
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.findings import Level
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi

PER = date(2025, 11, 20)


@pytest.fixture
def configured(book):
    """Writes zi-excel.toml beside the workbook and hands out the workbook's path."""

    def write(text: str):
        (book.parent / "zi-excel.toml").write_text(text, "utf-8")
        return book

    return write


def statuses(path) -> dict[str, Status]:
    """The status of each indikator."""
    return {each.indikator.kode: each.status for each in capaian(path, per=PER).measurement.indikator}


def test_ambang_poin(configured):
    """A range that is 91 % behind is only seen where the tolerance is below that."""
    assert statuses(configured(""))["II.1.a"] is Status.PERLU_PERHATIAN
    assert statuses(configured("[ambang]\npoin = 90"))["II.1.a"] is Status.BELUM_MULAI


@pytest.mark.usefixtures("decree_book")
def test_ambang_hari(configured):
    """31 December is 41 days off."""
    assert statuses(configured("[ambang]\nhari = 40"))["III.2.a"] is Status.BELUM_MULAI
    assert statuses(configured("[ambang]\nhari = 41"))["III.2.a"] is Status.PERLU_PERHATIAN


def test_tahun(configured):
    """A setting beats the title."""
    assert capaian(configured("tahun = 2031"), per=PER).plan.year == 2031


def test_kolom(configured):
    """KENDALA is taken from the column that the setting names."""
    plan = capaian(configured('[kolom]\nkendala = "L"\ntindak_lanjut = "K"'), per=PER).plan
    assert (plan.columns[Field.KENDALA], plan.columns[Field.TINDAK_LANJUT]) == (12, 11)


def test_lembar(configured):
    """A sheet that has no matrix is not taken for one; the sentence names it."""
    with pytest.raises(WorkbookError, match="Petunjuk"):
        capaian(configured('lembar = "Petunjuk"'), per=PER)


@pytest.mark.usefixtures("decree_book")
def test_aturan(configured):
    """A silenced rule says nothing but its reason."""
    found = validasi(configured('[aturan.ZI605]\ntingkat = "mati"\nalasan = "Sudah dibahas"'), per=PER).findings
    assert [each.reason for each in found if each.code == "ZI605"] in ([], ["Sudah dibahas"])
    assert all(each.level is Level.INFO for each in found)


@pytest.mark.usefixtures("decree_book")
@pytest.mark.slow
def test_aturan_is_shown_wherever_findings_are(configured, zi_excel):
    """Terminal, JSON and Monev Temuan: the changed level, what is kept back, and why; also a kode that is none."""
    path = configured(
        """
        [aturan.ZI601]
        tingkat = "peringatan"
        alasan = "Disusulkan Desember"
        kode = ["II.1"]

        [aturan.ZI503]
        tingkat = "mati"
        alasan = "Bukti lama memang dipakai"
        kode = ["I.3", "IX.9"]
        """
    )
    book = openpyxl.load_workbook(path)
    book["Rencana Aksi"]["F23"] = book["Rencana Aksi"]["F12"] = None
    book.save(path)
    wanted = {
        ("ZI601", "galat", "I.2.a", None),
        ("ZI601", "peringatan", "II.1.a", "Disusulkan Desember"),
        ("ZI503", "info", "I.3.a", "Bukti lama memang dipakai"),
    }
    shown = " ".join(zi_excel("validasi", path, "--rinci", "--per", "2025-11-20").stdout.decode().split())
    assert shown.count("Diubah oleh pengaturan: Disusulkan Desember") == 2  # in the summary and beside the finding
    assert "Pengaturan [aturan.ZI503] menyebut kode yang tidak ada di matriks: “IX.9”." in shown
    told = json.loads(zi_excel("validasi", path, "--format", "json").stdout)["temuan"]
    assert wanted <= {(each["kode_aturan"], each["tingkat"], each["kode"], each["alasan"]) for each in told}
    assert [each["dimatikan"] for each in told if each["dimatikan"]] == [2]
    monev(path, per=PER)
    with zipfile.ZipFile(path) as archive:
        texts = "".join(archive.read(name).decode() for name in archive.namelist() if "/worksheets/sheet" in name)
    for reason in ("Disusulkan Desember", "Bukti lama memang dipakai"):
        assert f"Diubah oleh pengaturan: {reason}" in texts


def test_an_unknown_rule_is_named(configured):
    """With the nearest one that there is."""
    with pytest.raises(UsageError, match=r"ZI999.*ZI9"):
        validasi(configured('[aturan.ZI999]\ntingkat = "info"\nalasan = "x"'))


@pytest.mark.slow
def test_cadangan(configured):
    """So many backups, in that folder."""
    path = configured('[cadangan]\njumlah = 2\nfolder = "simpanan lama"')
    for day in (1, 2, 3, 4):
        monev(path, per=date(2025, 12, day))
    assert len(list((path.parent / "simpanan lama").iterdir())) == 2


def test_konfigurasi_by_path(book, tmp_path):
    """A file named by hand, as text or as a path, counts instead of the one beside the workbook."""
    other = tmp_path / "lain.toml"
    other.write_text("tahun = 2040", "utf-8")
    for named in (other, str(other)):
        assert capaian(book, per=PER, settings=named).plan.year == 2040
