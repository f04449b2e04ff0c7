"""`zi-excel tetapkan`: any office's matrix recorded as enacted, and every later difference told."""

import os
import shutil
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from office import ROWS, write_office
from python_calamine import CalamineWorkbook

import zi_excel
from zi_excel.cli import run
from zi_excel.enacted.matrix import parse
from zi_excel.errors import WorkbookError
from zi_excel.validation.findings import Level

PER = date(2025, 11, 20)
DECREE = {"nomor": "12 Tahun 2025", "tanggal": date(2025, 4, 1), "oleh": "Budi"}
CALLED = "Keputusan Nomor 12 Tahun 2025 tanggal 1 April 2025"
NOW = datetime(2025, 11, 20, 2, 30, 15, 999, tzinfo=UTC)


@pytest.fixture
def court(tmp_path):
    """A court's workbook, nothing recorded yet."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    return write_office(folder / "pn.xlsx")


@pytest.fixture
def enacted_court(court):
    """A court's workbook whose matrix is recorded."""
    zi_excel.tetapkan(court, **DECREE, now=NOW)
    return court


def changed(path, change):
    """Changes the sheet of a workbook as staff would."""
    workbook = openpyxl.load_workbook(path)
    change(workbook.active)
    workbook.save(path)


def told(path, *, settings=None):
    """(code, cell) of the galat and peringatan, and of all that speaks of the enacted matrix."""
    findings = zi_excel.validasi(path, per=PER, settings=settings).findings
    return [
        (each.code, each.place.ref) for each in findings if each.level is not Level.INFO or each.code.startswith("ZI9")
    ]


def record_of(path) -> Path:
    """Where the record of a workbook is."""
    return path.with_name(f"{path.stem}.penetapan.toml")


def everything(folder):
    """Every file below a folder, with its content."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- recording ---------------------------------------------------------------------------------------------------------


def test_columns_1_to_7_are_recorded_beside_the_workbook(court):
    """Who, when, decree number and date, the source; each text as it stands; the workbook itself isn't touched."""
    before = court.read_bytes()
    result = zi_excel.tetapkan(court, **DECREE, tentang="Rencana Aksi", now=NOW)
    assert everything(court.parent).keys() == {"pn.xlsx", "pn.penetapan.toml"}
    assert court.read_bytes() == before
    enacted = parse(record_of(court).read_text("utf-8"))
    assert enacted == result.enacted
    assert enacted.intact
    assert (enacted.nomor, enacted.tanggal, enacted.tentang) == ("12 Tahun 2025", date(2025, 4, 1), "Rencana Aksi")
    about = enacted.pencatatan
    assert (about.oleh, about.versi, about.berkas, about.lembar) == (
        "Budi",
        zi_excel.__version__,
        "pn.xlsx",
        "Matriks RA",
    )
    assert about.pada.isoformat() == "2025-11-20T09:30:15+07:00"
    assert [each.kode for _, _, each in enacted.indikator()] == [
        "I.1.a",
        "I.1.b",
        "I.1.c",
        "I.3",
        "II.2.a",
        "II.2.b",
        "II.2.c",
    ]
    assert result.record == record_of(court)
    assert result.replaced is None


@pytest.mark.parametrize(
    ("nomor", "recorded"),
    [
        ("12 Tahun 2025", "12 Tahun 2025"),
        ("Nomor 12 Tahun 2025", "12 Tahun 2025"),
        ("Keputusan Nomor: 12/2025", "12/2025"),
        ("No. 12", "12"),
        ("NOMOR 12\n TAHUN 2025 ", "12 TAHUN 2025"),
        ("800.1/SK/III/2025", "800.1/SK/III/2025"),
        ("Nomenklatur 5", "Nomenklatur 5"),
    ],
)
def test_a_number_is_called_as_it_is(nomor, recorded, court):
    """`Keputusan Nomor` stands before it in every sentence, so it is not recorded twice."""
    assert zi_excel.tetapkan(court, **DECREE | {"nomor": nomor}).enacted.nomor == recorded


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"nomor": " "}, "--nomor"),
        ({"nomor": "Nomor"}, "--nomor"),
        ({"oleh": "\n"}, "--oleh"),
        ({"tanggal": date(225, 4, 1)}, "--tanggal"),
        ({"tanggal": date(2999, 1, 1)}, "1 Januari 2999"),
    ],
)
def test_a_decree_that_is_none_is_wrong_usage(wrong, words, court):
    """A slip here would stand in every finding, and make every target one before the decree."""
    with pytest.raises(zi_excel.UsageError, match=words):
        zi_excel.tetapkan(court, **DECREE | wrong)
    assert not record_of(court).exists()


