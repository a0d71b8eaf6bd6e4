"""Puts quizzes into pages, and what marks them into the site. Every fault in the sources is a warning, as --strict counts."""

import json
import logging
import posixpath
from hashlib import sha256
from html import escape
from pathlib import Path

from authoring.bundle import Bundle
from authoring.check import check
from authoring.read import Sources, places_in
from authoring.render import Renderer
from grader.marking import Marker
from grader.model import Problem
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.quizzes")
PROGRAMS = ("grader", "shelf", "store", "sortable-list", "own-judgement", "quiz-form")
# The words that the page's own scripts say; the rest are said by templates and by Python.
SPOKEN = ("quiz.", "question.", "point.", "runtime.", "reply.")


class _Site:
    """What one build knows; made anew for each, because an edit must show."""

    sources: Sources
    problems: list[Problem]
    renderer: Renderer
    # Addresses from the site's top: of the page's own programs, and of the files with which Python starts, by way
    # ("load" or "file") and name.
    programs: list[str]
    files: dict[str, dict[str, str]]
    # What tells one set of these files from another, and how many bytes are loaded.
    version: str
    bytes: int


site = _Site()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    root = Path(config.config_file_path).parent
    overrides = root / "overrides"
    site.sources, site.problems = check(root)
    for problem in site.problems:
        log.warning("%s", problem)
    if any(problem.file == "quizzes/interface.yml" for problem in site.problems):
        raise PluginError("the quizzes cannot be shown without their words: mend quizzes/interface.yml, as said above")
    site.renderer = Renderer(overrides / "quiz", site.sources.words)
    marker = Marker(site.sources.moves, site.sources.words, site.sources.weights, personas=site.sources.personas)
    worker = overrides / "assets/quiz/worker.js"
    try:
        contents = Bundle(root).files(marker, worker.read_text("utf-8"))
    except RuntimeError as error:
        raise PluginError(str(error)) from error
    # It goes with the files that it loads.
    files.remove(files.src_uris["assets/quiz/worker.js"])
    site.files = {"load": {}, "file": {}}
    for path, content in contents.items():
        way, name = posixpath.split(path)
        files.append(File.generated(config, f"assets/quiz/{path}", content=content))
        site.files[way][name.partition(".")[0]] = _versioned(f"assets/quiz/{path}", content)
    site.version = sha256(json.dumps(site.files).encode()).hexdigest()[:12]
    site.bytes = sum(len(content) for path, content in contents.items() if path.endswith(".bin"))
    site.programs = [_versioned(path, (overrides / path).read_bytes())
                     for path in (f"assets/quiz/{name}.js" for name in PROGRAMS)]
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    lines = markdown.split("\n")
    for place in places_in(lines):
        if place.what == "quiz":
            lines[place.line - 1] = f'<div data-place="{escape(place.name)}"></div>'
            page.meta.setdefault("quizzes", []).append(place.name)
    return "\n".join(lines)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    for name in page.meta.get("quizzes", []):
        quiz = site.sources.quizzes.get(name)
        faults = [problem for problem in site.problems if quiz and problem.file == quiz.file]
        shown = site.renderer.quiz(quiz, page.file.src_uri, site.sources.moves, faults) if quiz else ""
        html = html.replace(f'<div data-place="{escape(name)}"></div>', shown)
    if page.meta.get("quizzes"):
        here = posixpath.dirname(page.url) or "."
        page.meta["quiz_programs"] = [posixpath.relpath(url, here) for url in site.programs]
        settings = {
            "handbook": config.extra["handbook"],
            **{way: {name: posixpath.relpath(url, here) for name, url in urls.items()}
               for way, urls in site.files.items()},
            "version": site.version,
            "bytes": site.bytes,
            "words": {key: text for key, text in site.sources.words.items() if key.startswith(SPOKEN)},
        }
        page.meta["quiz_settings"] = json.dumps(settings, ensure_ascii=False).replace("<", "\\u003c")
    return html


def _versioned(path: str, content: bytes) -> str:
    """An address that changes with the content, so that no browser mixes an old file with a new one."""
    return f"{path}?{sha256(content).hexdigest()[:12]}"
