"""Documents: a decree's Lampiran as Word, PDF, a web page, text or a sheet -> the reader's grid of cells.

One module per kind (`docx`, `pdf`, `html`, `text`, `sheets`) hands out the same thing: pages of paragraphs and of
tables of cells (`pages`). `tables` lays the matrix's tables below each other in the columns of its header, `joining`
puts together what pages have cut, and `laid` makes the grid that `zi_excel/reader` reads like any workbook's. `said` is
what the decree says of itself, `around` what a workbook says around its matrix, and `lampiran/` the way back: the
matrix as a Word document. May import the reader, the plan and what lies below; nothing of a document is ever run
or fetched, and the libraries of the extra `impor` are imported only by the kind that needs them.
"""
