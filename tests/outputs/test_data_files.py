"""Data for other programs in a file."""

import pytest

from zi_excel.errors import WorkbookError
from zi_excel.outputs.data_files import write_data_file

DATA = {
    "json": b'{\n  "per": "2025-11-20"}',
    "csv": b"\xef\xbb\xbfkantor;wilayah;berkas;kode\r\n",
    "parquet": b"PAR1 ... PAR1",
}


@pytest.mark.parametrize("kind", DATA)
def test_a_file_of_the_same_kind_is_replaced(kind, tmp_path):
    """As often as one likes."""
    out = tmp_path / f"rekap.{kind}"
    for more in (b"", b" lagi"):
        write_data_file(out, DATA[kind] + more, kind)
        assert out.read_bytes() == DATA[kind] + more


@pytest.mark.parametrize("kind", DATA)
@pytest.mark.parametrize("other", [b"", b"milik orang", b"PK\x03\x04", b'{"per": 1}'])
def test_any_other_file_is_never_overwritten(kind, other, tmp_path):
    """Whatever its name says."""
    out = tmp_path / f"rekap.{kind}"
    out.write_bytes(other)
    with pytest.raises(WorkbookError, match="tidak ditimpa"):
        write_data_file(out, DATA[kind], kind)
    assert out.read_bytes() == other


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """And so is one that stands in the way."""
    with pytest.raises(WorkbookError, match="tidak ada; buat dahulu foldernya"):
        write_data_file(tmp_path / "hilang" / "rekap.json", DATA["json"], "json")
    with pytest.raises(WorkbookError, match="tidak dapat ditimpa"):
        write_data_file(tmp_path, DATA["json"], "json")
