"""What a comparison of two packages finds, part by part."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """How a part stands: the same bytes; changed as it may be; the tool's own; or differing where it must not."""

    SAME = "sama"
    REGISTERED = "terdaftar"
    OWN = "alat"
    DIFFERS = "berbeda"


class Verdict(NamedTuple):
    """What a look inside a part of the closed list found, in Indonesian half sentences.

    changed: what was changed as it may be. wrong: what was changed besides.
    """

    changed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class ComparedPart(NamedTuple):
    """One part, whether it stands in one of the packages or in both.

    details: what changed, in Indonesian half sentences. tab: of the tool's own: the tab that it belongs to.
    as_it_lay: of the same bytes: whether the compressed bytes are the same as well.
    """

    part: str
    standing: Standing
    details: tuple[str, ...] = ()
    tab: str | None = None
    as_it_lay: bool = False


class PackageComparison(NamedTuple):
    """All parts, in the order of the old package; what was added after them.

    saved_elsewhere: whether the new file was, by the look of it, saved by another program since: then parts differ that
    no refresh touches.
    """

    parts: tuple[ComparedPart, ...]
    saved_elsewhere: bool = False

    def of(self, standing: Standing) -> tuple[ComparedPart, ...]:
        """The parts that stand so."""
        return tuple(part for part in self.parts if part.standing is standing)

    @property
    def intact(self) -> bool:
        """Whether nothing differs that must not."""
        return not self.of(Standing.DIFFERS)

    @property
    def recompressed(self) -> tuple[ComparedPart, ...]:
        """Parts outside the closed list, of the same bytes, that were compressed anew: no refresh does that."""
        return tuple(part for part in self.of(Standing.SAME) if not part.as_it_lay)
