"""Completion per group: contract section 5, on small plans that can be checked by hand, and what holds for any plan."""

from datetime import date
from itertools import groupby
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_plan import datum, made_indikator

from zi_excel.measuring.lke import BOBOT
from zi_excel.measuring.measure import Status, measure
from zi_excel.measuring.status import Ambang
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu
from zi_excel.plan.rencana_aksi import Komponen, RencanaAksi, Subkomponen

DAY = date(2025, 7, 1)


def done_by(*days):
    """A target with these tonggak."""
    return TargetWaktu(Jadwal(Jenis.DAFTAR, min(days), max(days), tuple(sorted(days))))


MARCH = done_by(date(2025, 3, 31))
HALVES = done_by(date(2025, 6, 30), date(2025, 12, 31))
WHENEVER = TargetWaktu(Jadwal(Jenis.SEWAKTU, date(2025, 1, 1), date(2025, 12, 31), ()))
UNREADABLE = TargetWaktu(None, "tidak memuat waktu")


def row(kode, target, share, *, finished=None, links=(), tim="Tim"):
    """One indikator; share None: a realisasi that can't be read."""
    return made_indikator(
        kode,
        target,
        share,
        dilaporkan=share != 0,
        penanggung_jawab=datum(tim),
        tanggal_selesai=datum(value=finished),
        tautan_bukti=datum(links=links),
    )


def plan_of(*rows):
    """A plan of these indikator, in the order given; their kode say where they belong."""
    komponen = tuple(
        Komponen(
            kode,
            datum(kode),
            datum(f"KOMPONEN\n{kode}"),
            tuple(
                Subkomponen(sub, datum(), datum(f"Sub {sub}"), tuple(each))
                for sub, each in groupby(group, key=lambda one: ".".join(one.kode.split(".")[:2]))
            ),
        )
        for kode, group in groupby(rows, key=lambda one: one.kode.partition(".")[0])
    )
    return RencanaAksi("Rencana Aksi", (), 2025, 9, {}, {}, komponen)


@pytest.mark.parametrize(
    ("indikator", "status", "due", "days_late"),
    [
        pytest.param(row("I.1.a", MARCH, 0.0), "terlambat", date(2025, 3, 31), 92, id="late since its only tonggak"),
        pytest.param(row("I.1.a", HALVES, 0.2), "terlambat", date(2025, 6, 30), 1, id="late since yesterday"),
        pytest.param(row("I.1.a", HALVES, 0.5), "berjalan", date(2025, 12, 31), None, id="first met: next is due"),
        pytest.param(row("I.1.a", MARCH, 1.0), "selesai", None, None, id="done, when is unknown"),
        pytest.param(
            row("I.1.a", MARCH, 1.0, finished=date(2025, 4, 10)), "selesai", None, 10, id="done ten days late"
        ),
        pytest.param(
            row("I.1.a", HALVES, 1.0, finished=date(2025, 6, 1)), "selesai", date(2025, 12, 31), -213, id="done early"
        ),
        pytest.param(
            row("I.1.a", MARCH, 0.5, finished=date(2025, 3, 1)),
            "terlambat",
            date(2025, 3, 31),
            92,
            id="a date of completion does not complete",
        ),
        pytest.param(row("I.1.a", WHENEVER, 1.0, finished=DAY), "selesai", None, None, id="sewaktu is never late"),
        pytest.param(row("I.1.a", UNREADABLE, 1.0, finished=DAY), "tidak_valid", None, None, id="target unreadable"),
        pytest.param(row("I.1.a", HALVES, None), "tidak_valid", date(2025, 12, 31), None, id="realisasi unreadable"),
    ],
)
def test_one_indikator(indikator, status, due, days_late):
    """Status, the day that is due, and days late on 1 July 2025."""
    (result,) = measure(plan_of(indikator), DAY).indikator
    assert (result.status, result.due, result.days_late) == (status, due, days_late)


