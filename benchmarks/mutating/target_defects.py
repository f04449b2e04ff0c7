"""Defects of column 6: a target typed over, deleted, slipped, pasted, merged."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import MONTHS, TARGET, Defect, Kind, Site, defect, typed, want
from matrix_sheet import ref

_READ = "ZI604 ZI605 ZI606 ZI607 ZI608 ZI609"
"""What may be true of any target that can be read."""


def _target(
    site: Site, value: str | float | None, *codes: str, allowed: str = "", **like: tuple[int, int]
) -> Defect | None:
    return typed(site, site.row().line, TARGET, value, *codes, allowed=allowed, **like)


def _target_deleted(site: Site) -> Defect | None:
    return _target(site, None, "ZI601", "ZI901")


def _target_a_dash(site: Site) -> Defect | None:
    return _target(site, site.chance.choice("-–—"), "ZI601", "ZI901")


def _target_another_month(site: Site) -> Defect | None:
    row = site.row()
    months = [each for each in MONTHS if each not in site.text(row.line, TARGET)]
    if not months:
        return None
    return typed(site, row.line, TARGET, f"{site.chance.choice(months)} 2025", "ZI901", allowed=_READ)


def _target_a_month_more(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, TARGET)
    months = [each for each in MONTHS if each not in old]
    if "," not in old or not months:
        return None
    return typed(site, row.line, TARGET, f"{site.chance.choice(months)}, {old}", "ZI901", allowed=_READ)


def _target_a_month_less(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, TARGET)
    return typed(site, row.line, TARGET, old.partition(", ")[2], "ZI901", allowed=_READ) if ", " in old else None


def _target_another_year(site: Site) -> Defect | None:
    row = site.row()
    year = site.chance.choice(["2023", "2024", "2026"])
    return typed(
        site, row.line, TARGET, site.text(row.line, TARGET).replace("2025", year), "ZI901", "ZI606", allowed=_READ
    )


def _target_year_mistyped(site: Site) -> Defect | None:
    row = site.row()
    year = site.chance.choice(["205", "20205", "2052", "22025", "2O25"])
    old = site.text(row.line, TARGET)
    new = old.replace("2025", year)
    site.sheet.type(row.line, TARGET, new)
    cell = ref(row.line, TARGET)
    wants = want(cell, "ZI602", "ZI604", "ZI606"), want(cell, "ZI901", "ZI905")
    return defect(f"{cell}: {old!r} -> {new!r}", *wants, allowed=_READ)


def _target_overwritten_by_a_report(site: Site) -> Defect | None:
    said = ["Tercapai 4 Januari 2021", "selesai", "Sudah selesai", "100%", "75 %", "Terlaksana Maret 2025", "✔"]
    return _target(site, site.chance.choice(said), "ZI603", "ZI901")


def _target_overwritten_by_a_share(site: Site) -> Defect | None:
    return _target(site, site.chance.choice([1.0, 0.75, 0.5]), "ZI603", "ZI901", like=(10, 8))


def _target_a_bare_number(site: Site) -> Defect | None:
    return _target(site, float(site.chance.randint(0, 100)), "ZI602", "ZI901", like=(10, 1))


def _target_impossible(site: Site) -> Defect | None:
    said = ["31 Juni 2025", "30 Februari 2025", "32 Januari 2025", "31/04/2025", "Triwulan V 2025", "29 Februari 2025"]
    return _target(site, site.chance.choice(said), "ZI602", "ZI901")


def _target_reversed(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, TARGET)
    both = re.fullmatch(r"(\w+)(\s*[-–]\s*)(\w+) 2025", old)
    if both is None:
        return None
    return typed(site, row.line, TARGET, f"{both[3]}{both[2]}{both[1]} 2025", "ZI604", "ZI901", allowed=_READ)


def _target_prose(site: Site) -> Defect | None:
    said = ["menyesuaikan", "Februari 2025 dan setiap bulan", "akan ditentukan", "sesuai jadwal", "?", "idem", "s.d.a."]
    return _target(site, site.chance.choice(said), "ZI602", "ZI901")


def _target_with_words_around(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, TARGET)
    new = site.chance.choice([f"{old} (setelah rapat)", f"paling lambat {old} ya", f"{old} - menunggu KPU RI"])
    site.sheet.type(row.line, TARGET, new)
    cell = ref(row.line, TARGET)
    wants = want(cell, "ZI602", "ZI604"), want(cell, "ZI901", "ZI905")
    return defect(f"{cell}: {old!r} -> {new!r}", *wants, allowed=_READ)


def _target_a_date(site: Site) -> Defect | None:
    day = 45658 + site.chance.randint(0, 26) + 31 * site.chance.randint(0, 1)  # not the end of a month
    return _target(site, float(day), "ZI901", allowed=_READ, like=(10, 9))


def _target_from_the_row_above(site: Site) -> Defect | None:
    row = site.row()
    old, above = site.text(row.line, TARGET), site.text(row.line - 1, TARGET)
    meant = {re.sub(r"[\s–-]+", "", each) for each in (old, above)}
    if not above or len(meant) == 1:
        return None
    return typed(site, row.line, TARGET, above, "ZI901", allowed=_READ)


def _target_shortened(site: Site) -> Defect | None:
    row = site.row()
    new = re.sub(r"[A-Z][a-z]{4,}", lambda month: month[0][:3], site.text(row.line, TARGET))
    return typed(site, row.line, TARGET, new, "ZI905", allowed=_READ)


def _target_on_call(site: Site) -> Defect | None:
    return _target(site, site.chance.choice(["sewaktu-waktu", "insidentil", "jika ada"]), "ZI609", "ZI901")


def _target_an_error(site: Site) -> Defect | None:
    row = site.row()
    site.sheet.fault(row.line, TARGET, error=site.chance.choice(["#REF!", "#N/A", "#NAME?", "#VALUE!"]))
    cell = ref(row.line, TARGET)
    return defect(f"{cell}: an error value", want(cell, "ZI009"), allowed="ZI901")


def _target_merged_over_rows(site: Site) -> Defect | None:
    row = site.row()
    below = row.line + 1
    if below not in row.siblings:
        return None
    old, gone = site.text(row.line, TARGET), site.text(below, TARGET)
    if re.sub(r"[\s–-]+", "", old) == re.sub(r"[\s–-]+", "", gone):
        return None
    site.sheet.merge(row.line, below, TARGET)
    return defect(f"F{row.line}:F{below} merged", want(None, "ZI901"), allowed=_READ)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
            _target_deleted,
            _target_a_dash,
            _target_another_month,
            _target_a_month_more,
            _target_a_month_less,
            _target_another_year,
            _target_year_mistyped,
            _target_overwritten_by_a_report,
            _target_overwritten_by_a_share,
            _target_a_bare_number,
            _target_impossible,
            _target_reversed,
            _target_prose,
            _target_with_words_around,
            _target_a_date,
            _target_from_the_row_above,
            _target_shortened,
            _target_on_call,
            _target_an_error,
            _target_merged_over_rows,
        )
    }
)
