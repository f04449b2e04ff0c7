"""The enacted matrix: columns 1-7 as the decree has them, from the text source that the template is built from too."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from zi_excel.plan.numbering import read_letter
from zi_excel.wording import long_date

_T = TypeVar("_T")
SHIPPED = Path(__file__).with_name("keputusan-31-2025.toml")
"""The text source of the matrix that travels with the tool."""


class EnactedIndikator(NamedTuple):
    """One row as enacted. Texts may hold <i>..</i> (slanted in the decree) and line breaks.

    penanggung_jawab: None where it is its komponen's. huruf: its letter, where that doesn't stand before the text ("":
    it has none).
    """

    kode: str
    indikator: str
    langkah_aksi: str
    bukti_fisik: str
    target_waktu: str
    penanggung_jawab: str | None = None
    huruf: str | None = None

    @property
    def letter(self) -> str | None:
        """Its letter; None where it has none."""
        return read_letter(plain(self.indikator)) if self.huruf is None else self.huruf or None


class EnactedSubkomponen(NamedTuple):
    """kode `VI.4` also where the decree left the number out (then no is "")."""

    kode: str
    no: str
    nama: str
    indikator: tuple[EnactedIndikator, ...]


class EnactedKomponen(NamedTuple):
    """kode is Roman; no is what the decree writes ("1" for the first)."""

    kode: str
    no: str
    nama: str
    penanggung_jawab: str
    subkomponen: tuple[EnactedSubkomponen, ...]

    def penanggung_jawab_runs(self) -> Iterator[tuple[str, int]]:
        """Who is responsible, and for how many rows one after the other; each row that nobody is for stands alone."""
        names = (
            self.penanggung_jawab if row.penanggung_jawab is None else row.penanggung_jawab
            for sub in self.subkomponen
            for row in sub.indikator
        )
        for name, run in groupby(names):
            count = len(list(run))
            yield from [(name, count)] if name else [("", 1)] * count


class Pencatatan(NamedTuple):
    """How an office's own matrix was recorded (`zi-excel tetapkan`).

    oleh, pada: by whom and when. versi: of zi_excel. berkas, lembar: the workbook's file name and the matrix's sheet.
    kolom: which of columns 1-7 the workbook had, by their Field. sidik: the checksum of all that was recorded.
    """

    oleh: str
    pada: datetime
    versi: str
    berkas: str
    lembar: str
    kolom: tuple[str, ...]
    sidik: str = ""


class Enacted(NamedTuple):
    """A decree and its matrix. lampiran, title: the lines above the matrix; penutup: those below it.

    pencatatan: of a matrix that an office recorded; None for the one that travels with the tool.
    """

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
    pencatatan: Pencatatan | None = None

    @property
    def decree(self) -> str:
        """How the decree is called: `Keputusan Nomor 31 Tahun 2025 tanggal 9 Oktober 2025`."""
        return f"Keputusan Nomor {self.nomor} tanggal {long_date(self.tanggal)}"

    @property
    def intact(self) -> bool:
        """Whether a record says what was recorded, so that nobody changed it by hand."""
        return self.pencatatan is None or self.pencatatan.sidik == checksum(self)

    def has(self, field: str) -> bool:
        """Whether the matrix has that one of columns 1-7, by its Field."""
        return self.pencatatan is None or field in self.pencatatan.kolom

    def indikator(self) -> Iterator[tuple[EnactedKomponen, EnactedSubkomponen, EnactedIndikator]]:
        """Every indikator with its parents, in the decree's order."""
        for komponen in self.komponen:
            for subkomponen in komponen.subkomponen:
                for indikator in subkomponen.indikator:
                    yield komponen, subkomponen, indikator


def plain(text: str) -> str:
    """The text without the scan's markup."""
    return re.sub(r"</?i>", "", text) if "<" in text else text


def marked(text: str) -> str:
    """The text written so that `plain` gives it back: what only looks like markup gets some markup inside."""
    return re.sub(r"<(?=/?i>)", "<<i></i>", text)


def checksum(enacted: Enacted) -> str:
    """The checksum of all that a record says except its own checksum: `sha256:` and 64 hexadecimal digits."""
    about = enacted.pencatatan
    bare = enacted if about is None else enacted._replace(pencatatan=about._replace(sidik=""))
    content = json.dumps(_nested(bare), ensure_ascii=True, sort_keys=True, default=str)
    return f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"


