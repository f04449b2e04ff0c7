"""Word documents: the tables' own grid, what stands on the page in the end, and nothing else."""

import copy
import zipfile
from contextlib import suppress

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from enacted_cells import differing, read
from laid_documents import random_layout, tables_of, write_docx

from zi_excel.documents.docx import read_docx
from zi_excel.documents.pages import Table
from zi_excel.errors import WorkbookError

HEAD = ("LAMPIRAN", "KEPUTUSAN KETUA KPU", "NOMOR 1 TAHUN 2025", "", "RENCANA AKSI TAHUN 2025", "")


def written(path, layout):
    return write_docx(path, tables_of(layout), layout, head=HEAD)


def table_of(path) -> Table:
    (table,) = [block for page in read_docx(path).pages for block in page.blocks if isinstance(block, Table)]
    return table


def texts_of(path) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table_of(path).rows]


@pytest.fixture
def one(tmp_path):
    """A document with one table of two rows by three columns, and where it is saved."""
    document = Document()
    table = document.add_table(2, 3)
    for at, cell in enumerate(table._cells):
        cell.text = f"s{at}"
    return document, table, tmp_path / "satu.docx"


@pytest.mark.slow
def test_the_usual_layouts(tmp_path):
    """One table; a table per page, rows cut, cells merged: not one cell of the enacted matrix differs."""
    for layout in (
        random_layout(1, pages=1, spread="merged", band=True),
        random_layout(2, pages=6, spread="merged", cut=True, header=True),
        random_layout(3, pages=4, spread="blank", cut=True, header=False),
    ):
        assert differing(read(written(tmp_path / "a.docx", layout)).plan) == [], layout


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_random_layouts(tmp_path, seed):
    """Of thirty random ones likewise."""
    layout = random_layout(seed)
    assert differing(read(written(tmp_path / "a.docx", layout)).plan) == [], layout


def test_merged_cells(one):
    """Across and down; what goes on from above belongs to the cell where it began."""
    document, table, path = one
    table.cell(0, 1).merge(table.cell(1, 2)).text = "besar"
    document.save(path)
    first, second = table_of(path).rows
    assert [(cell.left, cell.right, cell.down, cell.text) for cell in first] == [(0, 1, 1, "s0"), (1, 3, 2, "besar")]
    assert [(cell.left, cell.text) for cell in second] == [(0, "s3")]


def test_tracked_changes_are_accepted(one):
    """Inserted text is there, deleted text and a deleted row are not; it is told once."""
    document, table, path = one
    paragraph = table.cell(0, 0).paragraphs[0]._p
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>baru</w:t></w:r></w:ins>'))
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>lama</w:delText></w:r></w:del>'))
    gone = copy.deepcopy(table.rows[1]._tr)
    gone.get_or_add_trPr().append(OxmlElement("w:del"))
    table._tbl.append(gone)
    document.save(path)
    assert texts_of(path) == [["s0baru", "s1", "s2"], ["s3", "s4", "s5"]]
    assert [each.seen for each in read_docx(path).judged] == ["Perubahan terlacak (Track Changes)"]


def test_numbers_that_word_counts_itself(one):
    """`a.` before an indikator is mostly no text of the cell; a style's list counts as well."""
    document, table, path = one
    for cell in (table.cell(0, 0), table.cell(0, 1), table.cell(1, 0)):
        cell.paragraphs[0].style = document.styles["List Number"]
    document.save(path)
    assert [row[0] for row in texts_of(path)] == ["1. s0", "3. s3"]


def test_letters_with_levels(one):
    """Each list counts for itself, and a lower level begins anew under the next number."""
    document, table, path = one
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">'
            '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
            "</w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for cell, level in zip(table._cells, (0, 1, 1, 0, 1), strict=False):
        properties = cell.paragraphs[0]._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    document.save(path)
    assert texts_of(path) == [["II. s0", "a) s1", "b) s2"], ["III. s3", "a) s4", "s5"]]


