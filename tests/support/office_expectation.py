"""What a person reads in an office's workbook (tests/offices/<name>.toml), and a plan said in the same lines."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from zi_excel.plan.columns import column_letters
from zi_excel.plan.jadwal import Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, RencanaAksi

FOLDER = Path(__file__).parents[1] / "offices"
LEAF = ("indikator", "langkah_aksi", "bukti_fisik", "target_waktu", "penanggung_jawab",
        "realisasi", "tanggal_selesai", "tautan_bukti", "kendala", "tindak_lanjut")  # fmt: skip
"""What stands in a line of the table for an indikator, after its kode and row."""


class Item(NamedTuple):
    """A line of the table: a komponen or subkomponen (no, name), or an indikator (LEAF).

    cells: as written in the sheet. meaning: what follows `=>`, by column.
    """

    kode: str
    row: int
    cells: dict[str, str]
    meaning: dict[str, str]

    @property
    def is_indikator(self) -> bool:
        return "indikator" in self.cells


class Expectation(NamedTuple):
    """A workbook's expected model, as written by hand."""

    name: str
    data: dict
    items: tuple[Item, ...]

    @property
    def path(self) -> Path:
        return next(path for path in FOLDER.glob(f"{self.name}.xls?"))

    def lines(self) -> list[str]:
        """Everything that is expected, one thing a line."""
        data = self.data
        lines = [f"lembar {data['lembar']}", f"tahun {data['tahun']}", f"judul {data['judul']}"]
        lines.append(f"nomor kolom {data.get('nomor')}")
        lines += [f"kolom {field} {where}" for field, where in sorted(data["kolom"].items())]
        lines += [f"kolom lain {letter} {text}" for letter, text in sorted(data.get("lain", {}).items())]
        lines.append(f"tersembunyi {sorted(data.get('tersembunyi', []))}")
        for item in self.items:
            lines += _expected(item, data["tahun"])
        return lines + [f"catatan {each}" for each in sorted(data.get("catatan", []))]


def expectation(name: str) -> Expectation:
    """Reads tests/offices/<name>.toml."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    return Expectation(name, data, tuple(_item(line) for line in data["matriks"].splitlines() if line.strip()))


def names() -> list[str]:
    """All offices, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def plan_lines(plan: RencanaAksi) -> list[str]:
    """A plan as read, in the lines of an expectation."""
    reading = plan.reading
    lines = [f"lembar {plan.sheet}", f"tahun {plan.year}", f"judul {[reading.first, plan.header_row]}"]
    lines.append(f"nomor kolom {reading.numbering}")
    lines += [
        f"kolom {field} {letters} {reading.how[field]}"
        for field, letters in sorted((field, _letters(plan, field)) for field in plan.columns)
    ]
    lines += [f"kolom lain {column_letters(each.column)} {_line(each.text)}" for each in _others(plan)]
    lines.append(f"tersembunyi {sorted(map(str, reading.hidden))}")
    for komponen in plan.komponen:
        lines.append(_group(komponen.kode, komponen.no, komponen.nama))
        for sub in komponen.subkomponen:
            lines.append(_group(sub.kode, sub.no, sub.nama))
            for each in sub.indikator:
                lines += _indikator(each)
    return lines + sorted(
        f"catatan {each.oddity} {each.place.ref or ''}{f' {each.kode}' if each.kode else ''}" for each in plan.remarks
    )


def _letters(plan: RencanaAksi, field: Field) -> str:
    parts = plan.reading.parts.get(field, ())
    return "+".join(column_letters(each.column) for each in parts) or column_letters(plan.columns[field])


def _others(plan: RencanaAksi) -> list:
    return sorted(plan.reading.others, key=lambda each: column_letters(each.column))


def _item(line: str) -> Item:
    kode, row, *written = (each.strip() for each in line.split("|"))
    names = ("no", "nama") if len(written) == 2 else LEAF
    if len(written) > len(names):
        raise ValueError(line)
    cells, meaning = {}, {}
    for name, cell in zip(names, written + [""] * len(names), strict=False):
        text, arrow, means = cell.partition("=>")
        cells[name] = text.strip().replace("⏎", "\n").replace("¦", "|")
        if arrow:
            meaning[name] = means.strip()
    return Item(kode, int(row), cells, meaning)


def _expected(item: Item, year: int) -> Iterator[str]:
    if not item.is_indikator:
        yield f"{item.kode}: {item.cells['no']} | {_line(item.meaning.get('nama', item.cells['nama']))}"
        return
    yield f"{item.kode} baris {item.row}"
    for name in LEAF:
        yield f"{item.kode} {name}: {_line(item.meaning.get(f'{name} teks', item.cells[name]))}"
    yield f"{item.kode} butir bukti: {item.meaning.get('bukti_fisik', '1' if item.cells['bukti_fisik'] else '0')}"
    yield f"{item.kode} jadwal: {_with_years(item.meaning['target_waktu'], year)}"
    yield f"{item.kode} bagian: {item.meaning.get('realisasi', 'belum dilaporkan')}"
    yield f"{item.kode} selesai pada: {_with_years(item.meaning.get('tanggal_selesai', '-'), year)}"
    yield f"{item.kode} tautan: {item.meaning.get('tautan_bukti', '')}"


def _with_years(text: str, year: int) -> str:
    """`31/3` is of the plan's year."""
    words = text.replace("-", " - ").split()
    return " ".join(f"{word}/{year}" if word.count("/") == 1 else word for word in words)


def _group(kode: str, no: Datum, nama: Datum) -> str:
    return f"{kode}: {no.text if no.place != nama.place else ''} | {_line(nama.text)}"


def _indikator(each: Indikator) -> Iterator[str]:
    yield f"{each.kode} baris {each.row}"
    for name in LEAF:
        yield f"{each.kode} {name}: {_line(each.datum(Field(name)).text)}"
    yield f"{each.kode} butir bukti: {len(each.butir_bukti)}"
    yield f"{each.kode} jadwal: {_target(each.target)}"
    share = each.realisasi.share
    said = (
        "belum dilaporkan" if not each.realisasi.dilaporkan and share == 0 else "?" if share is None else f"{share:g}"
    )
    yield f"{each.kode} bagian: {said}"
    yield f"{each.kode} selesai pada: {_day(each.selesai_pada) if each.selesai_pada else '-'}"
    yield f"{each.kode} tautan: {' ; '.join(each.tautan_bukti.links)}"


def _target(target: TargetWaktu) -> str:
    jadwal = target.jadwal
    if jadwal is None:
        return "?"
    noted = " !" if target.notes else ""
    if jadwal.jenis is Jenis.RENTANG:
        return f"rentang {_day(jadwal.first)} - {_day(jadwal.last)}{noted}"
    return " ".join([str(jadwal.jenis), *map(_day, jadwal.tonggak)]) + noted


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _line(text: str) -> str:
    return text.replace("\n", "⏎")
