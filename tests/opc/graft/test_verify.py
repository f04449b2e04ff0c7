"""The check before the replace: whatever is not as it was to be is found."""

import zipfile

import pytest

from zi_excel.opc.graft.verify import VerifyError, verify
from zi_excel.opc.package.package import Package


@pytest.fixture
def checked(staff, sample, tmp_path):
    """Writes the sample's graft, lets the test spoil it, and checks."""

    def run(spoil=None, change_of=lambda change: change):
        out = tmp_path / "written.xlsm"
        with Package.open(staff) as package:
            change = sample.graft(package)
            with out.open("wb") as file:
                change.write(file)
            if spoil:
                spoil(out)
            verify(package, out, change_of(change))

    return run


def rewrite(path, *, drop=(), data=None, order=lambda names: names):
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()} | (data or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order(list(content)):
            if name not in drop:
                archive.writestr(name, content[name])


def flip(path, part):
    data = bytearray(path.read_bytes())
    info = zipfile.ZipFile(path).getinfo(part)
    data[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 1
    path.write_bytes(data)


SPOILT = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-40]),
    "empty": lambda path: path.write_bytes(b""),
    "a bit of a kept part": lambda path: flip(path, "xl/media/image1.png"),
    "a bit of a new part": lambda path: flip(path, "xl/worksheets/sheet4.xml"),
    "a kept part missing": lambda path: rewrite(path, drop=["xl/vbaProject.bin"]),
    "a new part missing": lambda path: rewrite(path, drop=["xl/charts/chart3.xml"]),
    "compressed anew, in another order": lambda path: rewrite(path, order=lambda names: names[::-1]),
    "another part more": lambda path: rewrite(path, data={"xl/more.xml": b"<x/>"}),
}


def test_as_it_should_be(checked):
    """What was written as it should be passes."""
    checked()


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_spoilt(checked, spoil):
    """Whatever happened to the file between writing and checking, it is not used."""
    with pytest.raises(VerifyError, match="Berkas lama tidak diubah"):
        checked(spoil)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"'Rencana Aksi'!$B$1", b"#REF!$B$1"),
        (b'name="Target"', b'name="target2"'),
        (b'localSheetId="2">Archive', b'localSheetId="1">Archive'),
        (b'<definedName name="Target">', b'<definedName name="Target" hidden="1">'),
    ],
    ids=["what it says", "how it is called", "whose it is", "how it is kept"],
)
def test_a_name_of_staffs(staff, sample, tmp_path, old, new):
    """A graft that changes a defined name of staff's is not used, though it was written as it was meant."""
    part, out = "/xl/workbook.xml", tmp_path / "written.xlsm"
    with Package.open(staff) as package:
        change = sample.graft(package)
        assert old in change.replaced[part]
        spoilt = change._replace(replaced={**change.replaced, part: change.replaced[part].replace(old, new)})
        with out.open("wb") as file:
            spoilt.write(file)
        with pytest.raises(VerifyError, match="nama-nama"):
            verify(package, out, spoilt)


def test_malformed_part(checked):
    """A part of ours that is not well-formed is found."""

    def spoilt(change):
        return change._replace(replaced={**change.replaced, "/xl/styles.xml": b"<broken"})

    with pytest.raises(VerifyError):
        checked(lambda path: rewrite(path, data={"xl/styles.xml": b"<broken"}), spoilt)