def test_what_is_not_seen_is_not_read(one):
    """Hidden and struck-out text; the latter is told. Comments, headers and footers are none of the table."""
    document, table, path = one
    hidden, struck = table.cell(0, 0).paragraphs[0].add_run("rahasia"), table.cell(0, 1).paragraphs[0].add_run("coret")
    hidden.font.hidden = struck.font.strike = True
    document.sections[0].header.paragraphs[0].text = "kepala halaman"
    document.save(path)
    assert texts_of(path)[0] == ["s0", "s1", "s2"]
    assert [each.seen for each in read_docx(path).judged] == ["coret"]
    assert "kepala halaman" not in list(read_docx(path).lines())


def test_a_table_in_a_cell(one):
    """Its rows are lines of the cell, and it is told."""
    document, table, path = one
    inner = table.cell(1, 1).add_table(2, 2)
    for at, cell in enumerate(inner._cells):
        cell.text = f"d{at}"
    document.save(path)
    assert texts_of(path)[1][1] == "s4\nd0 d1\nd2 d3"
    assert read_docx(path).judged


def test_slanted_and_special_signs(one):
    """Slanted phrases are known; a hyphen that never breaks is a hyphen, a soft one nothing, a tab a blank."""
    document, table, path = one
    paragraph = table.cell(0, 0).paragraphs[0]
    paragraph.text = ""
    paragraph.add_run("E")._r.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run("PPID")
    paragraph.add_run(" help").italic = True
    paragraph.runs[-1]._r.append(OxmlElement("w:softHyphen"))
    paragraph.add_run("desk").italic = True
    document.save(path)
    cell = table_of(path).rows[0][0]
    assert (cell.text, cell.slanted) == ("E-PPID helpdesk", ("helpdesk",))


def test_a_text_box_is_a_line_beside_the_table(one):
    """The Lampiran's head often stands in one, which is in the file twice."""
    document, _, path = one
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>LAMPIRAN</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>LAMPIRAN</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{box}</w:p>"))
    document.save(path)
    assert [line for line in read_docx(path).lines() if line] == ["LAMPIRAN"]


def damaged(path, name):
    """What is wrong with a file, by name."""
    if name == "not a zip":
        path.write_bytes(b"PK\x03\x04 not really")
    elif name == "empty":
        path.write_bytes(b"")
    elif name == "password":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    elif name == "no document":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
    elif name == "bomb":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"\0" * (301 << 20))
    return path


@pytest.mark.parametrize(
    "name", ["not a zip", "empty", "password", "no document", pytest.param("bomb", marks=pytest.mark.slow)]
)
def test_what_is_no_document_is_refused(tmp_path, name):
    """In a sentence of its own."""
    with pytest.raises(WorkbookError, match=r"\.docx|terlalu besar"):
        read_docx(damaged(tmp_path / "a.docx", name))


def test_entities_are_not_expanded(one):
    """A bomb of entities, or one that names a file, says nothing."""
    document, _, path = one
    document.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = parts["word/document.xml"].decode()
    start = main.index("<w:document")
    doctype = '<!DOCTYPE x [<!ENTITY rahasia SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa">]>'
    parts["word/document.xml"] = (main[:start] + doctype + main[start:].replace("s0", "s0&rahasia;&a;")).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with suppress(WorkbookError):
        assert texts_of(path)[0][0] in {"s0", "s0aaaa"}


def test_only_python_docx_is_missing(monkeypatch, tmp_path):
    """Without the extra one sentence says how to install it."""
    import builtins

    from zi_excel.documents.kinds import read_document

    real = builtins.__import__

    def without(name, *arguments, **named):
        if name.split(".")[0] == "docx":
            raise ModuleNotFoundError("No module named 'docx'", name="docx")
        return real(name, *arguments, **named)

    Document().save(tmp_path / "a.docx")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(WorkbookError, match=r'pip install "zi_excel\[impor\]"'):
        read_document(tmp_path / "a.docx")


def test_what_qn_names():
    """The tests' own namespace is the reader's."""
    from zi_excel.documents.lists import W

    assert qn("w:p") == f"{W}p"
