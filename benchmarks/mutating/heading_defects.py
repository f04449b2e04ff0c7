"""Defects of the lines of komponen and subkomponen: their numbers and names."""

from collections.abc import Mapping
from types import MappingProxyType

from defects import INDIKATOR, KOMPONEN, NO, Defect, Head, Kind, Site, defect, slip, typed, want
from matrix_sheet import ref


def _number_deleted(site: Site) -> Defect | None:
    return typed(site, site.head().line, NO, None, "ZI102", "ZI905")


def _number_twice(site: Site) -> Defect | None:
    head = site.head()
    others = [line for line in head.siblings if line != head.line]
    other = site.chance.choice(others)
    number = site.sheet.cells[other, NO].value
    if number is None or site.sheet.cells[head.line, NO].value is None:
        return None
    site.sheet.type(head.line, NO, number)
    lower = ref(max(head.line, other), NO)
    own = ref(head.line, NO)
    return defect(f"{own}: number of row {other}", want(lower, "ZI101"), want(own, "ZI905"), allowed="ZI104")


def _number_a_jump(site: Site) -> Defect | None:
    head = site.head()
    if site.sheet.cells[head.line, NO].value is None:
        return None
    return typed(site, head.line, NO, float(site.chance.randint(12, 40)), "ZI104", "ZI905")


def _number_a_word(site: Site) -> Defect | None:
    words = ["dua", "lihat II", "No", "1 dan 2", "Tim"]
    return typed(site, site.head().line, NO, site.chance.choice(words), "ZI105", "ZI905")


def _komponen_number_a_word(site: Site) -> Defect | None:
    words = ["No", "satu", "lihat", "?"]
    line = site.head(komponen=True).line
    return typed(site, line, NO, site.chance.choice(words), "ZI105", "ZI905", allowed="ZI103 ZI104")


def _komponen_number_deleted(site: Site) -> Defect | None:
    return typed(site, site.head(komponen=True).line, NO, None, "ZI102", "ZI905", allowed="ZI103")


def _komponen_renamed(site: Site) -> Defect | None:
    names = ["PENATAAN TATA KELOLA", "MANAJEMEN RISIKO", "PENINGKATAN KINERJA", "AREA LAIN"]
    return typed(site, site.head(komponen=True).line, KOMPONEN, site.chance.choice(names), "ZI202", "ZI905")


def _komponen_of_another(site: Site) -> Defect | None:
    head = site.head(komponen=True)
    other = site.chance.choice([line for line in head.siblings if line != head.line])
    site.sheet.type(head.line, KOMPONEN, site.text(other, KOMPONEN))
    cell, lower = ref(head.line, KOMPONEN), ref(max(head.line, other), KOMPONEN)
    return defect(f"{cell}: the name of row {other}", want(cell, "ZI905"), want(lower, "ZI204"), allowed="ZI203 ZI202")


def _komponen_name_deleted(site: Site) -> Defect | None:
    head = site.head(komponen=True)
    if head.line == min(head.siblings):  # enacted as "1": without its name it is a number like a subkomponen's
        site.sheet.type(head.line, KOMPONEN, None)
        return defect(f"B{head.line}: deleted", want(None, "ZI201"), allowed="ZI007 ZI102")
    return typed(site, head.line, KOMPONEN, None, "ZI201", "ZI905")


def _line_cleared(site: Site, head: Head, nameless: str) -> Defect:
    """The rows count for the group before; the first group has none before it, and is left without number and name."""
    site.sheet.type(head.line, NO, None)
    site.sheet.type(head.line, KOMPONEN, None)
    first = head.line == min(head.siblings)
    wanted = want(ref(head.lines[0], KOMPONEN), nameless) if first else want(ref(head.lines[0], INDIKATOR), "ZI908")
    return defect(
        f"row {head.line}: number and name of {head.kode} cleared", wanted, allowed="ZI102 ZI104 ZI207 ZI302 ZI304"
    )


def _komponen_line_cleared(site: Site) -> Defect | None:
    return _line_cleared(site, site.head(komponen=True), "ZI201")


def _subkomponen_name_deleted(site: Site) -> Defect | None:
    head = site.head()
    if site.sheet.cells[head.line, NO].value is None:  # nothing would be left of its heading
        return None
    return typed(site, head.line, KOMPONEN, None, "ZI205", "ZI905")


def _subkomponen_a_slip(site: Site) -> Defect | None:
    head = site.head()
    return typed(site, head.line, KOMPONEN, slip(site.chance, site.text(head.line, KOMPONEN)), "ZI905")


def _subkomponen_of_another(site: Site) -> Defect | None:
    head = site.head()
    other = site.chance.choice([line for line in head.siblings if line != head.line])
    site.sheet.type(head.line, KOMPONEN, site.text(other, KOMPONEN))
    cell, last = ref(head.line, KOMPONEN), max(head.line, other)
    what = f"{cell}: the name of row {other}"
    if site.sheet.cells[last, NO].value is None and not any(
        min(head.line, other) < line < last for line in head.siblings
    ):
        # One without a number, named as the one above it: its rows are read as that one's.
        return defect(what, want(ref(last, INDIKATOR), "ZI908"), allowed="ZI104 ZI303 ZI905")
    return defect(what, want(cell, "ZI905"), want(ref(last, KOMPONEN), "ZI206"))


def _subkomponen_line_cleared(site: Site) -> Defect | None:
    return _line_cleared(site, site.head(), "ZI205")


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
            _number_deleted,
            _number_twice,
            _number_a_jump,
            _number_a_word,
            _komponen_number_a_word,
            _komponen_number_deleted,
            _komponen_renamed,
            _komponen_of_another,
            _komponen_name_deleted,
            _komponen_line_cleared,
            _subkomponen_name_deleted,
            _subkomponen_a_slip,
            _subkomponen_of_another,
            _subkomponen_line_cleared,
        )
    }
)
