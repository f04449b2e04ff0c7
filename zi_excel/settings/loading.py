"""Reads `zi-excel.toml`. What can't be followed to the letter is refused with a sentence; nothing is ignored."""

from __future__ import annotations

import errno
import math
import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from zi_excel.errors import UsageError, reason_of
from zi_excel.measuring.status import Ambang
from zi_excel.plan.people import PenandaTangan
from zi_excel.plan.rencana_aksi import Field
from zi_excel.settings.description import RULE_KEYS, SCHEMA, Key, Kind
from zi_excel.settings.settings import (
    BOOK,
    OFF,
    REPORT_ENDING,
    Cadangan,
    Mingguan,
    RekapMingguan,
    RuleSetting,
    Settings,
)
from zi_excel.settings.trust import check_trusted

_MOST = 1 << 20  # bytes of a settings file
_NO_WAITING = getattr(os, "O_NONBLOCK", 0)


def load_settings(path: Path) -> Settings:
    """Reads a settings file.

    Raises:
        UsageError: it is missing, is no TOML, or has a key or a value that isn't known.
    """
    top = _Table(path, "", _read_toml(path), SCHEMA)
    ambang, cadangan = top.table("ambang"), top.table("cadangan")
    return Settings(
        lembar=top.value("lembar"),
        tahun=top.value("tahun"),
        kantor=top.value("kantor"),
        kolom=_kolom(top.table("kolom")),
        ambang=Ambang(**ambang.values()),
        aturan=_aturan(top),
        penanda_tangan=tuple(PenandaTangan(**each.values()) for each in top.tables("penanda_tangan")),
        cadangan=Cadangan(**cadangan.values()),
        mingguan=_mingguan(top.table("mingguan")),
        rekap=RekapMingguan(**top.table("rekap").values()) if "rekap" in top.raw else RekapMingguan(),
        penetapan=top.value("penetapan"),
        folder_bukti=top.value("folder_bukti"),
        sumber=path,
    )


def _kolom(table: _Table) -> Mapping[Field, str]:
    columns: dict[Field, str] = {}
    for field in Field:
        chosen = table.value(field)
        if chosen is None:
            continue
        for other, taken in columns.items():
            if taken.casefold() == chosen.casefold():
                raise table.error(f"`kolom.{other}` dan `kolom.{field}` menyebut kolom yang sama ('{chosen}').")
        columns[field] = chosen
    return MappingProxyType(columns)


def _aturan(top: _Table) -> Mapping[str, RuleSetting]:
    """Of the codes only the shape is checked: which rules there are is not known here."""
    codes = top.mapping("aturan")
    for code in codes:
        if not re.fullmatch(r"ZI\d{3}", code):
            raise top.error(
                f"`aturan.{code}` bukan kode aturan; tulis misalnya `aturan.ZI601` (lihat `zi-excel aturan`)."
            )
    schema = {**SCHEMA, "aturan": dict.fromkeys(codes), **{f"aturan.{code}": RULE_KEYS for code in codes}}
    aturan = _Table(top.path, "aturan", codes, schema)
    return MappingProxyType({code: _rule(aturan.table(code)) for code in codes})


def _rule(table: _Table) -> RuleSetting:
    rule = table.values()
    kode = frozenset(rule["kode"]) if "kode" in rule else None
    return RuleSetting(None if rule["tingkat"] == OFF else rule["tingkat"], rule["alasan"], kode)


def _mingguan(table: _Table) -> Mingguan:
    for pattern in table.value("buku") or ():
        if not pattern.isprintable() or any("**" in part and part != "**" for part in PurePath(pattern).parts):
            raise table.error(
                f"`mingguan.buku`: '{pattern}' bukan nama berkas atau pola; `**` (semua folder di bawahnya) ditulis "
                'sendiri di antara garis miring, misalnya "Rencana Aksi/**/*.xlsx".'
            )
    weekly = Mingguan(**table.values())
    if weekly.laporan is not None and PurePath(weekly.laporan) == PurePath(BOOK + REPORT_ENDING):
        raise table.error(
            f"`mingguan.laporan`: '{weekly.laporan}' adalah nama buku kerja itu sendiri; tulis misalnya "
            f'"Laporan {BOOK}{REPORT_ENDING}".'
        )
    return weekly


# --- a table, read by its description


def _read_toml(path: Path) -> dict[str, Any]:
    """The file's content.

    Raises:
        UsageError: it is missing, can't be read, or is no TOML (then with the line).
    """
    try:
        content, state = _content(path)
        raw = tomllib.loads(content.decode("utf-8-sig"))  # Notepad starts a file with a byte-order mark
    except FileNotFoundError:
        raise UsageError(f"berkas pengaturan '{path}' tidak ditemukan; periksa nama dan foldernya.") from None
    except IsADirectoryError:
        raise UsageError(f"berkas pengaturan '{path}' adalah folder; sebutkan berkasnya.") from None
    except RecursionError:
        raise UsageError(
            f"berkas pengaturan '{path}': kurungnya bertumpuk terlalu dalam; tulis tiap pengaturan seperti contohnya."
        ) from None
    except OSError as failure:
        raise UsageError(
            f"berkas pengaturan '{path}' tidak dapat dibaca ({reason_of(failure)}); periksa izinnya."
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"berkas pengaturan '{path}' bukan teks UTF-8; simpan ulang dengan pengodean UTF-8.") from None
    except tomllib.TOMLDecodeError as failure:
        line = re.search(r"line (\d+)", str(failure))
        where = f"baris {line[1]}" if line else "akhir berkas"
        raise UsageError(
            f"berkas pengaturan '{path}', {where}: penulisannya salah; periksa tanda kutip, tanda `=` dan kurung "
            r"di sana (teks yang memuat `\` ditulis di antara tanda kutip tunggal)."
        ) from None
    check_trusted(path, raw, state)
    return raw


