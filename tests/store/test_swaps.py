"""Who owns the folder swaps names between any two steps of root's run: nothing outside the folder is touched.

No luck is needed: before each call by which the run changes or looks at something on the disk, the folder's owner (a
second user, in the same process for that moment) puts something else under one of the names that stand there.
"""

import os
import stat
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
from child_process import NOBODY, in_child, open_folder
from store_calls import NEW, OLD, refresh, unfinished
from store_steps import CHANGES, LOOKS, before_each_step

from zi_excel.errors import ZiExcelError
from zi_excel.store import clean, fingerprint, lock, narrow, open_own, overwrite, turn_over

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root, who can become a second user"),
]

SWAPS = int(os.environ.get("ZI_EXCEL_SWAPS", "100"))
"""How many of all the swaps are made: at every step, of every name, by everything that can be put there."""

ALL = 1000
"""From so many on, each name that is used is swapped for everything that can be put there."""

BOOK, CADANGAN = "buku.xlsx", Path("cadangan")
SECRET = b"rahasia"


class Victim:
    """What lies outside: a private file of root's, one that looks like the workbook, and a file in an open folder."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "dalam").mkdir(parents=True)
        (folder / "cadangan").mkdir()
        for name in ("rahasia", BOOK, "hasil.json", "x.log", "dalam/surat"):
            (folder / name).write_bytes(SECRET)
            (folder / name).chmod(0o600)
        self.before = self.state()

    def state(self):
        """Everything that can be said of it."""
        found = {}
        for path in [self.folder, *sorted(self.folder.rglob("*"))]:
            state = path.lstat()
            content = path.read_bytes() if path.is_file() else None
            attributes = tuple(os.listxattr(path, follow_symlinks=False)) if hasattr(os, "listxattr") else ()
            told = (state.st_mode, state.st_uid, state.st_gid, state.st_mtime_ns, state.st_nlink)
            found[str(path)] = (*told, content, attributes)
        return found


@contextmanager
def as_owner():
    """The folder's owner for a moment."""
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


def work(book):
    """All that `store` does for a weekly run."""
    with lock(book):
        seen = fingerprint(book)
        clean(book, backup_dir=CADANGAN, keep=2)
        refresh(book, seen=seen, keep=2)
    hasil, log = book.parent / "hasil.json", book.parent / "x.log"
    overwrite(hasil, b"{}")
    handle = open_own(log)
    os.write(handle, b"baris\n")
    os.close(handle)
    narrow(log, 0o600, kept=2)
    turn_over(log, 2)


def set_up(parent):
    """The owner's folder as it is before a run: a workbook, backups, and what killed runs left."""
    office = parent / "kantor"
    with as_owner():
        office.mkdir()
        (office / BOOK).write_bytes(OLD)
        (office / "cadangan").mkdir()
        (office / "cadangan" / "buku 2025-01-01 000000.xlsx").write_bytes(b"1")
        (office / "cadangan" / "buku 2025-01-02 000000.xlsx").write_bytes(b"2")
        unfinished(office, BOOK).write_bytes(b"separuh")
        deep = unfinished(office, BOOK)
        (deep / "a" / "b").mkdir(parents=True)
        (deep / "a" / "b" / "c").write_bytes(b"")
    for name in ("hasil.json", "x.log"):
        (office / name).write_bytes(b"")
    return office


def targets(office):
    """The names that may be swapped now: all in the folder and among the backups, and the folder itself."""
    with suppress(OSError):
        yield office
    for folder in (office, office / "cadangan"):
        with suppress(OSError):
            yield from sorted(folder.iterdir())


def swap(path, kind, victim):
    """Puts something else under a name, as the folder's owner."""
    with as_owner(), suppress(OSError):
        aside = path.with_name(f"{path.name}.milik")
        if os.path.lexists(path):
            path.rename(aside)
        match kind:
            case "file":
                path.symlink_to(victim.folder / "rahasia")
            case "folder":
                path.symlink_to(victim.folder)
            case "same name":
                path.symlink_to(victim.folder / path.name)
            case "pipe":
                os.mkfifo(path)
            case "plain":
                path.write_bytes(b"lain")
                path.chmod(0o4777)
            case "gone":
                pass


KINDS = ("file", "folder", "same name", "pipe", "plain", "gone")


def steps(parent, victim):
    """How many there are in an undisturbed run, and how many names at most stand there."""
    office, count, most = set_up(parent), 0, 0

    def act(_name):
        nonlocal count, most
        count += 1
        sys.setprofile(None)
        most = max(most, len([*targets(office)]))
        before_each_step(act, CHANGES | LOOKS)

    before_each_step(act, CHANGES | LOOKS)
    try:
        work(office / BOOK)
    finally:
        sys.setprofile(None)
    assert (office / BOOK).read_bytes() == NEW
    remove(office)
    assert victim.state() == victim.before
    return count, most


