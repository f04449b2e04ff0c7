"""The rooms of the package and who may enter which: docs/architecture.md, held."""

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "zi_excel"
FILES = sorted(PACKAGE.rglob("*.py"))
MODULES = {".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__") for path in FILES}

GROUND = {"errors", "clock", "signs", "wording", "version"}
FACE = {"__init__", "__main__"}
LOOSE = GROUND | FACE | {"frames"}

# A room may import from lower ranks, and within itself. The order is that of docs/architecture.md.
RANKS = (
    GROUND,
    {"plan", "opc", "store", "folder_bukti"},
    {"enacted", "measuring", "reader"},
    {"settings", "documents"},
    {"validation"},
    {"history"},
    {"kantor", "report"},
    {"sheets", "frames"},
    {"verbs"},
    {"outputs"},
    {"weekly"},
    {"cli"},
    FACE,
)
# Rooms of rooms: the same, one level further in.
INNER = {
    "opc": ({"package"}, {"workbook", "styles"}, {"tabs"}, {"graft", "comparison"}),
    "cli": (
        {"indonesian"},
        {"console", "options"},
        {"setting_up"},
        {"each_week", "for_evaluators", "proof_and_undo"},
        {"commands"},
        {"__init__"},
    ),
    "reader": ({"sheet"}, {"header"}, {"rows"}, {"model"}, {"__init__"}),
}


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax."""
    return ast.parse(path.read_text("utf-8"))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, also inside functions: whole names of ours, top names of others."""
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in MODULES else node.module for name in inside]
        else:
            continue
        found += [name if name.split(".")[0] == "zi_excel" else name.split(".")[0] for name in names]
    return tuple(found)


def room(name: str) -> str:
    """The room of one of our modules: its first name below the package; the face is `__init__`."""
    return [*name.split("."), "__init__"][1]


def module(path: Path) -> str:
    """A file's dotted name."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def ranks(order: tuple[set[str], ...]) -> dict[str, int]:
    """Each room's place in an order."""
    return {name: rank for rank, names in enumerate(order) for name in names}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only(path):
    """No file imports from its own rank or above, its own room apart; no name is exempt."""
    rank, own = ranks(RANKS), room(module(path))
    for name in imported(path):
        if name.split(".")[0] == "zi_excel" and room(name) != own:
            assert rank[room(name)] < rank[own], f"{module(path)} imports {name}, which does not lie below {own}"


@pytest.mark.parametrize(("outer", "order"), INNER.items(), ids=INNER)
def test_imports_go_down_inside_a_room_of_rooms(outer, order):
    """Such rooms have their order too; the comparison shares no code that writes."""
    rank = ranks(order)
    for path in sorted((PACKAGE / outer).rglob("*.py")):
        own = module(path).split(".")[2]
        for name in imported(path):
            if name.startswith(f"zi_excel.{outer}."):
                inner = name.split(".")[2]
                assert inner == own or rank[inner] < rank[own], f"{module(path)} imports {name}"


def test_no_two_modules_import_each_other():
    """There is no circle of imports, however long, and wherever in the files they stand."""
    arrows = {
        module(path).removesuffix(".__init__"): {name for name in imported(path) if name in MODULES} for path in FILES
    }
    done, way = set(), []

    def walk(name):
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in done:
            way.append(name)
            for other in sorted(arrows[name] - {name}):
                walk(other)
            way.pop()
            done.add(name)

    for name in sorted(arrows):
        walk(name)


def test_the_house_has_few_doors():
    """At most 18 rooms and eight loose modules at the top, each ranked; no room bears the name of a public verb."""
    import zi_excel

    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.rglob("*.py"))}
    loose = {path.stem for path in PACKAGE.glob("*.py")}
    assert len(rooms) <= 18
    assert loose == LOOSE
    assert len(loose) <= 8
    assert rooms | loose == set(ranks(RANKS))
    assert not rooms & set(zi_excel.__all__)


def test_no_room_is_crowded_or_holds_a_single_file():
    """At most 20 files in a room, and never one alone: that one would have a place elsewhere."""
    by_room = defaultdict(list)
    for path in FILES:
        by_room[path.parent].append(path)
    for folder, files in by_room.items():
        inner = [path for path in folder.iterdir() if path.is_dir() and any(path.glob("*.py"))]
        assert len(files) <= 20, f"{folder.name} holds {len(files)} files"
        assert len(files) > 2 or inner or len(files) + len(inner) > 2, f"{folder.name} holds one file"


def test_each_room_says_what_it_is():
    """A room's docstring tells what it is and what it may import."""
    for folder in sorted({path.parent for path in FILES} - {PACKAGE}):
        said = ast.get_docstring(tree(folder / "__init__.py")) or ""
        assert "import" in said, f"{folder.name} does not say what it may import"


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("pandas", {"frames"}),
        ("xlsxwriter", {"sheets"}),
        ("click", {"cli"}),
        ("lxml", {"opc", "documents"}),
        ("docx", {"documents"}),
        ("pdfplumber", {"documents"}),
        ("pdfminer", {"documents"}),
        ("openpyxl", set()),
        ("dask", {"kantor"}),
        ("pyarrow", set()),
    ],
)
def test_each_library_is_known_in_one_place(library, homes):
    """What a library is for stands in one place, so that it can be replaced there."""
    assert {room(module(path)) for path in FILES if library in set(imported(path))} <= homes


