"""The steps of a run: a hook before each call by which it changes, or looks at, something on the disk."""

import io
import os
import sys
from collections.abc import Callable

from zi_excel.store import swapping

CHANGES = {
    *("open", "fsync", "link", "replace", "rename", "unlink", "mkdir", "rmdir", "chmod", "chown", "utime", "close"),
    *("setxattr", "removexattr", "scandir", "flock"),
}
LOOKS = {"stat", "lstat", "fstat", "readlink", "listdir", "listxattr", "access"}
_OF_FILES = {"write", "flush", "close", "__exit__"}


def before_each_step(act: Callable[[str], None], names: set[str] = CHANGES) -> None:
    """From now on calls `act` with the name of every such call, before it is done; `sys.setprofile(None)` ends it."""
    system = os.open.__self__  # the module that `os` has its calls from
    locking = getattr(sys.modules.get("fcntl"), "flock", None)
    exchange = getattr(getattr(swapping, "exchange", None), "__code__", None)

    def seen(frame, event, call):
        if event == "call" and frame.f_code is exchange:
            act("exchange")
        if event != "c_call":
            return
        name, owner = call.__name__, getattr(call, "__self__", None)
        if (
            (owner is system and name in names)
            or (call is locking and name in names)
            or (isinstance(owner, io.BufferedWriter) and name in _OF_FILES)
        ):
            act(name)

    sys.setprofile(seen)
