"""What the schedulers are given: unit files, a crontab line, a script for Windows; and the page that explains them."""

import os
import re
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest
from child_process import POSIX
from whole_process import HOME

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "scripts"
PAGE = (ROOT / "docs" / "mingguan.md").read_text("utf-8")
INSTALLER = SCRIPTS / "install_windows_task.ps1"


@pytest.fixture
def home(tmp_path, template) -> Path:
    """A home as the page sets it up: an environment in `zi_excel`, workbook and settings in `Rencana Aksi`."""
    home = tmp_path / "rumah é satu"
    venv.create(home / "zi_excel", with_pip=False, symlinks=os.name != "nt")
    (site,) = home.rglob("site-packages")
    (site / "dependencies.pth").write_text(f"{HOME}\n{sysconfig.get_paths()['purelib']}\n", "utf-8")
    shutil.copy(SCRIPTS / "refresh_monev.py", home / "zi_excel" / ("Scripts" if os.name == "nt" else "bin"))
    office = home / "Rencana Aksi"
    office.mkdir()
    shutil.copy(template, office / "Rencana Aksi 2025.xlsx")
    (settings,) = re.findall(r"```toml\n(\[mingguan\]\n.*?)```", PAGE, re.DOTALL)
    (office / "zi-excel.toml").write_text(settings, "utf-8")
    return home


def refreshed(home: Path) -> bool:
    """Whether the office's workbook was."""
    log = home / "Rencana Aksi" / "zi-excel-monev.log"
    return "kode keluar 0: 1 disegarkan" in log.read_text("utf-8")


def crontab() -> str:
    """The line of the page, without its five times."""
    (line,) = re.findall(r"```crontab\n(.*)\n```", PAGE)
    assert len(line.split(None, 5)[:5]) == 5
    assert "%" not in line  # cron's own sign for a new line
    return line.split(None, 5)[5]


