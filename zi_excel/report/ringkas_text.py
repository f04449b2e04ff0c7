"""The digest as text to paste into WhatsApp or a mail: short lines, few bold words, no tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_excel.history.records import Change, Kind, Reported
from zi_excel.measuring.measure import IndikatorResult
from zi_excel.plan.numbering import without_lead
from zi_excel.report.ringkas import Block, Digest, LackOfEvidence
from zi_excel.wording import long_date, percent, shortened

_MOST = 5
"""Lines of a part: nobody reads a longer message."""
_LONGEST = 50
_LOOSE = " ,;"  # does not stand before an ellipsis
"""Characters of an indikator's text."""
_MARKUP = str.maketrans(dict.fromkeys("*~`"))
"""Marks that WhatsApp takes for bold, struck out or code."""


def digest_text(digest: Digest, kantor: str | None = None) -> str:
    """The text. kantor: the office, for its first line."""
    return "\n".join(_lines(digest, kantor)) + "\n"


def _lines(digest: Digest, kantor: str | None) -> Iterator[str]:
    office = f" {_clean(kantor)}" if kantor else ""
    yield f"*Rencana Aksi ZI{office}* per {long_date(digest.per)}"
    for block in digest.blocks:
        yield ""
        yield from _block(block, digest)
    if digest.gone:
        yield ""
        yield f"Tidak ada lagi di matriks: {', '.join(_capped([change.kode for change in digest.gone]))}"
    if digest.since is None:
        yield ""
        yield "Perubahan belum dapat disebut: riwayatnya dimulai saat zi-excel monev dijalankan."


def _block(block: Block, digest: Digest) -> Iterator[str]:
    yield f"*{_clean(block.nama)}*"
    yield f"{block.jumlah} indikator, {block.selesai} selesai, capaian {percent(block.capaian, 0)}"
    quiet = True
    for title, lines in (
        ("Terlambat", [_late(result) for result in block.late]),
        (f"Jatuh tempo dalam {digest.days} hari", [_due(result, digest) for result in block.due]),
        ("Tertinggal dari rencana", [_behind(result) for result in block.behind]),
        ("Target atau realisasi tidak terbaca", [_named(result) for result in block.unreadable]),
        ("Bukti belum lengkap", [_lacking(lack) for lack in block.lacking]),
    ):
        if lines:
            quiet = False
            yield f"{title} ({len(lines)}):"
            yield from (f"- {line}" for line in _capped(lines))
    if quiet:
        yield "Tidak ada yang mendesak."
    if digest.since is not None and block.changes:
        yield f"Berubah sejak {long_date(digest.since)} ({len(block.changes)}):"
        yield from (f"- {line}" for line in _capped([_changed(change) for change in block.changes]))


def _capped(lines: Sequence[str]) -> list[str]:
    """The lines, cut where they are too many; a single line more is shown, as "dan 1 lagi" would be as long."""
    if len(lines) <= _MOST + 1:
        return list(lines)
    return [*lines[:_MOST], f"... dan {len(lines) - _MOST} lagi"]


def _named(result: IndikatorResult) -> str:
    return f"{result.indikator.kode} {_brief(result.indikator.nama.text)}"


def _late(result: IndikatorResult) -> str:
    return f"{_named(result)}: terlambat {result.days_late} hari{_so_far(result)}"


def _due(result: IndikatorResult, digest: Digest) -> str:
    if result.due is None:
        return _named(result)
    left = (result.due - digest.per).days
    when = "hari ini" if left == 0 else "besok" if left == 1 else f"{left} hari lagi"
    return f"{_named(result)}: {when}, {long_date(result.due)}{_so_far(result)}"


def _so_far(result: IndikatorResult) -> str:
    return f", realisasi {percent(result.realisasi, 0)}" if result.realisasi else ""


def _behind(result: IndikatorResult) -> str:
    return f"{_named(result)}: {percent(result.realisasi, 0)} dari rencana {percent(result.rencana, 0)}"


def _lacking(lack: LackOfEvidence) -> str:
    if lack.broken:
        more = f" dan {len(lack.broken) - 1} lagi" if len(lack.broken) > 1 else ""
        what = f"berkas {shortened(_clean(lack.broken[0]), _LONGEST, _LOOSE)}{more} tidak ada"
    elif lack.unlinked:
        what = f"ada {lack.unlinked} berkas di foldernya, belum ditautkan"
    elif lack.result.indikator.tautan_bukti:
        what = "selesai, isi TAUTAN BUKTI bukan tautan"
    else:
        what = "selesai, TAUTAN BUKTI belum diisi"
    return f"{_named(lack.result)}: {what}"


def _changed(change: Change) -> str:
    name = f"{change.kode} {_brief(change.nama)}"
    if change.kind in {Kind.MUNCUL, Kind.AWAL} or change.before is None or change.after is None:
        return f"{name}: baru"
    before, after = change.before, change.after
    if change.only_status:
        return f"{name}: {before.status.text} menjadi {after.status.text}"
    if before.realisasi != after.realisasi:
        return f"{name}: {_share(before)} menjadi {_share(after)}"
    return f"{name}: dahulu {change.old_kode}" if change.old_kode else name


def _share(reported: Reported) -> str:
    return "tidak terbaca" if reported.realisasi is None else percent(reported.realisasi, 0)


def _brief(text: str) -> str:
    return shortened(_clean(without_lead(text)), _LONGEST, _LOOSE)


def _clean(text: str) -> str:
    """A text on one line, without characters that would change its look or hide what it says."""
    return "".join(sign for sign in " ".join(text.split()).translate(_MARKUP) if sign.isprintable())
