"""A recorded matrix written as text, in the form of the one that travels with the tool, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from zi_excel.enacted.matrix import Enacted, EnactedIndikator, EnactedKomponen, EnactedSubkomponen, Pencatatan

_HEAD = """\
# Kolom 1-7 matriks seperti yang ditetapkan, dicatat dari buku kerjanya oleh `zi-excel tetapkan`.
#
# Buku kerja dibandingkan dengan catatan ini: setiap perbedaan dilaporkan (ZI901-ZI911). Jangan mengubah isinya:
# sidiknya tidak akan cocok lagi, dan itu dilaporkan juga. Bila keputusannya berubah: `zi-excel tetapkan ... --ganti`.
# Simpan berkas ini di sebelah buku kerjanya; bila nama buku kerja diganti, ganti juga nama berkas ini.
"""


def enacted_text(enacted: Enacted) -> str:
    """The record of a matrix; `zi_excel.enacted.matrix.parse` reads it."""
    return _HEAD + "\n".join(_lines(enacted)) + "\n"


def _lines(enacted: Enacted) -> Iterator[str]:
    if enacted.pencatatan is not None:
        yield from _pencatatan(enacted.pencatatan)
    yield ""
    yield "[keputusan]"
    yield _pair("nomor", enacted.nomor)
    yield f"tanggal = {enacted.tanggal.isoformat()}"
    yield _pair("tempat", enacted.tempat)
    yield _pair("kantor", enacted.kantor)
    yield _pair("tentang", enacted.tentang)
    yield f"tahun = {enacted.tahun}"
    yield _list("judul", enacted.title)
    for komponen in enacted.komponen:
        yield from _komponen(komponen)


def _pencatatan(about: Pencatatan) -> Iterator[str]:
    yield ""
    yield "[pencatatan]"
    yield _pair("oleh", about.oleh)
    yield f"pada = {about.pada.isoformat()}"
    yield _pair("versi", about.versi)
    yield _pair("berkas", about.berkas)
    yield _pair("lembar", about.lembar)
    yield _list("kolom", about.kolom)
    yield _pair("sidik", about.sidik)


def _komponen(komponen: EnactedKomponen) -> Iterator[str]:
    yield ""
    yield ""
    yield "[[komponen]]"
    yield _pair("kode", komponen.kode)
    yield _pair("no", komponen.no)
    yield _pair("nama", komponen.nama)
    yield _pair("penanggung_jawab", komponen.penanggung_jawab)
    for sub in komponen.subkomponen:
        yield from _subkomponen(sub)


def _subkomponen(sub: EnactedSubkomponen) -> Iterator[str]:
    yield ""
    yield "[[komponen.subkomponen]]"
    yield _pair("kode", sub.kode)
    yield _pair("no", sub.no)
    yield _pair("nama", sub.nama)
    for row in sub.indikator:
        yield from _indikator(row)


def _indikator(row: EnactedIndikator) -> Iterator[str]:
    yield ""
    yield "[[komponen.subkomponen.indikator]]"
    yield _pair("kode", row.kode)
    if row.huruf is not None:
        yield _pair("huruf", row.huruf)
    yield _pair("indikator", row.indikator)
    yield _pair("langkah_aksi", row.langkah_aksi)
    yield _pair("bukti_fisik", row.bukti_fisik)
    yield _pair("target_waktu", row.target_waktu)
    if row.penanggung_jawab is not None:
        yield _pair("penanggung_jawab", row.penanggung_jawab)


def _pair(key: str, value: str) -> str:
    return f"{key} = {quoted(value)}"


def _list(key: str, values: tuple[str, ...]) -> str:
    if not values:
        return f"{key} = []"
    return "\n".join([f"{key} = [", *(f"    {quoted(each)}," for each in values), "]"])


def quoted(value: str) -> str:
    """A text as TOML quotes it; of several lines where it has them, unless an editor could change it there.

    What can't be seen is escaped, so that every text comes back as it was. Raises UnicodeEncodeError where it holds
    half a character (a lone surrogate): that is no text.
    """
    value.encode()
    lines = value.split("\n")
    escaped = ["".join(map(_escaped, line)) for line in lines]
    if len(lines) > 1 and not any(line.endswith((" ", "\t")) for line in lines):
        return '"""\n' + "\n".join(escaped) + '"""'
    return '"' + "\\n".join(escaped) + '"'


_SHORT: Mapping[str, str] = MappingProxyType({"\\": "\\\\", '"': '\\"', "\t": "\\t"})


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04X}" if ord(char) < 1 << 16 else f"\\U{ord(char):08X}"
