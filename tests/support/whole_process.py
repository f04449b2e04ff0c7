"""The tool as a process of its own: it imports the package that is under test, be that a checkout or a wheel."""

import os
from pathlib import Path

import zi_excel

HOME = Path(zi_excel.__file__).parents[1]
"""The folder that the package under test is imported from."""


def surroundings(**more: str) -> dict[str, str]:
    """This process's environment, with `HOME` to import from and not the working folder, which may hold a checkout."""
    return {**os.environ, "PYTHONPATH": str(HOME), "PYTHONSAFEPATH": "1", **more}