def test_half_a_character_does_not_stop_it(court):
    """An argument or a file name in another encoding comes with halves of characters on Linux."""
    enacted = zi_excel.tetapkan(court, **DECREE | {"oleh": "Bud\udce9"}).enacted
    assert enacted.pencatatan.oleh == "Bud?"


def test_a_record_is_never_overwritten(enacted_court):
    """A second recording is refused, and says how to replace it."""
    before = everything(enacted_court.parent)
    with pytest.raises(zi_excel.WorkbookError, match="--ganti"):
        zi_excel.tetapkan(enacted_court, **DECREE)
    assert everything(enacted_court.parent) == before


@pytest.mark.slow
def test_a_replaced_record_is_kept_under_a_dated_name(enacted_court):
    """However often it is replaced: what was enacted once is never lost, and is not taken for a record."""
    kept = {}
    for number in range(13, 27):
        kept[record_of(enacted_court).read_bytes()] = number
        result = zi_excel.tetapkan(enacted_court, **DECREE | {"nomor": str(number)}, replace=True, now=NOW)
        assert result.replaced.name.startswith("pn.penetapan 2025-11-20 093015")
    others = {
        content for name, content in everything(enacted_court.parent).items() if name.startswith("pn.penetapan 2")
    }
    assert others == set(kept)
    assert parse(record_of(enacted_court).read_text("utf-8")).nomor == "26"
    assert told(enacted_court) == []


def test_a_damaged_record_can_be_replaced(enacted_court):
    """The damaged one is kept too."""
    record_of(enacted_court).write_text("rusak", "utf-8")
    result = zi_excel.tetapkan(enacted_court, **DECREE, replace=True)
    assert result.replaced.read_text("utf-8") == "rusak"
    assert told(enacted_court) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
@pytest.mark.parametrize(("mode", "record"), [(0o664, 0o664), (0o640, 0o640), (0o444, 0o644)])
def test_who_may_read_the_workbook_may_read_its_record(mode, record, court):
    """Otherwise the next colleague's refresh would fail."""
    court.chmod(mode)
    zi_excel.tetapkan(court, **DECREE)
    assert stat.S_IMODE(record_of(court).stat().st_mode) == record


def test_an_open_workbook_is_not_recorded(court):
    """What isn't saved yet would be missing in the record."""
    court.with_name("~$pn.xlsx").write_bytes(b"\x04Siti")
    with pytest.raises(zi_excel.WorkbookError, match="sedang dibuka di Excel"):
        zi_excel.tetapkan(court, **DECREE)
    assert not record_of(court).exists()


def replaced(row, **columns):
    """ROWS with cells of one row changed, by the column's letter."""
    rows = [list(each) + [None] * (8 - len(each)) for each in ROWS]
    for letter, content in columns.items():
        rows[row - 4]["ABCDEFGH".index(letter)] = content
    return rows


@pytest.mark.parametrize(
    ("rows", "header", "cell", "words"),
    [
        (ROWS, ("No.", "Area", "Kriteria", "Uraian", "Data Dukung", "Kolom 6", "PIC"), "lembar", "TARGET WAKTU"),
        (ROWS, ("No.", "Area", "Kolom 3", "Uraian", "Data Dukung", "Waktu", "PIC"), "lembar", "INDIKATOR"),
        (replaced(8, A=1), None, "A8", "dipakai lebih dari sekali"),
        (replaced(9, A="A."), None, "A9", "dipakai lebih dari sekali"),
        (replaced(12, C="1. Putusan diunggah"), None, "C12", "tidak berhuruf"),
        (replaced(5, E="=1/0"), None, "E5", "belum dihitung"),
        (replaced(5, F="Tercapai 4 Januari 2025"), None, "F5", "realisasi"),
    ],
)  # fmt: skip
def test_what_would_make_the_record_meaningless_is_refused(rows, header, cell, words, court):
    """Exit 3, one sentence: where, why and what to do; nothing is written."""
    write_office(court, rows, **({"header": header} if header else {}))
    with pytest.raises(zi_excel.WorkbookError, match="belum dapat dicatat") as failure:
        zi_excel.tetapkan(court, **DECREE)
    assert cell in str(failure.value)
    assert words in str(failure.value)
    assert "\n" not in str(failure.value)
    assert everything(court.parent).keys() == {"pn.xlsx"}


