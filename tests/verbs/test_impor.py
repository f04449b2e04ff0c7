"""The verb `impor`: the decree in, workbook, record and settings out."""

import tomllib
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import zi_excel
from zi_excel.documents.pages import Judged
from zi_excel.enacted.beside import record_path
from zi_excel.enacted.record import read_record
from zi_excel.errors import UsageError

DECREE = Path(__file__).parents[3] / "shared" / "decree" / "keputusan-31-2025.txt"
HEADER = "NO\tKOMPONEN\tINDIKATOR\tRENCANA AKSI\tDATA DUKUNG\tTARGET WAKTU\tPIC\tANGGARAN"
PLAN = f"""\
RENCANA AKSI ZONA INTEGRITAS TAHUN 2026

{HEADER}
I\tMANAJEMEN PERUBAHAN
1\tTim Kerja\ta. SK tim\tMenyusun SK\tSK\tJanuari 2026\tSubbag Umum\t1.000.000
\t\tb. Rapat\tRapat\tNotulen\tMaret 2026\tSubbag Hukum\tnihil
II\tPENATAAN TATALAKSANA
1\tSOP\ta. Menyusun SOP\tMenyusun\tSOP\tJuni 2026\tSubbag Umum\t
"""


@pytest.fixture
def decree() -> Path:
    if not DECREE.exists():
        pytest.skip(f"naskah keputusan tidak ada di {DECREE.parent}")
    return DECREE


@pytest.fixture
def plan(tmp_path) -> Path:
    path = tmp_path / "rencana.txt"
    path.write_text(PLAN, "utf-8")
    return path


def sheets(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.slow
def test_the_decrees_text_makes_the_template(decree, template, tmp_path):
    """The sheets `Rencana Aksi` and `Petunjuk` are the shipped template's, byte for byte; slanted words stay so."""
    zi_excel.impor(decree, tmp_path / "ra.xlsx")
    ours, shipped = sheets(tmp_path / "ra.xlsx"), sheets(template)
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "docProps/core.xml"):
        assert ours[name] == shipped[name]
    book, own = (load_workbook(path, rich_text=True)["Rencana Aksi"] for path in (template, tmp_path / "ra.xlsx"))
    assert [[str(cell.value) for cell in row] for row in own] == [[str(cell.value) for cell in row] for row in book]


@pytest.mark.slow
def test_record_and_settings(decree, tmp_path):
    """Columns 1-7 are recorded as that decree's; office and signer are settings; the workbook differs in nothing."""
    result = zi_excel.impor(decree, tmp_path / "ra.xlsx", oleh="Budi")
    record = read_record(record_path(tmp_path / "ra.xlsx"))
    assert (record.nomor, record.tanggal, record.tempat) == ("31 Tahun 2025", date(2025, 10, 9), "Surakarta")
    assert record.pencatatan.oleh == "Budi"
    settings = tomllib.loads((tmp_path / "zi-excel.toml").read_text("utf-8"))
    assert settings["kantor"] == "Komisi Pemilihan Umum Kota Surakarta"
    assert settings["penanda_tangan"][0]["nama"] == "YUSTINUS ARYA ARTHESWARA"
    assert not result.checked.has_galat
    assert not [finding for finding in result.checked.findings if finding.code in {"ZI902", "ZI903", "ZI904"}]


@pytest.mark.slow
def test_notes_lead_to_their_rows(decree, tmp_path):
    """Each line of `Catatan Impor` says where, what was seen and made, and links to the row."""
    result = zi_excel.impor(decree, tmp_path / "ra.xlsx")
    notes = load_workbook(tmp_path / "ra.xlsx")["Catatan Impor"]
    rows = [[cell.value for cell in row] for row in notes.iter_rows(min_row=5)]
    assert [row[3] for row in rows] == [each.kode for each in result.judged] == ["V.2.a", "V.3.a", "VI.4.a", "VI.4.b"]
    matrix = load_workbook(tmp_path / "ra.xlsx")["Rencana Aksi"]
    for row, note in zip(rows, notes.iter_rows(min_row=5), strict=True):
        target = note[3].hyperlink.location.rpartition("!")[2]
        assert matrix[target].value.startswith(f"{row[3].rpartition('.')[2]}. ")


def test_any_offices_matrix(plan, tmp_path):
    """Its own headers, a further column, a penanggung jawab per row: all as written, and read back the same."""
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx", nomor="7 Tahun 2026", tanggal=date(2026, 1, 5))
    sheet = load_workbook(tmp_path / "ra.xlsx")["Rencana Aksi"]
    head = [cell.value for cell in sheet[7]]
    assert head[:8] == ["NO", "KOMPONEN", "INDIKATOR", "RENCANA AKSI", "DATA DUKUNG", "TARGET WAKTU", "PIC", "ANGGARAN"]
    assert head[8] == "REALISASI (%)"
    assert [cell.value for cell in sheet[10]][2:9] == [
        *("a. SK tim", "Menyusun SK", "SK", "Januari 2026", "Subbag Umum", "1.000.000"),
        None,
    ]
    assert [cell.value for cell in sheet[11]][6:8] == ["Subbag Hukum", "nihil"]
    assert not [each for each in result.judged if "terbaca lain" in each.made]
    assert read_record(record_path(tmp_path / "ra.xlsx")).nomor == "7 Tahun 2026"


