"""One kantor's workbook read to the record that the rekap keeps."""

from datetime import date
from random import Random

import pytest
from many_offices import HEADER, office_rows, write_many
from office import write_office

from zi_excel.kantor.record import KantorRecord, Unread
from zi_excel.kantor.sources import Source
from zi_excel.verbs import one_kantor
from zi_excel.verbs.laporan import laporan
from zi_excel.verbs.one_kantor import PassedOver, Question, read_kantor

QUESTION = Question(date(2025, 11, 20), date(2025, 11, 20))


@pytest.fixture
def book(tmp_path):
    """An office's workbook."""
    return write_office(tmp_path / "renaksi.xlsx", office_rows(Random(1)), header=HEADER, title="RENCANA AKSI ZI 2025")


def source(path, **more) -> Source:
    """The workbook, called `asked.xlsx` by who asked."""
    return Source(str(path), "asked.xlsx", **more)


def test_a_record_is_the_kantors(book):
    """Named by its file where nothing else names it."""
    record = read_kantor(source(book, wilayah="Bali"), QUESTION)
    assert isinstance(record, KantorRecord)
    assert (record.nama, record.wilayah, record.berkas, record.tahun) == ("renaksi", "Bali", "asked.xlsx", 2025)
    assert len(record.matriks.kode) == len(record.realisasi) == record.total.jumlah == 24


def test_a_report_below_a_folder_is_passed_over_and_one_that_was_named_is_told(book, tmp_path):
    """The tool's own laporan is no office's workbook."""
    report = tmp_path / "laporan.xlsx"
    laporan(book, report, per=date(2025, 11, 20))
    assert read_kantor(source(report, named=False), QUESTION) == PassedOver("asked.xlsx")
    told = read_kantor(source(report), QUESTION)
    assert isinstance(told, Unread)
    assert "asked.xlsx" in told.sebab


@pytest.mark.parametrize("failure", [MemoryError(), RecursionError("dalam"), OSError(5, "rusak")])
def test_whatever_goes_wrong_is_a_sentence(failure, book, monkeypatch):
    """Of this workbook alone, with its name as it was asked for."""

    def fail(*_, **__):
        raise failure

    monkeypatch.setattr(one_kantor, "read_matrix", fail)
    told = read_kantor(source(book, wilayah="Bali"), QUESTION)
    assert isinstance(told, Unread)
    assert told.sebab.startswith("'asked.xlsx' tidak terbaca: ")
    assert told.wilayah == "Bali"


def test_settings_beside_the_workbook_come_before_those_of_the_question(book, tmp_path):
    """And those count where there are none beside it."""
    elsewhere = tmp_path / "lain" / "zi-excel.toml"
    elsewhere.parent.mkdir()
    elsewhere.write_text('kantor = "Dari Pertanyaan"\n')
    question = QUESTION._replace(settings=str(elsewhere))
    assert read_kantor(source(book), question).nama == "Dari Pertanyaan"
    (tmp_path / "zi-excel.toml").write_text('kantor = "Milik Kantor"\n')
    assert read_kantor(source(book), question).nama == "Milik Kantor"


def test_settings_that_can_not_be_followed_are_told_of_their_kantor(book, tmp_path):
    """No other is stopped."""
    (tmp_path / "zi-excel.toml").write_text("salah = 1\n")
    told = read_kantor(source(book), QUESTION)
    assert isinstance(told, Unread)
    assert "`salah` tidak dikenal" in told.sebab


def test_many_offices_are_what_tests_take_them_for(tmp_path):
    """30 made-up workbooks, all of which can be read."""
    paths = write_many(tmp_path, 4)
    assert all(isinstance(read_kantor(source(path), QUESTION), KantorRecord) for path in paths)
