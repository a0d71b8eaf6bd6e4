"""The command itself: what it says, and how it fails."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.conftest import ROOT, Project

HANDBOOK = ROOT / "handbook"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(HANDBOOK), *arguments], capture_output=True, text=True)


def test_help_names_every_job() -> None:
    done = run("--help")
    assert done.returncode == 0
    for job in ("serve", "check", "build", "test"):
        assert job in done.stdout


def test_check_exits_with_1_and_names_the_fault(project: Project) -> None:
    project.edit("docs/index.md", "::: quiz extra", "::: quiz later")
    done = run("check", "--root", str(project.root))
    assert done.returncode == 1
    assert "docs/index.md:9: there is no quiz called 'later'" in done.stdout


def test_an_unknown_word_is_refused() -> None:
    assert run("build", "quickly").returncode == 2


def test_serve_prints_its_address_and_shows_an_edit_of_every_kind(project: Project) -> None:
    served = subprocess.Popen([sys.executable, str(HANDBOOK), "serve", "--port", "8431"], stderr=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, text=True, cwd=project.root)
    try:
        assert served.stderr
        line = ""
        while "Second Chance is at" not in line:
            line = served.stderr.readline()
            assert line, "serve ended without an address"
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address
        with urllib.request.urlopen(address[0]) as answer:
            assert b"A customer is on the line" in answer.read()
    finally:
        served.terminate()
        served.wait()
