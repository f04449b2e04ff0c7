"""Records of made-up kantor, and the rekap of them."""

from datetime import date

from history_plans import plan_of

from zi_excel.history.records import History
from zi_excel.kantor.compiling import compile_rekap
from zi_excel.kantor.record import KantorRecord, kantor_record
from zi_excel.measuring.measure import measure

PER = date(2025, 11, 20)


def record(nama: str, *rows, wilayah=None, berkas=None, findings=(), history=None) -> KantorRecord:
    """The record of a kantor with rows of (kode, text, share)."""
    plan = plan_of(*rows)
    return kantor_record(
        plan,
        measure(plan, PER),
        findings,
        history or History(),
        nama=nama,
        wilayah=wilayah,
        berkas=berkas or f"{nama}.xlsx",
    )


def rekap_of(*records: KantorRecord, unread=()):
    """What the rekap shows of them."""
    return compile_rekap(records, unread, per=PER)
