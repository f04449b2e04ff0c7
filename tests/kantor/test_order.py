"""In which order names, kode and those that are behind stand."""

from zi_excel.kantor.order import commonest, furthest, kode_order, natural, ranks


def test_names_stand_as_a_person_would_put_them():
    """By their numbers, whatever their capitals."""
    names = ["Kantor 10", "kantor 2", "Kantor", "kantor 1b", "Kantor 1a"]
    assert sorted(names, key=natural) == ["Kantor", "Kantor 1a", "kantor 1b", "kantor 2", "Kantor 10"]


def test_kode_stand_as_in_a_matrix():
    """Roman, then numbers, then letters; what is none of these comes last."""
    kodes = ["X.1", "II.10", "II.2.b", "I.1.aa", "I.1.z", "IX.3", "II.2.a", "III.5", "Z.1"]
    assert sorted(kodes, key=kode_order) == [
        "I.1.z", "I.1.aa", "II.2.a", "II.2.b", "II.10", "III.5", "IX.3", "X.1", "Z.1",
    ]  # fmt: skip


def test_only_who_is_behind_is_named():
    """The furthest first, of equals the earlier; who has no rencana isn't behind."""
    assert furthest([0.1, -0.2, None, -0.5, -0.2, -1e-12], 3) == (3, 1, 4)


def test_equals_share_a_rank_and_the_commonest_is_always_the_same():
    """Whatever the order of counting."""
    assert ranks([0.5, 1.0, 0.5, 0.0]) == (2, 1, 2, 4)
    assert commonest({"b": 2, "a": 2, "c": 1}) == commonest({"c": 1, "a": 2, "b": 2}) == "a"
