"""calcChain.xml: the order of calculation. Entries of replaced tabs go; programs put the missing ones in again."""

from __future__ import annotations

from collections.abc import Collection

from zi_excel.opc import xml


def without_sheets(data: bytes, sheet_ids: Collection[int], part: str) -> bytes | None:
    """The chain without the entries of some sheets (sheetId): as it was where it has none; None where none is left.

    Raises:
        WorkbookError: it is not well-formed.
    """
    root = xml.parse(data, part)
    sheet_id = 0
    gone = []
    kept = 0
    for element in root:
        if xml.local(element) != "c":
            continue
        stated = xml.integer(element.get("i"))
        sheet_id = sheet_id if stated is None else stated  # left out where it is the one before
        if sheet_id in sheet_ids:
            gone.append(element)
        else:
            kept += 1
            element.set("i", str(sheet_id))
    for element in gone:
        root.remove(element)
    if not gone:
        return data
    return xml.serialise(root) if kept else None
