import importlib
import pkgutil
import re

import pytest

import zi_excel
from zi_excel.plan.patterns import pattern

MODULES = [
    module.name
    for room in ("plan", "reader", "enacted", "validation")
    for module in pkgutil.walk_packages([f"{zi_excel.__path__[0]}/{room}"], f"zi_excel.{room}.")
]


def test_a_pattern_is_what_re_makes_of_it():
    """Methods and attributes are those of the compiled one, whichever is asked first."""
    word = pattern(r"\b(?P<word>ya|tidak)\b", re.IGNORECASE)
    assert word.fullmatch("YA")["word"] == "YA"
    assert word.sub("-", "ya, Tidak") == "-, -"
    assert word.groupindex == {"word": 1}
    assert word.pattern == r"\b(?P<word>ya|tidak)\b"


def test_a_pattern_is_compiled_when_it_is_first_asked():
    """What is wrong with it is told then."""
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_is_one(name):
    """So no text can be the first to find that one is none."""
    for value in vars(importlib.import_module(name)).values():
        for each in value if isinstance(value, tuple | list) else [value]:
            if type(each) is type(pattern("")):
                assert isinstance(each.pattern, str)
