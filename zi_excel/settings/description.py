"""Every setting described once: its name, type, default, bounds and meaning.

The check of a settings file (loading.py), the example that `konfigurasi --contoh` prints and docs/pengaturan.md (both
written by example.py) are made from it. What a person reads is Indonesian.
"""

import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, NamedTuple

from zi_excel.enacted.beside import RECORD_ENDING
from zi_excel.measuring.status import USUAL
from zi_excel.plan.columns import OPTIONAL
from zi_excel.plan.rencana_aksi import TITLES, Field
from zi_excel.settings.settings import (
    BOOK,
    LEVELS,
    LOG_ENDING,
    REPORT_ENDING,
    RESULT_ENDING,
    Cadangan,
    Mingguan,
    Settings,
)

Value = str | float | tuple[str, ...]


class Kind(StrEnum):
    """What is written behind the equals sign."""

    TEXT = "teks"
    WHOLE = "bilangan bulat"
    NUMBER = "angka"
    TEXTS = "daftar teks"


class Key(NamedTuple):
    """One setting.

    meaning: whole sentences, or the part that is this setting's own in a sentence about several (see Group).
    shown: what the example has for it: its default, or where it has none any value that makes sense.
    has_default: whether that is what holds where the setting isn't written. needed: whether its table must have it.
    bounds: the least and the largest number. accepts: what a value must fulfil beside its kind.
    expected: what follows "harus" in the sentence about one that does not.
    """

    name: str
    kind: Kind
    meaning: str
    shown: Value
    has_default: bool = False
    needed: bool = False
    bounds: tuple[float, float] | None = None
    accepts: Callable[[Any], bool] | None = None
    expected: str = ""


class Group(NamedTuple):
    """Settings that the example explains with one comment, in which `{name}` stands for a setting's own meaning."""

    comment: str
    keys: tuple[Key, ...]


class Block(NamedTuple):
    """What stands together in the example, between two blank lines.

    heading: the line of the table that the settings belong to; "": they are the file's own. comment: what explains all
    of them, as in a group.
    """

    heading: str
    comment: str
    groups: tuple[Group, ...]

    @property
    def table(self) -> str:
        """The table's name; that of all rules is `aturan`."""
        return self.heading.strip("[]").partition(".")[0]


def _own(key: Key) -> Block:
    """A setting of the file's own, explained by its meaning alone."""
    return Block("", "", (Group(f"{{{key.name}}}", (key,)),))


def _block(heading: str, comment: str, *keys: Key) -> Block:
    """A table whose settings are explained together."""
    return Block(heading, comment, (Group("", keys),))


def _text(name: str, meaning: str, shown: str, *, needed: bool = False) -> Key:
    return Key(name, Kind.TEXT, meaning, shown, needed=needed)


def _texts(name: str, meaning: str, *shown: str, such_as: str) -> Key:
    return Key(name, Kind.TEXTS, meaning, shown, expected=f"berupa daftar teks, misalnya {such_as}")


def _file(name: str, meaning: str, default: str, ending: str) -> Key:
    """A file of the weekly run. By its ending no workbook or other file is ever taken, or replaced, for one."""
    return _text(name, meaning, default)._replace(
        has_default=True,
        accepts=lambda value: value.endswith(ending) and value.isprintable() and _is_a_path(value),
        expected=f'nama berkas yang berakhiran {ending}, misalnya "zi-excel-monev{ending}"',
    )


def _number(name: str, meaning: str, default: float, bounds: tuple[float, float], *, kind: Kind = Kind.NUMBER) -> Key:
    return Key(name, kind, meaning, default, has_default=True, bounds=bounds)


def _is_a_path(value: str) -> bool:
    """Whether a system could have such a path: no control characters, no text for a name, no thousands of levels."""
    controls = any(unicodedata.category(char) == "Cc" for char in value)
    return not controls and len(value) <= _LONGEST and len(PurePath(value).parts) <= _DEEPEST


def _names_a_report(value: str) -> bool:
    plain = value.isprintable() and _is_a_path(value) and not set('*?"<>|') & set(value)
    return plain and value.endswith(REPORT_ENDING) and BOOK in value


