"""What a command prints acts on no terminal, whatever stands in the workbook and in its name."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from zi_excel.cli import run

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
BAD = "\u009b2J\u202eAksi\u2066"
COMMANDS = {
    "validasi": ["validasi", "{book}", "--rinci"],
    "validasi json": ["validasi", "{book}", "--format", "json"],
    "capaian": ["capaian", "{book}"],
    "capaian json": ["capaian", "{book}", "--format", "json"],
    "capaian csv": ["capaian", "{book}", "--format", "csv"],
    "kolom": ["kolom", "{book}"],
    "kolom json": ["kolom", "{book}", "--format", "json"],
    "ringkas": ["ringkas", "{book}"],
    "ringkas json": ["ringkas", "{book}", "--format", "json"],
    "banding": ["banding", "{template}", "{book}", "--rinci"],
    "banding json": ["banding", "{template}", "{book}", "--format", "json"],
    "periksa-utuh": ["periksa-utuh", "{template}", "{book}"],
    "periksa-utuh json": ["periksa-utuh", "{template}", "{book}", "--format", "json"],
    "monev": ["monev", "{book}"],
    "riwayat": ["riwayat", "{book}"],
    "pulihkan": ["pulihkan", "{book}"],
    "no such sheet": ["capaian", "{book}", "--lembar", "x"],
    "no such command": [f"{BAD}x", "{book}"],
    "no such option": ["capaian", "{book}", f"--{BAD}"],
}


@pytest.fixture
def bad(template, tmp_path) -> Path:
    """A workbook whose file, sheet, texts and links have names that act."""
    path = tmp_path / f"rencana{BAD}.xlsx"
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(b'name="Rencana Aksi"', f'name="{BAD}"'.encode())
            if name == "xl/sharedStrings.xml":
                data = data.replace(b"SK Tim", f"SK{BAD} https://a.id/{BAD}".encode())
            new.writestr(name, data)
    return path


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_nothing_that_acts_is_printed(arguments, bad, template, capfdbinary):
    """C1 controls and marks of direction in names and texts, in every form of output; JSON says them all the same."""
    run([argument.format(book=bad, template=template) for argument in arguments])
    out, err = (stream.decode("utf-8-sig").replace("\r\n", "\n") for stream in capfdbinary.readouterr())
    assert out or err
    assert ACTING.findall(re.sub(r"\x1b\[\d+m", "", out + err)) == []
    if "json" in arguments and "berkas" in json.loads(out):
        assert json.loads(out)["berkas"] == str(bad)
