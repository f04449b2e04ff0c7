"""The zip layer, writing: untouched entries copied with their compressed bytes, new ones deflated deterministically."""

import struct
import zlib
from typing import BinaryIO, NamedTuple

from zi_excel.opc.package.archive import DATA_DESCRIPTOR, LOCAL_HEADER, LOCAL_MAGIC, UTF8_NAME, Archive, Entry

_CENTRAL_HEADER = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64 = struct.Struct("<4sLQL")
_ZIP64_EXTRA = 0x0001
_MAX16 = 0xFFFF
_MAX32 = 0xFFFFFFFF
_VERSION = 20
_VERSION64 = 45
_DEFLATED = 8
_LEVEL = 9
"""How hard parts are deflated: 9 takes three times as long, for a file that is a hundredth smaller."""
_FIXED_DATE = (0, (1 << 5) | 1)
"""1980-01-01 00:00, the first moment that the zip format knows: the same parts give the same file."""


class _Header(NamedTuple):
    """What the local header and the directory say of an entry."""

    name: bytes
    flags: int
    method: int
    time: int
    date: int
    crc: int
    compressed: int
    size: int
    version: int = _VERSION
    made_by: tuple[int, int] = (_VERSION, 0)
    local_extra: bytes = b""
    extra: bytes = b""
    comment: bytes = b""
    internal: int = 0
    external: int = 0


class ArchiveWriter:
    """Writes a zip file from front to back; the stream need not be seekable."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._position = 0
        self._directory: list[tuple[_Header, int]] = []

    def copy(self, archive: Archive, entry: Entry) -> None:
        """Copies an entry as it lies in its archive: name, date, attributes and compressed bytes.

        A data descriptor is left out: sizes and checksum are in the header, as the directory has them.

        Raises:
            DamagedError: its archive ends before it does.
        """
        info = entry.info
        year, month, day, hour, minute, second = info.date_time
        header = _Header(
            name=entry.raw_name,
            flags=info.flag_bits & ~DATA_DESCRIPTOR,
            method=info.compress_type,
            time=hour << 11 | minute << 5 | second // 2,
            date=(year - 1980) << 9 | month << 5 | day,
            crc=info.CRC,
            compressed=info.compress_size,
            size=info.file_size,
            version=info.extract_version,
            made_by=(info.create_version, info.create_system),
            local_extra=_without_zip64(archive.local_extra(entry)),
            extra=_without_zip64(info.extra),
            comment=info.comment,
            internal=info.internal_attr,
            external=info.external_attr,
        )
        self._begin(header)
        for piece in archive.raw(entry):
            self._write(piece)

    def add(self, name: bytes, data: bytes) -> None:
        """Adds a part under an entry's name (b"xl/workbook.xml"), deflated."""
        deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        compressed = deflate.compress(data) + deflate.flush()
        time, date = _FIXED_DATE
        self._begin(
            _Header(
                name=name,
                flags=0 if name.isascii() else UTF8_NAME,
                method=_DEFLATED,
                time=time,
                date=date,
                crc=zlib.crc32(data),
                compressed=len(compressed),
                size=len(data),
            )
        )
        self._write(compressed)

    def finish(self, comment: bytes = b"") -> None:
        """Writes the directory. comment: the archive's own."""
        start = self._position
        for header, offset in self._directory:
            self._write_directory_entry(header, offset)
        size, count = self._position - start, len(self._directory)
        if count >= _MAX16 or size >= _MAX32 or start >= _MAX32:
            end64 = self._position
            self._write(
                _END64.pack(b"PK\x06\x06", _END64.size - 12, _VERSION64, _VERSION64, 0, 0, count, count, size, start)
            )
            self._write(_LOCATOR64.pack(b"PK\x06\x07", 0, end64, 1))
        count, size, start = min(count, _MAX16), min(size, _MAX32), min(start, _MAX32)
        self._write(_END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)))
        self._write(comment)

    def _begin(self, header: _Header) -> None:
        self._directory.append((header, self._position))
        extra, sizes, version = header.local_extra, (header.compressed, header.size), header.version
        if max(sizes) >= _MAX32:  # in a local header, zip64 always gives both
            extra += struct.pack("<HHQQ", _ZIP64_EXTRA, 16, header.size, header.compressed)
            sizes, version = (_MAX32, _MAX32), max(version, _VERSION64)
        self._write(
            LOCAL_HEADER.pack(
                LOCAL_MAGIC,
                version,
                header.flags,
                header.method,
                header.time,
                header.date,
                header.crc,
                *sizes,
                len(header.name),
                len(extra),
            )
        )
        self._write(header.name)
        self._write(extra)

    def _write_directory_entry(self, header: _Header, offset: int) -> None:
        large = [value for value in (header.size, header.compressed, offset) if value >= _MAX32]
        extra, version = header.extra, header.version
        if large:
            extra += struct.pack(f"<HH{len(large)}Q", _ZIP64_EXTRA, 8 * len(large), *large)
            version = max(version, _VERSION64)
        self._write(
            _CENTRAL_HEADER.pack(
                b"PK\x01\x02",
                *header.made_by,
                version & 0xFF,
                version >> 8,
                header.flags,
                header.method,
                header.time,
                header.date,
                header.crc,
                min(header.compressed, _MAX32),
                min(header.size, _MAX32),
                len(header.name),
                len(extra),
                len(header.comment),
                0,
                header.internal,
                header.external,
                min(offset, _MAX32),
            )
        )
        self._write(header.name)
        self._write(extra)
        self._write(header.comment)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._position += len(data)


def _without_zip64(extra: bytes) -> bytes:
    """An extra field without its zip64 block, which is written anew where it is needed; malformed blocks stay."""
    kept, position = b"", 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        block = extra[position : position + 4 + length]
        if kind != _ZIP64_EXTRA:
            kept += block
        position += 4 + length
    return kept + extra[position:]