def test_settings_stop_where_they_are_handed_on():
    """Only who is asked for something reads them, and the engine of the rules; below, values are plain arguments."""
    asking = {
        module(path)
        for path in FILES
        if room(module(path)) != "settings" and any(room(name) == "settings" for name in imported(path) if "." in name)
    }
    rooms = {room(name) for name in asking - {"zi_excel.validation.engine"}}
    assert rooms <= {"verbs", "weekly", "cli", "__init__"}


@pytest.mark.slow
def test_only_the_command_line_prints():
    """The library hands out data; printing is the command line's."""
    for path in FILES:
        if room(module(path)) == "cli":
            continue
        calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"], path


NOUNS = ("komponen", "indikator", "monev", "rencana_aksi", "realisasi", "capaian", "temuan", "bukti")


def test_the_package_layer_knows_no_decree():
    """opc/ speaks OPC and SpreadsheetML: the decree's nouns are in none of its names and strings."""
    for path in sorted((PACKAGE / "opc").rglob("*.py")):
        for node in ast.walk(tree(path)):
            for value in vars(node).values():
                if isinstance(value, str):
                    assert not [noun for noun in NOUNS if noun in value.lower()], f"{path.name}: {value[:60]}"


ASK, FAIL = 300, 400


def test_no_file_is_a_god_module():
    """A file of more than 300 lines is asking to be split (see docs/contributing.md); one of more than 400 fails."""
    sizes = {path.name: len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert not {name: lines for name, lines in sizes.items() if lines > FAIL}
    assert len([name for name, lines in sizes.items() if lines > ASK]) <= len(FILES) // 20


TESTS = Path(__file__).parent
TOGETHER = {
    "cli/for_evaluators/rekap": "../../verbs/test_rekap.py",
    "cli/__init__": "test_commands.py",  # what every command has in common
    "documents/around": "lampiran/test_contents.py",
    "documents/columns": "../verbs/test_impor.py",
    "documents/doubts": "test_damage.py",
    "documents/kinds": "test_hostile.py",
    "documents/laid": "test_damage.py",
    "documents/lampiran/body": "test_package.py",
    "documents/lampiran/styles": "test_package.py",
    "documents/lampiran/table": "test_package.py",
    "documents/layout": "test_tables.py",
    "documents/lists": "test_docx.py",
    "documents/markup": "test_text.py",
    "documents/pages": "test_html.py",
    "documents/pdf/page": "test_reading.py",
    "documents/pdf/process": "test_reading.py",
    "documents/pdf/unruled": "test_reading.py",
    "kantor/deadlines": "test_engine.py",
    "kantor/figures": "test_compiling.py",
    "kantor/per_indikator": "test_compiling.py",
    "kantor/per_komponen": "test_compiling.py",
    "kantor/processes": "test_engine.py",
    "kantor/record": "test_engine.py",
    "outputs/data_files": "../verbs/test_rekap.py",
    "outputs/rekap_json": "../verbs/test_rekap.py",
    "outputs/rekap_tables": "../verbs/test_rekap.py",
    "reader/rows/grid_of_sheet": "test_grid.py",
    "sheets/__init__": "test_monev.py",  # the tabs as a workbook
    "sheets/chart_looks": "test_charts.py",
    "sheets/laporan": "test_book.py",  # the sheets as a workbook: most of what they say they say together
    "sheets/matriks": "../../scripts/test_template.py",  # the template is rendered by them
    "sheets/rekap": "test_book.py",  # likewise a workbook
    "store/cleaning": "test_backups.py",
    "store/drafts": "test_writing.py",
    "validation/rules": "test_every_rule.py",
    "weekly/worker": "test_limited.py",
    "verbs/lampiran": "test_lampiran.py",  # the document as a whole
    "verbs/lanjut": "test_lanjut.py",  # the draft as a workbook
    "verbs/one_kantor": "test_rekap.py",
    "verbs/putting": "test_impor.py",
}
"""Modules, and rooms with all their modules, that are tested together with what uses them: by which file."""


def decides(path: Path) -> bool:
    """Whether a module has any function: one that only names things has nothing to be tested."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree(path)))


def home_of_tests(path: Path) -> Path | None:
    """The file that tests a module: of its own name in its own place, else as `TOGETHER` says."""
    place = path.relative_to(PACKAGE)
    own = TESTS / place.parent / f"test_{place.parent.name if path.stem == '__init__' else path.stem}.py"
    if own.exists():
        return own
    named = place.with_suffix("")
    home = next((each for each in (named, *named.parents) if each.as_posix() in TOGETHER), None)
    if home is None:
        return None
    return TESTS / (home if (PACKAGE / home).is_dir() else home.parent) / TOGETHER[home.as_posix()]


def test_a_modules_tests_bear_its_name():
    """`plan/areas.py` is tested by `tests/plan/test_areas.py`; what is tested with others is named above."""
    faces = {PACKAGE / f"{name}.py" for name in FACE}
    homes = {path: home_of_tests(path) for path in FILES if decides(path) and path not in faces}
    assert [str(path.relative_to(PACKAGE)) for path, home in homes.items() if home is None] == []
    assert [str(home) for home in homes.values() if not home.exists()] == []


def test_what_is_tested_elsewhere_is_still_there():
    """No exception outlives the module or the room that it was made for."""
    for name in TOGETHER:
        home = PACKAGE / name
        assert home.is_dir() or home.with_suffix(".py").exists(), f"{name} is no more"
