"""PDF files written by hand: texts and rules at places, in the fonts that every reader has."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from laid_documents import LaidTable
from pdfminer.fontmetrics import FONT_METRICS

_WIDTHS = {chr(code) if isinstance(code, int) else code: width for code, width in FONT_METRICS["Helvetica"][1].items()}
WIDTHS = (26, 92, 150, 140, 140, 92, 92)
"""Points of the seven columns; an F4 page has 936 across."""
PAPER = (936.0, 612.0)
PAD, LEADING = 4.0, 1.25


def width(text: str, size: float) -> float:
    """How wide a text is."""
    return sum(_WIDTHS.get(char, 500) for char in text) * size / 1000


def wrapped(text: str, room: float, size: float, *, hyphened: bool = False) -> list[str]:
    """A text in lines of that width, parted at blanks. hyphened: with long words cut at a line's end."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            whole = f"{line} {word}" if line else word
            if width(whole, size) <= room:
                line = whole
                continue
            cut = next((at for at in range(len(word) - 3, 3, -1) if width(f"{line} {word[:at]}-", size) <= room), 0)
            if hyphened and cut and word.isalpha() and len(word) > 8:
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
            else:
                lines.append(line)
                line = word
        lines.append(line)
    return lines


class Canvas:
    """A page: y counts from its top."""

    def __init__(self, paper: tuple[float, float] = PAPER) -> None:
        self.paper = paper
        self.operations: list[str] = []

    def text(self, x: float, y: float, text: str, size: float = 9, *, turned: bool = False) -> None:
        """Writes a line whose letters stand on y. turned: running up the page."""
        raw = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        way = "0 1 -1 0" if turned else "1 0 0 1"
        at = f"{x:.2f} {self.paper[1] - y:.2f}"
        self.operations.append(f"BT /F1 {size} Tf {way} {at} Tm ({raw.decode('latin-1')}) Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draws a rule."""
        height = self.paper[1]
        self.operations.append(f"0.5 w {x0:.2f} {height - y0:.2f} m {x1:.2f} {height - y1:.2f} l S")

    def picture(self) -> None:
        """Draws the picture that a scanned page is."""
        self.operations.append(f"q {self.paper[0]} 0 0 {self.paper[1]} 0 0 cm /Im1 Do Q")


class Drawing(NamedTuple):
    """How tables are drawn.

    rules: all, or none. skip: rules that are left out, as (page, kind, at): kind `row` leaves out the rule above the
    row `at` of that page, `column` that left of column 4 in the row `at`, `side` the outer ones. turned: pages whose
    content runs up. running: whether each page has a head and a foot. hyphened: as in `wrapped`.
    """

    size: float = 8
    rules: bool = True
    skip: tuple[tuple[int, str, int], ...] = ()
    turned: tuple[int, ...] = ()
    running: bool = False
    hyphened: bool = False
    notes: tuple[str, ...] = ()


def drawn(tables: Sequence[LaidTable], how: Drawing | None = None, *, head: Sequence[str] = ()) -> list[Canvas]:
    """Each table on a page of its own, as high as it must be; cells stand by their rows, nothing is merged."""
    how = how or Drawing()
    pages = []
    for number, laid in enumerate(tables):
        rooms = [wide - 2 * PAD for wide in WIDTHS]
        rows = [
            [
                wrapped(text, room, how.size, hyphened=how.hyphened) if text else []
                for text, room in zip(row, rooms, strict=True)
            ]
            for row in laid.rows
        ]
        step = how.size * LEADING
        heights = [max(map(len, row)) * step + 2 * PAD for row in rows]
        above = 40 + (len(head) * 14 if number == 0 else 0)
        canvas = Canvas((PAPER[0], max(PAPER[1], above + sum(heights) + 80)))
        pen = Pen(canvas, turned=number in how.turned)
        skipped = {(kind, at) for page, kind, at in how.skip if page == number}
        _fill(pen, rows, heights, above, how.size)
        if how.rules:
            _rule(pen, heights, above, skipped)
        for at, line in enumerate(head if number == 0 else ()):
            canvas.text(40, 34 + at * 14, line, 10)
        if how.running:
            canvas.text(40, 18, "Rencana Aksi Zona Integritas - Salinan", 8)
            canvas.text(450, above + sum(heights) + 40, f"- {number + 1} -", 8)
        for at, line in enumerate(how.notes):
            canvas.text(40, above + sum(heights) + 16 + 11 * at, line, 7)
        pages.append(canvas)
    return pages


class Pen:
    """Writes to a page as if it stood upright. turned: its content runs up."""

    def __init__(self, canvas: Canvas, *, turned: bool) -> None:
        self.canvas = canvas
        self.turned = turned
        if turned:
            canvas.paper = (canvas.paper[1], canvas.paper[0])

    def put(self, x: float, y: float, text: str, size: float) -> None:
        """Writes a line."""
        if self.turned:
            self.canvas.text(y, self.canvas.paper[1] - x, text, size, turned=True)
        else:
            self.canvas.text(x, y, text, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draws a rule."""
        if self.turned:
            self.canvas.line(y0, self.canvas.paper[1] - x0, y1, self.canvas.paper[1] - x1)
        else:
            self.canvas.line(x0, y0, x1, y1)


EDGES = tuple(40.0 + sum(WIDTHS[:at]) for at in range(len(WIDTHS) + 1))


def _fill(pen: Pen, rows: list[list[list[str]]], heights: list[float], above: float, size: float) -> None:
    y = above
    for row, high in zip(rows, heights, strict=True):
        for left, cell in zip(EDGES, row, strict=False):
            for line, text in enumerate(cell):
                pen.put(left + PAD, y + PAD + size + line * size * LEADING, text, size)
        y += high


def _rule(pen: Pen, heights: list[float], above: float, skipped: set[tuple[str, int]]) -> None:
    y = above
    for at, high in enumerate(heights):
        if ("row", at) not in skipped:
            pen.rule(EDGES[0], y, EDGES[-1], y)
        for column, x in enumerate(EDGES):
            gone = (column == 4 and ("column", at) in skipped) or (column in {0, 7} and ("side", 0) in skipped)
            if not gone:
                pen.rule(x, y, x, y + high)
        y += high
    pen.rule(EDGES[0], y, EDGES[-1], y)


def pdf_bytes(pages: Sequence[Canvas], *, packed: bool = True) -> bytes:
    """The file."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    dots = b"\x00" * 64
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Length 64 >>"
        b"\nstream\n" + dots + b"\nendstream"
    )
    kids = []
    for page in pages:
        content = "\n".join(page.operations).encode("latin-1")
        filtered = b""
        if packed:
            content, filtered = zlib.compress(content), b" /Filter /FlateDecode"
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), filtered, content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >> >>" % (*page.paper, len(objects))
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    return b"".join(_file(objects))


def _file(objects: Sequence[bytes]) -> Iterator[bytes]:
    yield (at_start := b"%PDF-1.4\n")
    at = len(at_start)
    places = []
    for number, content in enumerate(objects, start=1):
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places.append(at)
        at += len(whole)
        yield whole
    yield b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    yield from (b"%010d 00000 n \n" % place for place in places)
    yield b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
