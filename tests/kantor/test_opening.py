"""The rekap's first sentences and its charts' titles, read aloud."""

from random import Random

import pytest
from laporan_plans import made_plan
from made_rekap import made_rekap, record_of, rekap_of, unreported

from zi_excel.kantor import opening
from zi_excel.wording import percent, points


@pytest.fixture(scope="module")
def several():
    """Twelve kantor, all of them behind somewhere."""
    return made_rekap(5, 12)


def test_the_first_sentence_says_how_all_stand(several):
    """Day, mean, rencana and the ends, as the tiles below it."""
    spread = several.spread
    assert opening.state_sentence(several) == (
        f"Per 20 November 2025 rata-rata capaian 12 kantor {percent(spread.rata_rata)} "
        f"dari rencana {percent(several.rencana)}; "
        f"terendah {percent(spread.terendah)}, tertinggi {percent(spread.tertinggi)}."
    )


def test_of_one_kantor_there_are_no_ends():
    """It would be said three times."""
    sentence = opening.state_sentence(rekap_of([record_of(made_plan(Random(1)), "A")]))
    assert "1 kantor" in sentence
    assert "terendah" not in sentence


def test_the_second_says_what_needs_somebody(several):
    """Whoever is furthest behind is named as it is shown below."""
    first = several.kantor[several.behind[0]]
    sentence = opening.needed_sentence(several, "Kantor X")
    distance = points(abs(first.total.deviasi)).removeprefix("+")
    assert sentence.startswith(
        f"{len(several.belum_melapor)} kantor belum melapor, {len(several.unread)} buku kerja tidak terbaca; "
    )
    assert sentence.endswith(f"yang paling tertinggal Kantor X ({distance} poin di bawah rencananya).")


def test_nobody_behind_is_said_too():
    """Where no kantor has a rencana yet, or all have reached it."""
    several = made_rekap(5, 3)
    nobody = several._replace(behind=())
    assert opening.needed_sentence(nobody, "").endswith("tidak ada kantor yang di belakang rencananya.")
    total = several.kantor[0].total._replace(deviasi=-0.0001)
    barely = several._replace(kantor=(several.kantor[0]._replace(total=total), *several.kantor[1:]), behind=(0,))
    assert opening.needed_sentence(barely, "A").endswith("tidak ada kantor yang di belakang rencananya.")


def test_those_who_reported_nothing_are_counted():
    """They count 0."""
    plan = unreported(made_plan(Random(2)))
    rekap = rekap_of([record_of(plan, "A"), record_of(plan, "B")])
    assert opening.needed_sentence(rekap, "A").startswith("2 kantor belum melapor, ")


def test_a_plan_of_another_year_is_told(several):
    """A draft of next year in an office's folder counts as a kantor: nobody finds that out from a mean."""
    assert opening.other_years_sentence(several) == ""
    first, *others = several.kantor
    mixed = several._replace(kantor=(first._replace(nama="KPU A", tahun=several.tahun + 1), *others))
    assert opening.other_years_sentence(mixed) == (
        f"1 kantor dengan rencana tahun lain daripada {several.tahun} ikut dihitung: KPU A ({several.tahun + 1}). "
        "Bila keliru, keluarkan berkasnya dari sumber."
    )
    many = several._replace(kantor=tuple(each._replace(tahun=2020) for each in several.kantor), tahun=2021)
    assert opening.other_years_sentence(many).count("(2020)") == 5


def test_each_chart_has_a_message(several):
    """Its title says what is to be seen."""
    worst = min(several.komponen, key=lambda each: each.deviasi)
    assert opening.komponen_title(several).startswith(f"{worst.nama} paling tertinggal: rata-rata ")
    assert opening.course_title(several) == (
        f"Rata-rata capaian {points(abs(several.deviasi)).removeprefix('+')} poin di "
        f"{'bawah' if several.deviasi < 0 else 'atas'} rencana, per 20 November 2025"
    )
    behind = sum(each.total.deviasi is not None and each.total.deviasi < -0.0005 for each in several.kantor)
    assert opening.kantor_title(several) == f"Capaian kantor: {behind} dari 12 di belakang rencananya"


def test_where_nothing_lags_the_titles_say_so(several):
    """Without a rencana, or with all of it reached."""
    fine = several._replace(
        komponen=tuple(each._replace(deviasi=None) for each in several.komponen),
        kantor=tuple(each._replace(total=each.total._replace(deviasi=0.01)) for each in several.kantor),
        deviasi=0.0,
    )
    assert opening.komponen_title(fine) == "Rentang capaian kantor: rata-rata tiap komponen mencapai rencananya"
    assert opening.kantor_title(fine) == "Capaian kantor: tidak ada yang di belakang rencananya"
    assert opening.course_title(fine) == "Rata-rata capaian sama dengan rencana, per 20 November 2025"
    assert "belum ada rencana" in opening.course_title(fine._replace(deviasi=None))
