"""Defects of single cells in columns 3-5 and 7: typed over, deleted, slipped, pasted."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from defects import BUKTI, INDIKATOR, LANGKAH, PJ, TARGET, Defect, Kind, Site, defect, slip, typed, want
from matrix_sheet import ref


def _formula_never_computed(site: Site) -> Defect | None:
    row, column = site.row(), site.chance.choice([INDIKATOR, LANGKAH, BUKTI, TARGET])
    site.sheet.fault(row.line, column)
    cell = ref(row.line, column)
    return defect(f"{cell}: a formula without value", want(cell, "ZI010"), allowed="ZI901 ZI905")


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


def _penanggung_jawab_deleted(site: Site) -> Defect | None:
    first = site.head(komponen=True).lines[0]
    return typed(site, first, PJ, site.chance.choice([None, "-"]), "ZI701", "ZI905")


def _penanggung_jawab_a_slip(site: Site) -> Defect | None:
    first = site.head(komponen=True).lines[0]
    return typed(site, first, PJ, slip(site.chance, site.text(first, PJ)), "ZI905")


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
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
        )
    }
)
