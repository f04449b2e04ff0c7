"""The run: every workbook tried, what is open waited for, and all of it told in log and result file."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from child_process import POSIX, as_ordinary_user, open_folder
from openpyxl import load_workbook

import zi_excel
from zi_excel.clock import today
from zi_excel.errors import BusyError, UsageError, WorkbookError
from zi_excel.reader.header.own_report import is_report_file
from zi_excel.weekly.kept_away import AnotherRunError
from zi_excel.weekly.outcome import Fate
from zi_excel.weekly.run import Step, weekly_run

SIGN = "~$rencana aksi.xlsx"


def fates(outcome) -> dict[str, Fate]:
    """What became of each workbook, by its name."""
    return {each.path.name: each.fate for each in outcome.books}


def sheets(book: Path) -> list[str]:
    """The names of a workbook's sheets."""
    with closing(load_workbook(book, read_only=True)) as opened:
        return opened.sheetnames


@pytest.mark.slow
def test_every_workbook_is_refreshed_as_of_today(office):
    """Each in its folder, with a backup; a second run on that day finds nothing to do."""
    books = [office.book(), office.book("Bagian Umum/umum é.xlsx")]
    office.configure(["*.xlsx", "Bagian Umum/*.xlsx"])
    outcome = office.run()
    assert (outcome.exit_code, [each.fate for each in outcome.books]) == (0, [Fate.DISEGARKAN] * 2)
    for book, each in zip(books, outcome.books, strict=True):
        assert "Monev Ringkasan" in sheets(book)
        assert (each.path, each.per, each.backup.parent) == (book, today(), book.parent / "cadangan")
    assert [each.fate for each in office.run().books] == [Fate.MUTAKHIR] * 2


def test_the_result_file_is_for_programs(office):
    """What was done, what was found, what was measured; nothing of it needs the log."""
    book = office.book()
    (book.parent / "rusak.xlsx").write_bytes(b"PK")
    office.run()
    result = office.result()
    assert (result["keadaan"], result["kode_keluar"], result["sedang"]) == ("selesai", 3, None)
    assert result["mulai"] <= result["selesai"]
    assert result["mulai"].endswith("+07:00")
    assert result["konfigurasi"] == str(office.settings)
    assert result["ringkasan"] == {"disegarkan": 1, "mutakhir": 0, "terpakai": 0, "gagal": 1}
    good, bad = result["buku"]
    assert (good["berkas"], good["hasil"], good["pesan"], good["percobaan"]) == (str(book), "disegarkan", None, 1)
    assert good["per"] == today().isoformat()
    assert good["validasi"]["ringkasan"]["galat"] == 0
    assert good["capaian"]["total"]["jumlah"] == 8
    assert good["riwayat"] == {"dicatat": True, "sejak": None, "perubahan": 8}
    assert Path(good["cadangan"]).is_file()
    assert (bad["hasil"], bad["validasi"], bad["capaian"], bad["cadangan"]) == ("gagal", None, None, None)
    assert "rusak.xlsx" in bad["pesan"]


@pytest.mark.slow
def test_a_history_that_has_a_later_day_is_told(office):
    """A day mistyped once would keep every week out of it, and nobody looks at what a command prints."""
    zi_excel.monev(office.book(), per=date(2099, 1, 1))
    office.run()
    assert "Riwayat: tanggal ini tidak dicatat" in office.lines()
    assert office.result()["buku"][0]["riwayat"]["dicatat"] is False


