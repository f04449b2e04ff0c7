"""The digest per penanggung jawab, as a whole: from a workbook to the text that is pasted into a message."""

import re
from datetime import date

import openpyxl
import pytest

import zi_excel
from zi_excel.errors import UsageError

PER = date(2025, 11, 20)
HEADER = (
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)",
    "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT",
)  # fmt: skip
LATE, SOON, FAR, RANGE = "Oktober 2025", "November 2025", "Desember 2025", "Januari - Desember 2025"


@pytest.fixture
def office(tmp_path):
    """office(rows): a workbook of one subkomponen; each row is (target, penanggung jawab, realisasi, tautan)."""
    path = tmp_path / "rencana aksi.xlsx"

    def write(*rows):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.title = "Rencana Aksi"
        sheet.append(["RENCANA AKSI TAHUN 2025"])
        sheet.append(HEADER)
        sheet.append(["I", "MANAJEMEN PERUBAHAN"])
        for at, (target, who, realisasi, link) in enumerate(rows):
            number = (1, "Tim Kerja") if at == 0 else (None, None)
            letter = chr(97 + at)
            texts = (f"{letter}. Kegiatan {letter.upper()}", f"Menyusun {letter}", f"SK {letter}")
            sheet.append([*number, *texts, target, who, realisasi, None, link])
        workbook.save(path)
        return path

    return write


def text(path, **options):
    return zi_excel.ringkas(path, per=PER, **options).text


def test_one_block(office):
    """Late first by days, then what is due, what lacks evidence; what is done and linked isn't spoken of."""
    path = office(
        (LATE, "Tim A", 0, None),
        ("September 2025", "Tim A", 0.5, None),
        (SOON, "Tim A", 0, None),
        (FAR, "Tim A", 0, None),
        (RANGE, "Tim A", 0.1, None),
        (LATE, "Tim A", 1, "https://a.id/x"),
        (LATE, "Tim A", 1, None),
        ("entah kapan", "Tim A", 0, None),
    )
    assert text(path) == (
        "*Rencana Aksi ZI* per 20 November 2025\n"
        "\n"
        "*Tim A*\n"
        "8 indikator, 2 selesai, capaian 33%\n"
        "Terlambat (2):\n"
        "- I.1.b Kegiatan B: terlambat 51 hari, realisasi 50%\n"
        "- I.1.a Kegiatan A: terlambat 20 hari\n"
        "Jatuh tempo dalam 14 hari (1):\n"
        "- I.1.c Kegiatan C: 10 hari lagi, 30 November 2025\n"
        "Tertinggal dari rencana (1):\n"
        "- I.1.e Kegiatan E: 10% dari rencana 83%\n"
        "Target atau realisasi tidak terbaca (1):\n"
        "- I.1.h Kegiatan H\n"
        "Bukti belum lengkap (1):\n"
        "- I.1.g Kegiatan G: selesai, TAUTAN BUKTI belum diisi\n"
        "\n"
        "Perubahan belum dapat disebut: riwayatnya dimulai saat zi-excel monev dijalankan.\n"
    )


def test_blocks(office):
    """One per penanggung jawab, who has most that is late first; a row that names two is in both; blank ones last."""
    path = office(
        (FAR, None, 0, None),
        (FAR, "Tim C", 0, None),
        (LATE, "Tim B", 0, None),
        (LATE, "Tim A dan Tim B", 0, None),
        (FAR, "TIM  a", 0, None),
    )
    blocks = zi_excel.ringkas(path, per=PER).digest.blocks
    assert [(each.nama, each.jumlah) for each in blocks] == [
        ("Tim B", 2),
        ("Tim A", 2),
        ("Tim C", 1),
        ("(tanpa penanggung jawab)", 1),
    ]


@pytest.mark.parametrize(("per", "when"), [(date(2025, 11, 30), "hari ini"), (date(2025, 11, 29), "besok")])
def test_days_left(office, per, when):
    """Today and tomorrow have their own words."""
    assert f"Kegiatan A: {when}, 30 November 2025" in zi_excel.ringkas(office((SOON, "Tim A", 0, None)), per=per).text


def test_the_settings_days(office):
    """Within how many days is the office's to say; its name stands in the first line."""
    path = office((FAR, "Tim A", 0, None))
    (path.parent / "zi-excel.toml").write_text('kantor = "KPU *X*"\n[ambang]\nhari = 60\n', "utf-8")
    assert "*Rencana Aksi ZI KPU X* per" in text(path)
    assert "Jatuh tempo dalam 60 hari (1):\n- I.1.a Kegiatan A: 41 hari lagi" in text(path)


def test_long_lists_are_capped(office):
    """Five and how many more; six are shown, since "dan 1 lagi" would be as long."""
    assert "lagi" not in text(office(*[(LATE, "Tim A", 0, None)] * 6))
    seven = text(office(*[(LATE, "Tim A", 0, None)] * 7))
    assert "Terlambat (7):" in seven
    assert "I.1.e Kegiatan E: terlambat 20 hari\n- ... dan 2 lagi\n" in seven


