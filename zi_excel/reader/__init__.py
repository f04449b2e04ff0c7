"""The reader: a workbook's package -> the model (RencanaAksi). Only the matrix's own parts are read whole.

May import opc and the plan.

The walk of one cell, REALISASI of one row, from the sheet's XML to the model; each file is entered once:

1. `sheet/cells.py` streams the part: `<c r="H7" s="3"><v>0.5</v></c>` is a `Cell`.
2. `sheet/values.py` gives it meaning, with the formats of `sheet/formats.py`: "50%" and 0.5, a `Content`.
3. `header/` has told before that column H is REALISASI: `sheets.py` found the sheet, `headers.py` the header's row,
   `columns.py` what each column is taken for, by the words of `names.py`.
4. `rows/grid.py` keeps it as a `Datum` that knows its place, found by row and Field, merged ranges understood.
5. `rows/lines.py` tells what row 7 is by itself, `rows/extent.py` that it is the matrix's, `rows/outline.py` which
   indikator of which subkomponen it is or continues; `rows/kodes.py` gives the kode.
6. `model/assembly.py` hands the whole column to `plan/realisasi/` (where it is parted by time, what counts of each
   row is told by `model/parted.py`): `Indikator.laporan` is the cell, `Indikator.realisasi` what it was read to.

From there `measuring/` takes the share, and `sheets/` writes it.
"""

from zi_excel.reader.model.plan import Laid, read_laid, read_plan

__all__ = ["Laid", "read_laid", "read_plan"]
