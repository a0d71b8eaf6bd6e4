"""The built site: the same from the same sources, complete, and asking nothing of anybody else."""

from __future__ import annotations

import base64
import filecmp
import gzip
import hashlib
import re
from pathlib import Path

from tests.conftest import ROOT, Project


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_two_builds_are_the_same_byte_for_byte(project: Project) -> None:
    first, second = project.build("first"), project.build("second")
    assert files(first) == files(second)
    same, different, odd = filecmp.cmpfiles(first, second, sorted(files(first)), shallow=False)
    assert not different and not odd


def test_compiling_again_gives_the_same_bytes(project: Project) -> None:
    before = (project.build("first") / "assets/quiz/load/grader.bin").read_bytes()
    for kept in (project.root / ".cache/bundle").glob("grader-*"):
        kept.unlink()
    assert (project.build("second") / "assets/quiz/load/grader.bin").read_bytes() == before


def test_what_the_browser_loads_is_bytecode(small_site: Path) -> None:
    packed = (small_site / "assets/quiz/load/grader.bin").read_bytes()
    script = re.search(r'="([^"]+)"', (small_site / "assets/quiz/file/grader.js").read_text("utf-8"))
    assert script and base64.b64decode(script[1]) == packed
    archive = gzip.decompress(packed)
    assert b"grader/marking.pyc" in archive
    assert b"grader/marking.py\0" not in archive


def test_no_page_names_another_origin_for_anything_it_loads(real_site: Path) -> None:
    loads = re.compile(r"""<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:src|href)=["']?(?:https?:)?//[^>]*>|"""
                       r"""(?:url\(|@import)\s*["']?(?:https?:)?//""")
    for path in real_site.rglob("*.*"):
        if path.suffix in (".html", ".css"):
            assert not loads.findall(path.read_text("utf-8")), path


def test_every_inline_script_is_allowed_by_its_hash_and_none_by_wholesale(real_site: Path) -> None:
    seen: list[str] = []
    for path in real_site.rglob("*.html"):
        html = path.read_text("utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        scripts = re.search(r"script-src ([^;]+)", policy[1])
        assert scripts
        assert "unsafe-inline" not in scripts[1] and "unsafe-eval" not in scripts[1].replace("wasm-unsafe-eval", "")
        inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        seen += inline
        for text in inline:
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in scripts[1], path
        assert not re.search(r"\son(?:click|load|error|submit)=", html), path
    assert seen


def test_answers_are_not_in_the_search_index(small_site: Path) -> None:
    index = (small_site / "search/search_index.json").read_text("utf-8")
    assert "perambulator" in index
    assert "verdict" not in index
    assert "lies alone" not in index
    assert "Choose one" not in index


def test_no_committed_file_names_a_registry_or_holds_a_built_thing() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")


def test_the_live_reload_is_on() -> None:
    """Two releases of click switched it off without a word."""
    from mkdocs.__main__ import serve_command

    assert serve_command.make_context("serve", []).params["livereload"]
