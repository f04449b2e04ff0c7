"""The template with other data of staff's beside the matrix: sheets like the registers that an office keeps.

20 columns a row: 6 texts that repeat (shared strings) and 3 of the row's own (inline), 6 numbers, 3 dates, 2 formulas
with their values. The same workbook for the same arguments.
"""

import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import ascii_uppercase
from typing import BinaryIO

COLUMNS = 20
_SEED = 31_2025
_WORDS = (
    "laporan bulanan kegiatan sosialisasi zona integritas undangan rapat koordinasi penyampaian dokumen usulan "
    "pengadaan barang perjalanan dinas surat tugas nota permohonan data pemilih verifikasi arsip keuangan"
)
_PHRASES = 400
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SHEET_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"


def write_workbook(template: Path, out: Path, rows: Sequence[int]) -> None:
    """Writes the template with more sheets behind its own. rows: how many each of them has.

    The sheets go in as parts, row by row: openpyxl would lose the template's rich text, and need 20 times as long.
    """
    chance = random.Random(_SEED)
    words = _WORDS.split()
    phrases = [" ".join(chance.choices(words, k=chance.randint(2, 8))).capitalize() for _ in range(_PHRASES)]
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        strings = old.read("xl/sharedStrings.xml").decode()
        first = int(_found(r'uniqueCount="(\d+)"', strings))
        date_format = _found(r'numFmtId="(\d+)" formatCode="dd/mm/yyyy"', old.read("xl/styles.xml").decode())
        formats = re.findall(r"<xf [^>]*>", old.read("xl/styles.xml").decode().partition("<cellXfs")[2])
        date_style = next(at for at, each in enumerate(formats) if f'numFmtId="{date_format}"' in each)
        for entry in old.infolist():
            new.writestr(entry, _with_sheets(entry.filename, old.read(entry).decode(), rows, phrases))
        for number, count in enumerate(rows, 1):
            with new.open(f"xl/worksheets/staf{number}.xml", "w") as part:
                _write_sheet(part, _rows(chance, count, first, date_style))


def _with_sheets(name: str, part: str, rows: Sequence[int], phrases: list[str]) -> str:
    """One of the template's parts with what it says of the new sheets; most say nothing."""
    numbers = range(1, len(rows) + 1)
    if name == "[Content_Types].xml":
        more = (f'<Override PartName="/xl/worksheets/staf{n}.xml" ContentType="{_SHEET_TYPE}"/>' for n in numbers)
        return part.replace("</Types>", "".join(more) + "</Types>")
    if name == "xl/_rels/workbook.xml.rels":
        more = (
            f'<Relationship Id="rIdStaf{n}" Type="{_SHEET_RELATION}" Target="worksheets/staf{n}.xml"/>' for n in numbers
        )
        return part.replace("</Relationships>", "".join(more) + "</Relationships>")
    if name == "xl/workbook.xml":
        more = (f'<sheet name="Buku Agenda {n}" sheetId="{100 + n}" r:id="rIdStaf{n}"/>' for n in numbers)
        return part.replace("</sheets>", "".join(more) + "</sheets>")
    if name == "xl/sharedStrings.xml":
        uses, unique = (int(_found(rf'{word}="(\d+)"', part)) for word in ("count", "uniqueCount"))
        part = part.replace(f'count="{uses}"', f'count="{uses + sum(rows) * 6}"', 1)
        part = part.replace(f'uniqueCount="{unique}"', f'uniqueCount="{unique + len(phrases)}"', 1)
        return part.replace("</sst>", "".join(f"<si><t>{each}</t></si>" for each in phrases) + "</sst>")
    return part


def _write_sheet(part: BinaryIO, rows: Iterator[str]) -> None:
    part.write(_HEAD.encode())
    part.writelines(row.encode() for row in rows)
    part.write(b"</sheetData></worksheet>")


def _rows(chance: random.Random, rows: int, first: int, date_style: int) -> Iterator[str]:
    """The rows' XML. first: the index of the first phrase; date_style: the cell format of dates."""
    words = _WORDS.split()
    for row in range(1, rows + 1):
        cells = [
            f'<c r="{{}}{row}"><v>{row}</v></c>',
            *(f'<c r="{{}}{row}" s="{date_style}"><v>{chance.randint(45_000, 46_000)}</v></c>' for _ in range(3)),
            *(f'<c r="{{}}{row}" t="s"><v>{first + chance.randrange(_PHRASES)}</v></c>' for _ in range(6)),
            *(
                f'<c r="{{}}{row}" t="inlineStr"><is><t>{chance.randint(1, 9999)}/{word}/2025</t></is></c>'
                for word in chance.choices(words, k=3)
            ),
            *(f'<c r="{{}}{row}"><v>{chance.randint(1, 10**8) / 4}</v></c>' for _ in range(5)),
            f'<c r="{{}}{row}"><f>SUM(N{row}:R{row})</f><v>{chance.randint(1, 10**9)}</v></c>',
            f'<c r="{{}}{row}"><f>C{row}-B{row}</f><v>{chance.randint(-999, 999)}</v></c>',
        ]
        placed = "".join(cell.format(letter) for cell, letter in zip(cells, ascii_uppercase[:COLUMNS], strict=True))
        yield f'<row r="{row}">{placed}</row>'


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise SystemExit(f"the template is not what this benchmark knows: no {pattern}")
    return match[1]
