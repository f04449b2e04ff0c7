"""The settings beside a draft: whose it is, its year, who signs. Nothing that is there is changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from zi_excel import store
from zi_excel.enacted.beside import RECORD_ENDING
from zi_excel.enacted.text import quoted
from zi_excel.errors import ZiExcelError
from zi_excel.plan.plan_year import year_of_title
from zi_excel.plan.rencana_aksi import RencanaAksi
from zi_excel.settings.beside import settings_for
from zi_excel.settings.settings import FILE_NAME, Settings

_WORKBOOKS = (".xlsx", ".xlsm")
_TAKEN = {"kantor", "tahun", "penanda_tangan", "sumber"}
_PLACED = {"lembar", "kolom", "penetapan"}
"""What speaks of the old workbook itself: the draft has the sheet and the columns of the template."""


class Beside(NamedTuple):
    """What became of the settings beside a draft. file: the one that was written; notes: what there is to know."""

    file: Path | None
    notes: tuple[str, ...]


def write_settings(path: Path, draft: RencanaAksi, old: Settings, source: Path) -> Beside:
    """Writes a `zi-excel.toml` beside the draft, where there is none and no other workbook that it would speak of.

    Args:
        path: the draft.
        draft: its matrix.
        old: the old workbook's settings, with office and signers where anything names them.
        source: the old workbook.
    """
    file = path.parent / FILE_NAME
    kantor = old.kantor or ""
    notes = list(_left_behind(old))
    if os.path.lexists(file):
        notes += _of_others(path, draft, kantor)
        return Beside(None, tuple(notes))
    if _has_other_workbooks(path):
        if year_of_title(draft.title) != draft.year:
            notes.append(
                f"Judul rancangan tidak menyebut tahunnya; tulis TAHUN {draft.year} di judul, atau pindahkan rancangan "
                f"ke folder sendiri dengan `tahun = {draft.year}` di {FILE_NAME}."
            )
        return Beside(None, tuple(notes))
    lines = [
        f"# Pengaturan zi-excel untuk rancangan tahun {draft.year}, dari buku kerja '{source.name}'.",
        "# Semua pengaturan: zi-excel konfigurasi --contoh",
        f"tahun = {draft.year}",
        *([f"kantor = {quoted(kantor)}"] if kantor else []),
        *_signers(old),
        "",
    ]
    content = "\n".join(lines).encode("utf-8", "replace")
    try:
        store.create(file, lambda out: out.write(content), verify=lambda _: None, beside=path)
    except ZiExcelError as failure:
        return Beside(None, (*notes, str(failure)))
    return Beside(file, tuple(notes))


def _signers(old: Settings) -> Iterator[str]:
    for signer in old.penanda_tangan:
        yield from ("", "[[penanda_tangan]]", f"nama = {quoted(signer.nama)}", f"jabatan = {quoted(signer.jabatan)}")
        yield from ([f"nip = {quoted(signer.nip)}"] if signer.nip else [])
        yield from ([f"tempat = {quoted(signer.tempat)}"] if signer.tempat else [])


def _left_behind(old: Settings) -> Iterator[str]:
    """Which settings of the old workbook the draft has not."""
    usual = Settings()
    changed = [name for name in Settings._fields if getattr(old, name) != getattr(usual, name)]
    rest = [name for name in changed if name not in _TAKEN | _PLACED]
    if rest:
        yield f"Pengaturan {', '.join(rest)} dari '{old.sumber}' tidak dibawa; salin sendiri yang masih berlaku."


def _of_others(path: Path, draft: RencanaAksi, kantor: str) -> Iterator[str]:
    """What is to be said of settings that are there already."""
    file = path.parent / FILE_NAME
    try:
        there = settings_for(path)
    except ZiExcelError:
        return  # the check of the workbook says it
    own = "simpan rancangan di foldernya sendiri."
    if there.tahun is not None and there.tahun != draft.year:
        yield f"Pengaturan di '{file}' menyebut tahun {there.tahun}, bukan {draft.year}; {own}"
    if there.kantor and kantor and there.kantor.casefold() != kantor.casefold():
        yield f"Pengaturan di '{file}' menyebut kantor lain ('{there.kantor}', bukan '{kantor}'); {own}"
    placed = [name for name in ("lembar", "kolom", "penetapan") if getattr(there, name)]
    if placed:
        yield f"Pengaturan {', '.join(placed)} di '{file}' berlaku juga untuk rancangan ini; {own}"


def _has_other_workbooks(path: Path) -> bool:
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return True
    others = [name for name in names if name != path.name and not name.startswith("~$")]
    return any(name.lower().endswith((*_WORKBOOKS, RECORD_ENDING)) for name in others)
