"""The verb `laporan`: where the report goes, what it never overwrites, periods, and notes that come back."""

import shutil
import warnings
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from office import write_office
from once import read_once
from short_matrix import short_matrix

import zi_excel
from zi_excel.cli import run
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.report.returned import read_report_notes
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.verbs import laporan as laporan_verb

PER = date(2025, 11, 20)
REALISASI = 8
NOTE = "N"
NOTES = {
    "I": "Komponen baik",
    "I.1.a": "=1+1 bukti kurang",
    "I.2.b": "Baris satu\nbaris dua",
    "II.1.c": "Cek survei 😀",
}


def loaded(path, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(path, **options)


@pytest.fixture
def book(tmp_path) -> Path:
    return short_matrix(tmp_path / "buku.xlsx")


@pytest.fixture
def report(book, prepared) -> Path:
    prepared(reported, book.parent)
    return book.with_name("laporan.xlsx")


def reported(folder: Path) -> None:
    """The workbook as it is in every test, and its report."""
    book = short_matrix(folder / "buku.xlsx")
    zi_excel.laporan(book, folder / "laporan.xlsx", per=PER)


def write_notes(path: Path, notes=NOTES) -> None:
    """What the evaluator types, beside the kode."""
    workbook = loaded(path)
    for sheet in workbook:
        if sheet.title.startswith("Komponen"):
            for row in sheet.iter_rows(min_row=FIRST_ROW):
                if row[0].value in notes:
                    cell = sheet[f"{NOTE}{row[0].row}"]
                    cell.value = notes[row[0].value]
                    cell.data_type = "s"
    workbook.save(path)


def shown_notes(path: Path) -> dict[str, str]:
    return {note.kode: note.text for note in read_report_notes(path)}


@pytest.mark.slow
def test_a_report_is_written_and_the_workbook_is_not_touched(book, tmp_path):
    """The result says what a person asks first."""
    before = book.read_bytes()
    result = zi_excel.laporan(book, tmp_path / "laporan.xlsx", per=PER)
    assert result.changed
    assert result.backup is None
    assert result.measurement.per == PER
    assert book.read_bytes() == before
    assert loaded(result.out).sheetnames[0] == "Sampul"


@pytest.mark.slow
def test_the_same_report_is_not_written_again(book, report):
    """Nothing changed: no backup either."""
    before = report.stat().st_mtime_ns
    result = zi_excel.laporan(book, report, per=PER)
    assert not result.changed
    assert report.stat().st_mtime_ns == before
    assert not (report.parent / "cadangan").exists()


@pytest.mark.slow
def test_the_tools_own_report_is_replaced_with_a_backup_and_its_notes(book, report):
    """So that a weekly run may write it anew, and no note is ever lost."""
    write_notes(report)
    before = report.read_bytes()
    result = zi_excel.laporan(book, report, per=date(2025, 12, 31))
    assert result.backup is not None
    assert result.backup.read_bytes() == before
    assert result.carried == len(NOTES)
    assert shown_notes(report) == NOTES


@pytest.mark.parametrize("content", [None, b"bukan buku kerja", b""], ids=["the workbook", "some file", "empty file"])
def test_no_other_file_is_ever_overwritten(book, tmp_path, content):
    """Also not the workbook itself, nor one with Monev tabs."""
    out = tmp_path / "ada.xlsx"
    if content is None:
        zi_excel.monev(book, per=PER)
        out = book
    else:
        out.write_bytes(content)
    before = out.read_bytes()
    with pytest.raises(WorkbookError, match="tidak ditimpa"):
        zi_excel.laporan(book, out, per=PER)
    assert out.read_bytes() == before


def test_another_offices_report_is_never_overwritten(report, tmp_path):
    """It would be gone but for its backup, with the notes that its evaluator wrote."""
    before = report.read_bytes()
    write_office(tmp_path / "lain.xlsx")
    with pytest.raises(WorkbookError, match="matriks lain"):
        zi_excel.laporan(tmp_path / "lain.xlsx", report, per=PER)
    assert report.read_bytes() == before


def test_a_report_is_no_workbook_of_an_office(report):
    """Its matrix is a copy: numbers of a copy would be nobody's."""
    with pytest.raises(WorkbookError, match="laporan buatan zi-excel"):
        zi_excel.capaian(report)


@pytest.mark.parametrize("program", ["openpyxl", pytest.param("libreoffice", marks=pytest.mark.slow)])
@pytest.mark.slow
def test_notes_come_back_whatever_saved_them(request, book, report, tmp_path, program):
    """Sorted, filtered, with a column moved."""
    write_notes(report)
    returned = tmp_path / "kembali.xlsx"
    if program == "libreoffice":
        shutil.copy(request.getfixturevalue("office_save")(report), returned)
    else:
        workbook = loaded(report)
        sheet = workbook["Komponen I"]
        sheet.insert_rows(3, 4)
        sheet.insert_cols(2)
        workbook.save(returned)
    report.unlink()
    result = zi_excel.laporan(book, report, per=PER, notes=returned)
    assert (result.carried, result.left) == (len(NOTES), ())
    assert shown_notes(report) == NOTES
    assert loaded(report)["Komponen I"][f"{NOTE}{FIRST_ROW + 2}"].data_type == "s"


@pytest.mark.slow
def test_a_note_typed_as_a_formula_is_not_lost(book, report):
    """Where nothing computed it: as it was typed."""
    workbook = loaded(report)
    workbook["Komponen I"][f"{NOTE}{FIRST_ROW + 2}"] = "=3+4"
    workbook.save(report)
    zi_excel.laporan(book, report, per=date(2025, 11, 21))
    assert shown_notes(report) == {"I.1.a": "=3+4"}


@pytest.mark.slow
def test_a_note_that_fits_no_more_is_told_and_kept(book, report):
    """Through as many reports as follow."""
    write_notes(report, {"I.1.a": "Cek"})
    workbook = loaded(report)
    sheet = workbook["Komponen I"]
    sheet[f"A{FIRST_ROW + 2}"].value = "I.9.z"
    workbook.save(report)
    for day in (21, 22):
        result = zi_excel.laporan(book, report, per=date(2025, 11, day))
        assert [(note.kode, note.text) for note in result.left] == [("I.9.z", "Cek")]
    assert "Catatan Lama" in loaded(report).sheetnames


@pytest.mark.parametrize("name", ["buku.xlsx", "tidak ada.xlsx"])
def test_notes_are_taken_from_reports_only(book, tmp_path, name):
    """Anything else is told of, and nothing is written."""
    with pytest.raises(WorkbookError):
        zi_excel.laporan(book, tmp_path / "baru.xlsx", per=PER, notes=tmp_path / name)
    assert not (tmp_path / "baru.xlsx").exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"per": PER, "periode": "TW III"},
        {"periode": "TW IX"},
        {"paper": "a3"},
        {"out": "laporan.xls"},
    ],
)
def test_a_wrong_question_is_told(book, tmp_path, asked):
    """Before anything is read or written."""
    out = tmp_path / asked.pop("out", "laporan.xlsx")
    with pytest.raises(UsageError):
        zi_excel.laporan(book, out, **asked)
    assert not out.exists()


