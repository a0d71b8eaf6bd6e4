"""The command itself: what it says, and how it fails."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.conftest import ROOT, Project

HANDBOOK = ROOT / "handbook"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(HANDBOOK), *arguments], capture_output=True, text=True)


def test_help_names_every_job() -> None:
    done = run("--help")
    assert done.returncode == 0
    for job in ("serve", "check", "build", "package", "test", "play", "bench"):
        assert job in done.stdout


def test_check_exits_with_1_and_names_the_fault(project: Project) -> None:
    project.edit("docs/index.md", "::: quiz extra", "::: quiz later")
    done = run("check", "--root", str(project.root))
    assert done.returncode == 1
    assert "docs/index.md:14: there is no quiz called 'later'" in done.stdout


def test_an_unknown_word_is_refused() -> None:
    assert run("build", "quickly").returncode == 2


def test_serve_prints_its_address_when_it_answers_and_ends_as_a_whole() -> None:
    served = subprocess.Popen([sys.executable, str(HANDBOOK), "serve", "--port", "8431"], stderr=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, text=True)
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
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address[0])


def test_an_edit_shows_without_a_restart(project: Project) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = project.start("mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")

    def shows(words: str) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sub/one.html") as answer:
                return words in answer.read().decode()
        except urllib.error.URLError:
            return False

    def wait_for(words: str) -> None:
        for _ in range(600):
            if shows(words):
                return
            time.sleep(0.1)
        raise AssertionError(f"{words} never showed")

    try:
        wait_for("perambulator")
        project.edit("docs/sub/one.md", "perambulator", "wheelbarrow")
        wait_for("wheelbarrow")
        project.edit("quizzes/questions/every.md", "A date helps.", "A day helps.")
        wait_for("A day helps.")
        project.edit("quizzes/questions/every.md", "{#some .choices}", "{#some .choises}")
        wait_for("every.md:30: there is no kind of question called")
        project.edit("overrides/quiz/order.html", "<fieldset", '<fieldset class="mended"')
        wait_for('class="mended"')
    finally:
        served.terminate()
        served.wait()
