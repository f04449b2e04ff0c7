"""Where a cell leads: its own hyperlinks, HYPERLINK() formulas, addresses and file paths in its plain text."""

from __future__ import annotations

import re

_FILES = (
    r"pdf|docx?|docm|xlsx?|xlsm|pptx?|odt|ods|odp|rtf|txt|csv|jpe?g|png|gif|heic|tiff?|zip|rar|7z|mp4|mov|avi|mp3|html?"
)
_ADDRESS = re.compile(
    r"""(?:(?:https?|ftp)://|www\.)[^\s<>"]+"""  # with its scheme, or nearly
    r"""|(?<![\w./@\\-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24}/[^\s<>"]+"""  # bit.ly/x
    r"""|\b(?:file:/{2,3}|[A-Za-z]:[\\/])[^\n<>"|?*;]+"""  # a path with its drive, to the end of the line
    r"""|(?<![\\\w])\\\\[^\s\\/]+\\[^\n<>"|?*;]+""",  # a share: \\server\folder
    re.IGNORECASE,
)
_FILE = re.compile(rf"[^\s<>\"|?*:;,][^\n<>\"|?*:;]{{0,250}}\.(?:{_FILES})", re.IGNORECASE)
_ENDING = re.compile(rf"\.(?:{_FILES})", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–—•▪●*·✓✔]|\(?(?:\d{1,2}|[a-z])[.)])\s+", re.IGNORECASE)
_SEPARATED = re.compile(r"[;,]+(?=(?:https?://|ftp://|www\.))", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'’”"


def links_in(text: str, *, files: bool = True) -> list[str]:
    """The addresses and file paths in a text, in order.

    A file name counts where it makes up its line or `;` part; not at all (no files) in the one line of
    a hyperlink, which only says what it is called.
    """
    if "." not in text and "\\" not in text:
        return []
    if not _may_lead(text) and not (files and _ENDING.search(text)):
        return []
    found: list[str] = []
    for part in re.split(r"[\n;](?=\s|$)|\n", _SEPARATED.sub("\n", text)):
        addresses = [_trimmed(match[0]) for match in _ADDRESS.finditer(part)] if _may_lead(part) else []
        if addresses:
            found.extend(addresses)
        elif files and (name := _FILE.fullmatch(_BULLET.sub("", part).strip())) is not None:
            found.append(name[0])
    return found


def distinct(targets: list[str]) -> tuple[str, ...]:
    """The targets in order, each once; a final "/" makes no other target."""
    if not targets:
        return ()
    seen: dict[str, str] = {}
    for target in targets:
        if target:
            seen.setdefault(target.rstrip("/"), target)
    return tuple(seen.values())


def _may_lead(part: str) -> bool:
    """Whether an address may stand there: looking for one takes long, and most texts have none."""
    return "/" in part or "\\" in part or "www." in part.lower()


def _trimmed(address: str) -> str:
    """Without the punctuation that ends the sentence; a bracket that the address itself opens stays."""
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
