"""click speaks Indonesian: help pages, and one sentence for each wrong use."""

import re

import click
import pytest

from zi_excel.cli import run
from zi_excel.cli.commands import cli

NAMES = cli.list_commands(click.Context(cli))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["capaian"], ["BUKU", "belum disebut"]),
        (["monev"], ["BUKU", "belum disebut"]),
        (["capaian", "x.xlsx", "--per", "20-11-2025"], ["--per", "2025-11-20"]),
        (["capaian", "x.xlsx", "--per", "2025-02-30"], ["--per", "bukan tanggal"]),
        (["capaian", "x.xlsx", "--format", "xml"], ["tabel, json, csv"]),
        (["capaian", "x.xlsx", "--pre", "2025-11-20"], ["--pre", "tidak dikenal", "--per"]),
        (["capian", "x.xlsx"], ["capian", "Maksud Anda `capaian`"]),
        (["capaian", "x.xlsx", "y.xlsx"], ["berlebih", "y.xlsx"]),
        (["capaian", "x.xlsx", "--per"], ["--per", "memerlukan nilai"]),
        (["aturan", "ZI000"], ["ZI000", "tidak ada"]),
    ],
)
def test_wrong_usage_is_one_indonesian_sentence_and_exit_2(arguments, words, capsys):
    """Contract, section 7: exit 2, in Indonesian, naming what was meant."""
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1
    for word in words:
        assert word in err
    assert not re.search(r"\b(Error|Invalid|Usage|Missing|such option)\b", err)


@pytest.mark.parametrize("command", [None, *NAMES])
def test_every_help_page_is_indonesian_with_an_example(command, capsys):
    """--help everywhere: what it does, and an example to copy."""
    assert run([*([command] if command else []), "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Pemakaian: zi-excel")
    assert "Contoh:" in page
    assert "Tampilkan bantuan ini." in page
    assert not re.search(r"\b(Usage|Options|Commands|Show this|exit\.)", page)
