"""A decree with the smallest matrix, as text."""

HEADER = "NO\tKOMPONEN\tINDIKATOR\tLANGKAH AKSI\tBUKTI FISIK\tTARGET WAKTU\tPENANGGUNG JAWAB"
DECREE = f"""\
KEPUTUSAN KEPALA BALAI CONTOH
NOMOR 3 TAHUN 2026
TENTANG
RENCANA AKSI

KEPALA BALAI CONTOH,
Menimbang: bahwa Balai Contoh membangun zona integritas;
Ditetapkan di Solo
pada tanggal 5 Januari 2026
KEPALA BALAI CONTOH,

ttd

BUDI

LAMPIRAN
NOMOR 3 TAHUN 2026

RENCANA AKSI ZONA INTEGRITAS TAHUN 2026

{HEADER}
I\tMANAJEMEN PERUBAHAN\t\t\t\t\t
1\tTim Kerja\ta. SK tim\tMenyusun SK\tSK\tJanuari 2026\tSubbag Umum
"""
