"""What is found in the folder of evidence, and that nothing beyond it is ever looked at."""

import os
from datetime import date

import pytest
from child_process import POSIX, become_ordinary, in_child

from zi_excel.errors import UsageError
from zi_excel.folder_bukti import inside, listing
from zi_excel.folder_bukti.folder import EvidenceFile, LinkState
from zi_excel.folder_bukti.listing import look_into

NOON = 1_763_600_000  # 20 November 2025


@pytest.fixture
def office(tmp_path):
    """A workbook beside a folder of evidence, and a secret beside both."""
    for name in ("bukti/I.1.a/SK Tim.pdf", "bukti/I.1.a/foto/rapat.JPG", "bukti/umum.pdf", "rahasia.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        os.utime(path, (NOON, NOON))
    return tmp_path


def state(office, link, *, kode="I.1.a", folder="bukti"):
    found = look_into(office / folder, {kode: (link,)}, office / "rencana aksi.xlsx")
    return found.links.get((kode, link))


@pytest.mark.parametrize(
    "link",
    [
        "bukti/I.1.a/SK Tim.pdf",
        "bukti\\I.1.a\\SK Tim.pdf",
        "I.1.a/SK Tim.pdf",
        "SK Tim.pdf",
        "sk tim.PDF",
        "BUKTI/i.1.A/sk%20tim.pdf",
        "foto/rapat.jpg",
        "umum.pdf",
        "umum.pdf#page=3",
        "bukti/I.1.a",
        "bukti/I.1.a/../umum.pdf",
        "../{name}/bukti/umum.pdf",
        "{office}/bukti/umum.pdf",
        "file://{office}/bukti/umum.pdf",
    ],
)
def test_files_that_are_there(office, link):
    """As Excel opens it from the workbook's folder, from the folder of evidence, from the kode's; any capitals."""
    assert state(office, link.format(office=office.as_posix(), name=office.name)) is LinkState.ADA


@pytest.mark.parametrize(
    "link", ["I.1.a/SK.pdf", "bukti/I.9.z/SK.pdf", "I.1.a/SK Tim.pdf/x", "a" * 300 + ".pdf", "x\0.pdf"]
)
def test_files_that_are_not(office, link):
    """Also names that no system takes."""
    assert state(office, link) is LinkState.TIDAK_ADA


@pytest.mark.parametrize(
    "link",
    [
        "../rahasia.pdf",
        "bukti/../../../../etc/passwd",
        "..\\..\\rahasia.pdf",
        "%2e%2e/%2e%2e/rahasia.pdf",
        "{office}/rahasia.pdf",
        "{office}/bukti2/x.pdf",
        "file://{office}/bukti/../rahasia.pdf",
        "/etc/passwd",
        "D:\\bukti\\umum.pdf",
        "\\\\server\\bukti\\umum.pdf",
        "file://server/bukti/umum.pdf",
    ],
)
def test_links_that_lead_out(office, link):
    """By `..`, drive, share or file: address, however it is written."""
    assert state(office, link.format(office=office.as_posix())) is LinkState.DI_LUAR


def test_nothing_outside_is_touched(office, monkeypatch):
    """Neither asked whether it is there, nor listed, nor read."""
    touched = []
    for name in ("lstat", "scandir", "readlink", "stat"):
        own = getattr(os, name)

        def watched(path, *rest, own=own, **options):
            touched.append(os.fspath(path))
            return own(path, *rest, **options)

        monkeypatch.setattr(os, name, watched)
    (office / "bukti" / "pintas").symlink_to(office / "luar")
    real = os.path.realpath(office)
    touched.clear()
    for link in ("../rahasia.pdf", "pintas/x.pdf", "/etc/passwd", "file://server/a/b", "\\\\server\\a"):
        assert state(office, link) is LinkState.DI_LUAR
    beyond = {each for each in touched if not f"{each}/".startswith(f"{real}/bukti/") and each not in real}
    assert {each for each in beyond if not real.startswith(each)} <= {str(office / "rencana aksi.xlsx")}


@POSIX
@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("I.1.a", LinkState.ADA),
        ("../bukti/I.1.a", LinkState.ADA),
        ("{office}/bukti/I.1.a", LinkState.ADA),
        ("..", LinkState.DI_LUAR),
        ("../../..", LinkState.DI_LUAR),
        ("/etc", LinkState.DI_LUAR),
        ("pintas", LinkState.DI_LUAR),
    ],
)
def test_symbolic_links(office, target, found):
    """One that stays in the folder is followed; one that leads out, or in a circle, isn't."""
    (office / "bukti" / "pintas").symlink_to(target.format(office=office))
    assert state(office, "pintas/SK Tim.pdf") is found


