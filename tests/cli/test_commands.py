"""The command line as its users meet it: whole processes, exit codes, one sentence for each failure."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import openpyxl
import pytest
import xlsxwriter
from child_process import POSIX, as_ordinary_user, open_folder
from whole_process import surroundings

from zi_excel.cli import commands, run
from zi_excel.cli.commands import cli

CONTEXT = click.Context(cli)
NAMES = cli.list_commands(CONTEXT)
OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")


def text_workbook(path: Path, rows: list[list[str]], sheets: tuple[str, ...] = ("Lembar1",)) -> None:
    """A workbook with the same rows of text in each sheet."""
    with xlsxwriter.Workbook(path) as book:
        for name in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)


HEADER = ["NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB"]
ROWS = [
    HEADER,
    ["I", "MANAJEMEN PERUBAHAN"],
    ["1", "Penyusunan Tim Kerja", "a. SK Tim", "Menerbitkan SK", "SK", "Februari 2025", "Tim"],
]


def missing(_path):
    """A path where nothing is."""


def empty(path):
    path.write_bytes(b"")


def text(path):
    path.write_text("NO;KOMPONEN;INDIKATOR\n1;2;3\n")


def encrypted(path):
    path.write_bytes(OLE2 + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)


def old_format(path):
    path.write_bytes(OLE2 + b"\0" * 504 + "Workbook".encode("utf-16-le") + b"\0" * 600)


def directory(path):
    path.mkdir()


def no_matrix(path):
    text_workbook(path, [["Halo"], ["Dunia"]])


def two_matrices(path):
    text_workbook(path, ROWS, ("Rencana A", "Rencana B"))


def no_rows(path):
    text_workbook(path, [HEADER, ["1", "2", "3", "4", "5", "6", "7"]])


def word_document(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        package.writestr("word/document.xml", "<w/>")


def truncated(path):
    text_workbook(path, ROWS)
    path.write_bytes(path.read_bytes()[:-200])


BAD = [
    (missing, "buku.xlsx"),
    (empty, "buku.xlsx"),
    (text, "buku.xlsx"),
    (text, "buku.csv"),
    (encrypted, "buku.xlsx"),
    (old_format, "buku.xls"),
    (old_format, "buku.xlsx"),
    (directory, "buku.xlsx"),
    (no_matrix, "buku.xlsx"),
    (two_matrices, "buku.xlsx"),
    (no_rows, "buku.xlsx"),
    (word_document, "buku.xlsx"),
    (truncated, "buku.xlsx"),
]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["validasi", "capaian", "monev"])
@pytest.mark.parametrize(("make", "name"), BAD, ids=[f"{make.__name__}-{name}" for make, name in BAD])
def test_a_file_that_cannot_be_used_is_one_sentence_and_exit_3(command, make, name, tmp_path, capsys):
    """Contract, section 7: exit 3, one clear sentence on stderr, never a traceback, and nothing written."""
    path = tmp_path / name
    make(path)
    before = snapshot(tmp_path)
    assert run([command, str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert err.startswith("zi-excel: ")
    assert name in err
    assert snapshot(tmp_path) == before


def test_two_matrices_are_named(tmp_path, capsys):
    """Contract, section 3: without --lembar, exit 3 names them; with it, the one is read."""
    path = tmp_path / "dua.xlsx"
    two_matrices(path)
    assert run(["capaian", str(path)]) == 3
    said = capsys.readouterr().err
    assert "Rencana A" in said
    assert "Rencana B" in said
    assert "--lembar" in said
    assert run(["capaian", str(path), "--lembar", "Rencana B"]) == 0


@POSIX
def test_a_file_without_permission_is_exit_3(template, capfd):
    """No permission: a sentence, not a traceback."""
    with open_folder() as folder:
        book = Path(shutil.copy(template, folder))
        book.chmod(0)
        assert as_ordinary_user(lambda: os._exit(run(["validasi", str(book)]))) == 3
    said = capfd.readouterr().err
    assert "izin" in said
    assert said.count("\n") == 1


def test_an_unknown_rule_in_the_settings_stops_every_command(book):
    """An unknown key is an error, whatever is asked."""
    (book.parent / "zi-excel.toml").write_text('[aturan.ZI777]\ntingkat = "info"\nalasan = "x"', "utf-8")
    assert [run([command, str(book)]) for command in ("validasi", "capaian", "monev")] == [2, 2, 2]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize(
    "arguments",
    [["validasi"], ["capaian"], ["validasi", "--format", "json"], ["capaian", "--format", "json"], ["monev"]],
    ids=" ".join,
)
def test_output_works_on_any_console_encoding(arguments, encoding, book, monkeypatch):
    """A redirected Windows console is cp1252: no UnicodeEncodeError, and clean text without colour codes."""
    console = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(console, encoding=encoding))
    assert run([arguments[0], str(book), *arguments[1:]]) == 0
    shown = console.getvalue().decode(encoding)
    assert "\x1b" not in shown
    if "json" in arguments:
        json.loads(shown)


def test_a_process_writes_in_the_encoding_of_its_console(book, zi_excel):
    """As Windows sets it up."""
    done = zi_excel("capaian", book, encoding="cp1252")
    assert done.returncode == 0, done.stderr
    assert " · lembar 'Rencana Aksi'" in done.stdout.decode("cp1252")


@pytest.mark.slow
def test_monev_of_several_workbooks_tries_each(book, tmp_path, capsys):
    """Contract, section 7: of several BUKU each is tried, the highest exit is returned."""
    other = Path(shutil.copy(book, tmp_path / "kedua.xlsx"))
    assert run(["monev", str(book), str(tmp_path / "tidak ada.xlsx"), str(other), "--per", "2025-11-20"]) == 3
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    for path in (book, other):
        assert "Monev Ringkasan" in openpyxl.load_workbook(path, read_only=True).sheetnames


def test_monev_coba_writes_nothing(book, capsys):
    """--coba says what it would do."""
    before = snapshot(book.parent)
    assert run(["monev", str(book), "--coba", "--per", "2025-11-20"]) == 0
    assert "Monev Ringkasan" in capsys.readouterr().out
    assert snapshot(book.parent) == before


def test_a_defect_of_the_tool_is_said_as_such(book, monkeypatch, capsys):
    """No traceback for staff; the administrator who reports it gets one on request."""
    monkeypatch.setattr("zi_excel.verbs.opening.measure", lambda *_, **__: 1 / 0)
    assert run(["capaian", str(book)]) == 3
    said = capsys.readouterr().err
    assert "kesalahan di dalam alat ini sendiri (ZeroDivisionError" in said
    assert len(said.strip().splitlines()) == 1
    monkeypatch.setenv("ZI_EXCEL_RINCI", "1")
    with pytest.raises(ZeroDivisionError):
        run(["capaian", str(book)])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", ["tabel", "csv", "json"])
@pytest.mark.slow
def test_output_that_cannot_be_written_is_said(form, book):
    """A full disk behind `> capaian.csv`: one sentence, exit 3, no traceback."""
    command = [sys.executable, "-m", "zi_excel", "capaian", str(book), "--format", form]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, text=True, env=surroundings())
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
    assert "keluaran" in done.stderr


HEAVY = {"pandas", "xlsxwriter", "openpyxl", "numpy", "lxml"}


def modules_after(*arguments):
    """What is imported when one command has run, of ours by its whole name."""
    code = "import sys; from zi_excel.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings())
    return set(done.stderr.split())


def test_the_help_page_imports_no_command():
    """It starts fast: neither pandas, XlsxWriter nor lxml, and of ours no room but the command line's own frame."""
    loaded = modules_after("--help")
    assert not loaded & HEAVY
    rooms = {name.split(".")[1] for name in loaded if name.startswith("zi_excel.")}
    assert rooms == {"cli", "errors", "version"}
    assert not {f"zi_excel.cli.{name.replace('-', '_')}" for name in NAMES} & loaded


