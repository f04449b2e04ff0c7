"""Tests in a forked process: one that may be killed, or that runs as an ordinary user where the tests run as root."""

import os
import shutil
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX rights and processes: not on Windows")


def start(work: Callable[[], object]) -> int:
    """Runs `work` in a forked process; its process id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns where pytest's plugins have threads
        pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001  (whatever it was: a child must never come back into pytest)
            traceback.print_exc()
            os._exit(99)
        os._exit(0)
    return pid


def ended(pid: int) -> int:
    """Waits for a process; its exit code: 0 where `work` came to its end, 99 where it raised, -9 if killed."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def in_child(work: Callable[[], object]) -> int:
    """Runs `work` in a forked process; its exit code, as `ended` says."""
    return ended(start(work))


def become_ordinary() -> None:
    """Root becomes nobody, for good: nothing but a forked process may do that."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def as_ordinary_user(work: Callable[[], object]) -> int:
    """Runs `work` in a forked process that has no more rights than any user; its exit code, as `ended` says."""
    return in_child(lambda: (become_ordinary(), work()))


@contextmanager
def open_folder(place: str | None = None) -> Iterator[Path]:
    """A folder that every user may write to; pytest's own belong to root alone where root runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="zi-excel-test-", dir=place))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        for each in (folder, *folder.rglob("*")):
            if each.is_dir() and not each.is_symlink():
                each.chmod(0o700)
        shutil.rmtree(folder)
