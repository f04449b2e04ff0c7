r"""No pattern that is looked for anywhere in a text takes the square of its length, whatever the text is made of.

What comes from outside is looked at in cells of 32,767 letters, in titles and in lines of documents: a pattern that
begins with `\s*` or `\w+` and may begin anywhere is tried from each letter of a run. A lookbehind lets it begin only
where the run begins.
"""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from whole_process import surroundings

import zi_excel

RUNS = (
    *("A", "I", "1", " ", "\n", "-", "_", "(", '"', "ab ", "1. ", "a/", ", ", "a.", "x;", "a@", "0,", "1 2 ", "A1:"),
    *("maret ", "nomor ", "sk ", "per ", "s.d. ", "2025 ", "tahun ", "http://"),
)
ANYWHERE = {"search", "sub", "subn", "finditer", "findall", "split"}
LENGTH = 30_000
SECONDS = 90
"""A net, for a busy machine: a module's patterns take a second or two, a square one takes minutes."""


def looked_for(path):
    """Names of a module's patterns that it looks for anywhere, not only at a text's beginning."""
    calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {
        call.value.id
        for call in calls
        if isinstance(call, ast.Attribute) and call.attr in ANYWHERE and isinstance(call.value, ast.Name)
    }


def patterns(module):
    """The patterns of a module that are looked for anywhere; those of bytes see bounded heads of parts only."""
    names = looked_for(Path(importlib.import_module(module).__file__))
    for name, value in vars(importlib.import_module(module)).items():
        found = [
            each
            for each in (value if isinstance(value, tuple) else (value,))
            if type(each).__module__ == "zi_excel.plan.patterns" or isinstance(each, re.Pattern)
        ]
        if name in names or (isinstance(value, tuple) and found):
            yield from (each for each in found if isinstance(each.pattern, str))


def search(module):
    """Looks for each pattern of a module in every run."""
    for each in patterns(module):
        for run in RUNS:
            each.search(run * (LENGTH // len(run)) + "!")


@cache
def modules():
    """The modules that have such patterns."""
    names = sorted(each.name for each in pkgutil.walk_packages(zi_excel.__path__, "zi_excel."))
    return [name for name in names if not name.endswith("__main__") and any(patterns(name))]


@pytest.mark.slow
@pytest.mark.parametrize("third", range(3))
def test_it_ends(third):
    """In a process of its own, which can be ended."""
    here = Path(__file__).parent
    code = (
        f"import sys; sys.path += {[str(here), str(here / 'support')]!r}\n"
        "from test_patterns_are_linear import search\nfor name in sys.argv[1:]: search(name)"
    )
    names = modules()[third::3]
    assert len(names) > 5
    subprocess.run([sys.executable, "-c", code, *names], check=True, timeout=SECONDS, env=surroundings())
