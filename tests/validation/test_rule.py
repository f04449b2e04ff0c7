"""What a rule is made of, and that every rule is documented."""

import re
from pathlib import Path

import pytest

from zi_excel.plan.rencana_aksi import Datum, Place
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules import ALL

ROOT = Path(__file__).parents[2]
CODES = [each.code for each in ALL]


def manual(_subject):
    """Judul aturan.

    Apa yang diperiksa,
    dalam dua baris: begini.

    Mengapa: supaya jelas; juga
    bila panjang.
    Salah: a: b.
    Benar: c.
    Saran: d.
    """
    yield from ()


def test_a_rules_texts_come_from_its_manual():
    """The docstring is the rule's page: title, what, and the four labelled parts, each on one line."""
    made = rule("ZI999", Level.INFO)(manual)
    assert (made.code, made.level, made.title) == ("ZI999", Level.INFO, "Judul aturan")
    assert made.what == "Apa yang diperiksa, dalam dua baris: begini."
    assert (made.why, made.wrong) == ("supaya jelas; juga bila panjang.", "a: b.")
    assert (made.right, made.suggestion) == ("c.", "d.")


@pytest.mark.parametrize("part", ["Judul aturan.", "Mengapa:", "Salah:", "Benar:", "Saran:"])
def test_a_rule_without_a_part_of_its_manual_is_refused(part):
    """No rule goes undocumented: it can't even be made."""

    def check(_subject):
        yield from ()

    check.__doc__ = "" if part == "Judul aturan." else manual.__doc__.replace(part, "Lain:")
    with pytest.raises(ValueError, match="ZI999: the manual lacks"):
        rule("ZI999", Level.INFO)(check)


@pytest.mark.parametrize("each", ALL, ids=CODES)
def test_every_rule_documents_what_why_wrong_right_and_what_to_do(each):
    """Each text is a sentence for staff; the suggestion is ready to be shown beside a finding."""
    for text in (each.title, each.what, each.why, each.wrong, each.right, each.suggestion):
        assert len(text) > 3
        assert "  " not in text
    assert not each.title.endswith(".")
    assert len(each.title) < 75
    for text in (each.what, each.why, each.suggestion):
        assert text.endswith(".")
    assert each.suggestion[0].isupper()


def test_codes_are_unique_and_in_order():
    """A code names one rule for ever."""
    assert len(set(CODES)) == len(CODES)
    assert sorted(CODES) == CODES


@pytest.mark.parametrize("each", ALL, ids=CODES)
def test_a_codes_first_digit_is_its_file(each):
    """ZI6xx stands in rules/zi6_target_waktu.py."""
    assert re.fullmatch(r"ZI\d{3}", each.code)
    assert each.check.__module__.startswith(f"zi_excel.validation.rules.zi{each.code[2]}_")


def test_every_rule_of_a_file_is_registered():
    """A rule that was written and not named in its file's RULES would never run."""
    written = [
        code
        for path in sorted((ROOT / "zi_excel" / "validation" / "rules").glob("zi*.py"))
        for code in re.findall(r'^@rule\("(ZI\d{3})"', path.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(written) == CODES


def test_a_hit_speaks_of_its_datums_cell():
    """Where is a datum or a place."""
    place = Place("Rencana Aksi", 7, 6)
    assert Hit(Datum.at(place), "I.1.a", "").place == Hit(place, "I.1.a", "").place == place
    assert place.ref == "F7"
