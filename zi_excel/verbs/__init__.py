"""The use cases, one a file, each with its result: a verb passes the results of one stage to the next.

Every verb takes a path and optional settings, returns typed results, prints nothing, and raises
:class:`~zi_excel.errors.WorkbookError` (the file can't be used) or :class:`~zi_excel.errors.UsageError` (the question
was wrong), each with one Indonesian sentence. May import every room below.
"""
