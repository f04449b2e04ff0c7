"""The made-up province: offices as they are, the same ones each time."""

import sys
from datetime import date
from pathlib import Path

import pytest

import zi_excel
from zi_excel.errors import WorkbookError

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from province_offices import Kind, Matrix, offices
from sample_province import province, write_office

PER = date(2025, 11, 20)
SEED = 1


@pytest.fixture(scope="module")
def twelve(tmp_path_factory) -> dict[str, Path]:
    """Twelve workbooks by the offices' names."""
    folder = tmp_path_factory.mktemp("provinsi")
    paths = province(folder, 12, per=PER, seed=SEED)
    return {office.name: path for office, path in zip(offices(12, SEED, 10), paths, strict=True)}


def test_a_province_has_every_kind_of_office():
    """Of twelve one is encrypted, one damaged, one has reported nothing; each other matrix is there."""
    every = list(offices(12, SEED, 10))
    kinds = [office.kind for office in every]
    assert {kind: kinds.count(kind) for kind in Kind} == {
        Kind.BIASA: 9,
        Kind.BELUM_MELAPOR: 1,
        Kind.TERKUNCI: 1,
        Kind.RUSAK: 1,
    }
    assert {office.matrix for office in every if office.kind is Kind.BIASA} == set(Matrix)
    assert len({office.wilayah for office in every}) == 3


@pytest.mark.parametrize("count", [1, 30, 550])
def test_no_two_offices_are_alike(count):
    """Names tell them apart; 550 lie in 38 provinces, and as many are the same the next time."""
    every = list(offices(count, SEED, 10))
    assert len({office.name for office in every}) == count
    assert len({office.wilayah for office in every}) == {1: 1, 30: 3, 550: 38}[count]
    assert every == list(offices(count, SEED, 10))


@pytest.mark.slow
def test_workbooks_are_read_or_refused_as_their_kind_is(twelve):
    """Measured where nothing is wrong; 0 where nothing was reported; a sentence where the file can't be used."""
    for office in offices(12, SEED, 10):
        path = twelve[office.name]
        if office.kind in {Kind.TERKUNCI, Kind.RUSAK}:
            with pytest.raises(WorkbookError, match=r"kata sandi|rusak"):
                zi_excel.capaian(path, per=PER)
            continue
        measured = zi_excel.capaian(path, per=PER).measurement
        assert len(measured.komponen) == (4 if office.matrix is Matrix.EMPAT_AREA else 6)
        assert (measured.total.capaian == 0) is (office.kind is Kind.BELUM_MELAPOR)


@pytest.mark.slow
def test_histories_reach_over_months(twelve):
    """The tidy ones kept an entry per month."""
    for office in offices(12, SEED, 10):
        if office.kind is Kind.BIASA:
            entries = zi_excel.riwayat(twelve[office.name]).history.entries
            assert [entry.day.month for entry in entries] == list(office.months)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes(twelve, tmp_path):
    """Whoever writes them, today or later."""
    office = next(each for each in offices(12, SEED, 10) if each.months and each.kind is Kind.BIASA)
    (tmp_path / office.wilayah).mkdir()
    again = write_office(office, folder=tmp_path, per=PER)
    assert again.read_bytes() == twelve[office.name].read_bytes()
