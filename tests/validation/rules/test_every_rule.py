"""Every rule speaks up where it should, and is silent of what looks like it but is right; none speaks of everything."""

from datetime import date, datetime, timedelta, timezone

import pytest
from office_expectation import expectation, names

from zi_excel.enacted.matrix import enacted_matrix
from zi_excel.enacted.record import recorded
from zi_excel.folder_bukti.folder import EvidenceFile, FolderBukti, KodeFolder, LinkState
from zi_excel.opc.package.package import Package
from zi_excel.plan.columns import HeaderReading
from zi_excel.plan.rencana_aksi import Field, Oddity
from zi_excel.reader import read_plan
from zi_excel.validation.findings import Override
from zi_excel.validation.rules import ALL
from zi_excel.validation.subject import Earlier, Subject

PER = date(2025, 11, 20)
RULE = {rule.code: rule for rule in ALL}
ERROR, UNCOMPUTED = {"error": "#REF!"}, {"formula": "A1", "cached": False}
COMPUTED = {"text": "Rapat", "value": "Rapat", "formula": "A1"}
DAY, LATER = date(2025, 3, 31), date(2025, 12, 1)


# --- changes of a draft; what one hands out are further arguments of the Subject


def nothing(_draft):
    """As it is."""


def a(**cells):
    return lambda draft: draft.row("I.1.a").set(**cells) and None


def b(**cells):
    return lambda draft: draft.row("I.1.b").set(**cells) and None


def c(**cells):
    return lambda draft: draft.row("I.1.c").set(**cells) and None


def rows(*kodes, **cells):
    """The same cells in several rows."""

    def change(draft):
        for kode in kodes:
            draft.row(kode).set(**cells)

    return change


def both(*changes):
    def change(draft):
        for each in changes:
            each(draft)

    return change


def drop(*columns):
    def change(draft):
        for column in columns:
            del draft.columns[column]

    return change


def status_column(draft):
    draft.columns[Field.STATUS] = 13


def remark(oddity, kode=None, detail=""):
    return lambda draft: draft.remark(oddity, kode, detail=detail)


def head(kode, **parts):
    def change(draft):
        for name, text in parts.items():
            setattr(draft.head(kode), name, text)

    return change


def name_of(kode, other):
    return lambda draft: setattr(draft.head(kode), "nama", draft.head(other).nama)


def empty(kode):
    return lambda draft: draft.head(kode).parts.clear()


def remove(kode):
    return lambda draft: draft.home(kode).remove(draft.row(kode))


def swap(kode):
    """A row changes places with the one below it."""

    def change(draft):
        home = draft.home(kode)
        at = home.index(draft.row(kode))
        home[at], home[at + 1] = home[at + 1], home[at]

    return change


def add(after, **cells):
    def change(draft):
        home = draft.home(after)
        home.insert(home.index(draft.row(after)) + 1, type(home[0])("baru", dict(home[0].cells)).set(**cells))

    return change


def unheaded(kode, above):
    """A subkomponen's own line is lost: its rows are read as those of the one above."""

    def change(draft):
        gone = draft.head(kode)
        draft.head(above).parts += gone.parts
        next(each for each in draft.komponen if gone in each.parts).parts.remove(gone)

    return change


def of_another_office(draft):
    """Other indikator under the same headings."""
    for row in draft.rows():
        row.set(indikator=f"{row.kode.rpartition('.')[2]}. Kegiatan {row.kode}", langkah_aksi="", bukti_fisik="")


def without(kode):
    return lambda draft: draft.komponen.remove(draft.head(kode))


def hidden(*columns):
    def change(draft):
        plan = draft.plan()
        return {"plan": plan._replace(reading=HeaderReading(17, None, {}, hidden=frozenset(columns)))}

    return change


def before(share):
    return lambda _draft: {"earlier": Earlier(date(2025, 11, 13), {"I.1.b": share})}


def record(change=nothing, *, lone=(), **altered):
    """Recorded, then changed; altered: by hand, in the record."""

    def run(draft):
        about = {"nomor": "1", "tanggal": date(2025, 1, 2), "tentang": "", "kantor": "", "oleh": "Budi", "versi": "1"}
        now = datetime(2025, 11, 20, tzinfo=timezone(timedelta(hours=7)))
        law = recorded(draft.plan(), pada=now, berkas="buku.xlsx", **about)
        change(draft)
        return {"enacted": law._replace(**altered), "lone_records": lone}

    return run