_LONGEST, _DEEPEST = 1000, 50  # letters of a path, and levels of folders
_A_FOLDER = (
    f"nama folder tanpa tanda kendali, paling panjang {_LONGEST} huruf dan paling dalam {_DEEPEST} tingkat, misalnya "
    '"arsip/cadangan"'
)
_OWN_COLUMN = "bila subkomponen berdiri di kolom sendiri"
_COLUMNS = (
    *(
        _text(field, f"Kolom {TITLES[field]}.", letter)
        for field, letter in zip((field for field in Field if field not in OPTIONAL), "ABCDEFGHIJKL", strict=True)
    ),
    _text(Field.STATUS, "Kolom STATUS buku kerja lama, yang belum mempunyai REALISASI.", "Status Pelaksanaan"),
)
_WEEKLY = (
    Group(
        "{buku}",
        (
            _texts(
                "buku",
                "Buku kerja yang disegarkan. Pola boleh: * sembarang teks, ? satu huruf, **/ semua folder di bawahnya."
                "\nCadangan, berkas ~$..., dan laporan buatan zi-excel tidak pernah ikut.",
                "Rencana Aksi*.xlsx",
                such_as="[\"Rencana Aksi 2025.xlsx\"] atau ['D:\\Rencana Aksi\\*.xlsx']",
            ),
        ),
    ),
    Group(
        "{tunggu_menit}, dan {jeda_menit}.",
        (
            _number(
                "tunggu_menit",
                "Berapa menit buku kerja yang sedang terbuka ditunggu",
                Mingguan().tunggu_menit,
                (0, 1440),
            ),
            _number("jeda_menit", "berapa menit jeda di antara dua percobaan", Mingguan().jeda_menit, (0.01, 1440)),
        ),
    ),
    Group(
        "{batas_menit}",
        (
            _number(
                "batas_menit",
                "Berapa menit satu buku kerja boleh dikerjakan; yang belum selesai dihentikan, dan berkasnya tetap utuh"
                "\n(0: tanpa batas). Yang wajar selesai dalam beberapa detik.",
                Mingguan().batas_menit,
                (0, 1440),
            ),
        ),
    ),
    Group(
        "{log}, dan {hasil}.",
        (
            _file("log", f"Log untuk dibaca orang ({LOG_ENDING})", Mingguan().log, LOG_ENDING),
            _file("hasil", f"berkas hasil untuk dibaca program ({RESULT_ENDING})", Mingguan().hasil, RESULT_ENDING),
        ),
    ),
    Group(
        "{laporan}",
        (
            _text(
                "laporan",
                "Laporan evaluator tiap buku kerja, dihitung dari folder buku kerjanya; "
                f"{BOOK} adalah nama buku kerja itu.\n"
                "Tanpa baris ini laporan tidak ditulis. Laporan minggu lalu diganti, catatan evaluator di dalamnya "
                "ikut dibawa.",
                f"Laporan {BOOK}{REPORT_ENDING}",
            )._replace(
                accepts=_names_a_report,
                expected=f"nama berkas dengan {BOOK} (nama buku kerjanya) dan akhiran {REPORT_ENDING}, misalnya "
                f'"Laporan {BOOK}{REPORT_ENDING}"',
            ),
        ),
    ),
)

_REKAP = (
    Group(
        "{keluaran}",
        (
            _text(
                "keluaran", "Rekapnya. Rekap minggu lalu diganti, cadangannya disimpan.", "Rekap.xlsx", needed=True
            )._replace(
                accepts=lambda value: value.endswith(REPORT_ENDING) and value.isprintable(),
                expected=f'nama berkas yang berakhiran {REPORT_ENDING}, misalnya "Rekap{REPORT_ENDING}"',
            ),
        ),
    ),
    Group(
        "{sumber}",
        (
            _texts(
                "sumber",
                "Buku kerja, folder, pola, atau daftar (.csv, .xlsx) kantor-kantornya.\n"
                "Tanpa baris ini: buku kerja yang disegarkan.",
                "Kiriman kantor",
                such_as='["Kiriman kantor"] atau ["daftar_kantor.csv"]',
            ),
        ),
    ),
    Group(
        "{pekerja}",
        (
            Key(
                "pekerja",
                Kind.WHOLE,
                "Berapa proses membaca sekaligus; tanpa baris ini sebanyak inti prosesor.",
                2,
                bounds=(1, 64),
            ),
        ),
    ),
)

