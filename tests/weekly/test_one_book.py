"""The evaluator's report of each workbook, where the settings want one: after the tabs, and never at their cost."""

from contextlib import closing
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook
from store_calls import unfinished

from zi_excel.clock import today
from zi_excel.errors import UsageError
from zi_excel.weekly.outcome import Fate, ReportFate

NAME = "Laporan rencana aksi.xlsx"
SIGN = f"~${NAME}"


@pytest.fixture
def reporting(office):
    """An office whose settings want a report beside each workbook."""
    office.book()
    office.configure(more='laporan = "Laporan {buku}.xlsx"')
    return office


def sheets(book) -> list[str]:
    """The names of a workbook's sheets."""
    with closing(load_workbook(book, read_only=True)) as opened:
        return opened.sheetnames


def fill_in(book, share: float) -> None:
    """What staff do between two runs."""
    with closing(load_workbook(book)) as edited:
        edited["Rencana Aksi"]["H11"] = share
        edited.save(book)


@pytest.mark.slow
def test_the_report_is_written_after_the_tabs(reporting):
    """As of the same day; it is never taken for a workbook; a second run on that day has nothing to write."""
    report = reporting.folder / NAME
    outcome = reporting.run()
    assert (outcome.exit_code, len(outcome.books)) == (0, 1)
    assert sheets(report)[0] == "Sampul"
    assert reporting.result()["buku"][0]["laporan"] == {
        "berkas": str(report),
        "hasil": "ditulis",
        "pesan": None,
        "percobaan": 1,
        "cadangan": None,
        "catatan_tidak_cocok": 0,
    }
    assert f"'{report}': laporan ditulis" in reporting.lines()
    before = report.read_bytes()
    again = reporting.run()
    assert (again.exit_code, len(again.books), again.books[0].report.fate) == (0, 1, ReportFate.MUTAKHIR)
    assert report.read_bytes() == before


@pytest.mark.slow
def test_what_a_killed_run_left_of_a_report_goes(reporting):
    """Unfinished files beside it would pile up, and nobody else takes them away."""
    left = unfinished(reporting.folder, NAME)
    left.write_bytes(b"setengah")
    assert reporting.run().exit_code == 0
    assert not left.exists()


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl's
@pytest.mark.slow
def test_last_weeks_report_is_replaced(reporting):
    """Kept as a backup; what staff changed since is in the new one."""
    reporting.run()
    before = (reporting.folder / NAME).read_bytes()
    fill_in(reporting.folder / "rencana aksi.xlsx", 0.5)
    (book,) = reporting.run().books
    assert (book.report.fate, book.report.backup.read_bytes()) == (ReportFate.DITULIS, before)
    assert (reporting.folder / NAME).read_bytes() != before


@pytest.mark.slow
def test_without_the_setting_there_is_none(office):
    """No file, and null for programs."""
    book = office.book()
    office.run()
    assert office.result()["buku"][0]["laporan"] is None
    assert [path.name for path in office.folder.glob("*.xlsx")] == [book.name]


def refused(office, sentence: str) -> None:
    """The tabs are today's all the same; the report is a failure of its own, told everywhere."""
    outcome = office.run()
    book = outcome.books[-1]
    assert (outcome.exit_code, book.fate, book.report.fate) == (3, Fate.DISEGARKAN, ReportFate.GAGAL)
    assert sentence in book.report.message
    said = office.result()["buku"][-1]
    assert (said["hasil"], said["pesan"], said["laporan"]["hasil"]) == ("disegarkan", None, "gagal")
    assert sentence in said["laporan"]["pesan"]
    assert "laporan TIDAK ditulis (1 kali dicoba)" in office.lines()
    assert "1 laporan tidak ditulis" in office.lines()
    assert "Monev Ringkasan" in sheets(book.path)


@pytest.mark.slow
def test_what_else_stands_there_is_never_overwritten(reporting):
    """Somebody's own file of that name."""
    reporting.configure(["rencana aksi.xlsx"], more='laporan = "Laporan {buku}.xlsx"')
    (reporting.folder / NAME).write_bytes(b"milik orang lain")
    refused(reporting, "tidak ditimpa")
    assert (reporting.folder / NAME).read_bytes() == b"milik orang lain"


@pytest.mark.slow
def test_a_folder_that_is_not_there_is_not_made(reporting):
    """It may be on a drive that is away."""
    reporting.configure(more='laporan = "untuk evaluator/{buku}.xlsx"')
    refused(reporting, "buat folder itu")
    (reporting.folder / "untuk evaluator").mkdir()
    assert reporting.run().exit_code == 0
    assert (reporting.folder / "untuk evaluator" / "rencana aksi.xlsx").is_file()


@pytest.mark.parametrize("failure", [ZeroDivisionError("x"), MemoryError(), OSError(5, "x")])
@pytest.mark.slow
def test_a_defect_in_the_report_costs_no_tabs(reporting, monkeypatch, failure):
    """One sentence; the details, for the maker, are in the log."""

    def failing(*_, **__):
        raise failure

    monkeypatch.setattr("zi_excel.weekly.one_book.laporan", failing)
    refused(reporting, "laporannya tidak ditulis")


