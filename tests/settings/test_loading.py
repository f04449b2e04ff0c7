"""Settings: defaults in code, a TOML file that is followed to the letter or refused with a sentence."""

import os
from pathlib import Path

import pytest
from child_process import POSIX, as_ordinary_user, open_folder

from zi_excel.errors import UsageError
from zi_excel.measuring.status import Ambang
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import Field
from zi_excel.settings.beside import settings_for
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import (
    Cadangan,
    Mingguan,
    RuleSetting,
    Settings,
)

FULL = """\
lembar = "Rencana Aksi"
tahun = 2025
kantor = "KPU Kota Surakarta"

[kolom]
target_waktu = "F"
realisasi = "Capaian (%)"

[ambang]
poin = 7.5
hari = 21

[aturan.ZI606]
tingkat = "mati"
alasan = "Target sebelum keputusan sudah dibahas"

[aturan.ZI802]
tingkat = "info"
alasan = "Bukti disimpan di lemari arsip"
kode = ["I.1.a", "VI.4"]

[[penanda_tangan]]
nama = "Siti Aminah"
jabatan = "Ketua Tim"
nip = "19800101 200501 2 001"
tempat = "Surakarta"

[[penanda_tangan]]
nama = "Budi"
jabatan = "Sekretaris"

[cadangan]
jumlah = 30
folder = 'D:\\Cadangan ZI'

[mingguan]
buku = ['D:\\Rencana Aksi\\*.xlsx', "Bagian Umum/**/*.xlsm"]
tunggu_menit = 90
jeda_menit = 2.5
log = "catatan/monev.log"
hasil = "catatan/monev.json"
"""


@pytest.fixture
def toml(tmp_path):
    """Writes a settings file and returns its path."""

    def write(text):
        path = tmp_path / "zi-excel.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_everything_can_be_set(toml):
    """Each key arrives where it belongs, and nothing else changes."""
    path = toml(FULL)
    assert load_settings(path) == Settings(
        lembar="Rencana Aksi",
        tahun=2025,
        kantor="KPU Kota Surakarta",
        kolom={Field.TARGET_WAKTU: "F", Field.REALISASI: "Capaian (%)"},
        ambang=Ambang(7.5, 21),
        aturan={
            "ZI606": RuleSetting(None, "Target sebelum keputusan sudah dibahas"),
            "ZI802": RuleSetting("info", "Bukti disimpan di lemari arsip", frozenset({"I.1.a", "VI.4"})),
        },
        penanda_tangan=(
            PenandaTangan("Siti Aminah", "Ketua Tim", "19800101 200501 2 001", "Surakarta"),
            PenandaTangan("Budi", "Sekretaris"),
        ),
        cadangan=Cadangan(30, "D:\\Cadangan ZI"),
        mingguan=Mingguan(
            ("D:\\Rencana Aksi\\*.xlsx", "Bagian Umum/**/*.xlsm"), 90, 2.5, "catatan/monev.log", "catatan/monev.json"
        ),
        sumber=path,
    )


def test_an_empty_file_changes_nothing(toml):
    """The defaults stand in code."""
    path = toml("")
    assert load_settings(path) == Settings(sumber=path)
    assert (Settings().ambang, Settings().cadangan) == (Ambang(10, 14), Cadangan(10, "cadangan"))


