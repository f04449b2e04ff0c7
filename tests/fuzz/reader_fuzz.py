"""Random workbooks for the reader, for the fuzz test; run by hand it goes on for as long as it is told.

python tests/fuzz/reader_fuzz.py MINUTES [SEED]

Each seed is a workbook: random cells below a random header, or the template, each often damaged besides (elements,
attributes, texts, bytes, parts, the zip itself). It is read, validated and measured. The process may take MEMORY bytes
of addresses and no more (where the system can hold it to that). Prints what came of it; ends with 1 where anything else
than a plan or a sentence did, with the seed to try again.
"""

import contextlib
import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from package_fuzz import damaged, parts_of

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.errors import ZiExcelError
from zi_excel.measuring.measure import measure
from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan
from zi_excel.reader.header.names import SYNONYMS
from zi_excel.validation.engine import validate

PER = date(2025, 11, 20)
MEMORY = 1 << 30
SLOW = 20
"""Seconds that one workbook may take."""
TEMPLATE = Path(__file__).parents[2] / "workbooks" / "template_rencana_aksi.xlsx"
_TITLES = (
    "NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)",
    "TANGGAL SELESAI", "TAUTAN BUKTI", "KENDALA", "TINDAK LANJUT", "STATUS", "SUBKOMPONEN",
)  # fmt: skip
_WORDS = (
    "", "", "", "I", "1", "2.", "II", "A.", "VI", "(3)", "a. SK", "b) SK", "c Notula", "SK; Notula dan Daftar hadir",
    "• satu\n• dua", "Tim", "Tim A / Tim B", "MANAJEMEN PERUBAHAN", "PENATAAN TATALAKSANA", "I. PENATAAN", "Maret 2025",
    "Januari – Desember 2025", "setiap bulan", "31 Juni 2025", "TW III", "TW I–IV", "B03, B06", "sewaktu-waktu", "2025",
    "22 April s.d. 3 Mei 2025", "selesai", "belum", "75%", "0,5", "3/4", "Maret, Juni", "✔", "Jumlah", "Rata-rata",
    "Mengetahui,", "NIP. 1980", "https://a.id/1", "bit.ly/x/y", "C:\\a b\\c.pdf", "\\\\srv\\x\\y.docx", "bukti.pdf",
    "Catatan: x", "dan", "TAHUN 2026", "#REF!", "😀", "a\u0301", "\u202eabc", "x" * 40_000, "(" * 500, "a. " * 900,
    "1.000.000", "-", "–", "TW I", "Triwulan 2", "Mar", "_x0041_", "=1+1", "1e308", "45717", "-1", "NaN",
)  # fmt: skip
_KINDS = ("inlineStr", "inlineStr", "inlineStr", "str", "n", "b", "e", "d", "s", "zz", "")
_MERGES = ("A3:A5", "B3:B4", "C3:C9", "A4:I4", "F2:F20", "H3:I3", "C1:D1", "A1:XFD1048576", "B5:C8", "A2:B2", "H2:K2")
_SPACE = "http://schemas.openxmlformats.org"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATION = f"{_SPACE}/officeDocument/2006/relationships"


def workbook(seed: int) -> bytes:
    """The workbook of a seed."""
    chance = random.Random(seed)
    parts = parts_of(TEMPLATE) if chance.random() < 0.3 else _random_cells(chance)
    if chance.random() < 0.6:
        return damaged(parts, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def outcome(data: bytes) -> str:
    """What became of a workbook: "read", or the refusal's first words; anything else is raised."""
    try:
        with Package(io.BytesIO(data), Path("acak.xlsx")) as package:
            plan = read_plan(package)
    except ZiExcelError as refusal:
        return re.sub(r"'[^']*'", "…", str(refusal))[:60]
    kodes = [each.kode for each in plan.indikator()]
    if not len(set(kodes)) == len(kodes) > 0:
        raise AssertionError(f"kode: {kodes}")
    validate(plan, enacted_matrix(), PER)
    measure(plan, PER)
    return "read"


def _random_cells(chance: random.Random) -> dict[str, bytes]:
    titles = list(_TITLES[: chance.choice((7, 12, 12, 14))])
    if chance.random() < 0.4:
        chance.shuffle(titles)
    for _ in range(chance.choice((0, 0, 1, 4))):
        titles[chance.randrange(len(titles))] = chance.choice((*_WORDS[:60], *SYNONYMS))
    rows = [[("TAHUN 2025", "inlineStr", "")], [(title, "inlineStr", "") for title in titles]]
    rows += [
        [_cell_of(chance, title) for title in titles[: chance.choice((3, len(titles), len(titles)))]]
        for _ in range(chance.choice((0, 3, 20, 60)))
    ]
    sheet = "".join(f"<row{_reference(chance)}>{''.join(_cell(chance, *cell) for cell in row)}</row>" for row in rows)
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in chance.sample(_MERGES, chance.choice((0, 0, 1, 3))))
    links = "".join(
        f'<hyperlink ref="{ref}" location="{escape(chance.choice(_WORDS[:40]), {chr(34): ""})}"/>'
        for ref in chance.sample(("J3", "J3:J9", "A1:XFD1048576", "C4"), chance.choice((0, 0, 2)))
    )
    strings = "".join(f"<si><t>{escape(word)}</t></si>" for word in _WORDS)
    main = f'xmlns="{_SPACE}/spreadsheetml/2006/main"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{_RELATION}">'
        '<sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml")),
        "xl/strings.xml": f"<sst {main}>{strings}</sst>",
        "xl/sheet.xml": f"<worksheet {main}><sheetData>{sheet}</sheetData><mergeCells>{merges}</mergeCells>"
        f"<hyperlinks>{links}</hyperlinks></worksheet>",
    }
    return {name: text.encode() for name, text in parts.items()}


