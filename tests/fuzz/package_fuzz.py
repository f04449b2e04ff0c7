"""Random damage to a workbook's parts, for the fuzz test; run by hand it goes on for as long as it is told.

python tests/fuzz/package_fuzz.py SECONDS [SEED [BOOK]]
"""

import io
import random
import re
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import xlsxwriter
from lxml import etree

from zi_excel.errors import ZiExcelError
from zi_excel.verbs.monev import monev

PER = date(2025, 11, 20)
ROWS = (
    ("NO", "KOMPONEN", "INDIKATOR", "LANGKAH AKSI", "BUKTI FISIK", "TARGET WAKTU", "PENANGGUNG JAWAB", "REALISASI (%)"),
    ("I", "MANAJEMEN PERUBAHAN"),
    ("1", "Tim Kerja", "a. SK Tim", "Menerbitkan SK", "SK", "Februari 2025", "Tim", 1),
    ("II", "PENATAAN TATALAKSANA"),
    ("1", "SOP", "a. Peta proses", "Menyusun peta", "Peta", "Januari - Juni 2025", "Subbag", 0.5),
)
VALUES = (
    "", "-1", "0", "1", "2", "65535", "4294967296", "99999999999999999999", "1e999", "x", "true", "A1", "A1:XFD1048576",
    "#REF!", "../../x", "rId1", "rId99", "External", "NULL", "/xl/workbook.xml", "'", "_zi_excel_monev_i", "Monev I",
    "'Monev I'!$1:$1048576", "\u202e", "a" * 40_000,
)  # fmt: skip


def small_book(path):
    """A workbook with a matrix of two komponen among other things of staff's, refreshed."""
    with xlsxwriter.Workbook(path) as book:
        cover, matrix = book.add_worksheet("Sampul"), book.add_worksheet("Rencana Aksi")
        for at, row in enumerate(ROWS):
            matrix.write_row(at, 0, row, book.add_format({"bold": at == 0, "num_format": "0%"}))
        matrix.merge_range("A6:C6", "Catatan")
        matrix.write_url("J3", "https://example.org/bukti")
        matrix.autofilter("A1:H5")
        matrix.repeat_rows(0)
        cover.write_formula("A1", "=SUM('Rencana Aksi'!H2:H5)", None, 0.5)
        cover.conditional_format("A1:A5", {"type": "data_bar", "data_bar_2010": True})
        cover.write_comment("A1", "Diperiksa")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='Rencana Aksi'!$H$2:$H$5"})
        cover.insert_chart("C2", chart)
        book.define_name("Target_Kita", "=Sampul!$A$1")
    monev(path, per=PER)


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged(parts, random):
    """The workbook's bytes with a few random changes: to bytes, elements, attributes, parts or the zip itself."""
    changed = dict(parts)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        name = random.choice(list(changed))
        way = random.choice((tree, tree, tree, flipped, without_or_twice))
        if way is without_or_twice:
            changed = way(changed, name, random)
        else:
            changed[name] = way(changed[name], random)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in changed.items():
            archive.writestr(name, data)
    whole = out.getvalue()
    return flipped(whole, random) if random.random() < 0.1 else whole


def without_or_twice(parts, name, random):
    """A part is gone, or stands under another's name as well."""
    data = parts[name]
    if random.random() < 0.5:
        return {other: content for other, content in parts.items() if other != name}
    return parts | {random.choice((*parts, f"{name}.xml", name.upper())): data}


def flipped(data, random):
    """A few bytes are others, or a piece is gone or there twice."""
    if not data:
        return data
    at = random.randrange(len(data))
    if random.random() < 0.4:
        end = min(len(data), at + random.choice((1, 8, 200)))
        return data[:at] + data[at:end] * random.choice((0, 2)) + data[end:]
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 5))):
        changed[random.randrange(len(changed))] = random.choice((0, 32, 34, 38, 60, 62, 255, random.randrange(256)))
    return bytes(changed)


def tree(data, random):
    """An element is gone, twice, empty, elsewhere or renamed; an attribute is gone or another; a text is another."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return flipped(data, random)
    elements = [item for item in root.iter() if isinstance(item.tag, str)]
    for _ in range(random.choice((1, 1, 2, 4))):
        one, other = random.choice(elements), random.choice(elements)
        if random.random() < 0.5:
            _change_words(one, other, random)
        elif one.getparent() is not None:
            _change_place(one, other, random)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _change_words(one, other, random):
    """An attribute or the text of one element."""
    name = random.choice(list(one.attrib) or [""])
    value = random.choice((random.choice(VALUES), other.get(name or "name", "")))
    if not name:
        one.text = value
    elif random.random() < 0.3:
        del one.attrib[name]
    else:
        one.set(name, value)


def _change_place(one, other, random):
    """One element as a whole."""
    way = random.randrange(4)
    if way == 0:
        one.getparent().remove(one)
    elif way == 1:
        one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
    elif way == 2:
        one.tag = random.choice((other.tag, etree.QName(one).localname, "{urn:x}y"))
    elif one not in (other, *other.iterancestors()):
        other.append(one)


def outcome(path):
    """What `monev` makes of a file: "done", the refusal's first words; anything else is raised."""
    try:
        monev(path, per=PER, dry_run=True)
    except ZiExcelError as refusal:
        return re.sub(r"'[^']*'", "…", str(refusal))[:50]
    return "done"


def main(seconds, seed=0, book=None):
    outcomes, crashes = Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx" if book is None else Path(folder) / Path(book).name
        if book is None:
            small_book(path)
        parts = parts_of(path if book is None else book)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            path.write_bytes(damaged(parts, random.Random(seed)))
            try:
                outcomes[outcome(path)] += 1
            except Exception:  # noqa: BLE001 (that is what is looked for)
                crashes += 1
                sys.stdout.write(f"seed {seed}:\n{traceback.format_exc(limit=-6)}\n")
            seed += 1
    sys.stdout.write(f"{sum(outcomes.values())} runs, {crashes} crashes\n")
    for words, count in outcomes.most_common(30):
        sys.stdout.write(f"{count:6} {words}\n")
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), *map(int, sys.argv[2:3]), *sys.argv[3:4]))
