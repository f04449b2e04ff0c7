"""Who answers for the figures: one or two signatures, side by side."""

from __future__ import annotations

from datetime import date

from zi_excel.plan.people import PenandaTangan
from zi_excel.sheets.fitting import one_line
from zi_excel.sheets.page import Page
from zi_excel.sheets.style import TEXT, look
from zi_excel.wording import long_date

ROWS = 9
"""Rows that the block takes."""

_CENTRE = look(TEXT, align="center", text_wrap=True)
_DOTS = "……………………………"


def write_signatures(
    page: Page, row: int, spans: tuple[tuple[int, int], tuple[int, int]], signers: tuple[PenandaTangan, ...], day: date
) -> None:
    """The last signer stands on the right, under place and date. spans: the columns of the left and the right block.

    Without settings the lines are dotted, to be filled by hand.
    """
    chosen = signers[:2] or (PenandaTangan(_DOTS, _DOTS),)
    for at, signer in enumerate(reversed(chosen)):
        first, last = spans[1 - at]
        place = next((each.tempat for each in reversed(chosen) if each.tempat), None) or _DOTS
        head = f"{one_line(place)}, {long_date(day)}" if at == 0 else "Mengetahui,"
        page.text(row, first, head, _CENTRE, last=last)
        page.text(row + 1, first, one_line(signer.jabatan), look(_CENTRE, bold=True), last=last)
        page.height(row + 4, 30)
        page.text(row + 6, first, one_line(signer.nama), look(_CENTRE, bold=True, underline=1), last=last)
        if signer.nip:
            page.text(row + 7, first, f"NIP {one_line(signer.nip)}", _CENTRE, last=last)
