"""Writes what is generated: the pages of commands, rules and settings, the table of rooms; the enacted matrix as JSON.

python scripts/build_docs.py           writes them
python scripts/build_docs.py --check   exits 1 where one is out of step
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import docs_commands
import docs_interfaces
import docs_rooms
import docs_settings

from zi_excel.cli.commands import cli
from zi_excel.enacted.matrix import SHIPPED, as_json
from zi_excel.settings.example import example_text, settings_table
from zi_excel.validation.rule import Rule
from zi_excel.validation.rules import ALL

TITLES = (
    "ZI0xx: susunan lembar",
    "ZI1xx: kolom NO",
    "ZI2xx: kolom KOMPONEN",
    "ZI3xx: kolom INDIKATOR",
    "ZI4xx: kolom LANGKAH AKSI",
    "ZI5xx: kolom BUKTI FISIK",
    "ZI6xx: kolom TARGET WAKTU",
    "ZI7xx: kolom PENANGGUNG JAWAB",
    "ZI8xx: realisasi dan bukti (kolom 8-12)",
    "ZI9xx: perbedaan dengan matriks yang ditetapkan",
)
HEAD = f"""# Aturan pemeriksaan

Berkas ini dibuat dari kode oleh `python scripts/build_docs.py`; jangan diubah di sini.

`zi-excel validasi` memeriksa buku kerja dengan {len(ALL)} aturan. Angka pertama pada kode adalah kolom yang
dibicarakan.

- **galat**: angkanya tidak dapat dipercaya sebelum ini diperbaiki.
- **peringatan**: sebaiknya diperbaiki.
- **info**: untuk diketahui.

Yang sudah demikian dalam naskah keputusan sendiri menjadi info, satu temuan per aturan. Sebuah aturan dapat dimatikan
atau diubah tingkatnya di `zi-excel.toml`, dengan alasan yang ikut ditampilkan. Tingkat yang diubah tidak berlaku bagi
naskah keputusan: temuannya tetap info, dan menyebut bahwa pengaturannya tidak berlaku. Aturan yang dimatikan tetap
meninggalkan satu info bila ada temuannya: berapa temuan yang tidak ditampilkan, dan alasannya.

```toml
[aturan.ZI503]
tingkat = "mati"
alasan = "Bukti tahun lalu memang dipakai"
kode = ["VI.4"]
```
"""


def table(rules: Sequence[Rule]) -> str:
    """The rules as a Markdown table, a line each."""
    rows = (f"| {rule.code} | {rule.level} | {_cell(rule.title)} |" for rule in rules)
    return "\n".join(("| kode | tingkat | aturan |", "|---|---|---|", *rows))


def manual(rules: Sequence[Rule]) -> str:
    """docs/aturan.md: the table, then a page per rule."""
    parts = [HEAD, table(rules)]
    for digit, title in enumerate(TITLES):
        parts.append(f"\n## {title}")
        parts.extend(_page(rule) for rule in rules if rule.code[2] == str(digit))
    return "\n".join(parts) + "\n"


def _page(rule: Rule) -> str:
    return "\n".join(
        (
            f"\n### {rule.code} · {rule.title}\n",
            f"*{rule.level}*. {rule.what}\n",
            f"- **Mengapa:** {rule.why}",
            f"- **Salah:** {rule.wrong}",
            f"- **Benar:** {rule.right}",
            f"- **Saran:** {rule.suggestion}",
        )
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def architecture(text: str) -> str:
    """docs/architecture.md with its generated parts anew."""
    text = _between(text, docs_rooms.BEGIN, docs_rooms.END, docs_rooms.drawn())
    return _between(text, docs_interfaces.BEGIN, docs_interfaces.END, docs_interfaces.table())


def _between(text: str, begin: str, end: str, part: str) -> str:
    """A text with another part between two marks.

    Raises:
        ValueError: it doesn't have both.
    """
    before, first, rest = text.partition(begin)
    _, last, after = rest.partition(end)
    if not last:
        raise ValueError(f"docs/architecture.md needs {begin} and {end}")
    return f"{before}{begin}\n\n{part}\n\n{end}{after}" if first else text


def wanted() -> Mapping[Path, str]:
    """What each generated file should hold."""
    pages = ROOT / "docs"
    return {
        pages / "aturan.md": manual(ALL),
        pages / "perintah.md": docs_commands.manual(cli),
        pages / "pengaturan.md": docs_settings.manual(settings_table(), example_text()),
        pages / "architecture.md": architecture((pages / "architecture.md").read_text("utf-8")),
        SHIPPED.with_suffix(".json"): as_json(SHIPPED.read_text("utf-8")),
    }


def main(arguments: Sequence[str]) -> int:
    """Writes the files that differ, or with --check only names them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args(arguments).check
    stale = {path: text for path, text in wanted().items() if not path.exists() or path.read_text("utf-8") != text}
    for path, text in stale.items():
        if check:
            print(f"{path.relative_to(ROOT)} tidak sesuai dengan kodenya; jalankan: python scripts/build_docs.py")
        else:
            path.write_text(text, "utf-8", newline="\n")
            print(f"{path.relative_to(ROOT)} ditulis")
    return 1 if stale and check else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
