"""The zip layer, reading: what is damaged is found, and nothing inflates beyond its limit."""

import io
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_copies import copied, zipped

from zi_excel.opc.package import archive as layer
from zi_excel.opc.package.archive import Archive, DamagedError, TooLargeError, part_name


@pytest.mark.parametrize(
    ("entry", "part"),
    [("xl/a.xml", "/xl/a.xml"), ("/xl/a.xml", "/xl/a.xml"), ("xl\\a.xml", "/xl/a.xml"), ("xl/", "/xl/")],
)
def test_part_name(entry, part):
    """Backslashes and a leading slash are another producer's way of writing the same name."""
    assert part_name(entry) == part


def broken_checksum():
    data = bytearray(zipped([("a", b"text" * 99)]))
    data[data.index(b"PK\x01\x02") + 16] ^= 0xFF
    data[14] ^= 0xFF
    return bytes(data)


def broken_data():
    data = bytearray(zipped([("a", bytes(range(256)))]))
    data[60] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize("data", [broken_checksum(), broken_data()], ids=["checksum", "data"])
def test_damage_is_found(data):
    """A wrong checksum and bytes that don't inflate are damage, whole or streamed; the caller's exception is raised."""
    archive = Archive(io.BytesIO(data))
    with pytest.raises(DamagedError):
        archive.read(archive.entries[0])
    with pytest.raises(LookupError), archive.stream(archive.entries[0], LookupError) as stream:
        stream.read()


def test_entry_outside_the_file():
    """An entry that the file does not hold to its end is damage, not a short copy."""
    data = bytearray(zipped([("a", bytes(range(200)))]))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 20, 9999)
    with pytest.raises(DamagedError):
        copied(bytes(data))


def test_limits(monkeypatch):
    """What would inflate beyond a limit is not inflated."""
    data = zipped([("a", b"0" * 10_000)])
    monkeypatch.setattr(layer, "PART_LIMIT", 9_999)
    archive = Archive(io.BytesIO(data))
    with pytest.raises(TooLargeError):
        archive.read(archive.entries[0])
    monkeypatch.setattr(layer, "TOTAL_LIMIT", 9_999)
    with pytest.raises(TooLargeError):
        Archive(io.BytesIO(data))


def test_a_file_inflates_to_so_many_times_its_size(monkeypatch):
    """What a file of its size can't mean is refused by its directory alone; a few megabytes are never too much."""
    data = zipped([("a", b"0" * 100_000)])
    monkeypatch.setattr(layer, "SMALL_LIMIT", 100_000 - 100 * len(data))
    assert Archive(io.BytesIO(data)).size == len(data)
    monkeypatch.setattr(layer, "MOST_TIMES", 99)
    with pytest.raises(TooLargeError):
        Archive(io.BytesIO(data))


def test_directory_that_understates_a_size():
    """An entry never inflates beyond the size that the directory promises."""
    data = bytearray(zipped([("a", b"0" * 100_000)]))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 10)
    archive = Archive(io.BytesIO(bytes(data)))
    with pytest.raises(DamagedError):
        archive.read(archive.entries[0])


@given(st.binary(max_size=300))
def test_any_bytes(data):
    """Any bytes: an archive or damage."""
    with suppress(DamagedError):
        archive = Archive(io.BytesIO(data))
        for entry in archive.entries:
            archive.read(entry)
