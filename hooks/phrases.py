"""Puts the phrase bank, which is data in the page's front matter, where the page says `::: phrases`."""

from pathlib import Path

import jinja2
from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

MARKER = "::: phrases"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if MARKER not in markdown:
        return markdown
    moments: dict[str, list[dict[str, str]]] = {}
    for phrase in page.meta.get("phrases") or []:
        # One that has a fault, which `check` names, is left out.
        if isinstance(phrase, dict) and {"id", "moment", "verdict", "words", "why"} <= phrase.keys():
            moments.setdefault(phrase["moment"], []).append(phrase)
    template = Path(config.config_file_path).parent / "overrides/phrases.md"
    bank = jinja2.Template(template.read_text("utf-8"), trim_blocks=True, lstrip_blocks=True).render(
        moments=moments, slug=lambda moment: slugify(moment, "-"))
    return markdown.replace(MARKER, bank)
