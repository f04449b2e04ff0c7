"""docs/pengaturan.md: every setting as its own description says it, which check and example are made from too."""

HEAD = """# Pengaturan

Berkas ini dibuat oleh `python scripts/build_docs.py` dari uraian pengaturannya sendiri, yang juga dipakai untuk
memeriksanya; jangan diubah di sini.

Semua pengaturan punya nilai bawaan. Berkas `zi-excel.toml` di sebelah buku kerja, atau yang disebut dengan
`--konfigurasi`, mengubah yang ditulisnya. Pengaturan yang tidak dikenal ditolak dengan menyebut yang mirip.
Cara memakainya: [administrator.md](administrator.md#5-pengaturan).

Isi `kolom` adalah huruf kolomnya, atau teks judulnya. Di tempat `ZI503` boleh kode aturan mana pun.
"""
EXAMPLE = """
## Contoh

`zi-excel konfigurasi --contoh` menampilkan ini. Baris yang diawali `#` tidak berlaku.
"""


def manual(table: str, example: str) -> str:
    """The page.

    Args:
        table: all settings in a Markdown table.
        example: the whole example file.
    """
    return f"{HEAD}\n{table.rstrip()}\n{EXAMPLE}\n```toml\n{example.rstrip()}\n```\n"
