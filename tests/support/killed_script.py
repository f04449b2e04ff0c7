"""Runs a script as the interpreter would, until it is about to change something on the disk for the n-th time.

python killed_script.py N SCRIPT [ARGUMENT]...: then it is killed. With N = -1 it lives, and says how often that was.
What happens within the writing of one file is not counted: that is tested with the store.
"""

import os
import runpy
import signal
import sys

CHANGES = {
    f"os.{name}" for name in ("rename", "remove", "link", "mkdir", "rmdir", "chmod", "chown", "utime", "truncate")
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(at: int, script: str) -> None:
    """Counts from the first line of the script."""
    made = 0

    def seen(event: str, given: tuple) -> None:
        nonlocal made
        if event in CHANGES or (event == "open" and isinstance(given[2], int) and given[2] & WRITING):
            if made == at:
                os.kill(os.getpid(), signal.SIGKILL)
            made += 1

    sys.addaudithook(seen)
    try:
        runpy.run_path(script, run_name="__main__")
    finally:
        if at < 0:
            sys.__stdout__.write(f"\n{made}\n")


if __name__ == "__main__":
    _, number, *sys.argv = sys.argv
    main(int(number), sys.argv[0])
