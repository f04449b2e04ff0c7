"""The one step in which a new file takes an old one's place."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def swap(new: Path, old: Path, aside: Path) -> None:
        """ReplaceFileW, which keeps the old file's access rights. Not tested on Windows by this project's own tests.

        A name for the old file is given (it is removed at once): without one, a failure of the call's second half
        (error 1176) leaves no file under the old name. With one, every failure leaves both files as they were, but 1177
        with the old one under the name given. Then the plain rename is tried, for disks that know no such call.
        `new` must be closed, and `old` opened by nobody who forbids its deletion, as Excel does.

        https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-replacefilew
        """
        call = ctypes.WinDLL("kernel32").ReplaceFileW
        call.argtypes = [*[wintypes.LPCWSTR] * 3, wintypes.DWORD, wintypes.LPVOID, wintypes.LPVOID]
        call.restype = wintypes.BOOL
        if not call(str(old), str(new), str(aside), 0, None, None):
            try:
                new.replace(old)
            except OSError:
                if aside.exists():
                    aside.replace(old)
                raise
        with suppress(OSError):  # the next run removes it
            aside.unlink(missing_ok=True)

else:

    def swap(new: Path, old: Path, aside: Path) -> None:  # noqa: ARG001  (Windows needs it)
        """A rename within one folder: one step, also for whoever looks on. `aside` is not used."""
        new.replace(old)
