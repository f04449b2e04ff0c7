"""The verb `lanjut`: this year's workbook in, the draft of the coming plan out."""

import hashlib
import tomllib
from datetime import date

import pytest
from office_expectation import expectation, names
from openpyxl import load_workbook

import zi_excel
from zi_excel.enacted.beside import record_path
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import Field
from zi_excel.plan.target_waktu.moved import is_moved
from zi_excel.reader import read_plan
from zi_excel.sheets.matriks.contents import Made
from zi_excel.validation.findings import Level

PER = date(2025, 12, 31)


@pytest.fixture
def new(tmp_path):
    """Where the draft goes: a folder of its own."""
    folder = tmp_path / "2026"
    folder.mkdir()
    return folder / "rencana aksi.xlsx"


def edited(book, cells):
    """The workbook with some cells written as staff write them."""
    workbook = load_workbook(book, rich_text=True)
    for cell, value in cells.items():
        workbook["Rencana Aksi"][cell] = value
    workbook.save(book)
    return book


def asked(result):
    """What has to be decided, by kode and column."""
    return {(each.kode, each.where): each for each in result.asked if each.kode}


def test_the_whole_plan_moves(template, new):
    """Kode, words, slanted ones too, and numbers as they were; every target a year later; nothing reported."""
    result = zi_excel.lanjut(template, new, per=PER)
    assert (result.continued.old_year, result.year, result.draft.year) == (2025, 2026, 2026)
    for old, draft in zip(result.plan.indikator(), result.draft.indikator(), strict=True):
        assert draft.kode == old.kode
        assert draft.target_waktu.text == old.target_waktu.text.replace("2025", "2026")
        assert is_moved(old.target.jadwal, draft.target.jadwal, 1)
        for field in (Field.INDIKATOR, Field.LANGKAH_AKSI, Field.BUKTI_FISIK, Field.PENANGGUNG_JAWAB):
            assert draft.datum(field).text == old.datum(field).text
        assert not any(draft.datum(field) for field in list(Field)[7:12])
    books = [load_workbook(path, rich_text=True)["Rencana Aksi"] for path in (template, new)]
    slanted = [[str(cell.value) for row in book.iter_rows(min_col=3, max_col=5) for cell in row] for book in books]
    assert slanted[0] == slanted[1]
    assert books[1]["A1"].value.endswith("TAHUN 2026")


def test_the_old_workbook_is_only_read(book, new):
    """Not a byte of it changes, and nothing appears beside it."""
    before = hashlib.sha256(book.read_bytes()).digest(), sorted(book.parent.iterdir())
    zi_excel.lanjut(book, new)
    assert (hashlib.sha256(book.read_bytes()).digest(), sorted(book.parent.iterdir())) == before


def test_what_is_not_clearly_the_targets_stays_and_is_listed(book, new):
    """Documents, laws and letters keep their years; each is listed with its cell, text and reason."""
    edited(
        book,
        {
            "D10": "Menyusun LAKIP 2024",
            "E10": "renstra 2023-2027",
            "D11": "Sosialisasi Perda 5 Tahun 2017 pada TW II 2025",
            "E11": "SK Nomor 12/2025",
            "F12": "Laporan 2024 paling lambat Maret 2025",
            "F13": "belum tahu",
        },
    )
    result = zi_excel.lanjut(book, new, per=PER)
    rows = {row.kode: row for row in result.draft.indikator()}
    assert rows["I.1.a"].langkah_aksi.text == "Menyusun LAKIP 2024"
    assert rows["I.1.a"].bukti_fisik.text == "renstra 2023-2027"
    assert rows["I.1.b"].langkah_aksi.text == "Sosialisasi Perda 5 Tahun 2017 pada TW II 2026"
    assert rows["I.1.b"].bukti_fisik.text == "SK Nomor 12/2025"
    assert rows["I.2.a"].target_waktu.text == "Laporan 2024 paling lambat Maret 2026"
    assert rows["I.2.b"].target_waktu.text == "belum tahu"
    listed = asked(result)
    assert listed["I.1.a", "LANGKAH AKSI"].why == "2024: tahun dokumen atau tanggal."
    assert listed["I.1.a", "BUKTI FISIK"].why == "2023-2027: rentang tahun."
    assert "2017: bagian dari nomor peraturan" in listed["I.1.b", "LANGKAH AKSI"].why
    assert listed["I.1.b", "BUKTI FISIK"].made is Made.LEFT
    assert listed["I.2.a", "TARGET WAKTU"].why == "2024 bukan bagian dari waktunya."
    assert "tidak terbaca" in listed["I.2.b", "TARGET WAKTU"].why
    assert result.cell(listed["I.1.a", "LANGKAH AKSI"]) == "D10"
    assert not result.is_clear


