"""docs/contributing.md: its recipes, followed to the letter in a copy of the project."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest
from pages import ROOT, text_of

pytestmark = pytest.mark.slow

COPIED = (
    "zi_excel",
    "tests",
    "scripts",
    "docs",
    "workbooks",
    "README.md",
    "CHANGELOG.md",
    "pyproject.toml",
    "setup.cfg",
)
BLOCK = r"\n\n(?P<indent> +)```\w*\n(?P<body>.*?)(?P=indent)```"
STEPS = re.compile(
    rf"In `(?P<into>[^`]+)`, before (?:``(?P<quoted>.+?)``|`(?P<anchor>[^`]+)`):{BLOCK}"
    r"|In `(?P<of>[^`]+)`, `(?P<old>[^`]+)` becomes `(?P<new>[^`]+)`\."
    rf"|New file `(?P<file>[^`]+)`:{BLOCK.replace('indent', 'indent_of_file').replace('body', 'content')}"
    rf"|Run:{BLOCK.replace('indent', 'indent_of_run').replace('body', 'commands')}"
    r"|It says `(?P<words>[^`]+)`\.",
    re.DOTALL,
)


def recipes():
    """Each recipe's text by its heading."""
    (chapter,) = re.findall(
        r"^## Recipes\n(.*?)^## ", text_of(ROOT / "docs" / "contributing.md"), re.DOTALL | re.MULTILINE
    )
    return dict(re.findall(r"^### (.*?)\n(.*?)(?=^### |\Z)", chapter, re.DOTALL | re.MULTILINE))


def only(text, part):
    """Where a part stands in a text that has it once."""
    assert text.count(part) == 1, part
    return text.index(part)


def follow(step, project):
    """Does what one step says; what the commands of a step printed is handed out."""
    if step["into"]:
        path = project / step["into"]
        text = path.read_text("utf-8")
        at = text.rindex("\n", 0, only(text, step["quoted"] or step["anchor"])) + 1
        body = unindented(step["body"], step["indent"]).rstrip("\n") + "\n"
        gap = "\n\n" if body.startswith(("def ", "@")) else ""  # Python's between functions
        path.write_text(text[:at] + body + gap + text[at:], "utf-8")
    elif step["of"]:
        path = project / step["of"]
        text = path.read_text("utf-8")
        only(text, step["old"])
        path.write_text(text.replace(step["old"], step["new"]), "utf-8")
    elif step["file"]:
        path = project / step["file"]
        assert not path.exists(), step["file"]
        path.write_text(unindented(step["content"], step["indent_of_file"]), "utf-8")
    elif step["commands"]:
        return "".join(ran(line.strip(), project) for line in step["commands"].splitlines())
    return ""


def unindented(body, indent):
    """A block of a list without the list's indent."""
    return "".join(line.removeprefix(indent) for line in body.splitlines(keepends=True))


def ran(line, project):
    """Runs a `python ...` line in the copy; what it printed."""
    python, *arguments = shlex.split(line)
    assert python == "python", line
    environment = {**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", recipes())
def test_a_recipe_can_be_followed(name, tmp_path):
    """Every step does what it says, and in the end the tool says the new thing."""
    for part in COPIED:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / part)
    printed = ""
    steps = list(STEPS.finditer(recipes()[name]))
    assert len(steps) >= 3
    for step in steps:
        if step["words"]:
            assert step["words"] in printed
        else:
            printed = follow(step, tmp_path)
    lint = [sys.executable, "-m", "ruff"]
    for check in (["check", "--quiet"], ["format", "--check", "--quiet"]):
        done = subprocess.run([*lint, *check, "."], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    assert steps[-1]["words"], "a recipe ends with what is seen then"
    blocks = recipes()[name].count("```") // 2
    assert blocks == sum(bool(step["into"] or step["file"] or step["commands"]) for step in steps), "a block is no step"
