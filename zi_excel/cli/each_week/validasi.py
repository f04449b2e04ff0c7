"""`zi-excel validasi`: the findings, as many as one screen holds and all of them on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

from zi_excel.cli.console import (
    LEVEL_COLOUR,
    SCREEN,
    Block,
    cut,
    line_width,
    lines_of,
    one_line,
    say_json,
    say_lines,
    wrapped,
)
from zi_excel.cli.indonesian import Command, OneOf
from zi_excel.cli.options import (
    buku_argument,
    diam_option,
    folder_bukti_option,
    format_option,
    is_asked,
    kode_option,
    per_option,
    reading_options,
)
from zi_excel.errors import UsageError
from zi_excel.validation.findings import Finding, Level
from zi_excel.wording import BY_SETTINGS, LEVEL_MEANING, LEVEL_SIGN, shortened

if TYPE_CHECKING:
    from zi_excel.verbs.validasi import ValidasiResult


@click.command(
    cls=Command,
    examples=[
        "zi-excel validasi rencana_aksi.xlsx",
        "zi-excel validasi rencana_aksi.xlsx --tingkat galat --rinci",
        "zi-excel validasi rencana_aksi.xlsx --kode II.1 --aturan ZI601",
        "zi-excel validasi rencana_aksi.xlsx --format json > temuan.json",
    ],
)
@buku_argument
@format_option
@click.option("--rinci", is_flag=True, help="Tampilkan setiap temuan, juga bila lebih dari satu layar.")
@click.option(
    "--tingkat",
    type=OneOf([str(level) for level in Level]),
    help="Hanya temuan setingkat ini atau lebih berat: galat, peringatan, info.",
)
@click.option("--aturan", "codes", multiple=True, metavar="KODE", help="Hanya temuan aturan ini; boleh diulang.")
@kode_option
@per_option
@folder_bukti_option
@reading_options
@diam_option
def validasi(
    buku: Path,
    *,
    bentuk: str,
    rinci: bool,
    tingkat: str | None,
    codes: tuple[str, ...],
    kodes: tuple[str, ...],
    per: date | None,
    folder_bukti: Path | None,
    lembar: str | None,
    konfigurasi: Path | None,
    diam: bool,
) -> int:
    """Memeriksa matriks dan menampilkan temuannya.

    Yang tidak muat di satu layar diringkas per aturan. Kode keluar menurut semua temuan: 0 tanpa galat, 1 ada galat,
    2 salah pakai, 3 berkas tidak dapat dipakai.
    """
    from zi_excel.verbs.validasi import aturan, validasi

    if bentuk == "json" and (rinci or tingkat or codes or kodes):
        raise UsageError(
            "`--rinci`, `--tingkat`, `--aturan`, dan `--kode` hanya untuk `--format teks`; JSON selalu lengkap."
        )
    if bentuk == "json" and diam:
        raise UsageError("`--diam` tidak menampilkan apa pun, juga tidak `--format json`; pilih salah satunya.")
    selection = Selection(
        Level(tingkat or Level.INFO), tuple(rule.code for code in codes for rule in aturan(code)), kodes
    )
    result = validasi(buku, per=per, sheet=lembar, settings=konfigurasi, folder_bukti=folder_bukti)
    if bentuk == "json":
        from zi_excel.outputs.results_json import validasi_json

        say_json(validasi_json(str(buku), result.plan.sheet, result.findings))
    elif not diam:
        titles = {rule.code: rule.title for rule in aturan()}
        say_lines(validasi_lines(result, titles, every=rinci, selection=selection))
    return int(result.has_galat)


_SUMMARY_LINES = 10
_REST = "  … dan {left} temuan lain"
_PLACES_SHOWN = 3
_WIDE = 80
"""Characters that a line needs for the words of the levels; narrower ones have their signs."""
_RANK = MappingProxyType({level: rank for rank, level in enumerate(Level)})


class Selection(NamedTuple):
    """Which findings are shown: all by default.

    level: this one and the graver ones. codes: of these rules. kodes: of these indikator, or of all in these komponen
    and subkomponen.
    """

    level: Level = Level.INFO
    codes: tuple[str, ...] = ()
    kodes: tuple[str, ...] = ()

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is shown."""
        graver = _RANK[finding.level] <= _RANK[self.level]
        named = [finding.kode, *(kode for _, kode in finding.also)]
        return (
            graver
            and (not self.codes or finding.code in self.codes)
            and (not self.kodes or any(is_asked(kode, self.kodes) for kode in named))
        )


