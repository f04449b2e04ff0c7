from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.findings import Level
from zi_excel.measure import Status
from zi_excel.sheets import style


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


WORDS = [*style.STATUS.values(), *style.LEVEL.values()]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.word)
def test_words_are_readable_on_their_colour(word: style.Word):
    """Dark text on a light fill, at least 4.5 : 1."""
    assert contrast(word.fill, word.ink) >= 4.5


@pytest.mark.parametrize(
    ("ink", "fill"),
    [
        (style.PAPER, style.HEADER_FILL),
        (style.INK, style.PAPER),
        (style.INK, style.BAND_FILL),
        (style.INK, style.BAR_COLOUR),
        (style.MUTED, style.BAND_FILL),
        (style.MUTED, style.PAPER),
        (style.LINK, style.PAPER),
    ],
)
def test_everything_else_is_readable_too(ink: str, fill: str):
    """Headers, tiles, links and the number over a data bar."""
    assert contrast(ink, fill) >= 4.5


def test_every_status_and_level_has_its_own_sign_word_and_colour():
    """A colour never stands without its sign and word, and no two statuses look alike."""
    assert set(style.STATUS) == set(Status)
    assert set(style.LEVEL) == set(Level)
    for words in (style.STATUS.values(), style.LEVEL.values()):
        for attribute in ("sign", "word", "fill", "strong"):
            assert len({getattr(word, attribute) for word in words}) == len(words)


def test_the_signs_are_those_of_the_contract():
    """Purple ?, green ✔, red ✖, amber ▲, blue ▶, grey ○."""
    assert [word.sign for word in style.STATUS.values()] == ["?", "✔", "✖", "▲", "▶", "○"]


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_no_share_reads_0_or_100_percent_unless_it_is(share: float):
    """What Excel would round to 0 % or 100 % is caught by one of the conditions, at either number of decimals."""
    for rules, decimals in ((style.HONEST_SHARE, 0), (style.HONEST_TENTHS, 1)):
        rounded = (Decimal(f"{share:.15g}") * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        caught = [eval_condition(rule.condition, share) for rule in rules]
        if rounded in {0, 100}:
            assert any(caught)
        assert sum(caught) <= 1


@pytest.mark.parametrize("share", [0, 1, 0.005, 0.5, 0.9949])
def test_what_is_shown_truly_is_left_alone(share: float):
    """0 and 100 % are said where they are exactly that."""
    assert not any(eval_condition(rule.condition, share) for rule in style.HONEST_SHARE)


def eval_condition(condition: str, value: float) -> bool:
    inner = condition.removeprefix("AND(ISNUMBER({cell}),").removesuffix(")").replace("{cell}", "value")
    return all(eval(part, {"value": value}) for part in inner.split(","))  # noqa: S307  (this project's own constants)
