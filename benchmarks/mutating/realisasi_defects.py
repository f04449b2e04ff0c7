"""Defects of columns 8-12: what staff report wrongly."""

from collections.abc import Mapping
from types import MappingProxyType

from defects import KENDALA, REALISASI, TANGGAL, TAUTAN, TINDAK_LANJUT, Defect, Kind, Site, defect, typed, want
from matrix_sheet import Cell, ref


def _reported(site: Site, *, done: bool | None = None) -> int | None:
    """A line with a realisasi, or without (None); of 100 %, or not."""
    line = site.row().line
    share = site.sheet.cells.get((line, REALISASI), Cell()).value
    fits = share is not None if done is None else (share == 1) == done
    return line if fits else None


def _report(
    site: Site,
    column: int,
    value: str | float | bool | None,
    *codes: str,
    done: bool | None = None,
    like: tuple[int, int] | None = None,
) -> Defect | None:
    line = _reported(site, done=done)
    return None if line is None else typed(site, line, column, value, *codes, like=like)


def _realisasi_too_much(site: Site) -> Defect | None:
    return _report(site, REALISASI, site.chance.choice([1.5, 75.0, 100.0, 50.0, 1.01]), "ZI802")


def _realisasi_negative(site: Site) -> Defect | None:
    return _report(site, REALISASI, -0.2, "ZI802")


def _realisasi_prose(site: Site) -> Defect | None:
    said = ["hampir selesai", "sedang proses", "50-75%", "1.000%", "±80%", "lihat lampiran"]
    return _report(site, REALISASI, site.chance.choice(said), "ZI802")


def _realisasi_a_day(site: Site) -> Defect | None:
    return _report(site, REALISASI, 45750.0, "ZI802", like=(10, TANGGAL))


def _realisasi_true(site: Site) -> Defect | None:
    return _report(site, REALISASI, True, "ZI802")


def _realisasi_an_error(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.fault(line, REALISASI, error=site.chance.choice(["#DIV/0!", "#REF!", "#N/A"]))
    return defect(f"H{line}: an error value", want(ref(line, REALISASI), "ZI802"))


def _realisasi_never_computed(site: Site) -> Defect | None:
    line = site.row().line
    site.sheet.fault(line, REALISASI)
    return defect(f"H{line}: a formula without value", want(ref(line, REALISASI), "ZI010"))


def _realisasi_deleted_beside_its_day(site: Site) -> Defect | None:
    line = _reported(site, done=True)
    if line is None or site.sheet.cells.get((line, TANGGAL), Cell()).value is None:
        return None
    site.sheet.type(line, REALISASI, None)
    return defect(f"H{line}: deleted", want(ref(line, TANGGAL), "ZI808"))


def _link_deleted(site: Site) -> Defect | None:
    return _report(site, TAUTAN, None, "ZI804", done=True)


def _link_of_words(site: Site) -> Defect | None:
    line = _reported(site, done=True)
    if line is None:
        return None
    site.sheet.links.pop((line, TAUTAN), None)
    said = ["ada di lemari arsip", "menyusul", "sudah dikirim WA", "htps:/drive", "Drive kantor"]
    return typed(site, line, TAUTAN, site.chance.choice(said), "ZI810")


def _day_to_come(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45982.0 + site.chance.randint(0, 300), "ZI807", done=True)


def _day_too_early(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45657.0 - site.chance.randint(0, 900), "ZI809", done=True)


def _day_of_words(site: Site) -> Defect | None:
    said = ["akhir Maret", "31 Maret", "Maret 2025", "31/02/2025", "sudah", "TW I"]
    return _report(site, TANGGAL, site.chance.choice(said), "ZI806", done=True)


def _day_but_not_done(site: Site) -> Defect | None:
    return _report(site, TANGGAL, 45720.0, "ZI808", done=False, like=(10, TANGGAL))


def _kendala_unanswered(site: Site) -> Defect | None:
    line = site.row().line
    share = site.sheet.cells.get((line, REALISASI), Cell()).value
    if share == 1 or site.text(line, TINDAK_LANJUT):
        return None
    said = ["Belum ada anggaran", "Narasumber berhalangan", "Menunggu juknis KPU RI"]
    site.sheet.type(line, KENDALA, site.chance.choice(said))
    return defect(f"K{line}: a kendala", want(ref(line, TINDAK_LANJUT), "ZI805"))


def _report_on_a_heading(site: Site) -> Defect | None:
    head = site.chance.choice(site.komponen)
    site.sheet.type(head.line, REALISASI, 0.5, like=(10, REALISASI))
    return defect(f"H{head.line}: a report on {head.kode}", want(ref(head.line, REALISASI), "ZI812"))


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.__name__.strip("_").replace("_", " "): kind
        for kind in (
            _realisasi_too_much,
            _realisasi_negative,
            _realisasi_prose,
            _realisasi_a_day,
            _realisasi_true,
            _realisasi_an_error,
            _realisasi_never_computed,
            _realisasi_deleted_beside_its_day,
            _link_deleted,
            _link_of_words,
            _day_to_come,
            _day_too_early,
            _day_of_words,
            _day_but_not_done,
            _kendala_unanswered,
            _report_on_a_heading,
        )
    }
)
