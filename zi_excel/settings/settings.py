"""Settings: one frozen object with its defaults here, and the optional `zi-excel.toml` that changes them.

A settings file that can't be followed to the letter is refused with a sentence; nothing in it is ignored in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from zi_excel.enacted.matrix import RECORD_ENDING
from zi_excel.measuring.status import USUAL, Ambang
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import Field
from zi_excel.settings.mingguan import Mingguan, weekly_settings
from zi_excel.settings.toml_table import Table, read_toml

FILE_NAME = "zi-excel.toml"
"""Looked for beside the workbook where no other file is named."""

OFF = "mati"
LEVELS = (OFF, "info", "peringatan", "galat")


class RuleSetting(NamedTuple):
    """What the office wants of one rule.

    level: `info`, `peringatan` or `galat`; None: silent. reason: why; it is shown. kode: of which kode; None: of all.
    """

    level: str | None
    reason: str
    kode: frozenset[str] | None = None


class Cadangan(NamedTuple):
    """Backups: how many of each workbook are kept, and in which folder (a relative one: from the workbook's own)."""

    jumlah: int = 10
    folder: str = "cadangan"


class Settings(NamedTuple):
    """Everything that an office can set.

    lembar: the matrix's sheet. tahun: the plan's year. kantor: the office's name.
    kolom: a column's letter (`F`) or its header's text per field, where the header alone doesn't say it.
    aturan: per rule code. penetapan: the record of the office's own enacted matrix, where that isn't
    `<name>.penetapan.toml` beside the workbook (a relative path: from the workbook's folder).
    mingguan: the weekly run. folder_bukti: where the evidence lies (a relative path: from the workbook's folder).
    sumber: the file that all this was read from; None: these are the defaults.
    """

    lembar: str | None = None
    tahun: int | None = None
    kantor: str | None = None
    kolom: Mapping[Field, str] = MappingProxyType({})
    ambang: Ambang = USUAL
    aturan: Mapping[str, RuleSetting] = MappingProxyType({})
    penanda_tangan: tuple[PenandaTangan, ...] = ()
    cadangan: Cadangan = Cadangan()
    mingguan: Mingguan = Mingguan()
    penetapan: str | None = None
    folder_bukti: str | None = None
    sumber: Path | None = None


SCHEMA: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": tuple(each for each in Settings._fields if each != "sumber"),
        "kolom": tuple(Field),
        "ambang": Ambang._fields,
        "penanda_tangan": PenandaTangan._fields,
        "cadangan": Cadangan._fields,
        "mingguan": Mingguan._fields,
    }
)
"""The keys of every table of a settings file, but those of the rules (`aturan.ZI601`), which are RULE_KEYS."""

RULE_KEYS = ("tingkat", "alasan", "kode")


def settings_for(workbook: Path, explicit: Path | None = None) -> Settings:
    """The settings for a workbook: those of the named file, else of `zi-excel.toml` beside it, else the defaults.

    Raises:
        UsageError: the file can't be read or followed.
    """
    if explicit is not None:
        return load_settings(explicit)
    beside = workbook.parent / FILE_NAME
    return load_settings(beside) if beside.exists() else Settings()


def load_settings(path: Path) -> Settings:
    """Reads a settings file.

    Raises:
        UsageError: it is missing, is no TOML, or has a key or a value that isn't known.
    """
    top = Table(path, "", read_toml(path), SCHEMA)
    ambang, cadangan = top.table("ambang"), top.table("cadangan")
    return Settings(
        lembar=top.text("lembar"),
        tahun=top.whole("tahun", 1990, 2100, 0) or None,
        kantor=top.text("kantor"),
        kolom=_kolom(top.table("kolom")),
        ambang=Ambang(
            poin=ambang.number("poin", 0, 100, Ambang().poin),
            hari=ambang.whole("hari", 0, 366, Ambang().hari),
        ),
        aturan=_aturan(top),
        penanda_tangan=tuple(
            PenandaTangan(each.needed("nama"), each.needed("jabatan"), each.text("nip"), each.text("tempat"))
            for each in top.tables("penanda_tangan")
        ),
        cadangan=Cadangan(
            jumlah=cadangan.whole("jumlah", 1, 1000, Cadangan().jumlah),
            folder=cadangan.text("folder") or Cadangan().folder,
        ),
        mingguan=weekly_settings(top.table("mingguan")),
        penetapan=_penetapan(top),
        folder_bukti=top.text("folder_bukti"),
        sumber=path,
    )


def _penetapan(top: Table) -> str | None:
    """Its ending is checked, so that no other file is ever taken, or replaced, for a record."""
    name = top.text("penetapan")
    if name is not None and not name.endswith(RECORD_ENDING):
        raise top.wrong(
            "penetapan", f'nama berkas yang berakhiran {RECORD_ENDING}, misalnya "rencana_aksi{RECORD_ENDING}"'
        )
    return name


def kolom_example(missing: Iterable[Field]) -> tuple[str, ...]:
    """What a settings file would say of columns with unusual headers, HURUF standing for a letter, line by line."""
    lines = tuple(f'{each} = "HURUF"' for each in missing)
    return ("[kolom]", *lines) if lines else ()


def _kolom(table: Table) -> Mapping[Field, str]:
    columns: dict[Field, str] = {}
    for each in Field:
        chosen = table.text(each)
        if chosen is None:
            continue
        for other, taken in columns.items():
            if taken.casefold() == chosen.casefold():
                raise table.error(f"`kolom.{other}` dan `kolom.{each}` menyebut kolom yang sama ('{chosen}').")
        columns[each] = chosen
    return MappingProxyType(columns)


def _aturan(top: Table) -> Mapping[str, RuleSetting]:
    """Of the codes only the shape is checked: which rules there are is not known here."""
    codes = top.mapping("aturan")
    rules: dict[str, RuleSetting] = {}
    for code in codes:
        if not re.fullmatch(r"ZI\d{3}", code):
            raise top.error(
                f"`aturan.{code}` bukan kode aturan; tulis misalnya `aturan.ZI601` (lihat `zi-excel aturan`)."
            )
    schema = {**SCHEMA, "aturan": tuple(codes), **{f"aturan.{code}": RULE_KEYS for code in codes}}
    aturan = Table(top.path, "aturan", codes, schema)
    for code in codes:
        rule = aturan.table(code)
        level = rule.needed("tingkat")
        if level not in LEVELS:
            raise rule.wrong("tingkat", f"salah satu dari {', '.join(LEVELS)}")
        rules[code] = RuleSetting(None if level == OFF else level, rule.needed("alasan"), rule.words("kode"))
    return MappingProxyType(rules)
