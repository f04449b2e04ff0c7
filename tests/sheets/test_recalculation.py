"""Every formula has a cached value; LibreOffice computes the same; and both are what the measurement says."""

import re

import pytest

from zi_excel.measuring.measure import Capaian
from zi_excel.sheets.figures import FIGURES
from zi_excel.sheets.layout import BLOCK_PLACES, BLOCK_ROW, BOBOT, TABLE_PLACES, Col, layout_of
from zi_excel.sheets.tabs import RINGKASAN, komponen_key
from zi_excel.wording import NONE

CASES = ["half", "empty", "finished", "odd"]


@pytest.fixture(params=CASES)
def case(request):
    return request.getfixturevalue(request.param)


def formulas(package: bytes, read) -> dict[tuple[str, str], object]:
    """Sheet and cell of every formula, with its cached value."""
    live, cached = read(package, values=False), read(package, values=True)
    return {
        (sheet.title, cell.coordinate): cached[sheet.title][cell.coordinate].value
        for sheet in live
        for row in sheet
        for cell in row
        if cell.data_type == "f"
    }


def expected(group: Capaian, key: str) -> float | str:
    value = next(figure for figure in FIGURES if figure.key == key).value(group)
    return NONE if value is None else value


@pytest.mark.slow
def test_every_figure_is_what_was_measured(case, read):
    """The cached values of the figures of the whole, each komponen and each subkomponen, and of each row's deviasi."""
    measured, layout = case.measurement, layout_of(case.plan, case.names)
    book = read(case.render(), values=True)
    ringkasan = book[case.names[RINGKASAN]]
    komponen = list(enumerate(measured.komponen, layout.ringkasan_komponen.first))
    subkomponen = list(enumerate(measured.subkomponen, layout.ringkasan_subkomponen.first))
    for row, group in [*komponen, (layout.total_row, measured.total)]:
        for key, column in TABLE_PLACES.items():
            assert ringkasan.cell(row, column).value == pytest.approx(expected(group, key), abs=1e-12), (
                group.kode,
                key,
            )
    for row, group in subkomponen:
        for key, column in TABLE_PLACES.items():
            if column != BOBOT:
                assert ringkasan.cell(row, column).value == pytest.approx(expected(group, key), abs=1e-12)
        assert ringkasan.cell(row, BOBOT).value == measured.bobot.get(group.kode, NONE)
    for group in measured.komponen:
        tab = book[case.names[komponen_key(group.kode)]]
        for key, column in BLOCK_PLACES.items():
            assert tab.cell(BLOCK_ROW, column).value == pytest.approx(expected(group, key), abs=1e-12)
        first = layout.komponen[group.kode].first
        rows = [result for result in measured.indikator if result.komponen == group.kode]
        for row, result in enumerate(rows, first):
            said = tab.cell(row, Col.DEVIASI).value
            if result.rencana is None:
                assert said == NONE
            else:
                assert said == pytest.approx(((result.realisasi or 0) - result.rencana) * 100, abs=1e-12)


@pytest.mark.slow
def test_no_formula_lacks_its_value(case, read):
    """XlsxWriter caches 0 unless it is told otherwise, and Protected View shows what is cached."""
    found = formulas(case.render(), read)
    assert found
    assert not [place for place, value in found.items() if value is None]


@pytest.mark.slow
def test_formulas_keep_to_what_every_application_knows(case, read):
    """No volatile functions, no dynamic arrays, nothing newer than Excel 2007."""
    used = set()
    for sheet in read(case.render(), values=False):
        for row in sheet:
            for cell in row:
                if cell.data_type == "f":
                    used |= set(re.findall(r"[A-Z][A-Z0-9.]+(?=\()", re.sub(r'"[^"]*"', "", cell.value)))
    assert used <= {
        *("ABS", "AND", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "IF", "INDEX", "INT", "ISNUMBER", "MATCH", "MIN"),
        *("MOD", "ROUND", "SUM", "SUMPRODUCT"),
    }


def test_libreoffice_computes_the_same(request, recalculated, read):
    """Recalculated from nothing, every formula of every state gives the cached value, to 1e-9."""
    packages = {name: request.getfixturevalue(name).render() for name in CASES}
    computed_again = recalculated(packages)
    for name, package in packages.items():
        again = read(computed_again[name], values=True)
        for (sheet, place), value in formulas(package, read).items():
            computed = again[sheet][place].value
            if isinstance(value, str):
                assert computed == value, (name, sheet, place)
            else:
                assert computed == pytest.approx(value, abs=1e-9), (name, sheet, place)
