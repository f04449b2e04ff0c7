"""Fonts whose letters are signs: a `ü` in Wingdings is a tick, an `o` an empty box.

The signs are those that offices mark with; which letter draws which is as the fonts' makers publish it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from zi_excel.opc.package import xml

_SIGNS = {
    "wingdings": "ü✓ û✗ þ☑ ý☒ ¨☐ o☐ q☐ r☐ p☐ x☒ n■ §▪ l● m○ ¡○ ¤◉ à→ è→",
    "wingdings 2": "P✓ O✗ R☑ Q☒ S☒ T☒ U✗ V✗ £☐",
    "webdings": "a✓ r✗ c☐ g■ n●",
    "marlett": "a✓ b✓ r✗",
}
_PRIVATE = 0xF000
"""Word and Excel also write these letters as private characters, U+F0FC for the `ü`."""
_OF_FONT: Mapping[str, Mapping[int, str]] = MappingProxyType(
    {
        font: MappingProxyType(
            {code: pair[1] for pair in pairs.split() for code in (ord(pair[0]), _PRIVATE + ord(pair[0]))}
        )
        for font, pairs in _SIGNS.items()
    }
)


def font_name(properties: xml.Element) -> str | None:
    """The symbol font that a cell's font or a run's properties name; None where it is one of letters."""
    for kind in ("name", "rFont"):
        named = xml.child(properties, kind)
        if named is not None:
            name = named.get("val", "").strip().casefold()
            return name if name in _OF_FONT else None
    return None


def drawn(text: str, font: str | None) -> str:
    """A text as its font draws it; as it is where it holds anything but the signs that are known."""
    signs = _OF_FONT.get(font or "")
    if signs is None or not text.strip() or any(ord(each) not in signs and not each.isspace() for each in text):
        return text
    return text.translate(signs)
