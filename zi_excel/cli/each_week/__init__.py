"""The commands of each week: checking, measuring, refreshing, telling.

May import what `zi_excel.cli` may, and from it what is no command; of the commands only those of `setting_up`.
"""
