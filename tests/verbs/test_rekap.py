"""The verb `rekap`: many offices' workbooks as one."""

import json
import math
import shutil
import statistics
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from many_offices import AREAS, HEADER, office_rows, write_many
from office import write_office
from saved_by_openpyxl import edited

import zi_excel
from zi_excel.errors import UsageError, WorkbookError
from zi_excel.outputs.rekap_json import rekap_json
from zi_excel.outputs.results_json import capaian_json
from zi_excel.verbs import rekap as rekap_verb

PER = date(2025, 11, 20)


@pytest.fixture
def threads():
    """An executor in this very process: what is tested here is not how workbooks are handed out."""
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def province(prepared, tmp_path) -> Path:
    """30 offices in three folders."""
    return prepared(write_many, tmp_path / "provinsi")


def rekap_of(*sources, threads, **more):
    """The figures as JSON has them."""
    return rekap_json(rekap_verb.rekap(sources, executor=threads, **{"per": PER, **more}).rekap)


def close(one, other) -> bool:
    """Equal but for what the order of adding may cost."""
    return (one is None and other is None) or math.isclose(one, other, rel_tol=0, abs_tol=1e-12)


@pytest.mark.slow
def test_every_figure_is_that_of_capaian_and_plain_arithmetic(province, threads):
    """For 30 offices in three folders: each kantor's own to the last digit, the others worked out anew here."""
    rekap = rekap_of(province, threads=threads)
    paths = sorted(province.rglob("*.xlsx"))
    figures = {
        str(path): json.loads(json.dumps(capaian_json(zi_excel.capaian(path, per=PER).measurement))) for path in paths
    }
    assert len(paths) == 30
    assert {each["berkas"] for each in rekap["kantor"]} == set(figures)
    for each in rekap["kantor"]:
        own = figures[each["berkas"]]
        assert json.loads(json.dumps(each["total"])) == own["total"]
        assert json.loads(json.dumps(each["komponen"])) == own["komponen"]
        assert each["wilayah"] == Path(each["berkas"]).parent.name
        found = zi_excel.validasi(each["berkas"], per=PER).findings
        assert each["temuan"] == {level: sum(one.level == level for one in found) for level in each["temuan"]}
        assert each["melapor"] is any(row["dilaporkan"] for row in own["indikator"])

    shares = [own["total"]["capaian"] for own in figures.values()]
    whole = rekap["ringkasan"]
    assert (whole["kantor"], whole["terbaca"], whole["tidak_terbaca"], whole["belum_melapor"]) == (30, 30, 0, 3)
    assert close(whole["rata_rata"], sum(shares) / 30)
    assert close(whole["median"], statistics.median(shares))
    assert (whole["terendah"], whole["tertinggi"]) == (min(shares), max(shares))

    assert [each["nama"] for each in rekap["wilayah"]] == ["Bali", "Jateng", "Jatim"]
    for group in rekap["wilayah"]:
        members = [own["total"]["capaian"] for path, own in figures.items() if Path(path).parent.name == group["nama"]]
        assert group["kantor"] == len(members) == 10
        assert close(group["rata_rata"], sum(members) / 10)
        assert close(group["median"], statistics.median(members))

    of_area = defaultdict(list)
    for own in figures.values():
        for komponen in own["komponen"]:
            of_area[komponen["nama"]].append(komponen["capaian"])
    assert [each["nama"] for each in rekap["komponen"]] == [*AREAS, "INOVASI DAERAH"]
    for each in rekap["komponen"]:
        members = of_area[each["nama"]]
        assert each["kantor"] == len(members)
        assert close(each["rata_rata"], sum(members) / len(members))
    assert {each["kantor"] for each in rekap["komponen"]} == {30, 26, 4}

    of_kode = defaultdict(list)
    for path, own in figures.items():
        sheet = openpyxl.load_workbook(path).active
        for row in own["indikator"]:
            of_kode[row["kode"]].append((sheet.cell(row["baris"], 3).value, row["realisasi"] or 0.0, row["status"]))
    assert sorted(each["kode"] for each in rekap["indikator"]) == sorted(of_kode)
    for each in rekap["indikator"]:
        rows = of_kode[each["kode"]]
        (text, most), *_ = Counter(text for text, _, _ in rows).most_common()
        members = [row for row in rows if row[0] == text]
        assert each["indikator"] == text
        assert each["kantor"] == most == len(members)
        assert each["teks_lain"] == len(rows) - most
        assert close(each["rata_rata"], sum(share for _, share, _ in members) / most)
        assert {status: count for status, count in each["status"].items() if count} == Counter(
            status for _, _, status in members
        )