EVERYTHING = Selection()


class _Group(NamedTuple):
    """The findings of one rule at one level, for one reason of the settings, by place."""

    level: Level
    code: str
    reason: str | None
    findings: list[Finding]


def validasi_lines(
    result: ValidasiResult,
    titles: Mapping[str, str],
    *,
    every: bool = False,
    selection: Selection = EVERYTHING,
) -> Iterator[str]:
    """The findings: all of them where they fit on a screen, else a summary and as many as fit below it.

    Args:
        result: what `validasi` found.
        titles: per rule code what the rule is called.
        every: the summary and all findings, however many.
        selection: which findings are shown; the counts at the top, and the exit code, are always of all.
    """
    shown = [finding for finding in result.findings if selection.takes(finding)]
    groups = _grouped(shown)
    head = _heading(result, len(shown))
    if not shown:
        yield from head
        if result.findings:
            yield ""
            yield "Tidak ada temuan yang cocok dengan pilihan ini."
        return
    blocks, summary, hints = list(_blocks(groups, titles)), list[str](), _hints(groups, complete=True)
    details = lines_of(blocks)
    if len(head) + len(details) + len(hints) > SCREEN:
        summary = list(_summary(groups, titles))
        if not every:
            hints = _hints(groups, complete=False)
            details = cut(blocks, SCREEN - len(head) - len(summary) - len(hints), _REST)
    yield from (*head, *summary, *details, *hints)


def _grouped(findings: Sequence[Finding]) -> list[_Group]:
    """The findings in groups: by level, the gravest first; within a level by the place of their first finding."""
    groups: dict[tuple[Level, str, str | None, bool], _Group] = {}
    for finding in findings:
        key = (finding.level, finding.code, finding.reason, finding.silenced > 0)
        groups.setdefault(key, _Group(finding.level, finding.code, finding.reason, [])).findings.append(finding)
    return [group for level in Level for group in groups.values() if group.level is level]


def _heading(result: ValidasiResult, shown: int) -> list[str]:
    counts = ", ".join(f"{result.count(level)} {level}" for level in Level)
    some = "" if shown == len(result.findings) else f" (ditampilkan {shown})"
    text = f"{result.path} · lembar '{result.plan.sheet}': {counts}{some}"
    return [click.style(line, bold=True) for line in wrapped(text, 0, 2)]


def _hints(groups: Sequence[_Group], *, complete: bool) -> list[str]:
    """How to see more. complete: all findings are shown already."""
    code = groups[0].code
    lines = [] if complete else wrapped("Setiap temuan: --rinci. Sebagian: --tingkat, --aturan, atau --kode.", 0, 2)
    return [
        "",
        *lines,
        *wrapped(f"Penjelasan satu aturan: zi-excel aturan KODE, misalnya: zi-excel aturan {code}", 0, 2),
    ]


# --- the summary: one line per rule


def _summary(groups: Sequence[_Group], titles: Mapping[str, str]) -> Iterator[str]:
    """The rules with the most findings of each level: how many, and where the first are."""
    ordered = sorted(groups, key=lambda group: (_RANK[group.level], -len(group.findings)))
    wide = line_width() >= _WIDE
    lines: list[str] = []
    for at, group in enumerate(ordered):
        row = _row(group, titles, wide=wide)
        if len(lines) + len(row) > _SUMMARY_LINES - (at + 1 < len(ordered)):
            rest = ordered[at:]
            lines.append(f"  dan {len(rest)} aturan lain: {sum(len(group.findings) for group in rest)} temuan")
            break
        lines += row
    yield ""
    if wide:
        yield click.style(f"  {'Tingkat':<10}  Aturan  Jumlah  Isi dan tempat pertamanya", bold=True)
    yield from lines