def added_after_the_record(column):
    """A column that was not there when the matrix was recorded."""

    def run(draft):
        at = draft.columns.pop(column)
        more = record()(draft)
        draft.columns[column] = at
        return more

    return run


def settings_for(*kodes):
    """A rule is silenced for these kodes."""
    return lambda _draft: {"overrides": {"ZI601": Override(None, "sebab", frozenset(kodes))}}


def folder(standing=LinkState.ADA, *, files=0):
    """The folder of evidence: the file of I.1.b's link stands so, and its own folder holds so many."""

    def run(_draft):
        held = tuple(EvidenceFile(f"SK {number}.pdf", DAY) for number in range(files))
        found = FolderBukti("bukti", {("I.1.b", "SK.pdf"): standing}, {"I.1.b": KodeFolder("I.1.b", held)})
        return {"folder_bukti": found}

    return run


def linked(more):
    """I.1.b links to its file."""

    def run(draft):
        draft.row("I.1.b").set(tautan_bukti={"text": "SK.pdf", "value": "SK.pdf", "links": ("SK.pdf",)})
        return more(draft)

    return run


LINK = {"text": "SK", "value": "SK", "links": ("https://a.id/1",)}
UNSEEN = {"text": "31 Maret 2025", "value": date(2025, 3, 31), "number_format": ";;;"}
HIDDEN = {"text": "50%", "value": 0.5, "number_format": ";;;"}
PICTURE = {"text": "(gambar)", "value": "(gambar)", "picture": True}
OWN_DISK = {"text": "SK", "value": "SK", "links": (r"file:///C:\Users\Sri\SK.pdf",)}
MAIL = {"text": "a@b.id", "value": "a@b.id", "links": ("mailto:a@b.id",)}
SHARE = {"text": "SK", "value": "SK", "links": (r"\\server\zi\SK.pdf", "bukti/SK.pdf", "file://server/zi/SK.pdf")}
DONE = {"realisasi": "100%"}

