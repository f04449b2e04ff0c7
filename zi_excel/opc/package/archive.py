"""The zip layer, reading: the directory, parts inflated under limits, and untouched entries as they lie in the file."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple

LOCAL_HEADER = struct.Struct("<4s5H3L2H")
LOCAL_MAGIC = b"PK\x03\x04"
ENCRYPTED = 0x0001
DATA_DESCRIPTOR = 0x0008
UTF8_NAME = 0x0800
CHUNK = 1 << 20
PART_LIMIT = 64 << 20
"""Bytes that one part may inflate to where it is read whole and parsed; sheets are streamed instead."""
TOTAL_LIMIT = 4 << 30
"""Bytes that all parts together may inflate to. The largest workbooks that Excel can load stay below."""
SMALL_LIMIT, MOST_TIMES = 256 << 20, 100
"""Bytes that the parts of any file may inflate to, and how many times its size more: a workbook's sheets ten times."""
DIRECTORY_LIMIT = 16 << 20
"""Bytes of the directory: some 200,000 entries. Workbooks have a few thousand at most."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts may be compressed (ISO/IEC 29500-2, 7.3.4); other methods may need gigabytes to inflate one byte."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a compression method that the standard library does not know
    RuntimeError,
    ValueError,
    struct.error,
    OSError,
)
"""What zipfile raises for a file that is damaged, or no zip at all."""


class DamagedError(Exception):
    """The archive can't be read: it is cut off, a checksum is wrong, or a method is one that workbooks don't use."""


class UnreadableError(Exception):
    """A disk or network does not hand the archive out; what is there may be whole."""


class TooLargeError(Exception):
    """Something would inflate beyond its limit (a zip bomb, or a workbook that nothing can open)."""


class Entry(NamedTuple):
    """One entry of the archive. part: its part name, with "/" before it and between its folders."""

    part: str
    info: zipfile.ZipInfo

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder's entry (some producers write them); never a part."""
        return self.part.endswith("/")

    @property
    def raw_name(self) -> bytes:
        """The name's bytes as they stand in the archive."""
        return self.info.orig_filename.encode("utf-8" if self.info.flag_bits & UTF8_NAME else "cp437")


class Archive:
    """An open zip file. Entries stand in the order of its directory.

    file: the zip. unreadable: makes the exception for what the disk or the network does not hand out, from here on.

    Raises:
        DamagedError: it is no whole zip, or entries lie over each other.
        UnreadableError: a disk or network failed (where `unreadable` makes no other).
        TooLargeError: what its directory promises would inflate beyond TOTAL_LIMIT, or to far more than a file of its
            size can mean; or the directory is beyond DIRECTORY_LIMIT.
    """

    def __init__(self, file: BinaryIO, unreadable: Callable[[OSError], Exception] = UnreadableError) -> None:
        self._file = _Wary(file, unreadable)
        try:
            self._zip = zipfile.ZipFile(self._file)
        except (*_DAMAGE, OverflowError) as failure:
            raise DamagedError(str(failure)) from failure
        self.entries = tuple(Entry(part_name(info.filename), info) for info in self._zip.infolist())
        self.comment = self._zip.comment
        self.size = file.seek(0, io.SEEK_END)
        """Bytes of the file."""
        inflated = sum(entry.info.file_size for entry in self.entries)
        if inflated > min(TOTAL_LIMIT, SMALL_LIMIT + MOST_TIMES * self.size):
            raise TooLargeError
        _refuse_overlaps(self.entries, self.size)

    def read(self, entry: Entry, limit: int | None = None) -> bytes:
        """The entry inflated, its checksum compared.

        Args:
            entry: what to inflate.
            limit: bytes that it may inflate to; PART_LIMIT where None.

        Raises:
            DamagedError: it can't be inflated.
            TooLargeError: it is larger.
        """
        if entry.info.file_size > (PART_LIMIT if limit is None else limit):
            raise TooLargeError
        with self.stream(entry) as stream:
            return stream.read()

    def stream(self, entry: Entry, damaged: Callable[[], Exception] = DamagedError) -> BinaryIO:
        """The entry, inflated as it is read; never beyond the size that the directory promises.

        Args:
            entry: what to inflate.
            damaged: makes the exception that is raised, here or while reading, where it can't be inflated.
        """
        if entry.info.compress_type not in _METHODS:
            raise damaged()
        try:
            member = self._zip.open(entry.info)
            return io.BufferedReader(_Inflated(member, entry.info.file_size, damaged), 1 << 15)
        except _DAMAGE as failure:
            raise damaged() from failure

    def local_extra(self, entry: Entry) -> bytes:
        """The extra field of the entry's local header (it may differ from the directory's)."""
        start, length = self._after_header(entry)
        self._file.seek(start - length)
        return self._file.read(length)

    def raw(self, entry: Entry) -> Iterator[bytes]:
        """The entry's compressed bytes, in pieces, as they lie in the file.

        Raises:
            DamagedError: the file ends before them.
        """
        position, _ = self._after_header(entry)
        left = entry.info.compress_size
        while left:
            self._file.seek(position)
            piece = self._file.read(min(left, CHUNK))
            if not piece:
                raise DamagedError("the file ends inside an entry")
            yield piece
            position += len(piece)
            left -= len(piece)

    def _after_header(self, entry: Entry) -> tuple[int, int]:
        """Where the entry's data start, and how long the extra field before them is."""
        self._file.seek(entry.info.header_offset)
        header = self._file.read(LOCAL_HEADER.size)
        if len(header) < LOCAL_HEADER.size or header[:4] != LOCAL_MAGIC:
            raise DamagedError("no local header where the directory says")
        name_length, extra_length = LOCAL_HEADER.unpack(header)[-2:]
        return entry.info.header_offset + LOCAL_HEADER.size + name_length + extra_length, extra_length


def part_name(entry_name: str) -> str:
    """An entry's name as a part name: some producers write backslashes, or a "/" before it."""
    return "/" + entry_name.replace("\\", "/").lstrip("/")


def _refuse_overlaps(entries: Iterable[Entry], size: int) -> None:
    """Refuses entries that overlap: no zip program writes them, and copied one by one they make a file of any size.

    Args:
        entries: all entries.
        size: bytes of the file.
    """
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.info.header_offset):
        if entry.info.header_offset < end:
            raise DamagedError("entries lie over each other")
        end = entry.info.header_offset + LOCAL_HEADER.size + entry.info.compress_size
    if end > size:
        raise DamagedError("the file ends inside an entry")


class _Wary:
    """The file as zipfile reads it, except for two things.

    A directory of absurd size is not taken into memory; and that a disk fails is told apart from what is on it,
    which zipfile would call no zip.
    """

    def __init__(self, file: BinaryIO, unreadable: Callable[[OSError], Exception]) -> None:
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable
        self._file, self._unreadable = file, unreadable

    def read(self, size: int = -1) -> bytes:
        if size > DIRECTORY_LIMIT:
            raise TooLargeError
        try:
            return self._file.read(size)
        except OSError as failure:
            raise self._unreadable(failure) from failure


class _Inflated(io.RawIOBase):
    """zipfile's stream with one kind of failure instead of eight, held to the size that the directory promises."""

    def __init__(self, member: Any, size: int, damaged: Callable[[], Exception]) -> None:
        self._member = member
        self._left = size
        self._damaged = damaged

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._member.read(len(buffer))
        except _DAMAGE as failure:
            raise self._damaged() from failure
        self._left -= len(data)
        if not data and self._left:
            raise self._damaged()
        buffer[: len(data)] = data
        return len(data)
