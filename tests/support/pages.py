"""README and docs/ as data: their headings, links, code and commands."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CHANGELOG.md")

_FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`\n]+)`")
_HOMES = r'"?(?:%USERPROFILE%\\zi_excel\\Scripts\\|~/zi_excel/bin/)'
_CALL = re.compile(rf'^(?:(?:{_HOMES})?zi-excel"?|(?:{_HOMES})?python"? -m zi_excel)(?= |$)')


class Block(NamedTuple):
    """A fenced block: its page, its language ("" where none is named), its lines without the indent of a list."""

    page: Path
    language: str
    lines: tuple[str, ...]


def text_of(page: Path) -> str:
    """A page's text."""
    return page.read_text("utf-8")


def blocks(page: Path) -> tuple[Block, ...]:
    """The fenced blocks of a page."""
    return tuple(
        Block(page, match["language"], tuple(line.removeprefix(match["indent"]) for line in match["body"].splitlines()))
        for match in _FENCE.finditer(text_of(page))
    )


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", text_of(page))


def spans(page: Path) -> tuple[str, ...]:
    """What stands between backticks in a page's prose."""
    return tuple(_SPAN.findall(prose(page)))


def links(page: Path) -> tuple[str, ...]:
    """Where the links and pictures of a page lead, as it is written."""
    return tuple(_LINK.findall(_SPAN.sub("code", prose(page))))


def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    made: list[str] = []
    for heading in re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE):
        slug = re.sub(r"[^\w\- ]", "", _LINK.sub("", heading).strip().lower()).replace(" ", "-")
        made.append(f"{slug}-{again}" if (again := made.count(slug)) else slug)
    return frozenset(made)


def made(page: Path) -> frozenset[str]:
    """The files that the recipes of a page make: they are named there, and not in the project."""
    return frozenset(re.findall(r"New file `([^`]+)`", text_of(page)))


def command_lines(page: Path) -> tuple[str, ...]:
    """The commands of zi-excel that stand in a page's blocks, a line each."""
    lines = (line.strip() for block in blocks(page) for line in block.lines)
    return tuple(line for line in lines if _CALL.match(line))


def words(line: str) -> tuple[str, ...]:
    """A command's arguments: without its name, what its output is sent to, and the backslashes of Windows' paths."""
    rest = _CALL.sub("", line).partition(" > ")[0]
    return tuple(shlex.split(rest.replace("\\", "/")))
