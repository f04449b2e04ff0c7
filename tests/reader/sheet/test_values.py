"""Raw cells become typed values and the text that a person sees."""

from datetime import date

import pytest

from zi_excel.reader.sheet.values import Content, day_of


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        pytest.param('<c r="A1" t="s"><v>0</v></c>', Content("satu", "satu"), id="shared"),
        pytest.param('<c r="A1" t="s"><v>1</v></c>', Content("dua", "dua"), id="shared-rich"),
        pytest.param('<c r="A1" t="inlineStr"><is><t>di sini</t></is></c>', Content("di sini", "di sini"), id="inline"),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>',
            Content("a b", "a b"),
            id="inline-rich",
        ),
        pytest.param('<c r="A1" t="str"><f>A2</f><v>hasil</v></c>', Content("hasil", "hasil"), id="formula-text"),
        pytest.param('<c r="A1" t="str"><f>A2</f><v></v></c>', Content(), id="formula-blank-text"),
        pytest.param('<c r="A1"><f>A2</f></c>', Content(cached=False), id="formula-without-value"),
        pytest.param('<c r="A1"><f>A2</f><v/></c>', Content(cached=False), id="formula-with-empty-value"),
        pytest.param('<c r="A1"><v>0.5</v></c>', Content("0,5", 0.5), id="number"),
        pytest.param('<c r="A1" s="3"><v>0.5</v></c>', Content("50%", 0.5), id="percent"),
        pytest.param('<c r="A1" s="1"><v>45747</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="date"),
        pytest.param(
            '<c r="A1" s="1"><v>45747.99</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="time-dropped"
        ),
        pytest.param('<c r="A1" s="2"><v>45717</v></c>', Content("Maret 2025", date(2025, 3, 1)), id="month"),
        pytest.param('<c r="A1" s="4"><v>0.5</v></c>', Content("0,5", 0.5), id="time-of-day"),
        pytest.param('<c r="A1" s="1"><v>99999999</v></c>', Content("99999999", 99999999.0), id="date-out-of-range"),
        pytest.param('<c r="A1" s="1"><v>-1</v></c>', Content("-1", -1.0), id="negative-date"),
        pytest.param(
            '<c r="A1" t="d"><v>2025-03-31T10:00:00</v></c>', Content("31 Maret 2025", date(2025, 3, 31)), id="iso-date"
        ),
        pytest.param('<c r="A1" t="d"><v>besok</v></c>', Content("besok", "besok"), id="iso-none"),
        pytest.param('<c r="A1" t="b"><v>1</v></c>', Content("TRUE", True), id="true"),
        pytest.param('<c r="A1" t="b"><v>0</v></c>', Content("FALSE", False), id="false"),
        pytest.param('<c r="A1" t="e"><v>#REF!</v></c>', Content("#REF!", None, "#REF!"), id="error"),
        pytest.param('<c r="A1"><v>NaN</v></c>', Content("NaN", "NaN"), id="no-number"),
        pytest.param('<c r="A1"><v>1e999</v></c>', Content("1e999", "1e999"), id="beyond-numbers"),
        pytest.param('<c r="A1" s="99"><v>1</v></c>', Content("1", 1.0), id="unknown-style"),
        pytest.param('<c r="A1" s="x"><v>1</v></c>', Content("1", 1.0), id="damaged-style"),
        pytest.param('<c t="s"><v>0</v></c>', Content("satu", "satu"), id="without-reference"),
        pytest.param('<c r="$A$1"><v>1</v></c>', Content("1", 1.0), id="odd-reference"),
    ],
)
def test_each_kind_of_cell_is_understood(rows_of, cell, content):
    """Text, number, date, truth, error, formula: whoever wrote it."""
    assert rows_of(f'<row r="1">{cell}</row>') == {1: {1: content}}


RUNS = '<c r="A1" t="inlineStr"><is>{}</is></c>'
OUT = '<r><rPr><strike{}/></rPr><t xml:space="preserve">{}</t></r>'
IN = '<r>{}<t xml:space="preserve">{}</t></r>'
WINGDINGS = '<r><rPr><rFont val="Wingdings"/></rPr><t>{}</t></r>'


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param('<c r="A1" t="inlineStr" s="6"><is><t>ü</t></is></c>', "✓", id="tick"),
        pytest.param('<c r="A1" t="str" s="6"><f>CHAR(251)</f><v>û</v></c>', "✗", id="cross-of-a-formula"),
        pytest.param('<c r="A1" t="inlineStr" s="6"><is><t>o</t></is></c>', "☐", id="box"),
        pytest.param('<c r="A1" t="inlineStr" s="6"><is><t>þ o</t></is></c>', "☑ ☐", id="two"),
        pytest.param('<c r="A1" t="inlineStr" s="6"><is><t>\uf0fc</t></is></c>', "✓", id="private"),
        pytest.param('<c r="A1" t="inlineStr" s="6"><is><t>oktober</t></is></c>', "oktober", id="letters"),
        pytest.param('<c r="A1" t="s" s="6"><v>0</v></c>', "satu", id="shared-letters"),
        pytest.param('<c r="A1" t="inlineStr"><is><t>ü</t></is></c>', "ü", id="another-font"),
        pytest.param(RUNS.format(WINGDINGS.format("þ") + IN.format("", " Ya")), "☑ Ya", id="run"),
        pytest.param(
            RUNS.format(IN.format("", "Mei ") + WINGDINGS.format("à") + IN.format("", " Juli")),
            "Mei → Juli",
            id="arrow",
        ),
    ],
)
def test_a_letter_in_a_font_of_signs_is_its_sign(rows_of, cell, text):
    """Ticks, crosses, boxes and arrows of Wingdings, in cells and in runs; what is no sign stays."""
    assert rows_of(f'<row r="1">{cell}</row>') == {1: {1: Content(text, text)}}


