"""The tab Monev Riwayat in a workbook: what staff and their programs do to it, and what is told of it afterwards."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from excel_edits import ExcelEdit
from office import FIRST, ROWS, write_office
from openpyxl.workbook.protection import WorkbookProtection
from samples import few_when_quick
from saved_by_openpyxl import edited
from short_matrix import short_matrix

from zi_excel.errors import WorkbookError
from zi_excel.history.columns import Column
from zi_excel.history.recording import NO_HISTORY
from zi_excel.opc.package.package import Package
from zi_excel.outputs.sentences import recorded_line, touched_lines
from zi_excel.sheets.layout import FIRST_ROW, HEADER_ROW
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.checking import history_of
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi

TAB = "Monev Riwayat"
REALISASI = 8
DAYS = date(2025, 1, 3), date(2025, 1, 10), date(2025, 1, 17)


def report(path, **shares):
    """Staff fill in the realisasi of some rows of the matrix: row="7" or so -> share."""
    with edited(path) as saved:
        for row, share in shares.items():
            saved["Rencana Aksi"].cell(int(row[1:]), REALISASI).value = share


def history(path):
    """What the workbook's tab tells now."""
    with Package.open(path) as package:
        return history_of(package)


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """A workbook with three entries."""
    book = short_matrix(tmp_path_factory.mktemp("buku") / "rencana aksi.xlsx")
    plan = capaian(book, per=DAYS[0]).plan
    rows = [each.row for each in plan.indikator()]
    report(book, **{f"r{rows[0]}": 0.25, f"r{rows[5]}": 1})
    monev(book, per=DAYS[0])
    report(book, **{f"r{rows[0]}": 0.5, f"r{rows[1]}": "tidak tahu"})
    monev(book, per=DAYS[1])
    report(book, **{f"r{rows[0]}": 0.4, f"r{rows[1]}": 0.1})
    monev(book, per=DAYS[2])
    return book


@pytest.fixture
def told(refreshed, tmp_path):
    """A copy of it, and its history."""
    book = Path(shutil.copy(refreshed, tmp_path))
    return book, history(book).history


@pytest.mark.slow
def test_the_history_of_three_refreshes(told):
    """Each change with what was and what is; the line of figures is that of the day's measurement."""
    book, known = told
    assert [entry.day for entry in known.entries] == list(DAYS)
    assert len(known.entries[0].changes) == 8
    changes = [
        (change.kode, change.before.realisasi, change.after.realisasi)
        for entry in known.entries[1:]
        for change in entry.changes
        if change.before.realisasi != change.after.realisasi
    ]
    assert changes == [("I.1.a", 0.25, 0.5), ("I.1.b", 0, None), ("I.1.a", 0.5, 0.4), ("I.1.b", None, 0.1)]
    measured = capaian(book, per=DAYS[2]).measurement
    totals = known.entries[-1].totals
    assert totals.total.capaian == pytest.approx(measured.total.capaian, abs=1e-9)
    assert [kode for kode, _ in totals.komponen] == ["I", "II"]
    assert dict(totals.komponen)["II"].rencana == pytest.approx(measured.komponen[1].rencana, abs=1e-9)


@pytest.mark.slow
def test_the_same_day_writes_nothing_and_an_earlier_one_no_entry(told):
    """Contract, section 8; and the past is not written anew."""
    book, known = told
    before = book.read_bytes()
    assert not monev(book, per=DAYS[2]).changed
    assert book.read_bytes() == before
    result = monev(book, per=DAYS[1])
    assert not result.recording.written
    assert history(book).history == known
    assert not monev(book, per=DAYS[1]).changed


