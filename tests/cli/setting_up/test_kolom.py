"""What `kolom` shows at a terminal: each column, and what settings could say of those that were not found."""

import json
import tomllib

import click
import pytest
import xlsxwriter
from office import HEADER, ROWS, write_office

import zi_excel
from zi_excel.cli import run
from zi_excel.cli.setting_up.kolom import kolom_lines
from zi_excel.plan.rencana_aksi import Field, OtherColumn

OWN = ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI")


@pytest.fixture
def office(tmp_path):
    """office(...) -> the path of a court's workbook; arguments as for write_office."""

    def write(*arguments, **options):
        return write_office(tmp_path / "pn.xlsx", *arguments, **options)

    return write


@pytest.fixture
def shown(monkeypatch):
    """shown(path, settings) -> the lines at a terminal of 100 columns, without colour."""
    monkeypatch.setenv("COLUMNS", "100")

    def lines(path, settings=None):
        return [click.unstyle(line) for line in kolom_lines(zi_excel.kolom(path, settings=settings))]

    return lines


def test_text_shows_every_column(office, shown):
    """Each of columns 1-12 and STATUS: its letter, how it was understood, its header as it stands."""
    lines = shown(office(header=(*HEADER[:7], "Progres\n(persen)", "Jadwal")))
    assert lines[0].endswith("pn.xlsx · lembar 'Matriks RA' · judul di baris 3")
    assert "   1  NO                A      kata keputusan      No." in lines
    assert "   8  REALISASI (%)     H      sinonim             Progres (persen)" in lines
    assert "  12  TINDAK LANJUT     -      tidak ada" in lines
    assert "      STATUS            -      tidak ada" in lines
    assert "  I    “Jadwal”: sama arti dengan TARGET WAKTU; yang dipakai kolom F" in lines


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (("Progres",), "hanya dibaca pada buku kerja lama"),
        (("Status",), "dibaca sebagai realisasi"),
        (("Progres", "Status"), "STATUS tidak dibaca"),
    ],
)
def test_what_status_is_for(last, words, office, shown):
    """It is read where there is no REALISASI, and only there."""
    assert any(words in line for line in shown(office(header=(*HEADER[:7], *last))))


def test_the_settings_to_write_work_when_filled_in(office, shown, tmp_path):
    """The snippet is TOML; with the letters in place of HURUF the columns are taken."""
    path = office(header=(*OWN[:6], "SIAPA", "BERAPA"))
    lines = shown(path)
    snippet = lines[lines.index("[kolom]") :]
    assert tomllib.loads("\n".join(snippet))["kolom"].keys() == {
        "penanggung_jawab", "realisasi", "tanggal_selesai", "tautan_bukti", "kendala", "tindak_lanjut",
    }  # fmt: skip
    filled = [snippet[0], snippet[1].replace("HURUF", "G"), snippet[2].replace("HURUF", "berapa")]
    (tmp_path / "zi-excel.toml").write_text("\n".join(filled), "utf-8")
    plan = zi_excel.kolom(path).plan
    assert (plan.columns[Field.PENANGGUNG_JAWAB], plan.columns[Field.REALISASI]) == (7, 8)
    assert not any("penanggung_jawab" in line or "realisasi =" in line for line in shown(path))


def test_nothing_to_write_where_nothing_is_missing(book, shown):
    """The template has all twelve columns."""
    assert not any("[kolom]" in line or "Tidak ditemukan" in line for line in shown(book))


def test_json(office, capsys):
    """The same as data, with empty values where there is no such column."""
    path = office(header=(*HEADER, "Rapat"))
    assert run(["kolom", str(path), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["berkas"], data["lembar"], data["baris_judul"], data["baris_nomor"]) == (
        str(path), "Matriks RA", [3, 3], None,
    )  # fmt: skip
    assert data["tahun"] == 2025
    assert data["tahun_dari"].startswith("judul “")
    assert [each["nama"] for each in data["kolom"]] == list(Field)
    assert data["kolom"][5] == {
        "nama": "target_waktu",
        "huruf": "F",
        "judul": "Target Penyelesaian",
        "dipahami": "sinonim",
        "tersembunyi": False,
        "bagian": [],
    }
    assert data["kolom"][10] == dict.fromkeys(data["kolom"][10]) | {"nama": "kendala", "bagian": []}
    assert data["lain"] == [{"huruf": "I", "judul": "Rapat", "sama_arti": None}]
    assert data["tidak_ada"] == ["tanggal_selesai", "tautan_bukti", "kendala", "tindak_lanjut"]
    assert data["pengaturan"][0] == "[kolom]"


def test_exit_codes(office, tmp_path, capsys):
    """0 though columns are missing; 3 where there is no matrix or several, one sentence; 2 for wrong usage."""
    path = office(ROWS)
    assert run(["kolom", str(path)]) == 0
    capsys.readouterr()
    two = tmp_path / "dua.xlsx"
    with xlsxwriter.Workbook(two) as book:
        for name in ("Rencana A", "Rencana B"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, OWN)
            sheet.write_row(1, 0, ["1", "Tim", "a. SK", "Menyusun", "SK", "Maret 2025", "Tim"])
    assert run(["kolom", str(two)]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "Rencana A" in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert run(["kolom", str(two), "--lembar", "Rencana B"]) == 0
    assert "lembar 'Rencana B'" in capsys.readouterr().out
    assert run(["kolom", str(tmp_path / "tidak ada.xlsx")]) == 3
    assert run(["kolom"]) == 2
    assert run(["kolom", str(path), "--format", "xml"]) == 2


def test_a_setting_that_names_no_column_is_a_sentence(office, tmp_path, capsys):
    """HURUF left as it is: exit 3, naming the column and the settings."""
    path = office()
    (tmp_path / "zi-excel.toml").write_text('[kolom]\nkendala = "HURUF"', "utf-8")
    assert run(["kolom", str(path)]) == 3
    assert "Kolom 'HURUF' untuk KENDALA" in capsys.readouterr().err


def test_a_column_without_header_that_holds_something_is_shown(office, shown):
    """Where a header is missing, that is what explains the finding; what stands below the matrix is no column."""

    def edit(sheet):
        sheet["J6"] = "isi"
        sheet["L40"] = "Ketua,"

    path = office(header=OWN, edit=edit)
    assert zi_excel.kolom(path).plan.reading.others == (OtherColumn(10, ""),)
    assert "  J    (tanpa judul, tetapi berisi): tidak dipakai" in shown(path)


def test_hidden_columns_are_said(office, shown):
    """A hidden column is read all the same, which nobody would guess."""

    def edit(sheet):
        sheet.column_dimensions.group("G", "H", hidden=True)

    path = office(edit=edit)
    assert zi_excel.kolom(path).plan.reading.hidden == {Field.PENANGGUNG_JAWAB, Field.REALISASI}
    assert "      Disembunyikan di Excel, tetapi tetap dibaca: G, H." in shown(path)