def test_a_folder_that_is_not_there(book, tmp_path, capsys):
    """One sentence, exit 3."""
    assert run(["laporan", str(book), "-o", str(tmp_path / "tidak ada" / "l.xlsx")]) == 3
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert f"folder '{tmp_path / 'tidak ada'}' tidak ada" in said


def set_realisasi(book: Path, share: float) -> None:
    """Of the first indikator."""
    row = next(zi_excel.capaian(book).plan.indikator()).row
    workbook = loaded(book)
    workbook["Rencana Aksi"].cell(row, REALISASI).value = share
    workbook.save(book)


def first_row(path: Path) -> tuple:
    sheet = read_once(path.read_bytes(), values=True)["Perhitungan"]
    titles = [cell.value for cell in sheet[HEADER_ROW]]
    return tuple(
        sheet.cell(FIRST_ROW, titles.index(title) + 1).value
        for title in ("REALISASI", "REALISASI AWAL PERIODE", "GERAK (POIN)")
    )


def group_movements(path: Path) -> tuple:
    """Of the first komponen, and of its first subkomponen."""
    sheet = read_once(path.read_bytes(), values=True)["Komponen I"]
    column = [cell.value for cell in sheet[HEADER_ROW]].index("GERAK (POIN)") + 1
    return sheet.cell(FIRST_ROW, column).value, sheet.cell(FIRST_ROW + 1, column).value


def cover(path: Path) -> str:
    return "\n".join(
        str(cell.value) for row in read_once(path.read_bytes(), values=True)["Sampul"] for cell in row if cell.value
    )


@pytest.fixture
def with_history(book, prepared) -> Path:
    """25 % by the end of June, 75 % in August, all by November."""
    prepared(refreshed_thrice, book.parent)
    return book


def refreshed_thrice(folder: Path) -> None:
    """The workbook with that history."""
    book = short_matrix(folder / "buku.xlsx")
    for share, day in ((0.25, date(2025, 6, 25)), (0.75, date(2025, 8, 29)), (1, date(2025, 11, 14))):
        set_realisasi(book, share)
        zi_excel.monev(book, per=day)


@pytest.mark.slow
def test_a_period_is_reported_as_the_history_has_it(with_history, tmp_path, monkeypatch):
    """Realisasi of the last entry up to its end; what moved in it, since the last entry before it."""
    monkeypatch.setattr(laporan_verb, "today", lambda: date(2025, 11, 20))
    result = zi_excel.laporan(with_history, tmp_path / "tw3.xlsx", periode="TW III")
    assert result.measurement.per == date(2025, 9, 30)
    assert first_row(result.out) == (0.75, 0.25, 50)
    assert group_movements(result.out) == pytest.approx((50 / 5, 25))
    said = cover(result.out)
    assert "TW III (Juli–September 2025)" in said
    assert "29 Agustus 2025" in said


