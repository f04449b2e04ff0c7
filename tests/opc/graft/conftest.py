"""Fixtures of the graft's tests: its plan, made without the rest."""

import io
from contextlib import ExitStack
from pathlib import Path

import pytest

from zi_excel.opc.graft.plan import Tab, planned
from zi_excel.opc.package.package import Package
from zi_excel.opc.tabs.ownership import owned_tabs
from zi_excel.opc.workbook.workbook import Workbook


@pytest.fixture
def plan_of(sample):
    """The plan of grafting the sample's tabs into a workbook: plan_of(path, names, note); its packages stay open."""
    with ExitStack() as stack:

        def run(path, names=sample.names, note="first"):
            package = stack.enter_context(Package.open(path))
            rendered = stack.enter_context(Package(io.BytesIO(sample.render(names, note=note)), Path("rendered.xlsx")))
            workbook = Workbook.of(package)
            owned = owned_tabs(package, workbook, prefix=sample.prefix, sign=sample.sign, seal=sample.seal)
            tabs = [Tab(f"{sample.prefix}{number}", name) for number, name in enumerate(names)]
            return planned(package, workbook, owned, rendered, tabs)

        yield run