@pytest.mark.slow
def test_the_others_go_on_when_one_fails(office, monkeypatch):
    """A damaged file, settings that can't be followed, a defect of the tool, no memory: each is one sentence."""
    office.book("a.xlsx").write_bytes(b"bukan buku kerja")
    office.book("b/b.xlsx").with_name("zi-excel.toml").write_text("lember = 1", "utf-8")
    office.book("c.xlsx")
    office.book("d.xlsx")
    office.book("e.xlsx")
    office.configure(["a.xlsx", "b/b.xlsx", "c.xlsx", "d.xlsx", "e.xlsx"])

    def failing(path, **how):
        if path.name in {"c.xlsx", "d.xlsx"}:
            raise {"c.xlsx": ZeroDivisionError("x"), "d.xlsx": MemoryError()}[path.name]
        return zi_excel.monev(path, **how)

    monkeypatch.setattr("zi_excel.weekly.one_book.monev", failing)
    outcome = office.run()
    assert list(fates(outcome).values()) == [Fate.GAGAL] * 4 + [Fate.DISEGARKAN]
    assert outcome.exit_code == 3
    for each, word in zip(outcome.books, ["a.xlsx", "lember", "ZeroDivisionError", "memori"], strict=False):
        assert word in each.message
        assert "\n" not in each.message
    said = office.lines()
    assert "Traceback" in said  # of the defect, for the maker
    assert said.count("TIDAK disegarkan (1 kali dicoba)") == 4


@pytest.mark.slow
def test_a_file_on_which_the_search_fails_stops_no_other(office, monkeypatch):
    """It is looked into for a report of the tool's before its turn comes."""
    office.book("a.xlsx")
    office.book("b.xlsx")

    def failing(path):
        if path.name == "a.xlsx":
            raise MemoryError
        return is_report_file(path)

    monkeypatch.setattr("zi_excel.weekly.places.is_report_file", failing)
    assert fates(office.run()) == {"a.xlsx": Fate.DISEGARKAN, "b.xlsx": Fate.DISEGARKAN}


def test_a_run_that_cannot_be_kept_single_is_not_made(office, monkeypatch):
    """No temporary folder for the lock, on Windows; the log says so, and nothing is written."""
    book = office.book()
    before = book.read_bytes()

    def no_lock(path, **_):
        raise WorkbookError(f"berkas kunci untuk '{path}' tidak dapat dibuat")

    monkeypatch.setattr("zi_excel.store.lock", no_lock)
    with pytest.raises(WorkbookError, match="berkas kunci"):
        office.run()
    assert "berkas kunci" in office.lines()
    assert book.read_bytes() == before


@pytest.mark.slow
def test_an_open_workbook_is_waited_for_while_the_others_are_done(office):
    """It is tried again after every pause, and refreshed once it is closed."""
    office.book()
    office.book("zeta.xlsx")
    sign = office.folder / SIGN
    sign.write_bytes(b"")
    office.configure(more="tunggu_menit = 60\njeda_menit = 5")
    pauses = []

    def sleep(seconds):
        pauses.append(seconds)
        assert office.result()["ringkasan"]["disegarkan"] == 1  # the other one, before any waiting
        assert (office.result()["keadaan"], office.result()["sedang"]) == ("berjalan", None)
        if len(pauses) == 3:
            sign.unlink()

    outcome = office.run(sleep=sleep)
    assert pauses == [300] * 3
    assert (outcome.exit_code, fates(outcome)) == (
        0,
        {"rencana aksi.xlsx": Fate.DISEGARKAN, "zeta.xlsx": Fate.DISEGARKAN},
    )
    assert outcome.books[0].tries == 4
    said = office.lines()
    assert said.count("sedang dibuka di Excel") == 1  # once, not at every try
    assert "ditunggu: sampai 60 menit, dicoba lagi setiap 5 menit" in said


@pytest.mark.parametrize(
    ("wait", "pause", "pauses"),
    [(60, 25, [1500, 1500, 600]), (10, 30, [600]), (0, 5, []), (0.5, 5, [30])],
)
def test_how_long_is_a_setting(office, wait, pause, pauses):
    """A last try follows the last pause; a workbook that stays open is checked all the same, as that only reads."""
    office.book()
    (office.folder / SIGN).write_bytes(b"")
    office.configure(more=f"tunggu_menit = {wait}\njeda_menit = {pause}")
    made = []
    outcome = office.run(sleep=made.append)
    assert made == pauses
    (book,) = outcome.books
    assert (outcome.exit_code, book.fate, book.tries) == (3, Fate.TERPAKAI, len(pauses) + 1)
    assert book.findings
    assert "sedang dibuka di Excel" in book.message
    assert office.result()["buku"][0]["validasi"]["ringkasan"]["galat"] == 0


