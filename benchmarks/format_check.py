"""What the format's own validator says of a workbook beside its original."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_SECONDS = 240


def compared_formats(tool: str, source: Path, target: Path) -> tuple[str, str]:
    """Calls TOOL ORIGINAL RESULT, which ends with 1 where the result has errors that the original has not.

    Args:
        tool: a program, or a Python script.
        source: the original.
        target: the result.

    Returns:
        "same", "new errors" (also where only the original can be opened) or "unreadable" (the original can't be opened
        either, or the tool is not to be had); and the tool's own words.
    """
    code, said = _called(tool, target)  # mostly there is no error at all, and no need to look at the original
    if code:
        code, said = _called(tool, source, target)
    if code > 1 and _called(tool, source)[0] > 1:
        return "unreadable", said
    return ("new errors" if code else "same"), said


def _called(tool: str, *paths: Path) -> tuple[int, str]:
    command = [sys.executable, tool] if tool.endswith(".py") else [tool]
    try:
        run = subprocess.run([*command, *map(str, paths)], capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return 2, f"stopped after {_SECONDS} s"
    return run.returncode, (run.stdout + run.stderr).decode("utf-8", "replace")[-2000:]
