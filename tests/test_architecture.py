"""Imports go down only, and each boundary of docs/architecture.md holds."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "zi_excel"
FILES = sorted(PACKAGE.rglob("*.py"))

# A module may import from lower ranks, and from its own folder. The order is that of docs/architecture.md.
RANKS = (
    {"errors", "signs", "wording", "areas", "numbering", "columns", "toml_values", "clock", "data", "people"},
    {"jadwal", "toml_table", "datum", "evidence_words"},
    {"target_waktu", "bukti_fisik", "status", "weekly_settings"},
    {"realisasi"},
    {"rencana_aksi", "enacted"},
    {"config", "lke", "enacted_diff", "enacted_text"},
    {"opc", "penetapan", "folder_bukti"},
    {"findings", "measure"},
    {"history", "plan_diff", "working", "evidence", "follow_up", "reporting_period", "evaluator_notes"},
    {"report_history", "digest"},
    {"report_contents"},
    {"rules", "reader", "sheets", "store", "frames", "results", "template"}
    | {"report_json", "report_csv", "history_json", "digest_json", "digest_text"},
    {"validate", "rule_settings"},
    {"opening", "recordable", "monev_change"},
    {"matrix_verbs", "backup_verbs", "history_verbs", "laporan_verb", "digest_verb"}
    | {"refreshing", "touched_text", "recorded_text"},
    {"api"},
    {"weekly"},
    {"settings_verbs"},
    {"cli"},
    {"__init__", "__main__"},
)
RANK = {name: rank for rank, names in enumerate(RANKS) for name in names}


def area(path: Path) -> str:
    """The module, or the folder that it is a peer in."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported(path: Path) -> Iterator[str]:
    """The areas of zi_excel that a file imports, and the top names of other packages."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = node.module == "zi_excel"
            names = [f"zi_excel.{alias.name}" for alias in node.names] if whole else [node.module]
        for name in names:
            parts = name.split(".")
            if parts[0] == "zi_excel":
                yield parts[1] if len(parts) > 1 and parts[1] != "__version__" else "zi_excel"
            else:
                yield f":{parts[0]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only(path):
    """No file imports from its own level or above, its own folder apart."""
    own = area(path)
    assert own in RANK, f"{own} has no rank: name it in docs/architecture.md and here"
    for name in imported(path):
        if name.startswith(":") or name in {"zi_excel", own} or own in {"__init__", "__main__"}:
            continue
        assert RANK[name] < RANK[own], f"{path.name} imports {name}, which does not lie below {own}"


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("pandas", {"frames"}),
        ("xlsxwriter", {"sheets"}),
        ("click", {"cli"}),
        ("lxml", {"opc"}),
        ("openpyxl", set()),
    ],
)
def test_each_library_is_known_in_one_place(library, homes):
    """What a library is for stands in one place, so that it can be replaced there."""
    users = {area(path) for path in FILES if f":{library}" in set(imported(path))}
    assert users <= homes


def test_only_the_command_line_prints():
    """The library hands out data; printing is the command line's."""
    for path in FILES:
        if area(path) == "cli":
            continue
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"], path


def test_the_package_layer_knows_no_decree():
    """opc/ speaks OPC and SpreadsheetML; the decree's nouns never meet it."""
    for path in sorted((PACKAGE / "opc").rglob("*.py")):
        text = path.read_text("utf-8").lower()
        for noun in ("komponen", "indikator", "monev", "rencana_aksi", "realisasi", "capaian", "temuan", "bukti"):
            assert noun not in text, f"{path.name} says {noun}"


def test_no_file_is_a_god_module():
    """A file that passes 250 lines is asking to be split."""
    long = {path.name: lines for path in FILES if (lines := len(path.read_text("utf-8").splitlines())) > 250}
    assert not long