def test_what_staff_fill_does_not_matter(court):
    """A formula without value in column 8 is no word of the decree."""
    write_office(court, replaced(5, H="=A1"))
    zi_excel.tetapkan(court, **DECREE)
    assert record_of(court).exists()


# -- comparing ---------------------------------------------------------------------------------------------------------


def test_the_recorded_text_has_no_galat_and_no_peringatan(court, enacted_court):
    """As for the decree that travels with the tool: what the text itself has is info, one line per rule."""
    own = [(each.code, str(each.level)) for each in zi_excel.tetapkan(court, **DECREE, replace=True).own]
    assert {"galat", "peringatan"} == {level for _, level in own}
    findings = zi_excel.validasi(enacted_court, per=PER).findings
    assert {each.level for each in findings} == {Level.INFO}
    codes = [each.code for each in findings]
    assert len(codes) == len(set(codes))
    assert {code for code, _ in own} <= set(codes)
    assert not {code for code in codes if code.startswith("ZI9")}


def test_a_matrix_without_headings_was_recorded_so(court):
    """A komponen and a subkomponen that no line names (ZI201, ZI205) are info too, without a cell."""
    write_office(court, [("", "", "a. Rapat", "Rapat", "Notula", "Mei 2025", "Tim")])
    assert {code for code, _ in told(court)} >= {"ZI201", "ZI205"}
    zi_excel.tetapkan(court, **DECREE)
    assert told(court) == []


def test_before_it_is_recorded_all_is_as_it_was(court):
    """Another office's matrix gets its one info, and the findings their levels."""
    codes = [code for code, _ in told(court)]
    assert codes == ["ZI907", "ZI303", "ZI303", "ZI602", "ZI303", "ZI104", "ZI207", "ZI601"]


def test_targets_before_the_recorded_decree(enacted_court):
    """ZI605 takes the record's date, and names its decree."""
    early = [each for each in zi_excel.validasi(enacted_court, per=PER).findings if each.code == "ZI605"]
    assert [each.place.ref for each in early] == ["F5"]
    assert CALLED in early[0].message
    zi_excel.tetapkan(enacted_court, **DECREE | {"tanggal": date(2025, 1, 2)}, replace=True)
    assert not [each for each in zi_excel.validasi(enacted_court, per=PER).findings if each.code == "ZI605"]


@pytest.mark.parametrize(
    ("cell", "content", "spoken", "said"),
    [
        ("F5", "April 2025", ["ZI901"], ("Maret 2025", "April 2025")),
        ("F5", None, ["ZI601", "ZI901"], ("Maret 2025", "kosong")),
        ("F6", "Juni 2025", ["ZI901"], ("31 Juni 2025", "“Juni 2025”")),
        ("F13", "Juni 2025", ["ZI901"], ("-", "Juni 2025")),
        ("F8", "JUNI 2025", ["ZI905"], ("Juni 2025", "JUNI 2025")),
        ("C5", "Tim “inti” dibentuk", ["ZI905"], ("<i>dibentuk</i>", "“inti” dibentuk")),
        ("C12", "9. Putusan diunggah", ["ZI304", "ZI906"], ("“b.”", "“i.”")),
        ("D5", "Rapat\nlanjutan", ["ZI905"], ("lanjutan 😀", "Rapat lanjutan”")),
        ("E11", "SK", ["ZI905"], ("Putusan", "SK")),
        ("G6", "Tim A", ["ZI905"], ("Tim B", "Tim A")),
        ("B9", "Pelayanan", ["ZI905"], ("Layanan Peradilan", "Pelayanan")),
    ],
)
def test_a_changed_cell_is_told_with_what_was_and_what_is(cell, content, spoken, said, enacted_court):
    """At its cell, naming the recorded decree; nothing else becomes a galat or peringatan."""
    changed(enacted_court, lambda sheet: sheet.__setitem__(cell, content))
    assert told(enacted_court) == [(code, cell) for code in spoken]
    findings = zi_excel.validasi(enacted_court, per=PER).findings
    (hit,) = [each for each in findings if each.code.startswith("ZI9")]
    assert all(words in hit.message for words in (*said, CALLED))


