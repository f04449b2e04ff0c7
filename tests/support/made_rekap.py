"""Rekap made by chance: kantor with matrices of every kind, names that are trouble, histories, findings, wilayah."""

from collections.abc import Sequence
from datetime import date
from random import Random

from laporan_plans import made_plan

from zi_excel.history.recording import recorded
from zi_excel.history.records import History
from zi_excel.kantor.compiling import compile_rekap
from zi_excel.kantor.figures import Rekap
from zi_excel.kantor.record import KantorRecord, Unread, kantor_record
from zi_excel.measuring.measure import measure
from zi_excel.plan.periode import read_period
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Place, RencanaAksi
from zi_excel.validation.findings import Finding, Level

PER = date(2025, 11, 20)
VERSION = "9.9.9"
HOSTILE = (
    '=HYPERLINK("http://contoh.example";"klik")',
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(1)",
    "{=1}",
    "http://contoh.example/a",
    "KPU Kabupaten yang namanya panjang sekali " * 8,
    "😀" * 60,
    "\x00\x07\x1b\ufffe",
    "_x0041_ &lt; <b>",
    "internal:Data!A1",
    "baris\r\nbaris",
    "#REF!",
    "*?~",
    "<r><t>tebal & miring</t></r>",
)
_AREAS = {"I": "MANAJEMEN PERUBAHAN", "II": "PENATAAN TATALAKSANA", "V": "PENGUATAN PENGAWASAN"}
_RULES = (("ZI801", Level.PERINGATAN), ("ZI601", Level.GALAT), ("ZI602", Level.INFO), ("ZI801", Level.INFO))


def made_rekap(seed: int, count: int, *, hostile: bool = False) -> Rekap:
    """A rekap of so many kantor. hostile: whether their names are trouble."""
    random = Random(seed)
    plans = [_named(made_plan(random), random) for _ in range(min(count, 3))]
    records = [_record(random, plans[at % len(plans)], at, hostile=hostile) for at in range(count)]
    unread = [Unread(f"Wilayah B/rusak {at}.xlsx", "File rusak; salin ulang.", "Wilayah B") for at in range(seed % 3)]
    period = read_period("TW IV", 2025) if seed % 2 else None
    return compile_rekap(records, unread, per=PER, periode=period, version=VERSION)


def rekap_of(records: Sequence[KantorRecord]) -> Rekap:
    """The rekap of some records."""
    return compile_rekap(records, (), per=PER, version=VERSION)


def record_of(plan: RencanaAksi, nama: str, *, wilayah: str | None = None) -> KantorRecord:
    """A kantor's record of a plan, without findings and history."""
    return kantor_record(
        plan, measure(plan, PER), (), History(), nama=nama, wilayah=wilayah, berkas=f"{wilayah}/{nama}.xlsx"
    )


def unreported(plan: RencanaAksi) -> RencanaAksi:
    """The plan before anybody has reported."""
    return _with(plan, lambda _: Realisasi(0.0, dilaporkan=False))


def _record(random: Random, plan: RencanaAksi, at: int, *, hostile: bool) -> KantorRecord:
    plan = _with(plan, lambda _: _realisasi(random)) if at % 5 != 4 else unreported(plan)
    history = History()
    for month in range(2, random.choice([2, 5, 11])):
        day = date(2025, month, 28)
        history = recorded(history, measure(plan, day)).history
    findings = [
        Finding(code, level, Place("Rencana Aksi", row, 3), None, "Ada yang lain.", "Perbaiki.")
        for code, level in random.sample(_RULES, random.randint(0, len(_RULES)))
        for row in range(9, 9 + random.randint(1, 4))
    ]
    nama = HOSTILE[at % len(HOSTILE)] if hostile else f"KPU Kabupaten Contoh {at}"
    return kantor_record(
        plan,
        measure(plan, PER),
        findings,
        history,
        nama=nama,
        wilayah=random.choice(["Wilayah A", "Wilayah B", "wilayah b", "=1+1" if hostile else "Wilayah C", None]),
        berkas=f"Wilayah/{at} #1 100%.xlsx",
        pergerakan=random.choice([None, 0.0, 12.5, -3.0]),
    )


def _realisasi(random: Random) -> Realisasi:
    share = random.choice([0.0, 1.0, 0.5, 1 / 3, 0.575, 0.003, 0.997, None])
    return Realisasi(share, dilaporkan=share != 0.0 or random.random() < 0.5)


def _named(plan: RencanaAksi, random: Random) -> RencanaAksi:
    """The plan with some komponen called as the areas are, so that kantor have areas in common."""
    komponen = tuple(
        area._replace(nama=area.nama._replace(text=_AREAS[area.kode]))
        if area.kode in _AREAS and random.random() < 0.8
        else area
        for area in plan.komponen
    )
    return plan._replace(komponen=komponen)


def _with(plan: RencanaAksi, realisasi) -> RencanaAksi:
    return plan._replace(
        komponen=tuple(
            area._replace(
                subkomponen=tuple(
                    sub._replace(indikator=tuple(each._replace(realisasi=realisasi(each)) for each in sub.indikator))
                    for sub in area.subkomponen
                )
            )
            for area in plan.komponen
        )
    )
