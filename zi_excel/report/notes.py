"""The evaluator's notes from a returned report, carried over to a new one by kode. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from zi_excel.plan.rencana_aksi import RencanaAksi

NOTE_TITLE = "CATATAN EVALUATOR"
"""The header of the columns that the evaluator fills; by it and KODE the notes are found again."""

_ALIKE = 0.6
_MOST = 0.5
"""The share of a report's rows that must be here: an office may reword much of its plan, and it is still the same."""
_COMPARED = 400  # characters
_BETWEEN = "\n\n"
_LONGEST, _ROOM = 15_000, 16_000
"""Characters of one note, and of all for one kode: half of what a cell holds, since Excel counts an emoji twice."""


class Note(NamedTuple):
    """A note as it stood in a report. kode: of the indikator or komponen. name: its text there, to recognise it by."""

    kode: str
    name: str
    text: str


class CarriedNotes(NamedTuple):
    """by_kode: the notes that fit. left: those whose kode isn't in the matrix, or now means another indikator."""

    by_kode: Mapping[str, str]
    left: tuple[Note, ...]


def komponen_title(kode: str, nama: str) -> str:
    """What the report writes in a komponen's own row."""
    return f"KOMPONEN {kode}: {' '.join(nama.split())}"


def carry(notes: Iterable[Note], plan: RencanaAksi) -> CarriedNotes:
    """Which notes fit the matrix: the kode is there, and its text much the same as when the note was written.

    No note is lost: different notes for one kode share a cell, and what doesn't fit is handed out as `left`.
    """
    pieces = (piece for note in dict.fromkeys(notes) for piece in _pieces(note))
    names = {komponen.kode: komponen_title(komponen.kode, komponen.nama.text) for komponen in plan.komponen}
    names |= {indikator.kode: indikator.nama.text for indikator in plan.indikator()}
    fitting: dict[str, dict[str, None]] = {}
    room: dict[str, int] = {}
    left: list[Note] = []
    for note in pieces:
        size = len(note.text) + len(_BETWEEN)
        if note.kode not in names or not _alike(note.name, names[note.kode]):
            left.append(note)
        elif note.text in fitting.setdefault(note.kode, {}):
            continue
        elif size > room.setdefault(note.kode, _ROOM):
            left.append(note)
        else:
            fitting[note.kode][note.text] = None
            room[note.kode] -= size
    return CarriedNotes({kode: _BETWEEN.join(texts) for kode, texts in fitting.items() if texts}, tuple(left))


def same_matrix(rows: Iterable[Note], plan: RencanaAksi) -> bool:
    """Whether a report is of this matrix: most of its rows are here, whatever kode they have now.

    rows: those of its komponen and indikator. A report without any is of no other matrix.
    """
    here = {_letters(indikator.nama.text) for indikator in plan.indikator()}
    here |= {_letters(komponen_title(komponen.kode, komponen.nama.text)) for komponen in plan.komponen}
    here |= {_letters(f"{sub.kode} {sub.nama.text}") for sub in plan.subkomponen()}
    names = {letters for row in rows if (letters := _letters(row.name))}
    return len(names & here) >= len(names) * _MOST


def _pieces(note: Note) -> Iterator[Note]:
    """The note in pieces that a cell can hold; programs other than Excel let a person type longer texts."""
    for begin in range(0, max(len(note.text), 1), _LONGEST):
        yield note._replace(text=note.text[begin : begin + _LONGEST])


def _alike(then: str, now: str) -> bool:
    """Whether two texts say much the same: an office may correct a word, and a report may cut a text short."""
    old, new = (_letters(text) for text in (then, now))
    if not old or not new:
        return old == new
    shorter = min(len(old), len(new))
    if shorter >= _COMPARED / 2:
        old, new = old[:shorter], new[:shorter]
    return old == new or SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())[:_COMPARED]
