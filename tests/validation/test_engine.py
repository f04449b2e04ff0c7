"""The engine: levels, order, settings, and the decree's own slips."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.plan.rencana_aksi import Field
from zi_excel.validation.engine import validate
from zi_excel.validation.findings import Level, Override
from zi_excel.validation.rules import ALL


def by_code(findings):
    """The findings of each rule."""
    return {code: [each for each in findings if each.code == code] for code in {each.code for each in findings}}


def test_the_enacted_matrix_has_no_galat_and_no_peringatan(enacted_draft, findings):
    """Contract, section 6: what the enacted text itself has is info, one line per rule."""
    found = findings(enacted_draft)
    assert {each.level for each in found} == {Level.INFO}
    assert all(len(those) == 1 for those in by_code(found).values())
    assert {"ZI202", "ZI403", "ZI503", "ZI605", "ZI607"} <= set(by_code(found))


def test_forty_early_targets_are_one_line(enacted_draft, findings):
    """The place is the first one's, `also` has the others, the message has count and kodes."""
    (early,) = by_code(findings(enacted_draft))["ZI605"]
    assert early.kode == "I.1.a"
    assert len(early.also) == 39
    assert ("F22", "I.1.b") in early.also
    assert "40 kali dalam naskah keputusan: I.1.a, b; I.2.a, b, c; I.4.b, d; II.1.c;" in early.message
    assert "keputusan" in early.suggestion


def test_a_new_mistake_beside_the_decrees_keeps_its_level(enacted_draft, findings):
    """A changed cell is not the decree's any more: its own finding, at the rule's level."""
    enacted_draft.row("I.4.a").set(target_waktu="Maret 2025")
    early = by_code(findings(enacted_draft))["ZI605"]
    assert [(each.level, each.kode) for each in early] == [(Level.INFO, "I.1.a"), (Level.PERINGATAN, "I.4.a")]
    assert len(early[0].also) == 39


def test_the_decrees_slip_stays_info_where_rows_moved(enacted_draft, findings):
    """The decree's text is known by its row, not by its kode."""
    home = enacted_draft.home("IV.1.c")
    home.remove(enacted_draft.row("IV.1.a"))
    (recurring,) = by_code(findings(enacted_draft))["ZI607"]
    assert recurring.level is Level.INFO


def test_what_rests_on_two_cells_is_the_decrees_where_both_are(enacted_draft, findings):
    """ZI607 holds a target against a text: a changed text makes it new."""
    enacted_draft.row("IV.1.c").set(indikator="c. Pimpinan memantau kinerja secara berkala")
    (recurring,) = by_code(findings(enacted_draft))["ZI607"]
    assert recurring.level is Level.PERINGATAN


def test_what_rests_on_an_order_is_never_the_decrees(enacted_draft, findings):
    """A removed row makes the next letter jump, though that cell is word for word as enacted."""
    home = enacted_draft.home("I.2.b")
    home.remove(enacted_draft.row("I.2.b"))
    (jump,) = by_code(findings(enacted_draft))["ZI304"]
    assert (jump.level, jump.kode) == (Level.PERINGATAN, "I.2.c")


def test_another_offices_text_has_no_decree_to_hide_behind(draft, findings):
    """Only this matrix's slips are the decree's."""
    draft.row("I.1.a").set(bukti_fisik="SKP 2024")
    (other,) = by_code(findings(draft))["ZI503"]
    assert other.level is Level.PERINGATAN


def test_a_flawless_matrix_of_another_office_gets_one_info(draft, findings):
    """No rule fires on everything."""
    assert [(each.code, each.level) for each in findings(draft)] == [("ZI907", Level.INFO)]


def test_findings_come_in_the_order_of_their_places(enacted_draft, findings):
    """The sheet as a whole first, then row by row, column by column, code by code."""
    del enacted_draft.columns[Field.TAUTAN_BUKTI]
    enacted_draft.row("VI.5.c").set(target_waktu="?", bukti_fisik="")
    enacted_draft.row("I.1.a").set(realisasi="120%", target_waktu="?")
    found = findings(enacted_draft)
    places = [(each.place.row or 0, each.place.column or 0, each.code) for each in found]
    assert places == sorted(places)
    assert [each.code for each in found if each.kode == "VI.5.c"] == ["ZI501", "ZI905", "ZI602", "ZI901"]


def test_every_finding_says_what_and_what_to_do(enacted_draft, findings):
    """Message and suggestion are sentences."""
    enacted_draft.row("I.1.a").set(realisasi="120%", target_waktu="?", bukti_fisik="", penanggung_jawab="")
    for each in findings(enacted_draft):
        assert each.message.endswith((".", "…"))
        assert each.suggestion.endswith(".")
        assert each.place.sheet == "Rencana Aksi"


def test_a_difference_is_never_the_decrees_whatever_its_rule_is_called(enacted_draft, findings):
    """A moved row is word for word as enacted; the hit says that it rests on a difference, not the code."""
    moved = enacted_draft.row("I.4.b")
    enacted_draft.home("I.4.b").remove(moved)
    enacted_draft.home("I.3.a").append(moved)
    (rule,) = (each for each in ALL if each.code == "ZI904")
    (found,) = findings(enacted_draft, rules=[rule._replace(code="ZI099")])
    assert (found.code, found.level) == ("ZI099", Level.GALAT)


