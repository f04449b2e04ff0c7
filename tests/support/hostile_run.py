"""What a hostile file is tried with, as a process of its own that may take so much memory and no more."""

import resource
import sys
from datetime import date
from pathlib import Path

from zi_excel.errors import ZiExcelError
from zi_excel.verbs.capaian import capaian
from zi_excel.verbs.monev import monev
from zi_excel.verbs.validasi import validasi

MEMORY = 1536 << 20


def main(path: Path) -> None:
    """Writes what each verb made of the file, a line each: a number of indikator, komponen or tabs, or the refusal."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    per = date(2025, 11, 20)
    for verb in (
        lambda: capaian(path, per=per).measurement.total.jumlah,
        lambda: len(validasi(path, per=per).plan.komponen),
        lambda: len(monev(path, per=per, dry_run=True).added),
    ):
        try:
            outcome = str(verb())
        except ZiExcelError as refusal:
            outcome = str(refusal)
        sys.stdout.write(f"{outcome}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
