"""The styles of a Lampiran: each thing on it has one, so that an office can change its look in Word at one place."""

from typing import NamedTuple

from zi_excel.opc.package.xml import DECLARATION

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = "Arial"
_SIDE, _HIGH = 68, 28
"""Twentieths of a point between a cell's text and its edges."""
_HEAD_INDENT, _CLOSING_INDENT = 10_500, 10_500
"""Twentieths of a point from the left edge to the Lampiran's head and to the signature."""


class _Style(NamedTuple):
    """A paragraph's style. size: points. indent: twentieths of a point."""

    name: str
    size: float = 9
    bold: bool = False
    align: str = "left"
    indent: int = 0


_STYLES = {
    "KepalaLampiran": _Style("Kepala Lampiran", 9, indent=_HEAD_INDENT),
    "JudulLampiran": _Style("Judul Lampiran", 12, bold=True, align="center"),
    "JudulKolom": _Style("Judul Kolom", 9, bold=True, align="center"),
    "NomorKolom": _Style("Nomor Kolom", 7.5, align="center"),
    "Komponen": _Style("Komponen", 9, bold=True),
    "KomponenTengah": _Style("Komponen Tengah", 9, bold=True, align="center"),
    "Sel": _Style("Sel", 9),
    "SelTengah": _Style("Sel Tengah", 9, align="center"),
    "PenutupLampiran": _Style("Penutup Lampiran", 10, align="center", indent=_CLOSING_INDENT),
    "KakiLampiran": _Style("Kaki Lampiran", 8, align="right"),
}
"""By their ids."""


def styles_xml() -> str:
    """The part `word/styles.xml`."""
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", _HIGH), ("left", _SIDE), ("bottom", _HIGH), ("right", _SIDE))
    )
    return (
        f'{DECLARATION.decode()}<w:styles xmlns:w="{W}"><w:docDefaults>'
        f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="id-ID"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="TabelBiasa">'
        '<w:name w:val="Normal Table"/>'
        "</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="TabelLampiran"><w:name w:val="Tabel Lampiran"/>'
        f'<w:basedOn w:val="TabelBiasa"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
        f"{''.join(_style(name, style) for name, style in _STYLES.items())}</w:styles>"
    )


def _style(name: str, style: _Style) -> str:
    half_points = round(style.size * 2)
    indent = f'<w:ind w:left="{style.indent}"/>' if style.indent else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{indent}<w:jc w:val="{style.align}"/></w:pPr>'
        f'<w:rPr>{bold}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr></w:style>'
    )
