"""The command line: `zi-excel` (contract, section 7)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

EXIT_USAGE = 2
EXIT_FILE = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code.

    0: done. 1: a galat was found. 2: wrong usage. 3: a file can't be used.
    """
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:  # noqa: PLR0911  (one return per exit code)
    """Runs one command and returns its exit code. Failures are one Indonesian sentence on stderr, never a traceback."""
    import click  # keeps `import zi_excel.cli` free of it

    from zi_excel.cli.commands import cli
    from zi_excel.cli.console import prepare_console
    from zi_excel.cli.indonesian import explain
    from zi_excel.errors import UsageError, WorkbookError, ZiExcelError

    prepare_console()
    try:
        code = cli.main(None if arguments is None else list(arguments), prog_name="zi-excel", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as nothing:
        click.echo(nothing.format_message(), err=True)
        return EXIT_USAGE
    except click.UsageError as wrong:
        click.echo(explain(wrong), err=True)
        return EXIT_USAGE
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Dihentikan; tidak ada yang ditulis setengah jalan.", err=True)
        return EXIT_FILE
    except UsageError as wrong:
        click.echo(f"zi-excel: {wrong}", err=True)
        return EXIT_USAGE
    except (WorkbookError, ZiExcelError) as unusable:
        click.echo(f"zi-excel: {unusable}", err=True)
        return EXIT_FILE
    except BrokenPipeError:  # `zi-excel ... | head`: the reader has seen enough
        sys.stderr.close()
        return 0
    return code if isinstance(code, int) else 0
