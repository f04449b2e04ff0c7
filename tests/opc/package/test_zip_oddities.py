"""Zip files as real producers write them: every entry is copied as it is, or the file refused where readers differ."""

import io
import struct
import zipfile
import zlib
from dataclasses import replace

import pytest
from raw_zip import Raw, raw_zip

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.archive import Archive, DamagedError, TooLargeError
from zi_excel.opc.package.package import Package

UNIX_TIME = struct.pack("<HHBL", 0x5455, 5, 1, 1_700_000_000)  # Info-ZIP's "UT", shorter in the directory
UNIX_TIMES = struct.pack("<HHBLL", 0x5455, 9, 3, 1_700_000_000, 1_700_000_001)
OWNER = struct.pack("<HHBBLBL", 0x7875, 11, 1, 4, 1000, 4, 1000)
NTFS = struct.pack("<HHLHHQQQ", 0x000A, 32, 0, 1, 24, 1 << 56, 1 << 56, 1 << 56)
PADDING = struct.pack("<HHHH", 0xA220, 4, 0xA028, 0)  # System.IO.Packaging's room for growth, in the local header only


def entries(path, **options):
    """A workbook's entries, each with these options."""
    with zipfile.ZipFile(path) as archive:
        return [Raw(name.encode(), archive.read(name), **options) for name in archive.namelist()]


def facts(path):
    """Of every entry: what its two headers say, without sizes, and its compressed bytes."""
    with path.open("rb") as file:
        archive = Archive(file)
        return {
            (at, entry.raw_name): (
                entry.info.extra, entry.info.comment, entry.info.external_attr, entry.info.date_time,
                entry.info.compress_type, entry.info.CRC, archive.local_extra(entry), b"".join(archive.raw(entry)),
            )
            for at, entry in enumerate(archive.entries)
        }  # fmt: skip


def without_zip64(extra):
    """An extra field without its zip64 block: sizes stand in the headers where they fit there."""
    return extra[4 + struct.unpack_from("<H", extra, 2)[0] :] if extra[:2] == b"\x01\x00" else extra


ODD = {
    "stored": {"method": 0},
    "data descriptors": {"descriptor": True},
    "zip64 everywhere": {"zip64": True},
    "zip64 with descriptors": {"zip64": True, "descriptor": True},
    "times of Info-ZIP": {"extra": UNIX_TIME + OWNER, "local_extra": UNIX_TIMES + OWNER},
    "times of Windows": {"extra": NTFS},
    "room for growth": {"local_extra": PADDING},
    "zip64 and times": {"zip64": True, "descriptor": True, "extra": UNIX_TIME, "local_extra": UNIX_TIMES},
    "comments": {"comment": b"each has one"},
    "flag of UTF-8": {"flags": 0x0800},
    "date before all dates": {"time": (0, 0)},
    "padding that follows no rule": {"local_extra": b"\0\0\0"},
}


@pytest.mark.parametrize("options", ODD.values(), ids=ODD)
def test_entries(staff, refresh, options):
    """Both headers' extra fields, comments, dates and compressed bytes of staff's entries stay, each its own."""
    staff.write_bytes(raw_zip(entries(staff, **options)))
    out, change = refresh(staff)
    before, after = facts(staff), facts(out)
    touched = {name.removeprefix("/").encode() for name in change.replaced}
    for (at, name), (extra, *others, local_extra, compressed) in before.items():
        if name not in touched:
            assert after[at, name] == (without_zip64(extra), *others, without_zip64(local_extra), compressed), name
    assert len(after) == len(before) + len(change.added)
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
    assert refresh(out)[1].empty


@pytest.mark.parametrize("adjusted", [True, False], ids=["offsets count it", "offsets don't"])
def test_bytes_before_and_after(staff, refresh, adjusted):
    """A program or a mail's head before the zip, and an archive comment: the comment stays."""
    staff.write_bytes(raw_zip(entries(staff), prefix=b"MZ" + bytes(500), comment=b"PK\x05 kami", adjusted=adjusted))
    out, _ = refresh(staff)
    with zipfile.ZipFile(out) as archive:
        assert archive.comment == b"PK\x05 kami"
    assert refresh(out)[1].empty


