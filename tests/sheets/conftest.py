"""Plans and measurements for the renderers: the enacted matrix with made-up reports, without the reader."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest
from once import once, read_once

from zi_excel.enacted.matrix import EnactedIndikator, enacted_matrix, plain
from zi_excel.measuring.measure import Measurement, measure
from zi_excel.measuring.status import USUAL, Ambang
from zi_excel.plan.jadwal import Jadwal, Jenis, TargetWaktu, month_end
from zi_excel.plan.realisasi import Realisasi
from zi_excel.plan.rencana_aksi import Datum, Field, Indikator, Komponen, Place, RencanaAksi, Subkomponen
from zi_excel.sheets import monev_tabs, render_monev
from zi_excel.validation.findings import Finding, Level
from zi_excel.wording import MONTHS

SHEET = "Rencana Aksi"
VERSION = "9.9.9"


@dataclass(frozen=True)
class Row:
    """What staff filled in for an indikator."""

    share: float | None = 0.0
    reported: bool = False
    finished: date | str | None = None
    links: tuple[str, ...] = ()
    evidence: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    target: TargetWaktu | None = None
    nama: str | None = None


@dataclass
class Case:
    """A plan and what belongs to it, ready to be rendered."""

    plan: RencanaAksi
    per: date
    findings: tuple[Finding, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {tab.key: tab.name for tab in monev_tabs(self.plan)} | dict(self.names)

    @property
    def measurement(self) -> Measurement:
        return measure(self.plan, self.per)

    def render(self, *, ambang: Ambang = USUAL, **options) -> bytes:
        content = self.plan, measure(self.plan, self.per, ambang), self.findings
        return once(render_monev, *content, names=self.names, version=VERSION, **options)


def target_of(text: str, year: int = 2025) -> TargetWaktu:
    """The few spellings of the enacted matrix; the tool's own reading of targets is tested elsewhere."""
    months = [at for at, name in enumerate(MONTHS, 1) if re.search(name, text)]
    if re.search("[-–]", text):
        last = month_end(year, months[-1])
        return TargetWaktu(Jadwal(Jenis.RENTANG, date(year, months[0], 1), last, (last,)))
    ends = tuple(month_end(year, month) for month in months)
    kind = Jenis.DAFTAR if len(ends) > 1 else Jenis.BULAN
    return TargetWaktu(Jadwal(kind, date(year, months[0], 1), ends[-1], ends))


def _datum(row: int, column: int, text: str, value: object = None, links: tuple[str, ...] = ()) -> Datum:
    return Datum.at(Place(SHEET, row, column), text, value if value is not None else (text or None), links=links)


def _indikator(row: int, one: EnactedIndikator, who: str, given: Row) -> Indikator:
    kode, proof, when, finished = one.kode, plain(one.bukti_fisik), one.target_waktu, given.finished
    return Indikator(
        kode=kode,
        row=row,
        letter=kode.rpartition(".")[2],
        nama=_datum(row, 3, given.nama if given.nama is not None else plain(one.indikator)),
        langkah_aksi=_datum(row, 4, plain(one.langkah_aksi)),
        bukti_fisik=_datum(row, 5, proof),
        target_waktu=_datum(row, 6, when),
        target=given.target or target_of(when),
        penanggung_jawab=_datum(row, 7, who),
        laporan=_datum(row, 8, "" if not given.reported else "x"),
        realisasi=Realisasi(given.share, given.reported),
        tanggal_selesai=_datum(row, 9, str(finished or ""), finished),
        tautan_bukti=_datum(row, 10, given.evidence or "\n".join(given.links), links=given.links),
        kendala=_datum(row, 11, given.kendala),
        tindak_lanjut=_datum(row, 12, given.tindak_lanjut),
    )


def enacted_plan(reports: Callable[[int, str], Row], *, sheet: str = SHEET) -> RencanaAksi:
    """The enacted matrix as a plan; reports gives what staff filled in, by position and kode."""
    row, position, komponen = 6, 0, []
    for each in enacted_matrix().komponen:
        row += 1
        subs = []
        for sub in each.subkomponen:
            indikator = []
            for one in sub.indikator:
                row += 1
                indikator.append(_indikator(row, one, each.penanggung_jawab, reports(position, one.kode)))
                position += 1
            number, name = _datum(row, 1, sub.no), _datum(row, 2, plain(sub.nama))
            subs.append(Subkomponen(sub.kode, number, name, tuple(indikator)))
        komponen.append(Komponen(each.kode, _datum(row, 1, each.no), _datum(row, 2, each.nama), tuple(subs)))
    columns = {column: at for at, column in enumerate(Field, 1) if column is not Field.STATUS}
    return RencanaAksi(sheet, enacted_matrix().title, 2025, 6, columns, {}, tuple(komponen))


def half_done(seed: int) -> Callable[[int, str], Row]:
    """Realistic reports of a year under way; every status occurs."""
    random = Random(seed)

    def report(position: int, kode: str) -> Row:
        kind = random.random()
        if position == 3:
            return Row(target=TargetWaktu(None, "tertulis -"), share=0.5, reported=True)
        if kind < 0.45:
            day = date(2025, random.randint(1, 11), random.randint(1, 28))
            links = (f"https://drive.contoh.example/zi/2025/{kode}/bukti-dukung-nomor-{position}.pdf",)
            return Row(1.0, True, day, links if random.random() < 0.7 else ())
        if kind < 0.7:
            share = random.choice([0.25, 1 / 3, 0.5, 0.75, 0.996, 0.003])
            hurdle = "Menunggu data dukung dari sub bagian terkait; rapat koordinasi tertunda dua kali."
            return Row(share, True, kendala=hurdle, tindak_lanjut="Rapat ulang dijadwalkan minggu depan.")
        if kind < 0.73:
            return Row(None, True)
        if kind < 0.78:
            links = ("https://contoh.example/a", "bukti/SK Tim.pdf")
            return Row(1.0, True, "akhir Maret", links, "SK Tim (lihat folder) dan foto")
        return Row()

    return report


