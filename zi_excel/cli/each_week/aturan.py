"""`zi-excel aturan`: the manual of the rules, all or one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from zi_excel.cli.console import LEVEL_COLOUR, say_lines, wrapped
from zi_excel.cli.indonesian import Command
from zi_excel.validation.rule import Rule


@click.command(cls=Command, examples=["zi-excel aturan", "zi-excel aturan ZI601"])
@click.argument("kode", metavar="[KODE]", required=False)
def aturan(kode: str | None) -> None:
    """Menjelaskan aturan pemeriksaan, semua atau satu."""
    from zi_excel.verbs.validasi import aturan

    rules = aturan(kode)
    say_lines(rule_lines(rules[0]) if kode else rules_lines(rules))


def rule_lines(rule: Rule) -> Iterator[str]:
    """One rule's manual: what it asks for and why, a wrong and a right example, what to do."""
    yield click.style(f"{rule.code} · {rule.level} · {rule.title}", bold=True)
    for label, text in (
        ("", rule.what),
        ("Mengapa: ", rule.why),
        ("Salah:   ", rule.wrong),
        ("Benar:   ", rule.right),
        ("Saran:   ", rule.suggestion),
    ):
        yield from wrapped(label + text, 2, 2 + len(label))


def rules_lines(rules: Sequence[Rule]) -> Iterator[str]:
    """All rules, a line each, and how to ask for one."""
    for rule in rules:
        yield f"{rule.code}  {click.style(f'{rule.level:<10}', fg=LEVEL_COLOUR[rule.level])}  {rule.title}"
    yield ""
    yield "Penjelasan satu aturan: zi-excel aturan KODE"