def _row(group: _Group, titles: Mapping[str, str], *, wide: bool) -> list[str]:
    """One rule's line of the summary, and below it the reason where settings changed it."""
    lead, digits = (30, 8) if wide else (17, 4)
    level = click.style(f"{group.level:<10}" if wide else LEVEL_SIGN[group.level], fg=LEVEL_COLOUR[group.level])
    room = line_width() - lead
    row = [f"  {level}  {group.code} {len(group.findings):>{digits}}  {_about(group, titles, room)}"]
    if group.reason:
        row.append(" " * lead + shortened(BY_SETTINGS + one_line(group.reason), room))
    return row


def _about(group: _Group, titles: Mapping[str, str], room: int) -> str:
    """What the rule is called, and as many of its first places as there is room for."""
    title = titles.get(group.code, "")
    silenced = sum(each.silenced for each in group.findings)
    if silenced:
        return shortened(f"{silenced} temuan tidak ditampilkan: {title}", room)
    cells = [ref for each in group.findings for ref in (each.place.ref, *(cell for cell, _ in each.also)) if ref]
    for number in range(min(_PLACES_SHOWN, len(cells)), 0, -1):
        more = f", … ({len(cells)} sel)" if len(cells) > number else ""
        about = f"{title}: {', '.join(cells[:number])}{more}"
        if len(about) <= room:
            return about
    return shortened(title, room)


# --- the findings themselves


def _blocks(groups: Sequence[_Group], titles: Mapping[str, str]) -> Iterator[Block]:
    """Level by level and rule by rule, each finding with its cell; advice that several rules share once, below them."""
    for level in Level:
        those = [group for group in groups if group.level is level]
        if those:
            count = sum(len(group.findings) for group in those)
            meaning = wrapped(f"{level.upper()} ({count}): {LEVEL_MEANING[level]}", 0, 2)
            yield Block(["", *(click.style(line, fg=LEVEL_COLOUR[level]) for line in meaning)], heads=True)
        alike = 0
        for at, group in enumerate(those):
            yield from _group_blocks(group, titles)
            alike += 1
            advice = _shared(group)
            if advice is None or at + 1 == len(those) or _shared(those[at + 1]) != advice:
                if advice:
                    lead = f"Saran untuk {alike} aturan di atas: " if alike > 1 else "Saran: "
                    yield Block(wrapped(lead + advice, 4, 6 if alike > 1 else 11))
                alike = 0


def _shared(group: _Group) -> str | None:
    """The advice that all findings of a group share; None where they differ: then each has its own."""
    advice = {finding.suggestion for finding in group.findings}
    return advice.pop() if len(advice) == 1 else None


def _group_blocks(group: _Group, titles: Mapping[str, str]) -> Iterator[Block]:
    """One rule's findings: a lone one with its code in the line, several below a heading."""
    one = len(group.findings) == 1
    if not one:
        yield Block(wrapped(f"{group.code}  {titles.get(group.code, '')} ({len(group.findings)})", 2, 9), heads=True)
    for finding in group.findings:
        where = " ".join(part for part in (finding.place.ref or "(lembar)", finding.kode or "") if part)
        code = f" {group.code} " if one else ""
        lines = wrapped(f"{where:<14}{code} {finding.message}", 2 if one else 4, 4 if one else 6)
        if _shared(group) is None and finding.suggestion:
            lines += wrapped(f"Saran: {finding.suggestion}", 6, 13)
        yield Block(lines, 1)
    if group.reason:
        yield Block(wrapped(BY_SETTINGS + group.reason, 4, 11))
