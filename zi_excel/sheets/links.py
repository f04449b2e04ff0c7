"""Where cells lead: into the matrix, and to the evidence that staff linked."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

MOST_LINKS = 65_530
"""Links that Excel allows in a sheet."""

TIP_LIMIT = 255
"""Characters of a link's tip, likewise."""

_MOST_CHARACTERS = 2000  # Excel's own limit is 2,079
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_SAFE = "!$%&'()*+,/:;=?@~"


def web_address(link: str) -> str | None:
    """The link as a web address that every application opens; None where it is none (a file, a script, a fragment).

    A malformed address in a package makes Excel offer to repair it, so what is doubtful stays a text.
    """
    link = link.strip()
    try:
        parts = urlsplit(link)
        port_known = parts.port is None or parts.port > 0
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or not port_known:
        return None
    if parts.username is not None or not _HOST.fullmatch(parts.hostname):
        return None
    _, _, rest = link.partition("://")
    whole = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest)
    # One "#" may part the fragment; brackets belong to hosts alone.
    head, sign, fragment = whole.partition("#")
    escaped = quote(head, safe=_SAFE.replace("#", "").replace("[", "").replace("]", ""), errors="replace")
    if sign:
        escaped += "#" + quote(
            fragment, safe=_SAFE.replace("#", "").replace("[", "").replace("]", ""), errors="replace"
        )
    address = f"{parts.scheme.lower()}://{escaped}"
    return address if len(address) <= _MOST_CHARACTERS else None


def evidence_text(text: str, links: tuple[str, ...]) -> str:
    """What a person reads for the evidence: staff's own words, or a bare address without what every address has."""
    said = text.strip()
    return re.sub(r"^https?://(www\.)?", "", said or links[0]) if links and said in {links[0], ""} else text
