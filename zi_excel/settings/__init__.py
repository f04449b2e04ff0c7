"""The settings file `zi-excel.toml`, read into frozen values.

May import the plan and the enacted matrix.
"""