def _nested(value: Any) -> Any:
    """A record as mappings and lists, in which JSON tells the names of its fields."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        inside = [_nested(each) for each in value]
        return inside if fields is None else dict(zip(fields, inside, strict=True))
    return value


@cache
def enacted_matrix() -> Enacted:
    """The matrix of KPU Kota Surakarta's decree 31/2025 (the one that travels with the tool)."""
    raw = json.loads(SHIPPED.with_suffix(".json").read_text("utf-8"))
    raw["keputusan"]["tanggal"] = date.fromisoformat(raw["keputusan"]["tanggal"])
    return _enacted(raw)


def as_json(source: str) -> str:
    """The text source as JSON, days as YYYY-MM-DD: what the shipped matrix is read from, as that is faster."""
    import tomllib

    return json.dumps(tomllib.loads(source), ensure_ascii=False, indent=1, default=date.isoformat) + "\n"


def parse(source: str) -> Enacted:
    """Reads the text source. A record may leave out what a decree has beside its matrix.

    Raises:
        KeyError, TypeError, tomllib.TOMLDecodeError: it is no such source.
    """
    import tomllib  # where there is a record: the shipped matrix does without

    return _enacted(tomllib.loads(source))


def _enacted(raw: Mapping[str, Any]) -> Enacted:
    head = _typed(dict, raw["keputusan"])
    recorded = "pencatatan" in raw
    absent: dict[str, Any] = {"tempat": "", "lampiran": [], "penutup": []} if recorded else {}
    whole = absent | head
    return Enacted(
        nomor=_typed(str, head["nomor"]),
        tanggal=_typed(date, head["tanggal"]),
        tempat=_typed(str, whole["tempat"]),
        kantor=_typed(str, head["kantor"]),
        tentang=_typed(str, head["tentang"]),
        tahun=_typed(int, head["tahun"]),
        lampiran=_texts(whole["lampiran"]),
        title=_texts(head["judul"]),
        penutup=_texts(whole["penutup"]),
        komponen=tuple(_komponen(each) for each in _tables(raw["komponen"])),
        pencatatan=_pencatatan(_typed(dict, raw["pencatatan"])) if recorded else None,
    )


def _pencatatan(raw: Mapping[str, Any]) -> Pencatatan:
    pada = _typed(datetime, raw["pada"])
    if pada.tzinfo is None:
        raise TypeError(pada)
    return Pencatatan(
        oleh=_typed(str, raw["oleh"]),
        pada=pada,
        versi=_typed(str, raw["versi"]),
        berkas=_typed(str, raw["berkas"]),
        lembar=_typed(str, raw["lembar"]),
        kolom=_texts(raw["kolom"]),
        sidik=_typed(str, raw["sidik"]),
    )


def _komponen(raw: Mapping[str, Any]) -> EnactedKomponen:
    return EnactedKomponen(
        kode=_typed(str, raw["kode"]),
        no=_typed(str, raw["no"]),
        nama=_typed(str, raw["nama"]),
        penanggung_jawab=_typed(str, raw["penanggung_jawab"]),
        subkomponen=tuple(_subkomponen(each) for each in _tables(raw.get("subkomponen", []))),
    )


def _subkomponen(raw: Mapping[str, Any]) -> EnactedSubkomponen:
    rows = tuple(_indikator(each) for each in _tables(raw.get("indikator", [])))
    return EnactedSubkomponen(_typed(str, raw["kode"]), _typed(str, raw["no"]), _typed(str, raw["nama"]), rows)


def _indikator(raw: Mapping[str, Any]) -> EnactedIndikator:
    own = {key: _typed(str, raw[key]) for key in ("penanggung_jawab", "huruf") if key in raw}
    texts = [_typed(str, raw[key]) for key in ("kode", "indikator", "langkah_aksi", "bukti_fisik", "target_waktu")]
    return EnactedIndikator(*texts, **own)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_typed(str, each) for each in _typed(list, value))


def _tables(value: object) -> tuple[Mapping[str, Any], ...]:
    return tuple(_typed(dict, each) for each in _typed(list, value))


def _typed(kind: type[_T], value: object) -> _T:
    """The value, which must be of that very type: what was changed by hand fails here, not somewhere later.

    Raises:
        TypeError: it is of another one (to Python a truth value is a number, and a time is a day).
    """
    if not isinstance(value, kind) or type(value) is not kind:
        raise TypeError(value)
    return value