@pytest.mark.parametrize("text", ["\ufefftahun = 2026", "tahun = 2026\r\n", "# catatan\n\ntahun = 2026"])
def test_what_notepad_makes_of_it_is_read(toml, text):
    """A byte-order mark, Windows line ends, comments."""
    assert load_settings(toml(text)).tahun == 2026


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lember = 'x'", ["`lember`", "`lembar`"]),
        ("Lembar = 'x'", ["`Lembar`", "`lembar`"]),
        ("poin = 5", ["`poin`", "`ambang.poin`"]),
        ("[ambang]\npoint = 5", ["`ambang.point`", "`ambang.poin`"]),
        ("[ambang]\nlembar = 'x'", ["`ambang.lembar`", "`lembar`"]),
        ("[ambng]\npoin = 5", ["`ambng`", "`ambang`"]),
        ("[kolom]\ntarget = 'F'", ["`kolom.target`", "`kolom.target_waktu`"]),
        ("[cadangan]\njumlh = 3", ["`cadangan.jumlh`", "`cadangan.jumlah`"]),
        ("[[penanda_tangan]]\nnama = 'A'\njabatn = 'B'", ["jabatn", "`penanda_tangan.jabatan`"]),
        ("[aturan.ZI606]\ntingkt = 'mati'", ["`aturan.ZI606.tingkt`", "`aturan.ZI606.tingkat`"]),
        ("sumber = 'x'", ["`sumber` tidak dikenal"]),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_known_one(toml, text, words):
    """No key is ignored in silence."""
    path = toml(text)
    with pytest.raises(UsageError) as failure:
        load_settings(path)
    for word in [*words, str(path), "tidak dikenal; maksud Anda"]:
        assert word in str(failure.value)
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lembar = 5", ["`lembar`", "teks"]),
        ("lembar = ' '", ["`lembar`", "tidak kosong"]),
        ("tahun = '2025'", ["`tahun`", "angka", "tanpa tanda kutip"]),
        ("tahun = true", ["`tahun`", "angka"]),
        ("tahun = 2025.5", ["`tahun`", "bilangan bulat"]),
        ("tahun = 25", ["`tahun`", "antara 1990 dan 2100", "25"]),
        ("tahun = nan", ["`tahun`", "angka"]),
        ("ambang = 5", ["`ambang`", "`[ambang]`"]),
        ("[ambang]\npoin = 101", ["`ambang.poin`", "antara 0 dan 100"]),
        ("[ambang]\nhari = -1", ["`ambang.hari`", "antara 0 dan 366"]),
        ("[kolom]\nno = 1", ["`kolom.no`", "teks"]),
        ("[kolom]\nno = 'A'\nkomponen = 'a'", ["kolom.no", "kolom.komponen", "sama"]),
        ("[cadangan]\njumlah = 0", ["`cadangan.jumlah`", "antara 1"]),
        ("[penanda_tangan]\nnama = 'A'", ["`[[penanda_tangan]]`"]),
        ("[[penanda_tangan]]\nnama = 'A'", ["`penanda_tangan.jabatan`", "diisi"]),
        ("aturan = 'mati'", ["`[aturan]`"]),
        ("[aturan.601]\ntingkat = 'mati'", ["`aturan.601`", "ZI601"]),
        ("[aturan]\nZI601 = 'mati'", ["`[aturan.ZI601]`"]),
        ("[aturan.ZI601]\ntingkat = 'mati'", ["`aturan.ZI601.alasan`", "diisi"]),
        ("[aturan.ZI601]\nalasan = 'x'", ["`aturan.ZI601.tingkat`", "diisi"]),
        ("[aturan.ZI601]\ntingkat = 'off'\nalasan = 'x'", ["mati, info, peringatan, galat"]),
        ("[aturan.ZI601]\ntingkat = 'info'\nalasan = 'x'\nkode = 'I.1.a'", ["`aturan.ZI601.kode`", "daftar"]),
        ("[aturan.ZI601]\ntingkat = 'info'\nalasan = 'x'\nkode = []", ["`aturan.ZI601.kode`", "daftar"]),
        ("tahun = 2025\nlembar = 'x\nkantor = 'y'", ["baris 2"]),
        ('lembar = """x', ["akhir berkas"]),
        ('[cadangan]\nfolder = "D:\\Cadangan"', ["baris 2", "tanda kutip tunggal"]),
        ("[ambang", ["penulisannya salah"]),
        ("tahun = 2025\ntahun = 2026", ["penulisannya salah"]),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_expected(toml, text, words):
    """File, key, and what to write there, in one sentence."""
    path = toml(text)
    with pytest.raises(UsageError) as failure:
        load_settings(path)
    for word in [*words, str(path)]:
        assert word in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_file_that_is_no_text(tmp_path):
    """Saved as UTF-16 by Notepad."""
    path = tmp_path / "zi-excel.toml"
    path.write_bytes("lembar = 'Größe'".encode("utf-16"))
    with pytest.raises(UsageError, match="UTF-8"):
        load_settings(path)


