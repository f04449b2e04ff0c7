"""ZI7xx: column PENANGGUNG JAWAB."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from zi_excel.enacted.diff.pairs import folded
from zi_excel.plan.rencana_aksi import Field, Indikator
from zi_excel.validation.findings import Level
from zi_excel.validation.rule import Hit, rule
from zi_excel.validation.rules.questions import is_blank, quoted
from zi_excel.validation.subject import Subject

_LONGEST_NAME = 200
"""Characters; a longer text is prose, and would have as many keys as letters."""
_LONG_WORD = 5
"""Shorter words differ for a reason: `Tim I` and `Tim II`, `Divisi A` and `Divisi B`."""


@rule("ZI701", Level.PERINGATAN)
def penanggung_jawab_kosong(subject: Subject) -> Iterator[Hit]:
    """Penanggung jawab kosong.

    Setiap indikator seharusnya mempunyai penanggung jawab, dari barisnya sendiri atau dari sel gabungan di atasnya.

    Mengapa: capaian per penanggung jawab tidak lengkap, dan tidak ada yang ditanya bila terlambat.
    Salah: (kosong).
    Benar: Tim Manajemen Perubahan.
    Saran: Isi penanggung jawabnya.
    """
    for indikator in subject.rows[Field.PENANGGUNG_JAWAB]:
        if is_blank(indikator.penanggung_jawab):
            yield Hit(indikator.penanggung_jawab, indikator.kode, f"Penanggung jawab {indikator.kode} kosong.")


@rule("ZI702", Level.PERINGATAN)
def ejaan_penanggung_jawab(subject: Subject) -> Iterator[Hit]:
    """Nama penanggung jawab dieja dengan dua cara.

    Dua nama yang hanya berbeda huruf besar-kecil, spasi, tanda baca, atau satu huruf dianggap satu orang atau tim yang
    sama; yang lebih jarang dipakai dilaporkan.

    Mengapa: capaian per penanggung jawab terpecah menjadi dua kelompok.
    Salah: “Tim Penguatan Pengawasan” dan “Tim Penguatan Pengawsan”.
    Benar: satu ejaan di semua baris.
    Saran: Samakan ejaannya.
    """
    named: dict[str, list[Indikator]] = defaultdict(list)
    for indikator in subject.plan.indikator():
        if not is_blank(indikator.penanggung_jawab):
            named[" ".join(indikator.penanggung_jawab.text.split())].append(indikator)
    counts = Counter({name: len(those) for name, those in named.items()})
    for rare, usual in _spellings(counts).items():
        first = named[rare][0]
        message = (
            f"{quoted(rare)} ({counts[rare]} baris) tampaknya sama dengan {quoted(usual)} ({counts[usual]} baris)."
        )
        yield Hit(first.penanggung_jawab, first.kode, message, beside=(named[usual][0].penanggung_jawab,))


def _spellings(counts: Counter[str]) -> Mapping[str, str]:
    """The usual spelling, by each rarer one. Names are looked up by their keys, so time grows linearly with them."""
    by_key: dict[tuple[str, ...], str] = {}
    usual: dict[str, str] = {}
    for name, _ in counts.most_common():
        keys = _keys(name)
        match = next((by_key[key] for key in keys if key in by_key), None)
        if match is not None:
            usual[name] = match
        else:
            for key in keys:
                by_key.setdefault(key, name)
    return usual


def _keys(name: str) -> list[tuple[str, ...]]:
    """Keys of which two names share one if they differ by case, blanks and marks, or by a letter of one long word."""
    keys: list[tuple[str, ...]] = [(folded(name),)]
    words = name.casefold().split() if len(name) <= _LONGEST_NAME else ()
    for at, word in enumerate(words):
        if len(word) >= _LONG_WORD and word.isalpha():
            around = (*words[:at], "", *words[at + 1 :])
            keys.extend((*around, spelling) for spelling in (word, *_one_less(word)))
    return keys


def _one_less(word: str) -> Iterator[str]:
    """The word without each of its letters in turn."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


RULES = (penanggung_jawab_kosong, ejaan_penanggung_jawab)
