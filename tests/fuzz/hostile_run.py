"""What a hostile file is measured with: a process of its own that tries every verb on it. Prints JSON, a line.

python tests/fuzz/hostile_run.py BOOK OTHER PATIENCE [VERB ...]
"""

import json
import sys
import time
import traceback
from contextlib import suppress
from datetime import date
from pathlib import Path

from zi_excel.errors import ZiExcelError
from zi_excel.verbs.banding import banding
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.kolom import kolom
from zi_excel.verbs.lampiran import lampiran
from zi_excel.verbs.lanjut import lanjut
from zi_excel.verbs.laporan import laporan
from zi_excel.verbs.monev import monev
from zi_excel.verbs.periksa_utuh import periksa_utuh
from zi_excel.verbs.ringkas import ringkas
from zi_excel.verbs.riwayat import riwayat
from zi_excel.verbs.validasi import validasi

PER = date(2025, 11, 20)


def verbs(book: Path, other: Path):
    """What is tried, by the command's name. A refresh comes last: what it leaves is refreshed once more."""
    report = book.with_name("laporan.xlsx")
    return {
        "validasi": lambda: validasi(book, per=PER),
        "capaian": lambda: capaian(book, per=PER),
        "kolom": lambda: kolom(book),
        "laporan": lambda: laporan(book, report, per=PER),
        "lanjut": lambda: lanjut(book, book.with_name("draf.xlsx"), per=PER),
        "lampiran": lambda: lampiran(book, book.with_name("lampiran.docx")),
        "banding": lambda: banding(other, book, per=PER),
        "ringkas": lambda: ringkas(book, per=PER),
        "riwayat": lambda: riwayat(book),
        "periksa_utuh": lambda: periksa_utuh(other, book),
        "monev": lambda: monev(book, per=PER),
        "monev lagi": lambda: monev(book, per=PER.replace(day=27)),
    }


def peak() -> float:
    """The mebibytes that this process has held at most; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def main(book: Path, other: Path, patience: int, *only: str) -> None:
    """Tries the verbs, and writes how long each took, in seconds of the processor's, and what came of it.

    patience: seconds of the processor's after which the system ends the process, where it can.
    """
    with suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    found = {}
    for name, verb in verbs(book, other).items():
        if only and name not in only:
            continue
        start = time.process_time()
        try:
            verb()
            outcome = "done"
        except ZiExcelError as refusal:
            outcome = str(refusal)
        except Exception:  # noqa: BLE001  (that is what is looked for)
            outcome = "CRASH " + traceback.format_exc(limit=-5)
        found[name] = [round(time.process_time() - start, 2), outcome if outcome.startswith("CRASH") else outcome[:400]]
        sys.stderr.write(f"{name} {found[name][0]}\n")
    sys.stdout.write(json.dumps({"verbs": found, "memory": round(peak())}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