@pytest.mark.parametrize(("name", "word"), [("tidak-ada.toml", "tidak ditemukan"), (".", "folder")])
def test_a_named_file_that_is_none(tmp_path, name, word):
    """Who names a settings file wants it followed."""
    with pytest.raises(UsageError, match=word):
        settings_for(tmp_path / "buku.xlsx", tmp_path / name)


@POSIX
def test_a_file_that_may_not_be_read():
    """A sentence, not a traceback."""
    with open_folder() as folder:
        path = folder / "zi-excel.toml"
        path.write_text(FULL, "utf-8")
        path.chmod(0)

        def work():
            with pytest.raises(UsageError, match="izin"):
                load_settings(path)

        assert as_ordinary_user(work) == 0


def test_the_file_beside_the_workbook_is_found(toml):
    """And the named one goes before it."""
    beside = toml("tahun = 2026")
    other = beside.with_name("lain.toml")
    other.write_text("tahun = 2027", "utf-8")
    workbook = beside.with_name("buku.xlsx")
    assert settings_for(workbook).tahun == 2026
    assert settings_for(workbook, other).tahun == 2027


def test_without_a_file_the_defaults_hold(tmp_path):
    """Also where the folder itself is missing: the workbook's reader says so."""
    assert settings_for(tmp_path / "buku.xlsx") == Settings()
    assert settings_for(Path("tidak/ada/buku.xlsx")) == Settings()


def test_a_folder_of_that_name_is_not_passed_over(tmp_path):
    """What stands there in the settings' place is told, not ignored."""
    (tmp_path / "zi-excel.toml").mkdir()
    with pytest.raises(UsageError, match=r"zi-excel\.toml"):
        settings_for(tmp_path / "buku.xlsx")


@pytest.mark.parametrize("key", ["folder_bukti", "cadangan.folder", "mingguan.log", "mingguan.hasil", "penetapan"])
@pytest.mark.parametrize("value", ["a/" * 3000, "b" * 5000, "nol\\u0000di tengah"], ids=["deep", "long", "NUL"])
def test_a_path_that_can_be_none(tmp_path, key, value):
    """Thousands of levels or letters, a NUL: one sentence that names the setting, before anything is done."""
    table, _, name = key.rpartition(".")
    ending = {"log": "x.log", "hasil": "x.json", "penetapan": "x.penetapan.toml"}.get(name, "")
    path = tmp_path / "zi-excel.toml"
    path.write_text(f'[{table}]\n{name} = "{value}{ending}"' if table else f'{name} = "{value}{ending}"', "utf-8")
    with pytest.raises(UsageError, match=f"`{key}` harus nama") as refused:
        load_settings(path)
    assert len(str(refused.value)) < 400


def test_brackets_within_thousands_of_brackets(tmp_path):
    """No defect."""
    path = tmp_path / "zi-excel.toml"
    path.write_text("x = " + "[" * 5000, "utf-8")
    with pytest.raises(UsageError, match=r"bertumpuk terlalu dalam|penulisannya salah"):
        load_settings(path)


@POSIX
def test_a_pipe_for_settings_is_not_waited_for(tmp_path):
    """Nor is a file without end read to its end."""
    path = tmp_path / "zi-excel.toml"
    os.mkfifo(path)
    with pytest.raises(UsageError, match="tidak dapat dibaca"):
        load_settings(path)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(UsageError, match="tidak dapat dibaca"):
        load_settings(path)
    path.unlink()
    path.write_bytes(b"#" * (1 << 20) + b"\n")
    with pytest.raises(UsageError, match="terlalu besar"):
        load_settings(path)
