"""What the engine's workers do in tests; in a module of its own, so that other processes can import it."""

import os
import signal
import time
from pathlib import Path


def doubled(number: int) -> int:
    """The usual task."""
    return 2 * number


def doubled_or_else(task: tuple[int, str]) -> int:
    """The double of a number, unless its word asks for something worse.

    `mati`: the process dies. `gantung`: it never ends. `sekali:PATH`: it dies the first time only. `lambat`: it takes a
    moment. `galat`: it raises.
    """
    number, word = task
    if word == "mati":
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if word == "gantung":
        time.sleep(3600)
    if word.startswith("sekali:") and not (mark := Path(word.partition(":")[2])).exists():
        mark.touch()
        os._exit(1)
    if word == "lambat":
        time.sleep(0.3)
    if word == "galat":
        raise ValueError(word)
    return 2 * number
