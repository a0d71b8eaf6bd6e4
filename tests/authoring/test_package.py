"""The handbook as a zip: what is in it, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from authoring.package import package

from tests.conftest import ROOT


def test_it_holds_one_folder_with_what_a_reader_needs_and_is_the_same_each_time(small_site: Path, tmp_path: Path) -> None:
    first, second = (package(small_site, tmp_path / to, "small")[1] for to in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        names = archive.namelist()
    assert names == sorted(names)
    assert {name.partition("/")[0] for name in names} == {"small"}
    assert {"small/How to open this.txt", "small/index.html", "small/search/search_index.js"} <= {*names}
    assert not {"small/search/search_index.json", "small/404.html"} & {*names}
    assert not [name for name in names if name.startswith("small/assets/quiz/load/")]


def test_an_earlier_package_is_replaced_and_any_other_folder_is_left_alone(small_site: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(("quizzes", "hooks"))}

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "authoring", "package", str(small_site), str(tmp_path)],
                              cwd=ROOT, env=environment, capture_output=True, text=True)

    folder = tmp_path / "second-chance"
    assert run().returncode == 0
    (folder / "old.html").touch()
    assert run().returncode == 0
    assert (folder / "index.html").is_file() and not (folder / "old.html").exists()
    (folder / "How to open this.txt").unlink()
    before = (tmp_path / "second-chance.zip").read_bytes()
    refused = run()
    assert refused.returncode == 1
    assert "is there already and is no handbook: move it away, or choose another folder" in refused.stderr
    assert (folder / "index.html").is_file()
    assert (tmp_path / "second-chance.zip").read_bytes() == before
