"""Files that `monev` refuses: exit 3, each with its own sentence, and neither the file nor its folder has changed."""

import io
import re
import zipfile
from datetime import date

import pytest
from raw_zip import Raw, raw_zip
from short_matrix import short_matrix

from zi_excel.errors import WorkbookError
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi

PER = date(2025, 11, 20)
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK, RELS, TYPES, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"
OPEN = "openxmlformats-officedocument"
SHEET = f"{OPEN}.spreadsheetml.sheet.main+xml"
BETA = "http://schemas.microsoft.com/office/excel/2006/2"


def relationship(kind, target):
    return f'<Relationship Id="rId77" Type="{kind}" Target="{target}"/></Relationships>'


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def office(part, kind):
    """A package of another of Office's programs."""
    return zipped(
        {
            TYPES: f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Override PartName="/{part}" ContentType="application/vnd.{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            + relationship(f"{OFFICE}/officeDocument", part),
            part: "<x/>",
        }
    )


def ole2(*streams):
    return OLE2 + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams) + bytes(512)


def edited(part, old, new):
    """The workbook with a text in a part replaced."""

    def make(parts):
        data = parts[part].decode()
        assert old in data, old
        return zipped(parts | {part: data.replace(old, new)})

    return make


def sharing(attributes):
    return "<workbookPr", f"<fileSharing {attributes}/><workbookPr"


def without(part):
    return lambda parts: zipped({name: data for name, data in parts.items() if name != part})


def damaged(part):
    """One bit of a part's checksum is wrong in the directory and before the part."""

    def make(parts):
        data = bytearray(zipped(parts))
        for start, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
            offset = 30 if at == 14 else 46
            found = next(
                m.start() for m in re.finditer(start, data) if data[m.start() + offset :].startswith(part.encode())
            )
            data[found + at] ^= 1
        return bytes(data)

    return make


def given(data):
    return lambda _: data


