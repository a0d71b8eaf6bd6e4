"""Puts the figures on how well the marker reads, as they were measured, where a page says `::: figures`."""

import json
from pathlib import Path

import jinja2
from authoring.read import read_sources
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

MARKER = "::: figures"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if MARKER not in markdown:
        return markdown
    root = Path(config.config_file_path).parent
    try:
        figures = json.loads((root / "quizzes/trained/figures.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PluginError(f"docs/{page.file.src_uri}: the figures cannot be read: run ./handbook evaluate ({error})") from error
    moves = read_sources(root).moves
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
    environment.filters["cell"] = lambda text: " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
    by_f1 = sorted(figures["found_or_unsure"]["moves"].items(), key=lambda entry: entry[1]["f1"])
    text = environment.from_string((root / "overrides/figures.md").read_text("utf-8")).render(
        figures=figures,
        percent=lambda share: round(100 * share),
        hundredths=lambda share: f"{share:.2f}",
        named=lambda id: moves[id].name if id in moves else id,
        name=lambda id: moves[id].name.capitalize() if id in moves else id,
        weakest=[(moves[id].name if id in moves else id, entry) for id, entry in by_f1[:5]],
    )
    return markdown.replace(MARKER, text)