def remove(office):
    """Removes the owner's folder, and what it was renamed to."""
    for path in office.parent.iterdir():
        if path.is_dir() and not path.is_symlink():
            for each in sorted(path.rglob("*"), reverse=True):
                each.rmdir() if each.is_dir() and not each.is_symlink() else each.unlink()
            path.rmdir()
        else:
            path.unlink()


def ended(parent, victim, office, what, rest):
    """Runs, with what happens meanwhile until it rests; the sentence of a refusal, "" where the work was done."""
    try:
        work(office / BOOK)
        said = ""
    except ZiExcelError as refused:
        said = str(refused)
    except OSError as refused:  # of the log, which is the caller's to explain
        said = f"'{refused.filename}' ditolak"
    finally:
        rest()
    assert "\n" not in said
    assert victim.state() == victim.before, (what, said)
    inside = [path for path in parent.rglob("*") if stat.S_ISREG(path.lstat().st_mode)]
    assert not [path for path in inside if SECRET in path.read_bytes()], (what, said)
    remove(office)
    return said


def attacked(parent, victim, at, which, kind):
    """One run with one swap of any name; what came of it. None: there was no such name."""
    office = set_up(parent)
    left, swapped = at, []

    def act(_name):
        nonlocal left
        left -= 1
        if left == -1:
            sys.setprofile(None)
            there = [*targets(office)]
            if which < len(there):
                swapped.append(there[which])
                swap(there[which], kind, victim)

    before_each_step(act, CHANGES | LOOKS)
    said = ended(parent, victim, office, (at, swapped, kind), lambda: sys.setprofile(None))
    return said if swapped else None


class Aim:
    """Swaps the very name that a call is about to use. A hook of this kind stays, so it can be told to rest."""

    CALLS = ("open", "os.rename", "os.link", "os.remove", "os.chmod", "os.chown", "os.mkdir", "os.rmdir", "os.listdir")

    def __init__(self, parent, victim):
        self.places = (parent, parent / "kantor", parent / "kantor" / "cadangan")
        self.victim, self.left, self.kind, self.swapped = victim, None, "", None
        sys.addaudithook(self.seen)

    def seen(self, event, given):
        """Before the n-th call that names something of the folder's."""
        if self.left is None or event not in self.CALLS or not isinstance(given[0], str | Path):
            return
        path = self.found(str(given[0]))
        if path is None:
            return
        self.left -= 1
        if self.left < 0:
            self.left, self.swapped = None, path
            swap(path, self.kind, self.victim)

    def found(self, name):
        """Where a name of the folder's stands, or would."""
        if name.startswith("/"):
            return Path(name) if name.startswith(str(self.places[1])) else None
        return next((place / name for place in self.places if os.path.lexists(place / name)), self.places[1] / name)

    def attacked(self, at, kind):
        """One run with the swap of the n-th name that is used; what came of it. None: there are fewer."""
        office = set_up(self.places[0])
        self.left, self.kind, self.swapped = at, kind, None
        said = ended(self.places[0], self.victim, office, (at, self, kind), self.rest)
        return said if self.swapped else None

    def rest(self):
        """Until the next run."""
        self.left = None

    def __repr__(self):
        return str(self.swapped)


def outside(check):
    """Runs a check in a process of its own: in a folder of another user's, with what lies outside."""

    def checked():
        with tempfile.TemporaryDirectory() as place, open_folder() as parent:
            Path(place).chmod(0o755)
            ends = check(parent, Victim(Path(place) / "luar"))
            print(f"{ends.total()} swaps: {dict(ends)}")  # noqa: T201
            assert min(ends["done"], ends["refused"]) > ends.total() * 0.1

    assert in_child(checked) == 0


def test_any_name_before_any_step():
    """Whatever is put under whichever name; a run ends, with its work or with a sentence."""

    def check(parent, victim):
        count, most = steps(parent, victim)
        everything = [(at, which, kind) for at in range(count) for which in range(most) for kind in KINDS]
        ends = Counter()
        for swapped in Random(14).sample(everything, len(everything)):
            said = attacked(parent, victim, *swapped)
            if said is not None:
                ends["refused" if said else "done"] += 1
            if ends.total() == SWAPS:
                break
        return ends

    outside(check)


def test_the_very_name_that_a_call_is_about_to_use():
    """Between the look at a name and its use: what the run then does, it does to what it has proven, or refuses."""

    def check(parent, victim):
        aim, ends, at = Aim(parent, victim), Counter(), 0
        random = Random(14)
        while True:
            some = KINDS if SWAPS >= ALL else random.sample(KINDS, 2)
            said = [aim.attacked(at, kind) for kind in some]
            if None in said:
                return ends
            ends += Counter("refused" if each else "done" for each in said)
            at += 1

    outside(check)