@pytest.mark.slow
def test_a_period_under_way_is_reported_as_read_today(with_history, tmp_path, monkeypatch):
    """What staff have reported since the last refresh counts."""
    monkeypatch.setattr(laporan_verb, "today", lambda: date(2025, 11, 20))
    result = zi_excel.laporan(with_history, tmp_path / "tw4.xlsx", periode="TW IV")
    assert result.measurement.per == date(2025, 12, 31)
    assert first_row(result.out) == (1, 0.75, 25)


@pytest.mark.slow
def test_without_a_history_the_cover_says_so(book, tmp_path, monkeypatch):
    """And the movement isn't shown."""
    monkeypatch.setattr(laporan_verb, "today", lambda: date(2025, 11, 20))
    set_realisasi(book, 0.5)
    result = zi_excel.laporan(book, tmp_path / "b09.xlsx", periode="B09")
    assert first_row(result.out) == (0.5, None, None)
    assert "saat laporan ini dibuat" in cover(result.out)
    assert loaded(result.out)["Perhitungan"].column_dimensions["M"].hidden


@pytest.mark.slow
def test_settings_arrive(book, tmp_path):
    """Office, signers and thresholds."""
    (tmp_path / "zi-excel.toml").write_text(
        'kantor = "KPU Kota Contoh"\n[ambang]\npoin = 3\nhari = 5\n'
        '[[penanda_tangan]]\nnama = "Nama Ketua"\njabatan = "Ketua"\ntempat = "Solo"\n',
        "utf-8",
    )
    out = zi_excel.laporan(book, tmp_path / "l.xlsx", per=PER).out
    said = cover(out).splitlines()
    for text in ("KPU Kota Contoh", "Nama Ketua", "Solo, 20 November 2025"):
        assert text in said
    terms = {row[0]: row[1] for row in loaded(out)["Metodologi"].iter_rows(max_col=2, values_only=True)}
    assert (terms["toleransi_poin"], terms["hari_perhatian"]) == (3, 5)


@pytest.mark.slow
def test_the_command_says_what_it_did(decree_book, tmp_path, capsys):
    """Where the report is, its capaian, and the notes that fit no more."""
    out = tmp_path / "l.xlsx"
    assert run(["laporan", str(decree_book), "-o", str(out), "--per", "2025-11-20", "--kertas", "a4"]) == 0
    said = capsys.readouterr().out
    assert "Laporan ditulis" in said
    assert "kosong di Sampul: `penanda_tangan`" in said  # the office is the enacted matrix's
    write_notes(out, {"I.1.a": "Cek"})
    assert run(["laporan", str(decree_book), "-o", str(out), "--per", "2025-11-21", "--catatan", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Laporan sebelumnya disimpan" in said
    assert "Catatan evaluator yang dibawa: 1 sel" in said


@pytest.mark.slow
def test_what_the_cover_lacks_is_told(tmp_path):
    """Until the settings say it."""
    book = write_office(tmp_path / "kantor.xlsx")
    assert zi_excel.laporan(book, tmp_path / "l.xlsx", per=PER).unsaid == ("kantor", "penanda_tangan")
    settings = 'kantor = "BPS Demak"\n[[penanda_tangan]]\nnama = "A"\njabatan = "Kepala"\n'
    (tmp_path / "zi-excel.toml").write_text(settings, "utf-8")
    assert zi_excel.laporan(book, tmp_path / "l.xlsx", per=PER).unsaid == ()


@pytest.mark.slow
def test_another_offices_report_names_no_decree_that_is_not_its_own(tmp_path):
    """Nor an office."""
    book = write_office(tmp_path / "kantor.xlsx")
    said = cover(zi_excel.laporan(book, tmp_path / "l.xlsx", per=PER).out)
    assert "31 Tahun 2025" not in said
    assert "KPU" not in said
    assert "tetapkan" in said


@pytest.mark.slow
def test_notes_that_are_saved_meanwhile_are_not_overwritten(book, report, monkeypatch):
    """The evaluator's copy on a shared drive: between reading its notes and replacing it somebody saves it."""
    measured = laporan_verb.measured

    def slow(*arguments):
        write_notes(report)
        return measured(*arguments)

    monkeypatch.setattr(laporan_verb, "measured", slow)
    with pytest.raises(WorkbookError, match="berubah"):
        zi_excel.laporan(book, report, per=date(2025, 12, 1))
    assert shown_notes(report) == NOTES


@pytest.mark.slow
def test_a_long_text_says_where_it_goes_on(book, tmp_path):
    """What a sheet's row can't show is whole in another sheet of the same report."""
    workbook = loaded(book)
    row = next(zi_excel.capaian(book).plan.indikator()).row
    workbook["Rencana Aksi"].cell(row, 11).value = "kendala panjang " * 1500
    workbook.save(book)
    report = loaded(zi_excel.laporan(book, tmp_path / "l.xlsx", per=PER).out)
    shown = next(cell.value for cell in report["Komponen I"]["L"] if "kendala panjang" in str(cell.value))
    assert shown.endswith("Tindak Lanjut)")
    assert report["Tindak Lanjut"][f"C{FIRST_ROW}"].value == ("kendala panjang " * 1500).strip()
