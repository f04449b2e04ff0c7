"""The enacted matrix: columns 1-7 as the decree has them, from the text source that the template is built from too."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class EnactedIndikator:
    """One row as enacted. Texts may hold <i>..</i> (slanted in the decree) and line breaks."""

    kode: str
    indikator: str
    langkah_aksi: str
    bukti_fisik: str
    target_waktu: str


@dataclass(frozen=True, slots=True)
class EnactedSubkomponen:
    """kode `VI.4` also where the decree left the number out (then no is "")."""

    kode: str
    no: str
    nama: str
    indikator: tuple[EnactedIndikator, ...]


@dataclass(frozen=True, slots=True)
class EnactedKomponen:
    """kode is Roman; no is what the decree writes ("1" for the first)."""

    kode: str
    no: str
    nama: str
    penanggung_jawab: str
    subkomponen: tuple[EnactedSubkomponen, ...]


@dataclass(frozen=True, slots=True)
class Enacted:
    """A decree and its matrix. lampiran, title: the lines above the matrix; penutup: those below it."""

    nomor: str
    tanggal: date
    tempat: str
    kantor: str
    tentang: str
    tahun: int
    lampiran: tuple[str, ...]
    title: tuple[str, ...]
    penutup: tuple[str, ...]
    komponen: tuple[EnactedKomponen, ...]

    def indikator(self) -> Iterator[tuple[EnactedKomponen, EnactedSubkomponen, EnactedIndikator]]:
        """Every indikator with its parents, in the decree's order."""
        for komponen in self.komponen:
            for subkomponen in komponen.subkomponen:
                for indikator in subkomponen.indikator:
                    yield komponen, subkomponen, indikator


def plain(text: str) -> str:
    """The text without the scan's markup."""
    return re.sub(r"</?i>", "", text)


@cache
def enacted_matrix() -> Enacted:
    """The matrix of KPU Kota Surakarta's decree 31/2025 (the one that travels with the tool)."""
    return parse(files("zi_excel").joinpath("data", "keputusan-31-2025.toml").read_text("utf-8"))


def parse(source: str) -> Enacted:
    """Reads the text source. Raises KeyError, tomllib.TOMLDecodeError on a source that is not one."""
    raw = tomllib.loads(source)
    head = raw["keputusan"]
    return Enacted(
        nomor=head["nomor"],
        tanggal=head["tanggal"],
        tempat=head["tempat"],
        kantor=head["kantor"],
        tentang=head["tentang"],
        tahun=head["tahun"],
        lampiran=tuple(head["lampiran"]),
        title=tuple(head["judul"]),
        penutup=tuple(head["penutup"]),
        komponen=tuple(_komponen(each) for each in raw["komponen"]),
    )


def _komponen(raw: Mapping[str, Any]) -> EnactedKomponen:
    return EnactedKomponen(
        kode=raw["kode"],
        no=raw["no"],
        nama=raw["nama"],
        penanggung_jawab=raw["penanggung_jawab"],
        subkomponen=tuple(
            EnactedSubkomponen(
                kode=sub["kode"],
                no=sub["no"],
                nama=sub["nama"],
                indikator=tuple(
                    EnactedIndikator(
                        row["kode"], row["indikator"], row["langkah_aksi"], row["bukti_fisik"], row["target_waktu"]
                    )
                    for row in sub["indikator"]
                ),
            )
            for sub in raw["subkomponen"]
        ),
    )
