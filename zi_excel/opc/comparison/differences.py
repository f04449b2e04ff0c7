"""Two XML elements compared by what they say: names, namespaces, attributes, texts, children in their order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from zi_excel.opc.package import xml

_LONG = 60
_NAMES = ("name", "PartName", "Extension", "Id")
"""Attributes that an element is known by."""


def difference(old: xml.Element, new: xml.Element) -> str | None:
    """Where two elements first differ, in an Indonesian half sentence; None where they say the same.

    The order of attributes and white space between elements say nothing.
    """
    return next(_differences(old, new, label(old)), None)


def document_difference(old: xml.Element, new: xml.Element) -> str | None:
    """Where two documents first differ: their roots, and the comments and instructions around these."""
    for before, after in zip_longest(_around(old), _around(new)):
        if before is None or after is None or before.tag != after.tag or before.text != after.text:
            return "komentar atau instruksi di luar elemen pertamanya berbeda"
    return difference(old, new)


def _differences(old: xml.Element, new: xml.Element, path: str) -> Iterator[str]:
    if old.tag != new.tag or old.prefix != new.prefix:
        yield f"{path}: elemen '{label(old)}' menjadi '{label(new)}'"
        return
    if old.nsmap != new.nsmap:
        yield f"{path}: deklarasi namespace-nya berbeda"
    for word in dict.fromkeys((*old.keys(), *new.keys())):
        before, after = old.get(word), new.get(word)
        if before != after:
            yield f"{path}: atribut {word.rpartition('}')[2]} {_said(before)} menjadi {_said(after)}"
    if _text(old) != _text(new):
        yield f"{path}: teks {_said(_text(old))} menjadi {_said(_text(new))}"
    for number, (before, after) in enumerate(zip_longest(old, new), 1):
        if before is None or after is None:
            what = "ditambahkan" if before is None else "hilang"
            yield f"{path}: elemen {label(after if before is None else before, number)} {what}"
            return
        yield from _differences(before, after, f"{path} > {label(before, number)}")
        if (before.tail or "").strip() != (after.tail or "").strip():
            yield f"{path}: teks sesudah {label(before)} berbeda"


def label(element: xml.Element, number: int | None = None) -> str:
    """What sentences call an element: by its name, else by its number (from 1) among its parent's children."""
    name = xml.local(element)
    if not name:
        return "komentar"
    known_by = next((value for word in _NAMES if (value := element.get(word))), None)
    if known_by:
        return f"{name} '{known_by}'"
    return name if number is None else f"{name} ke-{number}"


def _text(element: xml.Element) -> str:
    text = element.text or ""
    return text.strip() if len(element) else text


def _said(value: str | None) -> str:
    if value is None:
        return "(tidak ada)"
    return f"'{value}'" if len(value) <= _LONG else f"'{value[:_LONG]}...'"


def _around(root: xml.Element) -> list[xml.Element]:
    return [*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()]
