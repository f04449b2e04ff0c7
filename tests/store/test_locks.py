"""Who else is at a workbook, and what the sentence about it says."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.store import check_not_open, lock

ROOT = Path(__file__).parents[2]


def office_owner(name: str) -> bytes:
    """An owner file as Excel writes it: the name in ANSI, 54 bytes, then in UTF-16; 165 bytes in all."""
    ansi = name.encode("cp1252", "replace")
    wide = name.ljust(54).encode("utf-16-le")
    return bytes([len(ansi)]) + ansi.ljust(54) + len(name).to_bytes(2, "little") + wide


@pytest.fixture
def workbook(tmp_path):
    """A file that stands for a workbook."""
    path = tmp_path / "rencana aksi.xlsx"
    path.write_bytes(b"lama")
    return path


def sentence(path):
    """What the refusal says."""
    with pytest.raises(WorkbookError) as failure:
        check_not_open(path)
    said = str(failure.value)
    assert "\n" not in said
    assert str(path) in said
    return said


@pytest.mark.parametrize(
    ("sign", "content", "words"),
    [
        ("~$rencana aksi.xlsx", office_owner("Siti Aminah"), ["Excel oleh Siti Aminah sejak"]),
        ("~$rencana aksi.xlsx", office_owner("Žofie Ōkubo"), ["Excel oleh Žofie Ōkubo sejak"]),
        ("~$rencana aksi.xlsx", b"\x04Budi" + b" " * 20, ["Excel oleh Budi sejak"]),
        ("~$rencana aksi.xlsx", b"", ["Excel sejak"]),
        ("~$rencana aksi.xlsx", b"\xff" * 300, ["Excel"]),
        (".~rencana aksi.xlsx", office_owner("Siti"), ["WPS Office oleh Siti"]),
        (
            ".~lock.rencana aksi.xlsx#",
            b"Siti Aminah,siti,PC-TU,20.11.2025 09:30,file:///home/siti/.config/libreoffice/4;",
            ["LibreOffice oleh Siti Aminah di komputer PC-TU sejak"],
        ),
        (".~lock.rencana aksi.xlsx#", b",siti,PC-TU,20.11.2025 09:30,x;", ["oleh siti di komputer PC-TU"]),
        (".~lock.rencana aksi.xlsx#", b"Aminah\\, Siti,siti,PC,x,y;", ["oleh Aminah, Siti di komputer PC"]),
        (".~lock.rencana aksi.xlsx#", b"", ["LibreOffice sejak"]),
        (".~lock.rencana aksi.xlsx#", b'\xff\xfe"\n\r,\0,', ["LibreOffice"]),
    ],
)
def test_an_open_workbook_is_named_with_who_and_since_when(workbook, sign, content, words):
    """By the file that the program leaves beside it, whatever stands in it; and what to do about a stale one."""
    (workbook.parent / sign).write_bytes(content)
    at = datetime(2025, 11, 20, 9, 30, tzinfo=UTC).astimezone()
    os.utime(workbook.parent / sign, (at.timestamp(), at.timestamp()))
    said = sentence(workbook)
    for word in [*words, f"{at:%H.%M}", "November 2025", f"hapus berkas sisa '{sign}'"]:
        assert word in said


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400), sign=st.sampled_from(["~$rencana aksi.xlsx", ".~lock.rencana aksi.xlsx#"]))
def test_whatever_stands_in_the_sign_the_refusal_is_one_sentence(workbook, content, sign):
    """Other programs, other versions, half-written files."""
    path = workbook.parent / sign
    path.write_bytes(content)
    assert sentence(workbook).isprintable()
    path.unlink()


@pytest.mark.parametrize(
    "path", [Path(), Path("/"), Path(".."), Path("x" * 250 + ".xlsx")], ids=["here", "/", "..", "long"]
)
def test_what_can_be_no_workbook_is_for_the_reader_to_tell(path):
    """No exception of its own for a folder or a name too long for a sign."""
    check_not_open(path)


def test_a_workbook_that_nobody_has_open(workbook):
    """The sign of another workbook is none of this one's."""
    (workbook.parent / "~$lain.xlsx").write_bytes(office_owner("Siti"))
    check_not_open(workbook)


def test_a_missing_workbook_is_for_the_reader_to_tell(tmp_path):
    """Only openness is looked at here."""
    check_not_open(tmp_path / "tidak ada" / "buku.xlsx")


def test_a_link_is_open_where_its_target_is(workbook, tmp_path):
    """Excel writes its owner file beside the name that was opened."""
    folder = tmp_path / "pintasan"
    folder.mkdir()
    link = folder / "buku.xlsx"
    link.symlink_to(workbook)
    check_not_open(link)
    (workbook.parent / f"~${workbook.name}").write_bytes(office_owner("Siti"))
    assert "Siti" in sentence(link)


def test_a_second_zi_excel_is_kept_away(workbook):
    """And comes in when the first is done."""
    with lock(workbook):
        with pytest.raises(WorkbookError, match="zi-excel lain"), lock(workbook):
            pass
        with lock(workbook.with_name("lain.xlsx")):
            pass
    with lock(workbook):
        pass


def test_the_same_workbook_by_another_name_is_the_same(workbook, tmp_path, monkeypatch):
    """A relative path, a link."""
    link = tmp_path / "pintasan.xlsx"
    link.symlink_to(workbook)
    monkeypatch.chdir(tmp_path)
    for other in (link, Path(workbook.name)):
        with lock(workbook), pytest.raises(WorkbookError, match="zi-excel lain"), lock(other):
            pass


def test_a_killed_process_leaves_no_lock(workbook):
    """The operating system's lock ends with its process."""
    code = (
        "import sys, os; from pathlib import Path; from zi_excel.store import lock\n"
        "with lock(Path(sys.argv[1])): print('terkunci', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, workbook],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"terkunci"
        with pytest.raises(WorkbookError, match="zi-excel lain"), lock(workbook):
            pass
        other.kill()
        other.wait()
    with lock(workbook):
        pass


def test_nothing_is_left_in_the_workbooks_folder(workbook):
    """The lock lies elsewhere."""
    with lock(workbook):
        assert [path.name for path in workbook.parent.iterdir()] == [workbook.name]