class TestOverrides:
    """Settings silence a rule or change its level, with a reason that is shown."""

    def test_a_level_is_changed_and_its_reason_kept(self, draft, findings):
        draft.row("I.1.b").set(target_waktu="?")
        found = by_code(findings(draft, overrides={"ZI602": Override(Level.INFO, "sudah disepakati")}))
        assert [(each.level, each.reason) for each in found["ZI602"]] == [(Level.INFO, "sudah disepakati")]

    def test_a_silenced_rule_says_how_often_and_why(self, draft, findings):
        """One info in place of its findings, at the first one's cell."""
        for kode in ("I.1.b", "I.1.c"):
            draft.row(kode).set(target_waktu="?")
        (left,) = by_code(findings(draft, overrides={"ZI602": Override(None, "sudah disepakati")}))["ZI602"]
        assert (left.level, left.kode, left.place.ref) == (Level.INFO, "I.1.b", "F22")
        assert left.message == "Aturan ZI602 dimatikan oleh pengaturan; 2 temuan tidak ditampilkan."
        assert (left.reason, left.silenced, left.also) == ("sudah disepakati", 2, ())

    def test_a_silenced_rule_that_would_not_have_spoken_says_nothing(self, draft, findings):
        assert "ZI602" not in by_code(findings(draft, overrides={"ZI602": Override(None, "x")}))

    def test_only_the_named_kode_is_changed(self, draft, findings):
        for kode in ("I.1.a", "I.1.b"):
            draft.row(kode).set(target_waktu="?")
        overrides = {"ZI602": Override(None, "x", frozenset({"I.1.b"}))}
        left, silenced = by_code(findings(draft, overrides=overrides))["ZI602"]
        assert (left.kode, left.level, left.silenced) == ("I.1.a", Level.GALAT, 0)
        assert (silenced.kode, silenced.level, silenced.silenced) == ("I.1.b", Level.INFO, 1)
        assert "dimatikan oleh pengaturan untuk I.1.b; 1 temuan" in silenced.message

    def test_the_decrees_own_can_be_silenced_and_not_raised(self, enacted_draft, findings):
        found = by_code(findings(enacted_draft, overrides={"ZI605": Override(Level.GALAT, "x")}))
        (left,) = found["ZI605"]
        assert (left.level, left.reason) == (Level.INFO, "x")
        assert left.message.endswith("Tingkat yang diminta [aturan.ZI605] tidak berlaku bagi naskah keputusan.")
        found = by_code(findings(enacted_draft, overrides={"ZI605": Override(Level.INFO, "x")}))
        assert [(each.reason, "tidak berlaku" in each.message) for each in found["ZI605"]] == [(None, False)]
        found = by_code(findings(enacted_draft, overrides={"ZI605": Override(None, "x", frozenset({"I"}))}))
        assert [(each.kode, each.silenced) for each in found["ZI605"]] == [("I.1.a", 7), ("II.1.c", 0)]
        found = by_code(findings(enacted_draft, overrides={"ZI605": Override(None, "x")}))
        assert [each.silenced for each in found["ZI605"]] == [40]


TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "-", "a.", "Maret 2025", "selesai", "100%", "SKP 2024; renstra 2020-2024", "\n", "Tim\u00a0Kerja"]
    ),
)
CONTENT = st.one_of(
    TEXTS,
    st.floats(),
    st.booleans(),
    st.dates(),
    st.builds(lambda text: {"error": text}, st.sampled_from(["#REF!", "#N/A"])),
    st.builds(lambda: {"formula": "A1", "cached": False}),
    st.builds(lambda text: {"text": text, "value": text, "links": (text,)}, TEXTS),
)
EDITS = st.lists(st.tuples(st.sampled_from(["I.1.a", "I.1.b", "I.1.c"]), st.sampled_from(list(Field)[2:12]), CONTENT))


@settings(max_examples=60)
@given(edits=EDITS, missing=st.sets(st.sampled_from(list(Field)[:12])), per=st.dates())
@pytest.mark.slow
def test_any_content_gives_findings_and_never_an_exception(edits, missing, per, draft, findings):
    """Whatever stands in the cells, whichever columns are missing: findings in order, with place and words."""
    columns, rows = dict(draft.columns), [dict(row.cells) for row in draft.rows()]
    for kode, column, content in edits:
        draft.row(kode).set(**{column: content})
    for column in missing:
        del draft.columns[column]
    try:
        found = findings(draft, per)
    finally:
        draft.columns = columns
        for row, cells in zip(draft.rows(), rows, strict=True):
            row.cells = cells
    assert all(each.message and each.suggestion for each in found)
    assert {each.code for each in found} <= {rule.code for rule in ALL}


@pytest.mark.slow
def test_time_grows_with_the_rows(enacted_draft):
    """87 enacted rows and thousands of others beside them: some seconds at most, even on a slow computer."""
    home = enacted_draft.home("I.1.a")
    for number in range(5000):
        home.append(type(home[0])(f"I.1.x{number}", dict(home[0].cells)).set(indikator=f"Kegiatan nomor {number}"))
    plan = enacted_draft.plan()
    begun = time.process_time()
    validate(plan, enacted_matrix(), date(2025, 11, 20))
    assert time.process_time() - begun < 10
