"""Who has a workbook open in an office program, and what the sentence about it says."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.clock import JAKARTA
from zi_excel.errors import BusyError, WorkbookError
from zi_excel.store import check_not_open, why_busy


def office_owner(name: str) -> bytes:
    """An owner file as Excel writes it: the name in ANSI, 54 bytes, then in UTF-16; 165 bytes in all."""
    ansi = name.encode("cp1252", "replace")
    wide = name.ljust(54).encode("utf-16-le")
    return bytes([len(ansi)]) + ansi.ljust(54) + len(name).to_bytes(2, "little") + wide


def sentence(path):
    """What the refusal says."""
    with pytest.raises(WorkbookError) as failure:
        check_not_open(path)
    said = str(failure.value)
    assert "\n" not in said
    assert str(path) in said
    return said


SIGNS = [
    ("~$rencana aksi.xlsx", office_owner("Siti Aminah"), "Excel oleh Siti Aminah sejak"),
    ("~$rencana aksi.xlsx", office_owner("Žofie Ōkubo"), "Excel oleh Žofie Ōkubo sejak"),
    ("~$rencana aksi.xlsx", b"\x04Budi" + b" " * 20, "Excel oleh Budi sejak"),
    ("~$rencana aksi.xlsx", b"", "Excel sejak"),
    ("~$rencana aksi.xlsx", b"\xff" * 300, "Excel"),
    (".~rencana aksi.xlsx", office_owner("Siti"), "WPS Office oleh Siti"),
    (
        ".~lock.rencana aksi.xlsx#",
        b"Siti Aminah,siti,PC-TU,20.11.2025 09:30,file:///home/siti/.config/libreoffice/4;",
        "LibreOffice oleh Siti Aminah di komputer PC-TU sejak",
    ),
    (".~lock.rencana aksi.xlsx#", b",siti,PC-TU,20.11.2025 09:30,x;", "oleh siti di komputer PC-TU"),
    (".~lock.rencana aksi.xlsx#", b"Aminah\\, Siti,siti,PC,x,y;", "oleh Aminah, Siti di komputer PC"),
    (".~lock.rencana aksi.xlsx#", b"", "LibreOffice sejak"),
    (".~lock.rencana aksi.xlsx#", b'\xff\xfe"\n\r,\0,', "LibreOffice"),
]


@pytest.mark.parametrize(("sign", "content", "owner"), SIGNS)
def test_an_open_workbook_is_named_with_who_and_since_when(workbook, sign, content, owner):
    """By the file that the program leaves beside it, whatever stands in it; and what to do about a stale one."""
    path = workbook.parent / sign
    path.write_bytes(content)
    at = datetime(2025, 11, 20, 9, 30, tzinfo=JAKARTA)
    os.utime(path, (at.timestamp(), at.timestamp()))
    said = sentence(workbook)
    for words in (owner, f"{at:%H.%M}", f"{at.day} November 2025", f"hapus berkas sisa '{sign}' di folder"):
        assert words in said
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("age", "said_age", "stale"),
    [
        (timedelta(hours=-3), "kurang dari semenit lalu", False),  # two computers, two clocks
        (timedelta(seconds=20), "kurang dari semenit lalu", False),
        (timedelta(minutes=7.5), "7 menit lalu", False),
        (timedelta(hours=23.9), "23 jam lalu", False),
        (timedelta(days=1, minutes=1), "1 hari lalu", True),
        (timedelta(days=3.5), "3 hari lalu", True),
    ],
)
@pytest.mark.parametrize("sign", ["~$rencana aksi.xlsx", ".~rencana aksi.xlsx", ".~lock.rencana aksi.xlsx#"])
def test_a_sign_that_is_older_than_a_day_is_probably_stale(workbook, sign, age, said_age, stale):
    """It says how old, and what to delete; it is never deleted by the tool: the workbook may be open all the same."""
    path = workbook.parent / sign
    path.write_bytes(b"")
    at = datetime.now(JAKARTA) - age
    os.utime(path, (at.timestamp(), at.timestamp()))
    said = sentence(workbook)
    assert f" sejak {said_age}, {at.day} " in said
    assert ("tanda itu kemungkinan sisa: pastikan tidak ada yang membukanya, hapus berkas" in said) is stale
    assert ("sedang dibuka di" in said) is not stale
    assert f"'{sign}' di folder '{workbook.parent}'" in said
    assert path.exists()


@given(content=st.binary(max_size=400), sign=st.sampled_from(["~$rencana aksi.xlsx", ".~lock.rencana aksi.xlsx#"]))
@pytest.mark.slow
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
    """Excel writes its owner file beside the name that was opened; what to delete is named with that folder."""
    folder = tmp_path / "pintasan"
    folder.mkdir()
    link = folder / "buku.xlsx"
    link.symlink_to(workbook)
    check_not_open(link)
    (workbook.parent / f"~${workbook.name}").write_bytes(office_owner("Siti"))
    said = sentence(link)
    assert "Siti" in said
    assert f"di folder '{workbook.parent}'" in said


def test_why_busy_is_the_refusal_as_data(tmp_path):
    """What a trial run says is what the real one would refuse with."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    assert why_busy(path) is None
    (tmp_path / "~$a.xlsx").write_bytes(b"\x04Siti")
    with pytest.raises(BusyError) as refusal:
        check_not_open(path)
    assert why_busy(path) == str(refusal.value)


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("surat.docx", "~$surat.docx"),
        ("rencana.docx", "~$encana.docx"),
        ("lampiran.docx", "~$mpiran.docx"),
        ("lampiran 2026.docx", "~$mpiran 2026.docx"),
    ],
)
def test_word_cuts_the_beginning_of_long_names(tmp_path, name, sign):
    """Its sign is known by the rest; Excel's is not cut."""
    (tmp_path / name).touch()
    (tmp_path / sign).write_bytes(office_owner("Siti"))
    with pytest.raises(BusyError, match="Word oleh Siti"):
        check_not_open(tmp_path / name)
    check_not_open(tmp_path / "lampiran.xlsx")
