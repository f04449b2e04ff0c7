"""Many offices: what the rekap keeps of each workbook, which workbooks are meant, who reads them, and their figures.

Pure but for `sources.py`, which looks for workbooks, and the engine (`engine.py` with its `processes.py`,
`dask_cluster.py` and `deadlines.py`), which has any function run on many things by other processes. May import opc,
measuring, the findings and the history; knows neither the settings nor how a workbook is read.
"""
