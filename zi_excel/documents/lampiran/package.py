"""A Lampiran as a Word document: its parts. The same Lampiran gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from zi_excel.documents.docx import read_body
from zi_excel.documents.lampiran.body import FOOTER, document_xml, fit
from zi_excel.documents.lampiran.contents import Lampiran
from zi_excel.documents.lampiran.styles import W, styles_xml
from zi_excel.documents.lists import Lists
from zi_excel.documents.pages import Document
from zi_excel.opc.package import xml

_DOCUMENT = "word/document.xml"
_HEAD = xml.DECLARATION.decode()
_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_SETTINGS = (
    f'{_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="id-ID"/></w:settings>'
)


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


_FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="KakiLampiran"/></w:pPr>'
    f"{_words('Halaman ')}{_field('PAGE')}{_words(' dari ')}{_field('NUMPAGES')}</w:p></w:ftr>"
)


def render(lampiran: Lampiran) -> bytes:
    """The document (.docx)."""
    body = document_xml(lampiran).encode()
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            {
                "rId1": (f"{xml.R}/officeDocument", "word/document.xml"),
                "rId2": (
                    f"{xml.RELATIONSHIPS}/metadata/core-properties",
                    "docProps/core.xml",
                ),
            }
        ),
        "docProps/core.xml": _core(lampiran),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rId1": (f"{xml.R}/styles", "styles.xml"),
                "rId2": (f"{xml.R}/settings", "settings.xml"),
                FOOTER: (f"{xml.R}/footer", "footer1.xml"),
            }
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _SETTINGS,
        "word/footer1.xml": _FOOTER,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in [*((name, part.encode()) for name, part in parts.items()), (_DOCUMENT, body)]:
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read_again(content: bytes, path: Path) -> Document:
    """The document as `impor` reads it. path: what it is or will be called."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = xml.parse(package.read(_DOCUMENT), f"'{_DOCUMENT}' dari '{path}'")
    return read_body(path, root.find(f"{{{W}}}body"), Lists(None, None))


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{xml.RELATIONSHIPS}">{each}</Relationships>'


def _core(lampiran: Lampiran) -> str:
    title = escape(fit(" ".join(lampiran.title)))
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_METADATA}/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{escape(fit(lampiran.kantor))}</dc:creator>"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )
