"""What README and docs/ show can be typed: every command parses, and what can run on a workbook runs."""

import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click
import pytest
from pages import PAGES, ROOT, blocks, command_lines, made, spans, text_of, words
from saved_by_openpyxl import edited
from short_matrix import short_matrix
from small_decree import DECREE, as_word

from zi_excel.cli import run
from zi_excel.cli.commands import cli
from zi_excel.settings.loading import load_settings

# With its settings: click keeps the help option that a command is first asked for.
CONTEXT = click.Context(cli, info_name="zi-excel", **cli.context_settings)
USED = tuple(page for page in PAGES if page.name != "contributing.md")  # what its recipes make, they run themselves
SHOWN = sorted({line for page in USED for line in command_lines(page)})
MAY_DIFFER = {"impor", "lanjut", "validasi", "periksa-utuh", "banding"}
TASK = "zi-excel Monev"  # what the task is called in Windows' scheduler


def command_of(arguments):
    """The command that is named, and what follows it; (the group, nothing) for its own options."""
    if not arguments or arguments[0].startswith("-"):
        return cli, arguments
    command = cli.get_command(CONTEXT, arguments[0])
    assert command is not None, arguments[0]
    return command, arguments[1:]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_in_a_block_parses(line):
    """As it stands there it is a right use: the command, its options and their values."""
    command, rest = command_of(list(words(line)))
    with suppress(click.exceptions.Exit):  # --help, --version
        command.make_context(command.name, list(rest), parent=CONTEXT)


def test_the_weekly_scripts_lines_parse():
    """Under its other name, `refresh_monev.py`, the weekly run is called as the page shows it."""
    shown = [line for page in USED for block in blocks(page) if block.language != "toml" for line in block.lines]
    lines = [line for line in shown if "refresh_monev.py" in line]
    assert len(lines) >= 3
    for line in lines:
        options = line.replace('\\"', '"').rpartition("refresh_monev.py")[2].removeprefix('"').replace("\\", "/")
        options = options[: -1 if options.count('"') % 2 else None]  # the end of what a scheduler quotes as a whole
        cli.get_command(CONTEXT, "mingguan").make_context("refresh_monev.py", shlex.split(options), parent=CONTEXT)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_command_in_a_sentence_exists(page):
    """A sentence may name a command without its arguments; what it names is there all the same."""
    for span in spans(page):
        if not span.startswith("zi-excel ") or TASK in span:
            continue
        command, rest = command_of(span.partition(" ")[2].split())
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
        assert {word for word in rest if word.startswith("-")} <= known, span


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """A folder as the pages describe it: a workbook, its backup and next year's draft, a returned report, evidence."""
    folder = tmp_path_factory.mktemp("kantor")
    book = folder / "rencana_aksi.xlsx"
    with edited(short_matrix(book)) as saved:
        for row, share in ((10, 1), (11, 0.5), (16, "Januari")):
            saved["Rencana Aksi"].cell(row, 8).value = share
        saved["Rencana Aksi"]["G16"] = "Tim Penguatan Pengawasan"  # whose digest a page asks for
    (folder / "cadangan").mkdir()
    shutil.copy(book, folder / "cadangan" / "rencana_aksi 2025-11-20 093015.xlsx")
    shutil.copy(book, folder / "lama.xlsx")
    assert run(["monev", str(book), "--per", "2025-11-20"]) == 0
    for other in ("baru.xlsx", "kantor_a.xlsx", "kantor_b.xlsx"):
        shutil.copy(book, folder / other)
    assert run(["laporan", str(book), "-o", str(folder / "laporan_dari_evaluator.xlsx"), "--per", "2025-11-20"]) == 0
    for wilayah in ("Jateng", "DIY"):
        (folder / wilayah).mkdir()
        shutil.copy(book, folder / wilayah / "rencana_aksi.xlsx")
    (folder / "daftar_kantor.csv").write_text("BERKAS;KANTOR\nJateng/rencana_aksi.xlsx;KPU Kota Tegal\n", "utf-8")
    (folder / "bukti").mkdir()
    (folder / "keputusan.txt").write_text(DECREE, "utf-8")
    as_word(folder / "keputusan.docx")
    (folder / "2026").mkdir()
    assert run(["lanjut", str(book), "-o", str(folder / "2026" / "rencana_aksi.xlsx")]) == 1
    (folder / "zi-excel.toml").write_text('[mingguan]\nbuku = ["rencana_aksi.xlsx"]\n', "utf-8")
    return folder


@pytest.fixture
def at_work(office, tmp_path, monkeypatch):
    """A copy of that folder, and in it."""
    monkeypatch.chdir(shutil.copytree(office, tmp_path / "kantor"))


@pytest.mark.parametrize("line", [line for line in SHOWN if ":\\" not in line])  # Windows' drives are nowhere here
@pytest.mark.usefixtures("at_work")
@pytest.mark.slow
def test_a_command_in_a_block_runs(line, capsys):
    """On the sample workbook it does what the page says it does; 1 is an answer of some of them."""
    arguments = words(line)
    if arguments[:1] in {("baru",), ("impor",)}:
        Path("rencana_aksi.xlsx").unlink()
    if arguments[:1] == ("lanjut",):
        Path("2026/rencana_aksi.xlsx").unlink()
    assert run(arguments) in ({0, 1} if arguments and arguments[0] in MAY_DIFFER else {0}), capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_settings_that_are_shown_can_be_followed(page, tmp_path):
    """Each block of TOML is a settings file as it stands."""
    for number, block in enumerate(block for block in blocks(page) if block.language == "toml"):
        path = tmp_path / f"{number}.toml"
        path.write_text("\n".join(block.lines), "utf-8")
        load_settings(path)


@pytest.mark.usefixtures("at_work")
@pytest.mark.slow
def test_python_that_is_shown_runs():
    """README and docs/python.md, in a process of its own each."""
    shown = ["\n".join(block.lines) for page in USED for block in blocks(page) if block.language == "python"]
    assert shown
    for code in shown:
        if "import zi_excel" not in code:
            continue
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_every_script_that_is_shown_exists():
    """`python scripts/...` and its like, in blocks and sentences."""
    for page in PAGES:
        for word in text_of(page).replace("`", " ").split():
            if word.endswith(".py") and word.startswith(("scripts/", "benchmarks/", "tests/")):
                assert (ROOT / word).exists() or word in made(page), f"{page.name}: {word}"