def test_what_is_missing_is_asked_for_by_name(plan, tmp_path):
    """Neither number nor day in the document: nothing is recorded, and the options are named."""
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx")
    assert {each.option for each in result.missing} == {"--nomor", "--tanggal", "--kantor", "--tempat"}
    assert result.record is None
    assert not record_path(tmp_path / "ra.xlsx").exists()


def test_nothing_is_overwritten(plan, tmp_path):
    """A workbook of that name is refused; settings and a record that are there stay, and it is told."""
    (tmp_path / "ada.xlsx").write_bytes(b"milik orang")
    with pytest.raises(zi_excel.WorkbookError, match="sudah ada"):
        zi_excel.impor(plan, tmp_path / "ada.xlsx")
    assert (tmp_path / "ada.xlsx").read_bytes() == b"milik orang"
    (tmp_path / "zi-excel.toml").write_text('kantor = "Kantor Lama"\n', "utf-8")
    (tmp_path / "ra.penetapan.toml").write_text("# lama\n", "utf-8")
    result = zi_excel.impor(
        plan, tmp_path / "ra.xlsx", kantor="Kantor Baru", nomor="1 Tahun 2026", tanggal=date(2026, 1, 5)
    )
    assert (tmp_path / "zi-excel.toml").read_text("utf-8") == 'kantor = "Kantor Lama"\n'
    assert (tmp_path / "ra.penetapan.toml").read_text("utf-8") == "# lama\n"
    assert len(result.kept) == 1
    assert "kantor lain ('Kantor Lama'; di dokumen 'Kantor Baru')" in result.unwritten[0]
    assert len(result.unwritten) >= 1


def test_the_record_names_the_documents_office(plan, tmp_path):
    """Not that of settings which another office left in the same folder."""
    (tmp_path / "zi-excel.toml").write_text('kantor = "Kantor Lama"\n', "utf-8")
    zi_excel.impor(plan, tmp_path / "ra.xlsx", kantor="Kantor Baru", nomor="1 Tahun 2026", tanggal=date(2026, 1, 5))
    assert read_record(record_path(tmp_path / "ra.xlsx")).kantor == "Kantor Baru"


def test_the_year_can_be_given(plan, tmp_path):
    """Where nothing names it."""
    plan.write_text(PLAN.replace(" 2026", ""), "utf-8")
    with pytest.raises(zi_excel.WorkbookError, match="Tahun rencana"):
        zi_excel.impor(plan, tmp_path / "ra.xlsx")
    assert zi_excel.impor(plan, tmp_path / "ra.xlsx", tahun=2026).read.plan.year == 2026


def test_a_given_year_goes_into_the_settings(plan, tmp_path):
    """What the document does not say would be asked for again by every command; what it says is not written twice."""
    plan.write_text(PLAN.replace(" 2026", ""), "utf-8")
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx", tahun=2026)
    assert tomllib.loads(result.settings.read_text("utf-8")) == {"tahun": 2026}
    assert result.checked is not None
    (tmp_path / "lain").mkdir()
    plan.write_text(PLAN, "utf-8")
    assert zi_excel.impor(plan, tmp_path / "lain" / "ra.xlsx", tahun=2026).settings is None


def test_a_missing_year_is_asked_for_by_its_option(plan, tmp_path):
    """Whoever imports can't edit the matrix's title yet."""
    plan.write_text(PLAN.replace(" 2026", ""), "utf-8")
    with pytest.raises(zi_excel.WorkbookError, match="sebutkan dengan --tahun"):
        zi_excel.impor(plan, tmp_path / "ra.xlsx")


def test_columns_that_mean_the_same_are_told(plan, tmp_path):
    """Of two columns one is read; the other is copied, and stands in the list."""
    lines = PLAN.replace("TARGET WAKTU\tPIC\tANGGARAN", "TARGET WAKTU\tPIC\tJADWAL")
    plan.write_text(lines, "utf-8")
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx")
    (told,) = [each for each in result.judged if each.seen == "JADWAL"]
    assert told.made == "Artinya sama dengan “TARGET WAKTU”, yang dibaca; disalin apa adanya."


VERSIONS = {"Rancangan": "Rapat", "Final": "Notulen"}


@pytest.fixture
def versions(tmp_path) -> Path:
    """A workbook with two versions of a plan, and a hidden third."""
    book = Workbook()
    book.remove(book.active)
    for name, bukti in (*VERSIONS.items(), ("Lama", "Foto")):
        sheet = book.create_sheet(name)
        sheet.append(["RENCANA AKSI TAHUN 2026"])
        sheet.append(["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU"])
        sheet.append(["I", "MANAJEMEN PERUBAHAN"])
        sheet.append([1, "Tim", "a. SK", "Menyusun", bukti, "Maret 2026"])
    book["Lama"].sheet_state = "hidden"
    book.save(tmp_path / "versi.xlsx")
    return tmp_path / "versi.xlsx"


