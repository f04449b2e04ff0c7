"""What settings may want of findings."""

import pytest

from zi_excel.validation.findings import Override


@pytest.mark.parametrize(
    ("kode", "asked", "covered"),
    [
        (None, "I.1.a", True),
        (None, None, True),
        ({"I.1.a"}, "I.1.a", True),
        ({"I.1"}, "I.1.a", True),
        ({"I"}, "I.1.a", True),
        ({"I.1.a"}, "I.1", False),
        ({"I"}, "II.1.a", False),
        ({"I.1"}, "I.12", False),
        ({"I"}, None, False),
    ],
)
def test_an_override_covers_what_is_below_its_kode(kode, asked, covered):
    """A komponen's kode stands for all that is in it; no kode for everything."""
    assert Override(None, "karena", kode and frozenset(kode)).covers(asked) == covered
