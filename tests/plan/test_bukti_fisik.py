"""Bukti fisik: where a text parts into butir bukti, and where it stays whole."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zi_excel.enacted.matrix import enacted_matrix, plain
from zi_excel.plan.bukti_fisik import butir_bukti, is_unclear

PARTED = {
    # semicolons, line breaks, bullets, numbering
    "SK Tim; SOP": ("SK Tim", "SOP"),
    "SK Tim;SOP;": ("SK Tim", "SOP"),
    "SK Tim; ; SOP": ("SK Tim", "SOP"),
    "PPID; Dumas; dan helpdesk": ("PPID", "Dumas", "helpdesk"),
    "SK Tim\nSOP": ("SK Tim", "SOP"),
    "SK Tim;\nSOP": ("SK Tim", "SOP"),
    "- SK Tim\n- SOP": ("SK Tim", "SOP"),
    "• SK Tim\n• SOP": ("SK Tim", "SOP"),
    "• SK Tim • SOP": ("SK Tim", "SOP"),
    "1. SK Tim\n2. SOP": ("SK Tim", "SOP"),
    "1. SK Tim 2. SOP 3. Laporan": ("SK Tim", "SOP", "Laporan"),
    "1) SK Tim; 2) SOP": ("SK Tim", "SOP"),
    "(1) SK Tim (2) SOP": ("SK Tim", "SOP"),
    "a. SK Tim\nb. SOP": ("SK Tim", "SOP"),
    "a. SK Tim b. SOP": ("SK Tim", "SOP"),
    # what only introduces a list is none of it
    "Pengaduan melalui:\n• Email: a@b.id\n• WA: 0896": ("Email: a@b.id", "WA: 0896"),
    "SK Tim; Pengaduan melalui:\nEmail\nWA": ("SK Tim", "Email", "WA"),
    # a list of names
    "Renstra, RKT, RKA": ("Renstra", "RKT", "RKA"),
    "Renstra, RKT dan RKA": ("Renstra", "RKT", "RKA"),
    "Undangan, daftar hadir, notula, dan foto kegiatan": ("Undangan", "daftar hadir", "notula", "foto kegiatan"),
    "Undangan, notula, dll.": ("Undangan", "notula"),
    "Silon, Simpaw dan Sikadeka": ("Silon", "Simpaw", "Sikadeka"),
    "Laporan Dumas dan rekap Dumas setiap bulan": ("Laporan Dumas", "rekap Dumas setiap bulan"),
    "Laporan Dumas serta rekap Dumas": ("Laporan Dumas", "rekap Dumas"),
    "Undangan dan Notula": ("Undangan", "Notula"),
    "Foto A dan video B dan laporan C": ("Foto A", "video B", "laporan C"),
    "Laporan (SK, SOP), Notula": ("Laporan (SK, SOP)", "Notula"),
    "Laporan Tahunan.": ("Laporan Tahunan",),
}

WHOLE = [
    # the halves share their end, or belong to what the evidence is about
    "SK dan SOP Pelayanan Publik",
    "Laporan monitoring dan evaluasi",
    "Foto dan video kegiatan",
    "Notulen rapat penyusunan SK dan SOP",
    "Surat Edaran tentang LHKPN dan Laporan Pajak",
    "SK Kasubag Keuangan, Umum, dan Logistik",
    "Laporan bulan Januari, Februari, dan Maret",
    "Laporan triwulan I, II, III, dan IV",
    "Laporan B03, B06, dan B09",
    # a choice is no list
    "SOP dan/atau Laporan",
    "SK Tim Agen Perubahan/ Reformasi Birokrasi",
    # a sentence
    "Menyusun SOP, SK, dan laporan",
    "Mengunggah alur pelayanan publik dan maklumat pelayanan",
    "Dokumen perencanaan seperti Renstra, RKT, dan RKA",
    # brackets, addresses, numbers, breaks by hand
    "Foto (rapat; apel)",
    "Laporan (SK,\nSOP)",
    "https://kpu.go.id/a;b,c",
    "Kuitansi Rp1.000,00",
    "Surat\ntentang tim",
    "Keputusan tentang\nTim Kerja",
]


@pytest.mark.parametrize(("text", "butir"), PARTED.items(), ids=repr)
def test_a_list_is_parted(text, butir):
    """Semicolons, line breaks and bullets always part; commas and "dan" part a list of names."""
    assert butir_bukti(text) == butir


@pytest.mark.parametrize("text", WHOLE, ids=repr)
def test_what_is_no_list_or_unclear_stays_whole(text):
    """A butir too many would ask for evidence that nobody owes."""
    assert butir_bukti(text) == (" ".join(text.split()),)


@pytest.mark.parametrize("text", ["", " ", "-", ";", "\n\n", "•", "…", "dll."])
def test_nothing_is_no_butir(text):
    """Marks alone name no evidence."""
    assert butir_bukti(text) == ()


# Every distinct bukti fisik of the decree, with the number of its butir; those that a comma or "dan" parts in full.
DECREE = {
    "Keputusan KPU Kota Surakarta Tahun 2025 tentang Pembentukan Tim Zona Integritas": 1,
    "SK KPU Kota Surakarta Tahun 2025 tentang Rencana Aksi Pembangunan Zona Integritas": 1,
    "Banner ZI; poster Zona Integritas; Sosialisasi ZI melalui web; dan banner budaya kerja ASN": 4,
    "E-monev; Sakip 2024; Rencana Aksi Pembangunan Zona Integritas; Rencana Aksi Reformasi Birokrasi": 4,
    "Rapat pleno": 1,
    "Absensi Pimpinan; Dokumentasi Apel; Pengarahan Pimpinan; Pakta Integritas": 4,
    "SK Tim Agen Perubahan/ Reformasi Birokrasi": 1,
    "Menerbitkan SK Pelayanan Publik, SK tim Reformasi Birokrasi, dan membuat banner Budaya Malu ASN": 1,
    "Kept KPU tentang Tim Reformasi Birokrasi": 1,
    "Peta Proses Bisnis KPU; Kumpulan SOP KPU Kota Surakarta": 2,
    (
        "Menyusun beberapa SOP yang memiliki unsur invonasi untuk meningkatkan kualitas layanan seperti SOP Pelayanan "
        "Dumas, SOP Layanan konsultasi Pemilu dan Pemilihan, dan SOP permohonan informasi dan konsultasi secara digital"
    ): 1,
    "Daftar Inventaris SOP; Monitoring SOP; Evaluasi Penerapan SOP": 3,
    "Link pengisian laporan kinerja; Daftar inventaris aplikasi KPU Kota Surakarta; Presensi Fingerprint": 3,
    ("Aplikasi JDIH, E-PPID; website KPU Kota Surakarta; media sosial KPU Kota Surakarta; Aplikasi PDPB Online"): 5,
    "Pemantauan berkala aplikasi pelayanan online": 1,
    (
        "Dokumentasi ruang PPID; petugas pelayanan informasi; maklumat informasi pelayanan public; "
        "E-PPID KPU Kota Surakarta, Daftar Informasi Publik"
    ): 5,
    "Laporan Monev terkait keterbukaan informasi": 1,
    (
        "SK Pengangkatan CPNS; SK Pengangkatan PPPK; Surat Panggilan Melaksanakan Tugas CPNS; "
        "Surat Panggilan Melaksanakan Tugas PPPK Periode 1 dan Periode 2"
    ): 4,
    "SK Pengangkatan CPNS; SK PPPK; SK Mutasi Pegawai Pada Tahun 2025": 3,
    "Dokumen SKP Tahun 2025": 1,
    "SK JF dan JFU di KPU Kota Surakarta": 1,
    (
        "Surat keputusan Sekjen KPU RI tentang pemberhentian dan pengangkatan Kasubag dilingkungan Sekretariat Prov "
        "dan sekretariat Kab/Kota Jawa Tengah; SKP 2025"
    ): 2,
    "Usulan diklat/bimtek melalui KPU Provinsi Jawa Tengah ke Bagian Diklat": 1,
    "Surat Edaran Seleksi Pelatihan kompetensi PBJ; Daftar Sertifikat/ Pelatihan Pegawai": 2,
    "Diklat PBJ dan Daftar Sertifikat/ Pelatihan Pegawai": ("Diklat PBJ", "Daftar Sertifikat/ Pelatihan Pegawai"),
    "Daftar Sertifikat/ Pelatihan Pegawai": 1,
    "Data pegawai yang mengikuti diklat": 1,
    ("PK Eselon III tahun 2025 dan SKP Eselon III dan IV tahun 2025; SKP tahun 2025; renstra 2023 - 2027"): (
        "PK Eselon III tahun 2025",
        "SKP Eselon III dan IV tahun 2025",
        "SKP tahun 2025",
        "renstra 2023 - 2027",
    ),
    ("PK Eselon III tahun 2025 dan SKP Eselon III dan IV tahun 2025; SKP tahun 2025; renstra 2020- 2024"): (
        "PK Eselon III tahun 2025",
        "SKP Eselon III dan IV tahun 2025",
        "SKP tahun 2025",
        "renstra 2020- 2024",
    ),
    "SKP 2025": 1,
    "Data pegawai penerima Satya lancana": 1,
    "Rekapitulasi potongan tunjangan kinerja pegawai": 1,
    "Data nominatif pegawai per bulan": 1,
    "RKKL 2025": 1,
    "Dokumen RENSTRA KPU, Dokumen RKT KPU, Dokumen IKU KPU, dan Dokumen LAKIP KPU Kota Surakarta": (
        "Dokumen RENSTRA KPU",
        "Dokumen RKT KPU",
        "Dokumen IKU KPU",
        "Dokumen LAKIP KPU Kota Surakarta",
    ),
    "Renstra KPU, RKT, Penetapan Kinerja KPU Kota Surakarta": (
        "Renstra KPU",
        "RKT",
        "Penetapan Kinerja KPU Kota Surakarta",
    ),
    "Renstra, RKT, Penetapan Kinerja": ("Renstra", "RKT", "Penetapan Kinerja"),
    "Renstra, RKT, RKA": ("Renstra", "RKT", "RKA"),
    "Indikator Kinerja Utama": 1,
    "LAKIP KPU Kota Surakarta tahun 2024 tepat waktu": 1,
    "Laporan Kinerja Harian": 1,
    "PK dan dokumentasi rapat penyusunan LAKIP 2024": 1,
    "Poster antigratifikasi dan poster Zona Integritas": ("Poster antigratifikasi", "poster Zona Integritas"),
    (
        "SK Tim Reformasi Birokrasi; SK Pembentukan Satgas SPIP; SK Rencana Aksi Birokrasi; "
        "SK Tim Asesor Maturitas SPIP; Laporan Reformasi Birokrasi, Poster Antigratifikasi dan ZI; dan Pakta Integritas"
    ): (
        "SK Tim Reformasi Birokrasi",
        "SK Pembentukan Satgas SPIP",
        "SK Rencana Aksi Birokrasi",
        "SK Tim Asesor Maturitas SPIP",
        "Laporan Reformasi Birokrasi",
        "Poster Antigratifikasi dan ZI",
        "Pakta Integritas",
    ),
    (
        "Keputusan Tim Reformasi Birokrasi; SK Zona Integritas; SK Satgas SPIP; Laporan SPIP KPU Kota Surakarta Tahun "
        "2022-2025; Kartu Kendali SPIP Kota Surakarta 2025; Dokumentasi Rapat Pleno Kartu Kendali; Mitigasi Resiko"
    ): 7,
    "Dokumentasi Rapat": 1,
    "Laporan Dumas; rekap berkala Dumas": 2,
    "Laporan evaluasi dalam bentuk rekapitulasi": 1,
    "Tabel Monev pengaduan Masyarakat": 1,
    "Nomor Dumas; Petugas Dumas; postingan sosmed terkait Dumas": 3,
    "Laporan Dumas dan rekap Dumas setiap bulan": ("Laporan Dumas", "rekap Dumas setiap bulan"),
    "Laporan Dumas 2025": 1,
    "Matrik Identifikasi Benturan Kepentingan pada KPU Kota Surakarta": 1,
    "Daftar Mitigasi Resiko KPU Kota Surakarta": 1,
    (
        "Laporan monitoring dan evaluasi penanganan benturan kepentingan; Laporan SPIP; "
        "Daftar Mitigasi Resiko KPU Kota Surakarta"
    ): 3,
    "Laporan monitoring dan evaluasi penanganan benturan kepentingan": 1,
    "SK dan SOP Pelayanan Publik": 1,
    "Maklumat standar pelayanan publik": 1,
    "Reviu SOP": 1,
    "Mengunggah alur pelayanan publik dan maklumat pelayanan": 1,
    "Dokumentasi kegiatan": 1,
    "Halaman Website KPU dan Media Sosial": ("Halaman Website KPU", "Media Sosial"),
    "Pemberian penghargaan dan sanksi pegawai": 1,
    (
        "SOP Pelayanan memuat pemberian kompensasi kepada penerima layanan apabila layanan tidak sesuai standar pada "
        "SOP Pelayanan"
    ): 1,
    "PPID; Dumas; dan helpdesk": 3,
    "Podcast NgeHik": 1,
    "SK Tim Dumas; Nomor Whatsapp Dumas; Barcode Dumas": 3,
    "SK Tim Dumas": 1,
    "Laporan Dumas; Rekap Bulanan Dumas": 2,
    "Laporan Survei Kepuasan Masyarakat": 1,
    "JDIH KPU Kota Surakarta; E=PPID KPU Kota Surakarta; Laman Website KPU Kota Surakarta": 3,
    "Cek DPT online; Silon, Simpaw; SIKADEKA, JDIH; Website KPU Kota Surakarta": (
        "Cek DPT online",
        "Silon",
        "Simpaw",
        "SIKADEKA",
        "JDIH",
        "Website KPU Kota Surakarta",
    ),
    # Unclear, so whole: "Cek DPT online, Silon" could be one thing.
    "Cek DPT online, Silon; Simpaw; SIKADEKA; JDIH; Website KPU Kota Surakarta": 5,
}


@pytest.mark.parametrize(("text", "butir"), DECREE.items(), ids=repr)
def test_the_decrees_own_bukti_fisik(text, butir):
    """The judgement on each text of the enacted matrix."""
    found = butir_bukti(text)
    assert (found if isinstance(butir, tuple) else len(found)) == butir


def test_every_bukti_fisik_of_the_decree_has_been_judged():
    """All 87 stand in the table above, but for the two kinds that depend on the line breaks of the scan."""
    texts = {" ".join(plain(indikator.bukti_fisik).split()) for _, _, indikator in enacted_matrix().indikator()}
    left = {text for text in texts if text not in DECREE}
    assert all(text.startswith(("Pengaduan masyarakat melalui:", "Hasil Survey KM")) for text in left)
    assert all(butir_bukti(indikator.bukti_fisik) for _, _, indikator in enacted_matrix().indikator())


# In the style of courts, hospitals, statistics offices, election offices: (butir, whether one of them is unclear).
REAL_LIFE = {
    "a. SK Tim\nb. SK Agen Perubahan, SK Role Model": (("SK Tim", "SK Agen Perubahan", "SK Role Model"), False),
    "- Undangan\n- Daftar hadir\n- Notula": (("Undangan", "Daftar hadir", "Notula"), False),
    "Pengaduan melalui:\n- SP4N LAPOR\n- WA 0812": (("SP4N LAPOR", "WA 0812"), False),
    "SK Tim Pembangunan ZI Pengadilan Negeri, SK Agen Perubahan, SK Role Model": (
        ("SK Tim Pembangunan ZI Pengadilan Negeri", "SK Agen Perubahan", "SK Role Model"),
        False,
    ),
    "Undangan, Daftar Hadir, Notulen dan Foto Rapat Monev Triwulan I": (
        ("Undangan", "Daftar Hadir", "Notulen", "Foto Rapat Monev Triwulan I"),
        False,
    ),
    "SK Ketua PN tentang Pembentukan Tim ZI Tahun 2025": (
        ("SK Ketua PN tentang Pembentukan Tim ZI Tahun 2025",),
        False,
    ),
    "Laporan Monev Januari, Februari, dan Maret 2025": (("Laporan Monev Januari, Februari, dan Maret 2025",), False),
    "Notulen rapat hari Kamis, 3 Maret 2025": (("Notulen rapat hari Kamis, 3 Maret 2025",), False),
    "Screenshot aplikasi SIPP, e-Court, dan SIWAS": (("Screenshot aplikasi SIPP, e-Court, dan SIWAS",), True),
    "SK PMPN, SOP PTSP, Maklumat Pelayanan": (("SK PMPN", "SOP PTSP", "Maklumat Pelayanan"), False),
    "Standar Pelayanan RSUD dan Maklumat Pelayanan": (("Standar Pelayanan RSUD", "Maklumat Pelayanan"), False),
    "Dokumen RBA, RSB, dan IKU Rumah Sakit": (("Dokumen RBA", "RSB", "IKU Rumah Sakit"), False),
    "Sertifikat akreditasi KARS, foto ruang tunggu, laporan IKM": (
        ("Sertifikat akreditasi KARS", "foto ruang tunggu", "laporan IKM"),
        False,
    ),
    "Rekam medis elektronik": (("Rekam medis elektronik",), False),
    "SOP pasien gawat darurat, rawat inap dan rawat jalan": (
        ("SOP pasien gawat darurat, rawat inap dan rawat jalan",),
        True,
    ),
    "Laporan SP4N-LAPOR!, Rekap Pengaduan, Kotak Saran": (
        ("Laporan SP4N-LAPOR!", "Rekap Pengaduan", "Kotak Saran"),
        False,
    ),
    "Publikasi Statistik Daerah 2025, BRS Inflasi, dan Infografis": (
        ("Publikasi Statistik Daerah 2025", "BRS Inflasi", "Infografis"),
        False,
    ),
    "SK Tim RB BPS Kabupaten; Matriks Peran Hasil; CKP Januari–Desember 2025": (
        ("SK Tim RB BPS Kabupaten", "Matriks Peran Hasil", "CKP Januari–Desember 2025"),
        False,
    ),
    "Laporan SAKIP BPS (Renstra, PK, LKj)": (("Laporan SAKIP BPS (Renstra, PK, LKj)",), False),
    "Renstra 2020–2024 dan Renstra 2025–2029": (("Renstra 2020–2024", "Renstra 2025–2029"), False),
    "Renstra 2020-2024, PK 2025, dan RKT 2026": (("Renstra 2020-2024", "PK 2025", "RKT 2026"), False),
    "SKP Tahun 2024, 2025": (("SKP Tahun 2024, 2025",), False),
    "Daftar hadir apel pukul 07.30, foto apel": (("Daftar hadir apel pukul 07.30", "foto apel"), False),
    "Foto kegiatan (dokumentasi, spanduk) dan undangan": (("Foto kegiatan (dokumentasi, spanduk)", "undangan"), False),
    "Laporan realisasi anggaran Rp1.250.000,00 dan kuitansi": (
        ("Laporan realisasi anggaran Rp1.250.000,00", "kuitansi"),
        False,
    ),
    "1. SK Tim 2. Undangan 3. Notulen": (("SK Tim", "Undangan", "Notulen"), False),
    "✓ SK ✓ SOP": (("SK", "SOP"), False),
    "Link: https://drive.google.com/drive/folders/1A,b;c dan SK Tim": (
        ("Link: https://drive.google.com/drive/folders/1A,b;c", "SK Tim"),
        False,
    ),
    "https://bit.ly/zi-2025, https://bit.ly/spip-2025": (("https://bit.ly/zi-2025", "https://bit.ly/spip-2025"), False),
    "Nota Dinas, Surat Tugas, SPD, dan Laporan Perjalanan Dinas": (
        ("Nota Dinas", "Surat Tugas", "SPD", "Laporan Perjalanan Dinas"),
        False,
    ),
    "Surat Edaran tentang Larangan Gratifikasi dan Pungli": (
        ("Surat Edaran tentang Larangan Gratifikasi dan Pungli",),
        False,
    ),
    "SK dan SOP PTSP": (("SK dan SOP PTSP",), True),
    "Foto dan video sosialisasi": (("Foto dan video sosialisasi",), True),
    "Laporan monitoring, evaluasi, dan tindak lanjut": (("Laporan monitoring, evaluasi, dan tindak lanjut",), True),
    "Form LHKPN, LHKASN, bukti lapor e-Filing": (("Form LHKPN", "LHKASN", "bukti lapor e-Filing"), False),
    "Bukti lapor LHKPN dan LHKASN": (("Bukti lapor LHKPN dan LHKASN",), False),
    "Hasil survei IPAK dan IPKP Triwulan I, II, III, IV": (
        ("Hasil survei IPAK dan IPKP Triwulan I, II, III, IV",),
        False,
    ),
    "Hasil Survei SKM TW I; Hasil Survei SKM TW II": (("Hasil Survei SKM TW I", "Hasil Survei SKM TW II"), False),
    "Menyusun SK, SOP, dan laporan": (("Menyusun SK, SOP, dan laporan",), False),
    "Telah disusun SOP dan SK": (("Telah disusun SOP dan SK",), False),
    "Dokumentasi kegiatan seperti foto, video, dan berita": (
        ("Dokumentasi kegiatan seperti foto, video, dan berita",),
        False,
    ),
    "Banner, standing banner, running text, media sosial": (
        ("Banner, standing banner, running text, media sosial",),
        True,
    ),
    "Yel-yel, mars ZI, dan video profil": (("Yel-yel, mars ZI, dan video profil",), True),
    "Berita acara serah terima": (("Berita acara serah terima",), False),
    "Tangkapan layar (screenshot) aplikasi, rekap absensi, surat izin": (
        ("Tangkapan layar (screenshot) aplikasi", "rekap absensi", "surat izin"),
        False,
    ),
    "Peta proses bisnis, SOP Makro, dan SOP Mikro": (("Peta proses bisnis", "SOP Makro", "SOP Mikro"), False),
    "SK/ST/Undangan": (("SK/ST/Undangan",), False),
    "SK & SOP": (("SK & SOP",), False),
    "SK + Lampiran": (("SK + Lampiran",), False),
    "Notulen; dll": (("Notulen",), False),
    "Undangan, notulen, dst.": (("Undangan", "notulen"), False),
    "Data pegawai, DUK, Bezetting, ABK dan Anjab": (("Data pegawai", "DUK", "Bezetting", "ABK", "Anjab"), False),
    "Anjab dan ABK": (("Anjab dan ABK",), False),
    "Absensi Januari s.d. Juni 2025 dan Juli s.d. Desember 2025": (
        ("Absensi Januari s.d. Juni 2025 dan Juli s.d. Desember 2025",),
        False,
    ),
    "Laporan evaluasi atas pelaksanaan SPIP, MR, dan WBS": (
        ("Laporan evaluasi atas pelaksanaan SPIP, MR, dan WBS",),
        True,
    ),
    "Laporan pelaksanaan WBS, laporan benturan kepentingan": (
        ("Laporan pelaksanaan WBS", "laporan benturan kepentingan"),
        False,
    ),
    "Kompensasi bagi pengguna layanan, SK Kompensasi": (("Kompensasi bagi pengguna layanan", "SK Kompensasi"), False),
    "Rapat koordinasi dan evaluasi": (("Rapat koordinasi dan evaluasi",), False),
    "Piagam penghargaan, reward dan punishment": (("Piagam penghargaan, reward dan punishment",), True),
    "Kuesioner, hasil olah data, publikasi hasil survei": (
        ("Kuesioner", "hasil olah data", "publikasi hasil survei"),
        False,
    ),
    "Dokumen Kontrak Kinerja; Manual IKU; Laporan Capaian Kinerja (LCK), Nota Dinas": (
        ("Dokumen Kontrak Kinerja", "Manual IKU", "Laporan Capaian Kinerja (LCK)", "Nota Dinas"),
        False,
    ),
    "SK Hakim Pengawas Bidang, Laporan Hawasbid Triwulan I-IV": (
        ("SK Hakim Pengawas Bidang", "Laporan Hawasbid Triwulan I-IV"),
        False,
    ),
    "Putusan, Berita Acara Sidang, dan Penetapan": (("Putusan", "Berita Acara Sidang", "Penetapan"), False),
    "Kartu kendali, checklist kebersihan": (("Kartu kendali", "checklist kebersihan"), False),
    "SK Tim (ketua, sekretaris, anggota); SK Agen Perubahan": (
        ("SK Tim (ketua, sekretaris, anggota)", "SK Agen Perubahan"),
        False,
    ),
}


@pytest.mark.parametrize(("text", "butir", "unclear"), [(text, *rest) for text, rest in REAL_LIFE.items()], ids=repr)
def test_real_life(text, butir, unclear):
    """Lists of names part, what shares its end or is a sentence stays whole, times belong to their evidence."""
    assert butir_bukti(text) == butir
    assert any(map(is_unclear, butir_bukti(text))) == unclear


UNCLEAR = [
    ("SK dan SOP Pelayanan Publik", ("SK dan SOP Pelayanan Publik",)),
    ("SK Tim; Cek DPT online, Silon", ("Cek DPT online, Silon",)),
    ("SK Kasubag Keuangan, Umum, dan Logistik", ("SK Kasubag Keuangan, Umum, dan Logistik",)),
    ("Laporan monitoring dan evaluasi", ()),
    ("Laporan (SK, SOP)", ()),
    ("Kuitansi Rp1.000,00", ()),
    ("Menyusun SOP, SK, dan laporan", ()),
    ("Laporan Januari, Februari, dan Maret", ()),
    ("Undangan, daftar hadir, notula", ()),
    ("SOP dan/atau Laporan", ()),
    ("", ()),
]


@pytest.mark.parametrize(("text", "butir"), UNCLEAR, ids=repr)
def test_the_unclear_ones_are_told(text, butir):
    """A comma or "dan" that may stand between two pieces of evidence, and may not."""
    assert tuple(filter(is_unclear, butir_bukti(text))) == butir


def test_few_of_the_decrees_are_unclear():
    """It does not speak of everything: of 87 cells six at most."""
    texts = [plain(indikator.bukti_fisik) for _, _, indikator in enacted_matrix().indikator()]
    assert 1 <= sum(any(map(is_unclear, butir_bukti(text))) for text in texts) <= 6


PIECES = [
    "SK",
    "SOP Dumas",
    "dan",
    ",",
    ";",
    "\n",
    "•",
    "(",
    ")",
    "1.",
    "2.",
    "a.",
    "https://a.id/x;y",
    "dll.",
    ":",
    "tentang",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)))
def test_any_text_parts_into_texts_that_say_something(text):
    """No exception, no empty butir, no stray separator, nothing that didn't stand there."""
    for butir in butir_bukti(text):
        assert butir == butir.strip(" ,;")
        assert any(letter.isalnum() or letter == "_" for letter in butir)
        assert set(butir.split()) <= set(" ".join(text.split()).split(" ")) | {
            word for word in butir.split() if word in text
        }


@given(st.lists(st.sampled_from(["SK Tim", "Laporan Dumas 2025", "Foto apel", "E-PPID", "Notula"]), min_size=1))
@pytest.mark.slow
def test_what_is_joined_by_semicolons_is_parted_again(names):
    """Round trip: with semicolons, lines, bullets, numbers."""
    expected = tuple(names)
    assert butir_bukti("; ".join(names)) == expected
    assert butir_bukti("\n".join(names)) == expected
    assert butir_bukti("\n".join(f"- {name}" for name in names)) == expected
    assert butir_bukti("\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))) == expected


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "1. ", "(\n", "untuk\n", "a;", "SK, ", "SK a dan ", "• x ", "://", "-", "1. a 2. b ", "("),
        *("a dan ", "x SK dan ", "SK dan serta ", "a, II, ", "(1. a ", "2. (a) ", "SK dan untuk dan "),
    ],
)
def test_a_huge_text_is_fast(piece):
    """A cell can hold 99,000 characters of anything; time grows with them, not with their square."""
    start = process_time()
    for butir in butir_bukti(piece * (99_000 // len(piece))):
        is_unclear(butir)
    assert process_time() - start < 2