FINDINGS = (
    Finding(
        "ZI801",
        Level.PERINGATAN,
        Place(SHEET, 12, 10),
        "I.1.d",
        "Selesai tetapi buktinya belum ditautkan.",
        "Isi tautan.",
    ),
    Finding(
        "ZI601", Level.GALAT, Place(SHEET, 11, 6), "I.1.c", "Target waktu tidak terbaca: “-”.", "Tulis bulan dan tahun."
    ),
    Finding(
        "ZI602",
        Level.INFO,
        Place(SHEET, 14, 6),
        None,
        "Target berakhir sebelum tanggal keputusan.",
        "Tidak perlu diubah.",
        also=tuple((f"F{row}", f"I.{row}.a") for row in range(15, 55)),
    ),
    Finding(
        "ZI001", Level.PERINGATAN, Place(SHEET), None, "Kolom REALISASI tidak ada.", "Tambahkan.", reason="=kesepakatan"
    ),
)


def first_rows(plan: RencanaAksi) -> RencanaAksi:
    """Its first komponen with two subkomponen: for tests of a cell, whatever the other sheets hold."""
    first = plan.komponen[0]
    return plan._replace(komponen=(first._replace(subkomponen=first.subkomponen[:2]),))


@pytest.fixture
def few(half: Case) -> Case:
    """The first rows of a year under way, with all its findings."""
    return Case(first_rows(half.plan), half.per, half.findings)


@pytest.fixture
def half() -> Case:
    """A year under way."""
    return Case(enacted_plan(half_done(7)), date(2025, 11, 20), FINDINGS)


@pytest.fixture
def empty() -> Case:
    """Nothing reported yet."""
    return Case(enacted_plan(lambda *_: Row()), date(2025, 2, 10))


@pytest.fixture
def finished() -> Case:
    """All done, all linked."""
    done = Row(1.0, True, date(2025, 12, 1), ("https://contoh.example/bukti",))
    return Case(enacted_plan(lambda *_: done), date(2026, 1, 5))


@pytest.fixture
def odd() -> Case:
    """Another office's matrix: no LKE weights, some parts without indikator, renamed tabs, odd names."""
    plan = enacted_plan(half_done(3), sheet="Rencana 'Aksi' & 100% #1")
    first, second, *rest = plan.komponen
    hollow = first._replace(subkomponen=(*first.subkomponen[:2], first.subkomponen[2]._replace(indikator=())))
    bare = Komponen("VII", first.no, first.nama._replace(text="TAMBAHAN"), ())
    odd_plan = plan._replace(komponen=(hollow, second, bare, *rest[:1]))
    return Case(
        odd_plan, date(2024, 12, 31), FINDINGS, {"monev_i": "Bagian I 'lama' kami", "monev_temuan": "Temuan & saran"}
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., openpyxl.Workbook]:
    """The rendered workbook through an independent reader, with cached values or with formulas."""
    return read_once


@pytest.fixture
def plan_with() -> Callable[..., Case]:
    """A case whose first indikator was reported so; the others, of the first two subkomponen, all alike."""

    def case(*, others: float = 0.0, **first: object) -> Case:
        plan = enacted_plan(lambda at, _: Row(**first) if at == 0 else Row(others, bool(others)))
        return Case(first_rows(plan), date(2025, 11, 20))

    return case


_LAYOUT = re.compile(
    rb"<(mergeCells|hyperlinks|dataValidations|rowBreaks|cols)\b.*?</\1>|<autoFilter[^>]*/>|<legacyDrawing[^>]*/>"
    rb'| ht="[\d.]+"| customHeight="1"',
    re.DOTALL,
)


def without_values(package: bytes) -> bytes:
    """The package without the cached values of its formulas, so that nobody can pass them on.

    Charts, conditional looks, links and what lays the sheet out go too: they cost a program two thirds of its time,
    and no formula reads them.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f>", part)
                part = re.sub(rb' t="str"><f>', b"><f>", part)
                part = re.sub(rb"<conditionalFormatting.*</conditionalFormatting>", b"", part, flags=re.DOTALL)
                part = re.sub(rb"<extLst>.*</extLst>|<drawing [^>]*/>", b"", part, flags=re.DOTALL)
                part = _LAYOUT.sub(b"", part)
            new.writestr(name, part)
    return out.getvalue()


@pytest.fixture
def recalculated(libreoffice, tmp_path: Path) -> Callable[[Mapping[str, bytes]], dict[str, bytes]]:
    """What LibreOffice computes from nothing, for many workbooks in one run."""

    def compute(packages: Mapping[str, bytes]) -> dict[str, bytes]:
        for name, package in packages.items():
            (tmp_path / f"{name}.xlsx").write_bytes(without_values(package))
        libreoffice("xlsx", *(tmp_path / f"{name}.xlsx" for name in packages), to=tmp_path / "out")
        return {name: (tmp_path / "out" / f"{name}.xlsx").read_bytes() for name in packages}

    return compute
