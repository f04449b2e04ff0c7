"""Text of cells becomes what a person sees; shared strings are asked one by one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.opc.workbook.cell_text import SharedStrings, rich_text, shown


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        pytest.param("  SK Tim \n", "SK Tim", id="ends-trimmed"),
        pytest.param("Februari\u00a02025\u202f", "Februari 2025", id="no-break-spaces"),
        pytest.param("satu\r\ndua\rtiga", "satu\ndua\ntiga", id="line-breaks"),
        pytest.param("satu_x000D_\ndua", "satu\ndua", id="escaped-carriage-return"),
        pytest.param("_x005F_x000D_", "_x000D_", id="escaped-escape"),
        pytest.param("_xD83D__xDE00_", "😀", id="two-halves"),
        pytest.param("a_xD83D_b", "a\ufffdb", id="half-a-character"),
        pytest.param("bukti\u200b \ufefffisik\u00ad", "bukti fisik", id="invisible"),
        pytest.param("a_x0007_b", "ab", id="control-character"),
        pytest.param("_xZZZZ_ snake_x", "_xZZZZ_ snake_x", id="no-escape"),
        pytest.param("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", id="emoji-joiner-stays"),
        pytest.param(" \u00a0\n", "", id="blank"),
    ],
)
def test_text_reads_as_a_person_sees_it(raw, seen):
    """Escapes, spaces and line breaks of any producer come to the same text."""
    assert shown(raw) == seen


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_shown_and_saved(raw):
    """No text raises; what comes out is trimmed and can be encoded."""
    seen = shown(raw)
    assert seen == seen.strip()
    seen.encode("utf-8")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param("<t>polos</t>", "polos", id="plain"),
        pytest.param("<r><t>a </t></r><r><rPr><i/></rPr><t>role model</t></r>", "a role model", id="runs"),
        pytest.param("<t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh><phoneticPr/>", "漢字", id="phonetic-left-out"),
        pytest.param("", "", id="empty"),
        pytest.param("<!-- catatan --><t/>", "", id="comment"),
    ],
)
def test_rich_text_is_joined(inside, text):
    """The runs are one text; phonetic guides are none of it."""
    assert rich_text(etree.fromstring(f"<si xmlns='{MAIN}'>{inside}</si>")) == text


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def strings_of(staff, rezip):
    """Opens a table of strings: strings_of(xml) -> SharedStrings."""
    opened = []

    def open_table(xml):
        data = xml if isinstance(xml, bytes) else xml.encode()
        package = Package.open(rezip(staff, {"xl/sharedStrings.xml": data}))
        opened.append(package)
        return SharedStrings.of(package)

    yield open_table
    for package in opened:
        package.close()


ITEMS = (
    "<si><t>polos</t></si><si/>\n<si><t xml:space='preserve'> tepi </t></si>"
    "<si><r><t>a. </t></r><r><rPr><i/></rPr><t>role model</t></r></si>"
    "<si><t>A &amp; B &lt;C&gt; &#10;&amp;lt;</t></si><si><t/></si><si><t>é—漢</t></si>"
)
TEXTS = ["polos", "", "tepi", "a. role model", "A & B <C> \n&lt;", "", "é—漢"]


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(f'<sst xmlns="{MAIN}">{ITEMS}</sst>', id="plain"),
        pytest.param(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="{MAIN}">{ITEMS}<extLst/></sst>', id="declared"
        ),
        pytest.param(
            f'<x:sst xmlns:x="{MAIN}">{ITEMS}</x:sst>'.replace("<si", "<x:si")
            .replace("</si", "</x:si")
            .replace("<t", "<x:t")
            .replace("</t", "</x:t")
            .replace("<r", "<x:r")
            .replace("</r", "</x:r")
            .replace("<i/", "<x:i/"),
            id="prefixed",
        ),
        pytest.param(f'<sst xmlns="{MAIN}"><!-- <si> -->{ITEMS}</sst>', id="with-comment"),
        pytest.param(
            f'<?xml version="1.0" encoding="UTF-16"?><sst xmlns="{MAIN}">{ITEMS}</sst>'.encode("utf-16"), id="utf-16"
        ),
        pytest.param(
            f'<?xml version="1.0" encoding="ISO-8859-1"?><sst xmlns="{MAIN}">{ITEMS}</sst>'.replace("—", "&#8212;")
            .replace("漢", "&#28450;")
            .encode("latin-1"),
            id="latin-1",
        ),
        pytest.param(f"<sst xmlns='{MAIN}'>{ITEMS}</sst>".replace("polos", "<![CDATA[polos]]>"), id="cdata"),
        pytest.param(f"\ufeff<sst xmlns='{MAIN}'>{ITEMS}</sst>", id="byte-order-mark"),
    ],
)
def test_every_writing_gives_the_same_texts(strings_of, xml):
    """Prefixes, encodings, comments and CDATA make no other text."""
    strings = strings_of(xml)
    assert [strings[index] for index in (6, 5, 4, 3, 2, 1, 0)] == TEXTS[::-1]


@pytest.mark.parametrize("index", [-1, 7, 10**9, 10**40])
def test_a_string_that_is_not_there_is_refused(strings_of, index):
    """A cell that asks for a string beyond the table is a damaged workbook, in one sentence."""
    with pytest.raises(WorkbookError, match="tidak memuat semua teks"):
        strings_of(f'<sst xmlns="{MAIN}">{ITEMS}</sst>')[index]


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param("<sst", id="cut-off"),
        pytest.param("", id="empty"),
        pytest.param(f'<!DOCTYPE sst [<!ENTITY a "b">]><sst xmlns="{MAIN}"><si><t>&a;</t></si></sst>', id="doctype"),
        pytest.param(f'<sst xmlns="{MAIN}"><si><r><t>x</r></si></sst>', id="crossed-tags"),
        pytest.param(f'<sst xmlns="{MAIN}"><si><t>\xff</t></si></sst>'.encode("latin-1"), id="no-utf-8"),
    ],
)
def test_a_damaged_table_is_refused(strings_of, xml):
    """Damage gives a sentence, never a parser's error."""
    with pytest.raises(WorkbookError):
        strings_of(xml)[0]


@pytest.mark.slow
def test_a_long_table_costs_little(strings_of):
    """Of 250,000 strings only those asked for are parsed."""
    body = "".join(f"<si><t>teks nomor {number}</t></si>" for number in range(250_000))
    strings = strings_of(f'<sst xmlns="{MAIN}">{body}</sst>')
    start = time.process_time()
    assert strings[249_999] == "teks nomor 249999"
    assert time.process_time() - start < 1  # some 0.1 s; a whole parse takes several times that


def test_a_workbook_without_the_table_says_so(staff):
    """A cell that wants a shared string where there are none."""
    with Package.open(staff) as package, pytest.raises(WorkbookError, match="sharedStrings"):
        SharedStrings(package, None)[0]
