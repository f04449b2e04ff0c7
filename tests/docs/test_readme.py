"""README.md: the front door, short enough to be read."""

import re

from pages import ROOT, links, text_of

from zi_excel.cli.commands import cli

README = ROOT / "README.md"


def test_the_readme_is_read_in_one_sitting():
    """At most 150 lines and two pictures."""
    assert len(text_of(README).splitlines()) <= 150
    assert len([link for link in links(README) if link.endswith(".png")]) == 2


def test_the_readme_names_five_commands_of_a_week():
    """Those that are typed, as a table to copy from; `zi-excel --help` has them in its first section."""
    (week,) = re.findall(r"^## Five commands of a week\n(.*?)^## ", text_of(README), re.DOTALL | re.MULTILINE)
    commands = re.findall(r"^\| `zi-excel ([\w-]+)", week, re.MULTILINE)
    assert len(set(commands)) == 5
    assert set(commands) <= set(next(iter(cli.sections.values())))


def test_the_readme_starts_with_two_commands_that_are_there():
    """The demo and the tests, by scripts of the project's own."""
    commands = re.findall(r"^python (scripts/\w+\.py)$", text_of(README), re.MULTILINE)
    assert len(commands) == 2
    assert all((ROOT / command).exists() for command in commands)
