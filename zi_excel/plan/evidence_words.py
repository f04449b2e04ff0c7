"""The words by which a piece of evidence is known in a bukti fisik, and those that say that something is none."""

from __future__ import annotations

import re

from zi_excel.wording import MONTHS

_EVIDENCE_WORDS = (
    "absen absensi agenda akun aplikasi arsip banner barcode berita brosur brs buku bukti ceklis checklist ckp data "
    "daftar disposisi dokumen dokumentasi edaran email e-monev e-ppid flyer form formulir foto galeri hasil iku "
    "infografis instrumen jadwal jdih kajian kak kartu keputusan kept kerangka kuesioner kuisioner kuitansi kumpulan "
    "kwitansi lakip laporan leaflet lembar lhp link lkj lkjip logbook maklumat manual matriks matrik media memo modul "
    "nomor nota notula notulen notulensi pakta panduan pedoman pengumuman penetapan perjanjian peta petunjuk piagam pk "
    "podcast pohon poster postingan ppid presensi presentasi profil proposal publikasi register rekap rekapan "
    "rekapitulasi rencana renstra reviu risalah rka rkkl rkt roadmap sakip screenshot sertifikat sk skp slide sop "
    "spanduk spd spj spt standar struktur surat surel survei survey tabel tangkapan tautan timeline undangan usulan "
    "video website whatsapp"
)
EVIDENCE = frozenset(_EVIDENCE_WORDS.split())
"""Kinds of evidence, as their first word says it."""

VERB = re.compile(
    r"(?:me(?:n(?:[cdgjyt]|erb|era|eri|eta|ind|il)|m[bpf]|ng|ny|l|r|w|m)|di[a-z]{4}|ber[a-z]{3}|ter[a-z]{4})[a-z]+|ada|telah|sudah",
    re.IGNORECASE,
)
NOT_VERBS = frozenset({"direktori", "diseminasi", "mekanisme", "mengenai", "berkas", "berita", "terminal"})
SENTENCE = re.compile(r"\b(?:seperti|yaitu|yakni|meliputi|antara lain|terdiri|berupa|sehingga|karena)\b", re.IGNORECASE)
ABOUT = re.compile(
    r"\b(?:tentang|terkait|mengenai|untuk|atas|penyusunan|pembuatan|monitoring|evaluasi|reviu|pengelolaan|penetapan|"
    r"melalui|antara|bagi|terhadap)\b",
    re.IGNORECASE,
)
"""After these, "dan" joins what the evidence is about."""

_MONTH = rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*"
TIME = re.compile(
    rf"(?:(?:dan|serta|tanggal|tahun|bulan)\s+)*(?:(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{4}})?"
    r"|(?:(?:tw|triwulan|semester|smt)\.?\s*)?(?:[ivx]+|\d{1,4})(?:\s+(?:tahun\s+)?\d{4})?|b\d\d)"
    r"(?:\s*(?:dan|-|–|s\.?d\.?)\s*\d{4})?\.?",
    re.IGNORECASE,
)
"""A time as it stands between commas: "Februari", "dan Maret 2025", "3 Maret 2025", "Triwulan II", "III", "B06"."""
