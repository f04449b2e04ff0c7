"""The verb `lampiran`: columns 1-7 as a decree's Lampiran in Word, to be printed and signed.

It is put there in placing.py, read again for the proof in proof.py. May import what verbs import.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.documents.around import read_surroundings
from zi_excel.documents.columns import komponen_with_slants, lettered, names_of
from zi_excel.documents.lampiran.contents import Lampiran, decree_of, lampiran_of
from zi_excel.documents.lampiran.package import render
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import ENACTED_FIELDS, Field, RencanaAksi
from zi_excel.reader import Laid
from zi_excel.reader.sheet.slanted import slanted_phrases
from zi_excel.settings.settings import Settings
from zi_excel.verbs.checking import enacted_for
from zi_excel.verbs.lampiran.placing import put_new, refuse_place
from zi_excel.verbs.lampiran.proof import Otherwise, differences
from zi_excel.verbs.opening import read_laid_matrix, refuse_too_much, settings_of

_ALWAYS = frozenset({Field.NO, Field.KOMPONEN, Field.INDIKATOR, Field.TARGET_WAKTU})
"""Columns that a Lampiran has even where the workbook's levels stand otherwise than in columns of their own."""


class LampiranResult(NamedTuple):
    """What `lampiran` wrote.

    plan: the workbook's matrix. contents: what the document shows, with what is left to be written by hand. out: where
    it is. others: the workbook's further columns, which are not in it. otherwise: the cells that read otherwise; there
    should be none.
    """

    path: Path
    plan: RencanaAksi
    contents: Lampiran
    out: Path
    others: tuple[str, ...]
    otherwise: tuple[Otherwise, ...]


def lampiran(
    path: Path | str,
    out: Path | str,
    *,
    sheet: str | None = None,
    settings: Settings | Path | str | None = None,
) -> LampiranResult:
    """Writes columns 1-7 as a decree's Lampiran; the workbook is only read.

    What the decree says of itself comes from the record beside the workbook, the settings and the workbook's own lines;
    for what none of them says there are dots. `impor` of the document gives the same matrix back.

    Args:
        path: the workbook.
        out: the new document (.docx); nothing that is there is ever overwritten.
        sheet: the matrix's sheet where there are several.
        settings: a Settings, a settings file, or None for the `zi-excel.toml` beside the workbook.

    Raises:
        WorkbookError: the workbook or its record can't be used, or the document can't be written. Nothing was written.
        UsageError: the document's name does not end in .docx; the settings can't be followed.
    """
    path, out = Path(path), Path(out)
    refuse_place(out)
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        store.check_read(path, package.fileno())
        laid = read_laid_matrix(package, chosen, sheet)
        refuse_too_much(laid.plan, package.path)
        slanted = slanted_phrases(package, laid.plan.sheet, set(laid.plan.columns.values()))
    plan = lettered(laid.plan)
    enacted = enacted_for(path, chosen)
    around = read_surroundings(laid)
    record = enacted if enacted.pencatatan is not None else None
    contents = lampiran_of(
        komponen_with_slants(plan, laid.plan.columns, slanted),
        tuple(_columns(plan)),
        around.title,
        plan.year,
        decree_of(around, record, chosen.kantor, chosen.penanda_tangan),
    )
    data = render(contents)
    otherwise = tuple(differences(plan, data, out))
    put_new(out, data, beside=path)
    return LampiranResult(path, laid.plan, contents, out, tuple(_others(laid)), otherwise)


def _columns(plan: RencanaAksi) -> Iterator[tuple[Field, str]]:
    """The decree's columns that the office has, and their headers."""
    for field, name in zip(ENACTED_FIELDS, names_of(plan), strict=True):
        if field in _ALWAYS or field in plan.columns:
            yield field, name


def _others(laid: Laid) -> Iterator[str]:
    reading = laid.plan.reading
    for other in reading.others if reading is not None else ():
        if other.text:
            yield " ".join(other.text.split())
