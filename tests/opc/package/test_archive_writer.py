"""The zip layer, writing: what is copied is the same, what is new is deterministic."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zip_copies import copied, zipped

from zi_excel.opc.package import archive_writer as writing
from zi_excel.opc.package.archive import DATA_DESCRIPTOR, Archive
from zi_excel.opc.package.archive_writer import ArchiveWriter

FACTS = (
    "orig_filename", "CRC", "file_size", "compress_size", "compress_type", "date_time", "external_attr",
    "internal_attr", "extra", "comment", "create_system", "create_version", "extract_version",
)  # fmt: skip


class Pipe(io.BytesIO):
    """A stream that can't seek: zipfile writes data descriptors to it."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_) -> int:
        raise OSError

    def tell(self) -> int:
        raise OSError


def facts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return [[getattr(info, name) for name in FACTS] for info in archive.infolist()]


def special_entries():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"the archive's own"
        archive.writestr("xl/", b"")
        stored = zipfile.ZipInfo("stored \u00e9 \u2713.bin", (2024, 2, 29, 23, 59, 58))
        stored.external_attr, stored.internal_attr = 0o644 << 16, 1
        stored.comment, stored.create_system = "k\u00f6".encode(), 3
        stored.extra = struct.pack("<HH4s", 0x5455, 4, b"time")
        archive.writestr(stored, b"stored")
        archive.writestr("a\\b.xml", b"<b/>" * 1000, zipfile.ZIP_DEFLATED)
        archive.writestr("empty", b"")
    return out.getvalue()


NAMES = st.text(min_size=1, max_size=9).filter(lambda name: "\0" not in name)


@pytest.mark.parametrize(
    "data",
    [
        special_entries(),
        zipped([("a", b"1"), ("a", b"2"), ("A", b"3")]),
        zipped([("a", b"descriptor" * 99), ("b", b"")], out=Pipe()),
        b"a program before the archive" + zipped([("a", b"1" * 99)]),
    ],
    ids=["folders, stored, names, extras", "duplicates", "data descriptors", "bytes before it"],
)
def test_copy_is_the_same(data):
    """Names, dates, attributes, extra fields, checksums and compressed bytes of copied entries stay, in their order."""
    assert facts(copied(data)) == facts(data)
    before, after = Archive(io.BytesIO(data)), Archive(io.BytesIO(copied(data)))
    for old, new in zip(before.entries, after.entries, strict=True):
        assert b"".join(before.raw(old)) == b"".join(after.raw(new))
        assert not new.info.flag_bits & DATA_DESCRIPTOR
    assert after.comment == before.comment
    assert copied(copied(data)) == copied(data)


@given(st.dictionaries(NAMES, st.binary(max_size=99), max_size=9))
@pytest.mark.slow
def test_copy_of_any(parts):
    """Whatever the entries are called and hold, they read the same after copying."""
    data = zipped(parts.items())
    assert facts(copied(data)) == facts(data)


def test_zip64_is_read_and_left_out():
    """A zip64 block that sizes do without is not copied."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open(zipfile.ZipInfo("a"), "w", force_zip64=True) as entry:
        entry.write(b"small")
    small = copied(out.getvalue())
    assert zipfile.ZipFile(io.BytesIO(small)).read("a") == b"small"
    assert Archive(io.BytesIO(small)).local_extra(Archive(io.BytesIO(small)).entries[0]) == b""


@pytest.mark.slow
def test_zip64_for_many_entries():
    """More than 65,535 entries need a zip64 directory."""
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    for number in range(65_600):
        writer.add(b"%d" % number, b"")
    writer.finish()
    with zipfile.ZipFile(out) as archive:
        assert len(archive.namelist()) == 65_600
        assert archive.read("65599") == b""


def test_zip64_for_large_entries(monkeypatch):
    """Sizes and offsets that need more than four bytes stand in zip64 blocks, local and in the directory."""
    monkeypatch.setattr(writing, "_MAX32", 20)  # as if 20 bytes were 4 GiB; readers know a marker by all its bits
    out = io.BytesIO()
    writer = ArchiveWriter(out)
    writer.add(b"one", bytes(range(99)))
    writer.add(b"two", b"")
    writer.finish()
    data = out.getvalue()
    size = 99
    local = struct.pack("<HHQ", 1, 16, size)
    assert data.index(local) < data.index(b"PK\x01\x02")
    assert data.count(struct.pack("<HHQ", 1, 16, size)) == 2
    second = data.rindex(b"PK\x03\x04")
    assert struct.pack("<HHQ", 1, 8, second) in data
    assert data.count(b"PK\x06\x06") == data.count(b"PK\x06\x07") == 1


def test_new_entries_are_deterministic():
    """The same parts give the same bytes, whenever they are written."""

    def write():
        out = io.BytesIO()
        writer = ArchiveWriter(out)
        writer.add(b"xl/a.xml", b"<a/>" * 99)
        writer.add("xl/\u00e9.xml".encode(), b"")
        writer.finish()
        return out.getvalue()

    assert write() == write()
    with zipfile.ZipFile(io.BytesIO(write())) as archive:
        assert [(info.filename, info.date_time) for info in archive.infolist()] == [
            ("xl/a.xml", (1980, 1, 1, 0, 0, 0)),
            ("xl/\u00e9.xml", (1980, 1, 1, 0, 0, 0)),
        ]
        assert archive.testzip() is None
