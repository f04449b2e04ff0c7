"""Defects of whole rows and columns, what staff report wrongly, and what changes nothing at all."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import (
    BUKTI,
    INDIKATOR,
    KENDALA,
    KOMPONEN,
    LANGKAH,
    NO,
    OWN,
    PJ,
    REALISASI,
    TANGGAL,
    TARGET,
    TAUTAN,
    TINDAK_LANJUT,
    Defect,
    Kind,
    Row,
    Site,
    defect,
    typed,
    want,
)
from matrix_sheet import Cell, ref

_ORDER = "ZI302 ZI303 ZI304 ZI901 ZI902 ZI903 ZI904 ZI905 ZI906"
HEADER = 7

# --- rows


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


# --- what staff report


def _reported(site: Site, *, done: bool | None = None) -> int | None:
    """A line with a realisasi, or without (None); of 100 %, or not."""
    line = site.row().line
    share = site.sheet.cells.get((line, REALISASI), Cell()).value
    fits = share is not None if done is None else (share == 1) == done
    return line if fits else None


def _report(
    site: Site,
    column: int,
    value: str | float | bool | None,
    *codes: str,
    done: bool | None = None,
    like: tuple[int, int] | None = None,
) -> Defect | None:
    line = _reported(site, done=done)
    return None if line is None else typed(site, line, column, value, *codes, like=like)


def _realisasi_too_much(site: Site) -> Defect | None:
    return _report(site, REALISASI, site.chance.choice([1.5, 75.0, 100.0, 50.0, 1.01]), "ZI802")


def _realisasi_negative(site: Site) -> Defect | None:
    return _report(site, REALISASI, -0.2, "ZI802")


def _realisasi_prose(site: Site) -> Defect | None:
    said = ["hampir selesai", "sedang proses", "50-75%", "1.000%", "±80%", "lihat lampiran"]
    return _report(site, REALISASI, site.chance.choice(said), "ZI802")


def _realisasi_a_day(site: Site) -> Defect | None:
    return _report(site, REALISASI, 45750.0, "ZI802", like=(10, TANGGAL))


def _realisasi_true(site: Site) -> Defect | None:
    return _report(site, REALISASI, True, "ZI802")


def _realisasi_an_error(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.fault(line, REALISASI, error=site.chance.choice(["#DIV/0!", "#REF!", "#N/A"]))
    return defect(f"H{line}: an error value", want(ref(line, REALISASI), "ZI802"))


def _realisasi_never_computed(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.fault(line, REALISASI)
    return defect(f"H{line}: a formula without value", want(ref(line, REALISASI), "ZI010"))


def _realisasi_deleted_beside_its_day(site: Site) -> Defect | None:
    line = _reported(site, done=True)
    if line is None or site.sheet.cells.get((line, TANGGAL), Cell()).value is None:
        return None
    site.sheet.type(line, REALISASI, None)
    return defect(f"H{line}: deleted", want(ref(line, TANGGAL), "ZI808"))


def _link_deleted(site: Site) -> Defect | None:
    return _report(site, TAUTAN, None, "ZI804", done=True)


def _link_of_words(site: Site) -> Defect | None:
    line = _reported(site, done=True)
    if line is None:
        return None
    site.sheet.links.pop((line, TAUTAN), None)
    said = ["ada di lemari arsip", "menyusul", "sudah dikirim WA", "htps:/drive", "Drive kantor"]
    return typed(site, line, TAUTAN, site.chance.choice(said), "ZI810")


def _day_to_come(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45982.0 + site.chance.randint(0, 300), "ZI807", done=True)


def _day_too_early(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45657.0 - site.chance.randint(0, 900), "ZI809", done=True)


def _day_of_words(site: Site) -> Defect | None:
    said = ["akhir Maret", "31 Maret", "Maret 2025", "31/02/2025", "sudah", "TW I"]
    return _report(site, TANGGAL, site.chance.choice(said), "ZI806", done=True)


def _day_but_not_done(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45720.0, "ZI808", done=False, like=(10, TANGGAL))


def _kendala_unanswered(site: Site) -> Defect | None:
    line = site.row().line
    share = site.sheet.cells.get((line, REALISASI), Cell()).value
    if share == 1 or site.text(line, TINDAK_LANJUT):
        return None
    said = ["Belum ada anggaran", "Narasumber berhalangan", "Menunggu juknis KPU RI"]
    site.sheet.type(line, KENDALA, site.chance.choice(said))
    return defect(f"K{line}: a kendala", want(ref(line, TINDAK_LANJUT), "ZI805"))


def _report_on_a_heading(site: Site) -> Defect | None:
    head = site.chance.choice(site.komponen)
    site.sheet.type(head.line, REALISASI, 0.5, like=(10, REALISASI))
    return defect(f"H{head.line}: a report on {head.kode}", want(ref(head.line, REALISASI), "ZI812"))


# --- what changes nothing


def _silent(what: str) -> Defect:
    return defect(f"nothing: {what}")


def _blanks_around(site: Site) -> Defect | None:
    line, column = site.row().line, site.chance.choice([INDIKATOR, LANGKAH, BUKTI, TARGET])
    old = site.text(line, column)
    site.sheet.type(line, column, site.chance.choice([f"{old}  ", f" {old}", f"{old}\n", f"{old}\u00a0"]))
    return _silent(f"blanks around {ref(line, column)}")


def _blanks_within(site: Site) -> Defect | None:
    line, column = site.row().line, site.chance.choice([INDIKATOR, LANGKAH, TARGET])
    old = site.text(line, column)
    site.sheet.type(line, column, old.replace(" ", site.chance.choice(["  ", "\u00a0", "\n"]), 1))
    return _silent(f"blanks within {ref(line, column)}")


def _another_dash(site: Site) -> Defect | None:
    line = site.row().line
    old = site.text(line, TARGET)
    if not re.search("[-–]", old):
        return None
    site.sheet.type(line, TARGET, re.sub("[-–]", site.chance.choice("-–—"), old))
    return _silent(f"another dash in F{line}")


def _blank_row(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.insert(line)
    return _silent(f"a blank row above row {line}")


def _rows_hidden(site: Site) -> Defect | None:
    lines = site.row().area
    site.sheet.hidden |= set(lines)
    return _silent(f"rows {lines[0]}-{lines[-1]} hidden by a filter")


def _a_column_beside(site: Site) -> Defect | None:
    site.sheet.cells[HEADER, 14] = Cell("0", "CATATAN PRIBADI")
    for row in site.rows[:: site.chance.randint(2, 9)]:
        site.sheet.cells[row.line, 14] = Cell("0", "cek lagi")
    return _silent("a column of their own")


def _numbers_as_texts(site: Site) -> Defect | None:
    for head in (*site.komponen, *site.subkomponen):
        number = site.sheet.cells[head.line, NO].value
        if isinstance(number, float):
            site.sheet.type(head.line, NO, f"{number:.0f}")
    return _silent("numbers as texts")


def _name_in_other_blanks(site: Site) -> Defect | None:
    head = site.chance.choice(site.subkomponen)
    site.sheet.type(head.line, KOMPONEN, f" {site.text(head.line, KOMPONEN)} ")
    return _silent(f"blanks around B{head.line}")


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
            _realisasi_too_much,
            _realisasi_negative,
            _realisasi_prose,
            _realisasi_a_day,
            _realisasi_true,
            _realisasi_an_error,
            _realisasi_never_computed,
            _realisasi_deleted_beside_its_day,
            _link_deleted,
            _link_of_words,
            _day_to_come,
            _day_too_early,
            _day_of_words,
            _day_but_not_done,
            _kendala_unanswered,
            _report_on_a_heading,
            _blanks_around,
            _blanks_within,
            _another_dash,
            _blank_row,
            _rows_hidden,
            _a_column_beside,
            _numbers_as_texts,
            _name_in_other_blanks,
        )
    }
)
