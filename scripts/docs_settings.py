"""docs/pengaturan.md: every setting, with its meaning, as the example file that the tool prints says it."""

HEAD = """# Pengaturan

Berkas ini dibuat dari contoh yang ditampilkan `zi-excel konfigurasi --contoh` oleh `python scripts/build_docs.py`;
jangan diubah di sini.

Semua pengaturan punya nilai bawaan. Berkas `zi-excel.toml` di sebelah buku kerja, atau yang disebut dengan
`--konfigurasi`, mengubah yang ditulisnya. Pengaturan yang tidak dikenal ditolak dengan menyebut yang mirip.
Cara memakainya: [administrator.md](administrator.md#5-pengaturan).
"""


def manual(example: str) -> str:
    """The page.

    Args:
        example: the whole example file.
    """
    return f"{HEAD}\n```toml\n{example.rstrip()}\n```\n"
