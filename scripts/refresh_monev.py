"""The weekly script: refreshes the Monev tabs of every workbook that the settings name, with nobody watching.

python refresh_monev.py --konfigurasi zi-excel.toml

To be run by the Python of the environment that zi_excel is installed in; pip puts this file beside it (`Scripts` on
Windows, `bin` elsewhere). How a scheduler calls it: docs/mingguan.md.
"""

import sys


def main() -> None:
    """Hands over to the package; says so in a sentence where it isn't there."""
    try:
        from zi_excel.cli.mingguan import script as run
    except ModuleNotFoundError as missing:
        sys.exit(
            f"zi_excel belum terpasang pada Python ini ({sys.executable}; tidak ada: {missing.name}). Jalankan "
            "skrip ini dengan Python dari lingkungan tempat zi_excel dipasang (lihat docs/mingguan.md)."
        )
    run()


if __name__ == "__main__":
    main()
