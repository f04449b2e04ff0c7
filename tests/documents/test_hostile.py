"""Documents that are damaged at random: each is read or refused in a sentence; nothing else ever happens."""

import random
import zipfile
from contextlib import suppress

import pytest
from enacted_cells import first_komponen, read
from laid_documents import Layout, html_text, tables_of, write_docx
from small_pdf import drawn, pdf_bytes

from zi_excel.errors import WorkbookError

pytestmark = pytest.mark.slow
HEAD = ("RENCANA AKSI TAHUN 2025", "")
VALUES = (b"", b"-1", b"99999999", b"x", b"0", b"\xff")


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, lost and doubled; tags lost; values of attributes replaced."""
    whole = bytearray(content)
    for _ in range(chance.choice([1, 3, 10, 40])):
        at = chance.randrange(max(len(whole), 1))
        end = at + chance.randrange(1, 200)
        first, second = chance.choice([(b"<", b">"), (b'"', b'"')])
        begins = whole.find(first, at)
        ends = whole.find(second, begins + 1)
        what = chance.randrange(4)
        if what == 0 and whole:
            whole[at] = chance.randrange(256)
        elif what == 1:
            del whole[at:end]
        elif what == 2:
            whole[at:at] = whole[at:end]
        elif 0 <= begins < ends:
            whole[begins + 1 : ends] = chance.choice(VALUES)
    return bytes(whole)


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> dict[str, bytes]:
    """One document of each kind."""
    tables = tables_of(Layout(spread="merged", pages=2, seed=3), first_komponen(1))
    plain = tables_of(Layout(spread="blank", pages=2, seed=3), first_komponen(1))
    word = write_docx(tmp_path_factory.mktemp("utuh") / "a.docx", tables, Layout(), head=HEAD)
    rows = ["\t".join(" ".join(cell.split("\n")) for cell in row) for table in plain for row in table.rows]
    return {
        "docx": word.read_bytes(),
        "html": html_text(tables, head=HEAD).encode(),
        "txt": "\n".join([*HEAD, *rows]).encode(),
        "csv": "\n".join([*HEAD, *rows]).replace("\t", ";").encode(),
        "pdf": pdf_bytes(drawn(plain, head=HEAD), packed=False),
    }


def damaged_word(content: bytes, path, chance: random.Random) -> None:
    """A Word document of which one part is damaged."""
    (path.parent / "utuh.zip").write_bytes(content)
    with zipfile.ZipFile(path.parent / "utuh.zip") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(["word/document.xml"] * 5 + list(parts))
    parts[name] = damaged(parts[name], chance)
    with zipfile.ZipFile(path, "w") as archive:
        for each, part in parts.items():
            archive.writestr(each, part)


@pytest.mark.parametrize(("kind", "times"), [("docx", 25), ("html", 40), ("txt", 40), ("csv", 40), ("pdf", 8)])
def test_it_is_read_or_refused(sound, tmp_path, kind, times):
    """With seeds of their own, so that what fails once fails again."""
    for seed in range(times):
        chance = random.Random(f"{kind} {seed}")
        path = tmp_path / f"{seed}.{kind}"
        if kind == "docx":
            damaged_word(sound[kind], path, chance)
        else:
            path.write_bytes(damaged(sound[kind], chance))
        with suppress(WorkbookError):
            assert read(path).plan.year
