"""The description of the settings agrees with the values that it describes."""

from zi_excel.settings.description import BLOCKS, RULE_KEYS, SCHEMA
from zi_excel.settings.settings import Settings

KEYS = [(block, key) for block in BLOCKS for group in block.groups for key in group.keys]


def test_every_setting_is_described_once():
    """The schema that files are checked by holds all of them, and each field of Settings is a setting or a table."""
    described = [(block.table, key.name) for block, key in KEYS]
    schema = [(table, name) for table, keys in SCHEMA.items() for name, key in keys.items() if key is not None]
    assert sorted(described) == sorted([*schema, *(("aturan", name) for name in RULE_KEYS)])
    tables = {name for name, key in SCHEMA[""].items() if key is None}
    assert tables == {*SCHEMA, "aturan"} - {""}


def test_a_default_that_is_shown_is_the_one_that_holds():
    """What the description calls a default is what Settings() has."""
    for block, key in KEYS:
        if key.has_default:
            assert getattr(getattr(Settings(), block.table), key.name) == key.shown
