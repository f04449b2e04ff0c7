"""The time limit of the weekly run: a workbook that takes too long is given up, and stays whole."""

import logging
import pickle
from datetime import date
from types import MappingProxyType

import pytest

from zi_excel.opc.graft.verify import verify_whole
from zi_excel.verbs.riwayat import riwayat
from zi_excel.weekly import limited
from zi_excel.weekly.limited import Done, Kept, Task, packed
from zi_excel.weekly.outcome import Fate, ReportFate

LIMIT = "batas_menit = 5"


def facts(office):
    """What the result file says, less times and the day's backup."""
    result = office.result()
    return [{key: book[key] for key in book if key != "cadangan"} for book in result["buku"]], result["kode_keluar"]


@pytest.mark.slow
def test_within_the_limit_all_is_as_without_it(office):
    """Refreshed, reported, refused, found: what comes out of a process of its own is the same to the letter."""
    more = 'laporan = "Laporan {buku}.xlsx"'
    office.book()
    office.book("lain.xlsx")
    (office.folder / "rusak.xlsx").write_bytes(b"PK")
    office.configure(more=f"{LIMIT}\n{more}")
    office.run()
    first = facts(office)
    office.run()
    assert (first[1], [book["hasil"] for book in first[0]]) == (3, ["disegarkan", "disegarkan", "gagal"])
    second = facts(office)
    office.configure(more=more)
    office.run()
    assert facts(office) == second
    assert [book["hasil"] for book in second[0]] == ["mutakhir", "mutakhir", "gagal"]
    assert "rusak" in office.lines()


def test_what_takes_too_long_is_given_up(office):
    """It failed, in a sentence that names the setting; the next run without such a limit does it."""
    path = office.book()
    before = path.read_bytes()
    office.configure(more="batas_menit = 0.0001")
    outcome = office.run()
    (book,) = outcome.books
    assert (book.fate, outcome.exit_code) == (Fate.GAGAL, 3)
    assert "belum selesai dalam 0,0001 menit" in book.message
    assert "mingguan.batas_menit" in office.lines()
    assert path.read_bytes() == before
    office.configure()
    assert office.run().exit_code == 0


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("grace", [10, 0])
def test_whenever_it_is_stopped_the_workbook_is_whole(office, monkeypatch, seconds, grace):
    """Asked to stop, or ended without being asked: the old workbook or the new one; no litter after the next run."""
    monkeypatch.setattr(limited, "_GRACE", grace)
    path = office.book()
    office.configure(more=f"batas_menit = {seconds / 60}")
    office.run()
    verify_whole(path)
    office.configure()
    assert office.run().exit_code == 0
    assert len(riwayat(path).history.entries) == 1
    kept = {"rencana aksi.xlsx", "cadangan", "zi-excel.toml", "zi-excel-monev.log", "zi-excel-monev.json"}
    assert {each.name for each in office.folder.iterdir()} <= kept


@pytest.mark.slow
def test_a_report_that_takes_too_long_is_given_up(office):
    """The tabs are today's all the same; that the report is missing makes the run fail."""
    office.book()
    office.run()
    office.configure(more='batas_menit = 0.0001\nlaporan = "Laporan {buku}.xlsx"')
    assert office.run().books[0].fate is Fate.GAGAL
    office.configure(more='laporan = "Laporan {buku}.xlsx"')
    assert office.run().books[0].report.fate is ReportFate.DITULIS


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("_WORKER", "zi_excel.weekly.nothing_of_that_name", "berhenti sendiri (kode 1)"),
        ("sys.executable", "/tidak/ada/python", "tidak dapat dimulai"),
    ],
)
def test_a_process_that_comes_to_no_end(office, monkeypatch, name, value, words):
    """One that can't be started, or dies by itself: a sentence, and the next workbook has its turn."""
    paths = [office.book(), office.book("lain.xlsx")]
    monkeypatch.setattr(f"zi_excel.weekly.limited.{name}", value)
    office.configure(more=LIMIT)
    outcome = office.run()
    assert [book.path for book in outcome.books] == sorted(paths)
    assert all(words in book.message for book in outcome.books)
    assert outcome.exit_code == 3


def test_what_is_logged_arrives():
    """Each line with its level, and the traceback of a defect as text."""
    kept = Kept()
    log = logging.Logger("x", logging.INFO)  # noqa: LOG001  (no other test's)
    log.addHandler(kept)
    log.info("satu %s", 1)
    try:
        1 / 0  # noqa: B018  (a defect)
    except ZeroDivisionError:
        log.exception("dua")
    (info, first, no_details), (error, second, details) = kept.lines
    assert (info, first, no_details) == (logging.INFO, "satu 1", None)
    assert (error, second) == (logging.ERROR, "dua")
    assert "ZeroDivisionError" in details


@pytest.mark.parametrize(
    "item",
    [
        Task("refresh_book", MappingProxyType({"a": MappingProxyType({})}), (date(2025, 1, 1),)),
        Done(MappingProxyType({"a": (1, 2.5, None)}), ((20, "x", None),)),
    ],
)
def test_what_goes_between_the_processes_stays_the_same(item):
    """Read-only mappings, of which results are full, stay read-only."""
    again = pickle.loads(packed(item))  # noqa: S301  (packed here)
    assert again == item
    assert str(again) == str(item)
