"""The built handbook as a folder and a zip file that open by double-click: on a stick, on a drive, from a mail."""

from __future__ import annotations

import shutil
import zipfile
from fnmatch import fnmatch
from pathlib import Path

# What only a web server has a use for.
SERVED = ("404.html", "manifest.webmanifest", "search/search_index.json", "service-worker.js", "sitemap*")
GUIDE = "How to open this.txt"
EPOCH = (2026, 1, 1, 0, 0, 0)


class PackageError(RuntimeError):
    """The package cannot be written where it is wanted; the message says what to do."""


def package(site: Path, to: Path, name: str) -> tuple[Path, Path]:
    """Writes the built `site` into `to`, as the folder `name` and as `name`.zip, which holds that folder.

    Gives the two. An earlier package is replaced; any other folder of that name is left alone. The same site makes the
    same bytes.
    """
    folder, archive = to / name, to / f"{name}.zip"
    if folder.exists() and not (folder / GUIDE).is_file():
        raise PackageError(f"{folder} is there already and is no handbook: move it away, or choose another folder with --to")
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    kept = sorted(file for file in files if not any(fnmatch(file, pattern) for pattern in SERVED))
    to.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        shutil.rmtree(folder)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in kept:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(files[file], folder / file)
            entry = zipfile.ZipInfo(f"{name}/{file}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Readable by everybody, and written as on Unix wherever it is written.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, files[file].read_bytes())
    return folder, archive
