"""The verbs about the settings: an example that names them all, and how a settings file is understood."""

import os
from pathlib import Path
from typing import NamedTuple

from zi_excel.settings.example import example_text
from zi_excel.settings.loading import load_settings
from zi_excel.settings.settings import FILE_NAME, Settings
from zi_excel.validation.engine import overrides_of
from zi_excel.weekly.books import Matches
from zi_excel.weekly.places import Places, books_of, places_of


class KonfigurasiResult(NamedTuple):
    """What a settings file says. places, matches: of the weekly run, as it would go now; None: it isn't set up."""

    settings: Settings
    places: Places | None
    matches: Matches | None


def contoh_konfigurasi() -> str:
    """A settings file with every setting, each commented out: as it stands it changes nothing."""
    return example_text()


def periksa_konfigurasi(path: Path | str = ".") -> KonfigurasiResult:
    """Reads a settings file as every verb does, and looks for the weekly run's workbooks.

    Args:
        path: the file, or the folder that it is in.

    Raises:
        UsageError: it can't be followed.
    """
    path = Path(path)
    settings = load_settings(path / FILE_NAME if os.path.isdir(path) else path)  # noqa: PTH112  (no errors)
    overrides_of(settings)
    if settings.mingguan == Settings().mingguan:
        return KonfigurasiResult(settings, None, None)
    places = places_of(settings)
    return KonfigurasiResult(settings, places, books_of(settings, places))
