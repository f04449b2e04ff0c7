"""Transitional parts made Strict (ISO/IEC 29500-1): for workbooks that were saved as "Strict Open XML".

Percentages in charts and colours keep their plain numbers: the standard has them with a "%" there, but Office's own
Strict files have not, and the Open XML SDK's validator refuses the sign.
"""

from __future__ import annotations

from zi_excel.opc.package import xml

_NAMESPACES = (
    (xml.MAIN, xml.MAIN_STRICT),
    (xml.R, xml.R_STRICT),
    ("http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"),
)


def strict_type(relationship_type: str) -> str:
    """A relationship's type as Strict packages write it."""
    return relationship_type.replace(xml.R, xml.R_STRICT, 1)


def strict_part(data: bytes) -> bytes:
    """An XML part with Strict namespaces."""
    for transitional, strict in _NAMESPACES:
        data = data.replace(transitional.encode(), strict.encode())
    return data
