"""Zip files byte by byte, for what the standard library does not write."""

import struct
import zlib
from dataclasses import dataclass, field


@dataclass
class Raw:
    """One entry as it is to stand in the file.

    local_name, local_extra: what its own header says, where that differs from the directory. zip64: its sizes stand in
    zip64 blocks. descriptor: its sizes stand behind its data. size: what the directory says that it inflates to.
    """

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0
    extra: bytes = b""
    local_name: bytes | None = None
    local_extra: bytes = b""
    comment: bytes = b""
    zip64: bool = False
    descriptor: bool = False
    size: int | None = None
    time: tuple[int, int] = (0x6C3B, 0x5A94)
    offset: int = field(default=0, init=False)

    @property
    def compressed(self) -> bytes:
        """The data as they lie in the file."""
        if self.method == 0:
            return self.data
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        return deflate.compress(self.data) + deflate.flush()


def raw_zip(entries, *, prefix=b"", comment=b"", directory=None, adjusted=True):
    """The file. directory: the entries in the directory's order; adjusted: offsets count the prefix."""
    out = bytearray(prefix)
    for entry in entries:
        entry.offset = len(out) if adjusted else len(out) - len(prefix)
        out += local(entry)
    start = len(out)
    listed = list(entries if directory is None else directory)
    for entry in listed:
        out += central(entry)
    at = start if adjusted else start - len(prefix)
    end = ("<4s4H2LH", b"PK\x05\x06", 0, 0, len(listed), len(listed), len(out) - start, at, len(comment))
    return bytes(out) + struct.pack(*end) + comment


def local(entry):
    """The entry's own header, its data and, where it has one, the descriptor behind them."""
    data, crc, size = entry.compressed, zlib.crc32(entry.data), len(entry.data)
    flags, extra, sizes = entry.flags, entry.local_extra, (len(data), size)
    stated = crc
    behind = b""
    if entry.descriptor:
        flags, stated, sizes = flags | 8, 0, (0, 0)
        behind = struct.pack("<4sL2Q" if entry.zip64 else "<4s3L", b"PK\x07\x08", crc, len(data), size)
    if entry.zip64:
        extra = struct.pack("<2H2Q", 1, 16, *reversed(sizes)) + extra
        sizes = (0xFFFFFFFF, 0xFFFFFFFF)
    name = entry.name if entry.local_name is None else entry.local_name
    version = 45 if entry.zip64 else 20
    head = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", version, flags, entry.method, *entry.time, stated, *sizes, len(name), len(extra)
    )
    return head + name + extra + data + behind


def central(entry):
    """The entry in the directory."""
    flags = entry.flags | 8 * entry.descriptor
    sizes = (len(entry.compressed), len(entry.data) if entry.size is None else entry.size)
    extra = entry.extra
    if entry.zip64:
        extra = struct.pack("<2H2Q", 1, 16, *reversed(sizes)) + extra
        sizes = (0xFFFFFFFF, 0xFFFFFFFF)
    return (
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            (3 << 8) | 45,
            45 if entry.zip64 else 20,
            flags,
            entry.method,
            *entry.time,
            zlib.crc32(entry.data),
            *sizes,
            len(entry.name),
            len(extra),
            len(entry.comment),
            0,
            1,
            0o100644 << 16,
            entry.offset,
        )
        + entry.name
        + extra
        + entry.comment
    )