def sort(sheet):
    """By kode, as a person sorts the filtered range."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW)]
    rows.sort(key=lambda row: (str(row[2]), str(row[1])))
    for at, row in enumerate(rows, FIRST_ROW):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value


def insert_rows(sheet):
    """A row above the header, one within."""
    sheet.insert_rows(20)
    sheet.insert_rows(5)


def hide(sheet):
    """What a filter leaves out is hidden."""
    for row in range(FIRST_ROW, 60):
        sheet.row_dimensions[row].hidden = True


def reorder_columns(sheet):
    """Two columns change places, another stands before them all."""
    for row in range(HEADER_ROW, sheet.max_row + 1):
        one, other = sheet.cell(row, 3), sheet.cell(row, 6)
        one.value, other.value = other.value, one.value
    sheet.insert_cols(1)


def retitle(sheet):
    """One title is typed over."""
    sheet[f"A{HEADER_ROW}"] = "HARI"


def add_notes(sheet):
    """Remarks beside the rows, and a picture of the office."""
    sheet["Z12"] = "=1+1"
    sheet["Z13"] = "sudah dicek Bu Sri"


def lose_formats(sheet):
    """Days become numbers, texts stay."""
    for row in sheet.iter_rows(min_row=FIRST_ROW):
        for cell in row:
            cell.number_format = "General"


def write_days_as_texts(sheet):
    """As the column shows them, and as other programs write days."""
    for at, row in enumerate(sheet.iter_rows(min_row=FIRST_ROW)):
        row[0].value = row[0].value.strftime(("%d/%m/%Y", "%Y-%m-%d", " %d-%m-%Y ")[at % 3])


def write_shares_as_texts(sheet):
    """As an Indonesian Excel shows them."""
    for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=5, max_col=6):
        for cell in row:
            if isinstance(cell.value, int | float):
                cell.value = f"{cell.value * 100:.1f}%".replace(".", ",")


@pytest.mark.parametrize(
    "edit",
    few_when_quick(
        [
            sort,
            insert_rows,
            hide,
            reorder_columns,
            retitle,
            add_notes,
            lose_formats,
            write_days_as_texts,
            write_shares_as_texts,
        ],
        3,
    ),
)
@pytest.mark.slow
def test_what_staff_do_to_the_tab_loses_nothing(told, edit):
    """Rows stand for themselves: they are found again, written in their order, and later entries go on from them."""
    book, known = told
    with edited(book) as saved:
        edit(saved[TAB])
    read = history(book)
    assert read.history == known
    assert read.unread == ()
    result = monev(book, per=DAYS[2])
    assert result.unread == ()
    assert history(book).history == known
    assert not monev(book, per=DAYS[2]).changed


@pytest.mark.slow
def test_titles_that_are_gone(told):
    """The columns are where they usually are; which komponen a figure was of can't be told, and that is said."""
    book, known = told
    with edited(book) as saved:
        saved[TAB].delete_rows(HEADER_ROW)
    read = history(book)
    assert [entry.changes for entry in read.history.entries] == [entry.changes for entry in known.entries]
    assert [entry.totals.total for entry in read.history.entries] == [entry.totals.total for entry in known.entries]
    assert len(read.unread) == 3


@pytest.mark.slow
def test_a_tab_without_a_single_row_to_be_read(told):
    """A history is never begun anew by mistake: refused, with what to do. validasi goes on."""
    book, _ = told
    with edited(book) as saved:
        saved[TAB].delete_rows(HEADER_ROW)
        saved[TAB].insert_cols(1)
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=f"Tidak satu baris pun di tab '{TAB}'"):
        monev(book, per=date(2025, 1, 24))
    assert book.read_bytes() == before
    assert validasi(book, per=date(2025, 1, 24)).findings


def test_it_survives_libreoffice(told, office_save):
    """Days, shares, signs and the hidden name by which the tab is known."""
    book, known = told
    saved = office_save(book)
    assert history(saved).history == known
    monev(saved, per=date(2025, 1, 24))
    assert history(saved).history.before(date(2025, 1, 24)) == known


@pytest.mark.slow
def test_a_renamed_and_moved_tab(told):
    """Known by its name and sign; its new name stays."""
    book, known = told
    with ExcelEdit(book) as edit:
        edit.rename(TAB, "Catatan Mingguan")
        edit.move("Catatan Mingguan", 0)
    assert history(book) == (known, "Catatan Mingguan", ())
    assert "Catatan Mingguan" in monev(book, per=date(2025, 1, 24)).replaced
    assert len(history(book).history.entries) == 4