def test_the_old_decrees_number_day_and_signature_are_not_taken_along(template, new):
    """The Lampiran's head and the closing have a blank in their place, which is listed."""
    result = zi_excel.lanjut(template, new)
    sheet = load_workbook(new)["Rencana Aksi"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [text for text in texts if "31 Tahun 2025" in text or "9 Oktober 2025" in text or "Ttd" in text]
    assert any("NOMOR ..." in text for text in texts)
    assert any("pada tanggal ..." in text and "YUSTINUS ARYA ARTHESWARA" in text for text in texts)
    assert sum(each.made is Made.BLANKED for each in result.asked) == 3


def test_the_unfinished_are_told_with_their_kendala(book, new):
    """On a sheet of their own, with status, realisasi, kendala and tindak lanjut; what is done is not."""
    edited(book, {"H10": 1, "H11": 0.5, "K11": "Anggaran belum turun", "L11": "Revisi DIPA"})
    result = zi_excel.lanjut(book, new, per=PER)
    assert "I.1.a" not in [each.indikator.kode for each in result.continued.unfinished]
    rows = [[cell.value for cell in row] for row in load_workbook(new)["Belum Selesai 2025"].iter_rows(min_row=5)]
    [row] = [row for row in rows if row[0] == "I.1.b"]
    assert row[2:] == ["Februari 2025", "✖ Terlambat", "50%", "Anggaran belum turun", "Revisi DIPA"]
    assert next(row for row in rows if row[0] == "I.2.a")[4] == "belum dilaporkan"


def test_the_lists_lead_to_their_cells(template, new):
    """Each line of `Catatan Lanjut` names its cell and links to it, and says old, new and why."""
    result = zi_excel.lanjut(template, new)
    workbook = load_workbook(new)
    matrix, notes = workbook["Rencana Aksi"], workbook["Catatan Lanjut"]
    lines = [row for row in notes.iter_rows(min_row=5) if row[2].value]
    assert len(lines) == len(result.continued.changes)
    moved = [row for row in lines if row[2].value == "TARGET WAKTU"]
    assert len(moved) == 87
    for row in moved:
        cell = row[0].hyperlink.location.rpartition("!")[2]
        assert row[0].value == cell
        assert matrix[cell].value == row[4].value == row[3].value.replace("2025", "2026")
    left = next(row for row in lines if row[3].value == "Menyusun LAKIP 2024")
    head = next(row for row in lines if row[3].value == "NOMOR 31 TAHUN 2025")
    assert matrix[head[0].value].value == head[4].value == "NOMOR ..."
    assert (left[4].value, matrix[left[0].value].value) == ("(tetap)", "Menyusun LAKIP 2024")


def test_the_draft_is_the_templates_like(template, new):
    """Same sheets in front, same columns, widths, checks and print set-up; no Monev tab and no history."""
    zi_excel.lanjut(template, new)
    ours, shipped = load_workbook(new), load_workbook(template)
    assert ours.sheetnames == ["Rencana Aksi", "Petunjuk", "Catatan Lanjut", "Belum Selesai 2025"]
    one, other = ours["Rencana Aksi"], shipped["Rencana Aksi"]
    assert [cell.value for cell in one[7]] == [cell.value for cell in other[7]]
    assert {at: one.column_dimensions[at].width for at in "ABCDEFGHIJKL"} == {
        at: other.column_dimensions[at].width for at in "ABCDEFGHIJKL"
    }
    assert one.freeze_panes == other.freeze_panes
    assert one.page_setup.paperSize == other.page_setup.paperSize
    assert {str(each.sqref) for each in one.data_validations.dataValidation} == {
        str(each.sqref) for each in other.data_validations.dataValidation
    }
    assert "rancangan untuk tahun 2026" in "".join(str(row[0].value) for row in ours["Petunjuk"].iter_rows())


def test_a_draft_is_not_held_against_the_old_decree(template, new):
    """Validation finds no galat in it: it is another year's plan, and says so."""
    result = zi_excel.lanjut(template, new)
    assert result.count(Level.GALAT) == 0
    [info] = [finding for finding in result.checked.findings if finding.code == "ZI907"]
    assert "rencana tahun 2026" in info.message
    assert "tetapkan" in info.suggestion


def test_a_mistyped_title_makes_no_other_year(decree_book):
    """The targets are still the decree's, so differences are still reported."""
    edited(decree_book, {"A1": "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026", "F10": "Maret 2025"})
    result = zi_excel.validasi(decree_book, per=PER)
    assert result.plan.year == 2026
    assert [finding.place.ref for finding in result.findings if finding.code == "ZI901"] == ["F10"]


def test_the_year_may_lie_further_off(template, new):
    """Every year moves as far; the end of February stays its end."""
    result = zi_excel.lanjut(template, new, tahun=2028)
    assert {day.year for row in result.draft.indikator() for day in row.target.jadwal.tonggak} == {2028}
    assert not [each for each in result.asked if each.where == "TARGET WAKTU"]


def test_settings_are_written_into_a_folder_of_its_own(book, new):
    """Year, office and signers; what speaks of the old workbook or the old year stays behind, and is told."""
    (book.parent / "zi-excel.toml").write_text(
        'kantor = "KPU Kota Contoh"\ntahun = 2025\n[ambang]\npoin = 20\n'
        '[[penanda_tangan]]\nnama = "Siti"\njabatan = "Ketua"\n',
        "utf-8",
    )
    result = zi_excel.lanjut(book, new)
    settings = tomllib.loads(result.settings.read_text("utf-8"))
    assert settings["tahun"] == 2026
    assert settings["kantor"] == "KPU Kota Contoh"
    assert settings["penanda_tangan"] == [{"nama": "Siti", "jabatan": "Ketua"}]
    assert any("ambang" in note for note in result.notes)
    assert not record_path(new).exists()


def test_beside_another_workbook_no_settings_are_written(book):
    """They would count for that one, too: its year would become another."""
    result = zi_excel.lanjut(book, book.parent / "draf.xlsx")
    assert result.settings is None
    assert not (book.parent / "zi-excel.toml").exists()
    assert zi_excel.kolom(book).plan.year == 2025
    assert zi_excel.kolom(book.parent / "draf.xlsx").plan.year == 2026


def test_settings_that_are_there_stay_and_are_told(book, new):
    """Where they say another year or another office."""
    (new.parent / "zi-excel.toml").write_text('kantor = "Kantor Lain"\ntahun = 2024\n', "utf-8")
    result = zi_excel.lanjut(book, new)
    assert (new.parent / "zi-excel.toml").read_text("utf-8") == 'kantor = "Kantor Lain"\ntahun = 2024\n'
    assert any("menyebut tahun 2024, bukan 2026" in note for note in result.notes)
    assert any("kantor lain ('Kantor Lain'" in note for note in result.notes)


def test_a_title_without_a_year_is_told_where_no_settings_can_say_it(book):
    """Else the draft would have no year of its own."""
    edited(book, {"A1": "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS", **{f"I{row}": None for row in range(1, 6)}})
    result = zi_excel.lanjut(book, book.parent / "draf.xlsx")
    assert any("tidak menyebut tahunnya" in note for note in result.notes)


@pytest.mark.parametrize(
    ("out", "options", "failure"),
    [
        ("ada.xlsx", {}, (zi_excel.WorkbookError, "sudah ada")),
        ("draf.xlsm", {}, (zi_excel.UsageError, "berakhiran .xlsx")),
        ("tidak/ada/draf.xlsx", {}, (zi_excel.WorkbookError, "Folder untuk")),
        ("draf.xlsx", {"tahun": 2025}, (zi_excel.UsageError, "harus sesudah tahun rencana")),
        ("draf.xlsx", {"tahun": 2020}, (zi_excel.UsageError, "harus sesudah tahun rencana")),
        ("draf.xlsx", {"tahun": 2300}, (zi_excel.UsageError, "paling jauh 2100")),
    ],
)
def test_what_cannot_be_done(book, tmp_path, out, options, failure):
    """One sentence; nothing is written, and what is there stays."""
    (tmp_path / "ada.xlsx").write_bytes(b"milik orang")
    before = sorted(tmp_path.rglob("*"))
    error, sentence = failure
    with pytest.raises(error, match=sentence):
        zi_excel.lanjut(book, tmp_path / out, **options)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "ada.xlsx").read_bytes() == b"milik orang"


