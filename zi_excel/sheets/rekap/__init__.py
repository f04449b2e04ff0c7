"""The rekap of many offices, a file per sheet. Its figures are formulas over one sheet, Data.

Data holds what each workbook said: a row per kantor, a column per kode, three times (realisasi, status, rencana), and
each kantor's figures as formulas beside them. All other sheets read from there. Looks, words, charts and papers are
those of the Monev tabs and the laporan. May import what sheets may, and kantor.
"""
