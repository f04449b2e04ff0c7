"""The options that several commands share."""

import pytest

from zi_excel.cli.options import is_asked


@pytest.mark.parametrize(
    ("kode", "asked", "within"),
    [
        ("II.1.a", ["II.1.a"], True),
        ("II.1.a", ["II.1"], True),
        ("II.1.a", [" ii "], True),
        ("II.1.a", ["I", "II.1.A"], True),
        ("II.10.a", ["II.1"], False),
        ("II.1", ["II.1.a"], False),
        ("III.5", ["II"], False),
        (None, ["II"], False),
        ("II.1.a", [], False),
    ],
)
def test_a_kode_names_itself_and_all_that_is_in_it(kode, asked, within):
    """`--kode` takes komponen, subkomponen and indikator; capitals and blanks around it make no difference."""
    assert is_asked(kode, asked) is within
