"""The results of fidelity.py as a plain table."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from features import FEATURES

Results = Mapping[str, Mapping[str, Any]]
"""By workbook's name, what `fidelity.examined` says of it."""


def table(results: Results, took: float) -> str:
    """The whole report, at most 120 columns wide."""
    return "\n".join([*_files(results, took), "", *_parts(results), "", *_opens(results), "", *_features(results), ""])


def failures(results: Results) -> list[str]:
    """What must be none, one line each; empty where all is as promised."""
    lines = []
    for name, result in results.items():
        if result["outcome"] == "crashed":
            lines.append(f"CRASHED  {name}\n{result['traceback']}")
        if result["outcome"] == "refused" and not result["untouched"]:
            lines.append(f"WRITTEN  {name}: refused, and yet not the same bytes")
        if result["outcome"] == "grafted":
            lines += [f"{word}  {name}: {what}" for word, what in _wrong(result)]
    return lines


def _wrong(result: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("lost", "changed", "misregistered"):
        for what in result[key]:
            yield key.upper(), what
    if not result["second_empty"]:
        yield "AGAIN", "a second graft on the same day finds something to change"
    if result["format"] == "new errors":
        yield "FORMAT", result["format_says"]
    for feature, count in result["before"].items():
        if result["after"].get(feature, 0) < count:
            yield "FEATURE", feature
    for reader in ("openpyxl", "calamine"):
        if not _opens_still(result["witnesses"].get(reader), result["tabs"]):
            yield "UNREADABLE", f"{reader} opened it before, and does not open it (or misses tabs) now"


def details(results: Results) -> str:
    """Which workbooks were refused and why, and which openpyxl could not load or save."""
    lines = ["Refused:"]
    lines += [f"  {name}: {each['sentence']}" for name, each in results.items() if each["outcome"] == "refused"]
    lines.append("openpyxl does not load or save:")
    for name, each in results.items():
        if not each["witnesses"].get("saved"):
            lines.append(f"  {name}: {each['witnesses'].get('failure', '')}"[:160].replace("\n", " "))
    return "\n".join(lines)


def _grafted(results: Results) -> list[Mapping[str, Any]]:
    return [each for each in results.values() if each["outcome"] == "grafted"]


def _files(results: Results, took: float) -> Iterator[str]:
    outcomes = Counter(each["outcome"] for each in results.values())
    yield f"{len(results):>6}  workbooks, in {took:.0f} s"
    yield f"{outcomes['grafted']:>6}  grafted"
    yield f"{outcomes['refused']:>6}  refused, nothing written:"
    refused = Counter(
        _without_name(name, each["sentence"]) for name, each in results.items() if each["outcome"] == "refused"
    )
    for sentence, count in refused.most_common():
        yield f"{count:>12}  {sentence[:100]}"
    yield f"{outcomes['crashed']:>6}  crashed (must be 0)"


def _without_name(name: str, sentence: str) -> str:
    """The class of a refusal: its sentence up to what to do, the path left out."""
    before, _, after = sentence.partition(name + "'")
    return (before.rpartition("'")[0] + "…" + after if after else sentence).partition(";")[0]


def _parts(results: Results) -> Iterator[str]:
    grafted = _grafted(results)
    saved = [each["witnesses"] for each in grafted if each["witnesses"].get("saved")]
    pillow = "with" if importlib.util.find_spec("PIL") else "without"
    yield f"{'':<54}{'zi_excel':>12}{'openpyxl ' + importlib.metadata.version('openpyxl'):>18}  ({pillow} Pillow)"
    rows = {
        "workbooks written (of those grafted)": (len(grafted), len(saved)),
        "parts of staff's in them": (_sum(grafted, "parts"), _sum(saved, "parts")),
        "parts lost (must be 0)": (_sum(grafted, "lost"), _sum(saved, "lost")),
        "parts with the same bytes (zi_excel: compressed too)": (_sum(grafted, "packed"), _sum(saved, "same")),
        "parts registered in (closed list of section 8)": (_sum(grafted, "registered"), None),
        "  of them more than added to (must be 0)": (_sum(grafted, "misregistered"), None),
        "parts changed beyond the closed list (must be 0)": (_sum(grafted, "changed"), None),
        "second graft finds nothing to do": (sum(each["second_empty"] for each in grafted), None),
        "seconds in all (zi_excel: nine tabs rendered each)": (_seconds(grafted), _seconds(saved)),
    }
    for label, cells in rows.items():
        yield f"{label:<54}" + "".join(
            f"{'' if cell is None else cell:>{width}}" for cell, width in zip(cells, (12, 18), strict=True)
        )


def _sum(results: list[Mapping[str, Any]], key: str) -> int:
    """The sum of a figure, of how many are in a list, or of the counts in a mapping."""
    total = 0
    for each in results:
        value = each[key]
        total += sum(value.values()) if isinstance(value, dict) else len(value) if isinstance(value, list) else value
    return total


def _seconds(results: list[Mapping[str, Any]]) -> str:
    return f"{sum(each['seconds'] for each in results):.1f}"


def _opens(results: Results) -> Iterator[str]:
    grafted = _grafted(results)
    for reader in ("openpyxl", "calamine"):
        could = [each for each in grafted if (each["witnesses"].get(reader) or {}).get("before")]
        still = sum(_opens_still(each["witnesses"][reader], each["tabs"]) for each in could)
        yield f"opens in {reader} with all tabs, of those in which it saw sheets before: {still} of {len(could)}"
    checked = Counter(each["format"] for each in grafted if each["format"])
    if checked:
        yield (
            f"format check: {checked['same']} without a new error, {checked['new errors']} with one (must be 0), "
            f"{checked['unreadable']} whose original it can't open"
        )


def _opens_still(seen: Mapping[str, Any] | None, tabs: int) -> bool:
    """Whether a reader sees the sheets that it saw and behind them every new tab; True where it saw no sheet before."""
    if not seen or not seen["before"]:
        return True
    before, after = seen["before"], seen["after"]
    return after is not None and after[: len(before)] == before and len(after) == len(before) + tabs


def _features(results: Results) -> Iterator[str]:
    grafted = _grafted(results)
    saved = [each for each in grafted if each["witnesses"].get("saved")]
    yield (
        f"{'In how many workbooks all of a feature stands':<48}{'before':>8}{'zi_excel':>10}"
        f"{'before':>12}{'openpyxl':>10}{'a part':>8}{'nothing':>9}"
    )
    yield f"{'':<48}{len(grafted):>8}{'':>10}{len(saved):>12}"
    for feature in FEATURES:
        having = [each for each in grafted if each["before"].get(feature)]
        if not having:
            continue
        whole = sum(each["after"].get(feature, 0) >= each["before"][feature] for each in having)
        pairs = [
            (each["before"][feature], each["witnesses"]["features"].get(feature, 0)) for each in having if each in saved
        ]
        kept = sum(after >= before for before, after in pairs)
        some = sum(0 < after < before for before, after in pairs)
        lost = sum(after == 0 for _, after in pairs)
        yield f"{feature:<48}{len(having):>8}{whole:>10}{len(pairs):>12}{kept:>10}{some or '':>8}{lost or '':>9}"
