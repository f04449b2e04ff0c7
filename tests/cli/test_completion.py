"""What a shell completes, and that docs/pelengkapan.md switches it on."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from child_process import POSIX
from pages import ROOT, blocks
from samples import few_when_quick
from whole_process import surroundings

from zi_excel.cli import run
from zi_excel.cli.commands import cli

PAGE = ROOT / "docs" / "pelengkapan.md"
VARIABLE = "_ZI_EXCEL_COMPLETE"
ASKED = [
    (["zi-excel", "ko"], {"kolom", "konfigurasi"}),
    (["zi-excel", "--v"], {"--version"}),
    (["zi-excel", "monev", "--co"], {"--coba"}),
    (["zi-excel", "validasi", "--tingkat", ""], {"galat", "peringatan", "info"}),
    (["zi-excel", "laporan", "Rencana\\ Aksi.xlsx", "--kertas", "f"], {"f4"}),
    (["zi-excel", "capaian", "x.xlsx", "--lembar", ""], set()),
    (["zi-excel", "tidak-ada", ""], set(cli.summaries)),  # no sentence while somebody types
]


def named(value) -> str | None:
    """A case by its words; what completes them is a set, and sets have no order."""
    return " ".join(value) if isinstance(value, list) else None


def shown(language):
    """The block of the page in a shell's language."""
    (block,) = (block for block in blocks(PAGE) if block.language == language)
    return "\n".join(block.lines)


@pytest.fixture
def answered(monkeypatch, capsys):
    """answered(instruction, words) -> what zi-excel answers a shell that asks what completes the last of the words."""

    def of(instruction, words=(), **more) -> str:
        variables = {VARIABLE: instruction, "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1), **more}
        with monkeypatch.context() as environment:
            for name, value in variables.items():
                environment.setenv(name, value)
            with pytest.raises(SystemExit) as end:
                run([])
        shown, failure = capsys.readouterr()
        assert (end.value.code, failure) == (0, "")
        return shown

    return of


@pytest.fixture
def by_name(tmp_path) -> dict[str, str]:
    """An environment where `zi-excel` is called by its name, in an empty home."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "zi-excel"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zi_excel "$@"\n')
    program.chmod(0o755)
    return surroundings(HOME=str(tmp_path), PATH=f"{program.parent}:{os.environ['PATH']}", TERM="dumb")


def in_shell(name, lines, environment) -> str:
    """What a shell prints of some lines, without anybody's own settings; skips where it is not installed."""
    shell = shutil.which(name)
    if shell is None:
        pytest.skip(f"{name} is not installed")
    bare = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[name]
    done = subprocess.run(
        [shell, *bare, "-c", lines], capture_output=True, text=True, check=False, env=environment, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(("words", "completed"), ASKED, ids=named)
def test_names_options_and_choices_are_completed(answered, words, completed):
    """In the three languages that click speaks; zsh and fish also say what each means."""
    bash = answered("bash_complete", words).splitlines()
    assert {line.removeprefix("plain,") for line in bash if line} == completed
    zsh = answered("zsh_complete", words).splitlines()
    assert set(zsh[1::3]) == completed
    fish = answered("fish_complete", words, COMP_WORDS=" ".join(words), COMP_CWORD=words[-1]).split()
    assert {line.split(",")[1] for line in fish if line.startswith("plain,")} == completed


def test_a_commands_name_comes_with_its_whole_summary(answered):
    """As on the help page, not cut short."""
    lines = answered("zsh_complete", ["zi-excel", ""]).splitlines()
    assert dict(zip(lines[1::3], lines[2::3], strict=True)) == cli.summaries


def test_a_workbook_is_completed_by_the_shell(answered):
    """It knows the files."""
    assert answered("bash_complete", ["zi-excel", "monev", "ren"]) == "file,ren\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_source(answered, shell):
    """For click's own three shells."""
    source = answered(f"{shell}_source")
    assert f"{VARIABLE}={shell}_complete" in source
    assert "zi-excel" in source


@POSIX
@pytest.mark.parametrize(("words", "completed"), few_when_quick(ASKED[:5], 1), ids=named)
def test_bash_as_the_page_sets_it_up(words, completed, by_name):
    """The page's line, then what the Tab key does."""
    typed = " ".join(f"'{word}'" for word in words)
    lines = f"{shown('bash')}\nCOMP_WORDS=({typed})\nCOMP_CWORD={len(words) - 1}\n"
    lines += "complete -p zi-excel >/dev/null\n_zi_excel_completion zi-excel\nprintf '%s\\n' \"${COMPREPLY[@]}\""
    assert set(in_shell("bash", lines, by_name).split()) == completed


@POSIX
@pytest.mark.parametrize(("words", "completed"), few_when_quick(ASKED[:4], 1), ids=named)
@pytest.mark.slow
def test_fish_as_the_page_sets_it_up(words, completed, by_name):
    """The page's lines, then what the Tab key does."""
    lines = f"{shown('fish')}\nsource ~/.config/fish/completions/zi-excel.fish\ncomplete -C '{' '.join(words)}'"
    assert {line.partition("\t")[0] for line in in_shell("fish", lines, by_name).splitlines()} == completed


@POSIX
@pytest.mark.slow
def test_zsh_as_the_page_sets_it_up(by_name):
    """The page's lines register the function that the Tab key calls."""
    lines = f"{shown('zsh')}\nprint $_comps[zi-excel]"
    assert in_shell("zsh", lines, by_name) == "_zi_excel_completion\n"


# PowerShell is not here: the script is parsed by a grammar of the language, and does in Python what it does there.


def test_the_powershell_script_parses():
    """Without an error, and in ASCII, which Windows PowerShell reads the same in every encoding."""
    tree_sitter = pytest.importorskip("tree_sitter")
    powershell = pytest.importorskip("tree_sitter_powershell")
    script = shown("powershell").encode()
    assert script.isascii()
    assert not tree_sitter.Parser(tree_sitter.Language(powershell.language())).parse(script).root_node.has_error


@pytest.mark.parametrize(("words", "completed"), ASKED, ids=named)
def test_what_the_powershell_script_is_answered(answered, words, completed):
    """It sets these variables, and takes the second of each three lines that tell of a plain word."""
    script = shown("powershell")
    variables = re.findall(r"\$env:(\w+) =", script)
    (instruction,) = re.findall(rf"\$env:{VARIABLE} = '(\w+)'", script)
    assert set(variables) == {VARIABLE, "COMP_WORDS", "COMP_CWORD"}
    assert set(re.findall(r"'Env:(\w+)'", script)) == set(variables)
    assert "$at += 3" in script
    elements = [word for word in words if word]  # PowerShell has no element where nothing is typed yet
    word = len(elements) - (words[-1] != "")
    lines = answered(instruction, elements, COMP_CWORD=str(word)).splitlines()
    proposals = [lines[at : at + 3] for at in range(0, len(lines) - 2, 3)]
    assert {word for kind, word, _ in proposals if kind == "plain"} == completed
    assert all(meaning for _, _, meaning in proposals)  # CompletionResult refuses an empty one