@pytest.mark.slow
def test_what_staff_delete_is_lost_and_nothing_else(told):
    """A change, a line of figures, the first day's row of one indikator."""
    book, known = told
    with edited(book) as saved:
        sheet = saved[TAB]
        gone = [
            row[0].row
            for row in sheet.iter_rows(min_row=FIRST_ROW)
            if (row[0].value.date(), row[1].value, row[2].value)
            in {(DAYS[1], "Berubah", "I.1.a"), (DAYS[2], "Rekap", None), (DAYS[0], "Keadaan awal", "II.1.a")}
        ]
        assert len(gone) == 3
        for row in reversed(gone):
            sheet.delete_rows(row)
    left = history(book).history
    assert [entry.day for entry in left.entries] == list(DAYS)
    assert left.entries[2].totals is None
    assert left.entries[1].changes == known.entries[1].changes[1:]
    result = monev(book, per=date(2025, 1, 24))
    assert [(change.kind, change.kode) for change in result.recording.changes] == [("muncul", "II.1.a")]


@pytest.mark.parametrize(
    ("column", "value"),
    few_when_quick(
        [
            (Column.TANGGAL, "minggu lalu"),
            (Column.TANGGAL, None),
            (Column.TANGGAL, 7),
            (Column.CATATAN, "Naik"),
            (Column.KODE, None),
            (Column.KODE, "I" * 60),
            (Column.REALISASI, 50),
            (Column.REALISASI, "banyak"),
            (Column.REALISASI, "=1/0"),
            (Column.STATUS, "Beres"),
            (Column.STATUS, None),
        ],
        3,
    ),
)
@pytest.mark.slow
def test_a_row_that_says_nothing_is_told_of_and_kept_in_the_backup(told, column, value):
    """Never a crash, never a silent loss: the other rows are read, this one is named."""
    book, known = told
    with edited(book) as saved:
        saved[TAB].cell(FIRST_ROW + 1, list(Column).index(column) + 1).value = value
    result = monev(book, per=date(2025, 1, 24))
    assert result.unread == (FIRST_ROW + 1,)
    assert f"Tab '{TAB}': baris {FIRST_ROW + 1} tidak terbaca sebagai riwayat, tidak dibawa" in list(
        touched_lines(result)
    )
    left = history(book).history.before(date(2025, 1, 24))
    assert left.entries[:2] == known.entries[:2]
    assert left.entries[2].changes == known.entries[2].changes[1:]
    assert history(result.backup).unread == (FIRST_ROW + 1,)


@pytest.mark.slow
def test_rows_that_staff_changed_are_followed_and_told_of(told):
    """Excel keeps the seals: what was typed over is said."""
    book, _ = told
    with ExcelEdit(book) as edit:
        edit.type(TAB, f"F{FIRST_ROW + 1}", 0.45)
    result = monev(book, per=date(2025, 1, 24))
    assert f"Tab '{TAB}': baris {FIRST_ROW + 1} diubah; riwayat mengikuti yang sekarang" in " ".join(
        touched_lines(result)
    )
    known = history(book).history
    assert known.as_of(DAYS[2])["I.1.a"].reported.realisasi == 0.45
    assert (known.entries[3].changes[0].before.realisasi, known.entries[3].changes[0].after.realisasi) == (0.45, 0.4)


@pytest.mark.slow
def test_formulas_never_come_out_of_the_history(told):
    """What staff type into the tab is data: it is written back as text."""
    book, _ = told
    with edited(book) as saved:
        saved[TAB]["C10"] = "'=HYPERLINK(1)"
        saved[TAB]["D10"] = "+cmd|' /C calc'!A0"
        saved[TAB]["D10"].data_type = "s"
    monev(book, per=date(2025, 1, 24))
    with edited(book) as saved:
        cells = [cell for row in saved[TAB].iter_rows() for cell in row]
        assert {cell.value for cell in cells if str(cell.value).startswith("+cmd")} == {"+cmd|' /C calc'!A0"}
        assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_history_that_no_tool_wrote_is_refused(told, monkeypatch):
    """A tab of a million rows has no end."""
    book, _ = told
    monkeypatch.setattr("zi_excel.history.tab._MOST_ROWS", 10)
    before = book.read_bytes()
    with pytest.raises(WorkbookError, match=f"Tab '{TAB}' .* 10 baris"):
        monev(book, per=date(2025, 1, 24))
    assert book.read_bytes() == before


