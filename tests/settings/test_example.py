"""What is written from the description of the settings: the example file, and the table of the manual."""

import re
import tomllib

import pytest

from zi_excel.settings.description import BLOCKS
from zi_excel.settings.example import example_text, settings_table
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import FILE_NAME, Settings

KEYS = [(block, key) for block in BLOCKS for group in block.groups for key in group.keys]


@pytest.mark.parametrize(("block", "key"), KEYS, ids=[f"{block.table}.{key.name}" for block, key in KEYS])
def test_what_the_example_shows_can_be_followed(block, key, tmp_path):
    """Each line of it, with what else its table needs, is accepted as it stands."""
    needed = {each.name for other, each in KEYS if other is block and each.needed} | {key.name}
    lines = [line[1:] for line in example_text().splitlines() if line.startswith("#")]
    start = lines.index(block.heading) if block.heading else 0
    wanted = [line for line in lines[start:] if line.split(" = ")[0] in needed][: len(needed)]
    path = tmp_path / FILE_NAME
    path.write_text("\n".join([block.heading, *wanted]), "utf-8")
    raw = tomllib.loads(path.read_text("utf-8"))
    assert key.name in str(raw)
    assert load_settings(path) == Settings(sumber=path) if key.has_default else load_settings(path) != Settings()


def test_the_example_is_for_people():
    """Comments begin with a blank, settings follow their # at once; no line is longer than an editor's."""
    for line in example_text().splitlines():
        assert re.fullmatch(r"|#|# .*\S|#\[.*\]|#[a-z_]+ = \S.*", line), line
        assert len(line) <= 121


def test_the_table_names_every_setting_in_a_row():
    """Name, type, default, bounds and meaning; half sentences are made whole, and no sign becomes markup."""
    rows = settings_table().splitlines()
    assert len(rows) == 2 + len(KEYS)
    assert all(len(re.split(r"(?<!\\)\|", row)) == 7 for row in rows)
    assert all(row.endswith(". |") or "lihat" in row for row in rows[2:])
    ambang, jeda = (next(row for row in rows if each in row) for each in ("`ambang.hari`", "`mingguan.jeda_menit`"))
    assert ambang.endswith(
        "| bilangan bulat | `14` | 0 sampai 366 | Kapan indikator perlu perhatian: hari sebelum tonggak. |"
    )
    assert jeda.endswith("| angka | `5` | 0,01 sampai 1440 | Berapa menit jeda di antara dua percobaan. |")
    assert r"\*\*/ semua folder" in settings_table()
    assert r"\<nama buku kerja>" in settings_table()
