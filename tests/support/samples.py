"""Cases by the dozen that are alike: the quick run takes the first few, the whole run takes all."""

from collections.abc import Iterable

import pytest


def few_when_quick(cases: Iterable[object], few: int) -> list[object]:
    """The same cases for `parametrize`; those after the first few are `slow`."""
    return [
        case if at < few else pytest.param(*(case if isinstance(case, tuple) else [case]), marks=pytest.mark.slow)
        for at, case in enumerate(cases)
    ]
