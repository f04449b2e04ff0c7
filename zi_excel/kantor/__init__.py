"""Many offices: what the rekap keeps of each workbook, which workbooks are meant, who reads them, and their figures.

Pure but for `sources.py`, which looks for workbooks, and `engine.py`, which has them read by other processes. May
import measuring, the findings and the history; knows neither the settings nor how a workbook is read.
"""
