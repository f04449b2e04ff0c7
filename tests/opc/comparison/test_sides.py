"""Whose the tabs and parts of the two packages are."""

from compared_packages import APP, BOOK, differing


def test_a_tab_that_has_lost_its_sign(staff, refresh, mutate, compared, sample):
    """What is no more known as the tool's is not passed over."""
    path, _ = refresh(staff)
    found = differing(compared(staff, mutate(path, "xl/worksheets/sheet5.xml", (sample.sign, "Our notes"))))
    assert "ditambahkan" in found["/xl/worksheets/sheet5.xml"][0]
    found = differing(compared(path, mutate(path, "xl/worksheets/sheet5.xml", (sample.sign, "Our notes"))))
    assert "kini bukan lagi" in found["/xl/worksheets/sheet5.xml"][0]


def test_what_staff_chose_for_a_tab(staff, refresh, mutate, compared):
    """A tab that stands on both sides keeps its name, place and visibility: a refresh changes none of them."""
    path, _ = refresh(staff)
    once = refresh(path, note="second")[0]
    renamed = (('name="Tab One"', 'name="Satu"'), ("'Tab One'!", "Satu!"))
    for changes in (renamed, [('sheetId="5"', 'sheetId="5" state="hidden"')]):
        found = differing(compared(path, mutate(once, BOOK, *changes)))
        assert found.pop(f"/{BOOK}")
        assert not found.keys() - {f"/{APP}"}  # which lists the tabs by name
