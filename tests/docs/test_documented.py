"""What the tool can do is documented: commands, options, rules, settings and the Python names."""

import inspect

import click
import pytest
from pages import ROOT, text_of

import zi_excel
import zi_excel.frames
from zi_excel.cli.commands import cli
from zi_excel.settings.description import RULE_KEYS, SCHEMA

DOCS = ROOT / "docs"
CONTEXT = click.Context(cli)


def part(page, heading):
    """What stands below a heading of the second level, up to the next."""
    (found,) = [each for each in text_of(page).split("\n## ") if each.splitlines()[0] == heading]
    return found


@pytest.mark.parametrize("name", cli.list_commands(CONTEXT))
def test_every_command_and_option_is_documented(name):
    """A command or an option that is not documented fails the build."""
    described = part(DOCS / "perintah.md", f"`zi-excel {name}`")
    assert "Kode keluar" in described
    for parameter in cli.get_command(CONTEXT, name).params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"`{option}" in described or f", {option}" in described, option


@pytest.mark.parametrize("rule", zi_excel.aturan(), ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule):
    """Why it is, what is wrong and what is right."""
    assert f"\n### {rule.code} · {rule.title}\n" in text_of(DOCS / "aturan.md")


@pytest.mark.parametrize("table", [*SCHEMA, "aturan"])
def test_every_setting_is_documented(table):
    """Each key of each table of a settings file."""
    text = text_of(DOCS / "pengaturan.md")
    for key in SCHEMA.get(table, RULE_KEYS):
        assert key in text, key


def test_every_public_name_is_documented():
    """What `import zi_excel` offers stands in docs/python.md."""
    text = text_of(DOCS / "python.md")
    assert [name for name in zi_excel.__all__ if f"`{name}" not in text and not name.startswith("_")] == []
    frames = [name for name, value in vars(zi_excel.frames).items() if inspect.isfunction(value) and name[0] != "_"]
    assert [name for name in frames if f"`{name}(" not in text] == []
