"""Defects of single cells in columns 1-7: typed over, deleted, slipped, pasted."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import (
    BUKTI,
    INDIKATOR,
    KOMPONEN,
    LANGKAH,
    MONTHS,
    NO,
    PJ,
    TARGET,
    Defect,
    Head,
    Kind,
    Site,
    defect,
    slip,
    typed,
    want,
)
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


def _formula_never_computed(site: Site) -> Defect | None:
    row, column = site.row(), site.chance.choice([INDIKATOR, LANGKAH, BUKTI, TARGET])
    site.sheet.fault(row.line, column)
    cell = ref(row.line, column)
    return defect(f"{cell}: a formula without value", want(cell, "ZI010"), allowed="ZI901 ZI905")


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


def _indikator_deleted(site: Site) -> Defect | None:
    return typed(site, site.row().line, INDIKATOR, None, "ZI301", "ZI905")


def _indikator_a_slip(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, INDIKATOR)
    return typed(site, row.line, INDIKATOR, old[:3] + slip(site.chance, old[3:]), "ZI905")


def _indikator_a_word_less(site: Site) -> Defect | None:
    row = site.row()
    words = site.text(row.line, INDIKATOR).split()
    if len(words) < 5:
        return None
    del words[site.chance.randrange(2, len(words))]
    return typed(site, row.line, INDIKATOR, " ".join(words), "ZI905")


def _indikator_rewritten(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, INDIKATOR)
    letter = re.match(r"[a-z]\.\s*", old)
    new = (letter[0] if letter else "") + site.chance.choice(
        ["Peningkatan kapasitas pegawai", "Kegiatan lain sesuai arahan", "Koordinasi antarsubbagian"]
    )
    site.sheet.type(row.line, INDIKATOR, new)
    cell = ref(row.line, INDIKATOR)
    return defect(f"{cell}: {old!r} -> {new!r}", want(cell, "ZI905", "ZI902"), allowed="ZI903 ZI902 ZI905")


def _indikator_of_a_sibling(site: Site) -> Defect | None:
    row = site.row()
    others = [line for line in row.siblings if line != row.line]
    if not others:
        return None
    other = site.chance.choice(others)
    old, new = site.text(row.line, INDIKATOR), site.text(other, INDIKATOR)
    site.sheet.type(row.line, INDIKATOR, new)
    lower = ref(max(row.line, other), INDIKATOR)
    return defect(
        f"C{row.line}: {old!r} -> {new!r}",
        want(lower, "ZI302"),
        want(lower, "ZI303"),
        allowed="ZI304 ZI902 ZI903 ZI904 ZI905 ZI906",
    )


def _letter_of_a_sibling(site: Site) -> Defect | None:
    row = site.row()
    others = [line for line in row.siblings if line != row.line]
    old = site.text(row.line, INDIKATOR)
    if not others or not re.match(r"[a-z]\.", old):
        return None
    other = site.chance.choice(others)
    site.sheet.type(row.line, INDIKATOR, site.text(other, INDIKATOR)[0] + old[1:])
    lower, own = ref(max(row.line, other), INDIKATOR), ref(row.line, INDIKATOR)
    return defect(
        f"{own}: its letter is that of row {other}", want(lower, "ZI303"), want(own, "ZI906"), allowed="ZI304"
    )


def _letter_of_none(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, INDIKATOR)
    letter = site.chance.choice("mnpqr")
    if not re.match(r"[a-z]\.", old):
        return None
    return typed(site, row.line, INDIKATOR, letter + old[1:], "ZI906", "ZI304", allowed="ZI304")


def _letter_deleted(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, INDIKATOR)
    if not re.match(r"[a-z]\.", old) or len(row.siblings) < 2:
        return None
    return typed(site, row.line, INDIKATOR, re.sub(r"^[a-z]\.\s*", "", old), "ZI906", allowed="ZI303 ZI304 ZI607")


def _langkah_deleted(site: Site) -> Defect | None:
    return typed(site, site.row().line, LANGKAH, None, "ZI401", "ZI905")


def _langkah_a_slip(site: Site) -> Defect | None:
    row = site.row()
    return typed(site, row.line, LANGKAH, slip(site.chance, site.text(row.line, LANGKAH)), "ZI905", allowed="ZI607")


def _langkah_of_another_year(site: Site) -> Defect | None:
    row = site.row()
    new = f"{site.text(row.line, LANGKAH)} Tahun {site.chance.choice(['2022', '2023'])}"
    return typed(site, row.line, LANGKAH, new, "ZI403", "ZI905", allowed="ZI607")


def _langkah_is_the_indikator(site: Site) -> Defect | None:
    row = site.row()
    new = re.sub(r"^[a-z]\.\s*", "", site.text(row.line, INDIKATOR))
    return typed(site, row.line, LANGKAH, new, "ZI402", "ZI905", allowed="ZI607")


def _bukti_deleted(site: Site) -> Defect | None:
    return typed(site, site.row().line, BUKTI, None, "ZI501", "ZI905")


def _bukti_a_slip(site: Site) -> Defect | None:
    row = site.row()
    return typed(
        site, row.line, BUKTI, slip(site.chance, site.text(row.line, BUKTI)), "ZI905", allowed="ZI503 ZI502 ZI607"
    )


def _bukti_of_another_year(site: Site) -> Defect | None:
    row = site.row()
    new = site.chance.choice(["Laporan Tahun 2023", "SK Tim 2022; Notula", "Renstra 2015-2019"])
    return typed(site, row.line, BUKTI, new, "ZI503", "ZI905", allowed="ZI504")


def _bukti_an_activity(site: Site) -> Defect | None:
    row = site.row()
    doing = site.chance.choice(["Menyusun", "Membuat", "Melaksanakan", "Mengunggah", "Melakukan", "Memasang"])
    return typed(site, row.line, BUKTI, f"{doing} dokumen nomor {row.line}", "ZI502", "ZI905")


def _bukti_of_another_row(site: Site) -> Defect | None:
    row, other = site.row(), site.row()
    if other.line in row.siblings or site.text(other.line, BUKTI) == site.text(row.line, BUKTI):
        return None
    site.sheet.type(row.line, BUKTI, site.text(other.line, BUKTI))
    cell = ref(row.line, BUKTI)
    return defect(
        f"{cell}: that of row {other.line}", want(cell, "ZI905"), want(None, "ZI504"), allowed="ZI502 ZI503 ZI607"
    )


def _butir_twice(site: Site) -> Defect | None:
    row = site.row()
    old = site.text(row.line, BUKTI)
    return typed(site, row.line, BUKTI, f"SK Tim; {old}; SK Tim", "ZI505", "ZI905", allowed="ZI503 ZI502 ZI607")


def _head(site: Site, *, komponen: bool = False) -> Head:
    return site.chance.choice(site.komponen if komponen else site.subkomponen)


def _penanggung_jawab_deleted(site: Site) -> Defect | None:
    first = _head(site, komponen=True).lines[0]
    return typed(site, first, PJ, site.chance.choice([None, "-"]), "ZI701", "ZI905")


def _penanggung_jawab_a_slip(site: Site) -> Defect | None:
    first = _head(site, komponen=True).lines[0]
    return typed(site, first, PJ, slip(site.chance, site.text(first, PJ)), "ZI905")


def _number_deleted(site: Site) -> Defect | None:
    return typed(site, _head(site).line, NO, None, "ZI102", "ZI905")


def _number_twice(site: Site) -> Defect | None:
    head = _head(site)
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
    head = _head(site)
    if site.sheet.cells[head.line, NO].value is None:
        return None
    return typed(site, head.line, NO, float(site.chance.randint(12, 40)), "ZI104", "ZI905")


def _number_a_word(site: Site) -> Defect | None:
    words = ["dua", "lihat II", "No", "1 dan 2", "Tim"]
    return typed(site, _head(site).line, NO, site.chance.choice(words), "ZI105", "ZI905")


def _komponen_number_a_word(site: Site) -> Defect | None:
    words = ["No", "satu", "lihat", "?"]
    line = _head(site, komponen=True).line
    return typed(site, line, NO, site.chance.choice(words), "ZI105", "ZI905", allowed="ZI103 ZI104")


def _komponen_number_deleted(site: Site) -> Defect | None:
    return typed(site, _head(site, komponen=True).line, NO, None, "ZI102", "ZI905", allowed="ZI103")


def _komponen_renamed(site: Site) -> Defect | None:
    names = ["PENATAAN TATA KELOLA", "MANAJEMEN RISIKO", "PENINGKATAN KINERJA", "AREA LAIN"]
    return typed(site, _head(site, komponen=True).line, KOMPONEN, site.chance.choice(names), "ZI202", "ZI905")


def _komponen_of_another(site: Site) -> Defect | None:
    head = _head(site, komponen=True)
    other = site.chance.choice([line for line in head.siblings if line != head.line])
    site.sheet.type(head.line, KOMPONEN, site.text(other, KOMPONEN))
    cell, lower = ref(head.line, KOMPONEN), ref(max(head.line, other), KOMPONEN)
    return defect(f"{cell}: the name of row {other}", want(cell, "ZI905"), want(lower, "ZI204"), allowed="ZI203 ZI202")


def _komponen_name_deleted(site: Site) -> Defect | None:
    head = _head(site, komponen=True)
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
    return _line_cleared(site, _head(site, komponen=True), "ZI201")


def _subkomponen_name_deleted(site: Site) -> Defect | None:
    head = _head(site)
    if site.sheet.cells[head.line, NO].value is None:  # nothing would be left of its heading
        return None
    return typed(site, head.line, KOMPONEN, None, "ZI205", "ZI905")


def _subkomponen_a_slip(site: Site) -> Defect | None:
    head = _head(site)
    return typed(site, head.line, KOMPONEN, slip(site.chance, site.text(head.line, KOMPONEN)), "ZI905")


def _subkomponen_of_another(site: Site) -> Defect | None:
    head = _head(site)
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
    return _line_cleared(site, _head(site), "ZI205")


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
            _formula_never_computed,
            _indikator_deleted,
            _indikator_a_slip,
            _indikator_a_word_less,
            _indikator_rewritten,
            _indikator_of_a_sibling,
            _letter_of_a_sibling,
            _letter_of_none,
            _letter_deleted,
            _langkah_deleted,
            _langkah_a_slip,
            _langkah_of_another_year,
            _langkah_is_the_indikator,
            _bukti_deleted,
            _bukti_a_slip,
            _bukti_of_another_year,
            _bukti_an_activity,
            _bukti_of_another_row,
            _butir_twice,
            _penanggung_jawab_deleted,
            _penanggung_jawab_a_slip,
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
