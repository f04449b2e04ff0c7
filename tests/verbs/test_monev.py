"""The main job end to end: Monev tabs in a staff workbook, nothing of staff's changed (contract, section 8)."""

import io
import re
import struct
import zipfile
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from saved_by_openpyxl import edited

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.errors import WorkbookError
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.laporan import laporan
from zi_excel.verbs.monev import monev

PER = date(2025, 11, 20)
TABS = [
    "Monev Ringkasan",
    *(f"Monev {n}" for n in ("I", "II", "III", "IV", "V", "VI")),
    "Monev Jadwal",
    "Monev Temuan",
    "Monev Riwayat",
]
# Contract, section 8: of staff's package only these may differ.
MAY_DIFFER = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|docProps/app\.xml|xl/calcChain\.xml"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000"
    "000049454e44ae426082"
)


@pytest.fixture
def staff_book(tmp_path) -> Path:
    """A workbook as staff make it: the matrix among charts, a picture, comments, names, macros, more sheets."""
    path = tmp_path / "Rencana Aksi & Kegiatan 'ZI'.xlsm"
    macros = tmp_path / "vbaProject.bin"
    macros.write_bytes(b"\xd0\xcf\x11\xe0 a macro project's bytes")
    with xlsxwriter.Workbook(path) as book:
        book.add_vba_project(str(macros))
        cover = book.add_worksheet("Sampul")
        matrix = book.add_worksheet("Rencana Aksi")
        notes = book.add_worksheet("Catatan")
        hidden = book.add_worksheet("Arsip")
        hidden.hide()
        cover.write("A1", "Kantor kami")
        cover.insert_image("B3", "logo.png", {"image_data": io.BytesIO(PNG), "x_scale": 40, "y_scale": 40})
        cover.write_comment("A1", "Diperiksa Pak Rois")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Catatan!$A$1:$A$5"})
        notes.insert_chart("C2", chart)
        for row in range(5):
            notes.write(row, 0, row * row)
        notes.write_formula("B1", "=SUM(A1:A5)", None, 30)
        notes.conditional_format("A1:A5", {"type": "3_color_scale"})
        notes.data_validation("B3", {"validate": "list", "source": ["ya", "tidak"]})
        notes.autofilter("A1:B5")
        book.define_name("Target_Kita", "=Catatan!$B$1")
        header = [
            "NO",
            "KOMPONEN",
            "INDIKATOR",
            "LANGKAH AKSI",
            "BUKTI FISIK",
            "TARGET WAKTU",
            "PENANGGUNG JAWAB",
            "REALISASI (%)",
        ]
        matrix.write_row(0, 0, header, book.add_format({"bold": True, "bg_color": "#FFCC99"}))
        row = 1
        for komponen in enacted_matrix().komponen:
            matrix.write_row(row, 0, [komponen.kode, komponen.nama])
            row += 1
            for sub in komponen.subkomponen:
                for at, each in enumerate(sub.indikator):
                    texts = [each.indikator, each.langkah_aksi, each.bukti_fisik, each.target_waktu]
                    own = [sub.no or "4", sub.nama] if at == 0 else ["", ""]
                    matrix.write_row(row, 0, [*own, *map(plain, texts), komponen.penanggung_jawab])
                    matrix.write_number(row, 7, (row % 5) / 4, book.add_format({"num_format": "0%"}))
                    row += 1
        notes.activate()
    return path


def sheet_names(path: Path) -> list[str]:
    """The sheets as calamine sees them."""
    return CalamineWorkbook.from_path(str(path)).sheet_names


def raw_entries(path: Path) -> dict[str, tuple[int, bytes]]:
    """Position and compressed bytes of every entry."""
    data = path.read_bytes()
    entries = {}
    with zipfile.ZipFile(path) as package:
        for at, info in enumerate(package.infolist()):
            name_length, extra_length = struct.unpack_from("<HH", data, info.header_offset + 26)
            begin = info.header_offset + 30 + name_length + extra_length
            entries[info.filename] = (at, data[begin : begin + info.compress_size])
    return entries


@pytest.mark.slow
def test_staffs_parts_are_the_same_bytes_after_each_refresh(staff_book):
    """Only the closed list may differ; all else has the same compressed bytes in the same order; tabs never pile up."""
    before = raw_entries(staff_book)
    for per in (PER, date(2025, 11, 27)):
        result = monev(staff_book, per=per)
        assert result.changed
        after = raw_entries(staff_book)
        for name, (_, compressed) in before.items():
            assert name in after
            if not MAY_DIFFER.fullmatch(name):
                assert after[name][1] == compressed, name
        order = [name for name in sorted(after, key=lambda name: after[name][0]) if name in before]
        assert order == sorted(before, key=lambda name: before[name][0])
        assert sheet_names(staff_book) == ["Sampul", "Rencana Aksi", "Catatan", "Arsip", *TABS]
    assert len(after) == len(raw_entries(staff_book))