# code: (what makes it speak, what is like it and right). In front of a change: of which matrix, `own` (a small flawless
# one of another office) or `law` (the enacted one).
CASES = {
    "ZI001": ("own", drop(Field.TARGET_WAKTU), "own", drop(Field.BUKTI_FISIK)),
    "ZI002": ("own", drop(Field.PENANGGUNG_JAWAB), "own", drop(Field.TARGET_WAKTU)),
    "ZI003": ("own", drop(Field.KENDALA), "own", drop(Field.NO)),
    "ZI004": ("own", remark(Oddity.COLUMN_TWICE, detail="kendala"), "own", remark(Oddity.OTHER_TABLE)),
    "ZI005": ("own", remark(Oddity.HEADER_REPEATED), "own", remark(Oddity.SPLIT_ROW)),
    "ZI006": ("own", remark(Oddity.SPLIT_ROW), "own", remark(Oddity.HEADER_REPEATED)),
    "ZI007": ("own", remark(Oddity.STRAY_TEXT, detail="catatan"), "own", remark(Oddity.SPLIT_ROW)),
    "ZI008": (
        "own",
        both(remark(Oddity.YEAR_GUESSED), b(target_waktu="Maret")),
        "own",
        both(remark(Oddity.YEAR_GUESSED), b(target_waktu="Maret 2025")),
    ),
    "ZI009": ("own", b(bukti_fisik=ERROR), "own", b(realisasi=ERROR)),
    "ZI010": ("own", b(langkah_aksi=UNCOMPUTED), "own", b(langkah_aksi=COMPUTED)),
    "ZI011": ("own", remark(Oddity.PARTED, detail="realisasi"), "own", remark(Oddity.COLUMN_TWICE, detail="realisasi")),
    "ZI012": ("own", remark(Oddity.OTHER_TABLE, detail="No | Nama"), "own", remark(Oddity.STRAY_TEXT)),
    "ZI013": ("own", hidden(Field.TARGET_WAKTU), "own", hidden()),
    "ZI014": ("own", b(langkah_aksi=COMPUTED), "own", b(kendala=COMPUTED)),
    "ZI015": ("own", settings_for("I.9", "I.1.x"), "own", settings_for("I", "I.1", "I.1.a")),
    "ZI016": ("own", remark(Oddity.OTHER_MATRIX, detail="NO | KOMPONEN"), "own", remark(Oddity.OTHER_TABLE)),
    "ZI017": ("own", remark(Oddity.STRUCK_OUT, detail="Maret 2025"), "own", remark(Oddity.STRAY_TEXT)),
    "ZI018": ("own", b(tautan_bukti=PICTURE), "own", b(tautan_bukti=LINK)),
    "ZI019": (
        "own",
        remark(Oddity.CONDITIONAL_LOOK, detail="F7:F93|mencoret"),
        "own",
        remark(Oddity.STRUCK_OUT, detail="Maret 2025"),
    ),
    "ZI020": (
        "own",
        remark(Oddity.LOOSE_BOX, detail="dicentang"),
        "own",
        remark(Oddity.STRUCK_OUT, detail="Maret 2025"),
    ),
    "ZI101": ("own", remark(Oddity.KODE_BY_ORDER, "I.2", "1"), "own", remark(Oddity.KODE_BY_ORDER, "I.1.b", "a")),
    "ZI102": ("own", remark(Oddity.NUMBER_MISSING, "I.1"), "own", remark(Oddity.NUMBER_ARABIC, "I")),
    "ZI103": ("own", remark(Oddity.NUMBER_ARABIC, "I"), "own", remark(Oddity.NUMBER_MISSING, "I")),
    "ZI104": ("law", head("II.3", no="4"), "law", head("II.3", no="3.")),
    "ZI105": ("own", head("I.1", no="dua"), "own", head("I.1", no="")),
    "ZI201": ("own", head("I", nama=""), "own", head("I.1", nama="")),
    "ZI202": ("law", head("II", nama="TATA KELOLA"), "law", head("IV", nama="PENGUATAN AKUNTABILITAS KINERJA")),
    "ZI203": ("law", head("II", nama="PENGUATAN PENGAWASAN"), "law", head("II", nama="PENATAAN TATALAKSANA")),
    "ZI204": ("law", name_of("II", "I"), "law", head("II", nama="PENATAAN TATALAKSANA")),
    "ZI205": ("own", head("I.1", nama="-"), "own", head("I", nama="-")),
    "ZI206": ("law", name_of("II.2", "II.1"), "law", name_of("II.1", "I.1")),
    "ZI207": ("law", empty("II.1"), "law", remove("II.1.a")),
    "ZI208": ("law", both(of_another_office, without("III")), "law", of_another_office),
    "ZI301": ("own", b(indikator="b. "), "own", b(indikator="b. Tim")),
    "ZI302": ("own", b(indikator="b. PEMBENTUKAN tim"), "own", b(indikator="b. Pembentukan tim inti")),
    "ZI303": ("own", remark(Oddity.KODE_BY_ORDER, "I.1.b", "a"), "own", remark(Oddity.KODE_BY_ORDER, "I.2", "1")),
    "ZI304": ("own", c(indikator="e. Evaluasi tim"), "own", c(indikator="c) Evaluasi tim")),
    "ZI401": ("own", b(langkah_aksi="–"), "own", b(langkah_aksi=UNCOMPUTED)),
    "ZI402": ("own", b(langkah_aksi="pembagian tugas"), "own", b(langkah_aksi="Membagi tugas")),
    "ZI403": ("own", b(langkah_aksi="SKP tahun 2024"), "own", b(langkah_aksi="Menurut UU Nomor 14 Tahun 2008")),
    "ZI404": (
        "law",
        rows("II.1.a", "VI.2.b", langkah_aksi="Rapat"),
        "law",
        rows("I.1.a", "I.1.b", langkah_aksi="Rapat"),
    ),
    "ZI501": ("own", b(bukti_fisik=""), "own", b(bukti_fisik=UNCOMPUTED)),
    "ZI502": ("own", b(bukti_fisik="Notula; menyusun SOP"), "own", b(bukti_fisik="Media sosial")),
    "ZI503": ("own", b(bukti_fisik="Renstra 2020-2024"), "own", b(bukti_fisik="Renstra 2020-2025")),
    "ZI504": ("law", rows("II.1.a", "VI.2.b", bukti_fisik="Foto"), "law", rows("I.1.a", "I.1.b", bukti_fisik="Foto")),
    "ZI505": ("own", b(bukti_fisik="SK Tim; sk tim"), "own", b(bukti_fisik="SK Tim; SK Tim Dumas")),
    "ZI506": ("own", b(bukti_fisik="SK dan SOP Layanan"), "own", b(bukti_fisik="SK; SOP Layanan Maret, April 2025")),
    "ZI601": ("own", b(target_waktu="-"), "own", b(target_waktu="?")),
    "ZI602": ("own", b(target_waktu="31 Juni 2025"), "own", b(target_waktu="30 Juni 2025")),
    "ZI603": ("own", b(target_waktu="Tercapai 4 Januari 2021"), "own", b(target_waktu="4 Januari 2025")),
    "ZI604": ("own", b(target_waktu="Juni, Maret 2025"), "own", b(target_waktu="Maret, Juni 2025")),
    "ZI605": ("law", nothing, "own", nothing),
    "ZI606": ("own", b(target_waktu="Februari 2024"), "own", b(target_waktu="November 2024 – Februari 2025")),
    "ZI607": (
        "own",
        b(langkah_aksi="Rapat berkala"),
        "own",
        b(langkah_aksi="Rapat berkala", target_waktu="setiap bulan"),
    ),
    "ZI608": ("own", b(target_waktu="Maret"), "own", b(target_waktu="setiap bulan")),
    "ZI609": ("own", b(target_waktu="sewaktu-waktu"), "own", b(target_waktu="setiap bulan")),
    "ZI610": ("own", b(target_waktu=UNSEEN), "own", b(target_waktu=UNSEEN | {"number_format": "mmm-yy"})),
    "ZI701": ("own", b(penanggung_jawab="-"), "own", b(penanggung_jawab=UNCOMPUTED)),
    "ZI702": ("own", b(penanggung_jawab="Tim Perubhan"), "own", b(penanggung_jawab="Tim A")),
    "ZI801": ("own", drop(Field.REALISASI), "own", both(drop(Field.REALISASI), status_column)),
    "ZI802": ("own", b(realisasi="120%"), "own", b(realisasi="3/4")),
    "ZI803": ("own", both(a(realisasi=75.0), b(realisasi=0.5)), "own", both(a(realisasi=0.75), b(realisasi=0.5))),
    "ZI804": ("own", b(**DONE), "own", b(**DONE, tautan_bukti=LINK)),
    "ZI805": ("own", b(kendala="Hujan"), "own", b(kendala="Tidak ada.")),
    "ZI806": ("own", b(tanggal_selesai="akhir Maret"), "own", b(tanggal_selesai=DAY)),
    "ZI807": ("own", b(**DONE, tanggal_selesai=LATER), "own", b(**DONE, tanggal_selesai=PER)),
    "ZI808": ("own", b(realisasi="60%", tanggal_selesai=DAY), "own", b(**DONE, tanggal_selesai=DAY)),
    "ZI809": ("own", b(tanggal_selesai=date(2024, 3, 31)), "own", b(tanggal_selesai=date(2025, 1, 1))),
    "ZI810": ("own", b(tautan_bukti="di lemari"), "own", b(tautan_bukti=LINK)),
    "ZI811": ("own", both(drop(Field.REALISASI), status_column), "own", status_column),
    "ZI812": ("own", remark(Oddity.REPORT_ON_HEADING, "I", "KENDALA"), "own", remark(Oddity.STRAY_TEXT)),
    "ZI813": ("own", before(0.5), "own", before(0.0)),
    "ZI814": ("own", b(**DONE), "own", b(**DONE, tanggal_selesai=DAY)),
    "ZI815": ("law", rows("II.1.a", "VI.2.b", tautan_bukti=LINK), "law", rows("I.1.a", "I.1.b", tautan_bukti=LINK)),
    "ZI816": ("own", both(a(tautan_bukti=OWN_DISK), b(tautan_bukti=MAIL)), "own", b(tautan_bukti=SHARE)),
    "ZI817": ("own", linked(folder(LinkState.TIDAK_ADA)), "own", linked(folder())),
    "ZI818": ("own", linked(folder(LinkState.DI_LUAR)), "own", linked(folder(LinkState.TIDAK_ADA))),
    "ZI819": ("own", folder(files=2), "own", linked(folder(files=2))),
    "ZI820": ("own", b(realisasi=HIDDEN), "own", b(realisasi=HIDDEN | {"number_format": "0%"})),
    "ZI821": ("own", b(tanggal_selesai=UNSEEN), "own", b(tanggal_selesai=UNSEEN | {"number_format": "d/m/yyyy"})),
    "ZI901": ("law", a(target_waktu="Desember 2025"), "law", a(target_waktu="Feb 2025")),
    "ZI902": (
        "law",
        add("I.4.b", indikator="z. Studi banding ke luar negeri", langkah_aksi="x"),
        "law",
        remove("I.4.b"),
    ),
    "ZI903": ("law", remove("I.4.b"), "law", a(indikator="a. Menerbitkan SK Tim Kerja")),
    "ZI904": ("law", swap("I.4.a"), "law", remove("I.4.b")),
    "ZI905": ("law", a(langkah_aksi="Menerbitkan SK"), "law", a(target_waktu="Februari\u00a02025")),
    "ZI906": ("law", a(indikator="k. Menerbitkan SK Tim Kerja /Kelompok Kerja"), "law", a(langkah_aksi="x")),
    "ZI907": ("own", nothing, "law", nothing),
    "ZI908": ("law", unheaded("II.2", "II.1"), "law", head("II.2", no="")),
    "ZI909": ("own", record(nomor="2"), "own", record()),
    "ZI910": ("own", record(lone=("a.penetapan.toml",)), "own", record()),
    "ZI911": ("own", added_after_the_record(Field.LANGKAH_AKSI), "own", record()),
}


