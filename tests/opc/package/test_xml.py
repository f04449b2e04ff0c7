"""XML is parsed safely, and what is not changed is not written anew."""

import io
from contextlib import suppress
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml

BOMB = (
    '<!DOCTYPE r [<!ENTITY a "xxxxxxxxxx">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    + "]>"
)
REFUSED = {
    "empty": b"",
    "cut off": b"<r><c>",
    "no xml": b"PK\x03\x04",
    "doctype": b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>',
    "internal subset": b'<!DOCTYPE r [<!ENTITY a "x">]><r/>',
    "external entity": b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r>&a;</r>',
    "entity bomb in text": f"{BOMB}<r>&a8;</r>".encode(),
    "entity bomb in an attribute": f'{BOMB}<r b="&a8;"/>'.encode(),
    "doctype in UTF-16": '<!DOCTYPE r [<!ENTITY a "x">]><r/>'.encode("utf-16"),
    "undeclared entity": b"<r>&a;</r>",
    "depth": b"<a>" * 5000 + b"</a>" * 5000,
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize(
    "read", [xml.parse, lambda data, part: list(xml.events(io.BytesIO(data), part))], ids=["whole", "streamed"]
)
def test_refused(read, data):
    """What is not well-formed or brings a DOCTYPE is refused in a sentence that names the part."""
    with pytest.raises(WorkbookError, match=r"'/xl/x\.xml' dari 'a\.xlsx'"):
        read(data, "'/xl/x.xml' dari 'a.xlsx'")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding):
    """A byte-order mark and UTF-16 are read as well."""
    assert xml.parse('<r a="ü"/>'.encode(encoding), "").get("a") == "ü"


def test_only_a_change_is_written():
    """However a part was written, it keeps its bytes as long as its content is the same."""
    before = b"\xef\xbb\xbf<?xml version='1.0'?>\n<x:r xmlns:x='u' b='1'  a='2'></x:r>"
    root = xml.parse(before, "")
    assert xml.unless_same(root, before) == before
    root.set("a", "3")
    after = xml.unless_same(root, before)
    assert after == b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<x:r xmlns:x="u" b="1" a="3"/>'


def test_insert_in_order():
    """A new child stands where its schema wants it, whatever stands there that the order does not know."""
    root = xml.parse(b"<r><a/><odd/><c/><e/></r>", "")
    xml.insert_in_order(root, root.makeelement("d"), "abcde")
    xml.insert_in_order(root, root.makeelement("b"), "abcde")
    assert [item.tag for item in root] == ["a", "b", "odd", "c", "d", "e"]


@pytest.mark.parametrize(
    ("text", "number"), [(None, None), ("", None), ("7", 7), ("-1", -1), ("x", None), ("1.0", None)]
)
def test_integer(text, number):
    """An attribute that is no whole number is none."""
    assert xml.integer(text) == number


@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Any bytes: an element or a refusal, never another exception."""
    with suppress(WorkbookError):
        xml.parse(data, "")


def test_more_than_memory_holds(monkeypatch):
    """Each "<" and "=" makes a node of hundreds of bytes: beyond a number of them a part is refused, not parsed."""
    monkeypatch.setattr(xml, "MOST_MARKS", 20)
    assert len(xml.parse(b"<a>" + b"<b/>" * 18 + b"</a>", "P")) == 18
    with pytest.raises(WorkbookError, match=r"^Bagian P mengembang"):
        xml.parse(b"<a>" + b"<b/>" * 19 + b"</a>", "P")
    with pytest.raises(WorkbookError, match="mengembang"):
        xml.parse(b"<a " + b" ".join(b"c%d=''" % n for n in range(20)) + b"/>", "P")


@pytest.mark.parametrize(("limit", "most"), [("MOST_MARKS", 20_000), ("_MOST_BYTES", 100_000)])
@pytest.mark.slow
def test_a_stream_longer_than_memory(monkeypatch, limit, most):
    """What is reported is forgotten; what is not piles up, until it is refused."""
    monkeypatch.setattr(xml, limit, most)
    monkeypatch.setattr(xml, "_PRUNE_MARKS", 1000)
    long = io.BytesIO(b"<a>" + b"<r><b c=''/></r>" * 100_000 + b"</a>")
    assert sum(1 for _ in xml.events(long, "P", ("{*}r",))) == 100_000
    with pytest.raises(WorkbookError, match="mengembang"):
        list(xml.events(io.BytesIO(long.getvalue()), "P", ("{*}x",)))
    nested = io.BytesIO(b"<a>" + b"<r/><s>" * 100 + b"<b c=''/>" * 100_000 + b"</s>" * 100 + b"</a>")
    with pytest.raises(WorkbookError, match="mengembang"):
        list(xml.events(nested, "P", ("{*}r",)))


def test_a_stream_that_breaks_off():
    """The stream's own failure is raised, not that the XML ends too soon; and what was parsed is dropped."""

    class Torn(io.BytesIO):
        def read(self, size=-1):
            if self.tell():
                raise WorkbookError("Berkas rusak.")
            return super().read(min(size, 100))

    events = xml.events(Torn(b"<a>" + b"<r/>" * 100), "P", ("{*}r",))
    assert [element.tag for _, element in islice(events, 24)] == ["r"] * 24
    with pytest.raises(WorkbookError, match=r"^Berkas rusak\.$"):
        next(events)
