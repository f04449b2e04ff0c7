"""click in Indonesian: help pages, the group of commands, option types, and the sentences for wrong usage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SECTIONS = {"Options": "Opsi", "Commands": "Perintah", "Arguments": "Argumen"}


class Formatter(click.HelpFormatter):
    """A help page whose frame is Indonesian too."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line of a help page."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """The heading of a part of a help page."""
        super().write_heading(_SECTIONS.get(heading, heading))


class Context(click.Context):
    """A context that formats with :class:`Formatter`."""

    formatter_class = Formatter


class _HelpPage(click.Command):
    """What the help pages of a command and of the group have in common: Indonesian words, and examples at the end."""

    context_class = Context

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        """As click.Command; examples: commands to copy."""
        kwargs.setdefault("options_metavar", "[OPSI]")
        super().__init__(*args, **kwargs)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's)
        """The examples, as they are typed."""
        with formatter.section("Contoh"):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, described in Indonesian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan bantuan ini."
        return option


class Command(_HelpPage):
    """A command."""


class Group(_HelpPage, click.Group):
    """The group of all commands, in sections; a command's module is imported only when the command is asked for.

    This is the lazy group that click documents (LazyGroup). The group's help page and the completion of commands'
    names read the table alone, so that they import no command. A command is defined in its section's room of
    `zi_excel.cli`, in the module of its name, with `_` for `-`, and bears that name there too.
    """

    def __init__(
        self, *args: Any, sections: Mapping[str, Mapping[str, str]], rooms: Mapping[str, str], **kwargs: Any
    ) -> None:
        """As click.Group.

        sections: by title, the commands' summaries by name, in the order of the help page. rooms: by the same titles,
        the room of `zi_excel.cli` that defines a section's commands.
        """
        kwargs.setdefault("subcommand_metavar", "PERINTAH [ARGUMEN]...")
        super().__init__(*args, **kwargs)
        self.sections = sections
        self.rooms = {name: rooms[title] for title, section in sections.items() for name in section}
        self.summaries = {name: summary for section in sections.values() for name, summary in section.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """The commands' names, in the order of the help page."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, from its module; None where there is none of that name."""
        if cmd_name not in self.summaries:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"zi_excel.cli.{self.rooms[cmd_name]}.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands section by section, their summaries one below the other."""
        width = max(map(len, self.summaries))
        for title, section in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(width), summary) for name, summary in section.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """What a shell may put in place of the word begun: commands' names, or the group's own options."""
        from click.shell_completion import CompletionItem

        names = [name for name in self.summaries if name.startswith(incomplete)]
        options = click.Command.shell_complete(self, ctx, incomplete)  # click.Group's would import every command
        return [*(CompletionItem(name, help=self.summaries[name]) for name in names), *options]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named; UsageError in Indonesian, with the nearest name, where there is none of it."""
        unknown = args and not args[0].startswith("-") and args[0] not in self.summaries
        if unknown and not ctx.resilient_parsing:  # a shell that asks for completions wants no sentence
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.summaries, n=1)
            hint = f" Maksud Anda `{near[0]}`?" if near else ""
            ctx.fail(f"perintah `{args[0]}` tidak dikenal.{hint} Lihat `zi-excel --help`.")
        return super().resolve_command(ctx, args)


class Option(click.Option):
    """An option whose help says by itself that it must be given: click would add that in English."""

    def get_help_extra(self, ctx: click.Context) -> Any:
        """What click adds to the help."""
        return {key: value for key, value in super().get_help_extra(ctx).items() if key != "required"}


_YEARS = range(1990, 2101)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """An option's text as a date (YYYY-MM-DD); BadParameter in Indonesian where it is none."""
    if value is None:
        return None
    try:
        written = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", value)
        read = date(*map(int, written.groups() if written else ()))
    except (TypeError, ValueError):
        refusal = f"`{value}` bukan tanggal; tulis tahun-bulan-hari, misalnya 2025-11-20"
        raise click.BadParameter(refusal, ctx, param) from None
    if read.year not in _YEARS:  # a mistyped year would move the whole plan
        refusal = f"tahun dalam `{value}` bukan di antara {_YEARS[0]} dan {_YEARS[-1]}"
        raise click.BadParameter(refusal, ctx, param)
    return read


def positive(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """An option's text as a whole number above 0; BadParameter in Indonesian where it is none."""
    if value is None:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) < 9 and int(value) > 0):
        raise click.BadParameter(f"`{value}` bukan bilangan bulat di atas 0", ctx, param)
    return int(value)


class OneOf(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002  (click's signature)
        """Names the words that there are."""
        return f"`{value}` tidak dikenal; pilihannya: {', '.join(self.choices)}"


def explain(wrong: click.UsageError) -> str:
    """One Indonesian sentence for a wrong use of the command line."""
    hint = f" Lihat `{wrong.ctx.command_path} --help`." if wrong.ctx else ""
    match wrong:
        case click.NoSuchOption():
            near = f" Maksud Anda `{wrong.possibilities[0]}`?" if wrong.possibilities else ""
            sentence = f"opsi `{wrong.option_name}` tidak dikenal.{near}"
        case click.MissingParameter(param=click.Argument() as argument):
            sentence = f"{argument.make_metavar(wrong.ctx) if wrong.ctx else argument.name} belum disebut."
        case click.MissingParameter():
            sentence = f"opsi {_option(wrong)} wajib disebut."
        case click.BadOptionUsage() if "does not take" in wrong.message:
            sentence = f"opsi `{wrong.option_name}` tidak menerima nilai."
        case click.BadOptionUsage():
            sentence = f"opsi `{wrong.option_name}` memerlukan nilai."
        case click.BadParameter():
            sentence = f"{_option(wrong)}: {wrong.message}."
        case _ if wrong.message.startswith("Got unexpected extra argument"):
            sentence = f"ada argumen yang berlebih: {wrong.message.partition('(')[2].rstrip(')')}."
        case _:
            sentence, hint = wrong.message, ""
    return f"zi-excel: {sentence}{hint}"


def _option(wrong: click.BadParameter) -> str:
    if wrong.param is None:
        return "opsi"
    return f"`{max(wrong.param.opts, key=len)}`"