@pytest.mark.slow
def test_two_workbooks_never_share_a_report(office):
    """The same name in two folders, all reports in one: the second would take the place of the first."""
    office.book("a/rencana.xlsx")
    office.book("b/rencana.xlsx")
    (office.folder / "semua").mkdir()
    office.configure(["a/*.xlsx", "b/*.xlsx"], more="laporan = '../semua/{buku}.xlsx'")
    refused(office, f"juga yang dipakai untuk '{office.folder / 'a' / 'rencana.xlsx'}'")
    assert [each.report.fate for each in office.run().books] == [ReportFate.MUTAKHIR, ReportFate.GAGAL]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl's
@pytest.mark.slow
def test_an_open_report_is_waited_for(reporting):
    """Like an open workbook, while the tabs stay as they were refreshed in the first round."""
    assert reporting.run().exit_code == 0
    stands = (reporting.folder / NAME).read_bytes()
    fill_in(reporting.folder / "rencana aksi.xlsx", 0.25)
    (reporting.folder / SIGN).write_bytes(b"")
    reporting.configure(more='laporan = "Laporan {buku}.xlsx"\ntunggu_menit = 60\njeda_menit = 5')
    pauses = []

    def sleep(seconds):
        pauses.append(seconds)
        assert (reporting.folder / NAME).read_bytes() == stands
        said = reporting.result()["buku"][0]
        assert (said["hasil"], said["laporan"]["hasil"]) == ("disegarkan", "terpakai")
        if len(pauses) == 2:
            (reporting.folder / SIGN).unlink()

    (book,) = reporting.run(sleep=sleep).books
    assert pauses == [300] * 2
    assert (book.fate, book.tries, book.backup.is_file()) == (Fate.DISEGARKAN, 1, True)
    assert (book.report.fate, book.report.tries) == (ReportFate.DITULIS, 3)
    assert reporting.lines().count("sedang dibuka di Excel") == 1  # not at every try


@pytest.mark.slow
def test_a_report_that_stays_open(reporting):
    """Exit 3 and a sentence, not a word against the tabs."""
    reporting.run()
    (reporting.folder / SIGN).write_bytes(b"")
    outcome = reporting.run()
    assert (outcome.exit_code, outcome.books[0].fate) == (3, Fate.MUTAKHIR)
    assert "laporan TIDAK ditulis" in reporting.lines()
    assert "1 laporan tidak ditulis" in reporting.lines()


@pytest.mark.slow
def test_an_open_workbook_gets_its_report_once_it_is_closed(reporting):
    """Not before: it would tell of other figures than the tabs."""
    sign = reporting.folder / "~$rencana aksi.xlsx"
    sign.write_bytes(b"")

    def sleep(_):
        assert not (reporting.folder / NAME).exists()
        sign.unlink(missing_ok=True)

    (book,) = reporting.run(sleep=sleep).books
    assert (book.fate, book.tries, book.report.tries) == (Fate.DISEGARKAN, 2, 1)


def test_a_run_that_is_stopped_while_it_writes_a_report(reporting, monkeypatch):
    """What became of the tabs is told all the same."""

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("zi_excel.weekly.one_book.laporan", stopped)
    with pytest.raises(KeyboardInterrupt):
        reporting.run()
    assert (reporting.result()["keadaan"], reporting.result()["buku"][0]["hasil"]) == ("dihentikan", "disegarkan")


@pytest.mark.slow
def test_notes_that_fit_no_more_are_told(reporting, monkeypatch):
    """The evaluator wrote them; nobody looks at the sheet Catatan Lama unless told to."""
    seen = []

    def laporan(*where, **how):
        seen.append((where, how["per"]))
        return SimpleNamespace(changed=True, backup=None, left=("a", "b"))

    monkeypatch.setattr("zi_excel.weekly.one_book.laporan", laporan)
    assert reporting.run().exit_code == 0
    assert seen == [((reporting.folder / "rencana aksi.xlsx", reporting.folder / NAME), today())]
    assert "2 catatan evaluator tidak cocok lagi" in reporting.lines()
    assert reporting.result()["buku"][0]["laporan"]["catatan_tidak_cocok"] == 2


@pytest.mark.parametrize(
    "name",
    [
        "laporan.xlsx",
        "Laporan {buku}.xls",
        "Laporan {buku}",
        "{buku}.xlsx",
        "./{buku}.xlsx",
        "{buku}*.xlsx",
        "{buku}?.xlsx",
    ],
)
def test_a_report_has_its_workbooks_name_and_not_its_place(office, name):
    """Else two workbooks would take turns with one report, or a report would never be written."""
    office.configure(more=f'laporan = "{name}"')
    with pytest.raises(UsageError, match=r"mingguan\.laporan"):
        office.run()
