"""README and docs/: every link leads somewhere, and every path that is named is there."""

import re

import pytest
from pages import PAGES, ROOT, anchors, links, made, spans, text_of

PATH = re.compile(r"^(?:zi_excel|tests|scripts|benchmarks|docs|workbooks|\.ci|\.github)/[\w./*-]+(?:::\w+)?$")


def names(pages):
    """Readable ids."""
    return [page.name for page in pages]


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_relative_link_resolves(page):
    """The file is there, and so is the heading that an anchor names."""
    for link in links(page):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_path_that_is_named_exists(page):
    """A file, a folder, a pattern that matches something, a test that is in its file; or what a recipe makes."""
    for span in spans(page):
        if not PATH.match(span) or span in made(page):
            continue
        path, _, function = span.partition("::")
        found = sorted(ROOT.glob(path.rstrip("/")))
        assert found, span
        if function:
            assert f"def {function}(" in text_of(found[0]), span


def test_every_page_can_be_reached_from_the_readme():
    """A page that nothing links to is not found by anybody."""
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        targets = {(page.parent / link.partition("#")[0]).resolve() for link in links(page) if "://" not in link}
        waiting += [target for target in targets if target in PAGES and target not in seen]
    assert set(PAGES) <= seen


def test_every_picture_is_shown():
    """docs/gambar/ holds no picture that no page shows."""
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page) if link.endswith(".png")}
    assert set((ROOT / "docs" / "gambar").iterdir()) == shown


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("## 1. Memasang", "1-memasang"),
        ("## `zi-excel periksa-utuh`", "zi-excel-periksa-utuh"),
        ("### ZI601 · Target waktu kosong", "zi601--target-waktu-kosong"),
        ("### Kantor lain: catat matriks Anda sendiri", "kantor-lain-catat-matriks-anda-sendiri"),
    ],
)
def test_an_anchor_is_made_as_github_makes_it(heading, anchor, tmp_path):
    """Lower case, no punctuation, blanks as hyphens, two of a name told apart."""
    page = tmp_path / "page.md"
    page.write_text(f"{heading}\n\n{heading}\n", "utf-8")
    assert anchors(page) == {anchor, f"{anchor}-1"}
