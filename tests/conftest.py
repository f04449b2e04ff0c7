"""What several test modules share: the shipped template, and the tool as a whole process."""

import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from short_matrix import short_matrix
from whole_process import HOME, surroundings

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "workbooks" / "template_rencana_aksi.xlsx"
SHARED = ROOT.parent / "shared"

# Whatever terminal the tests are started at, and whatever runs beside them on the machine.
os.environ.update(COLUMNS="100", LINES="24")  # the width that the tool keeps to where there is no terminal
for _name in ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONWARNINGS", "ZI_EXCEL_RINCI"):
    os.environ.pop(_name, None)
settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],  # fixtures here keep no state
)
settings.load_profile("any machine")


def pytest_report_header() -> str:
    """Which package is tested: a checkout's, or an installed wheel's."""
    return f"zi_excel: {HOME}"


def pytest_collection_finish() -> None:
    """From here on garbage is not looked for among some thousand tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def template() -> Path:
    """The shipped template, not to be written to."""
    return TEMPLATE


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A fresh workbook of eight indikator in a folder with a space in its name."""
    folder = tmp_path / "folder kerja"
    folder.mkdir()
    return short_matrix(folder / "rencana aksi.xlsx")


@pytest.fixture
def decree_book(book: Path, template: Path) -> Path:
    """In its place a fresh copy of the template: for tests of all the decree's 87 indikator, or of what they weigh."""
    return Path(shutil.copy(template, book))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Callable[[Callable[[Path], object], Path], Path]:
    """prepared(fill, to): the folder `to` as `fill(folder)` fills one, which happens once; every test has a copy."""
    filled: dict[Callable[[Path], object], Path] = {}

    def copied(fill: Callable[[Path], object], to: Path) -> Path:
        if fill not in filled:
            filled[fill] = tmp_path_factory.mktemp("siap")
            fill(filled[fill])
        return Path(shutil.copytree(filled[fill], to, dirs_exist_ok=True))

    return copied


@pytest.fixture
def refreshed_once(book: Path, prepared) -> Path:
    """`book`, with its tabs as of 20 November 2025 and the backup that this left."""
    prepared(_refresh, book.parent)
    return book


def _refresh(folder: Path) -> None:
    from zi_excel.verbs.monev import monev

    monev(short_matrix(folder / "rencana aksi.xlsx"), per=date(2025, 11, 20))


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory) -> Callable[..., Path]:
    """libreoffice("pdf", *paths, to=folder): all in one run; the first one's result. Skips where there is none.

    A test that asks for it is `slow`: half of LibreOffice's time goes by before it has opened anything.
    """
    program = shutil.which("libreoffice") or shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profil").as_uri()

    def convert(kind: str, *paths: Path, to: Path) -> Path:
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", to]
        subprocess.run([*command, *paths], check=True, capture_output=True, timeout=900)
        return to / f"{paths[0].stem}.{kind}"

    return convert


def pytest_make_parametrize_id(val: object) -> str | None:
    """A set is named in one order: tests that run in parallel must have the same names in every process."""
    return "-".join(sorted(map(str, val))) if isinstance(val, set | frozenset) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what asks for LibreOffice or a cluster."""
    for item in items:
        if {"libreoffice", "dask_address"} & {*getattr(item, "fixturenames", ())}:
            item.add_marker("slow")


@pytest.fixture
def office_save(libreoffice, tmp_path: Path) -> Callable[[Path], Path]:
    """Opens a workbook in LibreOffice and saves it as .xlsx in another folder."""
    return lambda path: libreoffice("xlsx", path, to=tmp_path / f"saved-{path.stem}")


@pytest.fixture
def zi_excel():
    """Runs `zi-excel` as a whole process: zi_excel("validasi", path) -> CompletedProcess with bytes."""

    def run(*arguments: object, encoding: str = "utf-8", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "zi_excel", *map(str, arguments)],
            capture_output=True,
            check=False,
            cwd=cwd,
            env=surroundings(PYTHONIOENCODING=encoding),
        )

    return run


@pytest.fixture(scope="session")
def dask_address(tmp_path_factory) -> Iterator[str]:
    """The address of a Dask scheduler with two workers; skips where dask.distributed isn't installed.

    A test that asks for it is `slow`: the cluster takes seconds to start.
    """
    pytest.importorskip("distributed", reason="dask.distributed is not installed (extra `dask`)")
    from dask_processes import cluster

    with cluster(tmp_path_factory.mktemp("dask")) as (address, _):
        yield address


@pytest.fixture
def default_signals() -> Iterator[Callable[[int, signal.Handlers], object]]:
    """For the test's time the signals that ask to stop do what they do by default, also in processes it starts.

    `nohup`, and a shell that starts the tests in the background, hand them down as ignored. The fixture is
    `signal.signal`: a test may set one otherwise, and all are as they were after it.
    """
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    for number in numbers:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield signal.signal
    for number, handler in before.items():
        signal.signal(number, handler)
