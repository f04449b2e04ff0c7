"""A text in column 8 that speaks for its own cell: a word, a percentage, a fraction, or times (times.py)."""

from __future__ import annotations

import re
from functools import lru_cache

from zi_excel.plan.jadwal import Jadwal
from zi_excel.plan.marks import Mark, mark_of
from zi_excel.plan.patterns import pattern
from zi_excel.plan.realisasi.report import NOISE, Realisasi, of_share, quoted, unreadable
from zi_excel.plan.realisasi.times import day_alone, of_times, when_done
from zi_excel.wording import normal_form, visible

_LONGEST = 2_000
"""Characters of a report that is understood: twelve months with a sentence for each."""
NUMBER = pattern(r"[+-]?(?:\d{1,12}(?:[.,]\d{0,15})?|[.,]\d{1,15})")
THOUSANDS = pattern(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")  # 1.000: thousand in Indonesian, one elsewhere

_DONE = pattern(
    r"(?:(?:sudah|telah)\s)?(?:selesai|tuntas|tercapai|terlaksana|rampung)|(?:sudah|telah)\sdilaksanakan|sudah|done"
)
# Only what says that nothing is done: "belum selesai" may be half done.
_NOT_YET = pattern(r"belum(?:\s(?:ada|mulai|dimulai|dilaksanakan|terlaksana|dikerjakan))?")
_DASH = pattern(r"[-–—]+")
_PERCENT = pattern(rf"({NUMBER.pattern})\s*(?:%|persen|prosen)")
_FRACTION = pattern(r"(\d{1,6})\s*(?:/|dari)\s*(\d{1,6})")
_YEARS = pattern(r"(?:19|20|21)\d\d")  # 6/2025 is a month
# Words beside one percentage that leave it what it is.
_NEUTRAL = pattern(
    r"(?:sudah|telah|baru|dalam|proses|progres|progress|realisasi|capaian|selesai|tercapai|terlaksana|[:().,=-]|\s)*"
)


def is_endless(text: str) -> bool:
    """Whether a text is far longer than any report: such a one is not understood, and no time is spent on it."""
    return len(text) > _LONGEST


def endless(text: str) -> Realisasi:
    """What such a text is read to."""
    return unreadable(f"{quoted(text[:_LONGEST])} terlalu panjang; tulis persennya, “selesai”, “belum”, atau bulannya")


def plain(text: str) -> str:
    """Lower case, plain spaces within each line, "½" as "1/2", no dots or commas at the end."""
    form = normal_form(visible(text)).replace("⁄", "/")
    lines = (" ".join(line.split()) for line in form.casefold().splitlines())
    return "\n".join(line for line in lines if line).rstrip(" .,;")


@lru_cache(1024)  # a column repeats the same few texts
def of_text(lines: str, jadwal: Jadwal | None) -> Realisasi:  # noqa: PLR0911 - one for each way to report
    """A text that says more than a bare number.

    Args:
        lines: as `plain` makes it.
        jadwal: what its row's target waktu was read to.
    """
    text = lines.replace("\n", " ")
    if not text:
        return Realisasi(0.0, dilaporkan=False)
    if _DASH.fullmatch(text):
        return Realisasi(0.0, dilaporkan=False, notes=("tanda “-” dibaca belum dilaporkan",))
    if _DONE.fullmatch(text.removeprefix("v ")) or _is_tick(text):
        return Realisasi(1.0, dilaporkan=True)
    if _NOT_YET.fullmatch(text):
        return Realisasi(0.0, dilaporkan=True)
    if THOUSANDS.search(text):
        return unreadable(f"{quoted(text)} memakai titik pemisah ribuan; tulis misalnya 100% atau 12,5%")
    fraction = _FRACTION.fullmatch(text)
    if fraction and not _YEARS.fullmatch(fraction[2]):
        done, whole = int(fraction[1]), int(fraction[2])
        return of_share(done / whole) if whole else unreadable(f"“{text}” membagi dengan nol")
    if "%" in text or "persen" in text or "prosen" in text:
        return _of_percent(text)
    return of_times(lines, jadwal)


def _is_tick(text: str) -> bool:
    """Whether it is a sign that says yes (plan/marks.py), alone or before "selesai"; words have to say more."""
    return mark_of(text, text) is Mark.YES and {*re.findall(r"\w+", text)} <= {"v", "vv", "x", "selesai"}


def _of_percent(text: str) -> Realisasi:
    """One percentage among words that leave it what it is, or 100 % with the day on which that was so."""
    shares = list(_PERCENT.finditer(text))
    if len(shares) != 1:
        return _unclear(text)
    share = of_share(float(shares[0][1].replace(",", ".")) / 100)
    around = f"{text[: shares[0].start()]} {text[shares[0].end() :]}"
    if _NEUTRAL.fullmatch(around):
        return share
    day = day_alone(around) if share.share is not None and share.share >= 1 - NOISE else None
    return when_done(day) if day else _unclear(text)


def _unclear(text: str) -> Realisasi:
    return unreadable(f"{quoted(text)} tidak menyebut satu persen yang jelas")
