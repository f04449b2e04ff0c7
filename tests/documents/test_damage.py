"""Documents as scans, converters and hands leave them: each is read right, or what is not stands in the list.

A row that reads otherwise than the decree has it, and is in no list, is what must never be.
"""

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from enacted_cells import differing, first_komponen, read
from laid_documents import HEADER, NUMBERING, LaidTable, Layout, html_text, tables_of, write_docx
from small_pdf import Canvas, Drawing, drawn, pdf_bytes

pytestmark = pytest.mark.slow

PART = first_komponen(2)
HEAD = ("LAMPIRAN", "KEPUTUSAN KETUA KPU", "NOMOR 1 TAHUN 2025", "", "RENCANA AKSI TAHUN 2025", "")
TITLE = "RENCANA AKSI TAHUN 2025\n\n"


def laid(**layout) -> list[LaidTable]:
    return tables_of(Layout(**{"spread": "blank", "pages": 2, "seed": 5} | layout), PART)


def as_pdf(folder, how=None, tables=None, **layout):
    path = folder / "a.pdf"
    path.write_bytes(pdf_bytes(drawn(tables or laid(**layout), how, head=HEAD)))
    return path


def as_text(folder, tables, between=""):
    path = folder / "a.txt"
    pages = ["\n".join("\t".join(row) for row in table.rows).replace("\n\n", "\n") for table in tables]
    path.write_text(TITLE + f"\n{between}\n".join(pages) + "\n", "utf-8")
    return path


def as_html(folder, tables):
    path = folder / "a.html"
    path.write_text(html_text(tables, head=HEAD), "utf-8")
    return path


# -- read right ------------------------------------------------------------------------------------------------------


def missing_rule_between_columns(folder):
    return as_pdf(folder, Drawing(skip=((0, "column", 5), (1, "column", 4))))


def missing_rule_between_rows(folder):
    return as_pdf(folder, Drawing(skip=((0, "row", 5), (1, "row", 6))))


def missing_outer_rules(folder):
    return as_pdf(folder, Drawing(skip=((0, "side", 0), (1, "side", 0))))


def no_rules_at_all(folder):
    return as_pdf(folder, Drawing(rules=False))


def a_turned_page(folder):
    return as_pdf(folder, Drawing(turned=(1,)))


def running_head_and_foot(folder):
    return as_pdf(folder, Drawing(running=True), header=False)


def hyphened_words(folder):
    return as_pdf(folder, Drawing(hyphened=True))


def a_page_without_header(folder):
    return as_text(folder, laid(header=False))


def a_footnote_below_the_table(folder):
    path = as_text(folder, laid())
    path.write_text(path.read_text("utf-8") + "\n*) Menyesuaikan anggaran.\nCatatan: lihat SOP.\n", "utf-8")
    return path


def columns_in_another_order(folder):
    order = [0, 1, 2, 5, 6, 4, 3]
    return as_html(folder, [table._replace(rows=[[row[at] for at in order] for row in table.rows]) for table in laid()])


def another_order_on_the_second_page(folder):
    first, second = laid(numbering=False)
    order = [0, 1, 2, 4, 3, 5, 6]
    return as_html(folder, [first, second._replace(rows=[[row[at] for at in order] for row in second.rows])])


def other_words_on_the_second_page(folder):
    first, second = laid()
    words = ["No.", "Komponen", "Kriteria/Indikator", "Rencana Aksi", "Data Dukung", "Target Waktu", "PIC"]
    return as_text(folder, [first, second._replace(rows=[words, *second.rows[1:]])])


def a_further_column_on_the_second_page(folder):
    first, second = laid()
    rows = [[*row, "KETERANGAN" if at == 0 else "8" if at == 1 else "x"] for at, row in enumerate(second.rows)]
    return as_text(folder, [first, second._replace(rows=rows)])


def another_table_above_and_below(folder):
    path = as_html(folder, laid())
    table = "<table><tr><td>NAMA<td>JABATAN</tr><tr><td>Budi<td>Ketua</tr></table>"
    text = path.read_text("utf-8")
    path.write_text(text.replace("<body>", f"<body>{table}").replace("</body>", f"{table}</body>"), "utf-8")
    return path