def test_every_rule_has_its_case():
    """A rule that is written without one, or a case whose rule is gone, fails the build."""
    assert list(CASES) == [rule.code for rule in ALL]


@pytest.fixture
def said(draft, enacted_draft):
    """said("ZI601", "own", change) -> what that rule says of the changed matrix."""

    def run(code, base, change):
        changed = draft if base == "own" else enacted_draft
        more = change(changed) or {}
        subject = {"plan": changed.plan(), "enacted": enacted_matrix(), "per": PER, **more}
        return list(RULE[code].check(Subject(**subject)))

    return run


@pytest.mark.parametrize("code", CASES)
def test_it_speaks(code, said):
    """With a message, at most once per cell and kode, and of few of the rows."""
    base, change, *_ = CASES[code]
    hits = said(code, base, change)
    assert hits
    assert all(hit.message.endswith((".", "…")) for hit in hits)
    assert len({(hit.place, hit.kode, hit.message) for hit in hits}) == len(hits)


@pytest.mark.parametrize("code", CASES)
def test_it_is_silent(code, said):
    """Of what is right, however near."""
    *_, base, change = CASES[code]
    assert said(code, base, change) == []


# --- healthy matrices

HALF = 0.5
"""The largest share of the rows that a rule may speak of in a healthy matrix."""
OF_MANY = {"ZI605": "40 of the decree's 87 targets lie before its own date (contract, section 6)"}


