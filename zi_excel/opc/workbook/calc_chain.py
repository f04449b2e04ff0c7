"""calcChain.xml: the order of calculation. Entries of replaced tabs go; programs put the missing ones in again."""

from __future__ import annotations

import io
from collections.abc import Collection

from zi_excel.opc.package import xml


def without_sheets(data: bytes, sheet_ids: Collection[int], part: str) -> bytes | None:
    """The chain without the entries of some sheets (sheetId): as it was where it has none; None where none is left.

    It streams by: a workbook of many formulas has millions of entries.

    Raises:
        WorkbookError: it is not well-formed.
    """
    sheet_id = 0
    kept: list[str] = []
    gone = False
    namespace = xml.MAIN
    for _, element in xml.events(io.BytesIO(data), part, ("{*}c",)):
        stated = xml.integer(element.get("i"))
        sheet_id = sheet_id if stated is None else stated  # left out where it is the one before
        if sheet_id in sheet_ids:
            gone = True
        else:
            namespace = xml.namespace(element)
            kept.append(_entry({**element.attrib, "i": str(sheet_id)}))
        element.clear()
    if not gone:
        return data
    if not kept:
        return None
    return xml.DECLARATION + f'<calcChain xmlns="{xml.escaped(namespace)}">{"".join(kept)}</calcChain>'.encode()


def _entry(attributes: dict[str, str]) -> str:
    plain = (item for item in attributes.items() if not item[0].startswith("{"))
    return "<c " + " ".join(f'{name}="{xml.escaped(value)}"' for name, value in plain) + "/>"
