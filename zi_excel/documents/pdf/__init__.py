"""PDF documents: the letters and rules of each page (pdfplumber) -> lines, and tables of cells.

`reading` has a process of its own read them, `page` is one page, `ruled` the grid that its rules draw, `unruled` the
one that its texts stand in where rules are missing, `typeset` makes text of letters. May import the rest of documents.
"""