@pytest.mark.slow
def test_kantor_are_named_by_list_settings_title_and_file(tmp_path, threads):
    """In this order; two of one name are told apart by their file."""
    rows = office_rows(Random(1))

    def office(name, title="", settings=""):
        folder = tmp_path / name
        folder.mkdir()
        if settings:
            (folder / "zi-excel.toml").write_text(f'kantor = "{settings}"\n')
        return write_office(folder / f"{name}.xlsx", rows, header=HEADER, title=title)

    title = "RENCANA AKSI ZI KPU KOTA SOLO TAHUN 2025"
    for name, more in {
        "a": {"title": title, "settings": "Dari Pengaturan"},
        "b": {"title": title, "settings": "Dari Pengaturan"},
        "c": {"title": title},
        "d": {"title": title},
        "e": {"title": "RENCANA AKSI 2025"},
    }.items():
        office(name, **more)
    (tmp_path / "daftar.csv").write_text("BERKAS;KANTOR;WILAYAH\na/a.xlsx;Dari Daftar;Jateng\nb/b.xlsx;;\n")
    rekap = rekap_of(tmp_path / "daftar.csv", tmp_path / "c", tmp_path / "d", tmp_path / "e", threads=threads)
    assert {each["nama"]: each["wilayah"] for each in rekap["kantor"]} == {
        "Dari Daftar": "Jateng",
        "Dari Pengaturan": None,
        "KPU KOTA SOLO (c.xlsx)": None,
        "KPU KOTA SOLO (d.xlsx)": None,
        "e": None,
    }


@pytest.mark.slow
def test_settings_count_per_kantor(province, threads):
    """A threshold, a silenced rule, a name of the column: as for `capaian` and `validasi`."""
    folder = province / "Bali"
    (folder / "zi-excel.toml").write_text('[aturan.ZI602]\ntingkat = "mati"\nalasan = "coba"\n')
    rekap = rekap_of(province, threads=threads)
    for each in rekap["kantor"]:
        found = zi_excel.validasi(each["berkas"], per=PER).findings
        assert each["temuan"]["galat"] == sum(one.level == "galat" for one in found)