def test_directory_in_another_order(staff, refresh):
    """The directory's order is the entries' order, wherever their bytes lie."""
    listed = entries(staff)
    staff.write_bytes(raw_zip(listed[::-1], directory=listed))
    out, _ = refresh(staff)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist()[: len(listed)] == [entry.name.decode() for entry in listed]


def test_names_of_any_code_page(staff, refresh):
    """A name in UTF-8 (with the flag) and one in a DOS code page stay the same bytes."""
    more = [Raw("foto/é✓.png".encode(), b"1", flags=0x0800), Raw(b"foto/\x82\xff.png", b"2"), Raw(b"a\0b", b"3")]
    staff.write_bytes(raw_zip([*entries(staff), *more]))
    out, _ = refresh(staff)
    assert [name for _, name in facts(out) if name in {entry.name for entry in more}] == [each.name for each in more]


def test_a_name_that_differs_between_headers(staff, refresh):
    """One program would read another part than the other: refused, be it a part that nobody looks at."""
    listed = entries(staff)
    listed[-1] = replace(listed[-1], local_name=b"other")
    staff.write_bytes(raw_zip(listed))
    with pytest.raises(WorkbookError, match="rusak"):
        refresh(staff)


def test_a_name_that_differs_in_its_slashes_only(staff, refresh):
    """That too: which of the two names counts is not known."""
    listed = entries(staff)
    at = next(n for n, entry in enumerate(listed) if b"media" in entry.name)
    listed[at] = replace(listed[at], local_name=listed[at].name.replace(b"/", b"\\"))
    staff.write_bytes(raw_zip(listed))
    with pytest.raises(WorkbookError, match="rusak"):
        refresh(staff)


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99], ids=["deflate64", "bzip2", "lzma", "zstandard", "encrypted"])
def test_compression_that_no_workbook_has(staff, method):
    """Only stored and deflated parts are read (lzma may ask for gigabytes to inflate a byte)."""
    listed = entries(staff)
    data = raw_zip([*listed[:-1], replace(listed[-1], method=0)])
    at = data.rindex(b"PK\x01\x02")
    data = data[: at + 10] + struct.pack("<H", method) + data[at + 12 :]
    with Package(io.BytesIO(data), staff) as package, pytest.raises(WorkbookError, match="rusak"):
        package.read("/" + listed[-1].name.decode())


@pytest.mark.parametrize("lie", [-1, 1, 50_000_000])
def test_a_size_that_lies(staff, refresh, lie):
    """A part that inflates to more or less than its header says is damaged."""
    listed = entries(staff)
    at = next(n for n, entry in enumerate(listed) if b"media" in entry.name)
    listed[at] = replace(listed[at], size=len(listed[at].data) + lie)
    staff.write_bytes(raw_zip(listed))
    with pytest.raises(WorkbookError, match=r"media.*rusak"):
        refresh(staff)


def test_entries_that_lie_over_each_other(staff):
    """A thousand names for the same bytes (Fifield's bomb): no archive of ours."""
    listed = entries(staff)
    twice = replace(listed[-1], name=b"again")
    twice.offset = 0
    data = raw_zip(listed, directory=[*listed, twice])
    with pytest.raises(DamagedError, match="over each other"):
        Archive(io.BytesIO(data))
    with pytest.raises(WorkbookError, match="rusak"):
        Package(io.BytesIO(data), staff)


def test_an_entry_beyond_the_file(staff):
    """Compressed bytes that the file does not hold."""
    data = bytearray(raw_zip(entries(staff)))
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 20, 0xFFFFFFF0)
    with pytest.raises(DamagedError):
        Archive(io.BytesIO(bytes(data)))


def test_four_gigabytes_promised(staff):
    """What would inflate beyond the limit is refused by its promise alone."""
    one = Raw(b"a", zlib.compress(b""), size=0xFFFFFFFE)
    data = raw_zip([*entries(staff), one, replace(one, name=b"b")])
    with pytest.raises(TooLargeError):
        Archive(io.BytesIO(data))


def test_a_directory_without_end(staff, monkeypatch):
    """A directory of hundreds of thousands of entries is not taken into memory."""
    monkeypatch.setattr("zi_excel.opc.package.archive.DIRECTORY_LIMIT", 5000)
    data = raw_zip([*entries(staff), *(Raw(b"%d" % number, b"") for number in range(200))])
    with pytest.raises(WorkbookError, match="mengembang"):
        Package(io.BytesIO(data), staff)
