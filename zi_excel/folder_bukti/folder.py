"""The folder of evidence as data: what the links lead to, and what lies there. Rules and digest know no file system."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class LinkState(StrEnum):
    """What became of a link that means a file."""

    ADA = "ada"
    TIDAK_ADA = "tidak_ada"
    DI_LUAR = "di_luar"  # it leads out of the folder, where nothing is looked at
    TIDAK_TERBACA = "tidak_terbaca"  # the folder that it should be in can't be read


class EvidenceFile(NamedTuple):
    """A file in the folder of a kode: its path from there, and the day of its last change."""

    name: str
    day: date


class KodeFolder(NamedTuple):
    """The folder of a kode.

    name: its path from the evidence folder. files: the latest first. more: whether there are others that were not
    counted. readable: False where it could not be listed as a whole.
    """

    name: str
    files: tuple[EvidenceFile, ...]
    more: bool = False
    readable: bool = True


class FolderBukti(NamedTuple):
    """What was found in the folder at `path`.

    links: what became of each link that means a file, by (kode, link). kode: the folders that there are, by kode.
    """

    path: str
    links: Mapping[tuple[str, str], LinkState] = MappingProxyType({})
    kode: Mapping[str, KodeFolder] = MappingProxyType({})
