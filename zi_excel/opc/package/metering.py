"""How much of a part stands in memory while it is parsed: counted as it is read, and ended where it would fill it."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from zi_excel.errors import WorkbookError

MOST_MARKS = 1_500_000
"""Marks ("<" and "=") that may stand in memory at once: each makes a node of 100 to 300 bytes, however short it is."""
_MOST_BYTES = 64 << 20
"""Bytes that may stand in memory at once: what Package.read hands out at most."""
_PRUNE_MARKS, _PRUNE_BYTES = 100_000, 4 << 20
"""After how much a stream forgets what lies before its present element."""


class Metered:
    """A stream that counts what is read from it, and ends early where there is too much or it can't be read.

    failure: why it ended so. Raised in here it would be kept by lxml, and with its traceback the whole tree.
    is_long: whether so much was read that the caller should let go of what it has done with.
    """

    def __init__(self, stream: BinaryIO, too_large: Callable[[], WorkbookError]) -> None:
        self._stream = stream
        self._too_large = too_large
        self.failure: WorkbookError | None = None
        self.start_again()

    def start_again(self) -> None:
        """What was read so far is forgotten."""
        self._marks = self._bytes = 0
        self.is_long = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes; b"" at the end, and from a failure on."""
        if self.failure is not None:
            return b""
        try:
            data = self._stream.read(size)
        except WorkbookError as failure:
            self.failure = failure.with_traceback(None)
            return b""
        self._marks += marks(data)
        self._bytes += len(data)
        self.is_long = self._marks > _PRUNE_MARKS or self._bytes > _PRUNE_BYTES
        if self._marks > MOST_MARKS or self._bytes > _MOST_BYTES:
            self.failure = self._too_large()
            return b""
        return data


def marks(data: bytes) -> int:
    """How many marks stand in it."""
    return data.count(b"<") + data.count(b"=")
