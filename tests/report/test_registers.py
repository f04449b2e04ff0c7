"""The register of evidence and that of kendala."""

from datetime import date

import pytest
from history_plans import plan_of
from made_plan import datum

from zi_excel.measuring.measure import measure
from zi_excel.report.registers import FollowUp, Keadaan, Langkah, completeness, follow_ups, register

ON = date(2025, 7, 1)


def result(share=0.5, **texts):
    """The only indikator of a plan as measured; texts: of its cells. Links are those of tautan_bukti, one a line."""
    plan = plan_of(("I.1.a", "a. SK", share))
    (komponen,) = plan.komponen
    (sub,) = komponen.subkomponen
    (indikator,) = sub.indikator
    cells = {
        name: datum(text, links=tuple(text.split()) if name == "tautan_bukti" else ()) for name, text in texts.items()
    }
    sub = sub._replace(indikator=(indikator._replace(**cells),))
    (measured,) = measure(plan._replace(komponen=(komponen._replace(subkomponen=(sub,)),)), ON).indikator
    return measured


@pytest.mark.parametrize(
    ("bukti", "links", "rows"),
    [
        ("", "", [(None, "", Keadaan.BELUM)]),
        ("SK; Notula", "", [(1, "", Keadaan.BELUM), (2, "", Keadaan.BELUM)]),
        ("SK; Notula", "a b", [(1, "a", Keadaan.TERTAUT), (2, "b", Keadaan.TERTAUT)]),
        ("SK; Notula", "a", [(1, "a", Keadaan.TERTAUT), (2, "", Keadaan.BERSAMA)]),
        ("SK", "a b", [(1, "a", Keadaan.TERTAUT), (None, "b", Keadaan.TAMBAHAN)]),
        ("", "a", [(None, "a", Keadaan.TAMBAHAN)]),
    ],
)
def test_links_are_taken_in_their_order(bukti, links, rows):
    """A row per butir and per link; butir without a link of their own share those that are there."""
    evidence = register([result(bukti_fisik=bukti, tautan_bukti=links)])
    assert [(row.number, row.link, row.keadaan) for row in evidence] == rows


def test_how_complete_a_group_is():
    """Butir with a link, own or shared, of all butir; further links count for nothing."""
    rows = register([result(bukti_fisik="SK; Notula", tautan_bukti="a"), result(bukti_fisik="SOP; Foto")])
    whole = completeness("I", "MANAJEMEN", rows)
    assert (whole.counts, whole.total, whole.share) == ((1, 1, 2), 4, 0.5)
    assert completeness("I", "MANAJEMEN", register([result(tautan_bukti="a")])).share is None


@pytest.mark.parametrize(
    ("share", "tindak_lanjut", "langkah"),
    [
        (0.5, "", Langkah.BELUM),
        (0.5, "Rapat", Langkah.BERJALAN),
        (1.0, "", Langkah.TUNTAS),
        (1.0, "Rapat", Langkah.TUNTAS),
    ],
)
def test_how_a_kendala_stands(share, tindak_lanjut, langkah):
    """Closed with its indikator; open while nothing follows of it."""
    assert FollowUp(result(share, kendala="Macet", tindak_lanjut=tindak_lanjut)).langkah is langkah


def test_open_kendala_come_first():
    """Otherwise in the matrix's order; an indikator without kendala and tindak lanjut has no row."""
    done, under_way, still_open = result(1.0, kendala="a"), result(tindak_lanjut="b"), result(kendala="c")
    rows = follow_ups([done, result(), under_way, still_open])
    assert [row.result for row in rows] == [still_open, under_way, done]
