from math import isclose

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zi_excel.measuring.measure import Status
from zi_excel.sheets import style
from zi_excel.validation.findings import Level
from zi_excel.wording import nearly, percent, points


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "colours", [pytest.param(each, id=str(key)) for key, each in [*style.STATUS.items(), *style.LEVEL.items()]]
)
def test_words_are_readable_on_their_colour(colours: style.Colours):
    """Dark text on a light fill, at least 4.5 : 1."""
    assert contrast(colours.fill, colours.ink) >= 4.5


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


def test_every_status_and_level_has_its_own_colour():
    """No two statuses or levels look alike."""
    assert list(style.STATUS) == list(Status)
    assert list(style.LEVEL) == list(Level)
    for colours in (style.STATUS.values(), style.LEVEL.values()):
        for attribute in ("fill", "strong"):
            assert len({getattr(each, attribute) for each in colours}) == len(colours)


def shown(value: float, rules: tuple[style.Nearly, ...]) -> list[str]:
    """By which of the conditions' formats a value is shown; none: by the cell's own."""
    return [rule.num_format.strip('"') for rule in rules if holds(rule.condition, value)]


def holds(condition: str, value: float) -> bool:
    inner = condition.removeprefix("AND(ISNUMBER({cell}),").removesuffix(")").replace("{cell}", "value")
    return all(eval(part, {"value": value}) for part in inner.split(","))  # noqa: S307  (this project's own constants)


NEAR_A_LIMIT = [0.0049, 0.00499, 0.005, 0.9949, 0.995, 0.00049, 0.0004999, 0.0005, 0.00051, 0.9994, 0.9995, 1e-12]


@pytest.mark.parametrize("decimals", [0, 1])
@given(share=st.floats(0, 1) | st.sampled_from(NEAR_A_LIMIT))
@example(share=0.0004)  # 0,04 %: neither 0,0% nor left alone
@example(share=0.0001)
def test_tabs_say_a_share_as_the_terminal_does(decimals: int, share: float):
    """One look and one pair of limits: where `percent` says `<0,1%`, the cell's condition does, and only there."""
    said = percent(share, decimals)
    rules = (style.HONEST_SHARE, style.HONEST_TENTHS)[decimals]
    assert shown(share, rules) == ([said] if said[0] in "<>" else [])


@given(deviasi=st.floats(-1, 1) | st.sampled_from([sign * share for share in NEAR_A_LIMIT for sign in (1, -1)]))
@example(deviasi=-0.0001)
@example(deviasi=-0.9996)
def test_tabs_say_a_deviasi_as_the_terminal_does(deviasi: float):
    """Likewise in points, on either side of 0."""
    said = points(deviasi)
    near_a_limit = any(isclose(abs(deviasi), limit, rel_tol=1e-12) for limit in nearly(1))
    assert near_a_limit or shown(deviasi * 100, style.HONEST_POINTS) == ([said] if said[1:2] in {"<", ">"} else [])


@pytest.mark.parametrize("share", [0, 1, 0.005, 0.5, 0.9949])
def test_what_is_shown_truly_is_left_alone(share: float):
    """0 and 100 % are said where they are exactly that."""
    assert shown(share, style.HONEST_SHARE) == []
