"""The example of a settings file, and the table of all settings for docs/pengaturan.md: both from the description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_excel.settings.description import BLOCKS, Block, Key, Value

_HEAD = r"""
Pengaturan zi-excel. Simpan dengan nama zi-excel.toml di folder buku kerja, dengan pengodean UTF-8.

Semuanya boleh dihilangkan: baris yang diawali # tidak berlaku, dan menunjukkan nilai bawaan atau contoh.
Hapus tanda # di depan baris yang Anda perlukan, juga di depan judul bagiannya [...]. Lalu periksa:

  zi-excel konfigurasi --periksa zi-excel.toml

Nama folder Windows ditulis di antara tanda kutip tunggal: 'D:\Rencana Aksi'.
""".strip()


def example_text() -> str:
    """A settings file with every setting, each commented out: as it stands it changes nothing."""
    return "\n\n".join("\n".join(lines) for lines in (_comment(_HEAD), *map(_block_lines, BLOCKS))) + "\n"


def _block_lines(block: Block) -> Iterator[str]:
    meanings = {key.name: key.meaning for group in block.groups for key in group.keys}
    if block.heading:
        yield from _comment(block.comment.format_map(meanings))
        yield f"#{block.heading}"
    for group in block.groups:
        if group.comment:
            yield from _comment(group.comment.format_map(meanings))
        for key in group.keys:
            yield f"#{key.name} = {_toml(key.shown)}"


def _comment(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"# {line}".rstrip()


def _toml(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def settings_table() -> str:
    """Every setting in a Markdown table (Indonesian), a row each: its name, type, default, bounds and meaning."""
    lines = ["| Pengaturan | Isi | Bawaan | Syarat | Arti |", "|---|---|---|---|---|"]
    for block in BLOCKS:
        table = block.heading.strip("[]")
        for group in block.groups:
            for key in group.keys:
                name = f"{table}.{key.name}" if table else key.name
                default = f"`{_toml(key.shown)}`" if key.has_default else ""
                meaning = _sentence(key, group.comment or block.comment)
                lines.append(f"| `{name}` | {key.kind} | {default} | {_plain(_terms(key))} | {_plain(meaning)} |")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """The text as Markdown shows it, without making markup of its signs."""
    return re.sub(r"[*<_|\\]", r"\\\g<0>", text)


def _terms(key: Key) -> str:
    """What a value must fulfil beside its type."""
    terms = ["wajib diisi"] if key.needed else []
    if key.bounds:
        terms.append(f"{key.bounds[0]} sampai {key.bounds[1]}".replace(".", ","))
    if key.accepts:
        terms.append(key.expected)
    return "; ".join(terms)


def _sentence(key: Key, comment: str) -> str:
    """What it means. Half a sentence begins as the comment does that explains it together with its neighbours."""
    meaning = key.meaning.replace("\n", " ")
    if meaning.endswith("."):
        return meaning
    whole = f"{comment.partition('{')[0]}{meaning}."
    return whole[0].upper() + whole[1:]
