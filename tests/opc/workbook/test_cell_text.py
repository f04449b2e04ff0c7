"""Text of cells becomes what a person sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from zi_excel.opc.workbook.cell_text import rich_text, shown

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


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
    assert rich_text(etree.fromstring(f"<si {MAIN}>{inside}</si>")) == text
