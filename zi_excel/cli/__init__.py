"""The command line `zi-excel` (contract, section 7): parses, calls one verb, prints its result, ends with an exit code.

Each command is the file of its name, in the room of those who use it; `commands` is their table. May import every
room, never the face `zi_excel`; what only a run needs (the verb, and with it the whole reader) is imported where it is
called, so that help pages and completion stay quick.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code.

    0: done. 1: a galat was found. 2: wrong usage. 3: a file can't be used.
    """
    from zi_excel.cli.console import heed_stop_signals

    heed_stop_signals()
    gc.set_threshold(100_000, 20, 20)  # a command is short and makes next to no cycles: collecting only takes time
    code = run(arguments)
    gc.freeze()  # nor is there anything to look for at the end: the process gives all back at once
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code. Failures are one Indonesian sentence on stderr, never a traceback."""
    from zi_excel.cli.commands import cli  # here, as `import zi_excel.cli` should cost nothing

    return answered(lambda: cli.main(arguments, prog_name="zi-excel", standalone_mode=False))


def answered(command: Callable[[], Any]) -> int:
    """Runs what a click command does, and returns its exit code; failures as in `run`."""
    import click

    from zi_excel.cli.console import DETAILS, complain, give_up_stdout, is_defect, outcome, prepare_console

    prepare_console()
    try:
        code = command()
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        return done.exit_code
    except BrokenPipeError:  # `zi-excel ... | head`: the reader has seen enough
        give_up_stdout()
        return 0
    except (Exception, KeyboardInterrupt) as failure:
        if is_defect(failure) and os.environ.get(DETAILS):
            raise
        if isinstance(failure, OSError):
            give_up_stdout()
        sentence, code = outcome(failure)
        complain(sentence)
    return code if isinstance(code, int) else 0