@pytest.mark.slow
def test_a_computer_that_sleeps_meanwhile_shortens_no_waiting(office, monkeypatch):
    """The pause was three days long: there is a try after it, as of the day that it is then."""
    office.book()
    sign = office.folder / SIGN
    sign.write_bytes(b"")
    office.configure(more="tunggu_menit = 10\njeda_menit = 10")
    wakes = date(2031, 3, 5)

    def sleep(_):
        sign.unlink()
        monkeypatch.setattr("zi_excel.verbs.monev.today", lambda: wakes)
        monkeypatch.setattr("zi_excel.weekly.one_book.today", lambda: wakes)

    outcome = office.run(sleep=sleep)
    assert (outcome.exit_code, outcome.books[0].per) == (0, wakes)


@pytest.mark.slow
def test_a_pattern_without_a_workbook_is_waited_for_and_told(office):
    """A network drive that comes back only after the computer woke; one that never does is a failure."""
    office.book()
    office.configure(["*.xlsx", "jauh/*.xlsx"], "tunggu_menit = 60\njeda_menit = 30")
    outcome = office.run()
    assert (outcome.exit_code, [each.pattern for each in outcome.missed]) == (3, ["jauh/*.xlsx"])
    assert office.result()["pola_tanpa_buku"] == [
        {"pola": "jauh/*.xlsx", "sebab": "tidak ada berkas buku kerja yang cocok"}
    ]
    assert office.lines().count("Pola 'jauh/*.xlsx'") == 1
    outcome = office.run(sleep=lambda _: office.book("jauh/jauh.xlsx"))
    assert (outcome.exit_code, fates(outcome)["jauh.xlsx"]) == (0, Fate.DISEGARKAN)


@pytest.mark.slow
def test_a_workbook_that_is_gone_while_it_is_waited_for(office):
    """Told as such, not forgotten."""
    book = office.book()
    office.book("zeta.xlsx")
    (office.folder / SIGN).write_bytes(b"")

    def sleep(_):
        book.unlink()
        (office.folder / SIGN).unlink()

    assert fates(office.run(sleep=sleep))["rencana aksi.xlsx"] is Fate.GAGAL


@pytest.mark.slow
def test_the_settings_beside_a_workbook_are_its_own(office):
    """As for every command; where there are none, the run's settings count."""
    plain, special = office.book(), office.book("khusus/khusus.xlsx")
    special.with_name("zi-excel.toml").write_text('[cadangan]\nfolder = "simpanan"', "utf-8")
    office.configure(["*.xlsx", "*/*.xlsx"], rest='[cadangan]\nfolder = "gudang"')
    office.run()
    assert (plain.parent / "gudang").is_dir()
    assert (special.parent / "simpanan").is_dir()
    assert len(office.run().books) == 2  # neither's backups are taken for workbooks


@pytest.mark.slow
def test_a_report_among_the_workbooks_is_passed_over(office):
    """Known by what it holds, whatever its name; it is written to by `laporan` alone."""
    report = office.folder / "rencana aksi akhir.xlsx"
    zi_excel.laporan(office.book(), report)
    before = report.read_bytes()
    outcome = office.run()
    assert (outcome.exit_code, list(fates(outcome))) == (0, ["rencana aksi.xlsx"])
    assert report.read_bytes() == before


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")  # openpyxl's
@pytest.mark.slow
def test_what_staff_typed_into_a_tab_is_told(office):
    """It is in the backup; the log and the result say where it stood."""
    book = office.book()
    zi_excel.monev(book, per=date(2025, 11, 20))
    edited = load_workbook(book)
    edited["Monev I"]["C9"] = "catatan saya"
    edited.save(book)
    outcome = office.run()
    assert any("Monev I" in each for each in outcome.books[0].touched)
    assert "Tab 'Monev I'" in office.lines()
    assert office.result()["buku"][0]["isian_di_tab_monev"] == list(outcome.books[0].touched)


