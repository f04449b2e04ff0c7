"""Which settings count for a workbook."""

from __future__ import annotations

from pathlib import Path

from zi_excel.settings.settings import FILE_NAME, Settings


def settings_for(workbook: Path, explicit: Path | None = None) -> Settings:
    """The settings for a workbook: those of the named file, else of `zi-excel.toml` beside it, else the defaults.

    Raises:
        UsageError: the file can't be read or followed.
    """
    file = explicit or workbook.parent / FILE_NAME
    if explicit is None and not file.exists():
        return Settings()
    from zi_excel.settings.loading import load_settings  # with a TOML reader: most workbooks have no settings

    return load_settings(file)
