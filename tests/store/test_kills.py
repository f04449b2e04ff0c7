"""A refresh killed at any moment: the workbook is whole, and the next run leaves no trace of it (contract, section 8).

What is killed is a whole `monev` in a forked process. Its steps are the calls by which it changes something on the
disk; it dies before the n-th, for every n. Only the walk from reading to grafting, which changes nothing there, is done
once per content and then remembered, so that hundreds of runs take seconds; the runs killed by a timer do without that.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest
from child_process import ended, in_child, start
from remembered_walk import remember_walks
from store_steps import before_each_step

from zi_excel.cli.console import heed_stop_signals
from zi_excel.settings.settings import Cadangan, Settings
from zi_excel.verbs.monev import monev

pytestmark = pytest.mark.slow

pytest.importorskip("fcntl", reason="kills are tested where processes can be forked: not on Windows")

KEEP = 2
SETTINGS = Settings(cadangan=Cadangan(jumlah=KEEP))
DAY = date(2025, 11, 27)
MORE = int(os.environ.get("ZI_EXCEL_KILLS", "0"))
"""How many more runs are killed: before any step at random, on top of one before each."""

TIMED_RUNS = 8
INTERRUPTED = 77


@dataclass
class Scene:
    """A workbook in a folder of its own before a refresh, and as it will be after it."""

    folder: Path
    old: bytes
    new: bytes = b""
    backups: dict[str, bytes] = field(default_factory=dict)

    @property
    def book(self) -> Path:
        """The workbook."""
        return self.folder / "rencana aksi.xlsx"

    def set_up(self) -> None:
        """The folder as it was before any refresh."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.book.write_bytes(self.old)
        for name, content in self.backups.items():
            (self.folder / "cadangan").mkdir(exist_ok=True)
            (self.folder / "cadangan" / name).write_bytes(content)

    def refresh(self) -> None:
        """What is to be killed."""
        monev(self.book, per=DAY, settings=SETTINGS)

    def litter(self) -> list[str]:
        """Names of what is neither the workbook nor a backup, in its folder, the backups' and the temporary one."""
        backups = self.folder / "cadangan"
        places = (self.folder, backups, Path(tempfile.gettempdir()))
        found = {path for place in places if place.exists() for path in place.iterdir()} - {self.book, backups}
        return sorted(path.name for path in found if path.parent != backups or path.suffix != ".xlsx")

    def check_whole(self) -> bytes:
        """After a kill: the workbook is the old or the new one, every backup a whole one; the workbook's content."""
        content = self.book.read_bytes()
        assert content in {self.old, self.new}
        assert set(self.kept()) <= {self.old, *self.backups.values()}
        return content

    def kept(self) -> list[bytes]:
        """The backups that stand there."""
        return [path.read_bytes() for path in (self.folder / "cadangan").glob("*.xlsx")]

    def check_next_run(self) -> None:
        """After the next run: the new workbook, a backup of the old one, no more of them than wanted, and no litter."""
        self.refresh()
        assert self.book.read_bytes() == self.new
        assert self.litter() == []
        kept = self.kept()
        assert self.old in kept
        assert set(kept) <= {self.old, *self.backups.values()}
        assert len(kept) <= KEEP


@pytest.fixture
def scenes(template: Path, tmp_path: Path, monkeypatch) -> dict[str, Scene]:
    """The first refresh of a workbook, with no backups' folder yet; and a later one, with as many backups as wanted."""
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    first = Scene(tmp_path / "pertama", template.read_bytes())
    first.set_up()
    first.refresh()
    first.new = first.book.read_bytes()
    monev(first.book, per=date(2025, 11, 20), settings=SETTINGS)
    names = [f"rencana aksi 2025-10-{day:02} 093015.xlsx" for day in range(1, KEEP + 1)]
    later = Scene(tmp_path / "berikutnya", first.book.read_bytes(), first.new, {name: name.encode() for name in names})
    return {"pertama": first, "berikutnya": later}


