"""Zip files that the standard library writes, and their copies entry by entry."""

import io
import warnings
import zipfile

from zi_excel.opc.package.archive import Archive
from zi_excel.opc.package.archive_writer import ArchiveWriter


def zipped(parts, *, out=None, **options):
    """A zip file of (name, bytes); names may occur twice."""
    out = out or io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def copied(data):
    """A zip file whose entries were copied as they lie."""
    archive, out = Archive(io.BytesIO(data)), io.BytesIO()
    writer = ArchiveWriter(out)
    for entry in archive.entries:
        writer.copy(archive, entry)
    writer.finish(archive.comment)
    return out.getvalue()
