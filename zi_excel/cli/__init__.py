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
    from zi_excel.cli.console import complain, prepare_console
    from zi_excel.cli.indonesian import explain
    from zi_excel.errors import UsageError, WorkbookError, ZiExcelError

    prepare_console()
    try:
        code = cli.main(None if arguments is None else list(arguments), prog_name="zi-excel", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as nothing:
        complain(nothing.format_message())
        return EXIT_USAGE
    except click.UsageError as wrong:
        complain(explain(wrong))
        return EXIT_USAGE
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("Dihentikan; tidak ada yang ditulis setengah jalan.")
        return EXIT_FILE
    except UsageError as wrong:
        complain(f"zi-excel: {wrong}")
        return EXIT_USAGE
    except (WorkbookError, ZiExcelError) as unusable:
        complain(f"zi-excel: {unusable}")
        return EXIT_FILE
    except BrokenPipeError:  # `zi-excel ... | head`: whoever reads has seen enough
        sys.stderr.close()
        return 0
    except MemoryError:
        complain("zi-excel: memori komputer tidak cukup untuk buku kerja ini; tutup program lain, lalu ulangi.")
        return EXIT_FILE
    return code if isinstance(code, int) else 0
