"""Defects put into a workbook: found by their rule at their cell, and no other galat appears. From file to finding."""

from datetime import date

import pytest
import xlsxwriter

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import Field
from zi_excel.reader import read_plan
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Level

PER = date(2025, 11, 20)
HEADERS = {Field.REALISASI: "REALISASI (%)"}


def write(draft, path):
    """The draft as a plain workbook: title, header, numbering row, then komponen, subkomponen and indikator."""
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet("Rencana Aksi"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2025")
        for column, at in draft.columns.items():
            sheet.write(2, at - 1, HEADERS.get(column, column.replace("_", " ").upper()))
            sheet.write(3, at - 1, at)

        def put(line, column, content):
            at = draft.columns.get(column)
            if at is None or content in {"", None}:
                return
            if isinstance(content, date):
                sheet.write_datetime(line, at - 1, content, day)
            elif isinstance(content, str) and content.startswith("=#"):
                sheet.write_formula(line, at - 1, "=Lain!A1", None, content[1:])
            else:
                sheet.write(line, at - 1, content)

        line = 4
        for komponen in draft.komponen:
            put(line, Field.NO, komponen.no)
            put(line, Field.KOMPONEN, komponen.nama)
            line += 1
            for sub in komponen.parts:
                put(line, Field.NO, sub.no)
                put(line, Field.KOMPONEN, sub.nama)
                for row in sub.parts:
                    for column, content in row.cells.items():
                        put(line, column, content)
                    line += 1


@pytest.fixture
def found(tmp_path):
    """found(draft) -> the findings of its workbook."""

    def run(draft):
        path = tmp_path / "buku.xlsx"
        write(draft, path)
        with Package.open(path) as package:
            return validate(read_plan(package), enacted_matrix(), PER)

    return run


def cell(**cells):
    """Changes cells of II.1.b."""
    return lambda draft: draft.row("II.1.b").set(**cells)


def head(kode, **parts):
    """Changes number or name of a komponen or subkomponen."""

    def change(draft):
        for name, text in parts.items():
            setattr(draft.head(kode), name, text)

    return change


def remove(kode):
    return lambda draft: draft.home(kode).remove(draft.row(kode))


def add(after, **cells):
    def change(draft):
        home = draft.home(after)
        blank = dict.fromkeys(home[0].cells, "")
        home.insert(home.index(draft.row(after)) + 1, type(home[0])("baru", blank).set(**cells))

    return change


def move(kode, after):
    def change(draft):
        row = draft.row(kode)
        draft.home(kode).remove(row)
        home = draft.home(after)
        home.insert(home.index(draft.row(after)) + 1, row)

    return change


def drop(*columns):
    def change(draft):
        for column in columns:
            del draft.columns[column]

    return change


DONE = {"realisasi": "selesai", "tautan_bukti": "https://kpu.go.id/sk.pdf"}
NEW = {
    "indikator": "d. Melaksanakan studi banding",
    "langkah_aksi": "Studi banding",
    "bukti_fisik": "Laporan",
    "target_waktu": "Mei 2025",
}

# id: (the change, {code: kodes} that must be among the findings; of galat there are no others)
DEFECTS = {
    "target blank": (cell(target_waktu=""), {"ZI601": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target a dash": (cell(target_waktu="-"), {"ZI601": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target impossible": (cell(target_waktu="31 Juni 2025"), {"ZI602": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target prose": (cell(target_waktu="menyesuaikan"), {"ZI602": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target overwritten": (cell(target_waktu="Tercapai 4 Januari 2021"), {"ZI603": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target another month": (cell(target_waktu="Desember 2025"), {"ZI901": ["II.1.b"]}),
    "target another year": (cell(target_waktu="Januari – Desember 2024"), {"ZI606": ["II.1.b"], "ZI901": ["II.1.b"]}),
    "target a date": (cell(target_waktu=date(2025, 12, 31)), {"ZI901": ["II.1.b"]}),
    "target an error": (cell(target_waktu="=#REF!"), {"ZI009": ["II.1.b"], "ZI602": []}),
    "target in prose": (cell(target_waktu="mulai Januari – Desember 2025 ya"), {"ZI604": ["II.1.b"]}),
    "target early": (cell(target_waktu="Februari 2025"), {"ZI605": ["I.1.a", "II.1.b"], "ZI901": ["II.1.b"]}),
    "target abbreviated": (cell(target_waktu="Jan – Des 2025"), {"ZI905": ["II.1.b"]}),
    "indikator reworded": (cell(indikator="b. SOP telah diterapkan oleh pegawai"), {"ZI905": ["II.1.b"]}),
    "indikator an error": (cell(indikator="=#N/A"), {"ZI009": ["II.1.b"]}),
    "indikator twice": (
        cell(indikator="b. SOP telah dilakukan evaluasi", langkah_aksi="Rapat", bukti_fisik="Notulen"),
        {"ZI302": ["II.1.c"], "ZI902": ["II.1.b"], "ZI903": ["II.1.b"]},
    ),
    "letter skipped": (
        lambda draft: draft.row("II.1.c").set(indikator="e. SOP telah dilakukan evaluasi"),
        {"ZI304": ["II.1.e"], "ZI906": ["II.1.e"]},
    ),
    "step blank": (cell(langkah_aksi=""), {"ZI401": ["II.1.b"], "ZI905": ["II.1.b"]}),
    "step of another year": (cell(langkah_aksi="Menyusun SOP 2024"), {"ZI403": ["II.1.b", "III.4.b"]}),
    "evidence blank": (cell(bukti_fisik=""), {"ZI501": ["II.1.b"], "ZI905": ["II.1.b"]}),
    "evidence an error": (cell(bukti_fisik="=#NAME?"), {"ZI009": ["II.1.b"]}),
    "evidence of another year": (cell(bukti_fisik="SOP 2023"), {"ZI503": ["I.3.a", "II.1.b"]}),
    "evidence of another row": (cell(bukti_fisik="Reviu SOP"), {"ZI504": ["VI.1.c"]}),
    "penanggung jawab blank": (cell(penanggung_jawab="-"), {"ZI701": ["II.1.b"]}),
    "penanggung jawab misspelt": (cell(penanggung_jawab="Tim Penata Laksanaa"), {"ZI702": ["II.1.b"]}),
    "realisasi too much": (cell(realisasi="150%"), {"ZI802": ["II.1.b"]}),
    "realisasi of thousands": (cell(realisasi="1.000%"), {"ZI802": ["II.1.b"]}),
    "realisasi prose": (cell(realisasi="hampir"), {"ZI802": ["II.1.b"]}),
    "realisasi an error": (cell(realisasi="=#DIV/0!"), {"ZI802": ["II.1.b"]}),
    "realisasi without link": (cell(realisasi="selesai"), {"ZI804": ["II.1.b"]}),
    "link of words": (cell(realisasi="selesai", tautan_bukti="di lemari"), {"ZI810": ["II.1.b"]}),
    "obstacle unanswered": (cell(kendala="Belum ada dana"), {"ZI805": ["II.1.b"]}),
    "day in words": (cell(**DONE, tanggal_selesai="akhir Maret"), {"ZI806": ["II.1.b"]}),
    "day as text": (cell(**DONE, tanggal_selesai="31/12/2025"), {"ZI806": [], "ZI807": ["II.1.b"]}),
    "day to come": (cell(**DONE, tanggal_selesai=date(2025, 12, 1)), {"ZI807": ["II.1.b"]}),
    "day too early": (cell(**DONE, tanggal_selesai=date(2024, 12, 1)), {"ZI809": ["II.1.b"]}),
    "day but not done": (cell(realisasi="40%", tanggal_selesai=date(2025, 3, 1)), {"ZI808": ["II.1.b"]}),
    "row removed": (remove("II.1.b"), {"ZI903": ["II.1.b"], "ZI304": ["II.1.c"]}),
    "last row removed": (remove("VI.5.c"), {"ZI903": ["VI.5.c"]}),
    "row copied": (
        lambda draft: add("II.1.b", **{str(field): text for field, text in draft.row("II.1.b").cells.items()})(draft),
        {"ZI902": ["II.1.d"], "ZI302": ["II.1.d"], "ZI303": ["II.1.d"]},
    ),
    "row added": (add("II.1.c", **NEW), {"ZI902": ["II.1.d"]}),
    "row moved": (move("II.2.a", "II.2.d"), {"ZI904": ["II.2.a"], "ZI304": ["II.2.b", "II.2.a"]}),
    "letter twice": (
        cell(indikator="a. SOP telah diterapkan dan dipahami oleh seluruh pegawai"),
        {"ZI303": ["II.1.b"], "ZI906": ["II.1.b"], "ZI304": []},
    ),
    "letter missing": (
        cell(indikator="SOP telah diterapkan dan dipahami oleh seluruh pegawai"),
        {"ZI303": ["II.1.b"], "ZI906": ["II.1.b"], "ZI304": []},
    ),
    "indikator blank": (cell(indikator=""), {"ZI301": ["II.1.b"], "ZI905": ["II.1.b"], "ZI303": []}),
    "komponen's line gone": (head("II", no="", nama=""), {"ZI908": ["II"], "ZI101": [], "ZI904": []}),
    "komponen without number": (head("II", no=""), {"ZI102": ["II", "VI.4"], "ZI905": ["II"]}),
    "komponen's name copied": (
        head("II", nama="MANAJEMEN PERUBAHAN"),
        {"ZI203": ["II"], "ZI204": ["II"], "ZI905": ["II"]},
    ),
    "subkomponen's line gone": (
        head("II.2", no="", nama=""),
        {"ZI908": ["II.2"], "ZI303": [], "ZI904": [], "ZI104": ["II.3"]},
    ),
    "subkomponen without number": (head("II.2", no=""), {"ZI102": ["II.2", "VI.4"], "ZI905": ["II.2"]}),
    "subkomponen without name": (head("II.2", nama=""), {"ZI205": ["II.2"], "ZI905": ["II.2"]}),
    "subkomponen's number twice": (head("II.2", no="1"), {"ZI101": ["II.2"], "ZI905": ["II.2"], "ZI104": []}),
    "subkomponen's name copied": (
        head("II.2", nama="Prosedur Operasional Tetap (SOP)"),
        {"ZI206": ["II.2"], "ZI905": ["II.2"]},
    ),
    "komponen renamed": (head("II", nama="PENATAAN TATA KELOLA"), {"ZI202": ["II", "IV"], "ZI905": ["II"]}),
    "subkomponen renamed": (head("II.2", nama="SPBE"), {"ZI905": ["II.2"]}),
    "subkomponen misnumbered": (head("II.3", no="4"), {"ZI104": ["II.4"], "ZI905": ["II.4"]}),
    "subkomponen's number a word": (head("II.2", no="dua"), {"ZI105": ["II.2"], "ZI905": ["II.2"], "ZI101": []}),
    "subkomponen's number an error": (head("II.2", no="=#VALUE!"), {"ZI009": ["II.2"], "ZI101": [], "ZI105": []}),
    "no report columns": (drop(*list(Field)[7:12]), {"ZI801": [None], "ZI003": [None]}),
    "no penanggung jawab": (drop(Field.PENANGGUNG_JAWAB), {"ZI002": [None]}),
}


@pytest.mark.parametrize(("change", "expected"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_is_found_at_its_cell_and_no_other_galat_appears(change, expected, enacted_draft, found):
    """What must be found is found for the right kode; every galat is one of these."""
    change(enacted_draft)
    findings = found(enacted_draft)
    said = {code: [each.kode for each in findings if each.code == code] for code in expected}
    assert {code: sorted(kodes, key=str) for code, kodes in said.items()} == {
        code: sorted(kodes, key=str) for code, kodes in expected.items()
    }
    assert {each.code for each in findings if each.level is Level.GALAT} <= set(expected)


def test_the_written_matrix_itself_has_no_galat_and_no_peringatan(enacted_draft, found):
    """The ground that the defects are put on is clean."""
    assert {each.level for each in found(enacted_draft)} == {Level.INFO}


def test_the_template_has_the_decrees_slips_as_info_and_nothing_else(template):
    """Contract, section 6: the untouched template gives no galat and no peringatan; each slip is one line."""
    with Package.open(template) as package:
        findings = validate(read_plan(package), enacted_matrix(), PER)
    assert {each.level for each in findings} == {Level.INFO}
    codes = [each.code for each in findings]
    assert len(set(codes)) == len(codes)
    told = {each.code: each for each in findings}
    assert (told["ZI103"].kode, told["ZI102"].kode, told["ZI202"].kode) == ("I", "VI.4", "IV")
    assert "Penilaian Kepuasan Pelayanan" in told["ZI102"].message
    assert len(told["ZI605"].also) == 39
    assert "III.4.b" in told["ZI503"].message
    assert told["ZI403"].kode == "III.4.b"


def test_reader_and_rules_read_numbers_and_letters_alike(enacted_draft, found):
    """Numbers that became text, a word that begins with a letter: read rightly, and not reported as wrong."""
    before = {each.code for each in found(enacted_draft)}
    for komponen in enacted_draft.komponen:
        for sub in komponen.parts:
            sub.no = sub.no and f"{sub.no}.0"
    enacted_draft.row("III.5").set(indikator="E office telah diterapkan")
    codes = {each.code for each in found(enacted_draft)} - before
    assert not codes & {"ZI101", "ZI104", "ZI105", "ZI303", "ZI304", "ZI906"}


@pytest.mark.parametrize(
    ("kode", "code", "cell"), [("I", "ZI201", "B6"), ("I.1", "ZI205", "B6"), ("IV.1", "ZI205", None)]
)
def test_the_first_group_without_its_line_is_told_at_its_first_row(kode, code, cell, enacted_draft, found):
    """There is no group before it that its rows could count for, and no line of its own: still a cell to go to."""
    enacted_draft.head(kode).no = enacted_draft.head(kode).nama = ""
    (told,) = (each for each in found(enacted_draft) if each.code == code)
    assert (told.kode, told.level) == (kode, Level.PERINGATAN)
    assert told.place.ref == cell or (cell is None and told.place.ref is not None)


def test_no_typed_over_a_number_ends_no_matrix(enacted_draft, found):
    """`No` in column NO looks like the header of another table; a row with a letter or an area's name is none."""
    enacted_draft.head("III.2").no = enacted_draft.head("V").no = "No"
    told = [(each.code, each.kode) for each in found(enacted_draft) if each.level is Level.GALAT]
    assert told == [("ZI105", "III.2"), ("ZI105", "V")]


def test_a_row_that_lost_its_indikator_is_not_the_rest_of_the_one_above(enacted_draft, found):
    """Its step begins small, as in the decree (VI.1.d), but its evidence and its own time say that it is a row."""
    enacted_draft.row("VI.1.d").set(indikator="")
    told = [(each.code, each.kode) for each in found(enacted_draft) if each.level is Level.GALAT]
    assert told == [("ZI301", "VI.1.d")]


def test_a_komponen_that_lost_its_name_keeps_its_rows(enacted_draft, found):
    """ZI201 at its cell, and nothing counts for the komponen before."""
    enacted_draft.head("II").nama = ""
    codes = {each.code: each.kode for each in found(enacted_draft) if each.level is not Level.INFO}
    assert codes == {"ZI201": "II", "ZI905": "II"}
