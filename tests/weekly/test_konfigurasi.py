"""`zi-excel konfigurasi`: an example that names every setting, and a check that says what was understood."""

import re
import tomllib

import pytest

from zi_excel.cli import run
from zi_excel.settings.description import RULE_KEYS, SCHEMA
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import Mingguan, Settings

SETTING = re.compile(r"^#(?=[a-z_]+ = |\[)", re.MULTILINE)


@pytest.fixture
def example(tmp_path, capfd):
    """What the command prints, saved as an administrator would."""
    assert run(["konfigurasi", "--contoh"]) == 0
    path = tmp_path / "zi-excel.toml"
    path.write_text(capfd.readouterr().out, "utf-8")
    return path


def test_the_example_changes_nothing_as_it_stands(example):
    """Every setting in it is commented out."""
    assert load_settings(example) == Settings(sumber=example)


def test_the_example_with_every_setting_taken_parses(example):
    """Each line that is a setting once its # is gone is one that can be followed."""
    example.write_text(SETTING.sub("", example.read_text("utf-8")), "utf-8")
    settings = load_settings(example)
    assert settings.mingguan.buku
    assert set(settings.aturan) == {"ZI503"}
    assert settings.penanda_tangan[0].nip


def test_the_example_names_every_setting(example):
    """In its own table; what is added to the schema must be added there."""
    raw = tomllib.loads(SETTING.sub("", example.read_text("utf-8")))
    for table, keys in SCHEMA.items():
        inside = raw[table] if table else raw
        assert set(inside[0] if isinstance(inside, list) else inside) == set(keys), table
    assert set(raw["aturan"]["ZI503"]) == set(RULE_KEYS)


def test_the_example_shows_the_defaults(example):
    """Where a setting has one, that is the value shown."""
    example.write_text(SETTING.sub("", example.read_text("utf-8")), "utf-8")
    shown, usual = load_settings(example), Settings()
    assert (shown.ambang, shown.cadangan) == (usual.ambang, usual.cadangan)
    assert shown.mingguan._replace(buku=(), laporan=None) == Mingguan()


def test_the_example_is_plain_ascii(example):
    """Redirected into a file on a Windows console it is valid UTF-8 whatever the console's encoding."""
    assert example.read_text("utf-8").isascii()
