"""Where links lead as offices write them, by their text alone. No disk is touched."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

_FILE_URL = r"(?is)file:(?://(?P<host>[^/\\]*))?(?P<path>.*)"
_SCHEME = r"(?i)[a-z][a-z0-9+.-]+:"  # two letters or more: one is a drive
_WEB = r"(?i)www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}/"  # www.x.id, bit.ly/x
_OWN_DRIVE = r"[A-Za-z][:|](?:/|$)"
_OWN_HOSTS = frozenset({"localhost", "127.0.0.1"})
_MOST_ENCODED = 3
"""Times that an address may have been encoded: `%255C` is `%5C` is a backslash."""
_DRIVE = r"[A-Za-z]:"


class Target(NamedTuple):
    """Where a link leads. root: "" of a relative one, else a drive (`C:`), a share (`//server`) or "/".

    parts: the folders and the name, `..` not resolved yet.
    """

    root: str
    parts: tuple[str, ...]


def targets_of(link: str) -> tuple[Target, ...]:
    """The files that a link may mean: as it stands, with `%20` undone, without `#page=3`. Nothing where none."""
    text = link.strip()
    if not text or text.startswith(("#", "=")):  # a place in this workbook; an address that a formula makes
        return ()
    if (url := re.fullmatch(_FILE_URL, text)) is not None:
        return tuple(dict.fromkeys(_of_url(url["host"] or "", each) for each in _without_fragment(url["path"])))
    if re.match(_SCHEME, text) or re.match(_WEB, text):
        return ()
    ways = [way for each in _without_fragment(text) for way in (each, unquote(each))]
    return tuple(dict.fromkeys(_of_path(each) for each in ways))


def on_own_computer(link: str) -> bool:
    r"""Whether a link leads to a disk of the computer itself, however it is encoded.

    A share (`\\server\bukti`, `file:///%5C%5Cserver/bukti`, `file://///server`) does not, unless it is its own
    (`\\localhost\C$`).
    """
    text = link.strip().removeprefix("<")
    for _ in range(_MOST_ENCODED):
        text = unquote(text)
    text = text.replace("\\", "/")
    is_file = text[:5].casefold() == "file:"
    path = text[5:] if is_file else text
    bare = path.lstrip("/")
    slashes = len(path) - len(bare)
    host, _, rest = bare.partition("/")
    if host in {"?", "."}:  # //?/C:/x, //?/UNC/server/x
        return rest[:4].casefold() != "unc/"
    if re.match(_OWN_DRIVE, bare):
        return is_file or slashes == 0
    if host.casefold() in _OWN_HOSTS:
        return slashes > 1
    return is_file and slashes in {1, 3}


def _without_fragment(text: str) -> Iterator[str]:
    yield text
    before, mark, _ = text.partition("#")
    if mark and before:
        yield before


def _of_url(host: str, path: str) -> Target:
    path = unquote(path)
    if host and host.casefold() != "localhost" and not re.fullmatch(_DRIVE, host):  # file://C:/x is written as well
        return _of_path(f"//{host}/{path}")
    if re.fullmatch(_DRIVE, host):
        return _of_path(host + path)
    bare = path.lstrip("/\\")
    return _of_path(bare if re.match(_DRIVE, bare) else path)


def _of_path(path: str) -> Target:
    plain = path.replace("\\", "/")
    if plain.startswith("//"):  # \\server\share, and \\?\C:\x, which is never taken for the drive
        server, _, rest = plain.lstrip("/").partition("/")
        return Target(f"//{server}", _parts(rest))
    if re.match(_DRIVE, plain):
        return Target(plain[:2].upper(), _parts(plain[2:]))
    return Target("/" if plain.startswith("/") else "", _parts(plain))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(each for each in path.split("/") if each not in {"", "."})