@POSIX
def test_the_folder_itself_may_be_a_link(office):
    """The office says where its evidence lies; from there on nothing leads out."""
    (office / "di sini").symlink_to(office / "bukti")
    assert state(office, "umum.pdf", folder="di sini") is LinkState.ADA
    assert state(office, "di sini/umum.pdf", folder="di sini") is LinkState.ADA
    assert state(office, "../rahasia.pdf", folder="di sini") is LinkState.DI_LUAR


@POSIX
def test_unreadable_folders(office):
    """Said to be so, not that the file isn't there."""
    (office / "bukti" / "I.1.a").chmod(0o000)

    def look():
        become_ordinary()
        found = look_into(office / "bukti", {"I.1.a": ("I.1.a/SK Tim.pdf",)}, office / "a.xlsx")
        assert found.links["I.1.a", "I.1.a/SK Tim.pdf"] is LinkState.TIDAK_TERBACA
        assert not found.kode["I.1.a"].readable
        with pytest.raises(UsageError, match="tidak dapat dibaca"):
            look_into(office / "bukti" / "I.1.a", {}, office / "a.xlsx")

    own = [office, *office.parents]  # pytest's own, which only their owner may enter; a worker has one more
    for folder in own[: 1 + next(at for at, each in enumerate(own) if each.name.startswith("pytest-of-"))]:
        folder.chmod(0o755)
    try:
        assert in_child(look) == 0
    finally:
        (office / "bukti" / "I.1.a").chmod(0o755)


@pytest.mark.parametrize(("folder", "words"), [("tidak ada", "tidak ditemukan"), ("rahasia.pdf", "bukan folder")])
def test_no_such_folder(office, folder, words):
    """A setting that leads nowhere is told of."""
    with pytest.raises(UsageError, match=words):
        look_into(office / folder, {}, office / "a.xlsx")


@pytest.mark.parametrize("name", ["II.2.b", "ii.2.B", "II/II.2.b", "II/II.2/II.2.b"])
def test_where_the_folder_of_a_kode_is(office, name):
    """In the folder itself, or in those of its komponen and subkomponen; any capitals."""
    path = office / "bukti" / name / "Laporan akhir.docx"
    path.parent.mkdir(parents=True)
    path.write_text("x")
    os.utime(path, (NOON, NOON))
    (path.parent / "~$Laporan akhir.docx").write_text("x")
    (path.parent / "Thumbs.db").write_text("x")
    found = look_into(office / "bukti", {"II.2.b": (), "II.2.c": ()}, office / "a.xlsx").kode
    assert {kode: folder.files for kode, folder in found.items()} == {
        "II.2.b": (EvidenceFile("Laporan akhir.docx", date(2025, 11, 20)),)
    }
    assert found["II.2.b"].name == name


def test_the_latest_first(office):
    """With what lies in folders below it."""
    late = office / "bukti" / "I.1.a" / "SK Baru.pdf"
    late.write_text("x")
    os.utime(late, (NOON + 86_400, NOON + 86_400))
    folder = look_into(office / "bukti", {"I.1.a": ()}, office / "a.xlsx").kode["I.1.a"]
    assert [each.name for each in folder.files] == ["SK Baru.pdf", "SK Tim.pdf", "foto/rapat.JPG"]


def test_huge_folders_are_bounded(office, monkeypatch):
    """Of a hundred thousand files no more are listed than can be told of; links are found all the same."""
    for number in range(60):
        (office / "bukti" / "I.1.a" / f"{number}.pdf").write_text("x")
    monkeypatch.setattr(listing, "MOST_FILES", 5)
    monkeypatch.setattr(inside, "MOST_NAMES", 40)
    found = look_into(office / "bukti", {"I.1.a": ("I.1.a/59.pdf",)}, office / "a.xlsx")
    assert found.links["I.1.a", "I.1.a/59.pdf"] is LinkState.ADA
    assert (len(found.kode["I.1.a"].files), found.kode["I.1.a"].more) == (5, True)
