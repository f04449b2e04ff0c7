"""What settings may point to: where root runs, those that others can write name nothing outside their own folder."""

import os

import pytest
from child_process import NOBODY, as_ordinary_user, open_folder

from zi_excel.errors import UsageError
from zi_excel.settings.loading import load_settings

pytestmark = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs root and a second user")

OUTSIDE = [
    ('penetapan = "/etc/kantor.penetapan.toml"', "penetapan"),
    ('folder_bukti = "../rahasia"', "folder_bukti"),
    ('[cadangan]\nfolder = "/etc/cron.d"', "cadangan.folder"),
    ('[mingguan]\nlog = "../../var/x.log"', "mingguan.log"),
    ('[mingguan]\nhasil = "/tmp/x.json"', "mingguan.hasil"),
    ('[mingguan]\nlaporan = "/tmp/{buku}.xlsx"', "mingguan.laporan"),
    ('[mingguan]\nbuku = ["a.xlsx", "/home/*/*.xlsx"]', "mingguan.buku"),
    ('[rekap]\nkeluaran = "/tmp/rekap.xlsx"', "rekap.keluaran"),
    ('[rekap]\nkeluaran = "rekap.xlsx"\nsumber = ["/home"]', "rekap.sumber"),
]
INSIDE = [
    'penetapan = "arsip/kantor.penetapan.toml"',
    '[cadangan]\nfolder = "arsip/../cadangan"',
    '[mingguan]\nbuku = ["**/*.xlsx"]\nlog = "log/x.log"\nlaporan = "Laporan {buku}.xlsx"',
    'lembar = "/etc/passwd"',
]


def written(folder, text, *, owner=0, mode=0o644):
    """A settings file of an owner and a mode."""
    path = folder / "zi-excel.toml"
    path.write_text(text, "utf-8")
    os.chown(path, owner, owner)
    path.chmod(mode)
    return path


@pytest.mark.parametrize(("text", "name"), OUTSIDE, ids=[name for _, name in OUTSIDE])
@pytest.mark.parametrize(("owner", "mode"), [(NOBODY, 0o644), (0, 0o666), (0, 0o646)])
def test_what_others_can_write_leads_root_nowhere_else(tmp_path, text, name, owner, mode):
    """By its owner or by its mode; one sentence that names the setting."""
    path = written(tmp_path, text, owner=owner, mode=mode)
    with pytest.raises(UsageError, match=f"`{name}` menunjuk ke luar foldernya") as refused:
        load_settings(path)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("text", INSIDE)
def test_their_own_folder_is_theirs(tmp_path, text):
    """What lies in it may be named, and a text that is no path may look like one."""
    load_settings(written(tmp_path, text, owner=NOBODY))


@pytest.mark.parametrize(("text", "name"), OUTSIDE, ids=[name for _, name in OUTSIDE])
def test_roots_own_settings_may_name_anything(tmp_path, text, name):
    """Only root could write them."""
    load_settings(written(tmp_path, text))
    assert name


def test_an_ordinary_users_run_may_follow_any():
    """It can do no more than its user."""
    with open_folder() as folder:
        path = written(folder, OUTSIDE[2][0])
        path.chmod(0o666)
        assert as_ordinary_user(lambda: load_settings(path)) == 0


def test_a_group_that_is_not_roots_counts_as_others(tmp_path):
    """That of an office, which may write there."""
    path = written(tmp_path, OUTSIDE[0][0], mode=0o664)
    load_settings(path)
    os.chown(path, 0, NOBODY)
    path.chmod(0o664)
    with pytest.raises(UsageError, match="menunjuk ke luar"):
        load_settings(path)
