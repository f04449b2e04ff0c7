"""Everything is accounted for: the one place that asks whether a word or number of a text was left over.

Each step of the walk uses up what it reads: a time, what links times, what counts. What no step wanted and could carry
a time is left, and makes the text unreadable; it is never prose.
"""

from __future__ import annotations

from zi_excel.plan.target_waktu.elements import Phrases, Unreadable, times_text
from zi_excel.plan.target_waktu.words import Kind

BEARING = frozenset(
    {
        Kind.NUMBER,
        Kind.INDEX,
        Kind.UNIT,
        Kind.ONE_UNIT,
        Kind.ADVERB,
        Kind.WEEKDAY,
        Kind.MONTH,
        Kind.YEAR,
        Kind.DATE,
        Kind.MONTH_YEAR,
        Kind.MEASURE,
    }
)
"""What could be a time or a part of one."""


def check_everything_used(phrases: Phrases) -> None:
    """Raises Unreadable where something is left over that could be a time, with what was understood."""
    if not phrases.left:
        return
    numbers = [token.text[:12] for token in phrases.left if token.kind is Kind.NUMBER]
    words = " ".join(token.text[:20] for token in phrases.left[:4])
    reason = f"angka {numbers[0]} tidak jelas maksudnya" if numbers else f"“{words}” tidak jelas maksudnya"
    understood = times_text(phrases.times)
    raise Unreadable(
        f"{phrases.vague or reason}; yang terbaca: {understood}" if understood else phrases.vague or reason
    )
