"""The built wheel: holds the template and the text source, and works outside the checkout."""

import importlib.metadata
import json
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from child_process import POSIX
from whole_process import HOME, surroundings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as `pip wheel` builds it."""
    folder = tmp_path_factory.mktemp("roda")
    source = folder / "sumber"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "*.egg-info", "hasil_demo", "tests"))
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(source)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode != 0 and "No matching distribution" in built.stderr:
        pytest.skip("needs a package index for the build's own requirements")
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_what_the_tool_needs(wheel):
    """Template, enacted text, typing mark; no tests, and of the scripts only the weekly one, for a scheduler."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "workbooks/template_rencana_aksi.xlsx",
        "enacted/keputusan-31-2025.toml",
        "enacted/keputusan-31-2025.json",
        "py.typed",
        "cli/commands.py",
    ):
        assert f"zi_excel/{needed}" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"zi_excel"}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "zi_excel").rglob("*.py")}
    scripts = {name for name in names if ".data/scripts/" in name}
    assert [Path(name).name for name in scripts] == ["refresh_monev.py"]
    assert {name for name in names if name.endswith(".py")} == modules | scripts


@pytest.fixture(scope="module")
def programs(wheel, tmp_path_factory):
    """The folder of the programs of another environment, where pip installed the wheel."""
    home = tmp_path_factory.mktemp("lingkungan")
    venv.create(home, with_pip=False)
    (python,) = (path for path in (home / "bin/python", home / "Scripts/python.exe") if path.exists())
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(command, check=True)
    # The dependencies are this environment's own; only zi_excel itself must come from the wheel.
    for package in ("click", "lxml", "xlsxwriter"):
        (site_of(python) / package).symlink_to(site_of(sys.executable) / package)
    return python.parent


def site_of(python) -> Path:
    """Where the packages of a Python lie."""
    command = [python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    return Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


@pytest.mark.slow
def test_the_wheel_works_outside_the_checkout(programs, tmp_path):
    """Installed from the wheel into another environment, run in an empty folder, by the program's name."""
    for arguments in (["baru", "-o", "buku.xlsx"], ["validasi", "buku.xlsx"], ["monev", "buku.xlsx"]):
        done = subprocess.run(
            [programs / "zi-excel", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
    command = [programs / "python", "-I", "-c", "import zi_excel; print(zi_excel.__file__)"]
    where = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(where.stdout.strip()).is_relative_to(site_of(programs / "python"))


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("how", ["python {script}", "{script}", "sh -c refresh_monev.py"])
def test_the_installed_weekly_script_runs(programs, template, tmp_path, how):
    """With the Python beside it, and by its name: its first line names that Python, so that no shell runs it."""
    script = programs / "refresh_monev.py"
    assert script.read_text("utf-8").splitlines()[0] == f"#!{programs / 'python'}"
    shutil.copy(template, tmp_path / "buku.xlsx")
    (tmp_path / "zi-excel.toml").write_text('[mingguan]\nbuku = ["buku.xlsx"]', "utf-8")
    command = [word.format(script=script) for word in how.split()]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env={"PATH": f"{programs}:/bin"})
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert "1 disegarkan" in (tmp_path / "zi-excel-monev.log").read_text("utf-8")


def test_processes_import_what_is_tested():
    """Wherever they are started: also in a folder that holds another copy of the package."""
    command = [sys.executable, "-c", "import zi_excel; print(zi_excel.__file__)"]
    done = subprocess.run(command, cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).parents[1] == HOME


def test_an_installed_wheel_is_what_is_tested():
    """`python scripts/test.py --roda` tests the wheel in the environment, not the checkout that it is started in."""
    origin = importlib.metadata.distribution("zi_excel").read_text("direct_url.json") or "{}"
    if "archive_info" not in json.loads(origin):
        pytest.skip("no wheel is installed here")
    assert HOME.is_relative_to(sys.prefix)
