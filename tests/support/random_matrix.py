"""Random matrices of any office, to be written as a workbook."""

from collections.abc import Callable

from hypothesis import strategies as st

from zi_excel.enacted.matrix import EnactedIndikator, EnactedKomponen, EnactedSubkomponen, marked
from zi_excel.plan.numbering import letters
from zi_excel.sheets.matriks.contents import Matriks
from zi_excel.wording import shown_text

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
ODD = (
    "a & b < c > d",
    '{ INCLUDETEXT "rahasia.txt" }',
    "</w:t></w:r><w:p/>",
    "=SUM(A1:A9)",
    "&#13;&amp;",
    "<i>bukan miring</i>",
    "]]>",
    "baris\n\nberjarak",
    "1. satu\n2. dua\n   menjorok",
    "- butir\n- butir lain",
    "titik\tdua",
    "takpu\u00adtus",
    "spasi\u00a0tetap",
    "👨\u200d👩\u200d👧 é 日本",
    "a\u202eb",
    "https://contoh.go.id/" + "x" * 300,
    "kata " * 200,
    "_x0041_ _x000D_",
    "bel\x07 dan \x0b tegak",
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40)
PROSE = st.sampled_from(["Menyusun SK", "SK Tim dan notulen", "Rapat, evaluasi; tindak lanjut", "Sosialisasi 2025"])
TEXTS = st.one_of(PROSE, st.sampled_from(ODD), WORDS)
TARGETS = st.sampled_from(["Januari 2025", "TW I-IV 2025", "Maret, Juni, September 2025", "Setiap bulan", "31/3/2025"])
NAMES = st.sampled_from(["Tim Kerja 1", "Subbagian Hukum", "", "Sekretaris\nKetua"])


@st.composite
def matriks(draw: Callable[..., object]) -> Matriks:
    """One to four komponen of one to three subkomponen of one to four indikator."""
    return Matriks(
        komponen=tuple(draw(_komponen(at)) for at in range(draw(st.integers(1, 4)))),
        tahun=2025,
        title=("RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS", "TAHUN 2025"),
        kantor="Balai Contoh",
    )


@st.composite
def _komponen(draw: Callable[..., object], at: int) -> EnactedKomponen:
    kode = ROMAN[at]
    subs = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        count = draw(st.integers(1, 4))
        rows = [_indikator(draw, f"{kode}.{number}", letter) for letter in range(1, count + 1)]
        subs.append(EnactedSubkomponen(f"{kode}.{number}", str(number), marked(_some(draw, TEXTS)), tuple(rows)))
    name = draw(st.sampled_from(["MANAJEMEN PERUBAHAN", "PENATAAN TATALAKSANA", "AREA <i>X & Y</i>"]))
    return EnactedKomponen(kode, draw(st.sampled_from([kode, str(at + 1)])), marked(name), draw(NAMES), tuple(subs))


def _indikator(draw: Callable[..., object], sub: str, number: int) -> EnactedIndikator:
    letter = letters(number)
    return EnactedIndikator(
        f"{sub}.{letter}",
        f"{letter}. {_slanted(draw, _some(draw, TEXTS))}",
        _slanted(draw, _some(draw, TEXTS)),
        marked(_some(draw, TEXTS)),
        draw(TARGETS),
        draw(st.one_of(st.none(), NAMES)),
    )


def _some(draw: Callable[..., object], texts: st.SearchStrategy[str]) -> str:
    """A text of which something is seen: a row without any is no row."""
    return draw(texts.filter(lambda text: any(map(str.isalnum, shown_text(text)))))


def _slanted(draw: Callable[..., object], text: str) -> str:
    """The text, at times with a slanted word behind it."""
    return f"{marked(text)} <i>online</i>" if draw(st.booleans()) else marked(text)
