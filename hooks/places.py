"""Puts what is kept as data where a page says so: `::: phrases`, `::: claims`, `::: picture method` ...

Each has its template in overrides/places/, which gets the page, all pages, the moves, and what it is called by.
"""

import json
import posixpath
from pathlib import Path
from typing import Any

import jinja2
from authoring.book import documents, homes, is_stale
from authoring.read import Sources, places_in, read_sources
from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


class _Site:
    """What one build knows; made anew for each, because an edit must show."""

    sources: Sources
    templates: jinja2.Environment


site = _Site()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    root = Path(config.config_file_path).parent
    site.sources = read_sources(root)
    loader = jinja2.FileSystemLoader([root / "overrides/places", root / "overrides/pictures"])
    site.templates = jinja2.Environment(loader=loader, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined)
    site.templates.filters["cell"] = lambda text: " ".join(str(text).split()).replace("|", "\\|").replace("<", "&lt;")
    site.templates.filters["slug"] = lambda text: slugify(str(text), "-")
    packs, name = site.sources.policies, config.extra["policies"]
    if packs and name not in packs:
        raise PluginError(f"mkdocs.yml: there is no policy pack called '{name}' in quizzes/policies ({', '.join(packs)})")
    site.templates.globals |= {
        "pages": site.sources.pages, "quizzes": site.sources.quizzes, "roleplays": site.sources.roleplays,
        "moves": site.sources.moves, "policy": packs.get(name),
        "percent": lambda share: round(100 * share), "hundredths": lambda share: f"{share:.2f}",
        "say": lambda key: site.sources.words[key],
        "homes": lambda: homes(site.sources.pages), "documents": lambda: documents(site.sources.pages),
        "measured": lambda: _measured(root),
    }
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    page.meta["stale"] = is_stale(page.meta.get("reviewed"))
    lines = markdown.split("\n")
    for place in reversed(list(places_in(lines))):
        # hooks/quizzes.py places those two.
        if place.what not in ("quiz", "roleplay"):
            lines[place.line - 1] = _shown(place.what, place.name, page)
    return "\n".join(lines)


def _shown(what: str, name: str | None, page: Page) -> str:
    here = posixpath.dirname(page.file.src_uri) or "."
    known: dict[str, Any] = {
        "name": name, "meta": site.sources.pages[page.file.src_uri].meta, "path": page.file.src_uri,
        "link": lambda path: posixpath.relpath(path, here),
    }
    try:
        return site.templates.get_template(f"{what}.md").render(known)
    except jinja2.TemplateNotFound as error:
        # What is not there is a fault, which `check` names.
        return f"`{what} {error.name}`"


def _measured(root: Path) -> dict[str, Any]:
    try:
        return json.loads((root / "quizzes/trained/figures.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PluginError(f"the figures cannot be read: run ./handbook evaluate ({error})") from error