@pytest.fixture
def remembered(monkeypatch) -> None:
    """The walk from reading to grafting is done once per content and day."""
    remember_walks(monkeypatch)


def steps_of(scene: Scene) -> list[str]:
    """The steps of an undisturbed refresh, by name."""
    scene.set_up()
    steps: list[str] = []
    before_each_step(steps.append)
    try:
        scene.refresh()
    finally:
        sys.setprofile(None)
    assert scene.book.read_bytes() == scene.new
    assert scene.litter() == []
    return steps


def stopped(scene: Scene, at: int, number: signal.Signals, *, fresh: bool = True) -> int:
    """Refreshes in a process that gets a signal before its n-th step; its exit code. fresh: in a folder as it was."""
    if fresh:
        scene.set_up()
    left = at

    def act(_name):
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), number)

    def work():
        heed_stop_signals()
        before_each_step(act)
        try:
            scene.refresh()
        except KeyboardInterrupt:
            sys.setprofile(None)
            os._exit(INTERRUPTED)

    return in_child(work)


def some(steps: list[str], nth_write: int) -> list[int]:
    """Every step by number; of the writes, which are many and alike, every n-th."""
    writes = [at for at, name in enumerate(steps) if name == "write"]
    return sorted({*range(len(steps))} - {*writes} | {*writes[::nth_write]})


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(("which", "nth_write", "at_least"), [("pertama", 20, 40), ("berikutnya", 1, 200)])
def test_killed_before_any_step(scenes, which, nth_write, at_least):
    """SIGKILL: whole, old or new; the next run succeeds and cleans up, also where it has nothing to write any more."""
    scene = scenes[which]
    steps = steps_of(scene)
    found = Counter()
    random = Random(14)
    for at in [*some(steps, nth_write), *(random.randrange(len(steps)) for _ in range(MORE))]:
        assert stopped(scene, at, signal.SIGKILL) == -signal.SIGKILL, steps[at]
        found[scene.check_whole()] += 1
        scene.check_next_run()
    print(f"{which}: {len(steps)} steps, {found.total()} kills, new stands after {found[scene.new]}")  # noqa: T201
    assert found[scene.old] + found[scene.new] >= at_least
    assert found[scene.new] >= 3


@pytest.mark.usefixtures("remembered")
def test_killed_again_and_again(scenes):
    """Every run of a bad week is killed: what they left is gone after the first good one."""
    scene = scenes["berikutnya"]
    steps = steps_of(scene)
    scene.set_up()
    random = Random(3)
    for at in sorted(random.sample(range(steps.index("replace")), 12)):
        assert stopped(scene, at, signal.SIGKILL, fresh=False) == -signal.SIGKILL
        assert scene.check_whole() == scene.old
    assert scene.litter()
    scene.check_next_run()


@pytest.mark.usefixtures("remembered", "default_signals")
def test_asked_to_stop_before_any_step(scenes):
    """SIGTERM, as a scheduler sends it: whole, and cleaned up at once; only a step of cleaning itself may be missed."""
    scene = scenes["berikutnya"]
    steps = steps_of(scene)
    for at in some(steps, 30):
        assert stopped(scene, at, signal.SIGTERM) == INTERRUPTED, steps[at]
        content = scene.check_whole()
        if steps[at] != "unlink":
            assert scene.litter() == [], (at, steps[at])
        if content == scene.new:
            assert scene.old in scene.kept()
        scene.check_next_run()


def test_killed_at_any_time(scenes):
    """SIGKILL by the clock, wherever the process is: reading, measuring, drawing, writing."""
    scene = scenes["berikutnya"]
    scene.set_up()
    begun = time.monotonic()
    scene.refresh()
    lasts = time.monotonic() - begun
    random = Random(5)
    for _ in range(TIMED_RUNS):
        scene.set_up()
        pid = start(scene.refresh)
        time.sleep(random.uniform(0, lasts))
        os.kill(pid, signal.SIGKILL)
        assert ended(pid) in {0, -signal.SIGKILL}
        scene.check_whole()
        scene.check_next_run()
