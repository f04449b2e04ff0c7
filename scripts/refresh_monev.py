#!/usr/bin/env python3
"""The weekly script: `zi-excel mingguan` under the name that schedulers know.

python refresh_monev.py --konfigurasi zi-excel.toml

To be run by the Python of the environment that zi_excel is installed in. pip puts this file beside it (`Scripts` on
Windows, `bin` elsewhere) and names it in the first line, so that the script also runs by its name there. How a
scheduler calls it: docs/mingguan.md.
"""

import sys


def main() -> None:
    """Hands over to the package; ends with a sentence where this Python does not have it."""
    try:
        from zi_excel.cli.each_week.mingguan import script as run
    except ModuleNotFoundError as missing:
        sys.exit(
            f"zi_excel belum terpasang pada Python ini ({sys.executable}; tidak ada: {missing.name}). Jalankan "
            "skrip ini dengan Python dari lingkungan tempat zi_excel dipasang (lihat docs/mingguan.md)."
        )
    run()


if __name__ == "__main__":
    main()
