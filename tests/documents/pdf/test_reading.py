"""PDF documents as a whole: the enacted matrix back, and files that want to do harm."""

import pytest
from enacted_cells import differing, first_komponen, read
from laid_documents import Layout, random_layout, tables_of, write_docx
from small_pdf import Canvas, Drawing, drawn, pdf_bytes

from zi_excel.documents.kinds import read_document
from zi_excel.documents.pdf.reading import read_pdf
from zi_excel.errors import WorkbookError

pytestmark = pytest.mark.slow

HEAD = ("LAMPIRAN", "KEPUTUSAN KETUA KPU", "NOMOR 1 TAHUN 2025", "", "RENCANA AKSI TAHUN 2025", "")
PART = first_komponen(1)


def written(path, how=None, **layout):
    tables = tables_of(Layout(**{"spread": "blank", "seed": 5} | layout), PART)
    path.write_bytes(pdf_bytes(drawn(tables, how, head=HEAD)))
    return path


def test_a_table_per_page(tmp_path):
    """Two pages, each with its header, and running lines: not one cell differs, and nothing had to be judged."""
    result = read(written(tmp_path / "a.pdf", Drawing(running=True), pages=2))
    assert differing(result.plan, PART) == []
    assert result.judged == ()


@pytest.fixture(scope="module")
def printed(libreoffice, tmp_path_factory):
    """Thirty random layouts of the whole matrix, printed by LibreOffice in one run."""
    folder = tmp_path_factory.mktemp("cetak")
    layouts = [random_layout(seed) for seed in range(30)]
    paths = [
        write_docx(folder / f"{number}.docx", tables_of(layout), layout, head=HEAD)
        for number, layout in enumerate(layouts)
    ]
    if not libreoffice("pdf", *paths, to=folder).exists():
        pytest.skip("LibreOffice Writer is not installed")
    return [(path.with_suffix(".pdf"), layout) for path, layout in zip(paths, layouts, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(30))
def test_random_layouts_printed(printed, number):
    """Fonts, sizes, widths, papers, merged or not, rows cut by page ends: 0 cells differ."""
    path, layout = printed[number]
    assert differing(read(path).plan) == [], layout


def test_a_scan_says_what_to_do(tmp_path):
    """No page has text: how many, and which tool reads it."""
    pages = [Canvas(), Canvas()]
    for page in pages:
        page.picture()
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(pages))
    with pytest.raises(WorkbookError, match=r"2 halamannya tidak memuat teks.*ocrmypdf -l ind"):
        read_document(tmp_path / "a.pdf")


def test_a_scanned_page_among_others_is_told(tmp_path):
    """It may hold rows of the matrix."""
    pages = drawn(tables_of(Layout(spread="blank", pages=2, seed=5), PART), head=HEAD)
    pages.insert(1, Canvas())
    pages[1].picture()
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(pages))
    result = read(tmp_path / "a.pdf")
    assert differing(result.plan, PART) == []
    assert [each.where for each in result.judged if "gambar" in each.made] == ["halaman 2"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        b"bukan pdf",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n",
        b"%PDF-1.4\n1 0 obj\n<< /Kids [1 0 R] /Type /Pages >>\nendobj\ntrailer << /Root << /Pages 1 0 R >> >>\n",
    ],
)
def test_damaged_files_are_refused(tmp_path, content):
    """In one sentence."""
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(WorkbookError, match=r"PDF|pindai"):
        read_document(tmp_path / "a.pdf")


@pytest.mark.slow
def test_a_bomb_is_ended(tmp_path):
    """A stream that unpacks to gigabytes meets the bound of its own process; this one stays small."""
    import zlib

    squeezed = zlib.compressobj(9)
    bomb = b"".join(squeezed.compress(b"\0" * (1 << 24)) for _ in range(40)) + squeezed.flush()
    page = Canvas()
    page.text(40, 40, "x")
    whole = pdf_bytes([page], packed=True)
    start = whole.index(b"stream\n", whole.index(b"/FlateDecode")) + len(b"stream\n")
    head = whole[: whole.rindex(b"<< /Length", 0, start)]
    (tmp_path / "a.pdf").write_bytes(
        head
        + b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(bomb)
        + bomb
        + whole[whole.index(b"\nendstream", start) :]
    )
    with pytest.raises(WorkbookError, match=r"memori|lama|utuh|pindai"):
        read_pdf(tmp_path / "a.pdf", memory=600 << 20)


def test_a_process_that_hangs_is_ended(tmp_path):
    """However long a page takes: here the patience is shorter than any page."""
    path = written(tmp_path / "a.pdf")
    with pytest.raises(WorkbookError, match="terlalu lama"):
        read_pdf(path, patience=0.001)


def test_a_long_document_is_refused(tmp_path):
    """More pages than any decree has."""
    (tmp_path / "a.pdf").write_bytes(pdf_bytes([Canvas() for _ in range(1001)]))
    with pytest.raises(WorkbookError, match="lebih dari 1000 halaman"):
        read_pdf(tmp_path / "a.pdf")
