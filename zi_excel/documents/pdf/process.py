"""What the process of its own does that reads a PDF: a message per page, as JSON, on its stdout.

It imports as little as it can: it is started for every PDF.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

MOST_PAGES = 1000


def main(argument: str) -> None:
    """Reads a PDF and says a message per page."""
    import logging

    path, memory = json.loads(argument)
    logging.disable(logging.CRITICAL)  # what a damaged file makes pdfminer say is nobody's business
    _bound(memory)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    try:
        for page in _pages(path):
            _say(json.dumps(page))
        _say('"done"')
    except MemoryError:
        _say('{"failed": "memory"}')


def _say(message: str) -> None:
    """Sends a message to the process that asked."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def _bound(memory: int) -> None:
    """Bounds this process's memory where the system lets it."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (memory if most < 0 else min(memory, most), most))


def _pages(path: str) -> Iterator[dict[str, Any]]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    from zi_excel.documents.pdf.page import read_page

    sys.setrecursionlimit(3000)
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                yield {"failed": "pages"}
                return
            for page in pdf.pages:
                read = read_page(page)
                yield read._asdict()
                page.close()
    except MemoryError:
        raise
    except Exception as failure:  # noqa: BLE001  (a damaged file fails in every way there is)
        inner = failure.args[0] if isinstance(failure, PdfminerException) and failure.args else failure
        yield {"failed": "password" if isinstance(inner, PDFPasswordIncorrect) else "damaged"}
