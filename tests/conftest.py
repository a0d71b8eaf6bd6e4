"""What several folders of tests share: a small handbook of fixed content, built by the real hooks and templates."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browsers import BROWSERS, launch

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "small"


class Project:
    """A copy of the small handbook in a folder of its own, with the real code; tests may change any file of it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(SMALL, folder, dirs_exist_ok=True)
        for name in ("hooks", "overrides", "quizzes/grader", "requirements"):
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        shutil.copy(ROOT / "quizzes/interface.yml", folder / "quizzes/interface.yml")
        shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
        for name in ("package-lock.json", "NOTICES.md"):
            shutil.copy(ROOT / name, folder / name)
        (folder / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
        (folder / ".cache").mkdir()
        (folder / ".cache/wheels").symlink_to(ROOT / ".cache/wheels", target_is_directory=True)
        if (ROOT / ".cache/bundle").is_dir():
            shutil.copytree(ROOT / ".cache/bundle", folder / ".cache/bundle")

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file} has {text.count(old)} times {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def _environment(self) -> dict[str, str]:
        path = os.pathsep.join(str(self.root / name) for name in ("quizzes", "hooks"))
        return {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1",
                "PATH": os.environ["PATH"] + os.pathsep + str(Path(sys.executable).parent)}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Runs `python -m <command>` in the project, with the project's own code."""
        return subprocess.run([sys.executable, "-m", *command], cwd=self.root, env=self._environment(),
                              capture_output=True, text=True)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts `python -m <command>` in the project and lets it run."""
        return subprocess.Popen([sys.executable, "-m", *command], cwd=self.root, env=self._environment(),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def build(self, to: str = "site") -> Path:
        done = self.run("mkdocs", "build", "--strict", "--site-dir", str(self.root / to))
        assert done.returncode == 0, done.stdout + done.stderr
        return self.root / to

    def check(self) -> list[str]:
        """What `handbook check` prints, line by line."""
        return self.run("authoring", "check").stdout.splitlines()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "handbook")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handbook, built once."""
    return Project(tmp_path_factory.mktemp("small") / "handbook").build()


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This handbook, built once as `handbook build` builds it."""
    to = tmp_path_factory.mktemp("real") / "site"
    done = subprocess.run([sys.executable, str(ROOT / "handbook"), "build", "--to", str(to)],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browsers(playwright: Playwright) -> Iterator[dict[str, Browser]]:
    """Chromium and Firefox, started once for all tests."""
    running = {name: launch(playwright, name) for name in BROWSERS}
    yield running
    for browser in running.values():
        browser.close()
