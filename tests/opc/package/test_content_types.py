"""Content types: found as Excel finds them, changed only where they must be."""

import pytest

from zi_excel.opc.package.content_types import ContentTypes

DATA = (
    b"<?xml version='1.0'?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    b'<Default Extension="XML" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    b'<Override PartName="/xl/A.xml" ContentType="a"/><Override PartName="\\xl\\b.xml" ContentType="b"/></Types>'
)


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("/xl/a.xml", "a"),
        ("/XL/B.xml", "b"),
        ("/xl/c.xml", "application/xml"),
        ("/x.PNG", "image/png"),
        ("/xl/none", None),
        ("/x.bin", None),
    ],
)
def test_of(part, kind):
    """An override holds before the extension's default; case and slashes don't matter."""
    assert ContentTypes(DATA, "").of(part) == kind


def test_nothing_changed():
    """Setting what is so already, and dropping what is not there, keeps the bytes."""
    types = ContentTypes(DATA, "")
    types.set("/xl/a.xml", "a")
    types.set("/new.png", "image/png")
    types.drop("/xl/c.xml")
    assert types.to_bytes() == DATA


def test_set_and_drop():
    """A new extension gets a default before the overrides; a part of another type, or an XML part, an override."""
    types = ContentTypes(DATA, "")
    types.set("/xl/drawing.vml", "vml")
    types.set("/xl/c.xml", "c")
    types.set("/xl/a.xml", "a2")
    types.set("/odd.png", "image/odd")
    types.drop("/XL/b.xml")
    again = ContentTypes(types.to_bytes(), "")
    assert [again.of(part) for part in ("/y.vml", "/xl/c.xml", "/xl/a.xml", "/odd.png", "/z.png", "/xl/b.xml")] == [
        "vml", "c", "a2", "image/odd", "image/png", "application/xml",
    ]  # fmt: skip
    text = types.to_bytes().decode()
    assert text.index('"vml"') < text.index("<Override")
    assert text.count("/xl/a.xml") == 1
    assert "A.xml" not in text
    assert again.to_bytes() == types.to_bytes()


def test_parts_of_type():
    """Parts by their type, for packages without relationships of their own."""
    assert list(ContentTypes(DATA, "").parts_of_type("a")) == ["/xl/a.xml"]