@pytest.mark.slow
def test_a_run_that_died_is_told_by_the_next(office):
    """Its result file still says that it is on, and at which workbook."""
    book = office.book()
    office.run()
    assert "tidak sampai selesai" not in office.lines()
    result = office.result() | {"keadaan": "berjalan", "mulai": "2025-11-20T06:00:00+07:00", "sedang": str(book)}
    office.hasil.write_text(json.dumps(result), "utf-8")
    assert office.run().exit_code == 0
    assert f"mulai 2025-11-20T06:00:00+07:00 tidak sampai selesai saat mengerjakan '{book}'" in office.lines()
    assert office.result()["keadaan"] == "selesai"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"berjalan"', b"\xff\xfe", b'{"keadaan": 5}'])
@pytest.mark.slow
def test_a_result_file_of_whatever_content_is_replaced(office, content):
    """Cut off by a power failure on a bad disk, or another program's."""
    office.book()
    office.hasil.write_bytes(content)
    assert office.run().exit_code == 0
    assert office.result()["keadaan"] == "selesai"


@pytest.mark.slow
def test_a_second_run_says_so_and_leaves(office):
    """While the first is at it, nothing is done twice; its result file is not touched."""
    office.book()
    (office.folder / SIGN).write_bytes(b"")
    seen = []

    def sleep(_):
        before = office.hasil.read_bytes()
        with pytest.raises(AnotherRunError, match="sedang berjalan"):
            office.run()
        assert office.hasil.read_bytes() == before
        seen.append(office.lines())

    office.run(sleep=sleep)
    assert "penyegaran lain" in seen[0]
    (office.folder / SIGN).unlink()
    assert office.run().exit_code == 0


def test_a_second_run_never_begins_the_log_anew(office, monkeypatch):
    """The first has it open, and would go on in what is then an old one."""
    office.book()
    (office.folder / SIGN).write_bytes(b"")
    monkeypatch.setattr("zi_excel.weekly.journal._BYTES", 10_000)

    def sleep(_):
        with office.log.open("a", encoding="utf-8") as log:
            log.write("x" * 10_000 + "\n")
        with pytest.raises(AnotherRunError):
            office.run()
        assert not office.log.with_name(f"{office.log.name}.1").exists()

    office.configure(more="tunggu_menit = 5")
    office.run(sleep=sleep)
    assert office.log.with_name(f"{office.log.name}.1").exists()


