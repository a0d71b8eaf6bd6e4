"""Puts quizzes and role-plays into pages, and what reads the answers into the site.

Every fault in the sources is a warning, as --strict counts.
"""

import json
import logging
import posixpath
from hashlib import sha256
from html import escape
from itertools import chain
from pathlib import Path

from authoring.bundle import Bundle
from authoring.check import check
from authoring.read import Sources, places_in
from authoring.render import Renderer
from grader.marking import Marker
from grader.model import Problem, Quiz
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.quizzes")
# What can be placed, and the scripts that a page needs for it, in their order; all need the first ones.
BASE = ("grader", "shelf", "store", "marked-text")
PROGRAMS = {"quiz": ("sortable-list", "own-judgement", "quiz-form"), "roleplay": ("debrief", "role-play")}
# The words that these scripts say; the rest are said by templates and by Python.
SPOKEN = {"quiz": ("quiz.", "question.", "point.", "reply."), "roleplay": ("roleplay.",)}


class _Site:
    """What one build knows; made anew for each, because an edit must show."""

    sources: Sources
    problems: list[Problem]
    renderer: Renderer
    # Addresses from the site's top: of the page's own programs by name, and of the files with which Python starts, by way
    # ("load" or "file") and name.
    programs: dict[str, str]
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
    site.programs = {name: _versioned(path, (overrides / path).read_bytes())
                     for name, path in ((name, f"assets/quiz/{name}.js") for name in chain(BASE, *PROGRAMS.values()))}
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    lines = markdown.split("\n")
    for place in places_in(lines):
        if place.what in PROGRAMS:
            lines[place.line - 1] = _mark(place.what, place.name)
            page.meta.setdefault("practice", []).append((place.what, place.name))
    return "\n".join(lines)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    placed = page.meta.get("practice", [])
    for what, name in placed:
        html = html.replace(_mark(what, name), _shown(what, name, page.file.src_uri))
    if placed:
        here = posixpath.dirname(page.url) or "."
        kinds = [kind for kind in PROGRAMS if any(what == kind for what, _ in placed)]
        programs = chain(BASE, *(PROGRAMS[what] for what in kinds))
        page.meta["practice_kinds"] = kinds
        page.meta["practice_programs"] = [posixpath.relpath(site.programs[name], here) for name in programs]
        spoken = tuple(chain(("runtime.",), *(SPOKEN[what] for what in kinds)))
        settings = {
            "handbook": config.extra["handbook"],
            **{way: {name: posixpath.relpath(url, here) for name, url in urls.items()}
               for way, urls in site.files.items()},
            "version": site.version,
            "bytes": site.bytes,
            "words": {key: text for key, text in site.sources.words.items() if key.startswith(spoken)},
        }
        page.meta["practice_settings"] = json.dumps(settings, ensure_ascii=False).replace("<", "\\u003c")
    return html


def _mark(what: str, name: str) -> str:
    return f'<div data-place="{what} {escape(name)}"></div>'


def _shown(what: str, name: str, page: str) -> str:
    """The HTML of what is placed; nothing where it is not there, which `check` names."""
    sources = site.sources
    known = sources.quizzes.get(name) if what == "quiz" else sources.roleplays.get(name)
    if not known:
        return ""
    faults = [problem for problem in site.problems if problem.file == known.file]
    if isinstance(known, Quiz):
        return site.renderer.quiz(known, page, sources.moves, faults)
    return site.renderer.roleplay(known, page, sources.personas, sources.pages, faults)


def _versioned(path: str, content: bytes) -> str:
    """An address that changes with the content, so that no browser mixes an old file with a new one."""
    return f"{path}?{sha256(content).hexdigest()[:12]}"
