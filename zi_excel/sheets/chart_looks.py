"""How charts look, so that grey print can be read too: fonts, axes, titles, stacked bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zi_excel.sheets.style import FONT, INK, LINE, PAPER, Colours

_SIZE = 10  # points


def font(**more: object) -> dict[str, object]:
    """The font of a chart's texts."""
    return {"name": FONT, "size": _SIZE, "color": INK, "bold": False, **more}


def axis() -> dict[str, object]:
    """An axis of numbers with its grid."""
    return {
        "num_font": font(),
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": "#D9DEE4"}},
    }


def dress(chart: Any, title: str) -> None:
    """Gives a chart the title, legend and background that all of them have."""
    chart.set_title({"name": title, "name_font": font(size=12, bold=True), "overlay": False})
    chart.set_legend({"position": "bottom", "font": font()})
    chart.set_chartarea({"border": {"color": LINE}, "fill": {"color": PAPER}})
    chart.set_plotarea({"fill": {"color": PAPER}})


def add_stacked(
    chart: Any, name: str, categories: str, values: str, *, counts: Sequence[int], colours: Colours
) -> None:
    """Adds counts to a chart of stacked bars, in a colour and a pattern that tell them apart in grey too.

    Args:
        chart: the chart.
        name: what is counted.
        categories: the range of the bars' names, with its "=".
        values: likewise of the counts.
        counts: the counts themselves, one a bar.
        colours: of what is counted; the areas have its strong one and its pattern.
    """
    area: dict[str, object] = {"fill": {"color": colours.strong}}
    if colours.pattern:
        area = {"pattern": {"pattern": colours.pattern, "fg_color": colours.strong, "bg_color": PAPER}}
    chart.add_series(
        {
            "name": name,
            "categories": categories,
            "values": values,
            "border": {"color": INK, "width": 0.75},
            "data_labels": {
                "value": True,
                "num_format": "0",
                "font": font(size=10, bold=True),
                "fill": {"color": PAPER},
                # A count of 0 has no area, and its label would stand in another's.
                "custom": [None if count else {"delete": True} for count in counts],
            },
            "gap": 40,
            **area,
        }
    )
