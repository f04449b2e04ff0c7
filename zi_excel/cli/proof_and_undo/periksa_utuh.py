"""`zi-excel periksa-utuh`: the proof, part by part, that a refresh changed nothing of staff's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zi_excel.cli.console import one_line, say_json, say_lines, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.cli.options import PATH, format_option
from zi_excel.opc.comparison.result import ComparedPart, PackageComparison, PartStanding
from zi_excel.outputs.results_json import periksa_utuh_json

if TYPE_CHECKING:
    from zi_excel.verbs.periksa_utuh import PeriksaUtuhResult


@click.command(
    "periksa-utuh",
    cls=Command,
    examples=[
        'zi-excel periksa-utuh "cadangan/rencana_aksi 2025-11-20 093015.xlsx" rencana_aksi.xlsx',
        "zi-excel periksa-utuh lama.xlsx baru.xlsx --rinci",
    ],
)
@click.argument("lama", type=PATH, metavar="LAMA")
@click.argument("baru", type=PATH, metavar="BARU")
@format_option
@click.option("--rinci", is_flag=True, help="Sebut juga setiap bagian yang sama persis.")
def periksa_utuh(lama: Path, baru: Path, *, bentuk: str, rinci: bool) -> int:
    """Membuktikan bahwa penyegaran tidak mengubah milik Anda.

    LAMA adalah buku kerja sebelum penyegaran, biasanya cadangannya; BARU yang sesudahnya. Keduanya dibandingkan bagian
    demi bagian. Kode keluar: 0 utuh, 1 ada yang berbeda, 2 salah pakai, 3 berkas tidak dapat dipakai.
    """
    from zi_excel.verbs.periksa_utuh import periksa_utuh

    result = periksa_utuh(lama, baru)
    if bentuk == "json":
        say_json(periksa_utuh_json(str(lama), str(baru), result.comparison))
    else:
        say_lines(comparison_lines(result, every=rinci))
    return int(not result.intact)


def comparison_lines(result: PeriksaUtuhResult, *, every: bool = False) -> Iterator[str]:
    """What `periksa-utuh` prints. every: names the parts of the same bytes as well."""
    comparison = result.comparison
    verdict = "UTUH" if comparison.intact else "ADA YANG BERBEDA"
    line = one_line(f"{verdict}: '{result.old}' → '{result.new}'")
    yield click.style(line, bold=True, fg=None if comparison.intact else "red")
    yield from _summary(comparison)
    if comparison.saved_elsewhere:
        yield ""
        yield from wrapped(
            "Berkas BARU tampaknya telah disimpan lagi oleh Excel atau program lain sesudah penyegaran itu (atau LAMA "
            "bukan cadangan dari buku kerja ini), jadi bagian-bagiannya ditulis ulang. Agar yang terlihat hanya "
            "perubahan oleh alat ini: jalankan `zi-excel monev` sekali lagi, lalu langsung bandingkan "
            "cadangan yang baru dibuat dengan berkasnya.",
            2,
            2,
        )
    own = comparison.of(PartStanding.OWN)
    if own and all(part.details == ("dihapus",) for part in own):
        yield ""
        yield from wrapped(
            "Semua tab Monev ada di LAMA dan tidak satu pun di BARU: LAMA dan BARU mungkin tertukar. LAMA adalah "
            "cadangan dari sebelum penyegaran, BARU buku kerja sesudahnya.",
            2,
            2,
        )
    if every:
        yield from _listed("SAMA PERSIS", "byte demi byte", comparison.of(PartStanding.SAME))
    yield from _listed(
        "TERDAFTAR", "perubahan di dalamnya diperiksa dan memang perlu", comparison.of(PartStanding.REGISTERED)
    )
    yield from _tabs(own)
    yield from _listed("BERBEDA", "bukan oleh penyegaran tab Monev", comparison.of(PartStanding.DIFFERS))


def _summary(comparison: PackageComparison) -> Iterator[str]:
    same, registered, own, differing = (comparison.of(standing) for standing in PartStanding)
    anew = len(comparison.recompressed)
    packed = f"{anew} di antaranya dikompresi ulang" if anew else "byte terkompresinya juga sama"
    yield f"  Sama persis: {len(same)} bagian" + (f" ({packed})" if same else "")
    yield f"  Terdaftar:   {len(registered)} bagian yang boleh berubah, isinya sudah diperiksa"
    yield f"  Milik alat:  {len(own)} bagian dari {len({part.tab for part in own})} tab"
    yield f"  Berbeda:     {len(differing)} bagian"


def _listed(title: str, meaning: str, parts: Sequence[ComparedPart]) -> Iterator[str]:
    if not parts:
        return
    yield ""
    yield click.style(f"{title} ({len(parts)}): {meaning}", bold=True)
    for part in parts:
        yield from wrapped(": ".join(filter(None, (part.part, "; ".join(part.details)))), 2, 4)


def _tabs(parts: Sequence[ComparedPart]) -> Iterator[str]:
    """The tool's parts, those of one tab that had the same happen to them in one line."""
    if not parts:
        return
    yield ""
    yield click.style(f"MILIK ALAT ({len(parts)}): ditulis ulang pada setiap penyegaran", bold=True)
    fates: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    for part in parts:
        fates.setdefault((part.tab, part.details), []).append(part.part)
    for (tab, details), names in fates.items():
        yield from wrapped(f"'{tab}' {'; '.join(details)}: {', '.join(names)}", 2, 4)
