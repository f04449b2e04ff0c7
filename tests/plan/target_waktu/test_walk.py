"""The state of the walk: each step returns the next one and leaves its own as it was."""

from hypothesis import given
from hypothesis import strategies as st

from zi_excel.plan.target_waktu.elements import Family, Point, Span, Year
from zi_excel.plan.target_waktu.tokens import Token, tokens
from zi_excel.plan.target_waktu.walk import Walk, added, ended, linked, prose, with_year
from zi_excel.plan.target_waktu.words import Kind

MARCH, JUNE, JULY = (Point(Family.BULAN, number, number) for number in (3, 6, 7))
DASH, TO, COMMA, OR = (Token(kind, kind) for kind in (Kind.DASH, Kind.TO, Kind.SEPARATOR, Kind.EITHER))
WORD = Token(Kind.WORD, "laporan")
START = Walk((), 2025)


def after(*steps, walk=START):
    """The state after times, links, words and years, one after the other."""
    for step in steps:
        if isinstance(step, Point | Span):
            walk = added(walk, [step], bracketed=False)
        elif isinstance(step, Year):
            walk = with_year(walk, step)
        else:
            walk = (linked if step.kind in {Kind.DASH, Kind.TO, Kind.SEPARATOR, Kind.EITHER} else prose)(walk, step)
    return walk


steps = st.sampled_from([MARCH, JUNE, DASH, TO, COMMA, OR, WORD, Year(2025, 1, bound=False, announced=False)])


@given(st.lists(steps, max_size=12))
def test_no_step_changes_the_state_before_it(chosen):
    """So a state can be kept, compared and tried again."""
    states = [START]
    for step in chosen:
        states.append(after(step, walk=states[-1]))
    walk = START
    for step, state in zip(chosen, states[1:], strict=True):
        walk = after(step, walk=walk)
        assert walk == state
    assert Walk((), 2025) == START


def test_a_dash_joins_two_times_and_a_comma_lists_them():
    """A range is one time; a chain of three is none."""
    assert after(MARCH, DASH, JUNE).phrases.times == (Span(MARCH, JUNE),)
    assert after(MARCH, COMMA, JUNE).phrases.times == (MARCH, JUNE)
    assert after(MARCH, DASH, JUNE, DASH, JULY).phrases.problems == (
        "menghubungkan lebih dari dua waktu dengan tanda rentang; pakai koma untuk daftar",
    )


def test_a_word_ends_what_a_dash_began():
    """`Maret – laporan` has no end; `Maret s.d. laporan Juni` still has one."""
    assert after(MARCH, DASH, WORD).phrases.problems == ("tidak menyebut akhirnya, hanya “laporan”",)
    assert after(MARCH, TO, WORD, JUNE).phrases.times == (Span(MARCH, JUNE),)
    assert ended(after(MARCH, DASH)).phrases.problems == ("tidak menyebut akhirnya",)


def test_a_choice_outlasts_every_link():
    """`Maret dan/atau Juni` is no list."""
    assert after(MARCH, COMMA, OR, JUNE).phrases.problems == ("menyebut pilihan (“atau”); tulis satu waktu saja",)


def test_times_that_only_words_part_are_doubtful():
    """Perhaps only one of them is due; a comma between them makes it a list, unless there are words too."""
    assert after(MARCH, WORD, JUNE).phrases.doubtful == ((0, 1),)
    assert after(MARCH, COMMA, JUNE).phrases.doubtful == ()


def test_words_stay_tokens():
    """So that what was left over can be asked for its kind."""
    assert after(WORD, MARCH).phrases.prose == ((WORD,),)


def test_what_begins_must_end():
    """`mulai Maret` is open; the day of "sebelum" may count or not."""
    mulai, sebelum = tokens("mulai sebelum")
    opened = after(MARCH, walk=START._replace(opening=mulai))
    assert ended(opened).phrases.problems == ("hanya menyebut “mulai”; tulis waktu jatuh temponya",)
    day = MARCH._replace(family=Family.TANGGAL, day=31)
    before = after(day, walk=START._replace(opening=sebelum))
    assert "tidak jelas apakah hari itu masih termasuk" in ended(before).phrases.problems[0]


def test_a_time_that_was_moved_is_a_problem():
    """`semula Maret menjadi Juni`: a person has to say which of them holds."""
    semula = Token(Kind.WORD, "semula")
    assert after(semula, MARCH, JUNE).phrases.problems == (
        "menyebut perubahan waktu (“semula”); tulis waktu yang berlaku saja",
    )


def test_times_in_brackets_explain():
    """They are glosses, and no range of what stands outside begins with them."""
    walk = added(after(MARCH), [JUNE], bracketed=True)
    assert walk.phrases.glosses == {1}
    assert after(DASH, JULY, walk=walk).phrases.times == (Span(MARCH, JULY), JUNE)


def test_two_years_are_a_range():
    """`2025 – 2026` alone, and behind a time that has its own year."""
    first, second = (Year(year, 0, bound=False, announced=False) for year in (2025, 2026))
    assert after(first, DASH, second).phrases.times == (
        Span(Point(Family.TAHUN, year=2025), Point(Family.TAHUN, year=2026)),
    )
    assert after(MARCH._replace(year=2025), DASH, second._replace(place=1)).phrases.times == (
        Span(MARCH._replace(year=2025), Point(Family.TAHUN, year=2026)),
    )
