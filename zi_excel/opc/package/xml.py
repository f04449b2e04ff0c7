"""XML, parsed safely: no entities, no DTD, no network, no more in memory than a workbook may need.

The only place where XML is parsed.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, BinaryIO

from lxml import etree

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.attributes import Attributes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

Element = Any
"""An lxml element: lxml's own class hands out Any as well, and its name is private."""

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
}
MOST_MARKS = 1_500_000
"""Marks ("<" and "=") that may be in memory at once: each makes a node of 100 to 300 bytes, however short it is."""
_MOST_BYTES = 64 << 20
"""Bytes that may be in memory at once: what Package.read hands out at most."""
_NO_MEMORY = 2
"""XML_ERR_NO_MEMORY: how the parser tells that it got none (libxml2, xmlerror.h)."""
_FIRST_PIECE = 4096
"""Bytes of a stream's first piece; each is twice the one before. Who looks at the head alone has little parsed."""
_PRUNE_MARKS, _PRUNE_BYTES = 100_000, 4 << 20
"""After so much, what lies before the present element of a stream is dropped."""


def parse(data: bytes, part: str) -> Element:
    """The root element of a part, whatever its encoding.

    Args:
        data: the part's bytes.
        part: what the refusal's sentence calls it: "'/xl/workbook.xml' dari 'a.xlsx'".

    Raises:
        WorkbookError: not well-formed, absurdly large, or with a DOCTYPE (no workbook has one; it is how hostile files
            expand).
    """
    if _marks(data) > MOST_MARKS or Attributes().too_many(data):
        raise too_large(f"Bagian {part}")
    try:
        root = etree.fromstring(data, etree.XMLParser(**_OPTIONS))
    except (etree.XMLSyntaxError, ValueError) as failure:
        raise _unreadable(part, failure) from failure
    except SystemError as failure:  # so lxml says, at times, that it got no memory
        raise MemoryError from failure
    _refuse_doctype(root, part)
    return root


def events(
    stream: BinaryIO, part: str, tags: Collection[str] | None = None, *, starts: bool = False
) -> Iterator[tuple[str, Element]]:
    """Yields ("start" or "end", element) while the part is read; the caller clears elements that it is done with.

    Args:
        stream: the part, inflated as it is read; the caller may stop at any time.
        part: what the refusal's sentence calls it: "'/xl/workbook.xml' dari 'a.xlsx'".
        tags: tags to report ("{*}row" for any namespace); all where None. Where tags are given, what lies before a
            reported element may be gone when the next one is.
        starts: whether the starts of elements are reported as well.

    Raises:
        WorkbookError: not well-formed, with a DOCTYPE, or with absurdly much between two reported elements.
    """
    wanted = ("start", "end") if starts else ("end",)
    checked = False
    metered = _Metered(stream, part)
    walk = etree.iterparse(metered, events=wanted, tag=None if tags is None else tuple(tags), **_OPTIONS)
    try:
        for event, element in walk:
            if not checked:
                _refuse_doctype(element, part)
                checked = True
            yield event, element
            if metered.is_long and tags is not None:
                _forget_before(element)
                metered.start_again()
    except (etree.XMLSyntaxError, ValueError) as failure:
        metered.failure = metered.failure or _unreadable(part, failure)
    if metered.failure is not None:
        del walk
        element = None
        gc.collect()  # what lxml gives up refers to itself, and may hold hundreds of megabytes
        raise metered.failure


def serialise(root: Element) -> bytes:
    """The whole document as UTF-8, comments and instructions around its root included."""
    return DECLARATION + bytes(etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False))


def inner(element: Element) -> bytes:
    """An element as UTF-8, as it is inside another one of its namespace: without stating that."""
    stated = f' xmlns="{namespace(element)}"'.encode()
    return bytes(etree.tostring(element, encoding="UTF-8", xml_declaration=False, with_tail=False)).replace(
        stated, b"", 1
    )


def namespace(element: Element) -> str:
    """The element's namespace ("" where it has none)."""
    tag: str = element.tag  # taken apart here: this is asked once per cell, and etree.QName takes ten times as long
    return tag[1 : tag.rfind("}")] if tag[0] == "{" else ""


def local(element: Element) -> str:
    """The element's name without its namespace; "" for a comment or a processing instruction."""
    return _local(element.tag)


