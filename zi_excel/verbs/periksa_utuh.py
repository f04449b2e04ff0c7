"""The verb `periksa_utuh`: the proof that a refresh changed nothing that is staff's."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from zi_excel.errors import UsageError
from zi_excel.opc.comparison.compare import compare
from zi_excel.opc.comparison.result import PackageComparison
from zi_excel.opc.package.package import Package
from zi_excel.signs import NAME_PREFIX, SEAL_PREFIX, TAB_SIGN


class PeriksaUtuhResult(NamedTuple):
    """What `periksa_utuh` found: a workbook part by part, before and after a refresh."""

    old: Path
    new: Path
    comparison: PackageComparison

    @property
    def intact(self) -> bool:
        """Whether nothing differs that must not."""
        return self.comparison.intact


def periksa_utuh(old: Path | str, new: Path | str) -> PeriksaUtuhResult:
    """Compares a workbook before a refresh (its backup) with the one after it: is all that is staff's the same bytes?

    Raises:
        WorkbookError: one of them can't be used.
        UsageError: both are the same file.
    """
    old, new = Path(old), Path(new)
    with suppress(OSError):  # of a missing one `open` says so
        if old.samefile(new):  # held against itself a file proves nothing
            raise UsageError(
                f"'{old}' dan '{new}' adalah berkas yang sama; sebutkan sebagai LAMA cadangan dari sebelum penyegaran."
            )
    with Package.open(old) as before, Package.open(new) as after:
        comparison = compare(before, after, prefix=NAME_PREFIX, sign=TAB_SIGN, seal=SEAL_PREFIX)
    return PeriksaUtuhResult(old, new, comparison)
