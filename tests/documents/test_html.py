"""Web pages: rowspan and colspan, lists, and nothing that is run or fetched."""

from contextlib import suppress
from pathlib import Path

import pytest
from enacted_cells import differing, read
from laid_documents import html_text, random_layout, tables_of

from zi_excel.documents.html import read_html
from zi_excel.documents.pages import Table

HEAD = ("LAMPIRAN", "KEPUTUSAN KETUA KPU", "NOMOR 1 TAHUN 2025", "", "RENCANA AKSI TAHUN 2025", "")


def tables(text: str) -> list[list[list[str]]]:
    document = read_html(Path("a.html"), text.encode())
    found = [block for page in document.pages for block in page.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in found]


@pytest.mark.parametrize("seed", [0, 4, 7])
def test_some_layouts(tmp_path, seed):
    """Not one cell of the enacted matrix differs."""
    layout = random_layout(seed)
    path = tmp_path / "a.html"
    path.write_text(html_text(tables_of(layout), head=HEAD), "utf-8")
    assert differing(read(path).plan) == [], layout


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_random_layouts(tmp_path, seed):
    """Of thirty random ones likewise."""
    layout = random_layout(seed)
    path = tmp_path / "a.html"
    path.write_text(html_text(tables_of(layout), head=HEAD), "utf-8")
    assert differing(read(path).plan) == [], layout


def test_spans():
    """A cell that reaches down takes its place in the rows below."""
    text = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td colspan=3>e</table>"
    document = read_html(Path("a.html"), text.encode())
    (table,) = [block for page in document.pages for block in page.blocks if isinstance(block, Table)]
    assert [[(cell.left, cell.right, cell.down, cell.text) for cell in row] for row in table.rows] == [
        [(0, 1, 2, "a"), (1, 3, 1, "b")],
        [(1, 2, 1, "c"), (2, 3, 1, "d")],
        [(0, 3, 1, "e")],
    ]


def test_text_as_a_browser_shows_it():
    """Line breaks of the source are blanks; `<br>`, paragraphs and items are lines; numbers of lists are shown."""
    text = (
        "<table><tr><td>satu\n  dua<br>tiga<p>empat</p><td><ul><li>x<li>y</ul>"
        "<td><ol start=3 type=a><li>p<li>q</ol><td>a<b>b</b> <i>c</i>&nbsp;d</table>"
    )
    (((first, second, third, fourth),),) = tables(text)
    assert first == "satu dua\ntiga\nempat"
    assert second == "- x\n- y"
    assert third == "c. p\nd. q"
    assert fourth.replace("\u00a0", " ") == "ab c d"


def test_what_is_not_seen_is_not_read():
    """Scripts, styles, comments, hidden and struck-out text; a form is looked through."""
    text = (
        "<table><tr><td>a<script>alert(1)</script><style>x{}</style><!-- komentar -->"
        "<span style='display:none'>h</span><del>lama</del><td hidden>z</td><td>b</table>"
    )
    assert tables(text)[0][0] == ["a", "", "b"]


def test_a_table_that_only_holds_another_is_no_table():
    """Old pages were laid out by tables."""
    inner = "<table><tr><td>a<td>b<td>c</table>"
    assert tables(f"<table><tr><td>{inner}</table>") == [[["a", "b", "c"]]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html></html>",
        "<div>" * 5000 + "x" + "</div>" * 5000,
        "<table><tr><td rowspan=99999999 colspan=99999999>a</table>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><table><tr><td>&a;</table>',
        "<table><tr><td><img src='http://contoh.example/x.png'><iframe src='http://contoh.example'></iframe></table>",
        "\0\1\2<table>",
    ],
)
def test_hostile_pages_are_refused_or_read(tmp_path, text):
    """Never in a traceback, and no address of theirs is asked for."""
    from zi_excel.documents.kinds import read_document
    from zi_excel.errors import WorkbookError

    path = tmp_path / "a.html"
    path.write_bytes(text.encode())
    with suppress(WorkbookError):
        assert read_document(path).unit == "tabel"
