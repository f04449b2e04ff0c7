"""The evaluator's workbook, a file per sheet. It stands alone, is printed and signed; its figures are formulas.

Perhitungan holds one block with a row per indikator, from realisasi and tonggak to the status; all other sheets read
from it. Looks, words, figures, calendar and findings are those of the Monev tabs. May import what sheets may.
"""
