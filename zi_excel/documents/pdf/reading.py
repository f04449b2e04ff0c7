"""A PDF read in a process of its own, whose memory and time are bounded from outside.

What a file says of its sizes is believed by every library that unpacks it. Here one page after the other comes over a
pipe; a process that takes too long, or too much, is ended, and a sentence says so.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from zi_excel.documents.joining import Words
from zi_excel.documents.markup import relisted
from zi_excel.documents.pages import Block, Cell, Document, Judged, Page, Row, Table, strayed
from zi_excel.documents.pdf.process import MOST_PAGES
from zi_excel.documents.pdf.typeset import Piece
from zi_excel.errors import WorkbookError

_MEMORY = 3 << 30
"""Bytes of addresses that the process may have."""
_PATIENCE = 180.0
"""Seconds that the next page may take."""
_HOME = str(Path(__file__).parents[3])
_COMMAND = (
    "import sys; sys.path.insert(0, sys.argv[1]); from zi_excel.documents.pdf.process import main; main(sys.argv[2])"
)


def read_pdf(path: Path, *, patience: float = _PATIENCE, memory: int = _MEMORY) -> Document:
    """A document's pages.

    Raises:
        WorkbookError: it is no PDF, damaged, protected by a password, a scan without text, or takes too long.
        ModuleNotFoundError: pdfplumber is missing.
    """
    import pdfplumber  # noqa: F401  (asked for here, so that its absence is told in a sentence)

    raw: list[dict[str, Any]] = []
    for message in _messages(path, patience, memory):
        if "failed" in message:
            raise WorkbookError(_FAILURES.get(message["failed"], _FAILURES["damaged"]).format(path=path))
        raw.append(message)
    scanned = [at for at, page in enumerate(raw, start=1) if not page["letters"] and page["pictures"]]
    if not any(page["letters"] for page in raw):
        raise WorkbookError(
            f"'{path}' adalah hasil pindai: {len(raw)} halamannya tidak memuat teks. Jalankan dahulu OCR berbahasa "
            f'Indonesia, misalnya `ocrmypdf -l ind "{path.name}" keputusan-ocr.pdf`, lalu impor hasilnya.'
        )
    return _document(path, raw, scanned)


_FAILURES = {
    "password": "'{path}' dilindungi sandi; buka dengan sandinya, cetak ke PDF baru, lalu impor berkas itu.",
    "damaged": "'{path}' bukan PDF yang utuh; unduh atau simpan ulang, lalu impor lagi.",
    "pages": f"'{{path}}' mempunyai lebih dari {MOST_PAGES} halaman; simpan halaman Lampirannya saja, lalu impor.",
    "memory": "'{path}' memerlukan terlalu banyak memori; simpan halaman Lampirannya saja ke PDF baru, lalu impor.",
    "slow": "'{path}' terlalu lama dibaca; cetak halaman Lampirannya ke PDF baru, lalu impor berkas itu.",
}


def _messages(path: Path, patience: float, memory: int) -> Iterator[dict[str, Any]]:
    """What the process says: a message per page, or of its failure."""
    process = subprocess.Popen(  # noqa: S603  (this very interpreter, on a file that only it reads)
        [sys.executable, "-P", "-c", _COMMAND, _HOME, json.dumps([str(path.absolute()), memory])],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    lines: queue.Queue[bytes | None] = queue.Queue()

    def pump() -> None:
        if process.stdout is not None:
            for line in process.stdout:
                lines.put(line)
        lines.put(None)

    threading.Thread(target=pump, daemon=True).start()
    ended = False
    try:
        while True:
            try:
                line = lines.get(timeout=patience)
            except queue.Empty:
                yield {"failed": "slow"}
                return
            if line is None:
                if not ended:
                    yield {"failed": "memory" if process.wait() < 0 else "damaged"}
                return
            message = json.loads(line)
            if message == "done":
                ended = True
            else:
                yield message
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _document(path: Path, raw: Sequence[dict[str, Any]], scanned: Sequence[int]) -> Document:
    words = Words(
        piece[0]
        for page in raw
        for block in page["blocks"]
        if not isinstance(block, str)
        for row in block[0]
        for cell in row
        for piece in cell[4]
    )
    judged: list[Judged] = []
    pages = []
    for number, page in enumerate(raw, start=1):
        where = f"halaman {number}"
        judged += [Judged(where, strayed(seen), made) for seen, made in page["judged"]]
        if number in scanned:
            made = "Halaman ini gambar tanpa teks; tidak dibaca. Jalankan OCR dahulu bila memuat bagian matriks."
            judged.append(Judged(where, "", made))
        blocks: list[Block] = []
        for block in page["blocks"]:
            if isinstance(block, str):
                blocks.append(block)
                continue
            rows = [_row(row, words, f"{where}, baris {at}", judged) for at, row in enumerate(block[0], start=1)]
            blocks.append(Table(tuple(rows), measured=True))
        pages.append(Page(number, tuple(blocks)))
    return Document(path, "halaman", tuple(pages), tuple(judged))


def _row(row: Sequence[Sequence[Any]], words: Words, where: str, judged: list[Judged]) -> Row:
    cells = []
    for left, right, down, filled, pieces, slanted in row:
        text, notes = joined_text([Piece(*piece) for piece in pieces], words)
        listed = relisted(text) if "\n" not in text else None
        if listed is not None:
            made = "Butir yang pemisahnya tidak kelihatan; ditulis satu butir per baris."
            judged.append(Judged(where, strayed(text), made))
            text = listed
        judged += [Judged(where, note, "Kata yang terpotong di ujung baris; disambung.") for note in notes]
        cells.append(Cell(left, right, text, down, tuple(slanted), filled))
    return tuple(cells)


def joined_text(pieces: Sequence[Piece], words: Words) -> tuple[str, list[str]]:
    """A cell's text: what only the page broke is joined; and the words that were put together."""
    text, notes = "", []
    previous: Piece | None = None
    for piece in pieces:
        if previous is None:
            text = piece.text
        elif not previous.wrapped:
            text = f"{text}\n{piece.text}"
        elif previous.tight and not text.endswith(("-", "/")):
            text, note = words.fused(text, piece.text)
            notes += [note] if note else []
        elif previous.spaced or text.endswith("/"):  # programs break behind a slash only where a blank follows it
            text = f"{text} {piece.text}"
        else:
            text, note = words.joined(text, piece.text)
            notes += [note] if note else []
        previous = piece
    return text, notes