@pytest.mark.slow
def test_every_cell_of_columns_3_to_7_is_held_against_the_record(enacted_court):
    """Each in turn gets another end: one difference, at its cell, with what was and what is."""
    original = enacted_court.read_bytes()
    sheet = openpyxl.load_workbook(enacted_court).active
    cells = [f"{column}{row}" for row in (5, 6, 7, 8, 11, 12, 13) for column in "CDEFG"]
    for cell in cells:
        was = str(sheet[cell].value)
        now = f"{was[:-1]}{'x' * 5}"
        changed(enacted_court, lambda each, cell=cell, now=now: each.__setitem__(cell, now))
        findings = zi_excel.validasi(enacted_court, per=PER).findings
        (hit,) = [each for each in findings if each.code.startswith("ZI9")]
        assert hit.place.ref == cell
        assert f"{was[-3:]}” ({CALLED})" in hit.message
        assert "xxxxx”" in hit.message
        enacted_court.write_bytes(original)
    assert told(enacted_court) == []


@pytest.mark.parametrize(
    ("row", "spoken"), [(7, ("ZI903", "C6")), (10, ("ZI908", None))], ids=["indikator", "subkomponen without any"]
)
def test_a_removed_row_is_told_where_it_was(row, spoken, enacted_court):
    """ZI903, and ZI908 where no indikator goes with it."""
    changed(enacted_court, lambda sheet: sheet.delete_rows(row))
    assert [each for each in told(enacted_court) if each[0].startswith("ZI9")] == [spoken]


def test_an_inserted_row_is_told_once(enacted_court):
    """ZI902 at the new row; the counted rows below it got another number."""

    def insert(sheet):
        sheet.insert_rows(13)
        for column, content in zip(
            "CDEFG", ("3. Studi banding", "Studi", "Laporan", "Mei 2025", "Panitera"), strict=True
        ):
            sheet[f"{column}13"] = content
        sheet["C14"] = "4. Sisa perkara dilaporkan"

    changed(enacted_court, insert)
    assert told(enacted_court) == [("ZI902", "C13"), ("ZI906", "C14")]


def test_a_moved_row_is_told_once(enacted_court):
    """ZI904: under another subkomponen; what the texts themselves have stays info."""

    def move(sheet):
        cells = [sheet.cell(7, column).value for column in range(1, 9)]
        sheet.delete_rows(7)
        sheet.insert_rows(8)
        for column, content in enumerate(cells, start=1):
            sheet.cell(8, column, content)

    changed(enacted_court, move)
    assert [each for each in told(enacted_court) if each[0].startswith("ZI9")] == [("ZI904", "C8")]


def test_a_wholly_rewritten_matrix_is_no_other_offices(enacted_court):
    """A record beside the workbook is this workbook's: ZI907 would hide that all of it changed."""
    write_office(enacted_court, [("A.", "Area"), (1, "Sub", "Lain", "Lain", "Lain", "Mei 2025", "Tim")])
    codes = {code for code, _ in told(enacted_court)}
    assert "ZI907" not in codes
    assert {"ZI902", "ZI903"} <= codes


def test_a_workbook_of_the_shipped_decree_can_have_its_own_record(book):
    """Then that one counts, with its own number and date."""
    zi_excel.tetapkan(book, **DECREE)
    assert told(book) == []
    changed(book, lambda sheet: sheet.__setitem__("F11", "Mei 2025"))
    (hit,) = [each for each in zi_excel.validasi(book, per=PER).findings if each.code == "ZI901"]
    assert CALLED in hit.message
    assert "31 Tahun 2025" not in hit.message


def test_a_column_that_was_not_there_is_not_compared(court):
    """One info (ZI911) instead of a difference in every row."""
    rows = [each[:3] + each[4:] for each in replaced(4)]
    write_office(court, rows, header=("No.", "Area", "Kriteria", "Data Dukung", "Waktu", "PIC", "Progres"))
    zi_excel.tetapkan(court, **DECREE)
    assert told(court) == [("ZI002", None)]
    write_office(court)
    assert told(court) == [("ZI911", "D3")]