def komponen_between_the_tables(folder):
    """Their titles are paragraphs above a table each."""
    lines = [TITLE]
    for number, komponen in zip("AB", PART.komponen, strict=True):
        part = PART._replace(komponen=(komponen,))
        (table,) = tables_of(Layout(spread="blank"), part)
        lines.append(f"{number}. {komponen.nama}\n")
        lines += ["\t".join(row) for at, row in enumerate(table.rows) if at != 2]
        lines.append("")
    path = folder / "a.txt"
    path.write_text("\n".join(lines), "utf-8")
    return path


def a_header_over_two_rows(folder):
    """RENCANA over two columns, the others merged down."""
    (table,) = laid(pages=1, numbering=False)
    upper = ["NO", "KOMPONEN", "INDIKATOR", "RENCANA", "", "TARGET WAKTU", "PENANGGUNG JAWAB"]
    lower = ["", "", "", "LANGKAH AKSI", "BUKTI FISIK", "", ""]
    merges = [(0, column, 1, column) for column in (0, 1, 2, 5, 6)] + [(0, 3, 0, 4)]
    rows = [upper, lower, *table.rows[1:]]
    return as_html(folder, [LaidTable(rows, merges, 2)])


def a_header_cut_by_a_hyphen(folder):
    (table,) = laid(pages=1)
    rows = [[*HEADER[:6], "PENANG-\nGUNG JAWAB"], *table.rows[1:]]
    path = folder / "a.docx"
    return write_docx(path, [table._replace(rows=rows)], Layout(), head=HEAD)


def letters_in_a_column_of_their_own(folder):
    """`a.` and the text beside it stand below one header."""
    (table,) = laid(pages=1, numbering=False)
    text = html_text([table], head=HEAD).replace("<th>\n  INDIKATOR", "<th colspan=2>\n  INDIKATOR")
    for letter in "abcdefg":
        text = text.replace(f"<td>\n  {letter}. ", f"<td>{letter}.</td><td>\n  ")
    for komponen in PART.komponen:
        text = text.replace(f"{komponen.nama}\n</td>\n<td>", f"{komponen.nama}\n</td><td></td>\n<td>")
    path = folder / "a.html"
    path.write_text(text, "utf-8")
    return path


def blank_rows_and_pages(folder):
    first, second = laid()
    blank = [""] * 7
    rows = [row for at, one in enumerate(first.rows) for row in ((one, blank) if at > 1 else (one,))]
    return as_html(folder, [first._replace(rows=rows), LaidTable([blank, blank], [], 0), second])


def a_sum_below_each_komponen(folder):
    (table,) = laid(pages=1)
    at = next(at for at, row in enumerate(table.rows) if row[0] == "II")
    total = ["", "JUMLAH", "", "", "", "", ""]
    return as_html(folder, [table._replace(rows=[*table.rows[:at], total, *table.rows[at:], total])])


def a_name_cut_beside_several_rows(folder):
    """Word cells merged down, the name's end on the next page."""
    first, second = laid(spread="merged", numbering=False)
    named = next(row for row in reversed(first.rows) if row[1])
    rest = " ".join(named[1].split(" ")[2:])
    named[1] = " ".join(named[1].split(" ")[:2])
    second.rows[second.heads][1] = rest
    return as_html(folder, [first, second])


RIGHT = (
    missing_rule_between_columns,
    missing_rule_between_rows,
    missing_outer_rules,
    no_rules_at_all,
    a_turned_page,
    running_head_and_foot,
    hyphened_words,
    a_page_without_header,
    a_footnote_below_the_table,
    columns_in_another_order,
    another_order_on_the_second_page,
    other_words_on_the_second_page,
    a_further_column_on_the_second_page,
    another_table_above_and_below,
    komponen_between_the_tables,
    a_header_over_two_rows,
    a_header_cut_by_a_hyphen,
    letters_in_a_column_of_their_own,
    blank_rows_and_pages,
    a_sum_below_each_komponen,
)