def _cell_of(chance: random.Random, title: str) -> tuple[str, str, str]:
    """Text, kind and formula: often what belongs under the title, so that there is a plan to go wrong."""
    usual = {
        "NO": ("I", "1", "2", "II", ""),
        "KOMPONEN": ("MANAJEMEN PERUBAHAN", "Tim Kerja", "", "", ""),
        "INDIKATOR": (f"{chance.choice('abcdefgz')}. Unit kerja {chance.random()}", "Unit kerja", ""),
        "TARGET WAKTU": ("Maret 2025", "Juni dan Desember 2025", "Setiap bulan", "TW II"),
    }
    if title in usual and chance.random() < 0.7:
        return chance.choice(usual[title]), "inlineStr", ""
    text = chance.choice(_WORDS)
    if chance.random() < 0.15:
        text = chance.choice((str(chance.uniform(-1e3, 1e5)), str(chance.randrange(-5, 10 ** chance.randrange(1, 20)))))
    formula = chance.choice(("A1", 'HYPERLINK("https://a.id","x")', "", "", "(" * 3000))
    return text, chance.choice(_KINDS), formula if chance.random() < 0.1 else ""


def _cell(chance: random.Random, text: str, kind: str, formula: str) -> str:
    text = escape("".join(letter for letter in text if letter.isprintable() or letter == "\n"))
    shared = chance.choice(('t="shared" si="0"', "", "", 't="array" ref="A1"'))
    before = f"<f {shared}>{escape(formula)}</f>" if formula else ""
    style = f' s="{chance.choice((0, 1, -5, 99_999_999_999))}"' if chance.random() < 0.05 else ""
    if kind == "inlineStr":
        return f'<c t="inlineStr"{style}>{before}<is><t>{text}</t></is></c>'
    value = str(chance.randrange(-1, len(_WORDS) + (chance.random() < 0.01))) if kind == "s" else text
    return f"<c{f' t={chr(34)}{kind}{chr(34)}' if kind else ''}{style}>{before}<v>{value}</v></c>"


def _reference(chance: random.Random) -> str:
    """A row's number: mostly none, sometimes one that makes no sense."""
    return f' r="{chance.choice((1, 3, 500, 1_048_576, 1_048_577, -1, "x"))}"' if chance.random() < 0.02 else ""


def _relations(*items: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(items, 1)
    )
    return f'<Relationships xmlns="{_SPACE}/package/2006/relationships">{inside}</Relationships>'


def main(minutes: float, seed: int = 0) -> int:
    """Goes on for so long; the exit code."""
    outcomes, failures, slowest = Counter[str](), 0, (0.0, seed)
    with contextlib.suppress(ImportError):  # Windows has no such limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        begun = time.process_time()
        try:
            outcomes[outcome(workbook(seed))] += 1
        except Exception:  # noqa: BLE001 (that is what is looked for; MemoryError too)
            failures += 1
            sys.stdout.write(f"seed {seed}:\n{traceback.format_exc(limit=-6)}\n")
        took = time.process_time() - begun
        slowest = max(slowest, (took, seed))
        if took > SLOW:
            failures += 1
            sys.stdout.write(f"seed {seed}: {took:.0f} s\n")
        seed += 1
    sys.stdout.write(f"{sum(outcomes.values())} workbooks, {failures} failures; ")
    sys.stdout.write(f"the slowest took {slowest[0]:.2f} s (seed {slowest[1]})\n")
    with contextlib.suppress(NameError):
        sys.stdout.write(f"at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB in memory\n")
    for words, count in outcomes.most_common(30):
        sys.stdout.write(f"{count:6} {words}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), *map(int, sys.argv[2:3])))
