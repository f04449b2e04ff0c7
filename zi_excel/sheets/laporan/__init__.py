"""The evaluator's workbook: stands alone, is printed and signed; figures are formulas down to realisasi and tonggak.

Perhitungan holds one block with a row per indikator; all other sheets read from it. Looks, words, figures, calendar and
findings are those of the Monev tabs.
"""
