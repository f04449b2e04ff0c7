"""Workbooks of other offices, each read as a person reads it (tests/offices/README.md)."""

import difflib

import pytest
from office_expectation import expectation, names, plan_lines

from zi_excel.opc.package.package import Package
from zi_excel.reader import read_plan


@pytest.mark.parametrize("name", names())
def test_an_office_is_read_as_a_person_reads_it(name):
    """The whole model, line by line: columns, kode, rows, texts, targets, realisasi, butir, links, remarks."""
    expected = expectation(name)
    with Package.open(expected.path) as package:
        plan = read_plan(package, sheet=expected.data.get("diminta"))
    wanted, found = expected.lines(), plan_lines(plan)
    if wanted != found:
        differences = difflib.unified_diff(wanted, found, "diharapkan", "terbaca", lineterm="", n=1)
        pytest.fail("\n".join(differences), pytrace=False)
