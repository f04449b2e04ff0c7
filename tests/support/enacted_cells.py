"""A document's matrix held against the enacted one, cell by cell."""

from collections.abc import Iterator

from zi_excel.documents.kinds import read_document
from zi_excel.documents.laid import Read, read_tables
from zi_excel.documents.said import read_said
from zi_excel.documents.tables import lay
from zi_excel.enacted.matrix import Enacted, enacted_matrix, plain
from zi_excel.plan.rencana_aksi import RencanaAksi


def read(path) -> Read:
    """A document's matrix, as `impor` reads it."""
    document = read_document(path)
    tables = lay(document)
    return read_tables(document, tables, read_said(tables.above, tables.below).title)


def cells_of(plan: RencanaAksi) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Columns 1-7 of every row of a plan, by kode."""
    for komponen in plan.komponen:
        for sub in komponen.subkomponen:
            for row in sub.indikator:
                texts = (row.nama, row.langkah_aksi, row.bukti_fisik, row.target_waktu, row.penanggung_jawab)
                heads = (komponen.no, komponen.nama, sub.no, sub.nama)
                yield row.kode, tuple(datum.text for datum in (*heads, *texts))


def first_komponen(count: int) -> Enacted:
    """The enacted matrix with its first komponen only."""
    enacted = enacted_matrix()
    return enacted._replace(komponen=enacted.komponen[:count])


def enacted_cells(enacted: Enacted | None = None) -> dict[str, tuple[str, ...]]:
    """The same of the enacted matrix, or of part of it."""
    return {
        row.kode: tuple(
            map(
                plain,
                (
                    *(komponen.no, komponen.nama, sub.no, sub.nama),
                    *(row.indikator, row.langkah_aksi, row.bukti_fisik, row.target_waktu),
                    komponen.penanggung_jawab,
                ),
            )
        )
        for komponen, sub, row in (enacted or enacted_matrix()).indikator()
    }


def differing(plan: RencanaAksi, of: Enacted | None = None) -> list[str]:
    """Every cell in which a plan is not the enacted matrix (or the part of it that it was made of)."""
    ours, enacted = dict(cells_of(plan)), enacted_cells(of)
    wrong = [f"{kode}: {'missing' if kode in enacted else 'added'}" for kode in ours.keys() ^ enacted.keys()]
    for kode in ours.keys() & enacted.keys():
        pairs = zip(ours[kode], enacted[kode], strict=True)
        wrong += [f"{kode} {at}: {one!r} != {other!r}" for at, (one, other) in enumerate(pairs) if one != other]
    return wrong