def test_of_several_sheets_one_is_asked_for(versions, tmp_path):
    """Two matrices are never read as one: the sheets are named, and `--lembar` chooses; a hidden one too."""
    with pytest.raises(
        zi_excel.WorkbookError, match=r"2 matriks rencana aksi: 'Rancangan', 'Final'; pilih satu dengan --lembar"
    ):
        zi_excel.impor(versions, tmp_path / "ra.xlsx")
    for name, bukti in (("final", "Notulen"), ("Lama", "Foto")):
        result = zi_excel.impor(versions, tmp_path / f"{name}.xlsx", lembar=[name])
        (row,) = result.read.plan.indikator()
        assert row.bukti_fisik.text == bukti


def test_a_sheet_that_is_not_there(versions, plan, tmp_path):
    """The sheets that are there are named; a document that has no sheets is no workbook."""
    with pytest.raises(zi_excel.WorkbookError, match="tidak mempunyai lembar 'X'; yang ada: 'Rancangan', 'Final'"):
        zi_excel.impor(versions, tmp_path / "ra.xlsx", lembar=["X"])
    with pytest.raises(UsageError, match="lembar hanya dapat dipilih dari buku kerja"):
        zi_excel.impor(plan, tmp_path / "ra.xlsx", lembar=["X"])


def test_a_matrix_over_several_sheets(tmp_path):
    """An area per sheet: named one after the other they are one matrix."""
    book = Workbook()
    book.remove(book.active)
    for number, name in enumerate(("MANAJEMEN PERUBAHAN", "PENATAAN TATALAKSANA")):
        sheet = book.create_sheet(name.title())
        sheet.append(["RENCANA AKSI TAHUN 2026"])
        sheet.append(["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU"])
        sheet.append(["I" * (number + 1), name])
        sheet.append([1, "Tim", "a. SK", "Menyusun", "SK", "Maret 2026"])
    book.save(tmp_path / "area.xlsx")
    result = zi_excel.impor(
        tmp_path / "area.xlsx", tmp_path / "ra.xlsx", lembar=["Manajemen Perubahan", "Penataan Tatalaksana"]
    )
    assert [(komponen.kode, komponen.nama.text) for komponen in result.read.plan.komponen] == [
        ("I", "MANAJEMEN PERUBAHAN"),
        ("II", "PENATAAN TATALAKSANA"),
    ]


def test_the_tools_own_tabs_are_no_matrix(template, tmp_path):
    """A workbook that has its Monev tabs is imported as it was without them."""
    book = tmp_path / "ra.xlsx"
    book.write_bytes(template.read_bytes())
    zi_excel.monev(book, per=date(2025, 11, 20))
    result = zi_excel.impor(book, tmp_path / "baru.xlsx")
    assert len(list(result.read.plan.indikator())) == 87
    assert not [each for each in result.judged if "lembar" in each.made.lower()]


def test_what_the_workbook_says_otherwise_comes_first(plan, tmp_path, monkeypatch):
    """Before all else, and on the workbook's own sheet too: a person has to look at it."""
    differs = Judged("tabel 1, baris 2", "a. SK tim", "Di buku kerja baris ini terbaca lain.", 3, "I.1.a")
    monkeypatch.setattr("zi_excel.verbs.impor._differences", lambda *_: iter([differs]))
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx")
    assert result.judged[0] == differs
    notes = load_workbook(tmp_path / "ra.xlsx")["Catatan Impor"]
    assert next(row[2].value for row in notes.iter_rows(min_row=5)) == differs.made


def test_no_room_for_what_is_only_for_a_moment(plan, tmp_path, monkeypatch):
    """One sentence, and nothing is written."""

    def full(*_, **__):
        raise OSError(28, "penuh")

    monkeypatch.setattr("zi_excel.verbs.impor.TemporaryDirectory", full)
    with pytest.raises(zi_excel.WorkbookError, match=r"Berkas sementara .*ruang penyimpanan penuh"):
        zi_excel.impor(plan, tmp_path / "ra.xlsx")
    assert not (tmp_path / "ra.xlsx").exists()


def test_a_name_higher_than_all_its_rows(plan, tmp_path):
    """A subkomponen of two rows whose name takes more: none of the matrix's rows grows by itself, and it is written."""
    lines = PLAN.split("II\tPENATAAN", maxsplit=1)[0].replace("1\tTim Kerja", f"1\t{'Tim Kerja Pembangunan ' * 12}")
    plan.write_text(lines, "utf-8")
    result = zi_excel.impor(plan, tmp_path / "ra.xlsx")
    assert len(list(result.read.plan.indikator())) == 2
