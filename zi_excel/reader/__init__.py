"""The reader: a workbook's package -> the model (RencanaAksi). Only the matrix's own parts are read whole."""

from zi_excel.reader.model.plan import read_plan

__all__ = ["read_plan"]