PICTURE = "xl/media/image1.png"
END = "</Relationships>"
SIGNED = f"{PACKAGE}/relationships/digital-signature/origin"
REFUSED = {
    "empty": (given(b""), "kosong (0 byte)"),
    "encrypted": (given(ole2("EncryptionInfo", "EncryptedPackage")), "terkunci kata sandi"),
    "encrypted by a sensitivity label": (
        given(ole2("DRMEncryptedDataSpace", "DRMEncryptedTransform", "EncryptedPackage")), "label sensitivitas (IRM)",
    ),
    "xls with rights": (given(ole2("Workbook", "\tDRMContent")), "label sensitivitas (IRM)"),
    "xls": (given(ole2("Workbook")), "Excel lama (.xls)"),
    "doc": (given(ole2("WordDocument")), "dokumen Office lama"),
    "pdf": (given(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"), "bukan buku kerja Excel; sebutkan"),
    "jpg": (given(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(99)), "bukan buku kerja Excel; sebutkan"),
    "html": (given(b"<HTML><body><table><tr><td>1"), "halaman web (HTML)"),
    "html table only": (given(b"\xef\xbb\xbf <table border=1>"), "halaman web (HTML)"),
    "csv": (given("NO;KOMPONEN\r\n1;Aé".encode("cp1252")), "berkas teks (misalnya .csv)"),
    "unicode text": (given("NO\tKOMPONEN\r\n".encode("utf-16")), "berkas teks (misalnya .csv)"),
    "xml of 2003": (
        given(b'<?xml?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "Spreadsheet 2003",
    ),
    "flat OpenDocument": (
        given(b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'), "(.fods)",
    ),
    "ods": (
        given(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})), "(.ods)",
    ),
    "docx": (given(office("word/document.xml", f"{OPEN}.wordprocessingml.document.main+xml")), "dokumen Word"),
    "pptx": (given(office("ppt/presentation.xml", f"{OPEN}.presentationml.presentation.main+xml")), "PowerPoint"),
    "xlsb": (given(office("xl/workbook.bin", "ms-excel.sheet.binary.macroEnabled.main")), "biner (.xlsb)"),
    "zip of workbooks": (lambda parts: zipped({"kantor/rencana.xlsx": zipped(parts)}), "memuat 'kantor/rencana.xlsx'"),
    "zip of anything": (given(zipped({"a.txt": "1"})), "[Content_Types].xml tidak ada"),
    "no content types": (without(TYPES), "[Content_Types].xml tidak ada"),
    "cut off": (lambda parts: zipped(parts)[:-60], "rusak atau terpotong"),
    "password of the zip": (
        lambda parts: raw_zip([Raw(name.encode(), data, flags=name == WORKBOOK) for name, data in parts.items()]),
        "dilindungi kata sandi",
    ),
    "beta of before 2007": (edited(WORKBOOK, MAIN, BETA), "sebelum Excel 2007"),
    "later beta": (edited(WORKBOOK, MAIN, MAIN.replace("2006/main", "2006/7/main")), "sebelum Excel 2007"),
    "beta by its type": (
        lambda parts: edited(TYPES, SHEET, "ms-excel.main+xml")(
            parts | {WORKBOOK: parts[WORKBOOK].replace(MAIN.encode(), BETA.encode())}
        ),
        "sebelum Excel 2007",
    ),
    "signed": (edited("_rels/.rels", END, relationship(SIGNED, "_xmlsignatures/origin.sigs")), "tanda tangan digital"),
    "shared": (edited(RELS, END, relationship(f"{OFFICE}/revisionHeaders", "revisions/h.xml")), "Shared Workbook"),
    "template": (edited(TYPES, "spreadsheetml.sheet.main", "spreadsheetml.template.main"), "templat (.xltx"),
    "add-in": (edited(TYPES, SHEET, "ms-excel.addin.macroEnabled.main+xml"), "add-in (.xlam)"),
    "password to modify": (
        edited(WORKBOOK, *sharing('userName="R" reservationPassword="CC1A"')), "password to modify",
    ),
    "password to modify, since 2013": (
        edited(WORKBOOK, *sharing('algorithmName="SHA-512" hashValue="a==" saltValue="b==" spinCount="1"')),
        "password to modify",
    ),
    "locked structure": (edited(WORKBOOK, "<sheets>", '<workbookProtection lockStructure="1"/><sheets>'), "Struktur"),
    "damaged workbook part": (damaged(WORKBOOK), "workbook.xml' dari"),
    "damaged styles": (damaged(STYLES), "styles.xml' dari"),
    "damaged strings": (damaged("xl/sharedStrings.xml"), "sharedStrings.xml' dari"),
    "damaged theme, that nobody reads": (damaged("xl/theme/theme1.xml"), "theme1.xml' dari"),
    "damaged picture, that nobody reads": (damaged(PICTURE), "image1.png' dari"),
    "malformed workbook part": (edited(WORKBOOK, "</workbook>", ""), "XML-nya tidak utuh"),
    "malformed relationships": (edited(RELS, "</Relationships>", "<"), "XML-nya tidak utuh"),
    "malformed types": (edited(TYPES, "</Types>", "&x;</Types>"), "XML-nya tidak utuh"),
    "malformed styles": (edited(STYLES, "<fonts", "<fonts a"), "XML-nya tidak utuh"),
    "malformed app.xml": (edited("docProps/app.xml", "</Properties>", ""), "XML-nya tidak utuh"),
    "malformed matrix": (edited("xl/worksheets/sheet1.xml", "</sheetData>", ""), "XML-nya tidak utuh"),
    "DOCTYPE in the workbook part": (edited(WORKBOOK, "<workbook ", "<!DOCTYPE workbook><workbook "), "DOCTYPE"),
    "DOCTYPE in the types": (edited(TYPES, "<Types ", '<!DOCTYPE Types SYSTEM "file:///x"><Types '), "DOCTYPE"),
    "DOCTYPE in the matrix": (
        edited("xl/worksheets/sheet1.xml", "<worksheet ", '<!DOCTYPE w [<!ENTITY a "b">]><worksheet '), "DOCTYPE",
    ),
    "DOCTYPE in the strings": (edited("xl/sharedStrings.xml", "<sst ", "<!DOCTYPE sst []><sst "), "DOCTYPE"),
}  # fmt: skip
ONLY_WRITTEN = ("signed", "shared", "template", "add-in", "password to modify", "locked structure")
"""What is refused to a writer only."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    """A workbook's parts, a picture among them."""
    with zipfile.ZipFile(short_matrix(tmp_path_factory.mktemp("buku") / "buku.xlsx")) as archive:
        return {name: archive.read(name) for name in archive.namelist()} | {PICTURE: b"\x89PNG" + bytes(99)}


@pytest.mark.parametrize(("make", "words"), REFUSED.values(), ids=REFUSED)
@pytest.mark.slow
def test_refused(tmp_path, parts, make, words):
    """One Indonesian sentence that names the file and says what to do; nothing is written, with --coba or without."""
    path = tmp_path / "buku kerja.xlsx"
    path.write_bytes(make(parts))
    before = path.read_bytes(), path.stat().st_mtime_ns
    for dry_run in (True, False):
        with pytest.raises(WorkbookError) as refusal:
            monev(path, per=PER, dry_run=dry_run)
        sentence = str(refusal.value)
        assert words in sentence
        assert str(path) in sentence
        assert ";" in sentence, "says what to do"
        assert sentence.endswith(".")
        assert "\n" not in sentence
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.slow
def test_each_has_its_own_sentence(tmp_path, parts):
    """No two kinds of file are told the same, but for those that are the same to whoever reads it."""
    sentences = {}
    for name in (
        "empty",
        "encrypted",
        "xls",
        "html",
        "csv",
        "ods",
        "docx",
        "pptx",
        "xlsb",
        "signed",
        "shared",
        "template",
    ):
        path = tmp_path / "a.xlsx"
        path.write_bytes(REFUSED[name][0](parts))
        with pytest.raises(WorkbookError) as refusal:
            monev(path, per=PER)
        sentences[name] = str(refusal.value)
    assert len({*sentences.values()}) == len(sentences)


@pytest.mark.slow
def test_the_command(tmp_path, parts, zi_excel):
    """All of them in one command, and a folder: exit 3, a sentence each on stderr, no traceback, nothing written."""
    paths = []
    for number, (make, _) in enumerate(REFUSED.values()):
        paths.append(tmp_path / f"{number}.xlsx")
        paths[-1].write_bytes(make(parts))
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    before = {path: path.read_bytes() for path in paths}
    result = zi_excel("monev", *paths, folder)
    assert result.returncode == 3
    lines = result.stderr.decode().splitlines()
    assert len(lines) == len(paths) + 1
    assert all(str(path) in line for path, line in zip([*paths, folder], lines, strict=True))
    assert b"Traceback" not in result.stderr
    assert {path: path.read_bytes() for path in paths} == before
    assert sorted(tmp_path.iterdir()) == sorted([*paths, folder])


@pytest.mark.parametrize("name", ONLY_WRITTEN)
def test_still_read(tmp_path, parts, name):
    """What a refresh would harm can be read all the same."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(REFUSED[name][0](parts))
    assert capaian(path, per=PER).measurement.total.jumlah == 8
    assert validasi(path, per=PER).plan.sheet == "Rencana Aksi"


def test_a_recommendation_is_none(tmp_path, parts):
    """Read-only recommended, and marked as final: Excel asks, and saves."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(edited(WORKBOOK, *sharing('readOnlyRecommended="1" userName="Rois"'))(parts))
    assert monev(path, per=PER).changed
