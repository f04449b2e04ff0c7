"""The settings file `zi-excel.toml`: every setting described once, the file read into frozen values.

May import the plan, the enacted matrix and the measuring.
"""
