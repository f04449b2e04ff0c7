"""Where a cell leads: its own links, HYPERLINK() and IMAGE() formulas, addresses and file paths in its plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zi_excel.plan.patterns import pattern
from zi_excel.reader.sheet.link_formulas import call_targets

_FILES = (
    r"pdf|docx?|docm|xlsx?|xlsm|pptx?|odt|ods|odp|rtf|txt|csv|jpe?g|png|gif|heic|tiff?|zip|rar|7z|mp4|mov|avi|mp3|html?"
)
_ADDRESS = pattern(
    r"""(?:(?:https?|ftp)://|www\.)[^\s<>"]+"""  # with its scheme, or nearly
    r"""|(?<![\w./@\\-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24}/[^\s<>"]+"""  # bit.ly/x
    r"""|\b(?:file:/{2,3}|[A-Za-z]:[\\/])[^\n<>"|?*;]+"""  # a path with its drive, to the end of the line
    r"""|(?<![\\\w])\\\\[^\s\\/]+\\[^\n<>"|?*;]+""",  # a share: \\server\folder
    re.IGNORECASE,
)
_FILE = pattern(rf"[^\s<>\"|?*:;,][^\n<>\"|?*:;]{{0,250}}\.(?:{_FILES})", re.IGNORECASE)
_ENDING = pattern(rf"\.(?:{_FILES})", re.IGNORECASE)
_BULLET = pattern(r"^\s*(?:[-–—•▪●*·✓✔]|\(?(?:\d{1,2}|[a-z])[.)])\s+", re.IGNORECASE)
_SEPARATED = pattern(r"(?<![;,])[;,]++(?=(?:https?://|ftp://|www\.))", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'’”"


def links_of(own: Sequence[str], formula: str | None, text: str) -> tuple[str, ...]:
    """Where a cell leads: the targets of its own links, those of its formula, those in its text, each once."""
    if not own and not formula:
        return distinct(links_in(text))
    linked = [*own, *(hyperlink_targets(formula) if formula else ())]
    return distinct([*linked, *links_in(text, files=not linked or "\n" in text)])


def hyperlink_targets(formula: str) -> list[str]:
    """The targets of the HYPERLINK() and IMAGE() calls of a formula; of those that name other cells, the call."""
    return call_targets(formula, lambda _: None)


def is_linkless(text: str) -> bool:
    """Whether a text by itself surely names no address and no file, as most texts do not."""
    if "." not in text and "\\" not in text:
        return True
    return not (_may_lead(text) or (_may_end(text) and _ENDING.search(text)))


def links_in(text: str, *, files: bool = True) -> list[str]:
    """The addresses and file paths in a text, in order.

    A file name counts where it is all that a line, or a part of it between `;`, says. With `files` False it never
    does: the one line of a hyperlink's cell only says what the link is called.
    """
    if is_linkless(text):
        return []
    targets: list[str] = []
    for part in re.split(r"[\n;](?=\s|$)|\n", _SEPARATED.sub("\n", text)):
        addresses = [_trimmed(match[0]) for match in _ADDRESS.finditer(part)] if _may_lead(part) else []
        if addresses:
            targets.extend(addresses)
        elif files and (name := _FILE.fullmatch(_BULLET.sub("", part).strip())) is not None:
            targets.append(name[0])
    return targets


def distinct(targets: list[str]) -> tuple[str, ...]:
    """The targets in order, each once; with a final "/" it is the same target."""
    if not targets:
        return ()
    seen: dict[str, str] = {}
    for target in targets:
        if target:
            seen.setdefault(target.rstrip("/"), target)
    return tuple(seen.values())


def _may_lead(part: str) -> bool:
    """Whether an address may stand there: the search for one takes long, and most texts have none."""
    if "\\" in part or "www." in part.lower():
        return True
    return "/" in part and any("/" in word and ("." in word or ":" in word) for word in part.split())


def _may_end(text: str) -> bool:
    """Whether a file's name may end there: a full stop is behind a word, an ending's point amid one."""
    return any("." in word[:-1] for word in text.split())


def _trimmed(address: str) -> str:
    """An address without the punctuation that ends its sentence; a bracket that it opens itself stays."""
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
