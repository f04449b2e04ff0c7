"""What the format validator (Open XML SDK) says: after a graft there is no error that the original did not have."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import zi_excel

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "check_format.py"
FILES = sorted((SHARED / "corpus").glob("*.xls[xm]"))[6::18]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "scripts")]

from fidelity_graft import grafted  # noqa: E402  (benchmarks are no package: the path comes first)
from format_check import compared_formats  # noqa: E402  (the same)
from sample_realisasi import fill_sample  # noqa: E402  (scripts are no package either)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TOOL.exists(), reason="the format check (../shared/tools) is not here"),
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo's workbook before its tabs; the test is skipped where the validator itself is not installed."""
    path = tmp_path_factory.mktemp("demo") / "contoh.xlsx"
    fill_sample(path)
    verdict, said = compared_formats(str(TOOL), path, path)
    if verdict == "unreadable":
        pytest.skip(f"the format validator can't be run: {said}")
    return path


@pytest.mark.parametrize("which", ["template", "demo"])
def test_own_workbooks(which, template, demo, tmp_path):
    """The template and the demo's workbook, with their tabs, have no error that they had not before."""
    source = {"template": template, "demo": demo}[which]
    target = Path(shutil.copy(source, tmp_path))
    assert zi_excel.monev(target, per=date(2025, 11, 20)).changed
    assert compared_formats(str(TOOL), source, target)[0] == "same"


@pytest.mark.skipif(not FILES, reason="the corpus of real workbooks (../shared/corpus) is not here")
def test_corpus(demo, tmp_path):
    """Real workbooks that get the tabs have no error that they had not before (one process each, two at a time)."""
    pairs = [(path, tmp_path / path.name) for path in FILES]
    pairs = [pair for pair in pairs if grafted(*pair, demo)["outcome"] == "grafted"]
    with ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(lambda pair: compared_formats(str(TOOL), *pair), pairs))
    assert [
        (path.name, said) for (path, _), (verdict, said) in zip(pairs, verdicts, strict=True) if verdict == "new errors"
    ] == []
    assert [verdict for verdict, _ in verdicts].count("same") >= 10
