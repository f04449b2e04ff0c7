"""Text as a scan gives it: rows parted by tabs or `|`."""

from pathlib import Path

import pytest
from enacted_cells import differing, read

from zi_excel.documents.pages import Table
from zi_excel.documents.text import read_text

DECREE = Path(__file__).parents[3] / "shared" / "decree" / "keputusan-31-2025.txt"


@pytest.fixture(scope="module")
def decree() -> Path:
    if not DECREE.exists():
        pytest.skip(f"naskah keputusan tidak ada di {DECREE.parent}")
    return DECREE


def test_the_decrees_text_is_the_enacted_matrix(decree):
    """Not one of 87 rows by 7 columns differs, line breaks included; each page's header is no row."""
    assert differing(read(decree).plan) == []


def test_what_was_judged_is_listed(decree):
    """The row that a page break split, and the three cells whose line breaks the scan lost: with place and kode."""
    judged = {(each.kode, each.where) for each in read(decree).judged}
    assert judged == {
        ("V.2.a", "tabel 11, baris 3"),
        ("V.3.a", "tabel 12, baris 3"),
        ("VI.4.a", "tabel 15, baris 6"),
        ("VI.4.b", "tabel 15, baris 7"),
    }


def test_the_same_with_bars_and_rules(decree, tmp_path):
    """Markdown's way to draw a table says the same."""
    lines = decree.read_text("utf-8").split("\n")
    barred = [f"| {line.replace(chr(9), ' | ')} |" if "\t" in line else line for line in lines]
    path = tmp_path / "keputusan.md"
    path.write_text("\n".join(line + "\n|---|---|" if line.startswith("| NO") else line for line in barred), "utf-8")
    assert differing(read(path).plan) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(decree, tmp_path, encoding):
    """Notepad's encodings; en dashes stay what they are."""
    path = tmp_path / "keputusan.txt"
    path.write_text(decree.read_text("utf-8").replace("\u200b", ""), encoding, errors="replace")
    assert differing(read(path).plan) == []


def test_a_form_feed_begins_a_page():
    """Then places are told by page; without one, by table."""
    paged = read_text(Path("a.txt"), "Judul\n\fA\tB\nC\tD\n\fE\tF")
    assert (paged.unit, [page.number for page in paged.pages]) == ("halaman", [1, 2, 3])
    tabled = read_text(Path("a.txt"), "Judul\nA\tB\nC\tD\n\nE\tF\n")
    assert (tabled.unit, [sum(isinstance(block, Table) for block in page.blocks) for page in tabled.pages]) == (
        "tabel",
        [1, 1, 0],
    )


def test_slanted_words_are_kept_apart_from_their_marks():
    """`<i>` and `*` are no letters of the text; what they mark is known."""
    (page, _) = read_text(Path("a.txt"), "a <i>helpdesk</i> b\t*role model* c\tR & D &amp; E\n").pages
    (table,) = page.blocks
    assert [(cell.text, cell.slanted) for cell in table.rows[0]] == [
        ("a helpdesk b", ("helpdesk",)),
        ("role model c", ("role model",)),
        ("R & D & E", ()),
    ]