@pytest.mark.parametrize("damage", RIGHT, ids=lambda damage: damage.__name__)
def test_it_is_read_right_all_the_same(tmp_path, damage):
    """Not one cell differs; numbers that the layout itself changed apart."""
    wrong = differing(read(damage(tmp_path)).plan, PART)
    if damage is komponen_between_the_tables:  # it numbers komponen with capitals
        wrong = [each for each in wrong if not each.endswith(("'A.' != '1'", "'B.' != 'II'"))]
    assert wrong == []


# -- listed ----------------------------------------------------------------------------------------------------------


def a_shifted_row(folder):
    """One tab too few: the target stands in the column of evidence."""
    (table,) = laid(pages=1)
    row = table.rows[6]
    del row[3]
    row.append("")
    return as_text(folder, [table])


def a_lost_row(folder):
    (table,) = laid(pages=1)
    del table.rows[6]
    return as_text(folder, [table])


def a_letter_lost(folder):
    (table,) = laid(pages=1)
    table.rows[7][2] = table.rows[7][2][3:]
    return as_text(folder, [table])


def a_letter_twice(folder):
    (table,) = laid(pages=1)
    table.rows[7][2] = "a" + table.rows[7][2][1:]
    return as_text(folder, [table])


def two_rows_in_one(folder):
    """A converter put two indikator into one row."""
    (table,) = laid(pages=1)
    upper, lower = table.rows[6], table.rows.pop(7)
    for column in (2, 3, 4, 5):
        upper[column] += f"\n{lower[column]}"
    return as_html(folder, [table])


def an_unreadable_letter(folder):
    """A font without the names of its letters; here the sign that stands for one."""
    (table,) = laid(pages=1)
    table.rows[6][3] = table.rows[6][3].replace("i", "\N{REPLACEMENT CHARACTER}", 1)
    return as_text(folder, [table])


def a_page_of_another_shape(folder):
    """A table without a header and with other columns in the middle."""
    first, second = laid()
    return as_html(folder, [first, LaidTable([["a. Rapat", "Notulen", "Maret 2025"]] * 2, [], 0), second])


def text_between_the_tables(folder):
    return as_text(folder, laid(), between="\nc. Indikator yang terlewat dari tabel\n")


def a_picture_of_a_page(folder):
    pages = drawn(laid(pages=3), head=HEAD)
    pages[1] = Canvas()
    pages[1].picture()
    (folder / "a.pdf").write_bytes(pdf_bytes(pages))
    return folder / "a.pdf"


def a_struck_out_row(folder):
    document = Document()
    (table,) = laid(pages=1)
    for line in HEAD:
        document.add_paragraph(line)
    made = document.add_table(len(table.rows), 7)
    for at, row in enumerate(table.rows):
        for column, text in enumerate(row):
            run = made.cell(at, column).paragraphs[0].add_run(text)
            if at == 7 and column > 1:
                properties = run._r.get_or_add_rPr()
                properties.append(OxmlElement("w:strike"))
                assert properties.find(qn("w:strike")) is not None
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


LISTED = (
    a_shifted_row,
    a_lost_row,
    a_letter_lost,
    a_letter_twice,
    two_rows_in_one,
    an_unreadable_letter,
    a_page_of_another_shape,
    text_between_the_tables,
    a_picture_of_a_page,
    a_struck_out_row,
    a_name_cut_beside_several_rows,
)


@pytest.mark.parametrize("damage", LISTED, ids=lambda damage: damage.__name__)
def test_it_is_listed(tmp_path, damage):
    """Each row that differs is in the list by its kode or its neighbour's, or its page is."""
    result = read(damage(tmp_path))
    assert result.judged
    kodes = [row.kode for row in result.plan.indikator()]
    told = {each.kode for each in result.judged}
    near = {other for kode in told if kode in kodes for other in kodes[max(0, kodes.index(kode) - 1) :][:3]}
    lost_page = any("tidak dibaca" in each.made or "tidak dimasukkan" in each.made for each in result.judged)
    for wrong in differing(result.plan, PART):
        kode = wrong.split(":")[0].split(" ")[0]
        parent = kode.rpartition(".")[0]
        assert kode in near or lost_page or any(each and each.startswith(parent) for each in told), (wrong, told)


def test_the_numbering_row_is_no_row():
    """What the layouts here rely on."""
    assert list("1234567") == NUMBERING