BLOCKS = (
    _own(_text("lembar", "Lembar matriks, bila buku kerja mempunyai beberapa.", "Rencana Aksi")),
    _own(
        Key(
            "tahun",
            Kind.WHOLE,
            "Tahun rencana, bila judul dan target waktu tidak menyebutnya.",
            2025,
            bounds=(1990, 2100),
        )
    ),
    _own(_text("kantor", "Nama kantor.", "KPU Kota Surakarta")),
    _own(
        _text(
            "penetapan",
            "Catatan matriks yang ditetapkan (zi-excel tetapkan), bila tidak bernama "
            f"<nama buku kerja>{RECORD_ENDING} di sebelahnya.\n"
            f"Dihitung dari folder buku kerja; namanya berakhiran {RECORD_ENDING}.",
            f"kantor{RECORD_ENDING}",
        )._replace(
            # So that no other file is ever taken, or replaced, for a record.
            accepts=lambda value: value.endswith(RECORD_ENDING) and _is_a_path(value),
            expected=f'nama berkas yang berakhiran {RECORD_ENDING}, misalnya "rencana_aksi{RECORD_ENDING}"',
        )
    ),
    _own(
        _text(
            "folder_bukti",
            "Folder bukti, dihitung dari folder buku kerja: tautan berupa berkas diperiksa di sana, juga folder per "
            "kode (I.1.a).",
            "bukti",
        )._replace(accepts=_is_a_path, expected=_A_FOLDER)
    ),
    Block(
        "[kolom]",
        "Kolom yang judulnya tidak dikenali: hurufnya, atau teks judulnya. Lihat: zi-excel kolom BUKU",
        (
            Group("", _COLUMNS),
            Group(
                f"Hanya {_OWN_COLUMN}:",
                (_text(Field.SUBKOMPONEN, f"Kolom {TITLES[Field.SUBKOMPONEN]}, {_OWN_COLUMN}.", "M"),),
            ),
        ),
    ),
    _block(
        "[ambang]",
        "Kapan indikator perlu perhatian: {poin}, dan {hari}.",
        _number("poin", "poin persen di belakang rencana (target berupa rentang)", USUAL.poin, (0, 100)),
        _number("hari", "hari sebelum tonggak", USUAL.hari, (0, 366), kind=Kind.WHOLE),
    ),
    _block(
        "[aturan.ZI503]",
        "{tingkat} {alasan}\n{kode} Bagian ini boleh berulang dengan aturan lain; lihat: zi-excel aturan",
        _text(
            "tingkat", "Tingkat satu aturan pemeriksaan: galat, peringatan, info, atau mati.", "mati", needed=True
        )._replace(accepts=LEVELS.__contains__, expected=f"salah satu dari {', '.join(LEVELS)}"),
        _text("alasan", "Alasannya wajib, dan ikut ditampilkan.", "Bukti tahun lalu memang dipakai", needed=True),
        _texts("kode", "Dengan kode hanya berlaku di sana.", "I.3", "IV.2.e", such_as='["I.1.a", "II.2.b"]'),
    ),
    _block(
        "[cadangan]",
        "Cadangan: {jumlah}, dan {folder}.",
        _number("jumlah", "berapa yang disimpan dari tiap buku kerja", Cadangan().jumlah, (1, 1000), kind=Kind.WHOLE),
        _text("folder", "di folder mana (dihitung dari folder buku kerja)", Cadangan().folder)._replace(
            has_default=True, accepts=_is_a_path, expected=_A_FOLDER
        ),
    ),
    Block(
        "[mingguan]",
        "Penyegaran mingguan (scripts/refresh_monev.py). Nama berkas dihitung dari folder berkas pengaturan ini.",
        _WEEKLY,
    ),
    Block(
        "[rekap]",
        "Rekap banyak kantor, ditulis oleh penyegaran mingguan sesudah buku kerjanya.\n"
        "Nama berkas dihitung dari folder berkas pengaturan ini.",
        _REKAP,
    ),
    _block(
        "[[penanda_tangan]]",
        "Penanda tangan laporan. Bagian ini boleh berulang.",
        _text("nama", "Nama penanda tangan.", "Nama Ketua", needed=True),
        _text("jabatan", "Jabatannya.", "Ketua", needed=True),
        _text("nip", "NIP-nya.", "19800101 200501 2 001"),
        _text("tempat", "Tempat yang ditulis di depan tanggal.", "Surakarta"),
    ),
)
"""All settings, as they stand in the example."""


def _keys_of(table: str) -> Mapping[str, Key]:
    keys = (key for block in BLOCKS if block.table == table for group in block.groups for key in group.keys)
    return MappingProxyType({str(key.name): key for key in keys})


RULE_KEYS = _keys_of("aturan")
"""The settings of one rule (`aturan.ZI601`), by name."""

SCHEMA: Mapping[str, Mapping[str, Key | None]] = MappingProxyType(
    {
        "": {name: _keys_of("").get(name) for name in Settings._fields if name != "sumber"},
        **{name: keys for name in Settings._fields if name != "aturan" and (keys := _keys_of(name))},
    }
)
"""What each table of a settings file may hold, by name (None: a table), but those of the rules, which are RULE_KEYS."""
