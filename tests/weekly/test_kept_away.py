"""A run that another one keeps away: said, a failure when it goes on, and forgotten with the first that works."""

import os

import pytest
from child_process import as_ordinary_user, in_child, open_folder

from zi_excel.cli.each_week.mingguan import mingguan
from zi_excel.store import lock
from zi_excel.weekly.kept_away import PATIENCE, AnotherRunError


@pytest.fixture
def held(office):
    """The office's weekly run is kept away."""
    office.book()
    with lock(office.settings, within=office.folder):
        yield office


def kept_away(office) -> AnotherRunError:
    """What the run says."""
    with pytest.raises(AnotherRunError) as another:
        office.run()
    return another.value


def test_once_or_twice_is_no_failure(held):
    """The log says so; the result file is not touched."""
    for times in range(1, PATIENCE):
        another = kept_away(held)
        assert (another.times, another.lasting) == (times, False)
    assert held.lines().count("PERHATIAN  penyegaran lain dengan") == PATIENCE - 1
    assert not held.hasil.exists()


def test_several_times_in_a_row_is_one_that_somebody_sees(held):
    """By the log, the result file, and what is printed; each further one too."""
    for _ in range(PATIENCE - 1):
        kept_away(held)
    for times in range(PATIENCE, PATIENCE + 3):
        another = kept_away(held)
        assert (another.times, another.lasting) == (times, True)
        assert f"Sudah {times} kali berturut-turut: periksa proses mana" in str(another)
        assert f"Sudah {times} kali berturut-turut" in held.lines()
        result = held.result()
        assert (result["keadaan"], result["kode_keluar"], result["terhalang"]) == ("terhalang", 3, times)


def test_the_exit_code_is_then_that_of_a_failure(held):
    """Which no scheduler takes for a success."""
    codes = [mingguan.main(["--konfigurasi", str(held.settings), "--diam"], standalone_mode=False) for _ in range(4)]
    assert codes == [4, 4, 3, 3]


def test_the_first_that_works_begins_anew(office):
    """Its counts do not last."""
    office.book()
    with lock(office.settings, within=office.folder):
        for _ in range(PATIENCE):
            kept_away(office)
    assert office.run().exit_code == 0
    assert (office.result()["keadaan"], office.result()["terhalang"]) == ("selesai", 0)
    with lock(office.settings, within=office.folder):
        assert kept_away(office).times == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs a second user: only root can become one")
def test_who_may_only_read_the_settings_keeps_no_run_away(office):
    """They can hold a lock of the system's on that file; the run's own is another one, which they can't open."""
    fcntl = pytest.importorskip("fcntl")
    office.book()
    with office.settings.open("rb") as reader:
        fcntl.flock(reader, fcntl.LOCK_EX)
        assert office.run().exit_code == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs a second user: only root can become one")
def test_roots_run_and_another_users_keep_each_other_away():
    """In a folder where both may write; the settings are root's."""
    from weekly_office import Office

    with open_folder() as folder:
        office = Office(folder / "kantor")
        office.folder.chmod(0o777)
        with lock(office.settings, within=office.folder):

            def work():
                kept_away(office)

            assert as_ordinary_user(work) == 0
            assert in_child(work) == 0
