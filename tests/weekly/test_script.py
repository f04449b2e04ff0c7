"""The weekly script as a scheduler starts it: a process of its own, its exit code, what is left when it ends badly."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import killed_script
import pytest
from child_process import POSIX
from samples import few_when_quick
from small_disk import enlarge, small_disk
from whole_process import HOME

from zi_excel.store import lock

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "refresh_monev.py"
KILLED = Path(killed_script.__file__)
SIGN = "~$rencana aksi.xlsx"


def command(office, *, before=()) -> list[str]:
    """What a scheduler has in its settings."""
    return [sys.executable, *map(str, before), str(SCRIPT), "--konfigurasi", str(office.settings)]


def environment() -> dict[str, str]:
    """As bare as cron's, or a Windows task's: no encoding, no PATH of a person's."""
    bare = {"PATH": os.defpath, "PYTHONPATH": str(HOME), "SYSTEMROOT": os.environ.get("SYSTEMROOT", "")}
    return bare | {"PYTHONDONTWRITEBYTECODE": "1"}  # so that each run makes the same calls


def ran(office, *, before=(), **how) -> subprocess.CompletedProcess[bytes]:
    """The script, started in a folder that is none of the office's."""
    return subprocess.run(
        command(office, before=before), capture_output=True, check=False, cwd="/", env=environment() | how
    )


def started(office) -> subprocess.Popen[bytes]:
    """The script, going on in the background."""
    return subprocess.Popen(command(office), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/", env=environment())


def wait_for(sign) -> None:
    """Until something has come true; a minute at most."""
    end = time.monotonic() + 60
    while not sign():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.02)


def waits(office) -> bool:
    """Whether a run is on, and waits for somebody to close a workbook."""
    return office.log.exists() and "ditunggu" in office.lines()


def litter(folder: Path) -> list[str]:
    """Unfinished files."""
    return [path.name for path in folder.rglob("*") if path.name.startswith(".~zi-excel")]


@pytest.mark.slow
def test_all_went_well(office):
    """Exit 0, and not a word: a scheduler mails what is said."""
    office.book()
    done = ran(office)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert office.result()["ringkasan"]["disegarkan"] == 1


@pytest.mark.parametrize("encoding", few_when_quick(["cp1252", "ascii", "utf-8"], 1))
@pytest.mark.slow
def test_what_failed_is_said_on_stderr_and_exit_3(office, encoding):
    """A line per workbook, on any console encoding; the result file is UTF-8 all the same."""
    office.book("a é 办.xlsx").write_bytes(b"bukan")
    office.configure(["*.xlsx", "tidak ada.xlsx"], "tunggu_menit = 0")
    done = ran(office, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stdout) == (3, b"")
    lines = done.stderr.decode(encoding).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("zi-excel: ") for line in lines)
    assert "tidak ada.xlsx" in lines[1]
    assert office.result()["buku"][0]["berkas"].endswith("a é 办.xlsx")


@pytest.mark.slow
def test_a_report_that_was_not_written_is_said_on_stderr(office):
    """A scheduler mails it; of the tabs, which are today's, not a word."""
    office.book()
    (office.folder / "Laporan rencana aksi.xlsx").write_bytes(b"milik orang lain")
    office.configure(["rencana aksi.xlsx"], more='laporan = "Laporan {buku}.xlsx"')
    done = ran(office)
    assert (done.returncode, done.stdout) == (3, b"")
    (line,) = done.stderr.decode().splitlines()
    assert "laporan TIDAK ditulis" in line


