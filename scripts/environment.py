"""Makes this project's own virtual environments, the same way on Linux, macOS and Windows."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MADE_FROM = ("setup.cfg", "pyproject.toml", "scripts/environment.py")


def environment(name: str, *, extras: str = "", editable: bool = False) -> Path:
    """The Python of `.zi-env/<name>`, with this project installed in it.

    Made on the first call, and again whenever what it is made from changed; an installed copy (not editable) is
    renewed each time.

    Args:
        name: the environment's folder name.
        extras: an extra of setup.cfg ("test").
        editable: whether the checkout itself is what gets imported.
    """
    if sys.version_info < (3, 11):  # noqa: UP036  (a person may start the script with an older Python)
        sys.exit("zi_excel memerlukan Python 3.11 atau yang lebih baru. Jalankan skrip ini dengan Python itu.")
    home = ROOT / ".zi-env" / name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = home / "terpasang.txt"
    wanted = "\n".join([sys.version, *(_digest(ROOT / each) for each in MADE_FROM)])
    if not python.exists():
        print(f"Menyiapkan lingkungan Python di {home.relative_to(ROOT)} ...", flush=True)
        venv.create(home, with_pip=True, clear=True)
    shutil.rmtree(ROOT / "build", ignore_errors=True)  # setuptools would pack modules of an earlier build again
    if not (stamp.exists() and stamp.read_text("utf-8") == wanted):
        pip(python, "install", "setuptools>=68", "wheel")
        whole = f"{ROOT}[{extras}]" if extras else str(ROOT)
        pip(python, "install", "--no-build-isolation", *(["--editable"] if editable else []), whole)
        stamp.write_text(wanted, "utf-8")
    elif not editable:  # from now on without a package index
        pip(python, "install", "--no-build-isolation", "--no-index", "--no-deps", "--force-reinstall", str(ROOT))
    return python


def installed_wheel(name: str, *, extras: str = "") -> Path:
    """The Python of `.zi-env/<name>`, with the one wheel in it that `dist/` then holds, built from the checkout.

    Args:
        name: the environment's folder name.
        extras: an extra of setup.cfg ("test").
    """
    python = environment(name, extras=extras)
    for folder in ("build", "dist"):
        shutil.rmtree(ROOT / folder, ignore_errors=True)
    pip(
        python, "wheel", "--no-build-isolation", "--no-index", "--no-deps", "--wheel-dir", str(ROOT / "dist"), str(ROOT)
    )
    (wheel,) = (ROOT / "dist").glob("*.whl")
    pip(python, "install", "--no-index", "--no-deps", "--force-reinstall", str(wheel))
    return python


def pip(python: Path, *arguments: str) -> None:
    """Runs pip quietly; ends the script with pip's own words where it fails."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
        sys.exit("pip gagal memasang paket (lihat pesannya di atas). Tanpa internet: lihat docs/administrator.md.")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
