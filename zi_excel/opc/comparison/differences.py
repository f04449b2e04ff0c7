"""Where two things differ, in an Indonesian half sentence: entries of archives by their bytes, XML by what it says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest

from zi_excel.opc.package import xml
from zi_excel.opc.package.archive import CHUNK, Archive, DamagedError, Entry

_LONG = 60
_NAMES = ("name", "PartName", "Extension", "Id")
"""Attributes by which sentences call an element."""


def lie_the_same(old: Archive, before: Entry, new: Archive, after: Entry) -> bool:
    """Whether two entries have the same compressed bytes, compressed in the same way."""
    facts = [
        (entry.info.compress_type, entry.info.compress_size, entry.info.CRC, entry.info.file_size)
        for entry in (before, after)
    ]
    if facts[0] != facts[1]:
        return False
    with suppress(DamagedError):  # what can't be read so is compared inflated
        return all(mine == theirs for mine, theirs in zip_longest(old.raw(before), new.raw(after)))
    return False


def entry_difference(old: Archive, before: Entry, new: Archive, after: Entry) -> str | None:
    """Where the contents of two entries differ, in an Indonesian half sentence; None where they are the same."""
    if before.info.file_size != after.info.file_size:
        return f"isinya berbeda: {_grouped(before.info.file_size)} byte menjadi {_grouped(after.info.file_size)} byte"
    place = 0
    try:
        with old.stream(before) as mine, new.stream(after) as theirs:
            while True:
                piece, other = mine.read(CHUNK), theirs.read(CHUNK)
                if piece != other:
                    at = next((n for n, pair in enumerate(zip(piece, other, strict=False)) if pair[0] != pair[1]), 0)
                    return f"isinya berbeda, mulai byte ke-{_grouped(place + at + 1)}"
                if not piece:
                    return None
                place += len(piece)
    except DamagedError:
        return "rusak: isinya tidak dapat dibaca utuh"


def moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The fewest names that must have moved for one order to become the other. Both hold the same names."""
    places = {name: place for place, name in enumerate(after)}
    ends: list[int] = []  # ends[n]: the lowest place at which n + 1 rising places can end
    steps: list[int] = []
    for name in before:
        step = bisect_left(ends, places[name])
        ends[step : step + 1] = [places[name]]
        steps.append(step)
    wanted = len(ends) - 1
    limit = len(after)
    displaced = set(before)
    for name, step in zip(reversed(before), reversed(steps), strict=True):
        if step == wanted and places[name] < limit:
            displaced.discard(name)
            wanted, limit = wanted - 1, places[name]
    return displaced


def element_difference(old: xml.Element, new: xml.Element) -> str | None:
    """Where two elements first differ, in an Indonesian half sentence; None where they mean the same.

    The order of attributes and white space between elements make no difference.
    """
    return next(_differences(old, new, label(old)), None)


def document_difference(old: xml.Element, new: xml.Element) -> str | None:
    """Where two documents first differ: their roots, and the comments and instructions around these."""
    for before, after in zip_longest(_around(old), _around(new)):
        if before is None or after is None or before.tag != after.tag or before.text != after.text:
            return "komentar atau instruksi di luar elemen pertamanya berbeda"
    return element_difference(old, new)


def _differences(old: xml.Element, new: xml.Element, path: str) -> Iterator[str]:
    if old.tag != new.tag or old.prefix != new.prefix:
        yield f"{path}: elemen '{label(old)}' menjadi '{label(new)}'"
        return
    if old.nsmap != new.nsmap:
        yield f"{path}: deklarasi namespace-nya berbeda"
    for word in dict.fromkeys((*old.keys(), *new.keys())):
        before, after = old.get(word), new.get(word)
        if before != after:
            yield f"{path}: atribut {word.rpartition('}')[2]} {_shortened(before)} menjadi {_shortened(after)}"
    if _text(old) != _text(new):
        yield f"{path}: teks {_shortened(_text(old))} menjadi {_shortened(_text(new))}"
    for number, (before, after) in enumerate(zip_longest(old, new), 1):
        if before is None or after is None:
            what = "ditambahkan" if before is None else "hilang"
            yield f"{path}: elemen {label(after if before is None else before, number)} {what}"
            return
        yield from _differences(before, after, f"{path} > {label(before, number)}")
        if (before.tail or "").strip() != (after.tail or "").strip():
            yield f"{path}: teks sesudah {label(before)} berbeda"


def label(element: xml.Element, number: int | None = None) -> str:
    """What sentences call an element: by its name or, if it has none, its number (from 1) among its siblings."""
    name = xml.local(element)
    if not name:
        return "komentar"
    own_name = next((value for word in _NAMES if (value := element.get(word))), None)
    if own_name:
        return f"{name} '{own_name}'"
    return name if number is None else f"{name} ke-{number}"


def _text(element: xml.Element) -> str:
    text = element.text or ""
    return text.strip() if len(element) else text


def _shortened(value: str | None) -> str:
    if value is None:
        return "(tidak ada)"
    return f"'{value}'" if len(value) <= _LONG else f"'{value[:_LONG]}...'"


def _around(root: xml.Element) -> list[xml.Element]:
    return [*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()]


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
