"""docs/perintah.md: every command as its own help says it, so that a page and a help can't differ."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping

import click

HEAD = """# Perintah

Berkas ini dibuat dari bantuan perintahnya sendiri oleh `python scripts/build_docs.py`; jangan diubah di sini.

Setiap perintah menjawab `--help` dengan hal yang sama. `python -m zi_excel` sama dengan `zi-excel`.
"""
EXIT_CODES = """## Kode keluar

| kode | artinya |
|---|---|
| 0 | selesai |
| 1 | `validasi` menemukan galat; `periksa-utuh` atau `banding` menemukan perbedaan |
| 2 | salah pakai: perintah, opsi, atau pengaturan yang tidak dikenal atau tidak dapat diikuti |
| 3 | berkasnya tidak dapat dipakai: tidak ada, terkunci kata sandi, bukan buku kerja, tanpa matriks, sedang dibuka |
| 4 | hanya penyegaran mingguan: penyegaran lain sedang berjalan |

Pada 2 dan 3 satu kalimat di stderr menyebut sebabnya, dan tidak ada yang ditulis. Dari beberapa BUKU setiap buku kerja
dicoba, dan kode tertinggi yang keluar. Tanda kunci yang tertinggal disebut dengan pemiliknya, umurnya, dan apa yang
harus dihapus; alat ini tidak pernah menghapus kunci program lain.

Dengan `ZI_EXCEL_RINCI=1` di variabel lingkungan, kesalahan di dalam alat ini sendiri menampilkan rinciannya.
"""
USUAL_CODES = "Kode keluar: 0 selesai, 2 salah pakai, 3 berkas tidak dapat dipakai."
TELLS_CODES = "Kode keluar"


def manual(group: click.Group) -> str:
    """The page: a table of all commands, the exit codes, then a part per command.

    Args:
        group: the group of all commands, as `zi_excel.cli.commands` has it.
    """
    context = group.make_context("zi-excel", ["aturan"], resilient_parsing=True)
    sections: Mapping[str, Iterable[str]] = getattr(group, "sections", {"Perintah": group.list_commands(context)})
    commands = {name: _command(group, context, name) for names in sections.values() for name in names}
    tables = (_summary(title, {name: commands[name] for name in names}) for title, names in sections.items())
    whole = f"\n## `zi-excel`\n\n{_table(group, context)}\n"
    parts = (_part(name, command, context) for name, command in commands.items())
    return "\n".join((HEAD, *tables, EXIT_CODES + whole, *parts))


def _summary(title: str, commands: Mapping[str, click.Command]) -> str:
    """A section's commands as a table, each with its summary and a link to its part."""
    rows = (
        f"| [`zi-excel {name}`](#zi-excel-{name}) | {_cell(command.get_short_help_str(limit=200))} |"
        for name, command in commands.items()
    )
    return "\n".join((f"| {title} | |", "|---|---|", *rows, ""))


def _command(group: click.Group, context: click.Context, name: str) -> click.Command:
    command = group.get_command(context, name)
    if command is None:
        raise LookupError(name)
    return command


def _part(name: str, command: click.Command, parent: click.Context) -> str:
    """A command's part of the page: what it does, how it is called, its options, examples and exit codes."""
    context = command.context_class(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    text = inspect.cleandoc(command.help or "")
    paragraphs = [re.sub(r"\s*\n\s*", " ", each) for each in text.split("\n\n")]
    if TELLS_CODES not in text:
        paragraphs.append(USUAL_CODES)
    examples = "\n".join(getattr(command, "examples", ()))
    return "\n".join(
        (
            f"## `zi-excel {name}`\n",
            "\n\n".join(paragraphs) + "\n",
            f"```text\nPemakaian: zi-excel {name} {usage}\n```\n",
            _table(command, context) + "\n",
            f"Contoh:\n\n```\n{examples}\n```\n",
        )
    )


def _table(command: click.Command, context: click.Context) -> str:
    """Its options as a Markdown table."""
    return "\n".join(("| opsi | arti |", "|---|---|", *_rows(command, context)))


def _rows(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[1]:
            yield f"| `{_cell(record[0])}` | {_cell(record[1])} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
