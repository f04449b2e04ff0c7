"""Texts made out of meanings that are known: none is read otherwise without a word (benchmarks/spellings.py)."""

import ast
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import spellings
from spelling import reports, targets

SEED, COUNT = 20251120, 6000


@pytest.fixture(scope="module")
def done():
    """Each form more than a hundred times."""
    return list(spellings.outcomes(COUNT, SEED))


@pytest.mark.slow
def test_nothing_is_silently_wrong(done):
    """What is read otherwise than it is meant has a remark."""
    assert [each for each in done if each.outcome is spellings.Outcome.SILENT] == []


@pytest.mark.slow
def test_nearly_all_is_understood(done):
    """Refusing everything would be no silence either."""
    right = sum(each.outcome is spellings.Outcome.RIGHT for each in done)
    assert right >= 0.9 * len(done)


@pytest.mark.slow
def test_every_form_is_made(done):
    """The forms come in turn."""
    assert {each.form for each in done} == {
        *(f"target {form}" for form in targets.FORMS),
        *(f"realisasi {form}" for form in reports.FORMS),
    }
    assert len({each.text for each in done}) > 0.6 * len(done)


def test_the_meanings_are_made_without_the_product():
    """What judges the reading has a reading of its own."""
    for path in (BENCHMARKS / "spelling").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.startswith("zi_excel") for name in names)


def test_a_wrong_reading_is_seen(monkeypatch):
    """The figure is no matter of course: a reader that knows one month only is silently wrong."""
    march = spellings.read_target_waktu("Maret 2025", year=2025)
    monkeypatch.setattr(spellings, "read_target_waktu", lambda _text, **_year: march)
    done = list(spellings.outcomes(200, SEED, "target"))
    assert sum(each.outcome is spellings.Outcome.SILENT for each in done) > 150


def test_the_command_prints_the_four_figures(monkeypatch, capsys):
    """Per form and in all."""
    monkeypatch.setattr(sys, "argv", ["spellings.py", "--count", "60", "--form", "realisasi done"])
    assert spellings.main() == 0
    assert "silently wrong" in capsys.readouterr().out
