"""The record of an office's own matrix: where it is, and that what is written is what is read."""

import os
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_plan import datum, made_indikator

from zi_excel.clock import JAKARTA
from zi_excel.enacted.matrix import checksum, enacted_matrix, marked, parse, plain
from zi_excel.enacted.record import lone_records, read_record, recorded
from zi_excel.enacted.text import enacted_text
from zi_excel.errors import WorkbookError
from zi_excel.plan.jadwal import TargetWaktu
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Komponen, RencanaAksi, Subkomponen

NOW = datetime(2025, 11, 20, 9, 30, 15, tzinfo=JAKARTA)
COLUMNS = {each: at for at, each in enumerate(ENACTED_FIELDS, start=1)}


def plan_of(*komponen, columns=COLUMNS):
    """A plan with these komponen."""
    return RencanaAksi("Matriks", ("JUDUL 2025",), 2025, 3, columns, {}, tuple(komponen))


def one_row(**cells):
    """A plan of one indikator; cells: texts of its columns, no and nama of its parents."""
    texts = {
        "nama": "a. Tim",
        "langkah_aksi": "x",
        "bukti_fisik": "y",
        "target_waktu": "Mei",
        "penanggung_jawab": "Tim",
    }
    no, name = cells.pop("no", "1"), cells.pop("komponen", "Tim Kerja")
    row = made_indikator("I.1.a", TargetWaktu(None), 0, **{key: datum(text) for key, text in (texts | cells).items()})
    sub = Subkomponen("I.1", datum(no), datum(name), (row,))
    return plan_of(Komponen("I", datum(no), datum(name), (sub,)))


def record_of(plan, **about):
    """The plan, recorded."""
    usual = {
        "nomor": "12 Tahun 2025",
        "tanggal": date(2025, 3, 3),
        "tentang": "",
        "kantor": "",
        "oleh": "Budi",
        "pada": NOW,
        "versi": "0.1.0",
        "berkas": "buku.xlsx",
    }
    return recorded(plan, **usual | about)


@given(st.text())
@example("<i>")
@example("</i><i></i>")
@example("<<i></i>i>")
@example("<</i>/i>")
@example("<i<i>>")
def test_what_only_looks_like_markup_stays(text):
    """`<i>` in a workbook's cell is text; in the form that the decree's source has too it must not get lost."""
    assert plain(marked(text)) == text


@given(st.fixed_dictionaries({}, optional={
    key: st.text() for key in (
        "no", "komponen", "nama", "langkah_aksi", "bukti_fisik", "target_waktu", "penanggung_jawab"
    )
}), st.text(), st.text())  # fmt: skip
@example({"bukti_fisik": '"""\n\\', "nama": "a. <i>x</i>\r\n😀"}, "'", "\x00")
@pytest.mark.slow
def test_every_matrix_comes_back(cells, nomor, oleh):
    """Whatever the texts hold: what is read is what was recorded, and its checksum holds."""
    written = record_of(one_row(**cells), nomor=nomor, oleh=oleh)
    read = parse(enacted_text(written))
    assert read == written
    assert read.intact
    ((komponen, sub, row),) = read.indikator()
    assert (plain(komponen.nama), sub.no) == (cells.get("komponen", "Tim Kerja"), cells.get("no", "1"))
    assert plain(row.indikator) == cells.get("nama", "a. Tim")
    assert plain(row.bukti_fisik) == cells.get("bukti_fisik", "y")
    assert plain(komponen.penanggung_jawab) == cells.get("penanggung_jawab", "Tim")


def test_a_row_says_what_is_its_own():
    """A penanggung jawab that is not its komponen's commonest, and a letter that its text lacks."""
    rows = (
        made_indikator("I.1.a", TargetWaktu(None), 0, nama=datum("Tim"), penanggung_jawab=datum("A"), letter="a"),
        made_indikator("I.1.b", TargetWaktu(None), 0, nama=datum("b. Rapat"), penanggung_jawab=datum("B"), letter="b"),
        made_indikator("I.1.c", TargetWaktu(None), 0, nama=datum("c. Usul"), penanggung_jawab=datum("B"), letter=None),
        made_indikator("I.1.d", TargetWaktu(None), 0, nama=datum("d. Lapor"), penanggung_jawab=datum(""), letter="d"),
    )
    plan = plan_of(Komponen("I", datum("I"), datum("K"), (Subkomponen("I.1", datum("1"), datum("S"), rows),)))
    (komponen,) = parse(enacted_text(record_of(plan))).komponen
    assert komponen.penanggung_jawab == "B"
    found = [(each.penanggung_jawab, each.huruf, each.letter) for each in komponen.subkomponen[0].indikator]
    assert found == [("A", "a", "a"), (None, None, "b"), (None, "", None), ("", None, "d")]


def test_a_matrix_without_rows_or_columns_comes_back():
    """A komponen without subkomponen, a subkomponen without indikator, a matrix of two columns."""
    empty = Subkomponen("II.1", datum("1"), datum("Kosong"), ())
    plan = plan_of(
        Komponen("I", datum("I"), datum("K"), ()),
        Komponen("II", datum("II"), datum("L"), (empty,)),
        columns={each: at for each, at in COLUMNS.items() if at in (3, 6)},
    )
    written = record_of(plan)
    assert parse(enacted_text(written)) == written
    assert written.pencatatan.kolom == ("indikator", "target_waktu")
    assert (written.has("indikator"), written.has("no")) == (True, False)