@pytest.mark.slow
def test_the_folder_of_the_settings_is_waited_for(office):
    """It may be on a network drive itself; who looks on is told at once instead."""
    away = office.folder.with_name("belum tersambung")
    office.book()
    office.folder.rename(away)
    with pytest.raises(UsageError, match="tidak ditemukan"):
        office.run(sleep=lambda _: pytest.fail("somebody looks on"))
    pauses = []

    def sleep(seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            away.rename(office.folder)

    assert office.run(sleep=sleep, unattended=True).exit_code == 0
    assert pauses == [300] * 3


def test_a_folder_of_the_settings_that_never_comes(office):
    """It is waited for as long as for a workbook, unless settings say otherwise, which can't be read."""
    office.folder.rename(office.folder.with_name("pergi"))
    pauses = []
    with pytest.raises(UsageError, match="tidak ditemukan"):
        office.run(sleep=pauses.append, unattended=True)
    assert sum(pauses) == 120 * 60


def test_a_stopped_run_says_so(office):
    """Ctrl+C, a scheduler, a shutdown: log and result file tell, and the next run goes on."""
    office.book()
    (office.folder / SIGN).write_bytes(b"")

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.run(sleep=stop)
    assert (office.result()["keadaan"], office.result()["kode_keluar"]) == ("dihentikan", 3)
    assert "DIHENTIKAN sebelum selesai" in office.lines()


@pytest.mark.slow
def test_who_looks_on_is_told_where_the_run_is(office):
    """For a bar: how many are done, which one is next, how long it waits."""
    office.book()
    office.book("zeta.xlsx")
    (office.folder / SIGN).write_bytes(b"")
    office.configure(more="tunggu_menit = 5")
    steps = []
    office.run(watch=steps.append)
    first, second = sorted(office.folder.glob("[rz]*.xlsx"))
    assert steps == [
        Step(0, 2, first),
        Step(0, 2, second),
        Step(1, 2, waiting=1, seconds=300),
        Step(1, 2, first),
        Step(2, 2),
    ]


def test_the_bar_never_goes_back(office):
    """A damaged workbook is dealt with, an open one and a pattern without any are not; at the end all are."""
    office.book()
    (office.folder / "a.xlsx").write_bytes(b"rusak")
    (office.folder / SIGN).write_bytes(b"")
    office.configure(["*.xlsx", "tidak ada.xlsx"], "tunggu_menit = 10")
    steps = []
    office.run(watch=steps.append)
    assert [(each.done, each.total) for each in steps] == [(0, 3), (1, 3), (1, 3), (1, 3), (1, 3), (1, 3), (2, 2)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["mingguan.buku", "belum diisi"]),
        ("[mingguan]\nbuku = []", ["mingguan.buku", "daftar teks"]),
        ("[mingguan]\nbuku = '*.xlsx'", ["mingguan.buku", "daftar teks"]),
        ("[mingguan]\nbuku = ['a**.xlsx']", ["mingguan.buku", "**"]),
        ('[mingguan]\nbuku = ["a\\u0000.xlsx"]', ["mingguan.buku"]),
        ("[mingguan]\nbuku = ['*']\ntunggu_menit = -1", ["mingguan.tunggu_menit", "antara 0 dan 1440"]),
        ("[mingguan]\nbuku = ['*']\njeda_menit = 0", ["mingguan.jeda_menit", "antara 0.01 dan 1440"]),
        ("[mingguan]\nbuku = ['*']\nlog = 'rencana.xlsx'", ["mingguan.log", ".log"]),
        ("[mingguan]\nbuku = ['*']\nhasil = 'rencana.xlsx'", ["mingguan.hasil", ".json"]),
        ("[mingguan]\nbuku = ['*']\nlog = 'tidak ada/x.log'", ["mingguan.log", "folder", "tidak ada"]),
        ("[mingguan]\nbuku = ['*']\nhasil = 'tidak ada/x.json'", ["mingguan.hasil", "folder", "tidak ada"]),
        (f"[mingguan]\nbuku = ['*']\nlog = '{'x' * 300}.log'", ["log", "namanya terlalu panjang"]),
        ("[mingguan]\nbuku = ['*']\ntungu_menit = 1", ["`mingguan.tungu_menit`", "`mingguan.tunggu_menit`"]),
        ("[mingguan]\nbuku = ['*']\n[aturan.ZI999]\ntingkat = 'mati'\nalasan = 'x'", ["ZI999"]),
        ("[mingguan", ["penulisannya salah"]),
    ],
)
def test_settings_that_cannot_be_followed_stop_the_run(office, text, words):
    """One sentence, also in the log beside them, as nobody may be there to read it; no workbook is touched."""
    book = office.book()
    before = book.read_bytes()
    office.settings.write_text(text, "utf-8")
    with pytest.raises(UsageError) as failure:
        office.run()
    for word in words:
        assert word in str(failure.value)
        assert word in office.lines()
    assert book.read_bytes() == before
    assert not office.hasil.exists()


def test_a_settings_file_that_is_not_there_leaves_no_log(office):
    """Its name was mistyped: nothing is written to some folder."""
    office.settings.unlink()
    with pytest.raises(UsageError, match="tidak ditemukan"):
        office.run()
    assert not office.log.exists()


def test_log_and_result_may_be_elsewhere(office):
    """In a folder that is there; relative to the settings file."""
    office.book()
    (office.folder / "catatan").mkdir()
    office.configure(more="log = 'catatan/a.log'\nhasil = 'catatan/b.json'")
    office.run()
    assert sorted(path.name for path in (office.folder / "catatan").iterdir()) == ["a.log", "b.json"]
    assert not office.log.exists()


@POSIX
def test_a_folder_that_may_not_be_written_to(template):
    """Neither log nor result can be: refused in a sentence before anything is done."""
    with open_folder() as folder:
        (folder / "zi-excel.toml").write_text("[mingguan]\nbuku = ['*.xlsx']", "utf-8")
        book = folder / "a.xlsx"
        book.write_bytes(template.read_bytes())
        folder.chmod(0o555)

        def work():
            with pytest.raises(UsageError, match=r"log .* tidak dapat ditulis \(tidak ada izin\)"):
                weekly_run(folder / "zi-excel.toml")

        assert as_ordinary_user(work) == 0
        assert book.read_bytes() == template.read_bytes()


