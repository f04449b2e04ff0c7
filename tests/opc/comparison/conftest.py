"""Fixtures of the comparison's tests: two workbooks compared, a refresh with one change too many."""

import pytest
from compared_packages import differing, replaced_once

from zi_excel.opc.comparison.compare import compare
from zi_excel.opc.package.package import Package


@pytest.fixture
def compared(sample):
    """The comparison of two workbooks."""

    def run(old, new):
        with Package.open(old) as before, Package.open(new) as after:
            return compare(before, after, prefix=sample.prefix, sign=sample.sign, seal=sample.seal)

    return run


@pytest.fixture
def found_after(staff, refresh, compared):
    """What is found to differ after a refresh of staff's workbook and a further change: written(path) -> path."""

    def run(write):
        return differing(compared(staff, write(refresh(staff)[0])))

    return run


@pytest.fixture
def found_with(found_after, rezip):
    """What is found to differ after a refresh and one replacement in a part: (part, old, new) -> details by part."""

    def run(part, old, new):
        found = found_after(lambda path: rezip(path, {part: replaced_once(old, new)}))
        assert all(found.values())
        return found

    return run


@pytest.fixture
def shortened(refresh, rezip):
    """A workbook that a tab was moved to the front of, before and after two tabs of it are removed."""

    def run(path, change):
        path = rezip(refresh(path)[0], {"xl/workbook.xml": change}, name="before")
        out, done = refresh(path, ("Tab One",))
        assert done.tabs_removed == ("Tab Two", "Tab's & Three")
        return path, out

    return run
