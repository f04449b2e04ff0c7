"""A TOML table read key by key, where every mistake becomes one sentence that names file, key and what is expected."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from zi_excel.errors import UsageError, reason_of


def read_toml(path: Path) -> dict[str, Any]:
    """The file's content.

    Raises:
        UsageError: it is missing, can't be read, or is no TOML (then with the line).
    """
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))  # Notepad starts a file with a byte-order mark
    except FileNotFoundError:
        raise UsageError(f"berkas pengaturan '{path}' tidak ditemukan; periksa nama dan foldernya.") from None
    except IsADirectoryError:
        raise UsageError(f"berkas pengaturan '{path}' adalah folder; sebutkan berkasnya.") from None
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a settings file.

    name: its full name ("" for the whole file). raw: its content. schema: the known keys of every table of the file;
    keys beside them are refused as soon as the table is made.
    """

    path: Path
    name: str
    raw: Mapping[str, Any]
    schema: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        for key in self.raw:
            if key not in self.schema[self.name]:
                meant = _nearest(key, self.name, self.schema)
                raise self.error(f"`{self._full(key)}` tidak dikenal; maksud Anda `{meant}`?")

    def __contains__(self, key: str) -> bool:
        return key in self.raw

    def error(self, sentence: str) -> UsageError:
        """A failure that names the file."""
        return UsageError(f"berkas pengaturan '{self.path}': {sentence}")

    def wrong(self, key: str, expected: str) -> UsageError:
        """The failure of a value that isn't what it must be."""
        return self.error(f"`{self._full(key)}` harus {expected}.")

    def text(self, key: str) -> str | None:
        """A text, trimmed; None where it isn't there."""
        if key not in self.raw:
            return None
        value = self.raw[key]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, "berupa teks di antara tanda kutip, tidak kosong")
        return value.strip()

    def needed(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if value is None:
            raise self.wrong(key, "diisi (teks di antara tanda kutip)")
        return value

    def words(self, key: str) -> frozenset[str] | None:
        """A list of texts; None where it isn't there."""
        if key not in self.raw:
            return None
        return frozenset(self.texts(key, '["I.1.a", "II.2.b"]'))

    def texts(self, key: str, example: str) -> tuple[str, ...]:
        """A list of texts in its order; empty where it isn't there. example: what to write."""
        if key not in self.raw:
            return ()
        value = self.raw[key]
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(each, str) and each.strip() for each in value)
        ):
            raise self.wrong(key, f"berupa daftar teks, misalnya {example}")
        return tuple(each.strip() for each in value)

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """A number within bounds."""
        if key not in self.raw:
            return default
        value = self.raw[key]
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.wrong(key, f"berupa angka dari {least} sampai {most}, tanpa tanda kutip")
        if not least <= value <= most:
            raise self.wrong(key, f"antara {least} dan {most}; tertulis {value}")
        return value

    def whole(self, key: str, least: int, most: int, default: int) -> int:
        """A whole number within bounds."""
        value = self.number(key, least, most, default)
        if not isinstance(value, int):
            raise self.wrong(key, f"berupa bilangan bulat dari {least} sampai {most}")
        return value

    def table(self, key: str) -> Table:
        """A table in this one; empty where it isn't there."""
        return Table(self.path, self._full(key), self.mapping(key), self.schema)

    def tables(self, key: str) -> Iterator[Table]:
        """A list of tables (`[[key]]`)."""
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.wrong(key, f"ditulis dengan `[[{self._full(key)}]]` di baris sendiri, lalu isinya")
        for each in value:
            yield Table(self.path, self._full(key), each, self.schema)

    def mapping(self, key: str) -> Mapping[str, Any]:
        """The raw content of a table in this one, whatever its keys."""
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"ditulis dengan `[{self._full(key)}]` di baris sendiri, lalu isinya")
        return value

    def _full(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key


def _nearest(key: str, table: str, schema: Mapping[str, tuple[str, ...]]) -> str:
    """The full name of the known key that looks most like this one; of equals, that of the same table."""
    known = [
        (name == table, f"{name}.{each}" if name else each, each) for name, keys in schema.items() for each in keys
    ]

    def likeness(candidate: tuple[bool, str, str]) -> tuple[float, bool]:
        same_table, _, word = candidate
        return SequenceMatcher(None, key.casefold(), word).ratio() + 0.1 * same_table, same_table

    return max(known, key=likeness)[1]