def test_the_checksum_knows_every_change():
    """Decree, date, texts, who and when: nothing of a record can be changed unnoticed."""
    written = record_of(one_row())
    about, (komponen,) = written.pencatatan, written.komponen
    changed = [
        written._replace(nomor="13"),
        written._replace(tanggal=date(2025, 3, 4)),
        written._replace(tahun=2026),
        written._replace(komponen=(komponen._replace(nama="Lain"),)),
        written._replace(pencatatan=about._replace(oleh="Siti")),
        written._replace(pencatatan=about._replace(pada=NOW.replace(hour=10))),
        written._replace(pencatatan=about._replace(kolom=())),
        written._replace(pencatatan=about._replace(sidik="")),
    ]
    assert written.intact
    assert not any(each.intact for each in changed)
    assert checksum(written) == checksum(changed[-1]) == about.sidik


def test_an_editor_that_only_saves_changes_nothing(tmp_path):
    """Notepad's line ends and byte-order mark, and comments, are no change."""
    written = record_of(one_row(bukti_fisik="SK\nNotula"))
    path = tmp_path / "buku.penetapan.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ("# dibuka\n" + enacted_text(written)).replace("\n", "\r\n").encode())
    assert read_record(path) == written
    assert read_record(path).intact


def test_the_matrix_that_travels_with_the_tool_is_no_record():
    """It has no checksum to hold, and all seven columns."""
    assert enacted_matrix().pencatatan is None
    assert enacted_matrix().intact
    assert all(map(enacted_matrix().has, ENACTED_FIELDS))


@pytest.mark.parametrize(
    ("beside", "lone"),
    [
        ([], ()),
        (["lama.penetapan.toml"], ("lama.penetapan.toml",)),
        (["lama.penetapan.toml", "lama.xlsx"], ()),
        (["lama.penetapan.toml", "lama.xlsm"], ()),
        (["Lama.penetapan.toml", "lama.XLSX"], ()),
        (["lama.penetapan.toml", "lama.docx"], ("lama.penetapan.toml",)),
        (["b.penetapan.toml", "a.penetapan.toml"], ("a.penetapan.toml", "b.penetapan.toml")),
        (["lama.penetapan 2025-11-20 093015.toml"], ()),
        (["zi-excel.toml"], ()),
        (["BARU.penetapan.toml"], ("BARU.penetapan.toml",)),
        (["cafe\u0301.penetapan.toml", "caf\u00e9.xlsx"], ()),
    ],
)
def test_records_that_no_workbook_has_the_name_for(beside, lone, tmp_path):
    """A renamed workbook leaves such a one; that of another workbook, or a replaced one, is none."""
    for name in ["baru.xlsx", *beside]:
        (tmp_path / name).write_text("", "utf-8")
    assert lone_records(tmp_path / "baru.xlsx") == lone


def test_a_folder_that_cannot_be_listed_has_none(tmp_path):
    """No reason to fail: the workbook itself is read by its name."""
    assert lone_records(tmp_path / "tidak ada" / "buku.xlsx") == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan TOML",
        b"\xff\xfe",
        b"lembar = 'RA'",
        b"komponen = 3\n[pencatatan]\n[keputusan]\n",
        b"keputusan = []",
        b"[[keputusan]]",
        b"a = " + b"[" * 5000,
        enacted_text(enacted_matrix()).encode(),
        enacted_text(record_of(one_row())).replace('no = "1"', "no = 1").encode(),
        enacted_text(record_of(one_row())).replace("+07:00", "").encode(),
        enacted_text(record_of(one_row())).replace("2025-03-03", "2025-02-30").encode(),
        enacted_text(record_of(one_row())).encode()[:-20],
        enacted_text(record_of(one_row())).replace("[[komponen.subkomponen]]", "[komponen.subkomponen]").encode(),
    ],
    ids=range(14),
)
def test_a_damaged_record_is_one_sentence(content, tmp_path):
    """Whatever was done to it: which file, and what to do; never a traceback."""
    path = tmp_path / "buku.penetapan.toml"
    path.write_bytes(content)
    with pytest.raises(WorkbookError, match=r"buku\.penetapan\.toml' rusak atau bukan catatan penetapan") as failure:
        read_record(path)
    assert "tetapkan" in str(failure.value)


def test_a_record_that_cannot_be_read_is_one_sentence(tmp_path):
    """A folder of that name, or no permission."""
    path = tmp_path / "buku.penetapan.toml"
    path.mkdir()
    with pytest.raises(WorkbookError, match="tidak dapat dibaca"):
        read_record(path)
    if os.name != "nt" and os.geteuid() != 0:
        path.rmdir()
        path.write_text("", "utf-8")
        path.chmod(0)
        with pytest.raises(WorkbookError, match="tidak ada izin"):
            read_record(path)
