"""The numbers of number formats: in one styles part no number may mean two codes, be it of a cell or of a dxf."""

from __future__ import annotations

from zi_excel.opc import xml

FIRST_CUSTOM = 164
"""Numbers below are built in: what they show depends on the computer's language."""


class NumberFormats:
    """The custom number formats of a styles part, those that differential formats (dxf) bring along included."""

    def __init__(self, root: xml.Element) -> None:
        meanings: dict[int, set[str]] = {}
        for item in root.iter("{*}numFmt"):
            meanings.setdefault(_number(item), set()).add(item.get("formatCode", ""))
        used = {_number(item) for item in root.iter() if isinstance(item.tag, str) and item.get("numFmtId")}
        self._last = max(FIRST_CUSTOM - 1, *used, 0)
        self._listed = {_number(item) for item in xml.grandchildren(root, "numFmts", "numFmt")}
        self._numbers: dict[str, int] = {}
        for number in sorted(meanings, key=lambda number: (number not in self._listed, number)):
            if number >= FIRST_CUSTOM and len(meanings[number]) == 1:
                self._numbers.setdefault(*meanings[number], number)

    def of(self, code: str) -> int:
        """The number of a code: the one that it has, else the next one that nothing in the part uses."""
        if code not in self._numbers:
            self._last += 1
            self._numbers[code] = self._last
        return self._numbers[code]

    def is_listed(self, number: int) -> bool:
        """Whether the part lists it (in numFmts) for cells to use; it counts as listed from now on."""
        listed = number in self._listed
        self._listed.add(number)
        return listed


def _number(element: xml.Element) -> int:
    return xml.integer(element.get("numFmtId")) or 0