def test_no_year_anywhere(book, new):
    """Said as everywhere; nothing is guessed."""
    cells = {f"F{row}": "Maret" for row in (10, 11, 12, 13, 14, 16, 17, 18)}
    cells |= {f"{column}{row}": "teks" for row in (10, 11, 12, 13, 14, 16, 17, 18) for column in "DE"}
    edited(book, {"A1": "RENCANA AKSI", **{f"I{row}": None for row in range(1, 6)}, **cells})
    with pytest.raises(zi_excel.WorkbookError, match="Tahun rencana"):
        zi_excel.lanjut(book, new)


@pytest.mark.parametrize("name", names())
def test_any_offices_matrix(name, new):
    """Rows, words and kode come back as they were; each target is the old one's, a year later, or is listed."""
    expected = expectation(name)
    result = zi_excel.lanjut(expected.path, new, sheet=expected.data.get("diminta"), per=PER)
    with Package.open(new) as package:
        draft = {row.kode: row for row in read_plan(package, year=result.year).indikator()}
    listed = {change.kode for change in result.asked}
    for row in result.plan.indikator():
        if row.kode in draft:
            assert row.nama.text in draft[row.kode].nama.text
            assert draft[row.kode].bukti_fisik.text == row.bukti_fisik.text
            same = is_moved(row.target.jadwal, draft[row.kode].target.jadwal, 1)
            assert same or row.kode in listed
        else:
            assert row.kode in listed
    strange = [change for change in result.asked if "terbaca lain" in change.why]
    assert {change.kode for change in strange} <= ({"IV.1.a", "IV.9.a"} if name == "pn_boyolali" else set())
    assert result.checked is not None
