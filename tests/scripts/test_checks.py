"""`python scripts/test.py`, and what runs the same checks elsewhere: CI's workflow and the hooks before a commit."""

import re
import runpy
import subprocess
from pathlib import Path

import pytest
import yaml

from zi_excel.cli.commands import cli

ROOT = Path(__file__).parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
TEMPLATES = [path for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]


@pytest.fixture
def script(monkeypatch):
    """The script's own names, with environments that are made in no time."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    names = runpy.run_path(str(ROOT / "scripts" / "test.py"))
    made = names["main"].__globals__
    monkeypatch.setitem(made, "environment", lambda name, **_: Path(name))
    monkeypatch.setitem(made, "installed_wheel", lambda name, **_: Path(name))
    return names


@pytest.fixture
def started(script, monkeypatch):
    """started(arguments, failing=...) -> exit code and the commands; one fails where `failing` is a word of it."""

    def run(*arguments, failing=None):
        commands = []

        def pretend(command, **_):
            commands.append([str(word) for word in command])
            return subprocess.CompletedProcess(command, failing in commands[-1], b"")

        monkeypatch.setattr(subprocess, "run", pretend)
        return script["main"](list(arguments)), commands

    return run


def test_everything(started, script, capfdbinary):
    """Each check and all tests; one clear last line."""
    code, commands = started()
    assert code == 0
    assert sorted(commands[:-1]) == sorted(["test", *check] for check in script["CHECKS"].values())
    assert commands[-1] == ["test", "-m", "pytest", *script["PARALLEL"]]
    assert capfdbinary.readouterr().out.splitlines()[-1] == b"Semua pemeriksaan lulus."


def test_between_two_edits(started, capfdbinary):
    """--cepat: all checks, and the tests that are not marked slow; the last line says what was left out."""
    code, commands = started("--cepat")
    assert (code, len(commands)) == (0, 5)
    assert commands[-1][-2:] == ["-m", "not slow"]
    assert b"selain tes yang lama" in capfdbinary.readouterr().out.splitlines()[-1]


def test_before_a_release(started, capfdbinary):
    """--roda: the tests run in the wheel's environment, which does not import from the working folder."""
    code, commands = started("--roda")
    assert code == 0
    assert commands[-1][:4] == ["roda", "-P", "-m", "pytest"]
    assert b"dengan roda di dist/" in capfdbinary.readouterr().out.splitlines()[-1]


def test_how_it_is_used(started, capsys):
    """--help: the script's own words; nothing is run and no environment made."""
    assert started("--help") == (0, [])
    assert "--cepat" in capsys.readouterr().out


def test_only_some_tests(started, capfdbinary):
    """With pytest's own arguments: no check beside them."""
    code, commands = started("-k", "target")
    assert (code, len(commands)) == (0, 1)
    assert commands[0][-2:] == ["-k", "target"]
    assert capfdbinary.readouterr().out.splitlines()[-1] == b"Tes yang dipilih lulus."


@pytest.mark.parametrize(
    ("word", "name"), [("mypy", b"mypy --strict"), ("format", b"ruff format"), ("pytest", b"pytest")]
)
def test_what_failed_is_named_last(started, capfdbinary, word, name):
    """All the others run all the same; the exit code is 1."""
    code, commands = started(failing=word)
    assert (code, len(commands)) == (1, 5)
    assert capfdbinary.readouterr().out.splitlines()[-1] == b"GAGAL: " + name


def test_the_hooks_are_the_checks(script):
    """The same commands by the same names, in the same order."""
    (repository,) = HOOKS["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["name"]: tuple(hook["entry"].split()) for hook in repository["hooks"]}
    assert list(hooks.items()) == [(name, ("python", *command)) for name, command in script["CHECKS"].items()]
    assert not any(hook["pass_filenames"] for hook in repository["hooks"])


def test_the_workflow_runs_what_anyone_runs():
    """On three systems and each Python that is supported; what it installs before is what `.ci/run` installs."""
    checks, wheel = WORKFLOW["jobs"]["checks"], WORKFLOW["jobs"]["wheel"]
    assert commands_of(checks) == [".ci/prepare", "python scripts/test.py"]
    assert commands_of(wheel) == [".ci/prepare", "python scripts/test.py --roda"]
    assert [step["if"] for step in checks["steps"] if step.get("run") == ".ci/prepare"] == ["runner.os == 'Linux'"]
    matrix = checks["strategy"]["matrix"]
    assert [name.partition("-")[0] for name in matrix["os"]] == ["ubuntu", "windows", "macos"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    (oldest,) = re.findall(r"^python_requires = >=(.*)$", (ROOT / "setup.cfg").read_text("utf-8"), re.MULTILINE)
    assert matrix["python"][0] == oldest
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-2:] == [".ci/prepare", "python3 scripts/test.py"]


def commands_of(job) -> list[str]:
    """What the steps of a job run."""
    return [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_who_reports_something_is_asked_for_kolom(path):
    """What zi-excel took for which column answers most questions; every command that is asked for is one."""
    form = yaml.safe_load(path.read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = {field["id"]: field for field in form["body"] if field["type"] != "markdown"}
    assert "zi-excel kolom" in fields["kolom"]["attributes"]["label"]
    named = re.findall(r"`zi-excel ([a-z][a-z-]*)", path.read_text("utf-8"))
    assert set(named) <= set(cli.summaries)


def test_there_are_templates():
    """So that the test above says something."""
    assert len(TEMPLATES) == 2


def test_the_editors_are_told_the_width():
    """The width of a line is ruff's."""
    (width,) = re.findall(r"^line-length = (\d+)$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert f"max_line_length = {width}" in (ROOT / ".editorconfig").read_text("utf-8")
