"""Whole years out of tokens: "tahun 2025", "sepanjang tahun", "akhir tahun", "2025"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zi_excel.plan.target_waktu.elements import Year
from zi_excel.plan.target_waktu.points import is_unit, kind_at
from zi_excel.plan.target_waktu.tokens import Token
from zi_excel.plan.target_waktu.words import Kind


class YearPhrase(NamedTuple):
    """A year as written, and the place after it.

    year None: the plan's ("sepanjang tahun"). edge: "akhir" or "awal" before it.
    """

    year: Year | None
    edge: Token | None
    after: int


def year_phrase_at(tokens: Sequence[Token], at: int, place: int) -> YearPhrase | None:
    """The year that starts at a place; None where none does. place: how many times stand before it."""
    after = at
    while is_unit(tokens, after, 12) or kind_at(tokens, after) in {Kind.THROUGH, Kind.FILLER} or _is_one(tokens, after):
        after += 1
    lead = tokens[at:after]
    spelled = any(token.kind is Kind.UNIT for token in lead)
    one = kind_at(tokens, after) is Kind.ONE_UNIT and tokens[after].value == 12
    edge = (
        tokens[at - 1]
        if (spelled or kind_at(tokens, after) is Kind.YEAR) and kind_at(tokens, at - 1) is Kind.EDGE
        else None
    )
    year = None
    if kind_at(tokens, after) is Kind.YEAR:
        year = Year(tokens[after].value, place, kind_at(tokens, at - 1) is Kind.WORD, said=bool(lead))
    through = any(token.kind is Kind.THROUGH for token in lead)
    current = kind_at(tokens, after + one) is Kind.CURRENT
    alone = one and at == 0 and len(tokens) == 1  # "Setahun"
    if not (year or edge or alone or ((spelled or one) and (through or current))):
        return None
    after += bool(year) or one
    return YearPhrase(year, edge, after + (kind_at(tokens, after) is Kind.CURRENT))


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """The number of `selama 1 tahun`."""
    return (
        kind_at(tokens, at - 1) is Kind.THROUGH
        and kind_at(tokens, at) is Kind.NUMBER
        and tokens[at].value == 1
        and is_unit(tokens, at + 1, 12)
    )
