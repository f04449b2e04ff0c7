"""A file that is no usable workbook is refused in one Indonesian sentence that says what it is and what to do."""

import io
import zipfile

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.{kind}"/></Types>'
)


ROOT_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="{part}"/></Relationships>'
)


def zipped(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def office(part: str, kind: str, content: str = "<x/>") -> bytes:
    return zipped(
        **{
            "[Content_Types].xml": TYPES.format(part=part, kind=kind),
            "_rels/.rels": ROOT_RELS.format(part=part),
            part: content,
        }
    )


REFUSED = {
    "empty": (b"", "kosong"),
    "csv": (b"a;b\r\n1;2\r\n", r"berkas teks \(misalnya \.csv\)"),
    "csv in UTF-8 with a mark": ("\ufeffä;ö".encode(), "berkas teks"),
    "html": (b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
    "xml of 2003": (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "2003"),
    "pdf": (b"%PDF-1.7 ...", "bukan buku kerja Excel"),
    "zip cut off": (office("xl/workbook.xml", "x")[:-30], "rusak atau terpotong"),
    "encrypted": (OLE2 + "EncryptedPackage".encode("utf-16-le"), "terkunci kata sandi"),
    "encrypted, name across pieces": (
        OLE2 + bytes((1 << 20) - 618) + "EncryptedPackage".encode("utf-16-le"),
        "terkunci kata sandi",
    ),
    "rights management": (
        OLE2 + "EncryptedPackage, DRMEncryptedTransform".encode("utf-16-le"),
        "pembatasan hak akses",
    ),
    "cover page of an encrypted workbook": (
        zipped(
            **{
                "[Content_Types].xml": TYPES.format(part="xl/workbook.xml", kind=""),
                "_rels/.rels": ROOT_RELS.format(part="xl/workbook.xml").replace(
                    "<Relationship ",
                    '<Relationship Id="rCover" Type="http://schemas.dell.com/ddp/2016/relationships/xenFile" '
                    'Target="ddp/ddpfile.xen"/><Relationship ',
                ),
            }
        ),
        "halaman sampul",
    ),
    "xls": (OLE2 + "Workbook".encode("utf-16-le"), r"\.xls\)"),
    "xls of Excel 5": (OLE2 + "Book".encode("utf-16-le"), r"\.xls\)"),
    "other compound file": (OLE2 + "WordDocument".encode("utf-16-le"), "format dokumen Office lama"),
    "xlsb": (office("xl/workbook.bin", "ms-excel.sheet.binary.macroEnabled.main"), r"\.xlsb"),
    "docx": (office("word/document.xml", "openxmlformats-officedocument.wordprocessingml.document.main+xml"), "Word"),
    "pptx": (
        office("ppt/presentation.xml", "openxmlformats-officedocument.presentationml.presentation.main+xml"),
        "PowerPoint",
    ),
    "ods": (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": "<x/>"}), r"\.ods"),
    "some zip": (zipped(a="1"), r"\[Content_Types\]\.xml"),
    "no workbook part": (
        zipped(**{"[Content_Types].xml": TYPES.format(part="a", kind="b")}),
        "tidak memuat buku kerja",
    ),
    "content types cut off": (zipped(**{"[Content_Types].xml": "<Types>"}), "rusak"),
    "relationships with a DOCTYPE": (
        zipped(**{"[Content_Types].xml": TYPES.format(part="a", kind="b"), "_rels/.rels": "<!DOCTYPE r []><r/>"}),
        "DOCTYPE",
    ),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path, data, words):
    """Each kind of file that is no workbook has one sentence, which names the file and says what to do."""
    path = tmp_path / "buku kerja.xlsx"
    path.write_bytes(data)
    with pytest.raises(WorkbookError, match=words) as refusal:
        Package.open(path)
    sentence = str(refusal.value)
    assert str(path) in sentence
    assert ";" in sentence, "says what to do"
    assert sentence.endswith(".")
    assert "\n" not in sentence
    path.unlink()  # the file is not left open