def test_nothing_urgent(office):
    """Said in words."""
    assert "capaian 0%\nTidak ada yang mendesak.\n" in text(office((FAR, "Tim A", 0, None)))


@pytest.mark.filterwarnings("ignore:.*extension is not supported")
@pytest.mark.slow
def test_changes_since_the_last_refresh(office):
    """What was reported first; from the tab Monev Riwayat."""
    path = office((LATE, "Tim A", 0, None), (FAR, "Tim A", 0, None), (FAR, "Tim B", 0, None))
    zi_excel.monev(path, per=date(2025, 10, 30))
    workbook = openpyxl.load_workbook(path)
    workbook["Rencana Aksi"]["H5"] = 0.5
    workbook.save(path)
    told = text(path, penanggung_jawab="Tim A")
    assert "Berubah sejak 30 Oktober 2025 (2):\n- I.1.b Kegiatan B: 0% menjadi 50%\n" in told
    assert re.search(r"- I\.1\.a Kegiatan A: .* menjadi ✖ Terlambat\n", told, re.IGNORECASE)
    assert "Tim B" not in told
    assert "belum dapat disebut" not in told


def test_evidence_on_disk(office):
    """A file that isn't there, and files that nobody linked."""
    path = office((FAR, "Tim A", 0.5, "I.1.a/SK.pdf"), (FAR, "Tim A", 0.5, None))
    (path.parent / "bukti" / "I.1.b").mkdir(parents=True)
    (path.parent / "bukti" / "I.1.b" / "Notula.pdf").write_text("x")
    told = text(path, folder_bukti=path.parent / "bukti")
    assert "- I.1.a Kegiatan A: berkas I.1.a/SK.pdf tidak ada\n" in told
    assert "- I.1.b Kegiatan B: ada 1 berkas di foldernya, belum ditautkan\n" in told
    assert "Bukti belum lengkap" not in text(path)
    (path.parent / "zi-excel.toml").write_text('folder_bukti = "bukti"\n', "utf-8")
    assert text(path) == told
    codes = {each.code for each in zi_excel.validasi(path, per=PER).findings}
    assert {"ZI817", "ZI819"} <= codes
    (path.parent / "zi-excel.toml").unlink()
    assert not {"ZI817", "ZI819"} & {each.code for each in zi_excel.validasi(path, per=PER).findings}


def test_cells_can_not_change_how_it_looks(office):
    """Bold marks, line breaks and what turns the direction of text are taken out."""
    told = text(office((LATE, "Tim *A*\u202e\nX", 0, None)))
    assert "*Tim A X*" in told
    assert "\u202e" not in told


@pytest.mark.parametrize("asked", ["Tim A", "tim  a", "TIMA"])
def test_one_penanggung_jawab(office, asked):
    """Capitals and blanks as they may be."""
    told = text(office((LATE, "Tim A", 0, None), (LATE, "Tim B", 0, None)), penanggung_jawab=asked)
    assert ("*Tim A*" in told, "*Tim B*" in told) == (True, False)


@pytest.mark.parametrize(
    ("asked", "words"), [("Tim Z", "tidak ada di .*: 'Tim A', 'Tim B'"), ("tim", "2 nama: .*lebih lengkap")]
)
def test_unknown_names(office, asked, words):
    """The known ones are named."""
    path = office((LATE, "Tim A", 0, None), (LATE, "Tim B", 0, None))
    with pytest.raises(UsageError, match=words):
        zi_excel.ringkas(path, penanggung_jawab=asked)


def test_evidence_that_is_no_link(office):
    """Who has written something there is not told that nothing is."""
    said = text(office((LATE, "Tim A", 1, "ada di lemari"), (LATE, "Tim A", 1, None)))
    assert "- I.1.a Kegiatan A: selesai, isi TAUTAN BUKTI bukan tautan\n" in said
    assert "- I.1.b Kegiatan B: selesai, TAUTAN BUKTI belum diisi\n" in said


@pytest.mark.filterwarnings("ignore:(Conditional Formatting|Unknown) extension")
@pytest.mark.slow
def test_another_indikator_in_the_place_of_one(office):
    """The new one is new, the old one is gone: neither hides the other, though they have the same kode."""
    path = office((FAR, "Tim A", 0, None), (FAR, "Tim A", 0, None))
    zi_excel.monev(path, per=date(2025, 11, 13))
    workbook = openpyxl.load_workbook(path)
    workbook["Rencana Aksi"]["C5"] = "b. Sosialisasi whistle blowing system"
    workbook["Rencana Aksi"]["D5"] = "Mengadakan rapat terbuka"
    workbook["Rencana Aksi"]["E5"] = "Daftar hadir"
    workbook.save(path)
    said = text(path)
    assert "- I.1.b Sosialisasi whistle blowing system: baru\n" in said
    assert "Tidak ada lagi di matriks: I.1.b\n" in said
