"""How many attributes an element has, counted in the bytes before they are parsed.

A parser compares each attribute of an element with those before it, so that time grows with their square: 200,000 of
them, two kilobytes in the zip, would take minutes.
"""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 500
"""Attributes and namespaces that one element may have; those that Excel writes have fifty at most."""
_SHORTEST = 5
"""Bytes of the shortest attribute: ` a=""`. A tag with too many has no "<" in so many times that."""
_MARK = re.compile(rb"[\"'>]")


class Attributes:
    """Looks at XML as it comes in pieces of bytes. Only what could hold too many attributes is looked at closely.

    In UTF-16 and UTF-32 the marks are found as well, among zero bytes.
    """

    def __init__(self) -> None:
        self._inside = False
        self._quote = b""
        self._count = 0

    def too_many(self, data: bytes) -> bool:
        """Takes the next piece; whether an element in it, or one that goes on into it, has too many attributes."""
        first = data.find(b"<")
        if first < 0:
            return self._scan(data)
        if self._scan(data[:first]):
            return True
        window = _SHORTEST * MOST_ATTRIBUTES
        at, last = first, len(data)
        while at + window < last:
            nearest = data.rfind(b"<", at + 1, at + window)
            if nearest >= 0:
                at = nearest
                continue
            following = data.find(b"<", at + window)
            if following < 0:
                break
            self._begin()
            if self._scan(data[at:following]):
                return True
            at = following
        self._begin()
        return self._scan(data[max(at, data.rfind(b"<")) :])

    def _begin(self) -> None:
        self._inside, self._quote, self._count = True, b"", 0

    def _scan(self, piece: bytes) -> bool:
        """Goes on with the tag that is open, to its end or that of the piece."""
        at = 0
        while self._inside:
            if self._quote:
                end = piece.find(self._quote, at)
                if end < 0:
                    return False
                at, self._quote = end + 1, b""
            mark = _MARK.search(piece, at)
            if mark is None:
                return False
            if mark[0] == b">":
                self._inside = False
                return False
            at, self._quote = mark.end(), mark[0]
            self._count += 1
            if self._count > MOST_ATTRIBUTES:
                return True
        return False