def test_validasi_finds_a_realisasi_that_fell(told):
    """ZI813, at its cell, with both values and the day; on a rerun against the entry before that day."""
    book, _ = told
    row = next(each.row for each in capaian(book, per=DAYS[0]).plan.indikator() if each.kode == "I.1.a")
    for per in (DAYS[2], date(2025, 1, 24)):
        found = [finding for finding in validasi(book, per=per).findings if finding.code == "ZI813"]
        if per == DAYS[2]:
            assert [(each.kode, each.place.ref) for each in found] == [("I.1.a", f"H{row}")]
            assert "50,0% pada 10 Januari 2025, 40,0%" in found[0].message
        else:
            assert not found


@pytest.mark.slow
def test_rows_put_in_between_move_the_kode_of_others(tmp_path):
    """Each is known by its text: no realisasi seems to have fallen, none is taken for another's."""
    rows = [list(row) for row in ROWS]
    path = write_office(tmp_path / "pn.xlsx", rows)
    monev(path, per=DAYS[0])
    before = history(path).history.as_of(DAYS[0])
    rows.insert(2, [None, None, "Agen perubahan ditunjuk", "Memilih", "SK agen", "Mei 2025", "Tim A", 0.1])
    with edited(path) as saved:
        sheet = saved["Matriks RA"]
        for at, row in enumerate(rows, FIRST):
            for column, value in enumerate([*row, *[None] * (8 - len(row))], 1):
                sheet.cell(at, column).value = value
    result = monev(path, per=DAYS[1])
    changes = [(each.kind, each.kode, each.old_kode) for each in result.recording.changes]
    assert changes == [
        ("muncul", "I.1.b", None),
        ("ganti_kode", "I.1.c", "I.1.b"),
        ("ganti_kode", "I.1.d", "I.1.c"),
    ]
    assert not [each for each in result.findings if each.code == "ZI813"]
    after = history(path).history.as_of(DAYS[1])
    assert {each.nama: each.reported.realisasi for each in after.values()} == {
        **{each.nama: each.reported.realisasi for each in before.values()},
        "Agen perubahan ditunjuk": 0.1,
    }


def test_a_workbook_without_history(book):
    """Older workbooks have none, and one begins; validasi says nothing."""
    assert history(book) == ((), None, ()) or history(book).history.entries == ()
    assert not [each for each in validasi(book, per=DAYS[0]).findings if each.code == "ZI813"]
    result = monev(book, per=DAYS[0])
    assert result.history_tab is None
    assert result.recording.written


def lock_structure(path):
    """Review > Protect Workbook."""
    with edited(path) as saved:
        saved.security = WorkbookProtection(lockStructure=True)


@pytest.mark.slow
def test_a_locked_workbook_without_the_tab_goes_on_being_refreshed(told):
    """Excel adds no tab to it either; it is said, in the tab as well, and once it was unlocked the history begins."""
    book, _ = told
    with ExcelEdit(book) as edit:
        edit.delete(TAB)
    lock_structure(book)
    result = monev(book, per=DAYS[2])
    assert (result.changed, result.added) == (True, ())
    assert result.recording == NO_HISTORY._replace(kept=False)
    assert "struktur buku kerja ini dikunci" in recorded_line(result.recording)
    with edited(book) as saved:
        assert TAB not in saved.sheetnames
        shown = [cell.value for row in saved["Monev Ringkasan"].iter_rows() for cell in row]
        assert any(str(value).startswith("Riwayat tidak dicatat: struktur") for value in shown)
    assert "Monev II" in result.replaced
    with edited(book) as saved:
        saved.security = None
    assert monev(book, per=DAYS[2]).added == (TAB,)


def test_a_locked_workbook_without_any_tab_is_refused(book):
    """Nothing of ours is in it yet: Excel would not let a person add it."""
    lock_structure(book)
    with pytest.raises(WorkbookError, match=r"Struktur .* dikunci"):
        monev(book, per=DAYS[0])


@pytest.mark.slow
def test_a_locked_workbook_with_the_tab_keeps_its_history(told):
    """Replacing a tab adds none."""
    book, _ = told
    lock_structure(book)
    assert monev(book, per=date(2025, 1, 24)).recording.written
    assert len(history(book).history.entries) == 4
