"""Defects of whole rows and columns."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import (
    BUKTI,
    INDIKATOR,
    KENDALA,
    LANGKAH,
    OWN,
    PJ,
    REALISASI,
    TANGGAL,
    TARGET,
    Defect,
    Kind,
    Row,
    Site,
    defect,
    want,
)
from matrix_sheet import ref

_ORDER = "ZI302 ZI303 ZI304 ZI901 ZI902 ZI903 ZI904 ZI905 ZI906"
HEADER = 7


def _inner(site: Site) -> Row | None:
    """An indikator whose row begins no merged range: neither its heading nor the penanggung jawab goes with it."""
    row = site.row()
    return row if row.line != row.siblings[0] else None


def _row_deleted(site: Site) -> Defect | None:
    row = _inner(site)
    if row is None:
        return None
    site.sheet.delete(row.line)
    before = ref(row.line - 1, INDIKATOR)
    return defect(f"row {row.line} ({row.kode}) deleted", want(before, "ZI903"), allowed="ZI304")


def _first_row_deleted(site: Site) -> Defect | None:
    """Number and name of the subkomponen go with it."""
    row = site.row()
    if row.line != row.siblings[0] or len(row.siblings) < 2 or row.line == row.area[0]:
        return None
    site.sheet.delete(row.line)
    allowed = "ZI908 ZI304 ZI303 ZI104 ZI207"
    return defect(f"row {row.line} ({row.kode}) deleted", want(None, "ZI903"), want(None, "ZI908"), allowed=allowed)


def _row_cleared(site: Site) -> Defect | None:
    """Selected and Del: the row stays, blank."""
    row = _inner(site)
    if row is None:
        return None
    for column in OWN:
        site.sheet.type(row.line, column, None)
    return defect(f"row {row.line} ({row.kode}) cleared", want(None, "ZI903"), allowed="ZI304")


def _row_added(site: Site) -> Defect | None:
    row = _inner(site)
    if row is None:
        return None
    site.sheet.insert(row.line)
    new = site.chance.choice(["Melaksanakan studi banding ke KPU lain", "Lomba video antikorupsi", "Piket arsip"])
    cells = {INDIKATOR: f"z. {new}", LANGKAH: new, BUKTI: "Laporan kegiatan tambahan", TARGET: "Mei 2025"}
    for column, text in cells.items():
        site.sheet.type(row.line, column, text)
    cell = ref(row.line, INDIKATOR)
    return defect(f"row {row.line}: a new indikator", want(cell, "ZI902"), allowed="ZI304 ZI605 ZI303")


def _row_copied(site: Site) -> Defect | None:
    row = _inner(site)
    if row is None:
        return None
    site.sheet.insert(row.line + 1, like=row.line)
    for column in OWN:
        site.sheet.copy((row.line, column), (row.line + 1, column))
    cell = ref(row.line + 1, INDIKATOR)
    allowed = "ZI304 ZI803 ZI605 ZI607 ZI503 ZI502 ZI403 ZI402"
    return defect(
        f"row {row.line} ({row.kode}) twice",
        want(cell, "ZI902"),
        want(cell, "ZI302"),
        want(cell, "ZI303"),
        allowed=allowed,
    )


def _rows_swapped(site: Site) -> Defect | None:
    row = site.row()
    others = [line for line in row.siblings if line != row.line]
    if not others:
        return None
    pair = sorted([row.line, site.chance.choice(others)])
    site.sheet.permute(pair, pair[::-1], OWN)
    return defect(f"rows {pair} changed places", want(None, "ZI904"), allowed=_ORDER)


def _row_moved(site: Site) -> Defect | None:
    row = site.row()
    lines = list(row.siblings)
    if len(lines) < 3:
        return None
    order = [each for each in lines if each != row.line]
    order.insert(site.chance.randrange(len(lines)), row.line)
    if order == lines:
        return None
    site.sheet.permute(lines, order, OWN)
    return defect(f"row {row.line} ({row.kode}) moved: {order}", want(None, "ZI904"), allowed=_ORDER)


def _row_moved_elsewhere(site: Site) -> Defect | None:
    row, other = _inner(site), _inner(site)
    if row is None or other is None or other.line in row.siblings or other.line < row.line:
        return None
    site.sheet.insert(other.line, like=other.line)
    for column in OWN:
        site.sheet.copy((row.line, column), (other.line, column))
    site.sheet.delete(row.line)
    cell = ref(other.line - 1, INDIKATOR)
    return defect(
        f"row {row.line} ({row.kode}) moved to {other.kode}", want(cell, "ZI904"), allowed="ZI303 ZI304 ZI504"
    )


def _subkomponen_sorted(site: Site) -> Defect | None:
    row = site.row()
    lines = list(row.siblings)
    order = sorted(lines, key=lambda line: site.text(line, LANGKAH))
    if order == lines:
        return None
    site.sheet.permute(lines, order, OWN)
    return defect(f"rows {lines} sorted by LANGKAH AKSI", want(None, "ZI904"), allowed=_ORDER)


def _one_column_sorted(site: Site) -> Defect | None:
    """Only the column of the targets was selected; Excel sorts it alone."""
    row = site.row()
    lines = list(row.area)
    order = sorted(lines, key=lambda line: site.text(line, TARGET))
    changed = [
        target
        for target, source in zip(lines, order, strict=True)
        if _meaning(site.text(target, TARGET)) != _meaning(site.text(source, TARGET))
    ]
    if not changed:
        return None
    site.sheet.permute(lines, order, [TARGET])
    wants = [want(ref(line, TARGET), "ZI901") for line in changed]
    return defect(f"F of rows {lines[0]}-{lines[-1]} sorted", *wants, allowed="ZI604 ZI605 ZI607 ZI905 ZI901")


def _meaning(target: str) -> str:
    return re.sub(r"[\s–-]+", "", target)


def _pasted_one_column_to_the_right(site: Site) -> Defect | None:
    row = site.row()
    texts = [site.text(row.line, column) for column in (LANGKAH, BUKTI)]
    site.sheet.type(row.line, LANGKAH, None)
    site.sheet.type(row.line, BUKTI, texts[0])
    site.sheet.type(row.line, TARGET, texts[1])
    cells = [ref(row.line, column) for column in (LANGKAH, BUKTI, TARGET)]
    return defect(
        f"D:E of row {row.line} pasted to E:F",
        want(cells[0], "ZI401"),
        want(cells[1], "ZI905"),
        want(cells[2], "ZI602", "ZI604", "ZI603"),
        want(cells[2], "ZI901", "ZI905"),
        allowed="ZI502 ZI503 ZI504 ZI605 ZI606 ZI607 ZI905 ZI609",
    )


def _a_note_between(site: Site) -> Defect | None:
    row = _inner(site)
    if row is None:
        return None
    site.sheet.insert(row.line)
    site.sheet.type(
        row.line, LANGKAH, site.chance.choice(["Catatan: lihat rapat 3 Maret", "(belum final)", "*) revisi"])
    )
    return defect(f"row {row.line}: a note", want(None, "ZI007", "ZI006"), allowed="ZI905 ZI403")


def _column_title_deleted(site: Site) -> Defect | None:
    column, code = site.chance.choice(
        [
            (TARGET, "ZI001"),
            (PJ, "ZI002"),
            (BUKTI, "ZI002"),
            (LANGKAH, "ZI002"),
            (REALISASI, "ZI801"),
            (TANGGAL, "ZI003"),
        ]
    )
    site.sheet.type(HEADER, column, None)
    return defect(f"{ref(HEADER, column)}: title deleted", want(None, code), allowed="ZI003 ZI905 ZI901")


def _column_title_twice(site: Site) -> Defect | None:
    site.sheet.type(HEADER, KENDALA, site.chance.choice(["TINDAK LANJUT", "TARGET WAKTU", "REALISASI (%)"]))
    return defect("K7: the title of another column", want(None, "ZI004"), allowed="ZI003 ZI805")


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
            _row_deleted,
            _first_row_deleted,
            _row_cleared,
            _row_added,
            _row_copied,
            _rows_swapped,
            _row_moved,
            _row_moved_elsewhere,
            _subkomponen_sorted,
            _one_column_sorted,
            _pasted_one_column_to_the_right,
            _a_note_between,
            _column_title_deleted,
            _column_title_twice,
        )
    }
)
