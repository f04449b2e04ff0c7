"""A command that is asked to stop ends as after Ctrl+C: one sentence, exit code 3, nothing half done."""

import os
import signal
import subprocess
import sys

import pytest
from samples import few_when_quick
from whole_process import surroundings

from zi_excel.cli.console import heed_stop_signals

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends tasks without asking them")

ASKED = """
import os, signal, sys
from zi_excel import cli
from zi_excel.opc.graft.change import Change

write, number = Change.write, getattr(signal, sys.argv.pop())

def asked(change, out):
    out.write(b"separuh")
    os.kill(os.getpid(), number)
    out.seek(0)
    out.truncate()
    return write(change, out)

Change.write = asked
cli.main()
"""
"""A whole command that is asked to stop while it writes."""


def asked_to_stop(book, name) -> subprocess.CompletedProcess[str]:
    """The command; name: of the signal."""
    command = [sys.executable, "-c", ASKED, "monev", str(book), name]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings())


@pytest.mark.usefixtures("default_signals")
@pytest.mark.parametrize("name", few_when_quick(["SIGTERM", "SIGHUP", "SIGINT"], 1))
@pytest.mark.slow
def test_a_command_that_is_asked_to_stop(book, name):
    """By a scheduler, a closed terminal, Ctrl+C: cleaned up before it ends. What is said begins below a `^C`."""
    before = book.read_bytes()
    done = asked_to_stop(book, name)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.lstrip("\n") == "zi-excel: dihentikan; tidak ada yang ditulis setengah jalan.\n"
    assert [path.name for path in book.parent.iterdir()] == [book.name]
    assert book.read_bytes() == before


@pytest.mark.parametrize("name", few_when_quick(["SIGTERM", "SIGHUP"], 1))
@pytest.mark.slow
def test_a_signal_that_is_inherited_as_ignored_stays_so(book, name, default_signals):
    """Under `nohup` a closed terminal stops nothing: the refresh goes on to its end."""
    default_signals(getattr(signal, name), signal.SIG_IGN)
    before = book.read_bytes()
    done = asked_to_stop(book, name)
    assert (done.returncode, done.stderr) == (0, "")
    assert book.read_bytes() != before


def test_a_signal_that_is_ignored_stays_so(monkeypatch):
    """`nohup` wants a command to outlive its terminal; another program's own handler stays too."""
    handlers = {signal.SIGTERM: print, signal.SIGHUP: signal.SIG_IGN}
    monkeypatch.setattr(signal, "getsignal", lambda number: handlers[number])
    monkeypatch.setattr(signal, "signal", lambda *given: pytest.fail(f"set: {given}"))
    heed_stop_signals()


def test_a_second_signal_does_not_interrupt_the_cleaning_up(monkeypatch):
    """The first one is enough."""
    set_to = {signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL}
    monkeypatch.setattr(signal, "getsignal", set_to.get)
    monkeypatch.setattr(signal, "signal", set_to.__setitem__)
    heed_stop_signals()
    with pytest.raises(KeyboardInterrupt):
        set_to[signal.SIGTERM](signal.SIGTERM, None)
    assert set_to[signal.SIGTERM] is signal.SIG_IGN
