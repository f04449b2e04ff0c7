"""Texts made to take long: 1,400 of a seed, each as long as a cell may be."""

import random

COUNT = 1_400
LONGEST = 99_000

FRAGMENTS = {
    "combining marks": "\u0301", "a letter and marks": "a\u0301\u0323\u0308", "marks in turn": "\u0323\u0301",
    "Hangul": "\u1100\u1161\u11a8", "dan": "a dan ", "serta": "serta a ", "blanks": " ", "tabs": "\t", "breaks": "\n",
    "open brackets": "(", "brackets": "()", "closing brackets": ")", "commas": ", ", "semicolons": ";", "slashes": "/",
    "dashes": "-", "long dashes": " – ", "dots": ".", "digits": "9", "roman": "IV", "months": "Januari - ",
    "days": "1 Maret 2025, ", "addresses": "https://a.id/", "half addresses": "a.b.", "paths": "\\\\a\\b",
    "drives": "C:\\a ",
    "bullets": "• a\n", "numbers": "1. a ", "letters": "a. ", "labels": "(a) ", "ticks": "✔ ", "percents": "5% ",
    "fractions": "1/2 ", "quotes": '"', "apostrophes": "'", "ampersands": "&", "colons": "a: ", "emoji": "😀\u200d",
    "joiners": "\u200d", "directions": "\u202e", "selectors": "\ufe0f", "escapes": "_x0041_", "half escapes": "_x00",
    "ligatures": "\ufdfa", "quarters": "TW I, ", "weeks": "minggu ke-1 ", "names": "Tim A / ", "files": "a.pdf ",
    "year": "tahun 2025 ", "every": "setiap bulan ", "until": "s.d. ",
    "law": "nomor 1 tahun 2025 ", "words": "laporan ",
    "one word": "a", "capitals": "A", "etc": "dll, ", "done": "selesai ", "not yet": "belum ", "equals": "=",
    "stars": "*",
}  # fmt: skip
"""What a text repeats, by name."""
TEXTS = {name: fragment * (LONGEST // len(fragment)) for name, fragment in FRAGMENTS.items()}
"""Of each fragment alone, as long as it goes."""
_ENDS = ("", "!", "x", "\n", ")", " dan", "2025", "\x85")
_STARTS = ("", "a. ", "1. ", "(", "Laporan ", "Januari ", "https://", "- ")


def texts(seed=0):
    """The texts by name: every fragment alone, with every end and start, and by twos and threes at random."""
    chance = random.Random(seed)
    made = dict(TEXTS)
    for name, fragment in FRAGMENTS.items():
        for start in _STARTS[1:]:
            made[f"{start!r} {name}"] = start + fragment * (LONGEST // len(fragment))
        for end in _ENDS[1:]:
            made[f"{name} {end!r}"] = fragment * (LONGEST // len(fragment)) + end
    pieces = tuple(FRAGMENTS.values())
    while len(made) < COUNT:
        some = chance.sample(pieces, chance.choice((2, 2, 3, 5)))
        unit = "".join(piece * chance.choice((1, 1, 1, 2, 7)) for piece in some)
        if chance.random() < 0.4:  # each by itself, one after the other
            text = "".join(piece * (LONGEST // len(some) // len(piece)) for piece in some)
        else:
            text = unit * (LONGEST // len(unit))
        made[f"at random {len(made)}"] = chance.choice(_STARTS) + text + chance.choice(_ENDS)
    return made