@POSIX
@pytest.mark.slow
def test_the_crontab_line_as_cron_runs_it(home):
    """By sh, in the home, with nothing in the environment but what cron gives; it says nothing, so no mail is sent."""
    bare = {"HOME": str(home), "LOGNAME": "siti", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["/bin/sh", "-c", crontab()], cwd=home, env=bare, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert refreshed(home)


def unit(name: str) -> dict[str, list[str]]:
    """The settings of a unit file."""
    settings: dict[str, list[str]] = {}
    for line in (SCRIPTS / name).read_text("utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            settings.setdefault(key, []).append(value)
    return settings


@POSIX
def test_the_units_as_systemd_sees_them(home, tmp_path):
    """`systemd-analyze verify` has nothing to say against them."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    folder = home / ".config" / "systemd" / "user"
    folder.mkdir(parents=True)
    units = [Path(shutil.copy(SCRIPTS / f"zi-excel-monev.{kind}", folder)) for kind in ("service", "timer")]
    (tmp_path / "run").mkdir()
    how = {"HOME": str(home), "XDG_RUNTIME_DIR": str(tmp_path / "run"), "PATH": os.environ["PATH"]}
    done = subprocess.run([analyze, "--user", "verify", *units], env=how, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@POSIX
@pytest.mark.slow
def test_the_services_command_as_systemd_runs_it(home):
    """With its specifier and its variable put in as systemd does: each one word, whatever is in it."""
    service = unit("zi-excel-monev.service")
    (environment,) = service["Environment"]
    key, _, value = environment.strip('"').partition("=")
    values = {f"${{{key}}}": value.replace("%h", str(home))}
    command = [values.get(word, word.replace("%h", str(home))) for word in service["ExecStart"][0].split()]
    done = subprocess.run(command, cwd=home, env={}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert refreshed(home)
    assert service["SuccessExitStatus"] == ["4"]


def test_the_timer_catches_up():
    """After the server was off; once a week, at a time of the office's zone whatever the server's is."""
    timer = unit("zi-excel-monev.timer")
    assert timer["Persistent"] == ["true"]
    assert timer["OnCalendar"] == ["Mon *-*-* 06:00:00 Asia/Jakarta"]
    assert timer["WantedBy"] == ["timers.target"]


# Windows: the script has not been run there. Here it is parsed by a grammar of the language, its names are followed,
# and the command line that it makes is taken apart by Windows' rules.


@pytest.fixture(scope="module")
def installer():
    """The tree of install_windows_task.ps1."""
    tree_sitter = pytest.importorskip("tree_sitter")
    powershell = pytest.importorskip("tree_sitter_powershell")
    return tree_sitter.Parser(tree_sitter.Language(powershell.language())).parse(INSTALLER.read_bytes()).root_node


def nodes(node, kind: str) -> list[str]:
    """The texts of all nodes of a kind."""
    own = [node.text.decode()] if node.type == kind else []
    return own + [text for child in node.children for text in nodes(child, kind)]


def test_the_installer_parses(installer):
    """Without an error; and in ASCII, which Windows PowerShell reads the same in every encoding."""
    assert not installer.has_error
    assert INSTALLER.read_bytes().isascii()


def test_every_variable_of_the_installer_is_known(installer):
    """Under strict mode an unknown one would end it: each is a parameter, assigned, or PowerShell's own."""
    text = INSTALLER.read_text("ascii")
    known = {name.lower() for name in re.findall(r"^\s*\$(\w+) =", text, re.MULTILINE)}
    known |= {name.lower() for name in re.findall(r"\[(?:string|switch)\]\$(\w+)", text)}
    known |= {"true", "false", "null", "_", "env:userprofile", "lastexitcode", "erroractionpreference"}
    used = {name.lower().lstrip("$@") for name in nodes(installer, "variable")}
    assert len(used) > 15
    assert used <= known


def test_the_installer_does_what_the_page_says(installer):
    """Its parameters are those of the page; its sentences stand there word for word."""
    declared = INSTALLER.read_text("ascii").partition("param(")[2].partition("\n)\n")[0]
    parameters = set(re.findall(r"\[(?:string|switch)\]\$(\w+)", declared))
    assert parameters == {"Konfigurasi", "Hari", "Jam", "Lingkungan", "Nama", "Hapus"}
    for parameter in parameters - {"Nama"}:
        assert f"-{parameter}" in PAGE
    said = "\n".join(nodes(installer, "string_literal"))
    for words in ("dihapus. Buku kerja, cadangan, log, dan pengaturan tetap ada.", "Bila komputer mati pada jam itu"):
        assert words in PAGE
        assert words in said


def test_the_task_catches_up_and_has_no_window():
    """After the PC was off; on batteries too; with the environment's windowless Python; never two at once."""
    text = INSTALLER.read_text("ascii")
    for setting in ("StartWhenAvailable", "AllowStartIfOnBatteries", "DontStopIfGoingOnBatteries"):
        assert re.search(rf"{setting}\s+= \$true", text)
    assert "'IgnoreNew'" in text
    assert "'pythonw.exe'" in text
    assert "-Weekly -DaysOfWeek $days[$Hari]" in text
    assert re.findall(r"-Path (\$\w+)", text)
    assert "-LiteralPath" in text  # brackets in a path are no pattern


def test_the_task_needs_nothing_of_a_network_drive_to_start():
    """Its folder is the environment's; it is the script that waits for the settings' one."""
    assert "WorkingDirectory = Split-Path -Parent -Path $windowless\n" in INSTALLER.read_text("ascii")


def test_the_task_keeps_its_hour_in_every_time_zone():
    """The cmdlet writes a time of UTC; a time without a zone is the computer's own."""
    assert "$trigger.StartBoundary = $at.ToString('s')" in INSTALLER.read_text("ascii")


def test_the_installer_asks_the_weekly_script_first():
    """Which refuses settings without a weekly run; `konfigurasi --periksa` does not."""
    text = INSTALLER.read_text("ascii")
    assert '& $python "$weekly" --konfigurasi "$settings" --periksa' in text
    assert text.index("--periksa") < text.index("Register-ScheduledTask @task")


def test_the_pages_commands_stand_a_home_with_a_space():
    """That of Siti Aminah: each path of a Windows command is quoted."""
    pages = PAGE + (ROOT / "docs" / "administrator.md").read_text("utf-8")
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```$", pages, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines() if "%USERPROFILE%" in line]
    assert len(lines) >= 10
    for line in lines:
        assert all(line[at.start() - 1] == '"' for at in re.finditer("%USERPROFILE%", line)), line


def windows_words(line: str) -> list[str]:
    """A command line in words, as Windows' C runtime takes it apart: backslashes count only before a quotation mark."""
    words: list[str] = []
    word, inside, begun = "", False, False
    for slashes, char in re.findall(r"(\\*)([^\\]|$)", line):
        word += slashes if char != '"' else "\\" * (len(slashes) // 2)
        begun |= bool(slashes)
        if char == '"' and len(slashes) % 2:
            word += char
        elif char == '"':
            inside, begun = not inside, True
        elif (char in " \t" or not char) and not inside:
            words += [word] if begun else []
            word, begun = "", False
        else:
            word, begun = word + char, True
    return words


def test_windows_words_are_those_that_python_puts_together():
    """The rules above, held against the standard library's for the other way."""
    words = [r"C:\a b\c.py", "--x", "d'e é", r"tail\\", 'q"uote', "", r"\\server\bagi an"]
    assert windows_words(subprocess.list2cmdline(words)) == words


@pytest.mark.parametrize(
    "folder",
    [r"D:\Rencana Aksi", r"C:\Users\Jum'at", r"\\server\bagian umum\é", r"C:\a (1) [2025] & b; c", r"D:\{0}$x"],
)
def test_paths_arrive_whole_at_the_script(folder):
    """Spaces, apostrophes, backslashes, brackets, letters beyond ASCII."""
    (line,) = re.findall(r"Argument\s+= '(.*)' -f \$weekly, \$settings", INSTALLER.read_text("ascii"))
    script, settings = rf"{folder}\zi_excel\Scripts\refresh_monev.py", rf"{folder}\zi-excel.toml"
    whole = line.replace("{0}", "\0").replace("{1}", "\1").replace("\0", script).replace("\1", settings)
    assert windows_words(whole) == [script, "--konfigurasi", settings]


def test_the_page_names_every_setting_and_exit_code():
    """What the section [mingguan] has, and what the script answers."""
    from zi_excel.settings.description import SCHEMA

    for key in SCHEMA["mingguan"]:
        assert f"`{key}`" in PAGE, key
    for code in (0, 2, 3, 4):
        assert f"| {code} | `0x{code}` |" in PAGE
