"""What a disk, a network or a memory that is too small keeps from being read is not called damaged."""

import errno
import io
from pathlib import Path

import pytest
from lxml import etree

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.archive import Archive, UnreadableError
from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan


class Failing(io.BytesIO):
    """A file whose reads fail from one of them on."""

    def __init__(self, data: bytes, reads: int, number: int) -> None:
        super().__init__(data)
        self.reads, self.number = reads, number

    def read(self, size: int | None = -1) -> bytes:
        self.reads -= 1
        if self.reads < 0:
            raise OSError(self.number, "failed")
        return super().read(size)


def read(file):
    with Package(file, Path("rencana aksi.xlsx")) as package:
        return read_plan(package)


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EIO, "media penyimpanan gagal"), (errno.ESTALE, f"kesalahan sistem nomor {errno.ESTALE}")],
)
def test_a_disk_that_fails_at_any_read(template, number, reason):
    """The sentence names the disk or the network, and lets nobody repair a workbook that may be whole."""
    data, at = template.read_bytes(), 0
    sentences: set[str] = set()
    while True:
        file = Failing(data, at, number)
        try:
            read(file)
        except WorkbookError as failure:
            sentences.add(str(failure))
        else:
            break
        at += 1
    assert at > 20
    (sentence,) = sentences
    assert f"({reason}): disk atau jaringannya bermasalah" in sentence
    assert "memperbaiki" not in sentence


def test_the_zip_layer_alone():
    """Without a sentence of the package's it has an exception of its own."""
    with pytest.raises(UnreadableError):
        Archive(Failing(b"PK" * 99, 0, errno.EIO))


def test_too_little_memory_for_the_parser(monkeypatch):
    """The parser says so as a syntax error; it is none."""

    def short(*_):
        raise etree.XMLSyntaxError("out of memory", 2, 0, 0)

    monkeypatch.setattr(etree, "fromstring", short)
    with pytest.raises(WorkbookError, match="memori komputer tidak cukup"):
        xml.parse(b"<a/>", "P")
