"""Which office the lines above a matrix name; nothing where they don't say it plainly. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ABOUT = re.compile(r"\brencana\s+(?:aksi|kerja)\b", re.IGNORECASE)
_DECREE = re.compile(r"^(?:lampiran\s+)?(?:surat\s+)?keputusan\s+(?:kepala\s+|ketua\s+)?", re.IGNORECASE)
_END = re.compile(
    r"(?<!\s)\s*(?:\b(?:tahun|t\.?\s?a\b|nomor|no\.|tentang|periode|triwulan|semester|per\s+\d)|\b(?:19|20)\d\d\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""From here on a line speaks of something else: the year, the decree's number."""

_WORD = re.compile(r"[\s/().,:&–—-]*(\w+)[\s/).,:&–—-]*")
_BETWEEN = _words(
    """
    pembangunan pelaksanaan pencapaian penguatan percepatan program kegiatan menuju zona integritas zi wbk
    wbbm wilayah bebas dari korupsi birokrasi bersih dan melayani di pada lingkungan lingkup untuk oleh
    """
)
"""Words that stand between `RENCANA AKSI` and the office."""

_OFFICES = _words(
    """
    akademi bapas badan bagian bakamla balai bandara bapenda bappeda basarnas bawaslu bea bidang biro bkd bkn
    bkpsdm bmkg bnn bnnk bnnp bpbd bpkad bpkp bpn bpom bps bptd deputi dinas dinkes dinsos direktorat disdik
    diskominfo dispendukcapil divisi dpmptsp dprd fakultas inspektorat institut kanim kantah kantor kanwil
    karantina kecamatan kejaksaan kejari kejati kelurahan kemenag kepolisian kodim komisi koramil korem kodam
    kpknl kpp kppbc kppn kpu kpud ksop kua laboratorium lanal lanud lapas lembaga loka lpka lpp lps madrasah
    mahkamah man mi min mtsn museum observatorium pelabuhan pengadilan perpustakaan perwakilan polda
    politeknik polres polresta polrestabes polsek ptun puskesmas pusat rsj rsjd rsud rsup rumah rupbasan rutan
    satker satlantas satpas satuan sekolah sekretariat setda setwan sd sdn sma smak sman smk smkn smp smpn
    stasiun suku syahbandar unit universitas upbu upt uptd
    """
)
"""What the name of an office starts with."""

_NO_OFFICES = _words(
    """
    area bulan draf draft final komponen matriks minggu perubahan pokja revisi rencana tahap tw triwulan
    semester
    """
)
"""What may stand behind `RENCANA AKSI ZONA INTEGRITAS` beside the office."""

_ZONE = frozenset(("integritas", "zi", "wbk", "wbbm"))
_LONGEST = 150


def office_in(lines: Sequence[str]) -> str | None:
    """The office that a title names, as it is written there.

    It stands behind `RENCANA AKSI ...` or on the line below, else alone on a line above, else in `KEPUTUSAN ...`.

    Args:
        lines: the lines above the header.
    """
    plain = [" ".join(line.split()) for text in lines for line in text.splitlines()]
    at = next((place for place, line in enumerate(plain) if _ABOUT.search(line)), None)
    if at is not None:
        if (name := _behind(plain[at])) is not None:
            return name
        for line in (*plain[at + 1 : at + 2], *reversed(plain[:at])):
            if (name := _named(line)) is not None:
                return name
    decrees = (_DECREE.sub("", line) for line in plain if _DECREE.match(line))
    return next((name for line in decrees if (name := _named(line)) is not None), None)


def _behind(line: str) -> str | None:
    """What stands behind `RENCANA AKSI` and the words that say of what: any name, where these say Zona Integritas."""
    rest = line[_ABOUT.search(line).end() :]  # type: ignore[union-attr]  # the caller has seen it there
    zone = False
    while (match := _WORD.match(rest)) is not None and (word := match[1].casefold()) in _BETWEEN:
        zone |= word in _ZONE
        rest = rest[match.end() :]
    return _named(rest, whatever=zone)


def _named(text: str, *, whatever: bool = False) -> str | None:
    """The office that a text starts with. whatever: it need not start with the word for an office."""
    name = _END.sub("", text).strip(" .,;:-–—()\"'")
    first, *others = re.split(r"[\s./-]+", name, maxsplit=1)
    known = first.casefold() in _OFFICES or (whatever and first.isalpha() and first.casefold() not in _NO_OFFICES)
    return name if known and others and len(name) <= _LONGEST else None
