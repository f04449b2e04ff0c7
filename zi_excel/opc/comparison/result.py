"""What a comparison of two packages finds, part by part."""

from enum import StrEnum
from typing import NamedTuple


class PartStanding(StrEnum):
    """How a part stands: the same bytes, changed as it may be, the tool's own, or different where it must not be."""

    SAME = "sama"
    REGISTERED = "terdaftar"
    OWN = "alat"
    DIFFERS = "berbeda"


class Verdict(NamedTuple):
    """What has changed inside a part of the closed list, in Indonesian half sentences.

    changed: as it may. wrong: as it must not.
    """

    changed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


class ComparedPart(NamedTuple):
    """One part, whether it is in one of the packages or in both.

    details: what changed, in Indonesian half sentences. tab: for a part of the tool's, the tab to which it belongs.
    as_it_lay: for a part with the same bytes, whether its compressed bytes are the same as well.
    """

    part: str
    standing: PartStanding
    details: tuple[str, ...] = ()
    tab: str | None = None
    as_it_lay: bool = False


class PackageComparison(NamedTuple):
    """All parts in the order of the old package, followed by those that were added.

    saved_elsewhere: whether another program seems to have saved the file since: then parts differ that no refresh
    touches.
    """

    parts: tuple[ComparedPart, ...]
    saved_elsewhere: bool = False

    def of(self, standing: PartStanding) -> tuple[ComparedPart, ...]:
        """The parts of one standing."""
        return tuple(part for part in self.parts if part.standing is standing)

    @property
    def intact(self) -> bool:
        """Whether nothing differs that must be the same."""
        return not self.of(PartStanding.DIFFERS)

    @property
    def recompressed(self) -> tuple[ComparedPart, ...]:
        """Parts outside the closed list with the same bytes, compressed anew: no refresh does that."""
        return tuple(part for part in self.of(PartStanding.SAME) if not part.as_it_lay)