@pytest.mark.parametrize(
    ("arguments", "word"), [(["--konfigurasi", "x.toml"], "x.toml"), (["--konfig", "x"], "--konfig")]
)
@pytest.mark.slow
def test_wrong_usage_is_exit_2(arguments, word, tmp_path):
    """In one Indonesian sentence."""
    done = subprocess.run(
        [sys.executable, SCRIPT, *arguments], capture_output=True, check=False, cwd=tmp_path, env=environment()
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1
    assert word in done.stderr.decode()


@pytest.mark.slow
def test_a_check_writes_nothing(office):
    """It says which workbooks would be taken; the installers ask before they install."""
    book = office.book()
    before = book.read_bytes()
    done = subprocess.run([*command(office), "--periksa"], capture_output=True, check=False, env=environment())
    assert (done.returncode, done.stderr) == (0, b"")
    assert "rencana aksi.xlsx" in done.stdout.decode()
    assert book.read_bytes() == before
    assert sorted(path.name for path in office.folder.iterdir()) == [book.name, office.settings.name]


@pytest.mark.parametrize("text", ["", "#[mingguan]\n#buku = ['*.xlsx']", "[mingguan]\ntunggu_menit = 5", "lember = 1"])
@pytest.mark.slow
def test_settings_without_a_weekly_run_are_no_settings_for_it(office, text):
    """The # in front of `[mingguan]` was left there: no task must be installed that can only fail."""
    office.settings.write_text(text, "utf-8")
    done = subprocess.run([*command(office), "--periksa"], capture_output=True, check=False, env=environment())
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1
    assert not office.log.exists()


def test_help_is_indonesian():
    """As everywhere."""
    done = subprocess.run(
        [sys.executable, SCRIPT, "--help"], capture_output=True, text=True, check=True, env=environment()
    )
    assert done.stdout.startswith("Pemakaian: refresh_monev.py")
    for exit_code in ("0 semua mutakhir", "2 salah pakai", "3 ada yang tidak", "4 penyegaran"):
        assert exit_code in " ".join(done.stdout.split())


def test_a_python_without_zi_excel_is_told(tmp_path):
    """The administrator named the wrong one in the scheduler."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", SCRIPT], capture_output=True, text=True, check=False, cwd=tmp_path, env={}
    )
    assert done.returncode == 1
    assert "belum terpasang pada Python ini" in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
@pytest.mark.slow
def test_without_any_console(office):
    """As Windows' pythonw runs it: neither stdout nor stderr are there."""
    office.book()
    office.configure(["*.xlsx", "tidak ada.xlsx"], "tunggu_menit = 0")
    line = 'exec "$0" "$@" <&- >&- 2>&-'
    done = subprocess.run(["/bin/sh", "-c", line, *command(office)], check=False, cwd="/", env=environment())
    assert done.returncode == 3
    assert office.result()["ringkasan"]["disegarkan"] == 1


@POSIX
@pytest.mark.slow
def test_a_person_sees_a_bar(office):
    """At a terminal: how far it is, then a line per workbook."""
    pty = pytest.importorskip("pty")
    office.book()
    leader, follower = pty.openpty()
    process = subprocess.Popen(command(office), stdout=follower, stderr=follower, cwd="/", env=environment())
    os.close(follower)
    seen = b""
    try:
        while piece := os.read(leader, 4096):
            seen += piece
    except OSError:  # Linux's way to say that the other end is closed
        pass
    os.close(leader)
    assert process.wait() == 0
    text = seen.decode()
    for words in ("Tab Monev", "100%", "rencana aksi.xlsx", "tab Monev disegarkan", "kode keluar 0"):
        assert words in text


@pytest.mark.slow
def test_two_at_once(office):
    """The second says so and leaves with exit 4; the first waits on, and ends as if nothing had been."""
    office.book()
    sign = office.folder / SIGN
    sign.write_bytes(b"")
    office.configure(more="tunggu_menit = 5\njeda_menit = 0.01")
    first = started(office)
    wait_for(lambda: waits(office))
    second = ran(office)
    assert (second.returncode, second.stdout) == (4, b"")
    assert "sedang berjalan" in second.stderr.decode()
    assert "penyegaran lain" in office.lines()
    assert office.result()["keadaan"] == "berjalan"
    sign.unlink()
    assert (first.communicate(), first.returncode) == ((b"", b""), 0)
    assert office.result()["ringkasan"]["disegarkan"] == 1


@POSIX
@pytest.mark.parametrize("how", ["owner file", "lock"])
@pytest.mark.slow
def test_a_workbook_that_is_let_go_while_the_script_waits(office, how):
    """By Excel, which leaves a file beside it; by another zi-excel, which holds its lock."""
    book, other = office.book(), office.book("zeta.xlsx")
    before = book.read_bytes()
    office.configure(more="tunggu_menit = 5\njeda_menit = 0.01")
    sign = office.folder / SIGN
    with ExitStack() as held:
        if how == "lock":
            held.enter_context(lock(book))
        else:
            sign.write_bytes(b"")
        process = started(office)
        wait_for(lambda: waits(office) and office.result()["ringkasan"]["disegarkan"] == 1)
        assert book.read_bytes() == before
        assert "Monev" in str(office.result()["buku"]) or other.read_bytes() != before
    sign.unlink(missing_ok=True)
    process.communicate()
    assert process.returncode == 0
    assert book.read_bytes() != before
    assert {each["hasil"] for each in office.result()["buku"]} == {"disegarkan"}


@pytest.mark.slow
def test_a_workbook_that_stays_open(office):
    """Exit 3, and it is as it was; the next run, when it is closed, is right."""
    book = office.book()
    before = book.read_bytes()
    sign = office.folder / SIGN
    sign.write_bytes(b"")
    office.configure(more="tunggu_menit = 0.02\njeda_menit = 0.01")
    done = ran(office)
    assert done.returncode == 3
    assert "sedang dibuka di Excel" in done.stderr.decode()
    assert (office.result()["buku"][0]["hasil"], office.result()["buku"][0]["percobaan"]) == ("terpakai", 3)
    assert book.read_bytes() == before
    sign.unlink()
    assert ran(office).returncode == 0
    assert book.read_bytes() != before


@POSIX
@pytest.mark.usefixtures("default_signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.slow
def test_a_run_that_is_asked_to_stop(office, number):
    """By the scheduler, a shutdown, a person: exit 3, log and result say so, and the next run is right."""
    book = office.book()
    before = book.read_bytes()
    sign = office.folder / SIGN
    sign.write_bytes(b"")
    office.configure(more="tunggu_menit = 5")
    process = started(office)
    wait_for(lambda: waits(office))
    process.send_signal(number)
    _, said = process.communicate()
    assert process.returncode == 3
    assert "dihentikan" in said.decode()
    assert office.result()["keadaan"] == "dihentikan"
    assert "DIHENTIKAN sebelum selesai" in office.lines()
    assert (book.read_bytes(), litter(office.folder)) == (before, [])
    sign.unlink()
    assert ran(office).returncode == 0
    assert "tidak sampai selesai" not in office.lines()


@POSIX
@pytest.mark.slow
def test_killed_at_several_moments(office):
    """SIGKILL: every workbook is the old or the new one, whole; the next run says what happened, and is right."""
    books = [office.book("a.xlsx"), office.book("b.xlsx")]
    fresh = books[0].read_bytes()
    counted = ran(office, before=[KILLED, -1])
    assert counted.returncode == 0, counted.stderr
    steps = int(counted.stdout.split()[-1])
    refreshed = books[0].read_bytes()
    seen = set()
    for at in [1, *range(2, steps - 3, steps // 7), steps - 2]:
        for each in office.folder.iterdir():
            if each != office.settings:
                shutil.rmtree(each) if each.is_dir() else each.unlink()
        for book in books:
            book.write_bytes(fresh)
        died = ran(office, before=[KILLED, at])
        assert died.returncode == -signal.SIGKILL, (at, died.stderr)
        left = [book.read_bytes() for book in books]
        assert set(left) <= {fresh, refreshed}
        seen.add((left[0] == refreshed, left[1] == refreshed))
        told = office.hasil.exists() and json.loads(office.hasil.read_bytes())["keadaan"] == "berjalan"
        assert ran(office).returncode == 0
        assert [book.read_bytes() for book in books] == [refreshed] * 2
        assert litter(office.folder) == []
        assert ("tidak sampai selesai" in office.lines()) is told
        assert office.result()["keadaan"] == "selesai"
    assert {(False, False), (True, True)} <= seen


@pytest.mark.slow
def test_a_full_disk(tmp_path, template, office):
    """Whole, exit 3, said; the next run, with room again, is right."""
    size = template.stat().st_size
    with small_disk(tmp_path / "disk é", size + (20 << 10)) as disk:
        book = Path(shutil.copy(template, disk / "rencana aksi.xlsx"))
        office.settings = Path(shutil.copy(office.settings, disk))
        office.log, office.hasil = disk / office.log.name, disk / office.hasil.name
        before = book.read_bytes()
        done = ran(office)
        assert done.returncode == 3
        said = done.stderr.decode()
        assert "ruang penyimpanan penuh" in said
        assert "Traceback" not in said
        assert (book.read_bytes(), litter(disk)) == (before, [])
        enlarge(disk, 4 << 20)
        assert ran(office).returncode == 0
        assert book.read_bytes() != before
        assert office.result()["ringkasan"]["disegarkan"] == 1


@pytest.mark.parametrize("pages", range(4))
@pytest.mark.slow
def test_a_disk_with_no_room_even_for_the_log(tmp_path, template, office, pages):
    """Only stderr and the exit code are left to tell; neither is a traceback."""
    held = template.stat().st_size // 4096 + 2  # the workbook and the settings
    with small_disk(tmp_path / "disk", (held + pages) * 4096) as disk:
        book = Path(shutil.copy(template, disk / "rencana aksi.xlsx"))
        office.settings = Path(shutil.copy(office.settings, disk))
        before = book.read_bytes()
        done = ran(office)
        assert done.returncode in {2, 3}
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr
        assert "penuh" in done.stderr.decode()
        assert book.read_bytes() == before
