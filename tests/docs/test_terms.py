"""One word for one thing: docs/istilah.md, held against the pages in Indonesian."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import zi_excel

DOCS = Path(__file__).parents[2] / "docs"
PAGES = (
    *("panduan", "administrator", "penilai", "provinsi", "perintah", "aturan", "pengaturan", "mingguan", "pemahaman"),
    *("impor", "lanjut", "keamanan", "pelengkapan"),
)
INDONESIAN = re.compile(r"\b(?:yang|dan|di|tidak|untuk|dari|ke|dengan|sudah|belum|bukan|atau|ada)\b")
PACKAGE = Path(zi_excel.__file__).parent
ROWS = [
    [cell.strip() for cell in line.strip("| \n").split("|")]
    for line in (DOCS / "istilah.md").read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("|---", "| Istilah"))
]
AVOIDED = [(word, row[0]) for row in ROWS if len(row) > 2 for word in map(str.strip, row[2].split(",")) if word]
TERMS = [term for row in ROWS for term in map(str.strip, row[0].split(","))]


@cache
def prose(page: str) -> str:
    """A page without what stands as code, in quotes, or in links' addresses."""
    text = (DOCS / f"{page}.md").read_text("utf-8")
    for other in (r"```.*?```", r"`[^`\n]*`", r"\]\([^)]*\)", r"“[^”]*”", r'"[^"\n]*"', r"\*[^*\n]+\*"):
        text = re.sub(other, " ", text, flags=re.DOTALL)
    return text


@pytest.mark.parametrize(("word", "term"), AVOIDED, ids=[word for word, _ in AVOIDED])
def test_a_word_that_is_avoided_stands_nowhere(word, term):
    """The term that is used instead is the one of the list."""
    begun = rf"(?:^|[.:?!] |\n- ){re.escape(word[0].upper() + word[1:])}"  # elsewhere a capital is a menu's or a name's
    found = [page for page in PAGES if re.search(rf"(?:(?<![\w-]){re.escape(word)}|{begun})(?![\w-])", prose(page))]
    assert not found, f"'{word}' in {', '.join(found)}: the term is '{term}'"


def sentences(path):
    """The Indonesian texts of a module, without what they quote; patterns for what others wrote are none."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            text = node.value
            if INDONESIAN.search(text) and not re.search(r"\(\?[:<!=]|\\b|\|\w", text):
                yield re.sub(r"`[^`]*`|“[^”]*”|'[^'\n]*'|\"[^\"\n]*\"", " ", text)


def test_messages_and_sheets_keep_to_the_list():
    """What tabs, reports, help and messages say: the same words as the pages."""
    said = [(path.name, text) for path in sorted(PACKAGE.rglob("*.py")) for text in sentences(path)]
    assert len(said) > 1000
    for word, term in AVOIDED:
        avoided = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        found = [(name, text[:80]) for name, text in said if avoided.search(text)]
        assert not found, f"'{word}': the term is '{term}'"


@pytest.mark.parametrize("term", TERMS)
def test_a_term_of_the_list_is_used(term):
    """A list of what nobody says would be no help."""
    assert any(term.casefold() in prose(page).casefold() for page in PAGES)