@pytest.mark.slow
def test_monev_takes_the_record_too(enacted_court):
    """The tab Monev Temuan says what was and what is, and the record stays beside the workbook."""
    changed(enacted_court, lambda sheet: sheet.__setitem__("F5", "April 2025"))
    result = zi_excel.monev(enacted_court, per=PER)
    assert [each.place.ref for each in result.findings if each.level is Level.GALAT] == ["F5"]
    rows = CalamineWorkbook.from_path(str(enacted_court)).get_sheet_by_name("Monev Temuan").to_python()
    assert any(CALLED in str(cell) and "April 2025" in str(cell) for row in rows for cell in row)
    assert not zi_excel.monev(enacted_court, per=PER).changed


# -- the record's own fate ---------------------------------------------------------------------------------------------


def test_a_record_changed_by_hand_is_a_galat(enacted_court):
    """ZI909; the workbook is still held against what stands there, so nothing is hidden twice."""
    record = record_of(enacted_court)
    record.write_text(record.read_text("utf-8").replace('"Maret 2025"', '"Desember 2025"'), "utf-8")
    assert told(enacted_court) == [("ZI909", None), ("ZI605", "F5"), ("ZI901", "F5")]


def test_a_damaged_record_is_a_sentence(enacted_court, capsys):
    """Not compared at all would look like no differences: exit 3."""
    record_of(enacted_court).write_text("rusak", "utf-8")
    assert [run([command, str(enacted_court)]) for command in ("validasi", "monev")] == [3, 3]
    assert capsys.readouterr().err.count("pn.penetapan.toml") == 2


def test_a_renamed_workbook_is_told_of_the_record_it_left(enacted_court):
    """ZI910: never guessed to be its own; a setting, or the same new name for the record, settles it."""
    renamed = enacted_court.rename(enacted_court.with_name("pn final.xlsx"))
    assert ("ZI910", None) in told(renamed)
    (hit,) = [each for each in zi_excel.validasi(renamed, per=PER).findings if each.code == "ZI910"]
    assert "'pn.penetapan.toml'" in hit.message
    (renamed.parent / "zi-excel.toml").write_text('penetapan = "pn.penetapan.toml"', "utf-8")
    assert told(renamed) == []
    (renamed.parent / "zi-excel.toml").unlink()
    record_of(enacted_court).rename(record_of(renamed))
    assert told(renamed) == []


def test_another_workbooks_record_is_nobodys_else(enacted_court):
    """Beside a workbook that has its record stands one that has none: as before."""
    other = Path(shutil.copy(enacted_court, enacted_court.with_name("lain.xlsx")))
    codes = {code for code, _ in told(other)}
    assert "ZI907" in codes
    assert "ZI910" not in codes


def test_settings_name_the_record(court, tmp_path):
    """Relative to the workbook's folder; missing is an error, another ending too."""
    settings = tmp_path / "pengaturan.toml"
    settings.write_text('kantor = "PN Surakarta"\npenetapan = "../kantor.penetapan.toml"', "utf-8")
    with pytest.raises(zi_excel.UsageError, match="yang tidak ada"):
        told(court, settings=settings)
    result = zi_excel.tetapkan(court, **DECREE, settings=settings)
    assert result.record.resolve() == (tmp_path / "kantor.penetapan.toml").resolve()
    assert result.enacted.kantor == "PN Surakarta"
    assert told(court, settings=settings) == []
    settings.write_text('penetapan = "pn.xlsx"', "utf-8")
    with pytest.raises(zi_excel.UsageError, match=r"berakhiran \.penetapan\.toml"):
        zi_excel.tetapkan(court, **DECREE, settings=settings, replace=True)


def test_the_record_tells_the_year_that_the_title_no_longer_does(enacted_court):
    """Targets without a year keep theirs; a new record takes the year from the workbook alone."""
    assert zi_excel.kolom(enacted_court).plan.year == 2025

    def without_year(sheet):
        sheet["A1"] = "RENCANA AKSI PENGADILAN NEGERI"
        for row in range(4, sheet.max_row + 1):
            sheet.cell(row, 6).value = "Maret" if sheet.cell(row, 6).value else None

    changed(enacted_court, without_year)
    plan = zi_excel.kolom(enacted_court).plan
    assert (plan.year, plan.reading.year_from) == (2025, "catatan penetapan")
    assert "ZI008" not in {code for code, _ in told(enacted_court)}
    record_of(enacted_court).unlink()
    with pytest.raises(WorkbookError, match="Tahun rencana"):
        zi_excel.kolom(enacted_court)