def share_of_rows(plan, code, enacted):
    """Which share of the indikator a rule speaks of."""
    hits = list(RULE[code].check(Subject(plan, enacted, PER)))
    rows_ = {each.kode for each in plan.indikator()}
    return len({hit.kode for hit in hits} & rows_) / max(len(rows_), 1)


@pytest.mark.parametrize("code", CASES)
def test_no_rule_speaks_of_everything(code, enacted_draft, draft):
    """Of the enacted matrix, nothing reported yet, and of another office's flawless one: at most half of the rows."""
    assert share_of_rows(enacted_draft.plan(), code, enacted_matrix()) <= HALF, OF_MANY.get(code)
    assert share_of_rows(draft.plan(), code, enacted_matrix()) == 0


DESERVED = {
    ("ZI802", "bnn_cilacap"): "made of error values and of formulas that were never computed",
}


@pytest.mark.parametrize("name", names())
def test_no_rule_speaks_of_most_of_an_offices_matrix(name):
    """Of the workbooks of other offices: at most of half of their rows, but for those that deserve it."""
    expected = expectation(name)
    with Package.open(expected.path) as package:
        plan = read_plan(package, sheet=expected.data.get("diminta"))
    everywhere = {code for code in CASES if share_of_rows(plan, code, enacted_matrix()) > HALF}
    assert everywhere == {code for code, office in DESERVED if office == name}


def test_the_shipped_workbooks_are_not_told_of_everywhere(template):
    """The template as it is read: no rule but ZI605 speaks of more than a tenth of its rows."""
    with Package.open(template) as package:
        plan = read_plan(package)
    shares = {code: share_of_rows(plan, code, enacted_matrix()) for code in CASES}
    assert {code for code, share in shares.items() if share > 0.1} == set(OF_MANY)