def test_a_result_file_that_cannot_be_written_is_a_failure_of_its_own(office, monkeypatch):
    """The workbooks are refreshed all the same; whoever waits for the file hears of it by the exit code and the log."""
    office.book()

    def full(path, *_, **__):
        raise WorkbookError(f"'{path}' tidak diubah: ruang penyimpanan penuh; kosongkan sebagian, lalu ulangi.")

    monkeypatch.setattr("zi_excel.store.overwrite", full)
    outcome = office.run()
    assert (outcome.exit_code, outcome.books[0].fate) == (3, Fate.DISEGARKAN)
    assert "berkas hasil" in outcome.unwritten[0]
    assert office.lines().count("Berkas hasil:") == 1
    assert "Selesai, kode keluar 3" in office.lines()


def test_a_log_that_cannot_be_written_is_in_the_result_files_exit_code(office, monkeypatch):
    """The two files and the process say the same."""
    office.book()
    monkeypatch.setattr("zi_excel.weekly.journal.Journal.failure", "ruang penyimpanan penuh")
    outcome = office.run()
    assert (outcome.exit_code, outcome.books[0].fate) == (3, Fate.DISEGARKAN)
    assert outcome.unwritten == (f"log '{office.log}' tidak dapat ditulis (ruang penyimpanan penuh).",)
    assert office.result()["kode_keluar"] == 3


def test_what_is_busy_is_known_as_such(office):
    """Open elsewhere, at work by another zi-excel, changed meanwhile: these may pass; nothing else is waited for."""
    office.book()
    (office.folder / ".~lock.rencana aksi.xlsx#").write_bytes(b"Siti,siti,PC,x,y;")
    with pytest.raises(BusyError):
        zi_excel.monev(office.folder / "rencana aksi.xlsx")
    with pytest.raises(WorkbookError) as failure:
        zi_excel.monev(office.folder / "tidak ada.xlsx")
    assert not isinstance(failure.value, BusyError)


@POSIX
def test_log_and_result_file_are_no_wider_than_the_workbooks(office):
    """Beside a private workbook they are private, whatever they were before; beside open ones, open."""
    book = office.book()
    book.chmod(0o644)
    office.run()
    assert [path.stat().st_mode & 0o777 for path in (office.log, office.hasil)] == [0o644, 0o644]
    office.book("pribadi.xlsx").chmod(0o600)
    office.run()
    assert [path.stat().st_mode & 0o777 for path in (office.log, office.hasil)] == [0o600, 0o600]


@POSIX
@pytest.mark.parametrize("which", ["log", "hasil"])
def test_a_link_in_the_place_of_log_or_result_file(office, which):
    """Refused in a sentence; where it leads to nothing is written, also where the other one is said of it."""
    book = office.book()
    aim = office.folder / "profil"
    aim.write_bytes(b"milik orang")
    getattr(office, which).symlink_to(aim)
    if which == "log":
        before = book.read_bytes()
        with pytest.raises(UsageError, match="tidak dapat ditulis karena itu tautan"):
            office.run()
        assert book.read_bytes() == before
    else:
        outcome = office.run()
        assert (outcome.exit_code, outcome.books[0].fate) == (3, Fate.DISEGARKAN)
        assert "itu tautan" in office.lines()
        assert "itu tautan" in str(outcome.unwritten)
    assert aim.read_bytes() == b"milik orang"


def test_leftovers_and_backups_of_the_future_are_told(office):
    """In the log and for programs; they keep nothing from being refreshed."""
    book = office.book()
    backups = book.parent / "cadangan"
    backups.mkdir()
    (backups / "rencana aksi 2099-01-01 000000.xlsx").write_bytes(b"")
    outcome = office.run()
    assert outcome.exit_code == 0
    assert "bernama waktu yang belum tiba" in office.lines()
    assert "bernama waktu yang belum tiba" in office.result()["buku"][0]["catatan_berkas"][0]