@pytest.mark.parametrize(
    ("target", "share", "deviasi"),
    [(HALVES, 0.25, -0.25), (HALVES, 1.0, 0.5), (HALVES, None, -0.5), (WHENEVER, 0.5, None), (UNREADABLE, 0.5, None)],
)
def test_the_deviasi_of_one_indikator(target, share, deviasi):
    """Realisasi less rencana; unreadable counts 0; none where there is no rencana."""
    (result,) = measure(plan_of(row("I.1.a", target, share)), DAY).indikator
    assert result.deviasi == deviasi


def test_how_its_tonggak_stand():
    """Each with its day; the first is missed on 1 July, the second is to come."""
    (result,) = measure(plan_of(row("I.1.a", HALVES, 0.2)), DAY).indikator
    assert [(each.day, each.status) for each in result.tonggak] == [
        (date(2025, 6, 30), Status.TERLAMBAT),
        (date(2025, 12, 31), Status.BELUM_MULAI),
    ]


def test_the_most_urgent_come_first():
    """What is late, the latest first; then what asks for attention, the soonest first; nothing else."""
    rows = (
        row("I.1.a", done_by(date(2025, 7, 15)), 0.0),  # attention, in 14 days
        row("I.1.b", HALVES, 0.2),  # 1 day late
        row("I.1.c", MARCH, 1.0),
        row("I.1.d", done_by(date(2025, 7, 3)), 0.5),  # attention, in 2 days
        row("I.1.e", MARCH, 0.9),  # 92 days late
        row("I.1.f", MARCH, None),
        row("I.1.g", MARCH, 0.1),  # 92 days late, further down in the sheet
    )
    urgent = measure(plan_of(*rows), DAY).urgent
    assert [each.indikator.kode for each in urgent] == ["I.1.e", "I.1.g", "I.1.b", "I.1.d", "I.1.a"]


def test_a_text_in_tanggal_selesai_is_no_date():
    """Only a date says when."""
    (result,) = measure(plan_of(row("I.1.a", MARCH, 1.0, finished="Maret")), DAY).indikator
    assert result.days_late is None


def test_capaian_rencana_and_deviasi_by_hand():
    """Capaian over all, rencana and deviasi over those that have one; an unreadable realisasi counts 0."""
    total = measure(
        plan_of(
            row("I.1.a", MARCH, 1.0),  # rencana 1
            row("I.1.b", HALVES, 0.25),  # rencana 0.5
            row("I.1.c", HALVES, None),  # rencana 0.5, realisasi 0
            row("I.1.d", WHENEVER, 0.5),  # no rencana
            row("I.1.e", UNREADABLE, 0.75),  # no rencana; its realisasi stands
        ),
        DAY,
    ).total
    assert total.jumlah == 5
    assert total.capaian == pytest.approx((1 + 0.25 + 0 + 0.5 + 0.75) / 5, abs=1e-15)
    assert total.rencana == pytest.approx((1 + 0.5 + 0.5) / 3, abs=1e-15)
    assert total.deviasi == pytest.approx((0 - 0.25 - 0.5) / 3, abs=1e-15)
    assert total.status == {
        Status.TIDAK_VALID: 2,
        Status.SELESAI: 1,
        Status.TERLAMBAT: 1,
        Status.PERLU_PERHATIAN: 0,
        Status.BERJALAN: 1,
        Status.BELUM_MULAI: 0,
    }
    assert list(total.status) == list(Status)


def test_where_nothing_has_a_rencana_there_is_none():
    """Rencana and deviasi are null, capaian is a number."""
    total = measure(plan_of(row("I.1.a", WHENEVER, 0.5), row("I.1.b", UNREADABLE, 0.0)), DAY).total
    assert (total.rencana, total.deviasi, total.capaian) == (None, None, 0.25)