def _content(path: Path) -> tuple[bytes, os.stat_result]:
    """What a settings file holds, and what the system says of that very file. A pipe is not waited for."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _NO_WAITING)) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        content = file.read(_MOST + 1)
        if len(content) > _MOST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return content, state


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a settings file.

    name: its full name ("" for the whole file). raw: its content. schema: what every table of the file may hold, by
    name: a setting, or None for a table; what is not in it is refused as soon as the table is made.
    """

    path: Path
    name: str
    raw: Mapping[str, Any]
    schema: Mapping[str, Mapping[str, Key | None]]

    def __post_init__(self) -> None:
        for name in self.raw:
            if name not in self.schema[self.name]:
                likely = _nearest(name, self.name, self.schema)
                raise self.error(f"`{self._full(name)}` tidak dikenal; maksud Anda `{likely}`?")

    def error(self, sentence: str) -> UsageError:
        """A failure that names the file."""
        return UsageError(f"berkas pengaturan '{self.path}': {sentence}")

    def values(self) -> dict[str, Any]:
        """The settings of this table that are written in it, each with its value, in the order of the schema.

        Raises:
            UsageError: one is not as it must be, or is needed and missing.
        """
        values = {name: self.value(name) for name, key in self.schema[self.name].items() if key is not None}
        return {name: value for name, value in values.items() if value is not None}

    def value(self, name: str) -> Any:
        """A setting's value: texts are trimmed, lists are tuples; None where it isn't written.

        Raises:
            UsageError: it is not as it must be, or is needed and missing.
        """
        key = self.schema[self.name][name]
        if key is None:
            raise KeyError(name)
        if name not in self.raw:
            if key.needed:
                raise self._wrong(name, "diisi (teks di antara tanda kutip)")
            return None
        match key.kind:
            case Kind.TEXT:
                value = self._text(name)
            case Kind.TEXTS:
                return self._texts(name, key.expected)
            case _:
                return self._number(key)
        if key.accepts is not None and not key.accepts(value):
            raise self._wrong(name, key.expected)
        return value

    def _text(self, name: str) -> str:
        value = self.raw[name]
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(name, "berupa teks di antara tanda kutip, tidak kosong")
        return value.strip()

    def _texts(self, name: str, expected: str) -> tuple[str, ...]:
        value = self.raw[name]
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(each, str) and each.strip() for each in value)
        ):
            raise self._wrong(name, expected)
        return tuple(each.strip() for each in value)

    def _number(self, key: Key) -> float:
        """A number within its bounds, and without a fraction where it must be whole."""
        value = self.raw[key.name]
        least, most = key.bounds or (-math.inf, math.inf)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self._wrong(key.name, f"berupa angka dari {least} sampai {most}, tanpa tanda kutip")
        if not least <= value <= most:
            raise self._wrong(key.name, f"antara {least} dan {most}; tertulis {value}")
        if key.kind is Kind.WHOLE and not isinstance(value, int):
            raise self._wrong(key.name, f"berupa bilangan bulat dari {least} sampai {most}")
        return value

    def _wrong(self, name: str, expected: str) -> UsageError:
        """The failure of a value that isn't what it must be."""
        return self.error(f"`{self._full(name)}` harus {expected}.")

    def table(self, name: str) -> _Table:
        """A table in this one; empty where it isn't there."""
        return _Table(self.path, self._full(name), self.mapping(name), self.schema)

    def tables(self, name: str) -> Iterator[_Table]:
        """A list of tables (`[[name]]`)."""
        value = self.raw.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(name, f"ditulis dengan `[[{self._full(name)}]]` di baris sendiri, lalu isinya")
        for table in value:
            yield _Table(self.path, self._full(name), table, self.schema)

    def mapping(self, name: str) -> Mapping[str, Any]:
        """The raw content of a table in this one, whatever its keys."""
        value = self.raw.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name, f"ditulis dengan `[{self._full(name)}]` di baris sendiri, lalu isinya")
        return value

    def _full(self, name: str) -> str:
        return f"{self.name}.{name}" if self.name else name


def _nearest(name: str, table: str, schema: Mapping[str, Mapping[str, Key | None]]) -> str:
    """The full name of the known key that looks most like this one; of equals, that of the same table."""
    candidates = [
        (owner == table, f"{owner}.{each}" if owner else each, each) for owner, keys in schema.items() for each in keys
    ]

    def likeness(candidate: tuple[bool, str, str]) -> tuple[float, bool]:
        same_table, _, word = candidate
        return SequenceMatcher(None, name.casefold(), word).ratio() + 0.1 * same_table, same_table

    return max(candidates, key=likeness)[1]