@pytest.mark.parametrize(
    ("serial", "epoch_1904", "day"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (60, False, None),
        (61, False, date(1900, 3, 1)),
        (0, False, None),
        (45747, False, date(2025, 3, 31)),
        (2_958_465, False, date(9999, 12, 31)),
        (2_958_466, False, None),
        (0, True, date(1904, 1, 1)),
        (44285, True, date(2025, 3, 31)),
        (2_957_003, True, date(9999, 12, 31)),
        (2_957_004, True, None),
        (-0.5, True, None),
    ],
)
def test_serial_numbers_become_days(serial, epoch_1904, day):
    """Both epochs, and the 29 February 1900 that never was."""
    assert day_of(serial, date_1904=epoch_1904) == day


def test_the_workbook_says_which_epoch_holds(rows_of):
    """date1904 moves every date."""
    assert rows_of('<row r="1"><c r="A1" s="1"><v>44285</v></c></row>', epoch='date1904="1"')[1][1].value == date(
        2025, 3, 31
    )


@pytest.mark.parametrize(
    ("cell", "text", "struck"),
    [
        pytest.param(RUNS.format(OUT.format("", "Maret") + IN.format("", " Juni")), "Juni", "Maret", id="first"),
        pytest.param(
            RUNS.format(IN.format("<rPr/>", "TW I") + OUT.format("", ", TW II")), "TW I", ", TW II", id="last"
        ),
        pytest.param(
            RUNS.format(IN.format("", "Maret") + OUT.format("", " atau Mei ") + IN.format("", "2025")),
            "Maret 2025",
            "atau Mei",
            id="between-words",
        ),
        pytest.param(
            RUNS.format(IN.format("", "20") + OUT.format("", "24") + IN.format("", "25")), "2025", "24", id="in-a-word"
        ),
        pytest.param(RUNS.format(OUT.format(' val="0"', "Maret") + IN.format("", " 2025")), "Maret 2025", "", id="off"),
        pytest.param(RUNS.format(OUT.format(' val="true"', "Maret")), "", "Maret", id="lone-run"),
        pytest.param('<c r="A1" t="s"><v>2</v></c>', "Juni 2025", "Maret 2025", id="shared"),
        pytest.param('<c r="A1" t="s" s="5"><v>0</v></c>', "", "satu", id="cell"),
        pytest.param('<c r="A1" t="s" s="5"><v>2</v></c>', "Juni 2025", "Maret 2025", id="cell-but-for-a-run"),
        pytest.param('<c r="A1" t="inlineStr" s="5"><is><t>satu</t></is></c>', "", "satu", id="inline-cell"),
        pytest.param('<c r="A1" t="str" s="5"><f>A2</f><v>hasil</v></c>', "", "hasil", id="formula"),
        pytest.param('<c r="A1" s="5"><v>0.5</v></c>', "", "0,5", id="number"),
        pytest.param('<c r="A1" t="b" s="5"><v>1</v></c>', "", "TRUE", id="truth"),
        pytest.param('<c r="A1" t="e" s="5"><v>#REF!</v></c>', "", "#REF!", id="error"),
        pytest.param('<c r="A1" s="5"/>', None, None, id="blank"),
    ],
)
def test_what_is_struck_out_does_not_count(rows_of, cell, text, struck):
    """Runs and whole cells; it is kept apart, to be told of."""
    row = rows_of(f'<row r="1">{cell}</row>').get(1, {})
    expected = {} if text is None else {1: Content(text, text or None, struck=struck)}
    assert row == expected


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_0123",1)</f><v>=DISPIMG("ID_0123",1)</v></c>',
        '<c r="A1" t="e"><f>_xlfn.DISPIMG("ID_0123",1)</f><v>#NAME?</v></c>',
        '<c r="A1" t="inlineStr"><is><t>=DISPIMG("ID_0123",1)</t></is></c>',
        '<c r="A1" t="e" vm="1"><f>_xlfn.IMAGE("https://a.id/1.jpg")</f><v>#VALUE!</v></c>',
        '<c r="A1" t="e"><f>_xlfn._xlws.IMAGE("https://a.id/1.jpg")</f><v>#NAME?</v></c>',
        '<c r="A1" t="str"><f>IMAGE(B1)</f><v></v></c>',
        '<c r="A1"><f>IMAGE("https://a.id/1.jpg")</f></c>',
    ],
)
def test_a_picture_is_no_error(rows_of, cell):
    """Of WPS, of Excel, or from an address."""
    (content,) = rows_of(f'<row r="1">{cell}</row>')[1].values()
    assert content == Content("(gambar)", "(gambar)", picture=True)


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        ('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>', Content("#VALUE!", None, "#VALUE!")),  # no rich values there
        ('<c r="A1" t="str"><f>IF(B1="","-",IMAGE(B1))</f><v>-</v></c>', Content("-", "-")),
        ('<c r="A1" t="e"><f>MYIMAGE(B1)</f><v>#NAME?</v></c>', Content("#NAME?", None, "#NAME?")),
    ],
)
def test_what_only_looks_like_a_picture(rows_of, cell, content):
    """An error stays one, and what IF() chose instead counts."""
    assert rows_of(f'<row r="1">{cell}</row>') == {1: {1: content}}