@lru_cache(maxsize=1024)  # asked several times per cell, of a few dozen tags
def _local(tag: object) -> str:
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of a name, in whatever namespace; None where there is none."""
    return next((item for item in element if local(item) == name), None)


def grandchildren(element: Element, name: str, below: str) -> list[Element]:
    """The children called `below` of the first child called `name`."""
    parent = child(element, name)
    return [] if parent is None else [item for item in parent if local(item) == below]


def remove(element: Element) -> None:
    """Removes an element from its parent; the text after it stays."""
    parent = element.getparent()
    if element.tail and element.tail.strip():
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + element.tail
        else:
            previous.tail = (previous.tail or "") + element.tail
    parent.remove(element)


def insert_in_order(parent: Element, element: Element, order: Sequence[str]) -> None:
    """Inserts a child where the schema wants it: after the last child that comes before it in `order`."""
    before = set(order[: order.index(local(element))])
    position = max((number for number, item in enumerate(parent, 1) if local(item) in before), default=0)
    parent.insert(position, element)


def unless_same(root: Element, before: bytes) -> bytes:
    """The part's new bytes; its old ones where its content is the same, however it was written."""
    after = serialise(root)
    return before if after == serialise(parse(before, "")) else after


def is_true(value: str | None) -> bool:
    """An xsd:boolean attribute."""
    return value in ("1", "true", "on")


def integer(value: str | None) -> int | None:
    """An attribute that should be a whole number; None where it is missing or none."""
    try:
        return None if value is None else int(value)
    except ValueError:
        return None


def too_large(what: str) -> WorkbookError:
    """The refusal of what would take memory or time without end. what: "Bagian '/xl/workbook.xml' dari 'a.xlsx'"."""
    return WorkbookError(
        f"{what} mengembang melebihi batas yang wajar bagi buku kerja; mintalah berkas aslinya dari pembuatnya."
    )


def _forget_before(element: Element) -> None:
    """Drops all that lies before an element; the elements around it stay, with their attributes."""
    for item in (element, *element.iterancestors()):
        while (previous := item.getprevious()) is not None:
            if (parent := item.getparent()) is None:  # comments before the root
                break
            parent.remove(previous)


def _refuse_doctype(element: Element, part: str) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise WorkbookError(
            f"Bagian {part} memuat DOCTYPE, yang tidak ada dalam buku kerja Excel biasa; "
            "buka berkasnya di Excel dan simpan ulang sebagai .xlsx, atau mintalah berkas aslinya."
        )


def _unreadable(part: str, failure: Exception) -> WorkbookError:
    """Why a part can't be parsed: memory is short, the parser's limits (lengths, depth) are passed, or it is no XML."""
    if getattr(failure, "code", None) == _NO_MEMORY:
        return WorkbookError(
            f"Bagian {part} tidak dapat dibaca karena memori komputer tidak cukup; tutup program lain, lalu ulangi."
        )
    if "huge" in str(failure).lower():  # libxml2 names its option XML_PARSE_HUGE wherever one of them is passed
        return too_large(f"Bagian {part}")
    return WorkbookError(
        f"Bagian {part} rusak (XML-nya tidak utuh); "
        "buka berkasnya di Excel, biarkan Excel memperbaikinya, lalu simpan ulang."
    )


class _Metered:
    """A stream that counts what is read from it, and ends early where that is too much or can't be read.

    failure: why it ended early. Were it raised in here, lxml would keep it, and with its traceback the whole tree.
    is_long: whether so much has been read that the caller should drop the elements that it is done with.
    """

    def __init__(self, stream: BinaryIO, part: str) -> None:
        self._stream = stream
        self._part = part
        self._piece = _FIRST_PIECE
        self._attributes = Attributes()
        self.failure: WorkbookError | None = None
        self.start_again()

    def start_again(self) -> None:
        """Counts from zero again."""
        self._marks = self._bytes = 0
        self.is_long = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes; b"" at the end, and from a failure on."""
        if self.failure is not None:
            return b""
        try:
            data = self._stream.read(self._piece if size < 0 else min(size, self._piece))
        except WorkbookError as failure:
            self.failure = failure.with_traceback(None)
            return b""
        self._piece *= 2
        self._marks += _marks(data)
        self._bytes += len(data)
        self.is_long = self._marks > _PRUNE_MARKS or self._bytes > _PRUNE_BYTES
        too_much = self._marks > MOST_MARKS or self._bytes > _MOST_BYTES
        if too_much or self._attributes.too_many(data):
            self.failure = too_large(f"Bagian {self._part}")
            return b""
        return data


def _marks(data: bytes) -> int:
    """How many marks ("<" and "=") some bytes hold."""
    return data.count(b"<") + data.count(b"=")
