"""The verb `lampiran`: columns 1-7 as a decree's Lampiran in Word, to be printed and signed.

What it shows is gathered in contents.py, and read again for the proof in proof.py. May import what verbs import.
"""

from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.documents.columns import lettered
from zi_excel.documents.lampiran.contents import Lampiran
from zi_excel.documents.lampiran.package import render
from zi_excel.opc.package.package import Package
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.reader.sheet.slanted import slanted_phrases
from zi_excel.settings.settings import Settings
from zi_excel.verbs.lampiran.contents import contents_of, further_titles
from zi_excel.verbs.lampiran.proof import Otherwise, differences
from zi_excel.verbs.opening import read_laid_matrix, refuse_too_much, settings_of
from zi_excel.verbs.putting import put_new, refuse_place


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
    refuse_place(out, what="Lampiran", suffix=".docx")
    chosen = settings_of(path, settings)
    with Package.open(path) as package:
        store.check_read(path, package.fileno())
        laid = read_laid_matrix(package, chosen, sheet)
        refuse_too_much(laid.plan, package.path)
        slanted = slanted_phrases(package, laid.plan.sheet, set(laid.plan.columns.values()))
    plan = lettered(laid.plan)
    contents = contents_of(path, laid, slanted, chosen)
    data = render(contents)
    otherwise = tuple(differences(plan, data, out))
    put_new(out, data, beside=path)
    return LampiranResult(path, laid.plan, contents, out, tuple(further_titles(laid)), otherwise)