def test_linked_bukti_count_for_selesai_only():
    """How many `selesai` have their bukti linked; the others' links say nothing yet."""
    linked = ("https://contoh.example/sk.pdf",)
    total = measure(
        plan_of(
            row("I.1.a", MARCH, 1.0, links=linked),
            row("I.1.b", MARCH, 1.0),
            row("I.1.c", MARCH, 0.5, links=linked),
            row("I.1.d", UNREADABLE, 1.0, links=linked),
        ),
        DAY,
    ).total
    assert total.bukti_tertaut == 1


def test_groups_in_the_order_of_the_sheet():
    """Komponen and subkomponen by kode, penanggung jawab by name however it is spaced; names on one line."""
    measurement = measure(
        plan_of(
            row("I.1.a", MARCH, 1.0, tim="Tim  A\n(ketua)"),
            row("I.2.a", MARCH, 0.0, tim="Tim B"),
            row("II.1", MARCH, 0.5, tim=" Tim A (ketua)"),
            row("II.2", MARCH, 0.5, tim=""),
        ),
        DAY,
    )
    assert [(each.kode, each.nama, each.capaian) for each in measurement.komponen] == [
        ("I", "KOMPONEN I", 0.5),
        ("II", "KOMPONEN II", 0.5),
    ]
    assert [(each.kode, each.jumlah) for each in measurement.subkomponen] == [
        ("I.1", 1),
        ("I.2", 1),
        ("II.1", 1),
        ("II.2", 1),
    ]
    assert [(each.kode, each.nama, each.jumlah) for each in measurement.penanggung_jawab] == [
        ("Tim A (ketua)", "Tim A (ketua)", 2),
        ("Tim B", "Tim B", 1),
        ("(tanpa penanggung jawab)", "(tanpa penanggung jawab)", 1),
    ]


def test_weighted_by_hand():
    """Each subkomponen's capaian by its weight, over the sum of the weights, per komponen and for the whole."""
    rows = [row(f"{kode}.{letter}", MARCH, float(kode == "I.4")) for kode in BOBOT for letter in "ab"]
    measurement = measure(plan_of(*rows), DAY)
    assert measurement.bobot == BOBOT
    assert measurement.total.tertimbang == pytest.approx(1.5 / 30, abs=1e-15)
    assert [each.tertimbang for each in measurement.komponen] == [1.5 / 4, 0, 0, 0, 0, 0]
    assert measurement.total.tertimbang_sebab is None
    assert {(each.tertimbang, each.tertimbang_sebab) for each in measurement.subkomponen} == {(None, None)}
    assert {(each.tertimbang, each.tertimbang_sebab) for each in measurement.penanggung_jawab} == {(None, None)}


def test_another_matrix_has_no_weighted_capaian():
    """Null with the reason, for the whole and for every komponen."""
    measurement = measure(plan_of(row("I.1.a", MARCH, 1.0), row("II.1.a", MARCH, 1.0)), DAY)
    assert measurement.bobot == {}
    for each in (measurement.total, *measurement.komponen):
        assert each.tertimbang is None
        assert "25 subkomponen" in (each.tertimbang_sebab or "")


def test_a_subkomponen_without_indikator_has_no_weight():
    """Its weight goes to no other and it counts no 0: null with the reason, in its komponen and the whole alone."""
    plan = plan_of(*(row(f"{kode}.a", MARCH, 1.0) for kode in BOBOT))
    first = plan.komponen[0]
    empty = first.subkomponen[0]._replace(indikator=())
    plan = plan._replace(komponen=(first._replace(subkomponen=(empty, *first.subkomponen[1:])), *plan.komponen[1:]))
    measurement = measure(plan, DAY)
    reason = (
        "Subkomponen I.1 tidak mempunyai indikator, jadi bobotnya (0,5) tidak ada capaiannya dan tidak dibagikan "
        "kepada yang lain."
    )
    for each in (measurement.total, measurement.komponen[0]):
        assert (each.tertimbang, each.tertimbang_sebab) == (None, reason)
    assert {(each.tertimbang, each.tertimbang_sebab) for each in measurement.komponen[1:]} == {(1, None)}
    assert measurement.total.capaian == 1


