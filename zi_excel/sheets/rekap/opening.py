"""Ringkasan's first sentences: live formulas over the figures below them, so that no figure is written twice."""

from __future__ import annotations

from typing import NamedTuple

from zi_excel.kantor.opening import FURTHEST, NOBODY_BEHIND, needed_sentence, state_sentence
from zi_excel.measuring.measure import LEAST_BEHIND
from zi_excel.sheets.heading import percent_words, tenths_words
from zi_excel.sheets.layout import CONTEXT_ROW
from zi_excel.sheets.page import Page
from zi_excel.sheets.rekap.places import Book
from zi_excel.sheets.style import SENTENCE
from zi_excel.wording import long_date

_HEIGHT = 20


class Figures(NamedTuple):
    """The cells that hold what the sentences say.

    behind, behind_name: the deviasi, in points, and the name of the kantor furthest behind; nama: the name itself, ""
    where none is.
    """

    rata_rata: str
    rencana: str
    terendah: str
    tertinggi: str
    kantor: str
    belum_melapor: str
    tidak_terbaca: str
    behind: str
    behind_name: str
    nama: str


def write_opening(page: Page, book: Book, figures: Figures) -> None:
    """Writes how all stand, and what needs somebody now."""
    rekap = book.rekap
    for row, formula, value in (
        (CONTEXT_ROW, _state(book, figures), state_sentence(rekap)),
        (CONTEXT_ROW + 1, _needed(book, figures), needed_sentence(rekap, figures.nama)),
    ):
        page.formula(row, 1, formula, value, SENTENCE)
        page.height(row, _HEIGHT)


def _state(book: Book, figures: Figures) -> str:
    start = f'"Per {long_date(book.rekap.per)} rata-rata capaian "&{figures.kantor}&" kantor "'
    planned = f'IF(ISNUMBER({figures.rencana})," dari rencana "&{percent_words(figures.rencana)},"")'
    ends = f'"; terendah "&{percent_words(figures.terendah)}&", tertinggi "&{percent_words(figures.tertinggi)}'
    return f'={start}&{percent_words(figures.rata_rata)}&{planned}&IF({figures.kantor}>1,{ends},"")&"."'


def _needed(book: Book, figures: Figures) -> str:
    counts = f'{figures.belum_melapor}&" kantor belum melapor, "&{figures.tidak_terbaca}&" buku kerja tidak terbaca; "'
    if not book.rekap.behind:
        return f'={counts}&"{NOBODY_BEHIND}."'
    distance = tenths_words(f"ROUND(ABS({figures.behind})*10,0)")
    named = f'"{FURTHEST} "&{figures.behind_name}&" ("&{distance}&" poin di bawah rencananya)"'
    return f'={counts}&IF(N({figures.behind})<=-{LEAST_BEHIND * 100:g},{named},"{NOBODY_BEHIND}")&"."'