@pytest.mark.slow
def test_a_commands_help_page_imports_no_reader():
    """So that it, and the completion of its options, come at once."""
    code = "import sys; from zi_excel.cli import run; [run([each, '--help']) for each in sys.argv[1:]]; "
    command = [sys.executable, "-c", code + "print(*sys.modules, file=sys.stderr)", *NAMES]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings())
    assert done.stdout.count("Pemakaian: ") == len(NAMES)
    assert not {*done.stderr.split()} & HEAVY


@pytest.mark.parametrize("command", NAMES)
def test_a_command_is_listed_as_its_own_page_begins(command):
    """In its section's room and the module of its name; its summary begins its help, and is whole on 80 columns."""
    found = cli.get_command(CONTEXT, command)
    module = command.replace("-", "_")
    assert (found.name, found.callback.__module__) == (command, f"zi_excel.cli.{cli.rooms[command]}.{module}")
    assert found.help.splitlines()[0] == cli.summaries[command]


def test_every_command_is_listed():
    """Whichever module of the command line defines one."""
    defined = [
        path.stem for path in Path(commands.__file__).parent.glob("*/*.py") if "@click.command" in path.read_text()
    ]
    assert sorted(name.replace("-", "_") for name in NAMES) == sorted(defined)


def test_the_help_page_says_who_uses_what_when(capsys, monkeypatch):
    """Section by section, each command with its whole summary on one line of an 80-column terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    run(["--help"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    for title, section in cli.sections.items():
        at = lines.index(f"{title}:") + 1
        assert lines[at : at + len(section)] == [f"  {name:<12}  {said}" for name, said in section.items()]