def test_the_settings_reach_the_status():
    """Points (of 100) and days."""
    year = TargetWaktu(Jadwal(Jenis.RENTANG, date(2025, 1, 1), date(2025, 12, 31), (date(2025, 12, 31),)))
    plan = plan_of(row("I.1.a", year, 0.35))
    assert measure(plan, DAY).indikator[0].status is Status.PERLU_PERHATIAN
    assert measure(plan, DAY, Ambang(15)).indikator[0].status is Status.BERJALAN
    assert measure(plan, DAY, Ambang(15, 183)).indikator[0].status is Status.PERLU_PERHATIAN


jadwals = st.builds(
    lambda jenis, days: Jadwal(jenis, min(days), max(days), () if jenis is Jenis.SEWAKTU else tuple(sorted(days))),
    st.sampled_from([Jenis.DAFTAR, Jenis.TANGGAL, Jenis.SEWAKTU]),
    st.lists(st.dates(), min_size=1, max_size=5, unique=True),
) | st.builds(
    lambda days: Jadwal(Jenis.RENTANG, min(days), max(days), (max(days),)),
    st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=2, max_size=2),
)
rows = st.builds(
    row,
    st.sampled_from([f"{kode}.a" for kode in BOBOT] + ["VII.1.a"]),
    st.just(UNREADABLE) | st.builds(TargetWaktu, jadwals),
    st.none() | st.floats(0, 1) | st.sampled_from([0.0, 0.5, 1.0]),
    finished=st.none() | st.dates(),
    links=st.sampled_from([(), ("https://contoh.example",)]),
    tim=st.sampled_from(["", "Tim A", "Tim\nA", "Tim B"]),
)
plans = st.lists(rows, max_size=40).map(lambda each: plan_of(*sorted(each, key=lambda one: one.kode.split("."))))


@given(plan=plans, day=st.dates(), points=st.floats(0, 100), days=st.integers(0, 366))
@pytest.mark.slow
def test_what_holds_for_any_plan_on_any_day(plan, day, points, days):
    """Never an exception; shares within bounds; every way of grouping adds up to the same whole."""
    measurement = measure(plan, day, Ambang(points, days))
    total = measurement.total
    assert total.jumlah == len(measurement.indikator) == len(list(plan.indikator()))
    for groups in (measurement.komponen, measurement.subkomponen, measurement.penanggung_jawab):
        assert sum(each.jumlah for each in groups) == total.jumlah
        assert sum(each.bukti_tertaut for each in groups) == total.bukti_tertaut
        assert {status: sum(each.status[status] for each in groups) for status in Status} == total.status
        summed = sum(each.capaian * each.jumlah for each in groups)
        assert isclose(summed, total.capaian * total.jumlah, abs_tol=1e-9)
    for each in (total, *measurement.komponen, *measurement.subkomponen, *measurement.penanggung_jawab):
        assert sum(each.status.values()) == each.jumlah
        assert 0 <= each.capaian <= 1
        assert each.rencana is None or 0 <= each.rencana <= 1
        assert each.deviasi is None or -1 <= each.deviasi <= 1
        assert (each.rencana is None) == (each.deviasi is None)
        assert each.tertimbang is None or 0 <= each.tertimbang <= 1
        assert each.bukti_tertaut <= each.status[Status.SELESAI]
    for result in measurement.indikator:
        if result.status is Status.TERLAMBAT:
            assert result.days_late is not None
            assert result.days_late >= 1
            assert result.due is not None
            assert result.due < day


@given(share=st.sampled_from([0.0, 1.0]), count=st.integers(1, 90))
def test_nothing_and_everything_are_exact(share, count):
    """A capaian of 0 or 1 is exactly that, however many rows there are."""
    measurement = measure(plan_of(*[row("I.1.a", HALVES, share)] * count), DAY)
    assert measurement.total.capaian == share
