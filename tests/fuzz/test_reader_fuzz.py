"""Whatever the file holds: a plan or one clear sentence, never another exception."""

import contextlib
import io
import random
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import reader_fuzz
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.errors import WorkbookError
from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan

pytestmark = pytest.mark.slow

HEADER = (
    "NO",
    "KOMPONEN",
    "INDIKATOR",
    "LANGKAH AKSI",
    "BUKTI FISIK",
    "TARGET WAKTU",
    "PENANGGUNG JAWAB",
    "REALISASI",
    "TAUTAN BUKTI",
)
TEMPLATE = Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"
SNIPPETS = (
    b"&lt;",
    b"<c/>",
    b'r="A1"',
    b't="s"',
    b't="d"',
    b"</row>",
    b"<v>9e99</v>",
    b"-1",
    b"99999999999",
    b"\xff\xfe",
    b"&a;",
    b'<f t="shared" si="0"/>',
    b'ref="A1:XFD1048576"',
    b"<!--",
    b"]]>",
    b"\x00",
    b"XFD",
    b's="-5"',
    b"nan",
    b"<is><t>",
)


def packed(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer


def outcome(buffer):
    """The plan, or None where the workbook was refused with a sentence."""
    with contextlib.suppress(WorkbookError), Package(buffer, Path("acak.xlsx")) as package:
        plan = read_plan(package)
        assert_sound(plan)
        return plan
    return None


def assert_sound(plan):
    """Kode are unique, and there are some."""
    kodes = [each.kode for each in plan.indikator()]
    assert len(set(kodes)) == len(kodes) > 0


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
)
def test_damaged_parts_give_a_plan_or_a_sentence(part):
    """Bytes flipped, cut, repeated or put in, at random."""
    with zipfile.ZipFile(TEMPLATE) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    random_state = random.Random(part)
    plans = 0
    for _ in range(60):
        data = bytearray(whole[part])
        for _ in range(random_state.randrange(1, 4)):
            at = random_state.randrange(len(data))
            match random_state.randrange(4):
                case 0:
                    data[at] ^= 1 << random_state.randrange(8)
                case 1:
                    del data[at : at + random_state.randrange(1, 200)]
                case 2:
                    data[at:at] = random_state.choice(SNIPPETS)
                case _:
                    data[at:at] = data[max(0, at - random_state.randrange(1, 200)) : at]
        plans += outcome(packed({**whole, part: bytes(data)})) is not None
    assert plans < 60  # damage was done


WORDS = st.sampled_from(
    [
        "",
        "",
        "",
        "I",
        "1",
        "2.",
        "II",
        "A.",
        "a. SK",
        "b) SK",
        "SK",
        "Tim",
        "MANAJEMEN PERUBAHAN",
        "I. PENATAAN",
        "x",
        "Maret 2025",
        "Januari – Desember",
        "setiap bulan",
        "31 Juni 2025",
        "TW III",
        "selesai",
        "75%",
        "0,5",
        "Jumlah",
        "Mengetahui,",
        "NO",
        "KOMPONEN",
        "INDIKATOR",
        "TARGET WAKTU",
        "https://a.id/1",
        "(1)",
        "3",
        "4",
        "TAHUN 2026",
        "#REF!",
        "Catatan: x",
        "dan",
        "Total",
        "No. 1",
        "a",
        "e. é",
        "😀",
    ]
)
CELLS = WORDS | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) | st.floats() | st.integers()
KINDS = st.sampled_from(["inlineStr", "n", "b", "e", "d", "str"])


@settings(max_examples=150)
@given(
    rows=st.lists(st.lists(st.tuples(CELLS, KINDS, st.booleans()), max_size=9), max_size=14),
    merges=st.lists(
        st.sampled_from(["A3:A5", "B3:B4", "C3:C9", "A4:I4", "F2:F20", "H3:I3", "C1:D1", "A1:XFD1048576"]), max_size=4
    ),
    titled=st.booleans(),
)
def test_random_cells_give_a_plan_or_a_sentence(rows, merges, titled):
    """Any text, number or kind in any cell below a header; merged ranges that make no sense."""
    outcome(
        packed(
            _parts(
                [(("TAHUN 2025", "inlineStr", False),)] * titled
                + [[(name, "inlineStr", False) for name in HEADER], *rows],
                merges,
            )
        )
    )


@pytest.mark.parametrize("seeds", [range(at, at + 10) for at in range(0, 80, 10)], ids=str)
def test_random_workbooks(seeds):
    """Those of `python tests/fuzz/reader_fuzz.py`, which goes on as long as told: read, validated, measured."""
    assert [seed for seed in seeds if not reader_fuzz.outcome(reader_fuzz.workbook(seed))] == []


def _parts(rows, merges):
    namespace = "http://schemas.openxmlformats.org"
    sheet = "".join(f"<row>{''.join(_cell(*cell) for cell in row)}</row>" for row in rows)
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = f"{namespace}/officeDocument/2006/relationships"

    def relations(kind, target):
        return (
            f'<Relationships xmlns="{namespace}/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{relation}/{kind}" Target="{target}"/></Relationships>'
        )

    return {
        "[Content_Types].xml": f'<Types xmlns="{namespace}/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/></Types>',
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{namespace}/spreadsheetml/2006/main" xmlns:r="{relation}">'
        '<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations("worksheet", "sheet.xml"),
        "xl/sheet.xml": f'<worksheet xmlns="{namespace}/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData>'
        f"<mergeCells>{merged}</mergeCells></worksheet>",
    }


def _cell(value, kind, formula):
    text = escape(str(value))
    before = f"<f>{text}</f>" if formula else ""
    if kind == "inlineStr":
        return f'<c t="inlineStr">{before}<is><t>{text}</t></is></c>'
    return f'<c t="{kind}">{before}<v>{text}</v></c>'
