"""What the settings want of the rules, as the engine takes it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from zi_excel.errors import UsageError
from zi_excel.settings.settings import Settings
from zi_excel.validation.findings import Level, Override
from zi_excel.validation.rules import ALL


def overrides_of(settings: Settings) -> Mapping[str, Override]:
    """The settings' wishes, per rule code.

    Raises:
        UsageError: a code that no rule has; the nearest known one is named.
    """
    known = [rule.code for rule in ALL]
    for code in settings.aturan:
        if code not in known:
            near = get_close_matches(code, known, n=1, cutoff=0.0)
            raise UsageError(f"'{settings.sumber}': aturan `{code}` tidak ada; yang terdekat `{near[0]}`.")
    return {
        code: Override(Level(each.level) if each.level else None, each.reason, each.kode)
        for code, each in settings.aturan.items()
    }
