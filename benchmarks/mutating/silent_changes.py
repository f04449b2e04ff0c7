"""What changes nothing at all, so that no rule may speak of it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import BUKTI, INDIKATOR, KOMPONEN, LANGKAH, NO, TARGET, Defect, Kind, Site, defect
from matrix_sheet import Cell, ref

HEADER = 7


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