@pytest.mark.slow
def test_the_second_refresh_of_a_day_writes_nothing(staff_book):
    """Contract, section 8: the same content gives the same file; then nothing is written and no backup made."""
    first = monev(staff_book, per=PER)
    assert first.changed
    assert first.backup is not None
    written = staff_book.read_bytes(), staff_book.stat().st_mtime_ns
    second = monev(staff_book, per=PER)
    assert not second.changed
    assert second.backup is None
    assert (staff_book.read_bytes(), staff_book.stat().st_mtime_ns) == written
    assert len(list(first.backup.parent.iterdir())) == 1


@pytest.mark.slow
def test_the_backup_is_the_old_file(staff_book):
    """Byte for byte, with its day in the name."""
    old = staff_book.read_bytes()
    backup = monev(staff_book, per=PER).backup
    assert backup.read_bytes() == old
    assert re.search(r"\d{4}-\d{2}-\d{2}", backup.name)


@pytest.mark.slow
def test_the_active_sheet_stays_and_only_one_is_selected(staff_book):
    """Two selected tabs are a group, and typing goes into both."""
    monev(staff_book, per=PER)
    with zipfile.ZipFile(staff_book) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        selected = [name for name in sheets if b'tabSelected="1"' in package.read(name)]
        assert b'activeTab="2"' in package.read("xl/workbook.xml")
    assert len(sheets) == 4 + len(TABS)
    assert selected == ["xl/worksheets/sheet3.xml"]


@pytest.mark.slow
def test_other_readers_see_the_tabs_numbers(staff_book):
    """Cached values stand in the file: calamine reads no formula, and sees the same capaian as the library."""
    result = monev(staff_book, per=PER)
    rows = CalamineWorkbook.from_path(str(staff_book)).get_sheet_by_name("Monev Ringkasan").to_python()
    numbers = [value for row in rows for value in row if isinstance(value, float)]
    for group in (*result.measurement.komponen, result.measurement.total):
        assert any(abs(value - group.capaian) < 1e-12 for value in numbers), group.kode


@pytest.mark.slow
def test_the_tabs_survive_a_rename(staff_book):
    """A renamed tab is known by its hidden name, keeps the name that staff chose, and formulas follow it."""
    monev(staff_book, per=PER)
    with edited(staff_book, keep_vba=True) as book:
        book["Monev I"].title = "Area 1 'Baru' kita"
        for name in book.defined_names.values():
            name.attr_text = name.attr_text.replace("'Monev I'", "'Area 1 ''Baru'' kita'")
    result = monev(staff_book, per=PER)
    assert "Area 1 'Baru' kita" in result.replaced
    names = sheet_names(staff_book)
    assert "Area 1 'Baru' kita" in names
    assert "Monev I" not in names


@pytest.mark.slow
def test_a_staff_sheet_of_the_same_name_is_never_overwritten(staff_book, tmp_path):
    """Contract, section 2: a sheet that merely has such a name is staff's: exit 3 before anything is written."""
    with edited(staff_book, keep_vba=True) as book:
        book.create_sheet("Monev I")["A1"] = "Milik staf"
    before = staff_book.read_bytes()
    with pytest.raises(WorkbookError, match="Monev I"):
        monev(staff_book, per=PER)
    assert staff_book.read_bytes() == before
    assert not (tmp_path / "cadangan").exists()


@pytest.mark.slow
def test_staffs_copy_of_a_tab_is_staffs(staff_book):
    """A copy has the sign but no name: kept, and passed over by the reader."""
    monev(staff_book, per=PER)
    with edited(staff_book, keep_vba=True) as book:
        book.copy_worksheet(book["Monev I"]).title = "Arsip Monev November"
    monev(staff_book, per=date(2025, 12, 1))
    names = sheet_names(staff_book)
    assert "Arsip Monev November" in names
    assert names.count("Monev I") == 1


@pytest.mark.slow
def test_an_open_workbook_is_left_alone(staff_book):
    """Excel's owner file: exit 3 names who has it open; nothing is written."""
    before = staff_book.read_bytes()
    name = "Sri Wahyuni"
    owner = staff_book.with_name("~$" + staff_book.name)
    owner.write_bytes(
        bytes([len(name)])
        + name.encode().ljust(54)
        + struct.pack("<H", len(name))
        + name.encode("utf-16-le").ljust(108)
    )
    with pytest.raises(WorkbookError, match=name):
        monev(staff_book, per=PER)
    assert staff_book.read_bytes() == before
    tried = monev(staff_book, per=PER, dry_run=True)
    assert name in tried.blocked
    owner.unlink()
    assert monev(staff_book, per=PER, dry_run=True).blocked is None


@pytest.mark.parametrize("name", ["komponen", "subkomponen", "indikator"])
def test_more_than_any_plan_has_is_not_written(book, monkeypatch, name):
    """What reads as hundreds of komponen is a matrix misread, or made to take for ever; its figures are told."""
    monkeypatch.setattr(f"zi_excel.verbs.opening.MOST_{name.upper()}", 1)
    before, day = book.read_bytes(), date(2025, 11, 20)
    for write in (partial(monev, book), partial(laporan, book, book.with_name("laporan.xlsx"))):
        with pytest.raises(WorkbookError, match=rf"terbaca memuat \d+ {name}, melebihi yang dapat ditulis"):
            write(per=day)
    assert book.read_bytes() == before
    assert capaian(book, per=day).measurement.total.jumlah > 1
