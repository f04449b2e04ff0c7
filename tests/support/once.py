"""What many tests look at is made and read once: the same content gives the same bytes, as tests of their own say."""

import copyreg
import hashlib
import io
import pickle
import warnings
from collections.abc import Callable
from functools import lru_cache
from types import MappingProxyType

import openpyxl
import pytest
from openpyxl.worksheet.merge import MergedCellRange

copyreg.pickle(MappingProxyType, lambda proxy: (dict, (dict(proxy),)))
_MADE: dict[tuple[str, bytes], bytes] = {}


def once(render: Callable[..., bytes], *content: object, **options: object) -> bytes:
    """What a renderer makes of some content: from memory where it has made it before in this process."""
    key = render.__qualname__, hashlib.sha256(pickle.dumps((content, options))).digest()
    if key not in _MADE:
        _MADE[key] = render(*content, **options)
    return _MADE[key]


class _Cells(dict):
    """A sheet's cells. openpyxl adds a blank one wherever somebody looks; here it leaves no trace."""

    def __setitem__(self, place: tuple[int, int], cell: object) -> None:
        """Keeps it for the moment: openpyxl asks for it next."""
        self._blank = cell

    def __missing__(self, place: tuple[int, int]) -> object:
        """The blank one that was added last."""
        return self._blank


@lru_cache(maxsize=6)
def read_once(package: bytes, *, values: bool) -> openpyxl.Workbook:
    """A workbook to look at, not to change, through an independent reader: with cached values or with formulas."""
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as bare:
        bare.setattr(MergedCellRange, "format", lambda _: None)  # half of the time, for borders that nobody looks at
        warnings.filterwarnings("ignore", message="(Conditional Formatting|Unknown) extension|Unable to read chart")
        # data bars that start at 0; gaps in a line as LibreOffice writes them
        workbook = openpyxl.load_workbook(io.BytesIO(package), data_only=values)
    for sheet in workbook:
        sheet._cells = _Cells(sheet._cells)
    return workbook
