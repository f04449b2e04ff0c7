"""Runs a script as the interpreter would, until the n-th call that changes something on the disk: then it is killed.

python killed_script.py N SCRIPT [ARGUMENT]...; with N = -1 it lives, and says at the end how many such calls it made.
"""

import io
import os
import runpy
import signal
import sys

CALLS = {"open", "fsync", "link", "replace", "rename", "unlink", "mkdir", "rmdir", "chmod", "utime", "close", "flock"}
OF_FILES = {"write", "flush", "close", "__exit__"}


def main(at: int, script: str) -> None:
    """Counts from the first line of the script; what is imported is among it."""
    system = os.open.__self__
    made = 0

    def seen(_frame, event, call):
        nonlocal made
        if event != "c_call":
            return
        owner = getattr(call, "__self__", None)
        writes = isinstance(owner, io.BufferedWriter | io.TextIOWrapper) and call.__name__ in OF_FILES
        if writes or ((owner is system or call.__name__ == "flock") and call.__name__ in CALLS):
            if made == at:
                os.kill(os.getpid(), signal.SIGKILL)
            made += 1

    sys.setprofile(seen)
    try:
        runpy.run_path(script, run_name="__main__")
    finally:
        sys.setprofile(None)
        if at < 0:
            sys.__stdout__.write(f"\n{made}\n")


if __name__ == "__main__":
    _, number, *sys.argv = sys.argv
    main(int(number), sys.argv[0])
