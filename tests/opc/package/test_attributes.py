"""How many attributes an element may have: more are refused before they are parsed."""

import io

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package import xml
from zi_excel.opc.package.attributes import MOST_ATTRIBUTES, Attributes


def element(count: int, quote: str = '"') -> bytes:
    """An element of so many attributes, with a ">" in each, among others."""
    attributes = " ".join(f"a{at}={quote}>{quote}" for at in range(count))
    return f"<r>{'<x/>' * 2_000}<y {attributes}/>{'<x/>' * 2_000}</r>".encode()


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(("count", "refused"), [(MOST_ATTRIBUTES, False), (MOST_ATTRIBUTES + 1, True)])
def test_the_limit(count, refused, quote):
    """So many are read, one more is refused; whether a part is read at once or as it streams by."""
    data = element(count, quote)
    assert Attributes().too_many(data) is refused
    if refused:
        for parse in (lambda: xml.parse(data, "P"), lambda: list(xml.events(io.BytesIO(data), "P"))):
            with pytest.raises(WorkbookError, match=r"^Bagian P mengembang"):
                parse()
    else:
        assert len(xml.parse(data, "P")) == 4_001


@pytest.mark.parametrize("length", [1, 7, 100, 2_501, 5_000])
@pytest.mark.parametrize(("count", "refused"), [(MOST_ATTRIBUTES, False), (MOST_ATTRIBUTES + 1, True)])
def test_in_pieces(count, refused, length):
    """An element may lie in any number of pieces."""
    data = element(count)
    attributes = Attributes()
    assert any(attributes.too_many(data[at : at + length]) for at in range(0, len(data), length)) is refused


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_other_encodings(encoding):
    """The marks are seen between zero bytes, too."""
    assert Attributes().too_many(element(MOST_ATTRIBUTES + 1).decode().encode(encoding))
    assert not Attributes().too_many(element(MOST_ATTRIBUTES).decode().encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        b"<a>" + b'b="" ' * 9_000 + b"</a>",
        b'<a b="' + b"c='' " * 9_000 + b'"/>',
        b"<a b='" + b'c="" ' * 9_000 + b"'/>",
        b"<a>" + b'<b c=""/>' * 9_000 + b"</a>",
        b"<a>" + b"b" * 90_000 + b"</a>",
        b'<a b="' + b"=" * 90_000 + b'"/>',
        b"b" * 90_000,
    ],
    ids=["text", "in a value", "in the other quotes", "elements", "long text", "signs", "no XML"],
)
def test_what_only_looks_like_attributes(data):
    """Text, values of attributes and many elements are none."""
    assert not Attributes().too_many(data)