@pytest.mark.slow
def test_what_can_not_be_read_is_listed_and_stops_no_other(province, threads):
    """Damaged, locked, no matrix, gone, in another format: each with its own sentence, and in no figure."""
    bali = province / "Bali"
    before = rekap_of(province, threads=threads)["ringkasan"]
    (bali / "rusak.xlsx").write_bytes((bali / "renaksi 0.xlsx").read_bytes()[:4000])
    (bali / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0" + bytes(600))
    (bali / "kosong.xlsx").touch()
    openpyxl.Workbook().save(bali / "bukan matriks.xlsx")
    rekap = rekap_of(province, "hilang.xlsx", province / "tidak ada", threads=threads)
    sentences = {Path(each["berkas"]).name: each["sebab"] for each in rekap["tidak_terbaca"]}
    assert set(sentences) == {"rusak.xlsx", "lama.xls", "kosong.xlsx", "bukan matriks.xlsx", "hilang.xlsx", "tidak ada"}
    assert all(sentence.endswith(".") and "Traceback" not in sentence for sentence in sentences.values())
    assert rekap["ringkasan"]["rata_rata"] == before["rata_rata"]
    assert (rekap["ringkasan"]["kantor"], rekap["ringkasan"]["tidak_terbaca"]) == (36, 6)


@pytest.mark.slow
def test_a_folder_that_vanishes_meanwhile_leaves_its_workbooks_listed(province, threads):
    """Between the search and the reading."""

    def watch(step):
        if step.done == 1:
            shutil.rmtree(province / "Jatim")

    result = rekap_verb.rekap(province, per=PER, executor=threads, watch=watch)
    names = {Path(each.berkas).parent.name for each in result.rekap.unread}
    assert names == {"Jatim"}
    assert {each.wilayah for each in result.rekap.kantor} == {"Bali", "Jateng"}
    assert all("tidak ditemukan" in each.sebab for each in result.rekap.unread)


@pytest.mark.parametrize(
    ("sources", "sentence"),
    [
        (["tidak ada"], "'tidak ada' tidak ditemukan"),
        (["kosong"], "'kosong' tidak memuat buku kerja"),
        (["*.xlsb"], "tidak memuat buku kerja"),
        (["rusak"], "tidak satu pun dari 2 berkas dapat dibaca; yang pertama: "),
        (["tanpa_kolom.csv"], "tidak mempunyai kolom BERKAS"),
        (["daftar_kosong.csv"], "tidak memuat buku kerja"),
    ],
)
def test_nothing_to_read_is_one_sentence(sources, sentence, tmp_path, threads, monkeypatch):
    """No rekap is made of nothing."""
    monkeypatch.chdir(tmp_path)
    Path("kosong").mkdir()
    Path("rusak").mkdir()
    for name in ("a.xlsx", "b.xlsx"):
        Path("rusak", name).write_bytes(b"PK rusak")
    Path("tanpa_kolom.csv").write_text("KANTOR;WILAYAH\nA;B\n")
    Path("daftar_kosong.csv").write_text("BERKAS\n")
    with pytest.raises(WorkbookError, match=sentence.replace("'", "'")):
        rekap_verb.rekap(sources, per=PER, executor=threads)


def test_period_and_day_exclude_each_other(province, threads):
    """As in `laporan`."""
    with pytest.raises(UsageError, match="pilih salah satu"):
        rekap_verb.rekap(province, per=PER, periode="TW III", executor=threads)


@pytest.mark.slow
def test_movement_is_that_of_laporan(template, tmp_path, threads, monkeypatch):
    """From the last entry before the period to the last one in it; without a history there is none."""
    book, without = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    shutil.copy(template, book)
    shutil.copy(template, without)

    def report(share, day):
        rows = [row["baris"] for row in capaian_json(zi_excel.capaian(book, per=day).measurement)["indikator"]]
        with edited(book) as workbook:
            for row in rows[:40]:
                workbook["Rencana Aksi"].cell(row, 8).value = share
        zi_excel.monev(book, per=day)

    report(0.2, date(2025, 6, 20))
    report(0.5, date(2025, 9, 20))
    report(0.9, date(2025, 11, 10))
    monkeypatch.setattr(rekap_verb, "today", lambda: PER)
    rekap = rekap_of(tmp_path, threads=threads, per=None, periode="TW III")
    first, second = rekap["kantor"]
    assert rekap["per"] == "2025-09-30"
    assert first["pergerakan"] == pytest.approx(30 * 40 / 87)
    assert (first["riwayat_terakhir"], first["capaian_lalu"]) == ("2025-11-10", pytest.approx(0.9 * 40 / 87))
    assert (second["pergerakan"], second["riwayat_terakhir"], second["capaian_lalu"]) == (None, None, None)
    course = {point["tanggal"]: (point["rata_rata"], point["kantor"]) for point in rekap["perjalanan"]}
    assert course["2025-06-30"] == (pytest.approx(0.2 * 40 / 87), 1)
    assert course["2025-09-30"][1] == 2


@pytest.mark.slow
def test_processes_give_the_same_as_threads(province, threads):
    """Record for record."""
    assert (
        rekap_verb.rekap(province, per=PER, workers=2).rekap
        == rekap_verb.rekap(province, per=PER, executor=threads).rekap
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")  # of distributed's own
def test_a_dask_cluster_gives_the_same_as_threads(province, threads, dask_address):
    """Two real workers."""
    by_cluster = rekap_verb.rekap(province, per=PER, dask=dask_address).rekap
    assert by_cluster == rekap_verb.rekap(province, per=PER, executor=threads).rekap


@pytest.mark.slow
def test_the_same_workbook_whoever_read(province, threads, tmp_path):
    """Byte for byte: by threads of this process, one process, two."""
    outs = []
    for number, how in enumerate(({"executor": threads}, {"workers": 1}, {"workers": 2})):
        out = tmp_path / str(number) / "rekap.xlsx"
        out.parent.mkdir()
        assert rekap_verb.rekap(province, out, per=PER, **how).changed
        outs.append(out.read_bytes())
    assert outs[0] == outs[1] == outs[2]
